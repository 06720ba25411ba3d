// What pages do when they are opened, with their own policy and with none, and which words they show:
// node hostile.mjs RESULT PAGE…
import { writeFileSync } from "node:fs";
import { open, sideBySide, startBrowser } from "./browser.mjs";
import { structure } from "./in_page.mjs";

const [result, ...files] = process.argv.slice(2);

/** The words of each place, in the order of the page. Sent to the browser as text. */
function words() {
  const text = (element, without = "a.ref, bdi.vh, bdi.rn") => {
    if (!element) return null;
    const copy = element.cloneNode(true);
    copy.querySelectorAll(without).forEach((one) => one.remove());
    return copy.textContent;
  };
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const cards = all("#conversation li.c");
  return {
    title: text(document.querySelector("title")),
    heading: text(document.querySelector("h1")),
    lede: text(document.querySelector(".lede")),
    facts: all(".facts dd").map((one) => text(one)),
    names: all("#conversation li.turn").map((turn) => text(turn.querySelector(".who bdi"))),
    turns: all("#conversation li.turn").map((turn) => text(turn.querySelector(".say > p:not(.who)"))),
    comments: cards.map((card) => text(card.querySelector(":scope > p:not(.ch, .re)"))),
    quotes: cards.map((card) => text(card.querySelector(".o"))),
    suggestions: cards.map((card) => text(card.querySelector(".nw"))),
    replies: all("#conversation p.re").map((one) => text(one)),
    notes: all("#scorecard tbody td.nt").map((one) => text(one)),
    points: all("#summary li").map((one) => text(one)),
    questions: all("#discussion h3").map((one) => text(one)),
    answers: all("#discussion .qa > p").map((one) => text(one)),
    rewrites: all("#revised li.rv:not(.hd) > div:last-child").map((side) => text(side.querySelector(".say > p:not(.who, .why)"))),
    reasons: all("#revised li.rv:not(.hd) > div:last-child").map((side) => text(side.querySelector(".why, .void"))),
    dialogue: all("#dialogue li.turn").map((turn) => text(turn.querySelector(".say > p:not(.who)"))),
  };
}

const found = {};
const browser = await startBrowser();
async function visit(file) {
  found[file] = { happened: [] };
  for (const bypassCSP of [true, false]) {
    const { tab, happened, close } = await open(browser, file, { bypassCSP });
    found[file].happened.push(...(await tab.evaluate(structure)), ...happened);
    if (bypassCSP) found[file].words = await tab.evaluate(words);
    await close();
  }
}
try {
  await sideBySide(files.map((file) => () => visit(file)));
} finally {
  await browser.close();
}
writeFileSync(result, JSON.stringify(found));

// The checks have to find every fault of faulty.html: node faulty.mjs COUNTS
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { here, open, startBrowser } from "./browser.mjs";
import { Findings } from "./findings.mjs";
import * as look from "./in_page.mjs";
import { htmlValidate, vnu } from "./markup.mjs";

const PAGE = here("faulty.html");
const WANTED = [
  "duplicate-id", "dead-link", "script", "event-handler", "script-address", "style-not-applied",
  "horizontal-scrolling", "cut-off", "broken-word", "target-under-bar", "dialog", "console", "request", "csp-report",
  "axe color-contrast", "axe heading-order", "axe image-alt", "axe landmark-one-main",
  "html-validate no-dup-id", "html-validate no-inline-style",
];

const browser = await startBrowser();
const found = new Set();
const note = (pairs) => pairs.forEach(([rule]) => found.add(rule));
try {
  const { tab, happened } = await open(browser, PAGE);
  note(await tab.evaluate(look.structure));
  await tab.evaluate(readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf-8"));
  await tab.setViewportSize({ width: 320, height: 900 });
  note(await tab.evaluate(look.fits));
  note(await tab.evaluate(look.wordsHold));
  note(await tab.evaluate(look.targetsShow));
  note(await tab.evaluate(look.axe));
  await tab.emulateMedia({ colorScheme: "dark" });
  const dark = await tab.evaluate(look.axe);
  if (dark.some(([rule, element]) => rule === "axe color-contrast" && element.startsWith(".dim"))) found.add("dark");
  note(happened);
} finally {
  await browser.close();
}
note(await htmlValidate(PAGE));
const w3c = await vnu([PAGE]);
note(w3c?.get(PAGE) ?? []);

const findings = new Findings();
for (const rule of [...WANTED, "dark", ...(w3c ? ["vnu error"] : [])]) {
  findings.add("faulty.html", rule, found.has(rule) ? [] : [["not-found", "this fault went unseen"]]);
}
findings.close(process.argv[2]);

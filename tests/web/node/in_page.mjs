// Looks that are taken inside the page; each gives [rule, element] pairs. They are sent to the browser as text, so none
// may use anything from outside itself.

/** Facts that do not depend on the size of the window. */
export function structure() {
  const found = [];
  const counts = new Map();
  for (const { id } of document.querySelectorAll("[id]")) counts.set(id, (counts.get(id) ?? 0) + 1);
  for (const [id, count] of counts) if (count > 1) found.push(["duplicate-id", `#${id} ${count} times`]);
  for (const link of document.querySelectorAll("[href]")) {
    const target = link.getAttribute("href");
    if (target.startsWith("#") && !counts.has(decodeURIComponent(target.slice(1)))) found.push(["dead-link", link.outerHTML]);
  }
  for (const script of document.scripts) {
    if (script.type !== "application/json") found.push(["script", script.outerHTML]);
  }
  for (const element of document.querySelectorAll("*")) {
    for (const { name, value } of element.attributes) {
      if (/^on/i.test(name)) found.push(["event-handler", `${name}=${value}`]);
      if (/^\s*javascript:/i.test(value) && /^(href|src|action|formaction|xlink:href)$/i.test(name))
        found.push(["script-address", value]);
    }
  }
  if (getComputedStyle(document.body).marginTop !== "0px") found.push(["style-not-applied", "body"]);
  return found;
}

/** Nothing may stick out of the window or be cut off. */
export function fits() {
  const found = [];
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth) {
    const scrolls = (one) => /auto|scroll/.test(getComputedStyle(one).overflowX);
    const held = (one) => one && (scrolls(one) || held(one.parentElement));
    const out = [...document.body.querySelectorAll("*")].filter((one) => {
      const { left, right, width } = one.getBoundingClientRect();
      return width > 0 && (right > root.clientWidth + 0.5 || left < -0.5) && !one.closest(".vh, .skip, .symbols") && !held(one.parentElement);
    });
    const deepest = out.filter((one) => !out.some((other) => other !== one && one.contains(other)));
    for (const one of (deepest.length ? deepest : [root]).slice(0, 3))
      found.push(["horizontal-scrolling", `${root.scrollWidth} px: ${one.outerHTML}`]);
  }
  for (const one of document.body.querySelectorAll("*")) {
    const { overflowX, clipPath } = getComputedStyle(one);
    const forEyes = clipPath === "none" && !one.closest("svg");
    if (/hidden|clip/.test(overflowX) && forEyes && one.scrollWidth > one.clientWidth + 1)
      found.push(["cut-off", one.outerHTML]);
  }
  return found;
}

/** An ordinary word stays on one line. */
export function wordsHold() {
  const found = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    if (!text.parentElement.checkVisibility() || text.parentElement.closest("svg, script")) continue;
    for (const word of text.data.matchAll(/(?<![^\s(“„])\p{Script=Latin}{2,15}(?![^\s.,:;!?)”“])/gu)) {
      range.setStart(text, word.index);
      range.setEnd(text, word.index + word[0].length);
      const tops = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
      if (tops.size > 1) found.push(["broken-word", `${word[0]} in ${text.parentElement.outerHTML}`]);
    }
  }
  return found;
}

/** What a link leads to may not end under a bar that stays at the top. */
export function targetsShow() {
  const found = [];
  const bar = document.querySelector("nav");
  const stays = bar && getComputedStyle(bar).position === "sticky";
  const links = [...document.querySelectorAll("main a[href^='#'], nav a[href^='#']")];
  const targets = new Set(links.map((link) => document.getElementById(link.getAttribute("href").slice(1))));
  document.documentElement.style.scrollBehavior = "auto";
  for (const target of targets) {
    if (!target || !stays) continue;
    const shown = target.matches("section") ? target.querySelector("h2") ?? target : target;
    target.scrollIntoView();
    if (shown.getBoundingClientRect().top < bar.getBoundingClientRect().bottom)
      found.push(["target-under-bar", target.outerHTML]);
  }
  document.documentElement.style.removeProperty("scroll-behavior");
  window.scrollTo(0, 0);
  return found;
}

/** The spacing that WCAG 1.4.12 lets a reader ask for. */
export function spaceOut() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}
    p{margin-bottom:2em!important}`);
  document.adoptedStyleSheets = [sheet];
}

export function spaceBack() {
  document.adoptedStyleSheets = [];
}

/** What axe-core finds against WCAG 2.2 AA and good practice, and any contrast it could not
 * measure, but for pictures and for the bar whose far end a narrow window hides. Nobody points at what is on `paper`. */
export async function axe(paper) {
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];
  const { violations, incomplete } = await window.axe.run(document, {
    runOnly: { type: "tag", values: tags },
    rules: { "target-size": { enabled: !paper } },
    resultTypes: ["violations", "incomplete"],
  });
  const unmeasured = incomplete
    .filter(({ id }) => id === "color-contrast")
    .map(({ id, nodes }) => ({ id, nodes: nodes.filter(({ target }) => !document.querySelector(target[0])?.closest("svg, nav")) }));
  return [...violations, ...unmeasured].flatMap(({ id, nodes }) =>
    nodes.map((node) => {
      const why = [...node.any, ...node.all, ...node.none].map((check) => check.message).join("; ");
      return [`axe ${id}`, `${node.target.join(" ")} ${why} ${node.html}`];
    }),
  );
}

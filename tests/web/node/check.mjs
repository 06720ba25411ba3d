// Every page that is given, on every screen and on paper: node check.mjs COUNTS FOLDER PAGE…
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { open, sideBySide, startBrowser } from "./browser.mjs";
import { Findings } from "./findings.mjs";
import * as look from "./in_page.mjs";
import { htmlValidate, vnu } from "./markup.mjs";

const WIDTHS = [1440, 400, 320];
const SCHEMES = ["light", "dark"];
const A4_TEXT_PX = 688;
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf-8");

const [counts, folder, ...given] = process.argv.slice(2);
const files = given.map((file) => path.resolve(file));
const findings = new Findings();
const named = (file) => path.relative(folder, file);

async function markup() {
  for (const file of files) findings.add(named(file), "html-validate", await htmlValidate(file));
  const found = await vnu(files);
  if (found === null) console.log("vnu, the HTML checker of the W3C, is left out: there is no Java.");
  for (const [file, faults] of found ?? []) findings.add(named(file), "vnu", faults);
}

async function screens(browser, file) {
  const { tab, happened, close } = await open(browser, file);
  const took = () => happened.splice(0);
  findings.add(named(file), "any size", [...(await tab.evaluate(look.structure)), ...took()]);
  await tab.evaluate(AXE);
  for (const colorScheme of SCHEMES) {
    await tab.emulateMedia({ media: "screen", colorScheme });
    for (const width of WIDTHS) {
      await tab.setViewportSize({ width, height: 900 });
      const found = [...(await tab.evaluate(look.fits)), ...(await tab.evaluate(look.wordsHold)), ...(await tab.evaluate(look.axe)), ...took()];
      findings.add(named(file), `${width} px ${colorScheme}`, found);
    }
  }
  findings.add(named(file), "320 px, where links lead", await tab.evaluate(look.targetsShow));
  await tab.evaluate(look.spaceOut);
  findings.add(named(file), "320 px with wide spacing", await tab.evaluate(look.fits));
  await tab.evaluate(look.spaceBack);
  await tab.setViewportSize({ width: A4_TEXT_PX, height: 970 });
  await tab.emulateMedia({ media: "print", colorScheme: "light" });
  findings.add(named(file), "paper", [...(await tab.evaluate(look.fits)), ...(await tab.evaluate(look.axe, true)), ...took()]);
  await close();
}

const browser = await startBrowser();
try {
  await Promise.all([markup(), sideBySide(files.map((file) => () => screens(browser, file)))]);
} finally {
  await browser.close();
}
findings.close(counts);

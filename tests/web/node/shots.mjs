// Pictures of pages as people see them: node shots.mjs FOLDER PAGE=NAME…
import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import path from "node:path";
import { open, startBrowser } from "./browser.mjs";

const VIEWS = [
  ["1440", 1440, "light"],
  ["1440-dark", 1440, "dark"],
  ["900", 900, "light"],
  ["640", 640, "light"],
  ["400", 400, "light"],
  ["400-dark", 400, "dark"],
  ["320", 320, "light"],
];
const PRINT_DPI = 80;

const [folder, ...pages] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });

async function screens(tab, name) {
  for (const [view, width, colorScheme] of VIEWS) {
    await tab.emulateMedia({ media: "screen", colorScheme });
    await tab.setViewportSize({ width, height: 900 });
    await tab.screenshot({ path: path.join(folder, `${name}-${view}.png`), fullPage: true });
  }
}

async function paper(tab, name) {
  const file = path.join(folder, `${name}-a4.pdf`);
  await tab.emulateMedia({ media: "print", colorScheme: "light" });
  await tab.pdf({ path: file, preferCSSPageSize: true, printBackground: true });
  for (const [kind, options] of [["a4", []], ["a4-grey", ["-gray"]]]) {
    execFileSync("pdftoppm", ["-r", String(PRINT_DPI), "-png", ...options, file, path.join(folder, `${name}-${kind}`)]);
  }
}

const browser = await startBrowser();
try {
  for (const page of pages) {
    const [file, name] = page.split("=");
    const { tab, close } = await open(browser, path.resolve(file));
    await screens(tab, name);
    await paper(tab, name);
    console.log(name);
    await close();
  }
} finally {
  await browser.close();
}

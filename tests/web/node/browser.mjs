// Debian's Chromium with nothing of its own to say on the network, and a watch on what a page does.
import os from "node:os";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

export const STEP_MS = 30_000;

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--host-resolver-rules=MAP * ~NOTFOUND",
];

/** A browser with a fresh profile; CHROMIUM names its program. */
export function startBrowser() {
  const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
  return chromium.launch({ executablePath, args: FLAGS, timeout: STEP_MS });
}

/** A page file opened in a tab of its own; `happened` fills with whatever it does beyond being read. */
export async function open(browser, file, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  context.setDefaultTimeout(STEP_MS);
  const happened = [];
  const address = pathToFileURL(file).href;
  await context.exposeBinding("tellOfReport", (_, directive, what) => happened.push(["csp-report", `${directive} ${what}`]));
  await context.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (report) =>
      window.tellOfReport(report.effectiveDirective, report.blockedURI || report.sample),
    );
  });
  await context.route("**/*", (route) => (route.request().url() === address ? route.continue() : route.abort()));
  const tab = await context.newPage();
  watch(tab, address, happened);
  await tab.goto(address, { waitUntil: "load", timeout: STEP_MS });
  return { tab, happened, close: () => context.close() };
}

function watch(tab, address, happened) {
  tab.on("console", (message) => happened.push(["console", message.text()]));
  tab.on("pageerror", (error) => happened.push(["script-error", error.message]));
  tab.on("popup", (popup) => happened.push(["window-opened", popup.url()]));
  tab.on("download", (download) => happened.push(["download", download.url()]));
  tab.on("dialog", async (dialog) => {
    happened.push(["dialog", dialog.message()]);
    await dialog.dismiss();
  });
  tab.on("request", (request) => {
    if (request.url() !== address) happened.push(["request", request.url()]);
  });
  tab.on("framenavigated", (frame) => {
    if (frame.url() !== address && frame.url() !== "about:blank") happened.push(["navigation", frame.url()]);
  });
}

/** Several jobs side by side, as many as there are `hands`. */
export async function sideBySide(jobs, hands = Math.max(2, Math.min(6, os.cpus().length))) {
  const waiting = [...jobs];
  const work = async () => {
    for (let job = waiting.shift(); job; job = waiting.shift()) await job();
  };
  await Promise.all(Array.from({ length: hands }, work));
}

export const here = (name) => fileURLToPath(new URL(name, import.meta.url));

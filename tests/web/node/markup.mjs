// Two checkers of HTML: html-validate in Node, and vnu, the checker of the W3C, where there is Java.
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { HtmlValidate, StaticConfigLoader } from "html-validate";

const VNU_MS = 120_000;

const checker = new HtmlValidate(
  new StaticConfigLoader({
    root: true,
    extends: ["html-validate:standard", "html-validate:a11y"],
    rules: {
      // ARIA lets a list have a name
      "aria-label-misuse": ["error", { allowAnyNamable: true }],
      "no-inline-style": "error",
      "require-csp-nonce": "off",
    },
  }),
);

/** [rule, place] pairs of one page. */
export async function htmlValidate(file) {
  const report = await checker.validateString(readFileSync(file, "utf-8"), file);
  return report.results.flatMap((result) =>
    result.messages.map((one) => [`html-validate ${one.ruleId}`, `line ${one.line}:${one.column} ${one.message}`]),
  );
}

// vnu does not compare digests, takes data in a script element for a script, does not know that a policy may allow the
// scheme data: alone (Chromium, which does, would report a picture that is kept away), and minds how an accent was typed
const NOT_FAULTS = [
  /^Inline style violates Content Security Policy/,
  /^Inline script violates Content Security Policy/,
  /^Resource violates Content Security Policy \(meta tag\): image “data:image\/png;base64,/,
  /^Text run is not in Unicode Normalization Form C/,
];

/** [rule, place] pairs for each page; null where there is no Java. */
export function vnu(files) {
  const jar = createRequire(import.meta.url).resolve("vnu-jar/build/dist/vnu.jar");
  const line = ["-jar", jar, "--format", "json", "--exit-zero-always", "--stdout", ...files];
  return new Promise((resolve, reject) => {
    execFile("java", line, { timeout: VNU_MS, maxBuffer: 2 ** 26 }, (error, stdout) => {
      if (error?.code === "ENOENT") return resolve(null);
      if (error) return reject(error);
      const found = new Map(files.map((file) => [file, []]));
      for (const one of JSON.parse(stdout).messages) {
        if (NOT_FAULTS.some((pattern) => pattern.test(one.message))) continue;
        found.get(fileURLToPath(one.url)).push([`vnu ${one.subType ?? one.type}`, `line ${one.lastLine} ${one.message}`]);
      }
      resolve(found);
    });
  });
}

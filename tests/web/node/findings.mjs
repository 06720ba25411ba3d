// What was found wrong, one line each, and the count that closes the run.
import { writeFileSync } from "node:fs";

const LONGEST = 160;

export class Findings {
  passed = 0;
  failed = 0;

  /** One check of one page: `found` holds [rule, element] pairs, none when all is well. */
  add(page, view, found) {
    if (found.length === 0) {
      this.passed += 1;
      return;
    }
    this.failed += 1;
    for (const [rule, element] of found) {
      console.log(`FAILED ${page} | ${view} | ${rule} | ${oneLine(element)}`);
    }
  }

  /** Leave the counts where the caller reads them. */
  close(file) {
    writeFileSync(file, JSON.stringify({ passed: this.passed, failed: this.failed }));
  }
}

function oneLine(text) {
  const line = String(text).replace(/\s+/g, " ").trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}

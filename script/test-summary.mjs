// Adds up the reports of script/test and prints its last line.
// node script/test-summary.mjs FOLDER CODE: FOLDER holds NAME.exit (exit code of a suite) and NAME.ctrf.json (its report);
// CODE is what the script itself ended with. A suite that left no report, or ran nothing, counts as one failure.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const [folder, code] = process.argv.slice(2);
const read = (name) => readFileSync(join(folder, name), "utf8");
const total = { passed: 0, failed: 0, skipped: 0 };

// The reporter of xunit.v3 3.2.1 escapes quotes in messages twice.
const plain = (text) => (text ?? "").replaceAll('\\"', '"');

const broken = (suite, why) => {
  total.failed++;
  console.log(`${suite}: ${why}\n${read(`${suite}.log`)}`);
};

const suites = readdirSync(folder).filter((f) => f.endsWith(".exit")).map((f) => f.slice(0, -".exit".length));

for (const suite of suites) {
  const report = `${suite}.ctrf.json`;
  const exit = Number(read(`${suite}.exit`));
  const { tests, summary } = existsSync(join(folder, report)) ? JSON.parse(read(report)).results : { tests: [], summary: null };
  const failed = tests.filter((t) => t.status === "failed");

  total.passed += tests.filter((t) => t.status === "passed").length;
  total.failed += failed.length;
  total.skipped += tests.length - failed.length - tests.filter((t) => t.status === "passed").length;

  for (const test of failed) {
    console.log(`FAILED ${suite}: ${test.name}\n${plain(test.message)}\n${test.trace ?? ""}\n`);
  }

  for (const test of tests.filter((t) => t.status !== "failed" && t.status !== "passed")) {
    console.log(`SKIPPED ${suite}: ${test.name}: ${test.extra?.reason ?? test.message ?? ""}`);
  }

  if (!summary) {
    broken(suite, `left no report (exit code ${exit})`);
  } else if (tests.length === 0) {
    broken(suite, "ran no test");
  } else if (exit !== 0 && failed.length === 0) {
    broken(suite, `ended with exit code ${exit}`);
  }
}

// The script itself stopped early: the install, the build, or an interruption.
if (Number(code) !== 0 || suites.length === 0) {
  total.failed++;
}

const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : "";
console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);
process.exitCode = total.failed > 0 ? 1 : 0;

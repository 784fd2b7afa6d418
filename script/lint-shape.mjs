// Prints the shape of the hand-written files of src/; exits 1 when one is longer than 300 lines and not in script/long-files.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

const limit = 300;
const written = /\.(cs|cshtml|js|mjs|css)$/;
const generated = /\/Migrations\/|\.Designer\.cs$/;

const git = (...args) => execFileSync("git", args, { encoding: "utf8" }).split("\n").filter(Boolean);
const files = git("ls-files", "--cached", "--others", "--exclude-standard", "src")
  .filter((f) => written.test(f) && !generated.test(f))
  .map((path) => ({ path, text: readFileSync(path, "utf8") }))
  .map((f) => ({ ...f, lines: f.text.split("\n").length - 1 }))
  .sort((a, b) => a.lines - b.lines);

const at = (share) => files[Math.min(files.length - 1, Math.floor(files.length * share))]?.lines ?? 0;
const count = (pattern) => files.reduce((sum, f) => sum + (f.text.match(pattern)?.length ?? 0), 0);

console.log(`files ${files.length}, lines ${files.reduce((sum, f) => sum + f.lines, 0)}`);
console.log(`lines per file: median ${at(0.5)} (aim <= 45), 95th percentile ${at(0.95)} (aim <= 160), longest ${at(1)}`);
console.log(`interfaces ${count(/^\s*(public |internal )?(partial )?interface I[A-Z]/gm)} (aim < 15)`);
console.log(`suppressions in source ${count(/#pragma warning disable|SuppressMessage\(/g)}`);

const allowed = readFileSync("script/long-files", "utf8").split("\n").map((l) => l.split(" ")[0]);
const tooLong = files.filter((f) => f.lines > limit && !allowed.includes(f.path));
tooLong.forEach((f) => console.log(`${f.path}: ${f.lines} lines, at most ${limit}`));
process.exitCode = tooLong.length > 0 ? 1 : 0;

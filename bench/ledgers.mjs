// The ledger with a million entries: a balance, the money page of a project, payments by eight writers, the proof of every balance, the end of a year.
// Payments three times: of requests as the application records them; their entries alone; and the floor, a minimal program that adds as many bare rows.
// node bench/ledgers.mjs NAME, with the application's settings in the environment; script/bench ledgers calls it.
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { load } from "./load.mjs";
import { assemblies, programs, say, signIn, start, stop } from "./server.mjs";
import { median } from "./table.mjs";

const database = process.argv[2];
const quick = process.env.BENCH_QUICK === "1";
const budgets = Number(process.env.BENCH_BUDGETS ?? (quick ? 4 : 20));
const entries = Number(process.env.BENCH_ENTRIES ?? (quick ? 5_000 : 50_000));
const rounds = quick ? 1 : 3;
const seconds = quick ? 3 : 10;
const warmUp = quick ? 3 : 20;
// Every 500 entries are one project's; one project in eight stays a draft and is not taken.
const projects = Math.ceil((budgets * entries) / 500 / 0.8) + 50;

const data = (...args) => JSON.parse(execFileSync("dotnet", [`${programs.data}/${assemblies.data}`, ...args.map(String)], { encoding: "utf8" }));

say(`${database}: migrating, seeding, ${projects} projects, ${budgets} budgets of ${entries} entries…`);
await stop(await start("app", "/healthz/ready", {}, "Development"));
data(1, projects);
const filled = data("ledgers", "fill", budgets, entries);

async function page(connections) {
  const app = await start("app", "/dang-nhap");
  const cookie = await signIn(app.url);
  const address = `${app.url}/de-an/${filled.project}/kinh-phi`;
  await load(address, cookie, warmUp, connections);
  const all = [];
  for (let round = 0; round < rounds; round++) all.push(await load(address, cookie, seconds, connections));
  await stop(app);
  return { p50: median(all.map((r) => r.p50)), p99: median(all.map((r) => r.p99)), perSecond: median(all.map((r) => r.requests / r.seconds)) };
}

const length = seconds * rounds;
const measured = {
  database, quick, budgets, entries, filled: filled.seconds,
  machine: `${cpus().length} × ${cpus()[0].model}`,
  commit: execFileSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8" }).trim(),
  balance: data("ledgers", "balance"),
  page: await page(1),
  pageOfEight: await page(8),
  verify: data("ledgers", "verify"),
  // More than any machine of two cores pays in the time.
  payRequests: data("ledgers", "pay-requests", length, length * 800),
  pay: data("ledgers", "pay", length),
  close: data("ledgers", "close"),
  after: data("ledgers", "verify"),
};
measured.floor = data("ledgers", "floor", length, measured.payRequests.rowsOfEach);
if (measured.verify.faults + measured.after.faults > 0) throw new Error("The ledger does not agree with its entries.");
mkdirSync("bench/results", { recursive: true });
const result = `bench/results/ledgers-${database}${quick ? "-quick" : ""}.json`;
writeFileSync(result, JSON.stringify(measured, null, 2));
const one = (number) => number.toFixed(1).replace(".", ",");
console.log(`| ${database}, ${budgets} budgets × ${entries} entries | measured | aim |
|---|---:|---:|
| balance of a source and year, p99 | ${one(measured.balance.p99)} ms | 5 ms |
| money page of a project, one reader, p99 | ${one(measured.page.p99)} ms | 40 ms |
| money page of a project, 8 readers, p50, p99 | ${one(measured.pageOfEight.p50)}, ${one(measured.pageOfEight.p99)} ms | p99 40 ms |
| payments of requests, 8 writers | ${one(measured.payRequests.perSecond)} a second, ${measured.payRequests.rowsOfEach} rows each | 300 (PostgreSQL) |
| one payment of a request, p50, p99 | ${one(measured.payRequests.p50)}, ${one(measured.payRequests.p99)} ms | p99 60 ms (SQLite) |
| their entries alone, 8 writers | ${one(measured.pay.perSecond)} a second; p50, p99 ${one(measured.pay.p50)}, ${one(measured.pay.p99)} ms | |
| floor: as many bare rows by hand, 8 writers | ${one(measured.floor.perSecond)} a second; p50, p99 ${one(measured.floor.p50)}, ${one(measured.floor.p99)} ms | |
| verify-ledger, ${measured.verify.entries} entries | ${one(measured.verify.seconds)} s | 30 s |
| closing the year of ${measured.close.lines} budgets, ${measured.close.entries} entries | ${one(measured.close.seconds)} s | 10 s |`);
say(result);
process.exit(0);

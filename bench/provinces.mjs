// Whether other provinces cost this one anything: one province alone, then again beside further provinces just as full.
// node bench/provinces.mjs NAME, with the application's settings in the environment; script/bench provinces calls it.
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { load } from "./load.mjs";
import { assemblies, programs, say, signIn, start, stop } from "./server.mjs";
import { median } from "./table.mjs";

const database = process.argv[2];
const quick = process.env.BENCH_QUICK === "1";
const projects = Number(process.env.BENCH_PROJECTS ?? (quick ? 2_000 : 20_000));
const provinces = Number(process.env.BENCH_PROVINCES ?? 10);
const rounds = quick ? 1 : 3;
const seconds = quick ? 3 : 10;
const warmUp = quick ? 3 : 20;
const connections = 8;

const data = (...args) => JSON.parse(execFileSync("dotnet", [`${programs.data}/${assemblies.data}`, ...args.map(String)], { encoding: "utf8" }));

async function measure() {
  const app = await start("app", "/dang-nhap");
  const cookie = await signIn(app.url);
  const measured = {};
  for (const [page, path] of Object.entries(pages)) {
    await load(app.url + path, cookie, warmUp, connections);
    const all = [];
    for (let round = 0; round < rounds; round++) all.push(await load(app.url + path, cookie, seconds, connections));
    measured[page] = { p50: median(all.map((r) => r.p50)), p99: median(all.map((r) => r.p99)), perSecond: median(all.map((r) => r.requests / r.seconds)) };
  }
  await stop(app);
  return { ...measured, "double support": data("double-support") };
}

say(`${database}: migrating, seeding, ${projects} establishments and projects in one province…`);
await stop(await start("app", "/healthz/ready", {}, "Development"));
// The lists of results are the other scenario's.
const filled = data(1, projects);
const pages = { projects: `/de-an?nam=${filled.year}`, dossier: `/de-an/${filled.project}` };
const alone = await measure();
say(`${database}: the same in ${provinces} further provinces…`);
const further = data("provinces", provinces, projects);
const beside = await measure();

const measured = {
  database, quick, projects, provinces: 1 + further.provinces.length, seconds: filled.seconds + further.seconds,
  machine: `${cpus().length} × ${cpus()[0].model}`,
  commit: execFileSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8" }).trim(),
  alone, beside,
};
mkdirSync("bench/results", { recursive: true });
const result = `bench/results/provinces-${database}${quick ? "-quick" : ""}.json`;
writeFileSync(result, JSON.stringify(measured, null, 2));
const one = (number) => number.toFixed(1).replace(".", ",");
console.log(`| ${database}, ${projects} projects each | 1 province: p50, p99 ms | ${measured.provinces} provinces: p50, p99 ms | p50 ratio |
|---|---:|---:|---:|
${Object.keys(alone).map((page) => `| ${page} | ${one(alone[page].p50)}, ${one(alone[page].p99)} | ${one(beside[page].p50)}, ${one(beside[page].p99)} | ${(beside[page].p50 / alone[page].p50).toFixed(2).replace(".", ",")} |`).join("\n")}`);
say(result);
process.exit(0);

// One database, side by side: the application and the reference program answer the same rows in one run.
// node bench/run.mjs NAME (sqlite | postgres), with the application's settings in the environment; script/bench calls it.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { load } from "./load.mjs";
import { assemblies, programs, resident, say, signIn, start, stop } from "./server.mjs";
import { median, table } from "./table.mjs";

const database = process.argv[2];
const quick = process.env.BENCH_QUICK === "1";
const rounds = quick ? 1 : 3;
const seconds = Number(process.env.BENCH_SECONDS ?? (quick ? 3 : 10));
const warmUp = Number(process.env.BENCH_WARM_UP ?? (quick ? 3 : 20));
const connections = 8;
const results = Number(process.env.BENCH_RESULTS ?? 20_000);
const projects = Number(process.env.BENCH_PROJECTS ?? 20_000);

const gcMode = () => {
  const settings = JSON.parse(readFileSync(`${programs.app}/KhuyenCong.Web.runtimeconfig.json`, "utf8")).runtimeOptions.configProperties ?? {};
  return `${settings["System.GC.Server"] ? "server" : "workstation"}, ${settings["System.GC.Concurrent"] === false ? "not concurrent" : "concurrent"}`;
};

async function fill() {
  say(`${database}: migrating, seeding, recording ${results} results, ${projects} establishments and projects…`);
  await stop(await start("app", "/healthz/ready", {}, "Development"));
  const filled = execFileSync("dotnet", [`${programs.data}/${assemblies.data}`, String(results), String(projects)], { encoding: "utf8" });
  say(`${database}: ${filled.trim()}`);
  return filled;
}

// A database filled before is measured again without filling when BENCH_FILLED holds the line its filling printed.
const filled = JSON.parse(process.env.BENCH_FILLED ?? (await fill()));

let app = await start("app", "/dang-nhap");
const cookie = await signIn(app.url);
const pages = {
  list: { app: `/ket-qua?chuong-trinh=${filled.programme}&chi-tieu=${filled.targetCode}`, reference: `/results?programme=${filled.programme}&target=${filled.target}` },
  dashboard: { app: `/chuong-trinh/${filled.programme}`, reference: `/dashboard/${filled.programme}` },
  projects: { app: `/de-an?nam=${filled.year}`, reference: `/projects?province=${filled.province}&year=${filled.year}` },
  // A dossier has no naive twin: its promise is a time.
  dossier: { app: `/de-an/${filled.project}` },
};

const starts = [];
for (let i = 0; i < (quick ? 1 : 5); i++) {
  await stop(app);
  app = await start("app", pages.dashboard.app, { Cookie: cookie });
  starts.push(app.milliseconds);
}
const reference = await start("reference", pages.dashboard.reference);

const cases = Object.entries(pages).flatMap(([page, paths]) => [
  { page, side: "app", url: app.url + paths.app, cookie, rounds: [] },
  ...(paths.reference ? [{ page, side: "reference", url: reference.url + paths.reference, rounds: [] }] : []),
]);
for (const one of cases) {
  const response = await fetch(one.url, { headers: one.cookie ? { Cookie: one.cookie } : {}, redirect: "manual" });
  one.bytes = (await response.arrayBuffer()).byteLength;
  if (response.status !== 200) throw new Error(`${one.url}: ${response.status}`);
  await load(one.url, one.cookie, warmUp, connections);
}
for (let round = 1; round <= rounds; round++) {
  for (const one of cases) one.rounds.push(await load(one.url, one.cookie, seconds, connections));
  say(`${database}: round ${round} of ${rounds}`);
}

// One dossier against all others, without the web around it.
const doubleSupport = JSON.parse(execFileSync("dotnet", [`${programs.data}/${assemblies.data}`, "double-support"], { encoding: "utf8" }));

const measured = {
  database,
  quick,
  machine: `${cpus().length} × ${cpus()[0].model}`,
  commit: execFileSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8" }).trim(),
  settings: { connections, warmUp, rounds, seconds, results, projects, gc: gcMode() },
  doubleSupport,
  startMilliseconds: { median: median(starts), all: starts },
  residentMegabytes: { app: resident(app), reference: resident(reference) },
  cases: cases.map(({ page, side, bytes, rounds: all }) => ({
    page, side, bytes,
    perSecond: median(all.map((r) => r.requests / r.seconds)),
    p50: median(all.map((r) => r.p50)),
    p99: median(all.map((r) => r.p99)),
    rounds: all,
  })),
};
await stop(app);
await stop(reference);

mkdirSync("bench/results", { recursive: true });
const file = `bench/results/${database}${quick ? "-quick" : ""}.json`;
writeFileSync(file, JSON.stringify(measured, null, 2));
console.log(table(measured));
say(file);
process.exit(0);

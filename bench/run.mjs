// One database, side by side: the application and the reference program answer the same rows in one run.
// node bench/run.mjs NAME (sqlite | postgres), with the application's settings in the environment; script/bench calls it.
import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { cpus } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { median, table } from "./table.mjs";

const database = process.argv[2];
const quick = process.env.BENCH_QUICK === "1";
const rounds = quick ? 1 : 3;
const seconds = Number(process.env.BENCH_SECONDS ?? (quick ? 3 : 10));
const warmUp = Number(process.env.BENCH_WARM_UP ?? (quick ? 3 : 20));
const connections = 8;
const results = Number(process.env.BENCH_RESULTS ?? 20_000);
const sample = { user: "kh.chuyenvien", password: "Thu-nghiem-2026" };
const programs = { app: "artifacts/app", reference: "artifacts/bench/reference", data: "artifacts/bench/data" };
const assemblies = { app: "KhuyenCong.Web.dll", reference: "KhuyenCong.Reference.dll", data: "KhuyenCong.BenchData.dll" };
const running = new Set();

const say = (text) => process.stderr.write(`${text}\n`);
const freePort = () => new Promise((free) => {
  const server = createServer().listen(0, "127.0.0.1", () => {
    const { port } = server.address();
    server.close(() => free(port));
  });
});

process.on("exit", () => running.forEach((child) => child.kill("SIGKILL")));
process.on("SIGINT", () => process.exit(130));
process.on("SIGTERM", () => process.exit(143));

/** Starts one of the two and returns once `path` answers, with how long that took. */
async function start(name, path, headers = {}, environment = "Production") {
  const url = `http://127.0.0.1:${await freePort()}`;
  const began = performance.now();
  const child = spawn("dotnet", [assemblies[name]], {
    cwd: programs[name],
    env: { ...process.env, ASPNETCORE_ENVIRONMENT: environment, ASPNETCORE_URLS: url, SignIn__AttemptsPerMinute: "1000" },
    stdio: ["ignore", "ignore", "inherit"],
  });
  running.add(child);
  for (;;) {
    if (child.exitCode !== null) throw new Error(`${name} ended with ${child.exitCode}`);
    const response = await fetch(url + path, { headers, redirect: "manual" }).catch(() => null);
    if (response?.status === 200) {
      await response.text();
      return { url, child, milliseconds: performance.now() - began };
    }
    if (performance.now() - began > 180_000) throw new Error(`${name} does not answer ${path}: ${response?.status}`);
    await sleep(5);
  }
}

async function stop({ child }) {
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  await Promise.race([ended, sleep(15_000).then(() => child.kill("SIGKILL"))]);
  running.delete(child);
}

/** A session as a person gets it: the form, its antiforgery token, the password. */
async function signIn(url) {
  const cookies = new Map();
  const keep = (response) => response.headers.getSetCookie().forEach((line) => cookies.set(line.split("=")[0], line.split(";")[0]));
  const header = () => [...cookies.values()].join("; ");
  const form = await fetch(`${url}/dang-nhap`);
  keep(form);
  const token = /name="__RequestVerificationToken"[^>]*value="([^"]+)"/.exec(await form.text())?.[1];
  const answer = await fetch(`${url}/dang-nhap`, {
    method: "POST",
    redirect: "manual",
    headers: { Cookie: header() },
    body: new URLSearchParams({ UserName: sample.user, Password: sample.password, __RequestVerificationToken: token }),
  });
  keep(answer);
  if (!cookies.has("kc-session")) throw new Error(`Sign-in was refused: ${answer.status}`);
  return header();
}

function wrk(url, cookie, forSeconds) {
  const headers = cookie ? ["-H", `Cookie: ${cookie}`] : [];
  return new Promise((resolve, reject) => {
    const child = spawn("wrk", ["-t1", `-c${connections}`, `-d${forSeconds}s`, "--timeout", "30s", "--latency", "-s", "bench/report.lua", ...headers, url]);
    let text = "";
    child.stdout.on("data", (part) => (text += part));
    child.on("exit", () => {
      const line = text.split("\n").find((l) => l.startsWith("{"));
      if (!line) return reject(new Error(text));
      const round = JSON.parse(line);
      // A fast refusal is no speed: a round with a single failed request does not count.
      return round.failed > 0 ? reject(new Error(`${round.failed} of ${round.requests} requests failed: ${url}`)) : resolve(round);
    });
  });
}

const resident = ({ child }) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))[1]) / 1024;

const gcMode = () => {
  const settings = JSON.parse(readFileSync(`${programs.app}/KhuyenCong.Web.runtimeconfig.json`, "utf8")).runtimeOptions.configProperties ?? {};
  return `${settings["System.GC.Server"] ? "server" : "workstation"}, ${settings["System.GC.Concurrent"] === false ? "not concurrent" : "concurrent"}`;
};

async function fill() {
  say(`${database}: migrating, seeding, recording ${results} results…`);
  await stop(await start("app", "/healthz/ready", {}, "Development"));
  const filled = execFileSync("dotnet", [`${programs.data}/${assemblies.data}`, String(results)], { encoding: "utf8" });
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
  { page, side: "reference", url: reference.url + paths.reference, rounds: [] },
]);
for (const one of cases) {
  const response = await fetch(one.url, { headers: one.cookie ? { Cookie: one.cookie } : {}, redirect: "manual" });
  one.bytes = (await response.arrayBuffer()).byteLength;
  if (response.status !== 200) throw new Error(`${one.url}: ${response.status}`);
  await wrk(one.url, one.cookie, warmUp);
}
for (let round = 1; round <= rounds; round++) {
  for (const one of cases) one.rounds.push(await wrk(one.url, one.cookie, seconds));
  say(`${database}: round ${round} of ${rounds}`);
}

const measured = {
  database,
  quick,
  machine: `${cpus().length} × ${cpus()[0].model}`,
  commit: execFileSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8" }).trim(),
  settings: { connections, warmUp, rounds, seconds, results, gc: gcMode() },
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

// A statement of Kho bạc of 5.000 lines beside 5.000 requests that wait for it: how long it takes until it is read and saved, and until the page with
// what it proposes is there; then until all proposals are confirmed and paid, as many at a click as the page takes. node bench/statement.mjs NAME, with the application's settings in the environment; script/bench statement calls it.
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { assemblies, mostResident, programs, say, signIn, start, stop, tokenOf } from "./server.mjs";

const database = process.argv[2];
const count = Number(process.env.BENCH_ROWS ?? (process.env.BENCH_QUICK === "1" ? 500 : 5_000));
const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10).split("-").reverse().join("/");
const data = (...args) => JSON.parse(execFileSync("dotnet", [`${programs.data}/${assemblies.data}`, ...args.map(String)], { encoding: "utf8" }));

say(`${database}: migrating, seeding, ${count} requests…`);
await stop(await start("app", "/healthz/ready", {}, "Development"));
const filled = data("payments", count);
// Development, for the sample people; everything else is the published application.
const app = await start("app", "/healthz/ready", {}, "Development");
const cookie = await signIn(app.url, "kh.ketoan");
const page = async (path, more) => {
  const answer = await fetch(app.url + path, { headers: { Cookie: more ? `${cookie}; ${more}` : cookie } });
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
  return answer.text();
};

const lines = Array.from({ length: count }, (_, n) => `${today};UNC-${n};${filled.beneficiary};Tam ung theo DNTU-BENCH-${String(n).padStart(5, "0")};${filled.first + n};`);
const body = new FormData();
body.set("__RequestVerificationToken", tokenOf(await page("/kho-bac/nhap")));
body.set("Form.HolderId", filled.holder);
body.set("Form.Account", "9990007654321");
body.set("Form.Keeper", "Kho bạc Nhà nước (dữ liệu minh họa)");
body.set("Upload", new Blob([["Ngày giao dịch;Số chứng từ;Người thụ hưởng;Nội dung;Số tiền chi;Số tiền thu", ...lines].join("\r\n")]), "sao-ke.csv");
const began = performance.now();
const uploaded = await fetch(`${app.url}/kho-bac/nhap`, { method: "POST", redirect: "manual", headers: { Cookie: cookie }, body });
const path = uploaded.headers.get("location");
if (uploaded.status !== 302) throw new Error(`The statement was refused: ${uploaded.status} ${(await uploaded.text()).match(/error-summary[\s\S]{0,600}/)?.[0]}`);
const importSeconds = (performance.now() - began) / 1000;
const opened = performance.now();
const shown = await page(path);
const matchSeconds = (performance.now() - opened) / 1000;
const again = performance.now();
await page(path);
const againSeconds = (performance.now() - again) / 1000;
const proposed = Number(/Xác nhận, ghi chi[^0-9]*([\d.]*)/.exec(shown)?.[1]?.replaceAll(".", "") || (shown.includes("Xác nhận, ghi chi") ? 1 : 0));
if (proposed === 0) throw new Error("Nothing is proposed.");

/** Presses "Xác nhận … dòng khớp chính xác" until the page offers it no more, and looks at the page after each click as a person does. */
async function confirmAll(first) {
  const clicks = [];
  let [html, paid] = [first, 0];
  for (;;) {
    const offered = Number(/Xác nhận ([\d.]+) dòng khớp chính xác/.exec(html)?.[1]?.replaceAll(".", "") ?? 0);
    if (offered === 0) return { clicks, paid };
    const pressed = performance.now();
    const answer = await fetch(`${app.url}${path}?handler=All`, { method: "POST", redirect: "manual", headers: { Cookie: cookie }, body: new URLSearchParams({ __RequestVerificationToken: tokenOf(html) }) });
    if (answer.status !== 302) throw new Error(`Confirming was refused: ${answer.status} ${(await answer.text()).match(/error-summary[\s\S]{0,600}/)?.[0]}`);
    // What the answer says comes with a cookie of its own.
    html = await page(path, answer.headers.getSetCookie().map((line) => line.split(";")[0]).join("; "));
    clicks.push((performance.now() - pressed) / 1000);
    const said = /Đã khớp [\d.]+ dòng, ghi chi ([\d.]+) đề nghị/.exec(html)?.[1];
    if (!said || said === "0") throw new Error(`Of ${offered} proposals ${said ?? "unknown"} were paid.`);
    paid += Number(said.replaceAll(".", ""));
  }
}

const confirming = performance.now();
const { clicks, paid } = await confirmAll(shown);
const confirmSeconds = (performance.now() - confirming) / 1000;
if (paid === 0) throw new Error("Nothing is paid.");

const measured = {
  database, lines: count, machine: `${cpus().length} × ${cpus()[0].model}`,
  commit: execFileSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8" }).trim(),
  importSeconds, matchSeconds, againSeconds, seconds: importSeconds + matchSeconds,
  paid, clicks: clicks.length, confirmSeconds, longestClick: Math.max(...clicks), mostMegabytes: mostResident(app),
};
await stop(app);
if (data("ledgers", "verify").faults > 0) throw new Error("The ledger does not agree with its entries.");
mkdirSync("bench/results", { recursive: true });
const result = `bench/results/statement-${database}.json`;
writeFileSync(result, JSON.stringify(measured, null, 2));
const one = (number) => number.toFixed(1).replace(".", ",");
console.log(`| statement of ${count} lines, ${count} open requests, ${database} | measured | aim |
|---|---:|---:|
| read and saved | ${one(importSeconds)} s | |
| searched, page with proposals | ${one(matchSeconds)} s (again ${one(againSeconds)} s) | |
| both | ${one(measured.seconds)} s | 10 s |
| ${paid} confirmed and paid, ${measured.clicks} clicks (longest ${one(measured.longestClick)} s) | ${one(confirmSeconds)} s, ${one(paid / confirmSeconds)} a second | |
| most memory | ${Math.round(measured.mostMegabytes)} MB | |`);
say(result);
process.exit(0);

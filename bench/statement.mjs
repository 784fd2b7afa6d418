// A statement of Kho bạc of 5.000 lines beside 5.000 requests that wait for it: how long it takes until it is read and saved, and until the page with
// what it proposes is there. node bench/statement.mjs NAME, with the application's settings in the environment; script/bench statement calls it.
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
const page = async (path) => {
  const answer = await fetch(app.url + path, { headers: { Cookie: cookie } });
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

const measured = {
  database, lines: count, machine: `${cpus().length} × ${cpus()[0].model}`,
  commit: execFileSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8" }).trim(),
  importSeconds, matchSeconds, againSeconds, seconds: importSeconds + matchSeconds, mostMegabytes: mostResident(app),
};
await stop(app);
mkdirSync("bench/results", { recursive: true });
const result = `bench/results/statement-${database}.json`;
writeFileSync(result, JSON.stringify(measured, null, 2));
const one = (number) => number.toFixed(1).replace(".", ",");
console.log(`| statement of ${count} lines, ${count} open requests, ${database} | measured | aim |
|---|---:|---:|
| read and saved | ${one(importSeconds)} s | |
| searched, page with proposals | ${one(matchSeconds)} s (again ${one(againSeconds)} s) | |
| both | ${one(measured.seconds)} s | 10 s |
| most memory | ${Math.round(measured.mostMegabytes)} MB | |`);
say(result);
process.exit(0);

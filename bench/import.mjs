// Thousands of establishments from one workbook, as an official uploads them: how long reading and writing take, what memory
// the application holds at most, and whether the bar on the page moves. node bench/import.mjs NAME, with the application's
// settings in the environment; script/bench import calls it.
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { mostResident, resident, say, signIn, start, stop, tokenOf } from "./server.mjs";
import { workbook } from "./workbook.mjs";

const database = process.argv[2];
const count = Number(process.env.BENCH_ROWS ?? 10_000);
const promised = { seconds: 60, megabytes: 300 };
const header = [
  "Tên cơ sở", "Loại hình", "Xã, phường, đặc khu nơi sản xuất (mã hoặc tên)", "Địa chỉ sản xuất", "Vĩ độ", "Kinh độ", "Mã số thuế", "Số định danh cá nhân", "Số đăng ký kinh doanh",
  "Địa chỉ trụ sở", "Ngành nghề", "Mã ngành VSIC", "Phiên bản mã ngành", "Người liên hệ", "Điện thoại", "Thư điện tử", "Năm số liệu", "Lao động", "Nguồn vốn (đồng)", "Doanh thu (đồng)",
  "Xuất khẩu (đồng)", "Nguyên liệu trong tỉnh (%)", "Sản phẩm",
];
const communes = ["22453", "22366", "22873", "22702", "22528", "22852", "22897", "22558"];
const row = (n) => [
  `Cơ sở làng nghề số ${n} (dữ liệu minh họa)`, "Hộ kinh doanh", communes[n % communes.length], `Thôn ${n % 9}`, "", "", "", `0560${String(n).padStart(8, "0")}`, "",
  "", "Bánh tráng", "10799", "VSIC 2025", `Người ${n}`, `0000${String(n).padStart(6, "0")}`, "", "2025", String(1 + (n % 40)), `${100 + n} triệu`, `${200 + n} triệu`, "", "62,5", "Bánh tráng; Bánh đa",
];

const file = workbook("Cơ sở", [header, ...Array.from({ length: count }, (_, n) => row(n + 1))]);
// Development, for the sample people; everything else is the published application.
const app = await start("app", "/healthz/ready", {}, "Development");
const cookie = await signIn(app.url);
const page = async (path) => (await fetch(app.url + path, { headers: { Cookie: cookie } })).text();
const idle = resident(app);

const body = new FormData();
body.set("__RequestVerificationToken", tokenOf(await page("/co-so/nhap-excel")));
body.set("Workbook", new Blob([file]), "danh-sach.xlsx");
const began = performance.now();
const uploaded = await fetch(`${app.url}/co-so/nhap-excel`, { method: "POST", redirect: "manual", headers: { Cookie: cookie }, body });
const path = uploaded.headers.get("location");
if (uploaded.status !== 302) throw new Error(`The upload was refused: ${uploaded.status}`);

/** Asks for the bar as the page does until the work is over; returns every different place it stood at. */
async function watch() {
  const places = new Set();
  for (;;) {
    const answer = await fetch(`${app.url}${path}?handler=Progress`, { headers: { Cookie: cookie } });
    const text = await answer.text();
    const place = /value="(\d+)"/.exec(text)?.[1];
    if (answer.headers.get("hx-refresh") === "true") return places;
    if (place && place !== "0") places.add(place);
    if (performance.now() - began > 600_000) throw new Error("The import does not end.");
    await sleep(250);
  }
}

const readPlaces = await watch();
const readSeconds = (performance.now() - began) / 1000;
const ready = await page(path);
const pressed = performance.now();
const confirmed = await fetch(`${app.url}${path}?handler=Write`, { method: "POST", redirect: "manual", headers: { Cookie: cookie }, body: new URLSearchParams({ __RequestVerificationToken: tokenOf(ready) }) });
if (confirmed.status !== 302) throw new Error(`The import was not confirmed: ${confirmed.status}`);
const writePlaces = await watch();
const writeSeconds = (performance.now() - pressed) / 1000;
const done = /Đã ghi ([\d.]+) cơ sở/.exec(await page(path))?.[1];
if (Number(done?.replaceAll(".", "")) !== count) throw new Error(`${done} of ${count} rows were written.`);

const measured = {
  database, rows: count, workbookKilobytes: Math.round(file.length / 1024),
  machine: `${cpus().length} × ${cpus()[0].model}`,
  commit: execFileSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8" }).trim(),
  readSeconds, writeSeconds, seconds: readSeconds + writeSeconds,
  idleMegabytes: idle, mostMegabytes: mostResident(app),
  barPlaces: { reading: readPlaces.size, writing: writePlaces.size },
  promised,
};
await stop(app);
mkdirSync("bench/results", { recursive: true });
const result = `bench/results/import-${database}.json`;
writeFileSync(result, JSON.stringify(measured, null, 2));
const one = (number) => number.toFixed(1).replace(".", ",");
console.log(`| import of ${count} establishments, ${database} | measured | promised |
|---|---:|---:|
| reading and checking, s | ${one(readSeconds)} | |
| writing, s | ${one(writeSeconds)} | |
| both, s | ${one(measured.seconds)} | ${promised.seconds} |
| most memory, MB (idle ${one(idle)}) | ${one(measured.mostMegabytes)} | ${promised.megabytes} |
| places of the bar seen, reading + writing | ${readPlaces.size} + ${writePlaces.size} | |`);
say(result);
process.exit(0);

// Starting and stopping the programs that a bench asks, and signing in to the application as a person does.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

const sample = { user: "kh.chuyenvien", password: "Thu-nghiem-2026" };
export const programs = { app: "artifacts/app", reference: "artifacts/bench/reference", data: "artifacts/bench/data" };
export const assemblies = { app: "KhuyenCong.Web.dll", reference: "KhuyenCong.Reference.dll", data: "KhuyenCong.BenchData.dll" };
const running = new Set();

export const say = (text) => process.stderr.write(`${text}\n`);

const freePort = () => new Promise((free) => {
  const server = createServer().listen(0, "127.0.0.1", () => {
    const { port } = server.address();
    server.close(() => free(port));
  });
});

process.on("exit", () => running.forEach((child) => child.kill("SIGKILL")));
process.on("SIGINT", () => process.exit(130));
process.on("SIGTERM", () => process.exit(143));

/** Starts a program and returns once `path` answers, with how long that took. */
export async function start(name, path, headers = {}, environment = "Production") {
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

export async function stop({ child }) {
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  await Promise.race([ended, sleep(15_000).then(() => child.kill("SIGKILL"))]);
  running.delete(child);
}

/** The hidden field without which no form is taken. */
export const tokenOf = (html) => /name="__RequestVerificationToken"[^>]*value="([^"]+)"/.exec(html)?.[1];

/** A session as a person gets it: the form, its antiforgery token, the password. */
export async function signIn(url, user = sample.user) {
  const cookies = new Map();
  const keep = (response) => response.headers.getSetCookie().forEach((line) => cookies.set(line.split("=")[0], line.split(";")[0]));
  const header = () => [...cookies.values()].join("; ");
  const form = await fetch(`${url}/dang-nhap`);
  keep(form);
  const answer = await fetch(`${url}/dang-nhap`, {
    method: "POST",
    redirect: "manual",
    headers: { Cookie: header() },
    body: new URLSearchParams({ UserName: user, Password: sample.password, __RequestVerificationToken: tokenOf(await form.text()) }),
  });
  keep(answer);
  if (!cookies.has("kc-session")) throw new Error(`Sign-in was refused: ${answer.status}`);
  return header();
}

const status = ({ child }, field) => Number(new RegExp(`${field}:\\s+(\\d+)`).exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))[1]) / 1024;

export const resident = (program) => status(program, "VmRSS");

/** The most that a program ever held, in MB. */
export const mostResident = (program) => status(program, "VmHWM");

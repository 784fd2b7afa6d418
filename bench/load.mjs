// Asks one page again and again, as several people would at once: wrk with the figures of its latency.
import { spawn } from "node:child_process";

/** Resolves to { requests, failed, seconds, p50, p99 } in milliseconds. */
export function load(url, cookie, forSeconds, connections) {
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

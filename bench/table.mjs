// The middle of several rounds, and the table that people read.
export const median = (values) => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

// The promised ratios to the reference and 99th percentiles; a page without a ratio is only shown.
const general = { sqlite: () => 25, postgres: (reference) => Math.max(25, 1.2 * reference) };
const limits = {
  list: { ratio: { sqlite: 0.55, postgres: 0.8 }, p99: general },
  dashboard: { p99: general },
  projects: { ratio: { sqlite: 0.6, postgres: 1 }, p99: general },
  dossier: { p99: { sqlite: () => 40, postgres: () => 40 } },
};

const verdict = (holds, aim) => `${holds ? "reached" : "MISSED"} (aim ${aim})`;

export function table({ database, settings, machine, commit, doubleSupport, startMilliseconds, residentMegabytes, cases }) {
  const lines = [
    "",
    `${database}: ${settings.connections} connections, ${settings.warmUp} s warm-up, medians of ${settings.rounds} rounds of ${settings.seconds} s, ${settings.results} results, ${settings.projects} projects; ${machine}; ${commit}`,
    "page       program     req/s    p50 ms   p99 ms   bytes",
  ];
  const verdicts = [];
  for (const page of new Set(cases.map((c) => c.page))) {
    const [app, reference] = ["app", "reference"].map((side) => cases.find((c) => c.page === page && c.side === side));
    for (const one of [app, reference].filter(Boolean)) {
      lines.push([page.padEnd(10), one.side.padEnd(9), one.perSecond.toFixed(0).padStart(7), one.p50.toFixed(2).padStart(9), one.p99.toFixed(2).padStart(8), String(one.bytes).padStart(8)].join(" "));
    }
    const { ratio: ratios, p99 } = limits[page];
    if (reference) {
      const ratio = app.perSecond / reference.perSecond;
      verdicts.push(`${page}: ${ratio.toFixed(2)} of the reference` + (ratios ? `, ${verdict(ratio >= ratios[database], `≥ ${ratios[database]}`)}` : ""));
    }
    const most = p99[database](reference?.p99);
    verdicts.push(`${page}: p99 ${app.p99.toFixed(1)} ms, ${verdict(app.p99 <= most, `≤ ${most.toFixed(0)} ms`)}`);
  }
  verdicts.push(`double support, one dossier against ${settings.projects}: p50 ${doubleSupport.p50} ms, p99 ${doubleSupport.p99} ms of ${doubleSupport.checks} checks, ${verdict(doubleSupport.p99 <= 50, "≤ 50 ms")}`);
  verdicts.push(`memory: application ${residentMegabytes.app.toFixed(0)} MB resident, ${verdict(residentMegabytes.app <= 230, "≤ 230 MB")}, reference ${residentMegabytes.reference.toFixed(0)} MB; GC ${settings.gc}`);
  verdicts.push(`start to first page, signed in, on an existing database: ${startMilliseconds.median.toFixed(0)} ms, ${verdict(startMilliseconds.median <= 1500, "≤ 1500 ms")}`);
  return [...lines, "", ...verdicts].join("\n");
}

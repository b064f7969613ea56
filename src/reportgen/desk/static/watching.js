// A job that runs: its report as it comes, and beside it what can be done.

import { make } from "/static/page.js";
import { ask, part } from "/static/send.js";

const PAUSE = 400; // milliseconds between two looks
const watched = new WeakMap(); // by element: the job whose report it shows

function line({ words, weight }) {
  return weight ? make("span", { class: weight }, words) : words;
}

/** Shows a job until it is over, or its `report` shows another one. Raises what `ask` raises. */
export async function watch(job, report, side) {
  watched.set(report, job);
  for (let at = 0; ;) {
    const now = await ask(`/jobs/${job}/report`, { from: at });
    if (watched.get(report) !== job) return;
    report.append(...now.lines.map(line));
    at = now.at;
    if (now.changed || now.over) side.innerHTML = await part(`/jobs/${job}/side`);
    if (now.over) return;
    await new Promise(resolve => setTimeout(resolve, PAUSE));
  }
}

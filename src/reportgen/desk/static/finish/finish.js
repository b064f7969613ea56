// What is done when the text is written: documents, copies that go round and come back; each job in a dialog.

import { file, settled } from "/static/edits.js";
import { byId, make } from "/static/page.js";
import { part, post } from "/static/send.js";

const PAUSE = 400; // milliseconds between two looks at a job
let watched = "";

function line({ words, weight }) {
  return weight ? make("span", { class: weight }, words) : words;
}

async function watch(job) {
  watched = job;
  let at = 0;
  for (;;) {
    const now = JSON.parse(await part(`/jobs/${job}/report?from=${at}`));
    if (watched !== job) return;
    byId("job-report").append(...now.lines.map(line));
    at = now.at;
    if (now.changed || now.over) byId("job-side").innerHTML = await part(`/jobs/${job}/side`);
    if (now.over) return;
    await new Promise(resolve => setTimeout(resolve, PAUSE));
  }
}

async function begin(what, body = {}) {
  const dialog = byId("job-dialog");
  await settled();
  byId("job-report").replaceChildren();
  byId("job-side").replaceChildren();
  try {
    const { job, title } = await post(`/finish/${what}?${new URLSearchParams({ file })}`, body);
    byId("job-title").textContent = title;
    if (!dialog.open) dialog.showModal();
    await watch(job);
  } catch (problem) {
    byId("job-report").textContent = problem.message;
    if (!dialog.open) dialog.showModal();
  }
}

document.addEventListener("click", event => {
  const menu = event.target.closest("details.menu");
  for (const other of document.querySelectorAll("details.menu[open]")) if (other !== menu || event.target.closest("[role=menuitem]")) other.open = false;
  const button = event.target.closest("[data-finish]");
  if (button) begin(button.dataset.finish);
  const cancel = event.target.closest("#job-side [data-do]");
  if (cancel) post(cancel.dataset.do).catch(() => {});
  if (event.target.closest("[data-close]")) event.target.closest("dialog").close();
});

byId("compare").addEventListener("click", () => byId("compare-dialog").showModal());
byId("compare-form").addEventListener("submit", event => {
  event.preventDefault();
  const form = event.target;
  const chosen = form.state.value || form.draft.files.length;
  byId("compare-why").hidden = Boolean(chosen);
  if (!chosen) return;
  byId("compare-dialog").close();
  begin("diff", new FormData(form));
});

// A copy that came home is handed in from the list of copies.
document.addEventListener("submit", async event => {
  if (event.target.id !== "take-copy") return;
  event.preventDefault();
  const why = byId("take-why");
  try {
    const { copy } = await post(`/returned/take?${new URLSearchParams({ file })}`, new FormData(event.target));
    location.assign(`/returned/copy?${new URLSearchParams({ file, copy })}`);
  } catch (problem) {
    why.hidden = false;
    why.textContent = problem.message;
  }
});

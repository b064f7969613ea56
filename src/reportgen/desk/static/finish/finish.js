// What is done when the text is written: documents, copies that go round and come back; each job in a dialog.

import { file, settled } from "/static/edits.js";
import { byId } from "/static/page.js";
import { send } from "/static/send.js";
import { watch } from "/static/watching.js";

async function begin(what, body = {}) {
  const dialog = byId("job-dialog");
  await settled();
  byId("job-report").replaceChildren();
  byId("job-side").replaceChildren();
  try {
    const { job, title } = await send(`/finish/${what}`, { file }, body);
    byId("job-title").textContent = title;
    if (!dialog.open) dialog.showModal();
    await watch(job, byId("job-report"), byId("job-side"));
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
  if (cancel) send(cancel.dataset.do).catch(() => {}); // whoever watches the job is told that nobody answers
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
    const { copy } = await send("/returned/take", { file }, new FormData(event.target));
    location.assign(`/returned/copy?${new URLSearchParams({ file, copy })}`);
  } catch (problem) {
    why.hidden = false;
    why.textContent = problem.message;
  }
});

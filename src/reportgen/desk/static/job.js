// The page of a job.

import { byId } from "/static/page.js";
import { listen } from "/static/presence.js";
import { follow, send } from "/static/send.js";
import { watch } from "/static/watching.js";

const said = byId("said");

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-do]");
  if (!button || button.disabled) return;
  button.disabled = true;
  try {
    follow(await send(button.dataset.do, {}, button.dataset.job ? { job: button.dataset.job } : {}));
  } catch (error) {
    said.textContent = error.message;
    button.disabled = false;
  }
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !event.isComposing) location.assign("/");
});

listen({});
watch(byId("job").dataset.job, byId("report"), byId("side")).catch((problem) => { said.textContent = problem.message; });

// A job: its report as it comes, and what can be done when it is over.

import { follow, listen, part, post } from "/static/send.js";

const job = document.getElementById("job").dataset.job;
const report = document.getElementById("report");
const side = document.getElementById("side");
const said = document.getElementById("said");
let at = 0;

function add(lines) {
  for (const { words, weight } of lines) {
    if (weight) {
      const line = document.createElement("span");
      line.className = weight;
      line.textContent = words;
      report.append(line);
    } else {
      report.append(words);
    }
  }
}

async function watch() {
  for (;;) {
    let now;
    try {
      now = JSON.parse(await part(`/jobs/${job}/report?from=${at}`));
    } catch (error) {
      said.textContent = error.message;
      return;
    }
    add(now.lines);
    at = now.at;
    if (now.changed || now.over) side.innerHTML = await part(`/jobs/${job}/side`);
    if (now.over) return;
    await new Promise((resolve) => setTimeout(resolve, 400));
  }
}

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-do]");
  if (!button || button.disabled) return;
  button.disabled = true;
  try {
    follow(await post(button.dataset.do, button.dataset.job ? { job: button.dataset.job } : {}));
  } catch (error) {
    said.textContent = error.message;
    button.disabled = false;
  }
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !event.isComposing) location.assign("/");
});

listen({});
watch();

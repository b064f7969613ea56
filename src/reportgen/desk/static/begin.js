// The pages from which something is begun: a form is sent as JSON or with its files, and what it has led to is followed.

import { listen } from "/static/presence.js";
import { follow, send } from "/static/send.js";

const form = document.querySelector("form[data-post]");
const wrong = form.querySelector(".wrong-said");

function asJson(data) {
  const found = {};
  for (const name of new Set(data.keys())) {
    const isMany = form.querySelector(`[name="${CSS.escape(name)}"]`).type === "checkbox";
    found[name] = isMany ? data.getAll(name) : data.get(name);
  }
  return found;
}

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const button = form.querySelector("button.main");
  if (!button || button.disabled) return;
  button.disabled = true;
  if (wrong) wrong.textContent = "";
  const data = new FormData(form);
  try {
    follow(await send(form.dataset.post, {}, form.dataset.as === "json" ? asJson(data) : data));
  } catch (error) {
    if (wrong) wrong.textContent = error.message;
  }
  button.disabled = false;
});

document.addEventListener("keydown", (event) => {
  if (event.isComposing || event.keyCode === 229) return;
  if (event.key === "Escape" && !event.target.matches("input, select")) location.assign("/");
  if (event.key === "Enter" && !event.target.closest("a, button, input, select")) form.requestSubmit();
});

// ---- the name of a new file follows what was chosen, until somebody types one ----

const name = form.querySelector("#name");
let isTyped = false;
name?.addEventListener("input", () => { isTyped = name.value !== ""; });

function propose(words) { if (name && !isTyped && words) name.value = words; }

const chosen = document.getElementById("chosen");
function choose() {
  const titles = [...form.querySelectorAll("[name=packs]:checked")].map((box) => box.dataset.title);
  chosen.textContent = titles.join(chosen.dataset.and) || chosen.dataset.none;
  const unit = form.querySelector("#unit").value.trim();
  const year = form.querySelector("#year").value.trim();
  propose(unit ? [unit, year].filter(Boolean).join("-") : titles.length ? [titles[0], year].filter(Boolean).join("-") : "");
}
if (chosen) form.addEventListener("input", (event) => { if (event.target !== name) choose(); });

const stem = (path) => path.split("/").pop().replace(/\.[^.]+$/, "");
form.addEventListener("change", (event) => {
  if (event.target.matches("[data-stem]") && event.target.checked) propose(stem(event.target.value));
  if (event.target.matches("[data-drop]") && event.target.files.length) propose(stem(event.target.files[0].name));
});

const target = form.querySelector("[data-drop]");
if (target) {
  document.addEventListener("dragover", (event) => event.preventDefault());
  document.addEventListener("drop", (event) => {
    if (!event.dataTransfer?.files.length) return;
    event.preventDefault();
    target.files = event.dataTransfer.files;
    target.dispatchEvent(new Event("change", { bubbles: true }));
  });
}

// ---- next year's file: one kind of change at a time ----

for (const link of document.querySelectorAll(".filter a[data-kind]")) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    for (const other of document.querySelectorAll(".filter a[data-kind]")) other.classList.toggle("on", other === link);
    for (const row of document.querySelectorAll("tr[data-kind]")) {
      row.hidden = Boolean(link.dataset.kind) && row.dataset.kind !== link.dataset.kind;
    }
    for (const body of document.querySelectorAll(".roll tbody")) {
      body.hidden = ![...body.querySelectorAll("tr[data-kind]")].some((row) => !row.hidden);
    }
  });
}

listen({});

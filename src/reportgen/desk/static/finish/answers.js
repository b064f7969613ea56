// Remarks of a copy that came home: each answered where it stands, with the keys alone or the mouse.

import { listen } from "/static/presence.js";
import { send } from "/static/send.js";

const page = document.getElementById("answers");
const { file, copy, digest } = page.dataset;
const forms = [...document.querySelectorAll("form.remark")];

function open(form) {
  for (const each of document.querySelectorAll(".now")) each.classList.remove("now");
  form.classList.add("now");
  document.querySelector(`.answer-list a[data-key="${form.dataset.key}"]`)?.classList.add("now");
  form.scrollIntoView({ block: "center" });
}

function current() {
  return document.activeElement.closest("form.remark") || document.querySelector("form.remark.now");
}

async function act(form, what, values = {}) {
  const why = form.querySelector("[role=alert]");
  try {
    const body = { key: form.dataset.key, path: form.dataset.path, reply: form.reply?.value || "", digest, ...values };
    await send(`/returned/${what}`, { file, copy }, body);
    const next = forms[forms.indexOf(form) + 1] || form;
    location.replace(`${location.pathname}${location.search}#r-${(what === "number" || what === "later" ? form : next).dataset.key}`);
    location.reload();
  } catch (problem) {
    why.hidden = false;
    why.textContent = problem.message;
    form.reply?.focus();
  }
}

function step(by) {
  const at = forms.indexOf(current());
  const next = forms[(at + by + forms.length) % forms.length];
  if (!next) return;
  open(next);
  next.querySelector("textarea, button").focus();
}

document.addEventListener("click", event => {
  const button = event.target.closest("[data-act]");
  if (!button) return;
  const form = button.closest("form");
  const name = button.dataset.act;
  act(form, name, name === "number" ? { number: button.dataset.number, name: form.called.value } : {});
});
document.addEventListener("focusin", event => {
  const form = event.target.closest("form.remark");
  if (form && !form.classList.contains("now")) open(form);
});
document.addEventListener("submit", event => event.preventDefault());
document.addEventListener("keydown", event => {
  if (event.isComposing || event.keyCode === 229) return;
  const key = event.key.toLowerCase();
  if (event.key === "F8") {
    event.preventDefault();
    step(event.shiftKey ? -1 : 1);
  } else if (event.altKey && (key === "y" || key === "n") && current()) {
    event.preventDefault();
    act(current(), key === "y" ? "accept" : "reject");
  }
});

listen({}, [file]);
const wanted = location.hash && document.getElementById(location.hash.slice(1));
if (wanted) {
  open(wanted);
  wanted.querySelector("textarea, button")?.focus();
}

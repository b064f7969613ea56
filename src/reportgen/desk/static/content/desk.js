// The page of a content file put together: the form, what is wrong, its pages, its keys.

import "/static/cards.js";
import { bothSides } from "/static/content/conflict.js";
import { act, answerConflicts, file, isComposing, redo, reread, settled, undo } from "/static/edits.js";
import { check, choose, currentFinding, keepAsking, mend, step } from "/static/content/findings.js";
import { startPreview } from "/static/content/preview.js";
import { byId } from "/static/page.js";
import { listen } from "/static/presence.js";
import { begin, focusField } from "/static/widgets.js";

answerConflicts(({ path, mine, theirs }) => bothSides(path.join("·"), mine, theirs));

// ---- keys ----

function typing(target) {
  return target.closest("input, textarea, select, [contenteditable]") !== null;
}

function finish() {
  document.querySelector("[data-build]")?.click();
}

function pane(name) {
  if (name === "pages") drawer(true);
  const target = name === "outline" ? document.querySelector("#outline a.on, #outline a") : byId(name === "pages" ? "view" : "form");
  target?.focus();
}

function drawer(open = !byId("pages").classList.contains("open")) {
  byId("pages").classList.toggle("open", open);
  byId("drawer").setAttribute("aria-expanded", String(open));
}

addEventListener("keydown", event => {
  if (event.isComposing || event.keyCode === 229 || isComposing() || event.defaultPrevented) return;
  const { key, altKey, ctrlKey, metaKey, shiftKey } = event;
  const take = (work) => { event.preventDefault(); work(); };
  if (key === "F8") return take(() => step(shiftKey ? -1 : 1));
  if (altKey && !ctrlKey && key === "1") return take(() => pane("outline"));
  if (altKey && !ctrlKey && key === "2") return take(() => pane("form"));
  if (altKey && !ctrlKey && key === "3") return take(() => pane("pages"));
  if (altKey && key.toLowerCase() === "g") return take(() => { const found = currentFinding(); if (found?.change) mend(found); });
  if (altKey && key.toLowerCase() === "b") return take(() => { const found = currentFinding(); if (found?.can_be_kept) keepAsking(found); });
  if ((ctrlKey || metaKey) && key === "Enter") return take(finish);
  if (typing(event.target) || byId("dialog").open || byId("keys-dialog").open) return undefined;
  if ((ctrlKey || metaKey) && key.toLowerCase() === "z" && !shiftKey) return take(undo);
  if ((ctrlKey || metaKey) && (key.toLowerCase() === "y" || (key.toLowerCase() === "z" && shiftKey))) return take(redo);
  if (ctrlKey || metaKey || altKey) return undefined;
  if (key === "n") return take(() => step(1, { focus: false })); // in a cell, the next n would be typed
  if (key === "p") return take(() => step(-1, { focus: false }));
  if (key === "?") return take(() => byId("keys-dialog").showModal());
  if (key === "Escape") return choose(null);
  return undefined;
});

// ---- the outline follows the form ----

function followForm() {
  const form = byId("form");
  const links = [...document.querySelectorAll("#outline a[data-section]")];
  const sections = links.map(link => byId(link.dataset.section));
  const top = form.getBoundingClientRect().top + 60;
  const at = sections.reduce((found, section, index) => (section && section.getBoundingClientRect().top <= top ? index : found), 0);
  links.forEach((link, index) => {
    link.classList.toggle("on", index === at);
    if (index === at) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  });
}

function startForm() {
  begin();
  byId("form").addEventListener("scroll", () => requestAnimationFrame(followForm), { passive: true });
  byId("mend")?.addEventListener("click", async () => { if (await act("/content/repair", { key: "*" })) location.reload(); });
  followForm();
}

document.addEventListener("click", event => {
  const link = event.target.closest("#outline a[data-section]");
  if (link) {
    event.preventDefault();
    byId(link.dataset.section).scrollIntoView({ block: "start" });
    followForm();
  }
  const back = event.target.closest("[data-back]");
  if (back) act("/content/back", { state: back.dataset.back }).then(answer => { if (answer) location.reload(); });
});

// What an answer of htmx puts into the dialog is shown.
document.addEventListener("htmx:after:swap", () => {
  const dialog = byId("dialog");
  if (dialog.childElementCount && !dialog.open) dialog.showModal();
});

function start() {
  startForm();
  byId("undo").addEventListener("click", undo);
  byId("redo").addEventListener("click", redo);
  byId("drawer").addEventListener("click", () => drawer());
  byId("all-keys").addEventListener("click", () => byId("keys-dialog").showModal());
  // Without a digest a file beside this one is another, or may be, since nobody has looked at the page for a while.
  listen({ changed: ({ digest }) => reread().then(() => digest === undefined && check()) }, [file]);
  startPreview();
  check().then(() => {
    const asked = new URLSearchParams(location.search);
    if (asked.get("finding")) choose(asked.get("finding"));
    else if (asked.get("path")) focusField(asked.get("path"));
  });
}

addEventListener("pagehide", () => settled());
start();

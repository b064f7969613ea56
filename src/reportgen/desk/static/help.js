// Help where one is: F1 or 「说明」. The drawer lies over the pages, never over the form, and follows the field in hand.

import { at, change, file, isComposing, state } from "/static/edits.js";
import { byId, make, speaker, tell } from "/static/page.js";
import { part } from "/static/send.js";
import { HOLE, redraw } from "/static/widgets.js";

const REST = 150;
const say = speaker(byId("help-words"));
const drawer = byId("help");
const body = byId("help-body");
const lastOf = new Map(); // by section: the field that was in hand there last
let shown = null; // the path that is shown; null for a manual page
let before = null; // what had the focus when the drawer was opened
let timer = null;
let count = 0; // of what was asked for: only the last is shown

async function asked(address, values) {
  const made = make("template");
  made.innerHTML = await part(address, values);
  return made.content;
}

function fieldAt(element) {
  const holder = element?.closest?.(".field");
  if (!holder) return null;
  // Of what has no help of its own, a row of a table, the field that holds it.
  return { path: JSON.parse(holder.dataset.path), holder };
}

function inHand(section = null) {
  const own = fieldAt(document.activeElement);
  if (own && (!section || section.contains(own.holder))) return own;
  const last = section && lastOf.get(section.id);
  return last?.holder.isConnected ? last : fieldAt((section ?? currentSection())?.querySelector(".field > *"));
}

function currentSection() {
  const link = document.querySelector("#outline a.on");
  return byId(link?.dataset.section ?? "") ?? document.querySelector(".section");
}

async function show(field, wanted = "help-meaning") {
  if (!field) return;
  open();
  count += 1;
  const own = count;
  const path = JSON.stringify(field.path);
  if (shown !== path) {
    try {
      const answer = await asked("/content/help", { file, path });
      if (own !== count) return;
      body.replaceChildren(answer, make("div", { id: "help-former-part" }, make("p", { class: "meta" }, say("reading"))));
      shown = path;
      byId("help-use").hidden = true;
      former(path, wanted === "help-former");
    } catch {
      tell(say("not-told"));
      return;
    }
  }
  bring(wanted);
}

function bring(name) {
  if (name === "help-meaning") body.scrollTop = 0;
  else byId(name)?.scrollIntoView({ block: "start" });
}

async function former(path, isWanted) {
  try {
    const answer = await asked("/content/former", { file, path });
    if (shown !== path) return;
    byId("help-former-part").replaceChildren(answer);
    offer(JSON.parse(path));
    if (isWanted) bring("help-former");
  } catch {
    byId("help-former-part")?.replaceChildren();
  }
}

// Last year's text may be put into a field that says nothing yet.
function offer(path) {
  const value = body.querySelector("script.former-value");
  const now = at(state.tree, path);
  const isEmpty = now === null || now === "" || HOLE.test(now);
  byId("help-use").hidden = !value || !isEmpty;
}

async function use() {
  const path = JSON.parse(shown);
  const value = JSON.parse(body.querySelector("script.former-value").textContent);
  const { ok, why } = await change(path, value, { now: true });
  if (!ok) return tell(why || "");
  redraw(path);
  byId("help-use").hidden = true;
  return tell(say("used"));
}

async function manual(code) {
  open();
  count += 1;
  const own = count;
  let answer;
  try {
    answer = await asked(`/manual/${code}`, { part: 1 });
  } catch {
    tell(say("not-told"));
    return;
  }
  if (own !== count) return;
  shown = null;
  byId("help-use").hidden = true;
  body.replaceChildren(answer);
  body.scrollTop = 0;
}

function open() {
  if (!drawer.hidden) return;
  before = document.activeElement;
  drawer.hidden = false;
}

function close() {
  const had = drawer.contains(document.activeElement);
  drawer.hidden = true;
  shown = null;
  if (had && before?.isConnected) before.focus();
}

// F1 shows the help of the field in hand; pressed again it leads into the drawer, and out of it.
function toggle() {
  if (drawer.hidden) return show(inHand());
  if (drawer.contains(document.activeElement)) return close();
  return body.focus();
}

addEventListener("keydown", event => {
  if (event.isComposing || event.keyCode === 229 || isComposing()) return;
  if (event.key === "F1") {
    event.preventDefault();
    toggle();
  } else if (event.key === "Escape" && drawer.contains(event.target)) {
    event.preventDefault();
    close();
  }
}, true);

document.addEventListener("focusin", event => {
  const field = fieldAt(event.target);
  const section = field && event.target.closest(".section");
  if (!section) return;
  lastOf.set(section.id, field);
  if (drawer.hidden) return;
  clearTimeout(timer);
  timer = setTimeout(() => { if (!drawer.hidden) show(field); }, REST);
});

document.addEventListener("click", event => {
  const wanted = event.target.closest("[data-help]");
  if (wanted) show(wanted.closest(".field") ? fieldAt(wanted) : inHand(wanted.closest(".section")), wanted.dataset.help);
  const page = event.target.closest('a[href^="/manual/"]');
  if (page && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    manual(page.getAttribute("href").slice("/manual/".length));
  }
});
byId("help-close").addEventListener("click", close);
byId("help-use").addEventListener("click", use);

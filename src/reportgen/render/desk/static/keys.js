// The keys of the page, and the list of them.

import { byId, make, say } from "./dom.js";
import { activeTab, nextTab, step } from "./lists.js";
import { judge } from "./findings.js";
import { decide } from "./store.js";
import { NOTES_FIRST, STATES } from "./choices.js";
import { startRemark } from "./remarks.js";
import { handOut } from "./handing.js";
import { point, selected } from "./pages.js";

const KEYS = [
  [["n", "F8", "→"], "key-next"], [["p", "Shift+F8", "←"], "key-previous"], [["↑", "↓"], "key-row"],
  ...STATES.map((state, index) => [[String(index + 1)], `key-${state}`]), [["0"], "key-undecided"],
  [["m"], "key-remark"], [["t"], "key-tabs"], [["/"], "key-search"], [["e"], "key-export"], [["Esc"], "key-close"], [["?"], "key-help"],
];

function finding() {
  const tab = activeTab();
  return tab.name === "findings" && tab.at && !tab.at.accepted ? tab.at : null;
}

function verdict(state) {
  const at = finding();
  if (at) judge(at, state);
}

function write() {
  const reason = NOTES_FIRST && finding() && !selected() ? byId("reason") : null;
  if (reason) reason.focus();
  else startRemark();
}

const VERDICTS = Object.fromEntries(STATES.map((state, index) => [index + 1, () => verdict(state)]));

const ACTS = {
  ...VERDICTS,
  n: () => step(1), p: () => step(-1), ArrowRight: () => step(1), ArrowLeft: () => step(-1), ArrowDown: () => step(1), ArrowUp: () => step(-1),
  0: () => finding() && decide(finding().key, ""),
  m: write, t: () => nextTab(1), e: handOut, "/": () => byId("search").focus(), "?": () => byId("help").showModal(),
  Escape: () => { getSelection().removeAllRanges(); point([], [], ""); byId("list").focus(); },
};

function isTyping(element) {
  return element.closest("input, textarea, select, [contenteditable]") && !["radio", "checkbox", "button"].includes(element.type);
}

// Arrow keys belong to what has the focus where that has a use for them.
function ownsArrows(element) {
  return element.closest("#view, [role=tablist], [role=listbox], input, textarea, #detail");
}

function onKey(event) {
  if (event.isComposing || event.keyCode === 229 || event.ctrlKey || event.altKey || event.metaKey || byId("help").open) return;
  if (event.key === "F8") {
    event.preventDefault();
    return step(event.shiftKey ? -1 : 1);
  }
  const { target } = event;
  if (event.key === "Escape" && isTyping(target)) return target.blur();
  if (isTyping(target) || (event.key.startsWith("Arrow") && ownsArrows(target)) || !(event.key in ACTS)) return;
  event.preventDefault();
  ACTS[event.key]();
}

export function helpDialog() {
  const line = ([keys, name]) => [make("dt", {}, ...keys.map(key => make("kbd", {}, key))), make("dd", {}, say(name))];
  const close = make("button", { class: "btn", type: "button", onclick: () => byId("help").close() }, say("close"));
  addEventListener("keydown", onKey);
  return make("dialog", { id: "help", "aria-labelledby": "help-title" }, make("h2", { id: "help-title" }, say("help")), make("dl", {}, ...KEYS.flatMap(line)), close);
}

// Findings: what is wrong, the working behind it, and what has been decided about it.

import { byId, desk, make, say } from "./dom.js";
import { decide, decision } from "./store.js";
import { NOTES_FIRST, STATES, asksReason } from "./choices.js";
import { point } from "./pages.js";
import { open, step } from "./lists.js";
import { row_, sourceOf, pageName, term, around } from "./parts.js";

const KINDS = ["fatal", "error", "warning", "doubt", "hint", "accepted"];

function verdictOf(finding) {
  const made = decision(finding.key);
  return made && made.state ? say(made.state) : finding.accepted ? say("accepted") : "";
}

function seg(finding) {
  const made = decision(finding.key);
  const press = (state, key) => make(
    "button",
    { class: `btn${made && made.state === state ? " on" : ""}`, type: "button", "aria-pressed": String(Boolean(made && made.state === state)), onclick: () => judge(finding, state) },
    say(state), " ", make("kbd", { "aria-hidden": "true" }, key),
  );
  const reason = make("input", {
    id: "reason", class: "input", value: made ? made.reason : "", placeholder: say("reason"), "aria-label": say("reason"),
    onchange: event => decide(finding.key, made ? made.state : "", event.target.value.trim()),
    onkeydown: event => { if (NOTES_FIRST && event.key === "Enter" && !event.isComposing) onward(event); },
  });
  const choices = STATES.map((state, index) => press(state, String(index + 1)));
  const parts = [make("div", { class: "seg", role: "group", "aria-label": say("decide") }, ...choices)];
  return make("div", { class: "verdict" }, ...parts, asksReason(made ? made.state : "") ? reason : null);
}

// What was written is kept, and the next finding opened.
function onward(event) {
  event.preventDefault();
  event.target.blur();
  step(1);
}

// A second press takes the decision back; what asks for a reason asks at once, where that is not there anyway.
export function judge(finding, state) {
  const made = decision(finding.key);
  decide(finding.key, made && made.state === state ? "" : state, made ? made.reason : "");
  const reason = byId("reason");
  if (reason && !NOTES_FIRST) reason.focus();
}

function openedFinding(finding) {
  const head = make(
    "div", { class: "title" },
    make("span", { class: `sev ${finding.kind}` }, finding.weight), make("b", { class: "grow" }, finding.title),
    make("span", { class: "meta" }, pageName(finding.page)), make("span", { class: "code" }, finding.code),
  );
  const told = [finding.label && finding.label !== finding.title ? make("p", { class: "label" }, finding.label) : null];
  const working = finding.notes.length ? make("ul", { class: "work" }, ...finding.notes.map(note => make("li", {}, note))) : null;
  const terms = make(
    "dl", {},
    ...term("accepted-for", finding.accepted), ...term("basis", finding.basis), ...term("fix", finding.fix),
    ...term("written", sourceOf(finding, finding.words)),
  );
  return [head, ...told, around(finding.on, [...finding.words].length), working, terms, finding.accepted ? null : seg(finding)];
}

export const findingsTab = {
  name: "findings",
  empty: "no-findings",
  kinds: [...KINDS, "undecided", ...STATES],
  rows: () => desk.findings,
  rank: finding => KINDS.indexOf(finding.kind),
  kindOf: finding => {
    const made = decision(finding.key);
    return [finding.kind, made && made.state ? made.state : finding.accepted ? "" : "undecided"];
  },
  classOf: finding => `${finding.kind}${decision(finding.key)?.state ? " done" : ""}`,
  words: finding => [finding.code, finding.title, finding.label, finding.words, ...finding.notes].join("\n"),
  row: finding => row_(finding.weight, finding.kind, finding.page, finding.label && finding.label !== finding.title ? `${finding.title}：${finding.label}` : finding.title, verdictOf(finding)),
  opened: openedFinding,
  point: finding => point(finding.boxes, [], finding.kind),
};

export function findingBoxes(item) {
  return { item, tab: "findings", boxes: item.boxes, kind: `finding ${item.kind}`, label: `${item.weight} ${item.title}` };
}

// Findings that cannot be told apart are decided about in one, and counted so.
export function counts() {
  const found = { ...Object.fromEntries(STATES.map(state => [state, 0])), open: 0 };
  for (const [key, accepted] of new Map(desk.findings.map(finding => [finding.key, finding.accepted]))) {
    const made = decision(key);
    if (made && made.state) found[made.state] += 1;
    else if (!accepted) found.open += 1;
  }
  return found;
}

export function tally() {
  return say("decided", counts());
}

export function openFinding(index) {
  open(desk.findings[index], "findings");
}

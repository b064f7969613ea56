// What is wrong, under the fields; exactly one finding is open, and all ways to choose one lead here.

import { act, changedBeside, file, onChanged, state } from "/static/edits.js";
import { byId, make, say, tell } from "/static/page.js";
import { ask } from "/static/send.js";
import { focusField, holderOf, markAll } from "/static/widgets.js";

const MOST = 3; // at one field; the others behind 「另外 n 处」
const KINDS = { fatal: "e", error: "e", warning: "w", doubt: "d", hole: "t", hint: "h", accepted: "h" };
const RANKS = ["fatal", "error", "warning", "doubt", "hole", "hint"];
const chosen = [];
let all = [];
let current = null;
let digest = "";
let beside = ""; // told from before once a file beside this one has come, changed or gone
let unfolded = new Set();
let worked = {}; // cells of tables that the program works out, by dotted path

export function onChosen(listener) {
  chosen.push(listener);
}

const told = [];

// Calls back when findings are told anew.
export function onTold(listener) {
  told.push(listener);
}

export function findings() {
  return all;
}

export function currentFinding() {
  return all.find(each => each.key === current) || null;
}

function open() {
  return all.filter(each => !each.accepted && each.kind !== "hint");
}

// ---- asked for when the text has changed ----

let running = false;
let again = false;

export async function check() {
  if (running) {
    again = true;
    return;
  }
  running = true;
  try {
    show(await ask("/content/check", { file }));
  } catch (problem) {
    tell(problem.message);
  }
  running = false;
  if (again) {
    again = false;
    check();
  }
}

function show(view) {
  if (view.digest !== state.digest) return; // newer ones are on their way
  const isBeside = digest === view.digest && beside !== view.beside;
  [digest, beside] = [view.digest, view.beside];
  all = view.findings;
  counts(view);
  draw();
  worked = view.worked;
  markAll(all.filter(each => !each.accepted), worked);
  for (const listener of told) listener(all);
  if (isBeside) changedBeside();
}

function counts(view) {
  const told = [["error", view.errors], ["warning", view.warnings], ["doubt", view.doubts], ["hole", view.holes]];
  for (const [name, count] of told) byId(`count-${name}`).textContent = count ? `${say(name)} ${count}` : "";
  byId("count-none").hidden = told.some(([, count]) => count);
}

// ---- lists under the fields ----

function placeOf(finding) {
  const holder = finding.path ? holderOf(finding.path) : null;
  return holder ? holder.querySelector(":scope > .finds") : byId("elsewhere");
}

function draw() {
  const places = new Map();
  for (const finding of all) {
    const place = placeOf(finding);
    if (!places.has(place)) places.set(place, []);
    places.get(place).push(finding);
  }
  for (const place of document.querySelectorAll(".finds")) place.replaceChildren(...listed(place, places.get(place) || []));
  byId("elsewhere").hidden = !byId("elsewhere").childElementCount;
  outline();
}

function listed(place, own) {
  const sorted = [...own].sort((one, other) => rank(one) - rank(other));
  const name = place.parentElement?.dataset.name || "";
  const shown = unfolded.has(name) ? sorted : sorted.filter((each, index) => index < MOST || each.key === current);
  const rest = sorted.length - shown.length;
  const more = rest > 0 && make("button", { class: "link more", type: "button", onclick: () => { unfolded.add(name); draw(); } }, say("more", { count: rest }));
  return [...shown.map(element), more].filter(Boolean);
}

function rank(finding) {
  return finding.accepted ? RANKS.length : RANKS.indexOf(finding.kind);
}

function element(finding) {
  const kind = finding.accepted ? "h" : KINDS[finding.kind] || "h";
  const isOpen = finding.key === current;
  const told = finding.label ? `${finding.title}：${finding.label}` : finding.title;
  const line = make(
    "div", { class: "line" },
    make("span", { class: `sev ${finding.kind}` }, finding.accepted ? say("kept") : finding.weight),
    make("button", { class: "what grow", type: "button", "aria-expanded": String(isOpen), onclick: () => choose(isOpen ? null : finding.key) }, finding.accepted ? `${told} · ${finding.accepted}` : told),
    ...(isOpen ? [make("a", { class: "code", href: `/manual/${finding.code}`, target: "_blank" }, finding.code)] : repairs(finding, "btn quiet")),
  );
  const group = make("div", { class: `find ${kind}${isOpen ? " open" : ""}`, role: "group", "aria-label": told, "data-key": finding.key }, line);
  if (isOpen) group.append(working(finding), make("div", { class: "do" }, ...repairs(finding, "btn"), make("span", { class: "grow" }), make("span", { class: "meta" }, position(finding))));
  return group;
}

function position(finding) {
  const list = open();
  const at = list.findIndex(each => each.key === finding.key);
  return at < 0 ? "" : say("of", { at: at + 1, count: list.length });
}

function working(finding) {
  const rows = [...finding.notes.map(note => [say("note"), note]), finding.basis && [say("basis"), finding.basis], finding.fix && [say("fix"), finding.fix]];
  const named = rows.filter(Boolean).map(([name, words], index, list) => make("div", {}, make("dt", {}, index && list[index - 1][0] === name ? "" : name), make("dd", {}, words)));
  return make("dl", { class: "work" }, ...named);
}

function repairs(finding, kind) {
  if (finding.accepted) return [];
  const change = finding.change && make("button", { class: kind, type: "button", "data-do": "change", onclick: () => mend(finding) }, finding.change);
  const keep = finding.can_be_kept && make("button", { class: "btn quiet", type: "button", "data-do": "keep", onclick: () => keepAsking(finding) }, say("keep"));
  return [change, keep].filter(Boolean);
}

export async function mend(finding) {
  const next = follower(finding);
  const answer = await act("/content/repair", { key: finding.key });
  if (!answer) return;
  tell(say("repaired", { change: finding.change }));
  await check();
  if (next) choose(next, { focus: false });
}

function follower(finding) {
  const list = open();
  const at = list.findIndex(each => each.key === finding.key);
  return (list[at + 1] || list[at - 1] || {}).key || null;
}

export function keepAsking(finding) {
  const dialog = byId("dialog");
  const reason = make("input", { class: "input", type: "text", id: "reason", required: true, autocomplete: "off", "aria-label": say("keep-why") });
  const form = make(
    "form", { method: "dialog", onsubmit: async event => {
      event.preventDefault();
      dialog.close();
      const answer = await act("/content/keep", { key: finding.key, reason: reason.value });
      if (answer) tell(say("kept-told"));
    } },
    make("h2", {}, `${finding.weight}：${finding.title}`), make("p", {}, finding.label), make("p", { class: "meta" }, say("keep-why")), reason,
    make("div", { class: "do" }, make("button", { class: "btn main", type: "submit" }, say("keep-do")), make("button", { class: "btn", type: "button", onclick: () => dialog.close() }, say("cancel"))),
  );
  dialog.replaceChildren(form);
  dialog.showModal();
  reason.focus();
}

// ---- choosing ----

export function choose(key, { focus = true, scroll = true } = {}) {
  current = key;
  draw();
  const finding = currentFinding();
  for (const listener of chosen) listener(finding);
  if (!finding) return;
  if (focus && finding.path && !focusField(finding.path, { select: false, at: finding.at, length: finding.length })) byId("form").focus();
  if (scroll) document.querySelector(`.find[data-key="${finding.key}"]`)?.scrollIntoView({ block: "nearest" });
}

export function step(by, { focus = true } = {}) {
  const list = open();
  if (!list.length) return;
  const at = list.findIndex(each => each.key === current);
  const next = at < 0 ? (by > 0 ? 0 : list.length - 1) : (at + by + list.length) % list.length;
  choose(list[next].key, { focus });
}

// ---- counts in the outline ----

function outline() {
  for (const link of document.querySelectorAll("#outline a[data-section]")) {
    const section = byId(link.dataset.section);
    const own = open().filter(each => each.path && section?.contains(holderOf(each.path)));
    const count = { e: 0, w: 0, d: 0, t: 0 };
    for (const each of own) count[KINDS[each.kind]] += 1;
    for (const [kind, words] of [["e", "error"], ["w", "warning"], ["d", "doubt"], ["t", "hole"]]) {
      const sign = link.querySelector(`.n.${kind}`);
      sign.hidden = !count[kind];
      sign.textContent = count[kind];
      sign.title = `${say(words)} ${count[kind]}`;
    }
  }
}

onChanged(() => check());
document.addEventListener("desk:finding", ({ detail }) => { if (!detail.includes(current)) choose(detail[0], { focus: false, scroll: false }); });
document.addEventListener("desk:redrawn", () => { draw(); markAll(all.filter(each => !each.accepted)); });

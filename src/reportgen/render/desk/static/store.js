// What the reader has decided and remarked, kept in the browser under the digest of the file.

import { desk, say, tell } from "./dom.js";
import { STATES } from "./choices.js";
import { MARKS, documentOf, pageOf, placed } from "./placing.js";

const FORMAT = "reportgen-review-page";
const VERSION = 1;
const OWN = `${FORMAT}:${desk.digest}`;
const AUTHOR = `${FORMAT}:author`;
const listeners = [];

const state = { decisions: {}, remarks: [], next: 1 };

function stored(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function keep(key, value) {
  try {
    localStorage.setItem(key, value);
    return true;
  } catch {
    return false;
  }
}

function take(words) {
  try {
    const kept = JSON.parse(words);
    if (kept && kept.version === VERSION) Object.assign(state, kept.state);
  } catch {
    // what cannot be read is begun anew; the next decision is stored over it
  }
}

take(stored(OWN));

export function onChange(listener) {
  listeners.push(listener);
}

// The same page in another tab: both have what was decided last.
addEventListener("storage", event => {
  if (event.key !== OWN || !event.newValue) return;
  take(event.newValue);
  for (const listener of listeners) listener();
});

function changed() {
  const kept = keep(OWN, JSON.stringify({ version: VERSION, file: desk.file, state }));
  tell(say(kept ? "saved" : "unsaved"));
  for (const listener of listeners) listener();
}

export function author() {
  return stored(AUTHOR) || "";
}

export function setAuthor(name) {
  keep(AUTHOR, name);
}

// YYYY-MM-DD HH:MM of this computer.
function moment() {
  const now = new Date();
  const two = number => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())} ${two(now.getHours())}:${two(now.getMinutes())}`;
}

export function decision(key) {
  return state.decisions[key] || null;
}

// `verdict` is one of the states, or empty to take a decision back.
export function decide(key, verdict, reason = "") {
  if (verdict) state.decisions[key] = { state: verdict, reason, author: author(), date: moment() };
  else delete state.decisions[key];
  changed();
}

export function remarks() {
  return state.remarks;
}

// Adds a remark, or puts it in the place of the one with its id.
export function keepRemark(remark) {
  const told = { ...remark, author: author(), date: moment() };
  const at = state.remarks.findIndex(each => each.id === remark.id);
  if (at >= 0) state.remarks[at] = told;
  else state.remarks.push({ ...told, id: state.next++ });
  changed();
  return at >= 0 ? remark.id : state.next - 1;
}

export function dropRemark(id) {
  state.remarks = state.remarks.filter(each => each.id !== id);
  changed();
}

function told(remark) {
  const { mark, text, words, before, line, paragraph } = remark;
  const where = { page: pageOf(remark.page), document: documentOf(remark.page) };
  return { mark, author: remark.author, date: remark.date, text, words, before, ...where, line, paragraph };
}

function judged(finding) {
  const { key, code, title, label, words } = finding;
  const line = desk.lines[finding.on[0]];
  const before = line ? [...line.text].slice(0, Math.max(finding.on[1], 0)).join("") : "";
  const where = { page: pageOf(finding.page), document: documentOf(finding.page), line: line ? line.name : "" };
  const paragraph = line ? line.text : "";
  return { key, code, title, label, words, before, ...where, paragraph, ...state.decisions[key] };
}

// What `reportgen pull` reads: docs/送审和修改.md has the format.
export function exported() {
  const { file, digest, title } = desk;
  const findings = desk.findings.filter(finding => decision(finding.key)).map(judged);
  const head = { format: FORMAT, version: VERSION, file, digest, title, exported: moment() };
  const lines = [...new Map(desk.lines.map(line => [line.name, line])).values()].filter(line => line.name);
  const trace = lines.map(line => [line.name, line.text, line.path, line.line, line.section]);
  return JSON.stringify({ ...head, remarks: state.remarks.map(told), findings, lines: trace }, null, 1) + "\n";
}

export function exportName() {
  return desk.file.replace(/^.*[\\/]/, "").replace(/\.[^.]*$/, "") + "-意见.json";
}

function isRemark(each) {
  const names = ["author", "date", "text", "words", "before", "line", "paragraph"];
  return MARKS.includes(each.mark) && names.every(name => typeof each[name] === "string");
}

// Takes over what another reader has exported; null for what is no such file.
export function imported(text) {
  let given;
  try {
    given = JSON.parse(text);
  } catch {
    return null;
  }
  if (!given || given.format !== FORMAT || given.version !== VERSION || !Array.isArray(given.remarks)) return null;
  const have = new Set(state.remarks.map(each => JSON.stringify(told(each))));
  const known = new Set(desk.findings.map(finding => finding.key));
  const remarks = given.remarks.filter(isRemark).map(placed).filter(each => !have.has(JSON.stringify(told(each))));
  for (const remark of remarks) state.remarks.push({ ...remark, id: state.next++ });
  const judgements = (given.findings || []).filter(each => known.has(each.key) && STATES.includes(each.state));
  for (const { key, state: verdict, reason, author: by, date } of judgements)
    if (!state.decisions[key]) state.decisions[key] = { state: verdict, reason: String(reason || ""), author: String(by), date: String(date) };
  changed();
  return { remarks: remarks.length, findings: judgements.length, same: given.digest === desk.digest, file: String(given.file) };
}

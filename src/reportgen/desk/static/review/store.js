// What the reviewer has decided and said, kept by the program in the list beside the file.

import { byId, desk, say, tell } from "./dom.js";
import { placed } from "./placing.js";
import { ask, send as sent } from "/static/send.js";

const told = JSON.parse(byId("kept").textContent);
const listeners = [];
const state = { decisions: {}, remarks: [] };
let name = told.author;
let queue = Promise.resolve();
let waiting = 0;

export const { between, waiting: checking, others, unit, year, is_plain: isPlain, cut, list } = told;

function take({ decisions, remarks }) {
  state.decisions = decisions;
  state.remarks = remarks.map(placed);
}

take(told);

export function onChange(listener) {
  listeners.push(listener);
}

function changed() {
  for (const listener of listeners) listener();
}

// What others have decided meanwhile; not while something of our own is on its way.
export async function takeAnew() {
  if (waiting) return;
  const answer = await ask("/review/kept", { file: desk.file });
  if (waiting) return;
  take(answer);
  changed();
}

// How much is known by now of how the document goes with others.
export function knownBetween() {
  return ask("/review/between", { file: desk.file });
}

// One after the other; what the program does not take is taken back here.
function send(what, values) {
  waiting += 1;
  queue = queue.then(async () => {
    try {
      await sent(`/review/${what}`, { file: desk.file }, values);
      tell(say("saved", { list }));
    } catch (problem) {
      tell(say("unsaved", { why: problem.message }));
      waiting -= 1;
      await takeAnew().catch(() => {});
      return;
    }
    waiting -= 1;
  });
}

export function author() {
  return name;
}

export function setAuthor(words) {
  name = words;
  send("author", { author: words });
}

export function decision(key) {
  return state.decisions[key] || null;
}

function today() {
  const now = new Date();
  const two = number => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

function whereOf(finding) {
  const page = finding.page >= 0 && !isPlain ? say("page", { page: finding.page + 1 }) : finding.place;
  return [page, finding.section].filter(Boolean).join(say("comma"));
}

// `verdict` is one of the states, or empty: then only what is said is kept, if anything is.
export function decide(key, verdict, reason = "") {
  if (verdict || reason) state.decisions[key] = { state: verdict, reason, author: name, date: today() };
  else delete state.decisions[key];
  const finding = desk.findings.find(each => each.key === key);
  const problem = [finding.title, finding.label !== finding.title ? finding.label : "", ...finding.notes].filter(Boolean).join("　");
  changed();
  send("decide", { key, state: verdict, reason, code: finding.code, where: whereOf(finding), problem });
}

export function remarks() {
  return state.remarks;
}

// Adds a remark, or puts it in the place of the one with its id.
export function keepRemark(remark) {
  const id = remark.id || `${Date.now().toString(36)}${Math.floor(Math.random() * 1296).toString(36)}`;
  const own = { ...remark, id, author: name, date: today() };
  const at = state.remarks.findIndex(each => each.id === id);
  if (at >= 0) state.remarks[at] = own;
  else state.remarks.push(own);
  changed();
  const { mark, text, words, before, paragraph } = own;
  const page = own.page >= 0 && !isPlain ? desk.sheets[own.page].number : 0;
  send("remark", { id, mark, text, words, before, paragraph, page });
  return id;
}

export function dropRemark(id) {
  state.remarks = state.remarks.filter(each => each.id !== id);
  changed();
  send("unremark", { id });
}

// The values of the file as the page knows them, and the way of an edit to the disk: one at a time, in order.

import { byId, say, tell } from "/static/page.js";
import { ask, Refused, send } from "/static/send.js";

const file = byId("desk").dataset.file;
const state = { tree: JSON.parse(byId("tree").textContent), digest: byId("desk").dataset.digest, undo: 0, redo: 0 };
const REST = 250; // milliseconds after the last key
const AGAIN = 2000; // milliseconds until what nobody has answered is sent again
const listeners = [];
const waiting = new Map(); // by path: the edit that is to be sent, and the timer that sends it
const known = new Set([state.digest]); // of every text that this page has read or made
let composing = false;
let queue = Promise.resolve(); // edits are sent one behind the other
let underWay = 0;
let answerConflict = async () => "theirs";

export { file, state };

export function onChanged(listener) {
  listeners.push(listener);
}

// Shows both sides of a conflict and gives "mine" or "theirs".
export function answerConflicts(answer) {
  answerConflict = answer;
}

function keyOf(path) {
  return path.join("\u0000");
}

export function at(tree, path) {
  let value = tree;
  for (const name of path) {
    if (Array.isArray(value)) value = value[Number(name) - 1];
    else if (value && typeof value === "object") value = Object.hasOwn(value, name) ? value[name] : undefined;
    else return null;
    if (value === undefined) return null;
  }
  return value;
}

export function valueOf(path) {
  const entry = waiting.get(keyOf(path));
  return entry ? entry.value : at(state.tree, path);
}

function put(tree, path, value) {
  if (!path.length) return value;
  const [name, ...rest] = path;
  if (Array.isArray(tree)) {
    const list = [...tree];
    if (value === null && !rest.length) list.splice(Number(name) - 1, 1);
    else list[Number(name) - 1] = put(list[Number(name) - 1] ?? "", rest, value);
    return list;
  }
  const record = tree && typeof tree === "object" ? { ...tree } : {};
  if (value === null && !rest.length) delete record[name];
  else record[name] = put(Object.hasOwn(record, name) ? record[name] : "", rest, value);
  return record;
}

export function same(one, other) {
  return JSON.stringify(one ?? "") === JSON.stringify(other ?? "");
}

function heard(path, origin) {
  for (const listener of listeners) listener({ path, value: at(state.tree, path), origin });
}

addEventListener("compositionstart", () => { composing = true; }, true);
addEventListener("compositionend", () => { composing = false; }, true);

export function isComposing() {
  return composing;
}

// Sets a value: `now` at once, else when the keys rest and nothing is being composed. Gives whether it was saved.
// Whoever shows the value redraws it unless the `origin` is "edit": then it was typed where it is shown.
export function change(path, value, { now = false, origin = "edit" } = {}) {
  const key = keyOf(path);
  const before = waiting.get(key);
  if (before) clearTimeout(before.timer);
  const entry = before || { path };
  entry.value = value;
  entry.origin = origin;
  if (!before) entry.done = new Promise(resolve => { entry.resolve = resolve; });
  waiting.set(key, entry);
  entry.timer = setTimeout(() => flush(key), now ? 0 : REST);
  return entry.done;
}

function flush(key) {
  const entry = waiting.get(key);
  if (!entry) return;
  if (composing) {
    entry.timer = setTimeout(() => flush(key), REST);
    return;
  }
  queue = queue.then(() => sent(key));
}

// Everything that waits, now: before the page is left, before outputs are made.
export async function settled() {
  for (const [key, entry] of waiting) {
    clearTimeout(entry.timer);
    flush(key);
  }
  await queue;
}

async function sent(key) {
  const entry = waiting.get(key);
  if (!entry) return;
  waiting.delete(key);
  const { path, value } = entry;
  const old = at(state.tree, path);
  if (same(old, value)) return entry.resolve({ ok: true });
  byId("saved").textContent = say("saving");
  underWay += 1;
  try {
    await posted(entry, old);
    entry.resolve({ ok: true });
  } catch (problem) {
    await failed(entry, problem);
  } finally {
    underWay -= 1;
  }
}

async function posted(entry, old) {
  const { path, value } = entry;
  const answer = await send("/content/edit", { file }, { path, old, new: value, digest: state.digest });
  state.tree = put(state.tree, path, value);
  taken(answer);
  heard(path, entry.origin);
}

async function failed(entry, problem) {
  if (problem instanceof Refused && problem.status === 409) return disagreed(entry, problem.answer);
  if (problem instanceof Refused) {
    byId("saved").textContent = say("unsaved", { why: problem.message });
    heard(entry.path, "refused");
    return entry.resolve({ ok: false, why: problem.message });
  }
  byId("saved").textContent = problem.message; // it stays in hand, and is sent again
  const key = keyOf(entry.path);
  const newer = waiting.get(key);
  if (newer) newer.done.then(entry.resolve);
  else waiting.set(key, entry);
  setTimeout(() => flush(key), AGAIN);
  return undefined;
}

// The file has changed meanwhile. Where it still says what the edit was made of, the edit is made in the new file.
async function disagreed(entry, answer) {
  const was = at(state.tree, entry.path);
  taken(answer);
  const theirs = at(answer.tree, entry.path);
  const keep = same(was, theirs) ? "mine" : await answerConflict({ path: entry.path, mine: entry.value, theirs });
  heard([], "disk");
  if (keep === "mine") {
    try {
      await posted(entry, theirs);
      return entry.resolve({ ok: true });
    } catch (problem) {
      return failed(entry, problem);
    }
  }
  heard(entry.path, "disk");
  return entry.resolve({ ok: false });
}

// What every answer to a write tells.
function taken(answer) {
  state.digest = answer.digest;
  known.add(answer.digest);
  if (answer.tree !== undefined) state.tree = answer.tree;
  if (answer.undo !== undefined) [state.undo, state.redo] = [answer.undo, answer.redo];
  byId("undo").disabled = !state.undo;
  byId("redo").disabled = !state.redo;
  if (answer.at) byId("saved").textContent = say("saved", { time: answer.at });
}

// A write that changes more than one field: the whole tree comes back.
export async function act(address, body = {}) {
  await settled();
  try {
    const answer = await send(address, { file }, { ...body, digest: state.digest });
    taken(answer);
    heard([], "whole");
    return answer;
  } catch (problem) {
    if (problem instanceof Refused && problem.status === 409) {
      taken(problem.answer);
      heard([], "disk");
      tell(say("changed"));
    } else tell(problem.message);
    return null;
  }
}

// The whole text was replaced: what the server has answered.
export function replaced(answer) {
  taken(answer);
  heard([], "text");
}

export async function undo() {
  const answer = await act("/content/undo");
  if (answer) tell(say("undone"));
}

export async function redo() {
  const answer = await act("/content/redo");
  if (answer) tell(say("redone"));
}

// A file beside this one is another: all stays as it was typed, and what follows from it is asked for anew.
export function changedBeside() {
  heard([], "edit");
}

// The file as it stands, when something else has written it.
export async function reread() {
  try {
    const { digest } = await ask("/content/check", { file });
    if (known.has(digest) || waiting.size || underWay) return;
    taken(await ask("/content/tree", { file }));
    heard([], "disk");
    tell(say("changed"));
  } catch (problem) {
    tell(problem.message);
  }
}

addEventListener("beforeunload", event => {
  if (!waiting.size && !underWay) return;
  settled();
  event.preventDefault();
});
document.addEventListener("visibilitychange", () => { if (document.hidden) settled(); });

// What prose may refer to, how it is printed and numbered; asked of the server, remembered until the file changes.

import { ask } from "/static/send.js";

const ASKED_AT_ONCE = 1500; // characters of an address
const printed = new Map();
const wanted = new Set();
const listeners = new Set();
let numbering = null; // nothing is known before the server has answered
let list = null;
let waiting = 0;

function asked(what, query = {}) {
  const file = new URLSearchParams(location.search).get("file") ?? "";
  return ask(`/content/${what}`, { file, ...query });
}

/** What a reference prints: words, "" where it cannot be printed, undefined where nobody has asked. */
export function printedAs(words) {
  return printed.get(words);
}

/** Remembers what references print. */
export function learn(chips) {
  for (const [words, told] of Object.entries(chips ?? {})) printed.set(words, told);
}

/** Asks what a reference prints, soon; who listens is told. */
export function want(words) {
  wanted.add(words);
  clearTimeout(waiting);
  waiting = setTimeout(askWanted, 60);
}

async function askWanted() {
  const all = [...wanted];
  wanted.clear();
  for (const text of parts(all)) {
    try {
      learn(await asked("printed", { text }));
    } catch {
      return; // the server is gone: the page says so elsewhere, and the names stay in view
    }
  }
  for (const tell of listeners) tell();
}

function* parts(all) {
  let text = "";
  for (const words of all) {
    if (text && encodeURIComponent(text + words).length > ASKED_AT_ONCE) {
      yield text;
      text = "";
    }
    text += `${words}\n`;
  }
  if (text) yield text;
}

/** Calls back when references print anew; answers how to stop that. */
export function onPrinted(tell) {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

/** Asks for all references of the file and for the numbers of its lines: when the page opens, when figures change. */
export async function changed() {
  list = null;
  try {
    const told = await asked("prose");
    learn(told.chips);
    numbering = told.numbering;
  } catch {
    return; // what is shown stays
  }
  for (const tell of listeners) tell();
}

/** How the first heading or item of a text is numbered: {level, before, marks}; level 0 where that is not known yet. */
export function begins(path) {
  if (!numbering) return { level: 0, before: 0 };
  for (let end = path.length; end > 0; end -= 1) {
    const found = numbering[path.slice(0, end).join(".")];
    if (found) return found;
  }
  return { level: 1, before: 0 };
}

/** All facts: [{name, value, figure, line}]. */
export function facts() {
  list ??= asked("facts").catch(() => {
    list = null;
    return [];
  });
  return list;
}

/** The references to one fact that print it differently: [{reference, value}]. */
export function ways(name) {
  return asked("ways", { name });
}

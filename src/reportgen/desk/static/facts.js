// What prose may refer to and how it is printed; asked of the server, remembered until the file changes.

const ASKED_AT_ONCE = 1500; // characters of an address
const printed = new Map();
const wanted = new Set();
const listeners = new Set();
let list = null;
let waiting = 0;

/** The content file that the page is of. */
export function fileName() {
  return new URLSearchParams(location.search).get("file") ?? "";
}

async function asked(what, query = {}) {
  const words = new URLSearchParams({ file: fileName(), ...query });
  const answer = await fetch(`/content/${what}?${words}`, { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error(`${what}: ${answer.status}`);
  return answer.json();
}

/** What a reference prints: words, "" where it cannot be printed, undefined where nobody has asked. */
export function printedAs(words) {
  return printed.get(words);
}

/** What the page was made with. */
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

/** The file has changed: all that was known is asked again, what is shown stays until it is known. */
export function changed() {
  list = null;
  for (const words of printed.keys()) wanted.add(words);
  if (wanted.size) want(wanted.values().next().value);
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

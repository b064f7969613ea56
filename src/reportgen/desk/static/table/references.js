// References in cells: shown as what they print, with their name when one points at them; typed and kept as they are.

import { onPrinted, printedAs, want } from "/static/facts.js";
import { make } from "/static/page.js";
import { REFERENCE } from "/static/prose/marks.js";

const HOLE = /^【[^】]*】$/;

// What a cell shows, as words: of what is not known yet, or prints nothing, the reference itself.
export function printed(text) {
  return text.includes("{{") ? text.replace(REFERENCE, words => told(words) || words) : text;
}

function told(words) {
  const known = printedAs(words);
  if (known === undefined) want(words);
  return known;
}

// The same as parts of a page.
export function pieces(text) {
  if (HOLE.test(text)) return [make("span", { class: "hole" }, text)];
  if (!text.includes("{{")) return [text];
  const found = [];
  let at = 0;
  for (const match of text.matchAll(REFERENCE)) {
    found.push(text.slice(at, match.index), make("span", { class: "chip", title: match[1].trim() }, told(match[0]) || match[0]));
    at = match.index + match[0].length;
  }
  return [...found, text.slice(at)];
}

// Calls back when references print something else, as long as the element is on the page.
export function whenPrinted(element, draw) {
  const stop = onPrinted(() => { if (element.isConnected) draw(); else stop(); });
}

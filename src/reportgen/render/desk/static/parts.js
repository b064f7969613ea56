// Small parts that several tabs show.

import { desk, make, say } from "./dom.js";

const AROUND = 24;

export function pageName(index) {
  return index >= 0 ? say("page", { page: index + 1 }) : "";
}

// A row of a list: a word, the page, what it is about, and what has become of it.
export function row_(word, kind, page, words, state) {
  return [
    make("span", { class: `sev ${kind}` }, word),
    make("span", { class: "at" }, page >= 0 ? String(page + 1) : "—"),
    make("span", { class: "what", title: words }, words),
    make("span", { class: "state" }, state),
  ];
}

// A term with what is said of it; nothing where there is nothing to say.
export function term(name, ...said) {
  const given = said.flat().filter(Boolean);
  return given.length ? [make("dt", {}, say(name)), make("dd", {}, ...given)] : [];
}

// Where something is written in the content file: its line, its keys, the words of the line.
export function sourceOf(item, words = "") {
  if (!item.line || !desk.source[item.line - 1]) return null;
  const text = desk.source[item.line - 1].trim();
  const at = words ? text.indexOf(words) : -1;
  const from = at > AROUND * 2 ? at - AROUND : 0;
  const lead = (from ? "…" : "") + text.slice(from, at < 0 ? 3 * AROUND : at);
  const tail = at < 0 ? (text.length > 3 * AROUND ? "…" : "") : cutBehind(text.slice(at + words.length));
  const where = say("source", { file: desk.file, line: item.line });
  return [
    make("span", {}, where, item.path ? make("span", { class: "meta" }, ` ${item.path}`) : null),
    make("code", { class: "line" }, lead, at < 0 ? null : make("mark", {}, words), tail),
  ];
}

function cutBehind(text) {
  return text.length > AROUND ? `${text.slice(0, AROUND)}…` : text;
}

// The printed words around some characters of a printed line.
export function around([line, start], length) {
  if (line < 0 || start < 0) return null;
  const text = [...desk.lines[line].text];
  const from = Math.max(start - AROUND, 0);
  const to = Math.min(start + length + AROUND, text.length);
  const part = (a, b) => text.slice(a, b).join("");
  return make(
    "p", { class: "around" },
    (from ? "…" : "") + part(from, start), make("mark", {}, part(start, start + length)),
    part(start + length, to) + (to < text.length ? "…" : ""),
  );
}

// Ctrl+H: find and replace in all values of the file. What stands in {{ }} is not text: what it prints is changed where
// the figure stands, its name where the name is given.

import { change, settled, state, valueOf } from "/static/edits.js";
import { printedAs } from "/static/facts.js";
import { byId, make } from "/static/page.js";
import { holderOf } from "/static/widgets.js";
import { asRead } from "/static/prose/editor.js";
import { REFERENCE } from "/static/prose/marks.js";
import { followed, renamed } from "/static/prose/renaming.js";
import { wordsOf } from "/static/prose/words.js";

const KEPT = new Set(["文种"]); // what names a pack is no text
const MOST = 500;
const AROUND = 14; // characters shown at each side of a hit

/** All texts of the file: [path, text], in their order. */
function* texts(value, path = []) {
  if (typeof value === "string") yield [path, value];
  else if (Array.isArray(value)) for (let at = 0; at < value.length; at += 1) yield* texts(value[at], [...path, String(at + 1)]);
  else if (value) for (const [name, own] of Object.entries(value)) if (path.length || !KEPT.has(name)) yield* texts(own, [...path, name]);
}

/** Where the words stand: {path, text, from, to}, and in what a reference prints: {…, kept: its name}. */
function hits(tree, search) {
  const found = [];
  for (const [path, text] of search ? texts(tree) : []) {
    const references = [...text.matchAll(REFERENCE)].map(match => [match.index, match.index + match[0].length, match[0]]);
    for (let from = text.indexOf(search); from >= 0; from = text.indexOf(search, from + search.length)) {
      const to = from + search.length;
      if (!references.some(([start, end]) => from < end && start < to)) found.push({ path, text, from, to });
    }
    for (const [from, to, words] of references) {
      if (printedAs(words)?.includes(search)) found.push({ path, text, from, to, kept: words.slice(2, -2).split("|")[0].trim() });
    }
  }
  const place = hit => hit.path.join(".");
  const ordered = found.map((hit, at) => [hit, at]);
  ordered.sort(([one, a], [other, b]) => (place(one) === place(other) ? one.from - other.from : a - b));
  return ordered.map(([hit]) => hit);
}

/** A text with its hits replaced, those in references left. */
function replaced(text, own, instead) {
  return own.filter(hit => !hit.kept).reduceRight((words, { from, to }) => words.slice(0, from) + instead + words.slice(to), text);
}

/** The values that change when these hits are replaced: [path, text]; references follow the names that change. */
function changes(tree, wanted, instead) {
  const key = path => JSON.stringify(path);
  const before = new Map([...texts(tree)].map(([path, text]) => [key(path), text]));
  const after = new Map(before);
  const names = new Map();
  for (const at of new Set(wanted.map(hit => key(hit.path)))) {
    after.set(at, replaced(before.get(at), wanted.filter(hit => key(hit.path) === at), instead));
    for (const [old, made] of renamed(JSON.parse(at), before.get(at), after.get(at))) names.set(old, made);
  }
  for (const [at, text] of after) after.set(at, followed(text, names));
  return [...after].filter(([at, text]) => text !== before.get(at)).map(([at, text]) => [JSON.parse(at), text]);
}

class Finder {
  constructor(dialog) {
    Object.assign(this, { dialog, found: [], at: 0 });
    this.search = dialog.querySelector("[name=search]");
    this.instead = dialog.querySelector("[name=instead]");
    this.list = dialog.querySelector("ol");
    this.told = dialog.querySelector("[role=status]");
    this.search.addEventListener("input", event => event.isComposing || this.look());
    this.search.addEventListener("compositionend", () => this.look());
    dialog.addEventListener("keydown", event => this.pressed(event));
    dialog.addEventListener("click", event => this.clicked(event));
    dialog.querySelector("form").addEventListener("submit", event => event.preventDefault());
  }
  open(words) {
    this.back = document.activeElement;
    if (words) this.search.value = words;
    if (!this.dialog.open) this.dialog.show();
    this.search.focus();
    this.search.select();
    settled().then(() => this.look());
  }
  close() {
    this.dialog.close();
    this.back?.focus?.();
  }
  look() {
    this.found = hits(state.tree, this.search.value);
    this.list.replaceChildren(...this.found.slice(0, MOST).map((hit, at) => shown(hit, at)));
    this.told.textContent = !this.search.value ? "" : this.found.length ? wordsOf("hits", { count: this.found.length }) : wordsOf("no-hits");
    this.go(Math.min(this.at, Math.max(0, this.found.length - 1)), false);
  }
  go(at, scroll = true) {
    this.at = at;
    [...this.list.children].forEach((option, own) => {
      option.classList.toggle("on", own === at);
      option.setAttribute("aria-selected", String(own === at));
    });
    this.list.children[at]?.scrollIntoView({ block: "nearest" });
    if (this.found.length) this.list.setAttribute("aria-activedescendant", `hit-${at}`);
    else this.list.removeAttribute("aria-activedescendant");
    if (scroll && this.found[at]) holderOf(this.found[at].path.join("."))?.scrollIntoView({ block: "center" });
  }
  step(by) {
    if (this.found.length) this.go((this.at + by + this.found.length) % this.found.length);
  }
  async replace(own) {
    const wanted = own.filter(hit => hit && !hit.kept && valueOf(hit.path) === hit.text); // what was typed meanwhile is found anew
    for (const [path, text] of changes(state.tree, wanted, this.instead.value)) change(path, text, { now: true, origin: "replace" });
    await new Promise(resolve => setTimeout(resolve));
    await settled();
    this.look();
    if (wanted.length) this.told.textContent = wordsOf("replaced", { count: wanted.length });
  }
  pressed(event) {
    if (event.isComposing || event.keyCode === 229) return;
    const keys = {
      ArrowDown: () => this.step(1),
      ArrowUp: () => this.step(-1),
      Escape: () => this.close(),
      Enter: () => (event.target === this.instead ? this.replace([this.found[this.at]]) : this.step(event.shiftKey ? -1 : 1)),
    };
    if (!keys[event.key] || (event.key === "Enter" && event.target.closest("button"))) return;
    event.preventDefault();
    event.stopPropagation();
    keys[event.key]();
  }
  clicked(event) {
    const option = event.target.closest("li");
    if (option) return this.go(Number(option.id.slice(4)));
    const deeds = { one: () => this.replace([this.found[this.at]]), all: () => this.replace(this.found), close: () => this.close() };
    return deeds[event.target.closest("button")?.dataset.do]?.();
  }
}

function shown(hit, at) {
  const read = text => asRead(text).replace(/\s+/g, " ");
  const before = read(hit.text.slice(0, hit.from)).slice(-AROUND);
  const behind = read(hit.text.slice(hit.to)).slice(0, AROUND);
  const where = hit.path.join("·") + (hit.kept ? `　${wordsOf("linked", { name: hit.kept })}` : "");
  return make("li", { id: `hit-${at}`, role: "option", class: hit.kept && "kept" }, make("span", { class: "meta" }, where), before, make("b", {}, read(hit.text.slice(hit.from, hit.to))), behind);
}

const finder = new Finder(byId("find"));
const selected = () => String(getSelection()).split("\n")[0].slice(0, 50);

addEventListener("keydown", event => {
  if (event.isComposing || event.keyCode === 229 || event.altKey || event.shiftKey) return;
  if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "h") return;
  event.preventDefault();
  finder.open(selected());
});
document.addEventListener("mousedown", event => event.target.closest("[data-open=find]") && event.preventDefault());
document.addEventListener("click", event => event.target.closest("[data-open=find]") && finder.open(selected()));

// Ctrl+K: a figure is looked for by its name, the first letters of its pinyin or its value, and put into the text.

import { facts, learn, ways } from "/static/facts.js";
import { byId, make } from "/static/page.js";
import { initials } from "./initials.js";
import { wordsOf } from "./words.js";

const MOST = 60;
let open = null;

/** The figures that a search finds, the likeliest first. */
function found(all, search) {
  const words = search.trim().toLowerCase();
  if (!words) return all.filter(fact => fact.figure).slice(0, MOST);
  const parts = words.split(/[\s.。．]+/).filter(Boolean);
  const rank = fact => {
    const name = fact.name.toLowerCase();
    const letters = initials(fact.name.replace(/\./g, ""));
    const last = name.slice(name.lastIndexOf(".") + 1);
    if (fact.value === words || last === words) return 0;
    if (fact.value.startsWith(words)) return 1;
    if (parts.every(part => name.includes(part))) return 2;
    if (parts.every(part => name.includes(part) || letters.includes(part))) return 3;
    return fact.value.includes(words) ? 4 : -1;
  };
  const ranked = all.map(fact => [rank(fact), fact]).filter(([own]) => own >= 0);
  return ranked.sort(([one], [other]) => one - other).slice(0, MOST).map(([, fact]) => fact);
}

/** Opens the list at a place of the window; `done(reference)` is called with what was chosen, or with "". */
export async function pick({ left, top, bottom }, search, done) {
  close("");
  const box = byId("picker");
  open = { box, done, options: [], at: 0, fact: null };
  box.hidden = false;
  const input = box.querySelector("input");
  input.value = search;
  place(box, left, top, bottom);
  input.focus();
  input.select();
  const all = await facts();
  if (open?.box === box) {
    open.all = all;
    list();
    if (open.entered) choose();
  }
}

function place(box, left, top, bottom) {
  const below = bottom + 4 + box.offsetHeight < innerHeight;
  box.style.left = `${Math.max(8, Math.min(left, innerWidth - box.offsetWidth - 8))}px`;
  box.style.top = `${below ? bottom + 4 : Math.max(8, top - 4 - box.offsetHeight)}px`;
}

function list() {
  const { box, all } = open;
  open.fact = null;
  const search = box.querySelector("input").value;
  const rows = found(all, search).map(fact => ({ name: fact.name, value: fact.value, reference: `{{ ${fact.name} }}` }));
  show(rows, rows.length ? wordsOf("picker-keys") : wordsOf(all.length ? "none-found" : "no-facts"));
}

async function formats() {
  const chosen = open.options[open.at];
  if (!chosen || open.fact) return list();
  const name = chosen.name;
  const rows = (await ways(name)).map(way => ({ name: formatOf(way.reference), value: way.value, reference: way.reference }));
  if (!open || !rows.length) return;
  open.fact = name;
  show(rows, wordsOf("format-keys", { name }));
}

function formatOf(reference) {
  return reference.slice(2, -2).split("|").slice(1).map(part => part.trim()).join(" ") || wordsOf("as-written");
}

function show(rows, told) {
  const { box } = open;
  Object.assign(open, { options: rows, at: 0 });
  box.querySelector("ul").replaceChildren(...rows.map((row, at) => {
    const last = row.name.lastIndexOf(".") + 1;
    const name = make("span", { class: "cut", title: row.name }, row.name.slice(0, last), make("b", {}, row.name.slice(last)));
    return make("li", { id: `fact-${at}`, role: "option" }, name, make("span", {}, row.value));
  }));
  box.querySelector(".pf").textContent = told;
  move(0);
}

function move(by) {
  const { box, options } = open;
  if (options.length) open.at = (open.at + by + options.length) % options.length;
  [...box.querySelectorAll("li")].forEach((option, at) => {
    option.classList.toggle("on", at === open.at);
    option.setAttribute("aria-selected", String(at === open.at));
  });
  const input = box.querySelector("input");
  if (options.length) input.setAttribute("aria-activedescendant", `fact-${open.at}`);
  else input.removeAttribute("aria-activedescendant");
  box.querySelector("li.on")?.scrollIntoView({ block: "nearest" });
}

/** Enter: what is marked; before the list is there it waits for it. */
function choose() {
  if (!open.all) open.entered = true;
  else if (open.options.length) close(open.options[open.at].reference);
}

function close(reference) {
  if (!open) return;
  const { box, done, options } = open;
  const row = options.find(each => each.reference === reference);
  if (row) learn({ [reference]: row.value });
  open = null;
  box.hidden = true;
  done(reference);
}

function pressed(event) {
  if (!open || event.isComposing || event.keyCode === 229) return;
  const keys = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Enter: choose,
    Tab: formats,
    Escape: () => (open.fact ? list() : close("")),
  };
  if (!keys[event.key]) return;
  event.preventDefault();
  event.stopPropagation();
  keys[event.key]();
}

/** Once a page: the list listens to keys and clicks. */
export function prepare() {
  const box = byId("picker");
  if (!box || box.dataset.ready) return;
  box.dataset.ready = "1";
  const input = box.querySelector("input");
  box.addEventListener("keydown", pressed);
  input.addEventListener("input", event => open?.all && !event.isComposing && list());
  input.addEventListener("compositionend", () => open?.all && list());
  box.addEventListener("mousedown", event => event.target === input || event.preventDefault());
  box.querySelector("ul").addEventListener("click", event => {
    const option = event.target.closest("li");
    if (option) close(open.options[Number(option.id.slice(5))].reference);
  });
  box.addEventListener("focusout", event => box.contains(event.relatedTarget) || close(""));
}

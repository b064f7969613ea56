// What edits the value of a field: a kind registers how it is made, and is made when its field comes near.

import { at, change, onChanged, same, state } from "/static/edits.js";
import { figure } from "/static/table/figures.js";

const kinds = new Map();
const made = new Map(); // element → what its kind has made
const failedToLoad = () => ({});

// `begin(element, field)` gives { redraw(value), focus(path), mark(findings) }, any of which may be left out.
export function widget(kind, begin) {
  kinds.set(kind, begin);
}

export function beginOf(kind) {
  return kinds.get(kind);
}

export function fieldOf(element) {
  const holder = element.closest(".field");
  return holder ? { element: holder, path: JSON.parse(holder.dataset.path), name: holder.dataset.name } : null;
}

export function viewOf(element) {
  const told = element.querySelector(':scope > script[type="application/json"]');
  return told ? JSON.parse(told.textContent) : null;
}

function begun(element) {
  if (!made.has(element)) {
    const begin = kinds.get(element.dataset.widget) || failedToLoad;
    made.set(element, begin(element, fieldOf(element)) || {});
  }
  return made.get(element);
}

const near = new IntersectionObserver(
  entries => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      near.unobserve(target);
      begun(target);
      marked(target);
    }
  },
  { rootMargin: "1200px" },
);

// Widgets below an element; of records their parts are.
export function begin(root = document) {
  for (const element of root.querySelectorAll(".widget")) if (element.dataset.widget !== "record") near.observe(element);
}

// ---- what is wrong with each ----

let findings = [];
let workedOut = {};
const told = [];

// Told of all findings: what shows values outside their own fields.
export function onMarked(listener) {
  told.push(listener);
  listener(findings);
}

function below(path, name) {
  return path === name || path.startsWith(`${name}.`);
}

function marked(element) {
  const field = fieldOf(element);
  const own = findings.filter(each => below(each.path, field.name));
  made.get(element)?.mark?.(own, workedOut);
}

// `worked`: what the program works out of the file, by dotted path.
export function markAll(all, worked = workedOut) {
  findings = all;
  workedOut = worked;
  for (const element of made.keys()) marked(element);
  for (const listener of told) listener(findings);
}

// The field of a dotted path: the innermost that holds it.
export function holderOf(path) {
  const found = [...document.querySelectorAll(".field")].filter(each => below(path, each.dataset.name));
  return found.sort((one, other) => other.dataset.name.length - one.dataset.name.length)[0] || null;
}

export function focusField(path, options = {}) {
  const holder = holderOf(path);
  if (!holder) return false;
  const element = holder.querySelector(".widget");
  holder.scrollIntoView({ block: "center" });
  const own = begun(element);
  marked(element);
  if (own.focus) own.focus(path.split("."), options);
  else holder.querySelector("input, textarea, button, [tabindex]")?.focus();
  return true;
}

// ---- redrawing ----

// Widgets at a path, above it or below it show what the page knows: after an edit that was made elsewhere on it.
export function redraw(path) {
  for (const [element, own] of made) {
    if (!element.isConnected) {
      made.delete(element);
      continue;
    }
    const field = fieldOf(element);
    const inside = path.every((name, index) => field.path[index] === name) || field.path.every((name, index) => path[index] === name);
    if (inside) own.redraw?.(at(state.tree, field.path));
  }
}

onChanged(({ path, origin }) => {
  if (origin !== "edit") redraw(path);
});

// ---- lines: single values, and short texts of several lines ----

// 【待填】 or 【待填：万元】 stands for what is still to be typed, as model/hole.py reads it.
export const HOLE = /^\s*【待填(?:[:：]\s*[^【】\n]{0,20})?】\s*$/;

widget("line", (element, field) => {
  const input = element.querySelector("input, textarea");
  const view = viewOf(element) || {};
  const isNumber = ["金额", "数量", "年度"].includes(view.type);
  const gone = element.closest(".pairs") !== null; // of a pair without words nothing is kept
  const value = () => (isNumber ? figure(input.value) : input.value) || (gone ? null : hole);
  const filled = told => (typeof told === "string" && !HOLE.test(told) ? told : "");
  const hole = HOLE.test(input.value) ? input.value : "";
  input.value = filled(input.value);
  if (hole) input.placeholder = hole;
  let known = input.value;
  input.addEventListener("input", () => change(field.path, value()));
  input.addEventListener("change", () => {
    if (isNumber) input.value = figure(input.value);
    if (!same(value(), known)) change(field.path, value(), { now: true });
    known = input.value;
  });
  return {
    redraw(told) {
      if (document.activeElement === input && same(told, value())) return;
      input.value = filled(told);
      known = input.value;
    },
    focus(path, { select } = {}) {
      input.focus();
      if (select) input.select();
    },
    mark(own) {
      const worst = own.find(each => each.kind === "error" || each.kind === "fatal");
      input.classList.toggle("bad", Boolean(worst));
      const waits = !worst && own.some(each => each.kind === "hole");
      input.classList.toggle("todo", waits);
      input.classList.toggle("low", !worst && !waits && own.some(each => each.kind !== "hint"));
      input.setAttribute("aria-invalid", String(Boolean(worst)));
    },
  };
});

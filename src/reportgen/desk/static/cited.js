// 本节引用的数: below the prose of a section the figures that it cites, each editable where it is written.

import { at, change, file, onChanged, same, state } from "/static/edits.js";
import { byId, make, speaker } from "/static/page.js";
import { ask } from "/static/send.js";
import { figure } from "/static/table/figures.js";
import { focusField, HOLE, onMarked, redraw } from "/static/widgets.js";

const REST = 200;
const COLUMNS = ["年初预算", "批复", "到位", "支出", "支付率"];
const PROSE = '.widget[data-widget="prose"]';
const say = speaker(byId("cited-words"));
const lists = new Map(); // by section: its list
let findings = [];
let timer = null;

class Cited {
  constructor(section) {
    this.section = section;
    this.element = make("div", { class: "cited", hidden: true });
    section.append(this.element);
    this.element.addEventListener("focusout", () => setTimeout(() => { if (this.isLate && !this.holdsFocus) this.show(this.told); }));
  }

  get holdsFocus() {
    return this.element.contains(document.activeElement);
  }

  get paths() {
    return [...this.section.querySelectorAll(`.field > ${PROSE}`)].map(widget => JSON.parse(widget.parentElement.dataset.path));
  }

  async refresh() {
    try {
      const told = await ask("/content/cited", { file, paths: JSON.stringify(this.paths) });
      if (JSON.stringify(told) !== JSON.stringify(this.told)) this.show(told);
    } catch { /* the page says elsewhere that nobody answers */ }
  }

  // While one types in it the list keeps its lines; what is worked out follows.
  show(told) {
    this.told = told;
    this.isLate = this.holdsFocus;
    if (this.isLate) return this.follow(told);
    this.inputs = new Map();
    this.element.hidden = !told.length;
    this.element.replaceChildren(...(told.length ? this.parts(told) : []));
    return this.mark();
  }

  follow(told) {
    for (const each of told) {
      const cell = this.element.querySelector(`[data-cited="${CSS.escape(each.name)}"]`);
      if (!each.written && cell) cell.textContent = each.value;
    }
  }

  parts(told) {
    const cells = told.filter(each => each.column);
    const others = told.filter(each => !each.column);
    const units = new Set(cells.map(each => each.unit).filter(Boolean));
    const head = make("div", { class: "lab" }, make("b", {}, say("title")), make("span", { class: "meta" }, say("meaning")), units.size === 1 && make("span", { class: "meta kind" }, say("unit", { unit: [...units][0] })));
    return [head, cells.length && this.matrix(cells, units.size === 1), others.length && this.lines(others)].filter(Boolean);
  }

  // Cells of fund tables as they stand there: a line a row, the stages of money beside each other.
  matrix(cells, isOneUnit) {
    const rows = [...new Set(cells.map(each => each.row))];
    const columns = COLUMNS.filter(name => cells.some(each => each.column === name));
    const head = make("tr", {}, make("th", { scope: "col" }, say("item")), ...columns.map(name => make("th", { scope: "col", class: "num" }, name)));
    const body = rows.map(row => make("tr", {}, make("th", { scope: "row" }, row), ...columns.map(column => {
      const cell = cells.find(each => each.row === row && each.column === column);
      return cell ? this.cell(cell, say("cell", { row, column }), isOneUnit) : make("td", { class: "num empty" });
    })));
    return make("table", { class: "grid cited-grid" }, make("thead", {}, head), make("tbody", {}, ...body));
  }

  lines(others) {
    const body = others.map(each => make("tr", {}, make("th", { scope: "row" }, each.name.split(".").join(" · ")), this.cell(each, each.name, false), make("td", {}, this.origin(each))));
    const head = make("tr", {}, make("th", { scope: "col" }, say("item")), make("th", { scope: "col", class: "num" }, say("figure")), make("th", { scope: "col" }, say("where")));
    return make("table", { class: "grid cited-grid cited-lines" }, make("thead", {}, head), make("tbody", {}, ...body));
  }

  origin(each) {
    const name = each.path.join(".");
    if (each.why) return each.path.length ? make("button", { class: "link", type: "button", onclick: () => focusField(name) }, each.why) : make("span", { class: "meta" }, each.why);
    return make("button", { class: "link", type: "button", title: say("go", { field: name }), onclick: () => focusField(name) }, each.path[0]);
  }

  cell(each, label, isOneUnit) {
    if (!each.written) return make("td", { class: "num sum", title: each.why, "data-cited": each.name }, each.value);
    const hole = HOLE.test(each.written) ? each.written : ""; // stands for what is still to be typed
    const input = make("input", { class: "input num", type: "text", autocomplete: "off", spellcheck: "false", value: hole ? "" : each.written, placeholder: hole, "aria-label": label, title: say("printed", { value: each.value }) });
    const save = (how = {}) => change(each.path, figure(input.value) || hole, how).then(({ ok }) => { if (ok) redraw(each.path); });
    input.addEventListener("input", () => save());
    input.addEventListener("change", () => {
      input.value = figure(input.value);
      if (!same(input.value || hole, at(state.tree, each.path))) save({ now: true });
    });
    this.inputs.set(each.path.join("."), input);
    const unit = each.unit && !isOneUnit ? make("span", { class: "meta" }, each.unit) : "";
    return make("td", { class: "num" }, input, unit);
  }

  mark() {
    for (const [name, input] of this.inputs ?? []) {
      const own = findings.filter(each => each.path === name && each.kind !== "hint");
      const isBad = own.some(each => each.kind === "error" || each.kind === "fatal");
      const cell = input.parentElement;
      cell.classList.toggle("bad", isBad);
      cell.classList.toggle("low", !isBad && own.length > 0);
      input.setAttribute("aria-invalid", String(isBad));
    }
  }
}

// Lists are made when their section comes near, and asked anew while it is there.
const near = new IntersectionObserver(entries => {
  for (const { target, isIntersecting } of entries) {
    const own = lists.get(target) ?? new Cited(target);
    lists.set(target, own);
    own.isNear = isIntersecting;
    if (isIntersecting) own.refresh();
  }
}, { rootMargin: "400px" });

function begin() {
  for (const section of document.querySelectorAll(".section")) if (section.querySelector(PROSE)) near.observe(section);
}

onChanged(() => {
  clearTimeout(timer);
  timer = setTimeout(() => { for (const own of lists.values()) if (own.isNear && own.section.isConnected) own.refresh(); }, REST);
});
onMarked(all => {
  findings = all;
  for (const own of lists.values()) own.mark();
});
begin();

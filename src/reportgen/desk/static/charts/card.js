// One chart: its name, kind, figures, unit and source, and the chart itself.

import { at, change, redo, state, undo } from "/static/edits.js";
import { cardHead, choice, colour, followed, labelled, lineAt } from "/static/card_parts.js";
import { filled, make, tell } from "/static/page.js";
import { Table } from "/static/table/table.js";
import { FiguresSheet, isTable } from "./figures_sheet.js";
import { kindsOf } from "./kinds.js";
import { seriesOf } from "./series.js";
import { Shown } from "./shown.js";

const OWN = "\u0000own";
const isRecord = value => value !== null && typeof value === "object" && !Array.isArray(value);

export class ChartCard {
  constructor(charts, index, count) {
    Object.assign(this, { charts, path: [...charts.field.path, String(index + 1)], kept: null });
    this.shown = new Shown(charts, index);
    const { say } = charts;
    const line = (name, how = {}) => lineAt([...this.path, name], { ...how, after: saved => this.shown.old(saved) });
    this.name = line("名称", { required: true });
    this.unit = line("单位", { placeholder: say("unit-hint") });
    this.source = line("来源", { placeholder: say("source-hint") });
    this.kinds = kindsOf(charts, name => this.set("类型", name));
    this.data = choice(say("data"), name => this.choose(name));
    this.columns = make("fieldset", { class: "chart-columns", hidden: true });
    this.figures = make("div", { class: "chart-figures", hidden: true });
    const settings = make("div", { class: "chart-settings" },
      labelled(say("name"), this.name), followed(this.name, name => [...charts.field.path, name], charts.table.say), this.kinds, this.data, this.columns, labelled(say("unit"), this.unit), labelled(say("source"), this.source));
    this.element = make("div", { class: "card chart-card", role: "group", "aria-label": this.name.value },
      cardHead(charts.list, index, count), make("div", { class: "chart-sides" }, settings, this.shown.element), this.figures);
    this.drawFigures();
  }

  get item() {
    return at(state.tree, this.path) ?? {};
  }

  set(name, value) {
    const saved = change([...this.path, name], value, { now: true });
    this.shown.old(saved);
    return saved;
  }

  isOf(item) {
    return isRecord(item);
  }

  // ---- what the server tells of the file ----

  tell(told, chart) {
    this.told = told;
    this.element.setAttribute("aria-label", this.name.value);
    this.drawChoices();
    this.drawColumns();
    if (chart) this.shown.tell(chart, told.digest);
  }

  // What is chosen, and what there is to choose from.
  drawChoices() {
    const { say } = this.charts;
    const { kinds, sources } = this.told;
    this.kinds.offer(kinds, this.item.类型 ?? kinds[0].name);
    const value = isRecord(this.item.数据) ? OWN : String(this.item.数据 ?? "");
    const strange = value !== OWN && !sources.some(({ name }) => name === value);
    const known = sources.map(({ name, what }) => ({ name, told: say("from", { name, what }) }));
    this.data.offer([...(strange ? [{ name: value, told: value || say("choose-data") }] : []), { name: OWN, told: say("own") }, ...known], value);
  }

  // Own figures that are left for others are kept as long as the page is open.
  choose(name) {
    const before = this.item.数据;
    if (isRecord(before)) this.kept = before;
    if (name === OWN) this.set("数据", this.kept ?? this.charts.fresh()).then(() => this.drawFigures(true));
    else {
      this.set("数据", name).then(() => this.drawFigures());
      if (isRecord(before) && Object.keys(before).length) tell(this.charts.say("own-left"));
    }
  }

  // Which stages of money are compared.
  drawColumns() {
    const source = this.told.sources.find(({ name }) => name === this.item.数据);
    this.columns.hidden = !source?.is_funds;
    if (!source?.is_funds || this.columns.contains(document.activeElement)) return;
    const { say } = this.charts;
    const own = this.item.列;
    const chosen = new Set(own === undefined ? this.told.usual : [own].flat());
    const boxes = this.told.columns.map(name => make("label", {}, make("input", { type: "checkbox", value: name, checked: chosen.has(name) }), ` ${name}`));
    this.columns.replaceChildren(make("legend", {}, say("columns")), ...boxes);
    this.columns.onchange = () => {
      const names = [...this.columns.querySelectorAll("input:checked")].map(input => input.value);
      this.set("列", names.length ? names : null);
    };
  }

  // ---- own figures ----

  drawFigures(focus = false) {
    const value = this.item.数据;
    this.figures.hidden = !isRecord(value);
    this.table = null;
    this.figures.replaceChildren();
    if (!isRecord(value)) return;
    const { say, table } = this.charts;
    if (!isTable(value)) {
      this.figures.append(make("p", { class: "meta" }, say("not-a-table")));
      return;
    }
    const path = [...this.path, "数据"];
    const edits = { undo, redo, change: (...how) => { const saved = change(...how); this.shown.old(saved); return saved; } };
    const sheet = new FiguresSheet({ path, value, name: say("figures-of", { name: this.name.value }), names: { row: say("category"), figure: say("value") }, seriesName: at => filled(this.told?.series_name ?? "{at}", { at }), say: table.say, edits });
    const own = make("div", {});
    this.series = make("div", { class: "chart-series" });
    this.figures.append(this.series, own);
    this.table = new Table(own, table.parts, sheet);
    this.drawSeries();
    if (focus) this.table.go(0, 0);
  }

  drawSeries() {
    this.series.replaceChildren(...seriesOf(this.charts, this.table, () => this.drawSeries()));
  }

  // ---- what every card does ----

  show() {
    for (const input of [this.name, this.unit, this.source]) input.show();
    if (this.told) this.drawChoices();
    const value = this.item.数据;
    if (this.table && isRecord(value) && isTable(value)) {
      if (!this.table.sheet.isSame(this.table, value)) {
        this.table.load(this.table.sheet.read(value));
        this.drawSeries();
      }
    } else this.drawFigures();
  }

  focus(path = []) {
    const control = { 类型: this.kinds, 数据: this.data, 单位: this.unit, 来源: this.source }[path[0]];
    if (path[0] === "数据" && this.table) return this.table.goTo([...this.path, ...path]);
    return (control?.matches("input") ? control : control?.querySelector("input:checked, select") ?? this.name).focus();
  }

  mark(findings) {
    const below = name => findings.filter(each => each.path === [...this.path, name].join("."));
    for (const [name, input] of [["名称", this.name], ["单位", this.unit], ["来源", this.source]]) colour(input, below(name));
    colour(this.data.select, below("数据"));
    this.table?.marks.set(findings.filter(each => each.path.startsWith(`${[...this.path, "数据"].join(".")}.`)));
  }
}

// Named figures as a table: a name a row, and a column for each series. 数据 of charts, 选项 of questions.
//
// { 一季度: 8600 } has one column; { 2023年: { 一季度: 7800 }, 2024年: { … } } one for each year. A list of names alone has
// none. What is anything else is not typed into here. Beside them may stand what the program works out of each.

import { freeName } from "/static/page.js";
import { told } from "/static/table/rows.js";

const NAME = "\u0000name";
const WORKED = "\u0000worked ";
const isRecord = value => value !== null && typeof value === "object" && !Array.isArray(value);
const isFigure = value => value === null || typeof value !== "object";
const key = at => `\u0000${at}`;

// Whether a value can be typed into as such a table.
export function isTable(value) {
  if (isFigure(value)) return true;
  if (Array.isArray(value)) return value.every(isFigure);
  const inner = Object.values(value);
  return inner.every(isFigure) || inner.every(each => isRecord(each) && Object.values(each).every(isFigure));
}

export class FiguresSheet {
  // `names`: { row, figure }, the heads of the table; `unit` of the figures; `listed` where names have no figures.
  // `worked`: heads of what the program works out; it is told by `work`. `seriesName` calls a new series by its number.
  constructor({ path, value, names, name, unit = "", listed = false, worked = [], seriesName = at => String(at), say, edits }) {
    Object.assign(this, { path, names, name, unit, listed, seriesName, say, edits, grows: true, workedHeads: worked, worked: new Map() });
    this.key = path.filter(step => !/^\d+$/.test(step)).join(".");
    this.hint = say("hint");
    this.undo = edits.undo;
    this.redo = edits.redo;
    this.rows = this.read(value);
  }

  get columns() {
    const name = { name: NAME, kind: "text", label: this.names.row, required: true, fixed: true, shown: true };
    const worked = this.workedHeads.map(label => ({ name: `${WORKED}${label}`, kind: "quantity", label, fixed: true, shown: true, worked: true }));
    if (this.listed) return [name, ...worked];
    const figures = this.series.map((label, at) => ({ name: key(at), kind: "quantity", label: label || this.names.figure, unit: label ? "" : this.unit, fixed: true, required: !label, shown: true }));
    return [name, ...figures, ...worked];
  }

  // What is worked out, by the name of the row: { 非常满意: ["60.0%"] }.
  work(table, worked) {
    this.worked = new Map(Object.entries(worked));
    table.drawing.refresh();
    table.selection.show();
  }

  looks(table) {
    const heads = this.workedHeads;
    return table.rows.map(row => {
      const found = this.worked.get(told(row.item[NAME]).trim()) ?? [];
      return Object.fromEntries(heads.map((label, at) => [`${WORKED}${label}`, { text: found[at] ?? "", dim: true, always: true, title: this.say("worked") }]));
    });
  }

  read(value) {
    if (this.listed) return (Array.isArray(value) ? value : Object.keys(isRecord(value) ? value : {})).map(each => ({ item: { [NAME]: told(each) }, saved: true }));
    const known = isRecord(value) ? value : {};
    const groups = Object.values(known).some(isRecord) ? known : { "": known };
    this.series = Object.keys(groups);
    const names = [...new Set(Object.values(groups).flatMap(group => Object.keys(group)))];
    return names.map(name => {
      const figures = this.series.map((each, at) => [key(at), told(groups[each][name])]).filter(([, figure]) => figure !== "");
      return { item: { [NAME]: name, ...Object.fromEntries(figures) }, saved: true };
    });
  }

  // The value as the file is to have it. A row without a name, or without a figure, waits.
  whole(table) {
    const seen = new Set();
    const lines = [];
    for (const row of table.rows) {
      const name = told(row.item[NAME]).trim();
      row.unsaved = name && seen.has(name) ? this.say("taken", { name }) : "";
      const has = this.listed || this.series.some((_series, at) => told(row.item[key(at)]) !== "");
      row.saved = Boolean(name) && has && !row.unsaved;
      if (!row.saved) continue;
      seen.add(name);
      lines.push([name, row.item]);
    }
    if (this.listed) return lines.map(([name]) => name);
    const groups = this.series.map((series, at) => [series, Object.fromEntries(lines.map(([name, item]) => [name, told(item[key(at)])]).filter(([, figure]) => figure !== ""))]);
    return groups.length === 1 && !groups[0][0] ? groups[0][1] : Object.fromEntries(groups);
  }

  isSame(table, value) {
    return JSON.stringify(value || (this.listed ? [] : {})) === JSON.stringify(this.whole(table));
  }

  save(table) {
    const value = this.whole(table);
    const at = table.rows.findIndex(row => row.unsaved);
    if (at >= 0) table.tools.show(table.rows[at].unsaved, [[this.say("look"), () => table.go(at, 0)]], true);
    return this.edits.change(this.path, value, { now: true });
  }

  // Where steps below the value lead: a number of a list, a name, or a series and a name.
  find(table, steps) {
    if (!steps.length) return null;
    if (this.listed) return { row: Number(steps[0]) - 1, column: table.columns[0] };
    const isGroup = steps.length > 1 && this.series.includes(steps[0]);
    const row = table.rows.findIndex(each => told(each.item[NAME]) === (isGroup ? steps.slice(1) : steps).join("."));
    const at = isGroup ? this.series.indexOf(steps[0]) : 0;
    return row < 0 ? null : { row, column: table.columns.find(column => column.name === key(at)) };
  }

  foot() {
    return [];
  }

  // ---- series ----

  // Figures of one series under a name, or of one more beside them.
  addSeries(table) {
    const names = this.series.length === 1 && !this.series[0] ? [this.seriesName(1)] : [...this.series];
    this.named(table, [...names, freeName(this.seriesName, names)]);
  }

  removeSeries(table, gone) {
    for (const row of table.rows) {
      const kept = this.series.map((_series, at) => row.item[key(at)]).filter((_figure, at) => at !== gone);
      row.item = { [NAME]: row.item[NAME], ...Object.fromEntries(kept.map((figure, at) => [key(at), figure]).filter(([, figure]) => figure !== undefined)) };
    }
    const left = this.series.filter((_series, at) => at !== gone);
    this.named(table, left.length === 1 ? [""] : left);
  }

  renameSeries(table, at, name) {
    if (!name.trim() || this.series.includes(name.trim())) return false;
    this.named(table, this.series.map((series, each) => (each === at ? name.trim() : series)));
    return true;
  }

  named(table, series) {
    this.series = series;
    table.look();
    table.drawing.all();
    table.selection.clamp();
    table.selection.show();
    this.save(table);
  }
}

// A fund table: the year's own line, the lines apart, then one row for each item (分项).
//
// Only what was changed goes back: keys that the table does not show stay as they are.

import { inUnit, rate } from "./figures.js";
import { minus, plus, written } from "./decimal.js";
import { isEmpty, rowOf, told, valueOf } from "./rows.js";
import { ratePlaces, shareOf, sumCell } from "./sums.js";

const isRecord = value => value !== null && typeof value === "object" && !Array.isArray(value);

export class FundsSheet {
  // `lines`: [{ key, label, meaning }], the year's own with the key "". `keys`: of unit, items, total and rate.
  constructor({ path, view, value, name, say, edits }) {
    Object.assign(this, { path, view, name, say, edits, columns: view.columns, grows: true });
    this.key = path.join(".");
    this.named = view.columns[0].name;
    this.hint = say("hint");
    this.undo = edits.undo;
    this.redo = edits.redo;
    this.rows = this.read(value);
  }

  get unit() {
    return told(this.value[this.view.unit_key]) || this.view.units[0];
  }

  read(value) {
    this.value = isRecord(value) ? value : {};
    const items = this.value[this.view.items_key];
    const [first] = this.columns;
    return [
      ...this.view.lines.map(line => this.line(line, first)),
      ...(Array.isArray(items) ? items : []).map(item => rowOf(item, this.columns)),
    ];
  }

  line({ key, label, meaning }, first) {
    const own = key ? this.value[key] : this.value;
    const odd = key && !isRecord(own) && told(own) ? told(own) : "";
    const item = { [first.name]: odd ? this.say("odd", { name: label, text: odd }) : label };
    for (const column of this.columns.slice(1)) if (isRecord(own) && own[column.name] !== undefined) item[column.name] = own[column.name];
    return { item, fixed: label, key, meaning, saved: true };
  }

  fresh() {
    return { item: {}, saved: false };
  }

  lock(row, column) {
    return Boolean(row.fixed) && column === this.columns[0];
  }

  items(table) {
    return table.rows.filter(row => !row.fixed && (row.saved || !isEmpty(row))).map(valueOf);
  }

  isSame(table, value) {
    return JSON.stringify(this.read(value).map(row => row.item)) === JSON.stringify(table.rows.filter(row => row.saved).map(row => row.item));
  }

  place(table, row) {
    const own = table.rows[row];
    if (!own?.saved) return null;
    if (own.fixed) return own.key ? [...this.path, own.key] : this.path;
    const number = table.rows.slice(0, row + 1).filter(each => each.saved && !each.fixed).length;
    return [...this.path, this.view.items_key, String(number)];
  }

  // { row, column } of the steps below the field: ["分项", "2", "支出"], ["项目资金", "批复"], ["支出"].
  find(table, steps) {
    const isItem = steps[0] === this.view.items_key;
    const line = table.rows.findIndex(row => row.fixed && row.key && row.key === steps[0]);
    const fixed = table.rows.filter(row => row.fixed).length;
    const row = isItem ? fixed + Number(steps[1] ?? 1) - 1 : Math.max(0, line);
    const name = steps.at(isItem ? 2 : line < 0 ? 0 : 1);
    return row < table.rows.length ? { row, column: this.columns.find(column => column.name === name) } : null;
  }

  // Cells of the fixed lines one by one; of the items one by one, or all of them where more has changed.
  save(table, { cells, rows }) {
    const areFixed = cell => table.rows[cell.row].fixed;
    const items = cells.filter(cell => !areFixed(cell));
    const asWhole = rows || items.length > 1 || items.some(({ row, before }) => !table.rows[row].saved || before.odd);
    const fixed = cells.filter(areFixed);
    const asTable = fixed.length > 1 || (fixed.length && (rows || items.length)) || !Object.keys(this.value).length;
    const value = this.whole(table);
    const had = this.value;
    this.value = value;
    table.rows.forEach(row => { row.saved ||= !isEmpty(row); });
    if (asTable) return this.edits.change(this.path, value, { now: true });
    if (asWhole) return this.edits.change([...this.path, this.view.items_key], this.items(table), { now: true });
    const [answer] = cells.map(cell => this.saveCell(table, cell, had));
    return answer;
  }

  saveCell(table, { row, column, before }, had) {
    const own = table.rows[row];
    const path = this.place(table, row);
    const isOld = column.name in before.item || (own.fixed && (!own.key || isRecord(had[own.key])));
    if (isOld) return this.edits.change([...path, column.name], own.item[column.name] ?? null, { now: true });
    return this.edits.change(path, own.fixed ? this.value[own.key] : own.item, { now: true });
  }

  // The field as the file is to have it, its other keys included.
  whole(table) {
    const { items_key: itemsKey, unit_key: unitKey } = this.view;
    let value = { ...this.value };
    value[unitKey] ??= this.unit;
    for (const row of table.rows.filter(each => each.fixed)) value = this.withLine(value, row);
    const items = this.items(table);
    if (items.length || itemsKey in value) value[itemsKey] = items;
    return value;
  }

  withLine(value, row) {
    const own = row.key ? (isRecord(value[row.key]) ? { ...value[row.key] } : {}) : { ...value };
    for (const column of this.columns.slice(1)) {
      if (column.name in row.item) own[column.name] = row.item[column.name];
      else delete own[column.name];
    }
    if (!row.key) return own;
    const wasOdd = row.key in value && !isRecord(value[row.key]);
    if (!Object.keys(own).length && (wasOdd || !(row.key in value))) return value;
    return { ...value, [row.key]: own };
  }

  // The names by which references knew an item, and know it now.
  renamed(table, { row, column, before }) {
    if (column !== this.columns[0]) return null;
    const names = [told(before.item[column.name]), told(table.rows[row].item[column.name])];
    return names.every(Boolean) ? names.map(name => [...this.path, name]) : null;
  }

  // ---- what is worked out ----

  amount(row, name) {
    return inUnit(told(row.item[name]), this.unit);
  }

  get rateColumn() {
    return this.columns.find(column => column.kind === "rate");
  }

  looks(table) {
    const column = this.rateColumn;
    const places = ratePlaces(table.rows.map(row => told(row.item[column.name])));
    return table.rows.map(row => {
      const typed = rate(told(row.item[column.name]));
      const part = this.amount(row, this.view.spent_key);
      const whole = this.amount(row, this.view.received_key);
      const share = shareOf(part, whole, typed ? typed.places : places);
      const look = row.fixed ? { [this.columns[0].name]: { text: told(row.item[this.columns[0].name]), title: row.meaning, always: true } } : {};
      if (!row.key && row.fixed) Object.assign(look, this.yearLooks(table));
      if (!share) return look;
      const title = this.say("share", { spent: told(row.item[this.view.spent_key]), received: told(row.item[this.view.received_key]), share });
      const differs = typed && written(typed) !== share;
      return { ...look, [column.name]: typed ? { beside: differs ? share : "", title: differs ? title : undefined } : { text: share, dim: true, title } };
    });
  }

  // What 基本支出 and 项目资金 come to beside the year's own figure, where that differs.
  yearLooks(table) {
    const [year, ...parts] = ["", ...this.view.year_keys].map(key => table.rows.find(row => row.fixed && row.key === key));
    const look = {};
    for (const column of this.columns.filter(each => each.summed)) {
      const stated = this.amount(year, column.name);
      const [one, other] = parts.map(row => this.amount(row, column.name));
      const sum = one && other && plus(one, other);
      if (stated && sum && minus(sum, stated).digits) look[column.name] = { beside: written(sum), title: this.say("yearSum", { sum: written(sum) }) };
    }
    return look;
  }

  foot(table) {
    const items = table.rows.filter(row => !row.fixed);
    if (!items.some(row => !isEmpty(row))) return [];
    const cells = {};
    for (const column of this.columns.filter(each => each.summed)) cells[column.name] = sumCell(items.map(row => told(row.item[column.name])), this.unit, this.say);
    const share = shareOf(cells[this.view.spent_key]?.total, cells[this.view.received_key]?.total, ratePlaces(items.map(row => told(row.item[this.rateColumn.name]))));
    cells[this.rateColumn.name] = { text: share || "—" };
    const apart = this.apart(table, cells);
    return [{ label: this.say("total"), cells }, ...(apart ? [apart] : [])];
  }

  // What the items come to more or less than the line that should be their total.
  apart(table, sums) {
    const total = table.rows.find(row => row.key === this.view.total_key);
    const cells = {};
    for (const column of this.columns.filter(each => each.summed)) {
      const stated = this.amount(total, column.name);
      const sum = sums[column.name].total;
      const difference = stated && sum && minus(sum, stated);
      if (difference?.digits) cells[column.name] = { text: `${difference.digits > 0n ? "+" : ""}${written(difference)}` };
    }
    if (!Object.keys(cells).length) return null;
    for (const column of this.columns.filter(each => each.summed)) cells[column.name] ??= { text: "" };
    return { label: this.say("apart"), cells, isWrong: true };
  }
}

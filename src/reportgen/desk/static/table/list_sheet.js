// A list of the file as a table: one item a row. Keys that no column shows, and items that are no records, stay as they are.

import { isBlank } from "./figures.js";
import { isEmpty, levels, rowOf, told, valueOf } from "./rows.js";
import { sumCell } from "./sums.js";

const SCORED_FROM = ["指标性质", "指标值", "度量单位", "完成值", "分值"];

export class ListSheet {
  // `edits`: { change, undo, redo }. `worked`: what the program works out, by dotted path.
  constructor({ path, columns, named, value, name, say, edits, worked = {} }) {
    Object.assign(this, { path, columns, named, name, say, edits, worked });
    this.key = path.filter(step => !/^\d+$/.test(step)).join(".");
    this.grows = true;
    this.hint = say("hint");
    this.rows = this.read(value);
    this.undo = edits.undo;
    this.redo = edits.redo;
  }

  read(value) {
    const items = Array.isArray(value) ? value : [];
    return items.map((item, at) => this.withWorked(rowOf(item, this.columns), at + 1));
  }

  // The list as the file is to have it.
  list(table) {
    return table.rows.filter(row => row.saved || !isEmpty(row)).map(valueOf);
  }

  isSame(table, value) {
    return JSON.stringify(Array.isArray(value) ? value : []) === JSON.stringify(this.list(table));
  }

  // The number of a row in the file, from 1; 0 for one that is not in it yet.
  number(table, row) {
    return table.rows[row]?.saved ? table.rows.slice(0, row + 1).filter(each => each.saved).length : 0;
  }

  // { row, column } of the steps below the list: ["2", "支出"]; no column for a whole item.
  find(table, [number, key]) {
    const row = table.rows.findIndex((_row, at) => String(this.number(table, at)) === number);
    return row < 0 ? null : { row, column: this.columns.find(column => column.name === key) };
  }

  save(table, { cells, rows }) {
    for (const { row, column } of cells) if (SCORED_FROM.includes(column.name)) table.rows[row].worked = {};
    const [only] = cells;
    if (!rows && cells.length === 1 && table.rows[only.row].saved && !only.before.odd) return this.saveCell(table, only);
    const list = this.list(table);
    table.rows.forEach(row => { row.saved ||= !isEmpty(row); });
    return this.edits.change(this.path, list, { now: true });
  }

  saveCell(table, { row, column, before }) {
    const own = table.rows[row];
    const path = [...this.path, String(this.number(table, row))];
    const isOld = column.name in before.item && column.name in own.item;
    return isOld ? this.edits.change([...path, column.name], own.item[column.name], { now: true }) : this.edits.change(path, own.item, { now: true });
  }

  // The names by which references knew a row, and know it now.
  renamed(table, { row, column, before }) {
    const own = table.rows[row];
    if (column.name !== this.named || this.path.length > 1) return null;
    const names = [told(before.item[column.name]), told(own.item[column.name])];
    return names.every(Boolean) ? names.map(name => [...this.path, name]) : null;
  }

  // ---- what cells show that is not typed in them ----

  looks(table) {
    const above = levels(table.rows, this.columns);
    return table.rows.map((row, at) => {
      const look = {};
      for (const column of table.columns) {
        if (column.inherits && isBlank(told(row.item[column.name])) && above[at][column.name]) look[column.name] = { text: above[at][column.name], dim: true, title: this.say("above") };
        else if (row.worked?.[column.name]) look[column.name] = { text: row.worked[column.name], dim: true, title: this.say("worked") };
      }
      return look;
    });
  }

  foot(table) {
    const cells = {};
    for (const column of table.columns.filter(each => each.summed)) {
      const texts = table.rows.map(row => (isBlank(told(row.item[column.name])) && row.worked?.[column.name]) || told(row.item[column.name]));
      cells[column.name] = sumCell(texts, column.unit, this.say);
    }
    const hasSums = Object.values(cells).some(cell => cell.total);
    return hasSums ? [{ label: this.say("total"), cells }] : [];
  }

  // ---- what the program works out ----

  withWorked(row, number) {
    const prefix = [...this.path, number].join(".");
    const worked = {};
    for (const column of this.columns) {
      const found = this.worked[`${prefix}.${column.name}`];
      if (found) worked[column.name] = found;
    }
    return { ...row, worked };
  }

  work(table, worked) {
    this.worked = worked;
    const wasWorked = JSON.stringify(table.rows.map(row => row.worked));
    table.rows.forEach((row, at) => { row.worked = this.withWorked(row, this.number(table, at)).worked; });
    if (JSON.stringify(table.rows.map(row => row.worked)) !== wasWorked) table.drawing.refresh();
  }
}

// Groups of figures as a table: one figure a row, with the group that it stands in (groups within groups by dots).

import { added, counted } from "./figures.js";
import { minus, written } from "./decimal.js";
import { told } from "./rows.js";

const isRecord = value => value !== null && typeof value === "object" && !Array.isArray(value);
const isFigure = value => value === null || typeof value !== "object";

export class FactsSheet {
  constructor({ path, view, value, name, say, edits }) {
    Object.assign(this, { path, view, name, say, edits, columns: view.columns, grows: true });
    [this.group, this.label, this.figure] = view.columns.map(column => column.name);
    this.key = path.join(".");
    this.hint = say("hint");
    this.undo = edits.undo;
    this.redo = edits.redo;
    this.rows = this.read(value);
  }

  read(value) {
    return isRecord(value) ? [...this.flat(value, [])] : [];
  }

  // What is no figure and no group (a list, a group without anything) has a row too: it is kept, and not typed into.
  *flat(value, groups) {
    for (const [name, inner] of Object.entries(value)) {
      const isGroup = isRecord(inner) && Object.keys(inner).length > 0;
      if (isGroup) yield* this.flat(inner, [...groups, name]);
      else {
        const item = { [this.group]: groups.join("."), [this.label]: name, [this.figure]: isFigure(inner) ? told(inner) : this.say("kept") };
        yield { item, saved: true, path: [...groups, name], kept: isFigure(inner) ? undefined : inner, was: inner };
      }
    }
  }

  // Between two figures of a group a new one is of it too.
  fresh(beside) {
    const group = told(beside?.item[this.group]);
    return { item: group ? { [this.group]: group } : {}, saved: false };
  }

  lock(row, column) {
    return row.kept !== undefined && column.name === this.figure;
  }

  // Where the row belongs; null for one that has no name.
  steps(row) {
    const name = told(row.item[this.label]).trim();
    const group = told(row.item[this.group]).trim();
    if (row.path && row.path.at(-1) === name && row.path.slice(0, -1).join(".") === group) return row.path;
    return name ? [...(group ? group.split(/[.。．·]/).map(step => step.trim()).filter(Boolean) : []), name] : null;
  }

  // The field as the file is to have it. Rows that have no place in it are told why, and stay; what they were in the
  // file before is kept there.
  whole(table) {
    const root = {};
    for (const row of table.rows) row.unsaved = this.isWaiting(row) ? "" : this.put(root, row, this.steps(row));
    for (const row of table.rows) if (row.unsaved && row.path) this.put(root, row, row.path);
    return root;
  }

  isWaiting(row) {
    return !row.saved && !told(row.item[this.label]) && !told(row.item[this.figure]);
  }

  put(root, row, steps) {
    if (!steps) return this.say("nameless");
    let inner = root;
    for (const step of steps.slice(0, -1)) {
      if (!Object.hasOwn(inner, step)) inner[step] = {};
      inner = inner[step];
      if (!isRecord(inner)) return this.say("taken", { name: steps.join(".") });
    }
    if (Object.hasOwn(inner, steps.at(-1))) return this.say("taken", { name: steps.join(".") });
    const typed = told(row.item[this.figure]);
    inner[steps.at(-1)] = row.kept ?? (row.was === null && !typed ? null : typed);
    return "";
  }

  isSame(table, value) {
    return JSON.stringify(isRecord(value) ? value : {}) === JSON.stringify(this.whole(table));
  }

  // { row, column } of the names below the field; of a group its first figure.
  find(table, steps) {
    const name = steps.join(".");
    const exact = table.rows.findIndex(row => row.path?.join(".") === name);
    const row = exact < 0 ? table.rows.findIndex(each => each.path?.join(".").startsWith(`${name}.`)) : exact;
    return row < 0 ? null : { row, column: this.columns[exact < 0 ? 0 : 2] };
  }

  // One figure by itself; names, groups and places by the whole field.
  save(table, { cells, rows }) {
    const value = this.whole(table);
    const [only] = cells;
    const own = only && table.rows[only.row];
    const isOne = !rows && cells.length === 1 && only.column.name === this.figure && own.saved && own.path && !own.unsaved;
    for (const row of table.rows) if (!row.unsaved && this.steps(row)) Object.assign(row, { saved: true, path: this.steps(row) });
    this.warn(table);
    if (isOne) return this.edits.change([...this.path, ...own.path], told(own.item[this.figure]), { now: true });
    const text = JSON.stringify(value);
    if (text === this.sent) return Promise.resolve({ ok: true });
    this.sent = text;
    return this.edits.change(this.path, value, { now: true });
  }

  warn(table) {
    const at = table.rows.findIndex(row => row.unsaved);
    if (at < 0) {
      if (this.isWarning) table.tools.hide();
      this.isWarning = false;
      return;
    }
    this.isWarning = true;
    table.tools.show(table.rows[at].unsaved, [[this.say("look"), () => table.go(at, 1)]], true);
  }

  // The names by which references knew a figure, and know it now.
  renamed(table, { row, column, before }) {
    const own = table.rows[row];
    if (column.name === this.figure || own.unsaved || !before.path || !own.path) return null;
    return [[...this.path, ...before.path], [...this.path, ...own.path]];
  }

  // ---- what cells show that is not typed in them ----

  looks(table) {
    const totals = this.totals(table);
    return table.rows.map((row, at) => {
      const group = told(row.item[this.group]);
      const isSame = group && at > 0 && told(table.rows[at - 1].item[this.group]) === group;
      const look = isSame ? { [this.group]: { text: group, dim: true, always: true } } : {};
      const total = totals.get(row);
      if (total) look[this.figure] = { beside: total.text, title: total.title };
      return look;
    });
  }

  // 合计 of a group beside what its other figures come to, where that differs.
  totals(table) {
    const groups = new Map();
    for (const row of table.rows) {
      const steps = this.steps(row);
      if (!steps) continue;
      const group = steps.slice(0, -1).join(".");
      groups.set(group, [...(groups.get(group) ?? []), row]);
    }
    const found = new Map();
    for (const [group, rows] of groups) {
      const total = group && rows.find(row => told(row.item[this.label]) === this.view.total);
      const sum = total && this.apart(total, this.parts(group, rows.filter(row => row !== total), groups));
      if (sum) found.set(total, sum);
    }
    return found;
  }

  // Figures of a group; of a group within it the total, or else its figures.
  parts(group, rows, groups) {
    const within = [...groups.keys()].filter(name => name.startsWith(`${group}.`));
    const inner = new Set(within.map(name => `${group}.${name.slice(group.length + 1).split(".")[0]}`));
    const leaves = [...inner].flatMap(name => {
      const own = groups.get(name) ?? [];
      const total = own.find(row => told(row.item[this.label]) === this.view.total);
      return total ? [total] : this.parts(name, own, groups);
    });
    return [...rows, ...leaves];
  }

  apart(total, rows) {
    const stated = counted(told(total.item[this.figure]));
    const texts = rows.map(row => told(row.item[this.figure]));
    if (!stated || !rows.length || texts.some(text => counted(text)?.unit !== stated.unit)) return null;
    const { total: sum } = added(texts, text => counted(text).number);
    if (!sum || !minus(sum, stated.number).digits) return null;
    return { text: `${written(sum)}${stated.unit}`, title: this.say("adds", { sum: `${written(sum)}${stated.unit}` }) };
  }

  foot() {
    return [];
  }
}

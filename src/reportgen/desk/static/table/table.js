// One table editor: rows, the current cell, what is selected. It is drawn, typed into, pasted into by the modules beside.
//
// `sheet` is what a widget gives: { columns, rows, name, key, grows, hint, say, looks(table), foot(table),
// lock(row, column), fresh(beside), save(table, { cells, rows }), find(table, steps), undo(), redo() }.
// `rows` in save is true where rows came, went or changed places.

import { chosen } from "./columns.js";
import { Clipboard } from "./clipboard.js";
import { Drawing } from "./drawing.js";
import { Editor } from "./editor.js";
import { listenToKeys } from "./keys.js";
import { lineDeeds } from "./line_deeds.js";
import { listenToMouse } from "./mouse.js";
import { below, Marks } from "./marks.js";
import { changed, kept, remembered, textOf } from "./rows.js";
import { Selection } from "./selection.js";
import { Tools } from "./tools.js";

export class Table {
  constructor(element, parts, sheet) {
    this.sheet = sheet;
    this.rows = sheet.rows;
    this.say = sheet.say;
    element.parentElement.querySelector(":scope > .table-wait")?.remove();
    element.append(parts.content.cloneNode(true));
    this.element = element;
    this.hidden = chosen(sheet.key, sheet.columns);
    this.look();
    this.marks = new Marks(this);
    this.selection = new Selection(this);
    this.drawing = new Drawing(this);
    this.editor = new Editor(this);
    this.clipboard = new Clipboard(this);
    this.tools = new Tools(this);
    listenToKeys(this);
    listenToMouse(this);
    this.drawing.all();
    this.selection.show();
  }

  // Columns that are seen: those in use are never hidden.
  look() {
    const used = column => this.rows.some(row => column.name in row.item && row.item[column.name] !== "" && row.item[column.name] !== null);
    this.columns = this.sheet.columns.filter(column => !this.hidden.has(column.name) || used(column));
    this.spare = this.sheet.columns.filter(column => !column.required && !column.fixed && !used(column));
  }

  // Rows that can be stood on: the last of a table that grows is for the next one.
  get height() {
    return this.rows.length + (this.sheet.grows ? 1 : 0);
  }

  get width() {
    return this.columns.length;
  }

  text(row, column) {
    const found = this.rows[row];
    return found ? textOf(found, this.columns[column]) : "";
  }

  isLocked(row, column) {
    const found = this.rows[row];
    const at = this.columns[column];
    if (!found || at.worked) return Boolean(at.worked); // a column that only the program fills
    const value = found.item[at.name];
    return (value !== null && typeof value === "object") || Boolean(this.sheet.lock?.(found, at));
  }

  // Cells [row, column, text] get their texts; rows that are missing come.
  put(cells) {
    const first = this.rows.length;
    const rows = [...this.rows];
    const done = [];
    for (const [row, column, text] of cells) {
      if (this.isLocked(row, column) || (row >= rows.length && !text)) continue;
      while (rows.length <= row) rows.push(this.sheet.fresh?.() ?? { item: {}, saved: false });
      const at = this.columns[column];
      if (textOf(rows[row], at) === text) continue;
      const before = rows[row];
      rows[row] = changed(before, at, text, this.sheet.columns);
      done.push({ row, column: at, before });
    }
    if (!done.length) return false;
    this.rows = rows;
    this.settle({ cells: done, rows: rows.length !== first });
    return true;
  }

  // Other rows, or the same in another order. What a row took over from above it keeps.
  reorder(change) {
    remembered(this.rows, this.sheet.columns);
    const rows = change([...this.rows]);
    this.rows = kept(rows, this.sheet.columns);
    this.settle({ cells: [], rows: true });
  }

  // Rows that are still empty are not kept in the file.
  settle(done) {
    const wasWidth = this.columns.map(column => column.name).join("\n");
    this.look();
    const redraws = done.rows || this.columns.map(column => column.name).join("\n") !== wasWidth || done.cells.length > 40;
    this.tools.hide();
    const saved = this.sheet.save(this, done);
    if (redraws) this.drawing.all();
    else this.drawing.refresh();
    this.selection.clamp();
    this.selection.show();
    this.tools.refresh();
    this.follow(saved, done);
  }

  // One name that was changed may be referred to.
  follow(saved, { cells, rows }) {
    const [only] = cells;
    const names = !rows && cells.length === 1 && this.sheet.renamed?.(this, only);
    if (names) Promise.resolve(saved).then(answer => { if (answer.ok) this.sheet.edits.renamed(this, ...names); });
  }

  // Rows as the file has them now. Rows that are not in it yet stay where they are, and what is being typed goes on.
  load(rows) {
    this.tools.hide();
    const open = this.editor.mode && this.rows[this.selection.at.row];
    const loaded = [...rows];
    this.rows.forEach((row, at) => { if (!row.saved && !row.fixed) loaded.splice(at, 0, row); });
    this.rows = loaded;
    this.look();
    this.drawing.all();
    const again = open ? loaded.findIndex(row => row === open || JSON.stringify(row.item) === JSON.stringify(open.item)) : -1;
    if (again >= 0) this.selection.at.row = this.selection.from.row = again;
    this.selection.clamp();
    this.selection.show();
    this.tools.refresh();
  }

  // To a cell, from outside; `select` opens it.
  go(row, column, { select = false } = {}) {
    this.editor.finish();
    this.selection.to(row, column);
    this.editor.focus();
    if (select) this.editor.open();
  }

  // To where a path leads; a column that is hidden is shown.
  goTo(where, how) {
    const { row = 0, column } = this.sheet.find(this, below(this.sheet.path, where)) ?? {};
    if (column && this.hidden.delete(column.name)) {
      this.look();
      this.drawing.all();
      this.tools.refresh();
    }
    this.go(row, Math.max(0, this.columns.indexOf(column)), how);
  }
}

Object.assign(Table.prototype, lineDeeds);

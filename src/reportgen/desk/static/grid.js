// Lists of the file as tables: 清单 and 指标. A list within an item opens below the table, for the row one stands on.

import { change, redo, undo, valueOf } from "/static/edits.js";
import { ListSheet } from "/static/table/list_sheet.js";
import { Table } from "/static/table/table.js";
import { make, speaker } from "/static/table/words.js";
import { widget } from "/static/widgets.js";

const EDITS = { change, undo, redo };
const NOTHING = new Set(["", "无", "无。"]);

// A table of one list, and below it the lists that its current item holds, to any depth.
class Lists {
  constructor(element, { template, say, path, columns, value, name, worked }) {
    Object.assign(this, { template, say, path, columns, inner: [], findings: [], worked });
    this.sheet = new ListSheet({ path, columns, value, name, say, edits: EDITS, worked });
    this.sheet.moved = () => this.showInner();
    this.sheet.open = (_table, row, column) => this.enter(row, column.name);
    this.note = make("p", { class: "meta table-note", hidden: true });
    this.below = make("div", { class: "table-below" });
    const own = make("div", { class: "table-own" });
    element.append(own, this.note, this.below);
    this.table = new Table(own, template, this.sheet);
    this.tell(value);
    this.showInner();
  }

  // A word where a list is due: 「无」 says that there is nothing, anything else is for the text of the file.
  tell(value) {
    const isWord = value !== null && value !== undefined && !Array.isArray(value) && !NOTHING.has(String(value).trim());
    const says = typeof value === "string" && value.trim() ? value : "";
    this.note.textContent = isWord ? this.say("noList") : says ? this.say("saysNone", { text: says }) : "";
    this.note.hidden = !this.note.textContent;
    this.sheet.grows = !isWord;
  }

  get nested() {
    return this.columns.filter(column => column.kind === "rows");
  }

  // The lists of the current row, made anew only when that is another one.
  showInner() {
    const row = this.table?.selection.at.row ?? 0;
    const own = this.table?.rows[row];
    if (!this.table || !this.nested.length) return;
    const number = this.sheet.number(this.table, row);
    if (own && number && this.shownRow?.number === number && this.shownRow.item === own.item) return;
    this.shownRow = own && { number, item: own.item };
    this.inner = [];
    this.below.replaceChildren();
    if (!own || !number) return;
    for (const column of this.nested) this.addInner(column, own, number);
    this.mark(this.findings, this.worked);
  }

  addInner(column, own, number) {
    const { say, template } = this;
    const [title] = this.columns.filter(each => each.kind !== "rows").map(each => own.item[each.name]).filter(Boolean);
    const name = say("inner", { row: title ?? say("row", { number }), column: column.name });
    const part = make("section", { class: "table-inner", "aria-label": name }, make("h3", {}, name, make("span", { class: "meta" }, column.meaning)));
    this.below.append(part);
    const lists = new Lists(part, { template, say, name, path: [...this.path, String(number), column.name], columns: column.columns, value: own.item[column.name], worked: this.worked });
    lists.sheet.saved = list => this.took(number, column.name, list);
    lists.columnName = column.name;
    this.inner.push(lists);
  }

  // What a list below has become, in the item that holds it.
  took(number, name, list) {
    const at = this.table.rows.findIndex((_row, row) => this.sheet.number(this.table, row) === number);
    const own = this.table.rows[at];
    own.item = { ...own.item, [name]: list };
    this.shownRow = { number, item: own.item };
    this.table.drawing.refresh();
    this.table.selection.show();
    this.sheet.saved?.(this.sheet.list(this.table));
  }

  enter(row, name) {
    this.table.selection.to(row, this.table.selection.at.column);
    this.inner.find(lists => lists.columnName === name)?.table.go(0, 0);
  }

  redraw(value) {
    this.tell(value);
    if (this.sheet.isSame(this.table, value)) return;
    this.table.load(this.sheet.read(value));
    const own = this.table.rows[this.table.selection.at.row];
    const isSameRow = own && this.shownRow?.number === this.sheet.number(this.table, this.table.selection.at.row);
    if (isSameRow && this.inner.length) {
      this.shownRow.item = own.item;
      for (const lists of this.inner) lists.redraw(own.item[lists.columnName]);
    } else this.showInner();
  }

  mark(findings, worked = {}) {
    this.findings = findings;
    this.worked = worked;
    this.sheet.work(this.table, worked);
    this.table.marks.set(findings);
    for (const lists of this.inner) lists.mark(findings, worked);
  }

  // `steps` below the list: number of the item, key, and so on.
  focus(steps, how) {
    const [number = "1", key, ...rest] = steps;
    const row = this.table.rows.findIndex((_row, at) => String(this.sheet.number(this.table, at)) === number);
    const inner = this.nested.some(column => column.name === key);
    if (key) this.table.reveal(key);
    const at = Math.max(0, this.table.columns.findIndex(column => column.name === key));
    this.table.selection.to(row < 0 ? 0 : row, at);
    const below = inner && this.inner.find(lists => lists.columnName === key);
    if (below) below.focus(rest, how);
    else this.table.go(this.table.selection.at.row, at, how);
  }
}

widget("grid", (element, { path }) => {
  const view = JSON.parse(element.querySelector("script.view").textContent);
  const lists = new Lists(element, {
    template: element.querySelector("template"), say: speaker(element), path, columns: view.columns,
    value: valueOf(path), name: view.name, worked: {},
  });
  return {
    redraw: value => lists.redraw(value),
    mark: (findings, worked) => lists.mark(findings, worked),
    focus: (where, how) => lists.focus(stepsBelow(path, where), how),
  };
});

function stepsBelow(path, where) {
  const steps = Array.isArray(where) ? where.map(String) : String(where ?? "").split(".");
  return steps.slice(path.length);
}

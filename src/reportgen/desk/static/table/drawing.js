// The table on the page: head, rows, totals. One element a cell, no listener in any.

import { headOf, isRight } from "./columns.js";
import { pieces, printed, whenPrinted } from "./references.js";
import { widths } from "./widths.js";
import { helpOf } from "./tools.js";
import { make } from "/static/page.js";
import { isBlank } from "./figures.js";

const SIZES = [14, 13]; // of letters in px, as table.css has them

export class Drawing {
  constructor(table) {
    this.table = table;
    this.box = table.element.querySelector(".table-box");
    this.grid = this.box.querySelector("table");
    this.grid.setAttribute("aria-label", table.sheet.name);
    [this.columns, this.head, this.body, this.foot] = ["colgroup", "thead", "tbody", "tfoot"].map(name => this.grid.querySelector(name));
    new ResizeObserver(() => this.measure()).observe(this.box);
    whenPrinted(this.box, () => { this.refresh(); table.selection.show(); });
    this.box.addEventListener("scroll", () => table.editor.place(), { passive: true });
  }

  all() {
    const { table } = this;
    this.grid.setAttribute("aria-rowcount", table.height + 1);
    this.grid.setAttribute("aria-colcount", table.width + 1);
    this.looks = table.sheet.looks?.(table) ?? {};
    this.drawHead();
    this.fixed = table.rows.filter(row => row.fixed).length;
    this.keys = [];
    this.blank = this.blankLine();
    this.body.replaceChildren(...Array.from({ length: table.height }, (_none, row) => this.line(row)));
    this.drawFoot();
    this.measure(true);
    table.marks.all();
  }

  // The cells that show something else than before.
  refresh() {
    const { table } = this;
    if (this.body.rows.length !== table.height) return; // rows that have come are being drawn
    this.looks = table.sheet.looks?.(table) ?? {};
    table.marks.clear();
    let needsRoom = false; // for what stands beside a figure
    for (let row = 0; row < table.height; row += 1) {
      const line = this.body.rows[row];
      line.className = this.kind(row);
      for (let at = 0; at < table.width; at += 1) needsRoom = this.fill(line.cells[at + 1], row, at) || needsRoom;
    }
    this.drawFoot();
    if (needsRoom) this.measure(true);
    table.marks.all();
  }

  drawHead() {
    const { table } = this;
    const heads = table.columns.map((column, at) => {
      const head = make("th", { scope: "col", role: "columnheader", "aria-colindex": at + 2, title: helpOf(column, table.say), "data-column": at, class: isRight(column) ? "num" : column.name === table.sheet.named && "name" }, headOf(column));
      if (column.unit) head.append(make("span", { class: "unit" }, table.say("unit", { unit: column.unit })));
      if (column.required) head.append(make("span", { class: "due", "aria-hidden": "true" }, "*"));
      return head;
    });
    this.head.replaceChildren(make("tr", { role: "row", "aria-rowindex": 1 }, make("td", { class: "rn", role: "gridcell", "aria-colindex": 1 }), ...heads));
  }

  // A row of the table without words: roles are those of rows and cells within a grid.
  blankLine() {
    const line = make("tr", {}, make("th", { class: "rn", scope: "row", "aria-colindex": 1 }));
    this.table.columns.forEach((column, at) => {
      const kind = isRight(column) ? "num" : column.name === this.table.sheet.named ? "name" : null;
      line.append(make("td", { class: kind, "aria-colindex": at + 2 }));
    });
    return line;
  }

  line(row) {
    const { table } = this;
    const own = table.rows[row];
    const line = this.blank.cloneNode(true);
    const number = own && !own.fixed ? String(row + 1 - this.fixed) : "";
    line.className = this.kind(row);
    line.setAttribute("aria-rowindex", row + 2);
    if (number) {
      line.cells[0].textContent = number;
      line.cells[0].setAttribute("aria-label", table.say("row", { number }));
    } else line.cells[0].replaceWith(make("td", { class: "rn", "aria-colindex": 1 }));
    this.keys[row] = [];
    for (let at = 0; at < table.width; at += 1) this.fill(line.cells[at + 1], row, at);
    return line;
  }

  kind(row) {
    const { rows } = this.table;
    if (!rows[row]) return "fresh";
    const starts = !rows[row].fixed && rows[row - 1]?.fixed ? " starts" : "";
    return `${rows[row].fixed ? "fixed" : ""}${rows[row].unsaved ? " unsaved" : ""}${starts}`.trim();
  }

  // What a cell shows now; whether something has come to stand beside its figure.
  fill(cell, row, at) {
    const { table } = this;
    const { text, dim, beside, title } = this.shown(row, at);
    const isHint = row === table.rows.length && at === 0;
    const isLocked = table.isLocked(row, at);
    const key = `${printed(text)}\t${text}\t${dim ? 1 : 0}${isLocked ? 1 : 0}\t${beside ?? ""}\t${title ?? ""}`;
    if (this.keys[row][at] === key) return false;
    this.keys[row][at] = key;
    cell.classList.toggle("dim", Boolean(dim));
    cell.toggleAttribute("title", Boolean(title));
    if (title) cell.title = title;
    if (isLocked) cell.setAttribute("aria-readonly", "true");
    else cell.removeAttribute("aria-readonly");
    if (isHint) cell.replaceChildren(make("span", { class: "hint" }, table.sheet.hint ?? ""));
    else cell.replaceChildren(...(beside ? [make("i", { class: "calc" }, beside), " "] : []), ...pieces(text));
    return Boolean(beside);
  }

  // { text, dim?, beside?, title? }: what a cell shows. `dim`: not typed here, but worked out or taken over.
  shown(row, at) {
    const { table } = this;
    const column = table.columns[at];
    const text = table.text(row, at);
    const own = { text: column.kind === "rate" ? text.replace(/\s*[%％]$/, "") : text };
    const look = this.looks[row]?.[column.name];
    if (!look) return own;
    return isBlank(text) || look.always ? { ...own, ...look } : { ...own, beside: look.beside, title: look.title };
  }

  drawFoot() {
    const { table } = this;
    this.sums = {};
    const lines = (table.sheet.foot?.(table) ?? []).map(({ label, cells, isWrong }) => {
      const line = make("tr", { role: "row", class: "total" });
      const first = table.columns.findIndex(column => cells[column.name] !== undefined);
      const span = first < 0 ? table.width : first;
      line.append(make("th", { scope: "row", role: "rowheader", class: "sum", colspan: span + 1 }, make("span", {}, label)));
      for (const column of first < 0 ? [] : table.columns.slice(first)) {
        const { text = "", title } = cells[column.name] ?? {};
        this.sums[column.name] = text;
        line.append(make("td", { role: "gridcell", class: `sum num${isWrong && text ? " low" : ""}`, title }, text));
      }
      return line;
    });
    this.foot.replaceChildren(...lines);
  }

  // Widths follow what stands in the columns, and the room that there is.
  measure(again = false) {
    const room = (again && this.room) || this.box.clientWidth;
    if (!room || (!again && room === this.room)) return;
    this.room = room;
    const found = this.fitted(room);
    this.columns.replaceChildren(...found.map(width => {
      const column = document.createElement("col");
      column.style.width = `${width}px`;
      return column;
    }));
    this.grid.style.width = `${found.reduce((sum, width) => sum + width, 0)}px`;
    this.box.style.scrollPadding = `${this.head.offsetHeight + 2}px 8px ${this.foot.offsetHeight + 2}px ${found[0] + 2}px`;
    this.table.editor?.place();
  }

  // In smaller type where there is too little room; where that is not enough the table scrolls, its names stay in view.
  fitted(room) {
    const total = found => found.reduce((sum, width) => sum + width, 0);
    const [normal, small] = SIZES.map(size => () => widths(this.table, room, this.sums, size));
    const wide = normal();
    const isDense = total(wide) > room;
    const found = isDense ? small() : wide;
    this.box.classList.toggle("dense", isDense);
    this.box.classList.toggle("wide", total(found) > room);
    return found;
  }

  cell(row, column) {
    return this.body.rows[row]?.cells[column + 1] ?? null;
  }

  // { row, column } of an element in the body; column -1 is the row's number.
  place(element) {
    const cell = element.closest?.("tbody > tr > *");
    if (!cell || !this.body.contains(cell)) return null;
    return { row: cell.parentElement.sectionRowIndex, column: cell.cellIndex - 1 };
  }
}

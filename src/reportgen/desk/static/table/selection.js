// The current cell and the block from it to where the selection began.

export class Selection {
  constructor(table) {
    this.table = table;
    this.at = { row: 0, column: 0 };
    this.from = { row: 0, column: 0 };
    this.lead = 0;
    this.drawn = new Set();
  }

  // { top, left, bottom, right }, ends included.
  get block() {
    const { at, from } = this;
    return {
      top: Math.min(at.row, from.row), bottom: Math.max(at.row, from.row),
      left: Math.min(at.column, from.column), right: Math.max(at.column, from.column),
    };
  }

  get isBlock() {
    return this.at.row !== this.from.row || this.at.column !== this.from.column;
  }

  // Row numbers of the block; the row to come is none.
  get rows() {
    const { top, bottom } = this.block;
    return Array.from({ length: bottom - top + 1 }, (_none, step) => top + step).filter(row => row < this.table.rows.length);
  }

  cells() {
    const { top, bottom, left, right } = this.block;
    const found = [];
    for (let row = top; row <= bottom; row += 1) for (let column = left; column <= right; column += 1) found.push([row, column]);
    return found;
  }

  to(row, column, { extends: grows = false, keepsLead = false } = {}) {
    this.at = { row: bounded(row, this.table.height), column: bounded(column, this.table.width) };
    if (!grows) this.from = { ...this.at };
    if (!keepsLead) this.lead = this.at.column;
    this.show({ scrolls: true });
    this.table.marks.visit(this.current);
  }

  all() {
    this.from = { row: 0, column: 0 };
    this.at = { row: Math.max(0, this.table.rows.length - 1), column: this.table.width - 1 };
    this.show();
  }

  wholeRows(from, to) {
    this.from = { row: from, column: 0 };
    this.at = { row: bounded(to, this.table.height), column: this.table.width - 1 };
    this.show();
  }

  wholeColumn(column, grows = false) {
    this.from = { row: 0, column: grows ? this.from.column : column };
    this.at = { row: Math.max(0, this.table.rows.length - 1), column };
    this.show();
  }

  clamp() {
    for (const place of [this.at, this.from]) {
      place.row = bounded(place.row, this.table.height);
      place.column = bounded(place.column, this.table.width);
    }
  }

  // Marks what has changed since it was drawn last.
  show({ scrolls = false } = {}) {
    const { drawing } = this.table;
    const now = new Set();
    if (this.isBlock) for (const [row, column] of this.cells()) now.add(drawing.cell(row, column));
    for (const cell of this.drawn) if (!now.has(cell)) mark(cell, false);
    for (const cell of now) if (!this.drawn.has(cell)) mark(cell, true);
    this.drawn = now;
    this.current?.classList.remove("cur");
    this.current = drawing.cell(this.at.row, this.at.column);
    this.current?.classList.add("cur");
    if (scrolls) this.current?.scrollIntoView({ block: "nearest", inline: "nearest" });
    this.table.editor?.place();
    this.table.tools?.tell();
  }

  // To the edge of what is filled, as Ctrl and an arrow do in Excel.
  edge(down, right) {
    const { table, at } = this;
    let { row, column } = at;
    const inside = (r, c) => r >= 0 && c >= 0 && r < table.height && c < table.width;
    const filled = (r, c) => inside(r, c) && table.drawing.shown(r, c).text !== "";
    const starts = filled(row, column) && filled(row + down, column + right);
    while (inside(row + down, column + right)) {
      if (starts && !filled(row + down, column + right)) break;
      row += down;
      column += right;
      if (!starts && filled(row, column)) break;
    }
    return [row, column];
  }
}

function bounded(number, length) {
  return Math.max(0, Math.min(number, length - 1));
}

function mark(cell, isOn) {
  if (!cell) return;
  cell.classList.toggle("sel", isOn);
  if (isOn) cell.setAttribute("aria-selected", "true");
  else cell.removeAttribute("aria-selected");
}

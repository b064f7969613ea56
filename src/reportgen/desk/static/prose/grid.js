// A table within prose: its rows stand in the text between bars or tabs, here they are cells to type in.

import { WidgetType, keymap, Prec, redo, undo } from "/static/vendor/codemirror/codemirror.js";
import { linesOf, marksWithin, tablesOf } from "./marks.js";
import { chipOf } from "./looks.js";
import { fromOutside, proseEditor } from "./editor.js";
import { wordsOf } from "./words.js";
import { column, filled, newRow, without, withoutColumn } from "./rows.js";

const BAR = /[|｜\n]/g;

export class Grid extends WidgetType {
  constructor(text, table, outer, aside) {
    super();
    this.text = text.slice(table.from, table.to);
    this.rows = table.rows.map(row => row.cells.map(([from, to]) => text.slice(from, to)));
    Object.assign(this, { outer, aside });
    this.chips = this.rows.flat().filter(refers).flatMap(cell => marksWithin(cell).map(mark => (mark.words ? chipOf(mark).told : "")));
  }
  eq(other) {
    return this.text === other.text && this.chips.join("\n") === other.chips.join("\n");
  }
  get estimatedHeight() {
    return 31 * this.rows.length;
  }
  toDOM() {
    const box = document.createElement("div");
    box.className = "in-grid";
    box.contentEditable = "false";
    const table = box.appendChild(document.createElement("table"));
    table.className = "grid";
    this.rows.forEach((row, at) => {
      const line = (at ? table.tBodies[0] ?? table.createTBody() : table.createTHead()).insertRow();
      for (const _cell of row) line.appendChild(document.createElement(at ? "td" : "th"));
    });
    box.grid = new Typing(box, this);
    box.grid.fill();
    return box;
  }
  updateDOM(box, _view, before) {
    const shape = grid => grid.rows.map(row => row.length).join();
    if (!box.grid || !(before ?? box.grid.widget) || shape(box.grid.widget) !== shape(this)) return false;
    box.grid.widget = this;
    box.grid.fill();
    return true;
  }
  destroy(box) {
    box.grid?.leave();
  }
  ignoreEvent() {
    return true;
  }
  /** Goes from the text into the first or last row of a table. */
  static enter(view, table, way) {
    const box = boxAt(view, table.from);
    box?.grid.type(way > 0 ? 0 : box.grid.widget.rows.length - 1, 0);
    return Boolean(box);
  }
}

function refers(words) {
  return words.includes("{{");
}

function boxAt(view, from) {
  return [...view.contentDOM.querySelectorAll(".in-grid")].find(box => view.posAtDOM(box) === from);
}

/** The cells of one table on the screen, one of which may have an editor of its own. */
class Typing {
  constructor(box, widget) {
    Object.assign(this, { box, widget, cell: null, editor: null });
    box.addEventListener("mousedown", event => this.pressed(event));
    box.addEventListener("focusout", event => {
      const stays = target => box.contains(target) || target?.closest("#picker");
      if (!stays(event.relatedTarget)) setTimeout(() => stays(document.activeElement) || this.leave());
    });
  }
  get view() {
    return this.widget.outer();
  }
  fill() {
    this.widget.rows.forEach((row, at) => row.forEach((words, column) => {
      const cell = this.at(at, column);
      if (cell === this.cell) return this.follow(words);
      if (cell.told === words && !refers(words)) return;
      cell.told = words;
      cell.replaceChildren(...drawn(words));
      cell.classList.toggle("num", at > 0 && /^[-－−]?\d[\d,.]*\D{0,3}$/.test(cell.textContent));
    }));
  }
  follow(words) {
    const { view } = this.editor;
    const own = view.state.doc.toString();
    if (own.trim() === words) return;
    view.dispatch({ changes: { from: 0, to: own.length, insert: words }, annotations: fromOutside.of(true) });
  }
  at(row, column) {
    return this.box.firstChild.rows[row]?.cells[column];
  }
  pressed(event) {
    const cell = event.target.closest("th, td");
    if (!cell || cell === this.cell || event.button) return;
    event.preventDefault();
    this.type(cell.parentNode.rowIndex, cell.cellIndex);
  }
  /** Puts an editor into a cell. */
  type(row, column) {
    const cell = this.at(row, column);
    if (!cell) return false;
    this.leave();
    this.cell = cell;
    this.place = [row, column];
    this.editor = proseEditor((cell.replaceChildren(), cell), {
      text: this.widget.rows[row][column],
      single: true,
      history: false,
      back: () => undo(this.view),
      onTable: block => this.change(filled(block)),
      aside: this.widget.aside,
      label: wordsOf("cell").replace("{row}", row + 1).replace("{column}", column + 1),
      onText: words => this.typed(words),
      extensions: [Prec.high(keymap.of(this.keys()))],
    });
    this.editor.view.focus();
    this.editor.view.dispatch({ selection: { anchor: 0, head: this.editor.view.state.doc.length } });
    this.tools();
    return true;
  }
  keys() {
    const go = (rows, columns) => () => this.go(rows, columns);
    const edge = (way, columns) => view => {
      const { main } = view.state.selection;
      return main.empty && main.head === (way < 0 ? 0 : view.state.doc.length) && this.go(0, columns);
    };
    return [
      { key: "Tab", run: go(0, 1), shift: go(0, -1) },
      { key: "Enter", run: go(1, 0) },
      { key: "ArrowDown", run: go(1, 0) },
      { key: "ArrowUp", run: go(-1, 0) },
      { key: "ArrowLeft", run: edge(-1, -1) },
      { key: "ArrowRight", run: edge(1, 1) },
      { key: "Escape", run: () => this.out(1) },
      { key: "Alt-i", run: () => this.change(newRow) },
      { key: "Mod-z", run: () => undo(this.view) },
      { key: "Mod-y", run: () => redo(this.view) },
    ];
  }
  /** To another cell; over the ends of a row to the next one, over the last row a new one or out of the table. */
  go(rows, columns) {
    const { rows: all } = this.widget;
    let [row, column] = [this.place[0] + rows, this.place[1] + columns];
    if (column < 0) [row, column] = [row - 1, (all[row - 1]?.length ?? 1) - 1];
    else if (column >= (all[row]?.length ?? 0) && columns) [row, column] = [row + 1, 0];
    if (row < 0) return this.out(-1);
    if (row >= all.length) return rows ? this.out(1) : this.change(newRow);
    return this.type(row, Math.min(column, all[row].length - 1));
  }
  out(way) {
    const { view } = this;
    const { from, to } = this.range();
    this.leave();
    view.focus();
    if (way < 0) view.dispatch({ selection: { anchor: Math.max(0, from - 1) }, scrollIntoView: true });
    else if (to < view.state.doc.length) view.dispatch({ selection: { anchor: to + 1 }, scrollIntoView: true });
    else view.dispatch({ changes: { from: to, insert: "\n" }, selection: { anchor: to + 1 }, scrollIntoView: true });
    return true;
  }
  leave() {
    if (!this.cell) return;
    const { cell, editor } = this;
    Object.assign(this, { cell: null, editor: null });
    editor.destroy();
    cell.told = null;
    this.bar?.remove();
    this.fill();
  }
  /** Where the table stands in the text now. */
  range() {
    const from = this.view.posAtDOM(this.box);
    const text = this.view.state.doc.toString();
    return tablesOf(text, linesOf(text)).find(table => table.from === from) ?? { from, to: from, rows: [] };
  }
  typed(words) {
    const [row, column] = this.place;
    const line = this.range().rows[row];
    if (!line) return;
    const [from, to] = line.cells[column];
    const text = this.view.state.doc.toString();
    const bar = line.parted === "|" && words.trim();
    const [before, behind] = [bar && /[|｜]/.test(text[from - 1]) ? " " : "", bar && /[|｜]/.test(text[to]) ? " " : ""];
    const plain = before + words.replace(line.parted === "|" ? BAR : /[\t\n]/g, " ") + behind;
    this.view.dispatch({ changes: { from, to, insert: plain }, userEvent: "input.type" });
  }
  /** Changes the rows of the table: `made(rows, row, column)` gives the rows and the cell to type in. */
  change(made) {
    const { from, to, rows } = this.range();
    const [lines, place] = made(this.widget.rows, ...this.place);
    const parted = rows[0]?.parted ?? "|";
    const text = lines.map(row => (parted === "|" ? `| ${row.join(" | ")} |` : row.join("\t"))).join("\n");
    const { view } = this;
    this.leave();
    view.dispatch({ changes: { from, to, insert: text }, userEvent: "input" });
    if (lines.length) boxAt(view, from)?.grid.type(...place);
    else view.focus();
    return true;
  }
  tools() {
    this.bar = document.createElement("div");
    this.bar.className = "tools";
    for (const [name, made] of [["row", newRow], ["column", column], ["no-row", without], ["no-column", withoutColumn]]) {
      const button = this.bar.appendChild(document.createElement("button"));
      Object.assign(button, { type: "button", className: "btn quiet", textContent: wordsOf(name) });
      button.addEventListener("mousedown", event => event.preventDefault());
      button.addEventListener("click", () => this.change(made));
    }
    this.box.append(this.bar);
  }
}

function drawn(words) {
  const pieces = [];
  let at = 0;
  for (const mark of marksWithin(words)) {
    if (mark.kind !== "reference") continue;
    pieces.push(words.slice(at, mark.from), chipOf(mark).toDOM());
    at = mark.to;
  }
  return [...pieces, words.slice(at)];
}

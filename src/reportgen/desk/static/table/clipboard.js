// Blocks to and from Excel and WPS, in one step.

import { headOf } from "./columns.js";
import { converted } from "./units.js";
import { entered, isFitting } from "./entry.js";
import { printed } from "./references.js";
import { fromHtml, fromTsv, toHtml, toTsv } from "./text_block.js";

export class Clipboard {
  constructor(table) {
    this.table = table;
    this.own = null;
    const { area } = table.editor;
    area.addEventListener("copy", event => this.copy(event));
    area.addEventListener("cut", event => this.copy(event) && table.clear());
    area.addEventListener("paste", event => this.paste(event));
  }

  // Browsers copy nothing where nothing is selected: the resting editor holds something for the moment.
  ready() {
    const { area } = this.table.editor;
    area.value = " ";
    area.select();
    setTimeout(() => { if (!this.table.editor.mode) area.value = ""; }, 0);
    return false;
  }

  copy(event) {
    const { table } = this;
    if (table.editor.mode) return false;
    const { top, bottom, left, right } = table.selection.block;
    const block = read => Array.from({ length: bottom - top + 1 }, (_none, down) => Array.from({ length: right - left + 1 }, (_none2, along) => read(top + down, left + along)));
    const shown = block((row, column) => (table.columns[column].kind === "rate" && table.text(row, column)) || printed(table.drawing.shown(row, column).text));
    this.own = { text: toTsv(shown), rows: block((row, column) => table.text(row, column)) };
    event.clipboardData.setData("text/plain", this.own.text);
    event.clipboardData.setData("text/html", toHtml(shown));
    event.preventDefault();
    return true;
  }

  paste(event) {
    if (this.table.editor.mode) return;
    event.preventDefault();
    const text = event.clipboardData.getData("text/plain");
    const own = this.own && this.own.text.replace(/\r/g, "") === text.replace(/\r/g, "") ? this.own.rows : null;
    this.put(own ?? fromHtml(event.clipboardData.getData("text/html")) ?? fromTsv(text));
  }

  // A block at the selection: one cell fills all of it. Its own head line says in which columns its cells belong.
  put(block) {
    const { table } = this;
    const headed = this.headed(block);
    const units = headed ? unitsOf(block[0]) : [];
    const rows = headed ? block.slice(1) : this.tiled(block);
    if (!rows.length || (rows.length === 1 && rows[0].length === 1 && !rows[0][0])) return;
    const { top, left } = table.selection.block;
    const columnOf = at => (headed ? headed[at] : left + at < table.width ? left + at : -1);
    const done = { rows: rows.length, columns: Math.max(...rows.map(row => row.length)), headed: Boolean(headed), cleaned: new Map(), misfits: [], locked: 0, over: new Set(), cells: [] };
    done.left = headed ? block[0].filter((name, at) => headed[at] < 0 && name.trim() && rows.some(row => row[at]?.trim())) : [];
    const targets = this.targets(rows, columnOf, top);
    rows.forEach((row, down) => row.forEach((cell, at) => this.take(done, targets[down], columnOf(at), at, cell)));
    table.put(done.cells);
    if (!table.selection.isBlock && targets.at(-1) === top + rows.length - 1) this.mark(done, top, left);
    table.tools.pasted(done);
    this.offerUnit(done, headed, units);
  }

  // The head line of the block counts in another unit than the table does: said, and converted when that is wanted.
  offerUnit(done, headed, units) {
    const { table } = this;
    const own = at => table.columns[at].unit || table.sheet.unit || "";
    const other = headed?.findIndex((column, at) => column >= 0 && table.columns[column].kind === "amount" && units[at] && units[at] !== own(column)) ?? -1;
    if (other < 0) return;
    const [from, to] = [units[other], own(headed[other])];
    const cells = done.cells.map(([row, column, text]) => [row, column, table.columns[column].kind === "amount" ? converted(text, from, to) : null]).filter(cell => cell[2]);
    if (cells.length) table.tools.show(table.say("unitDiffers", { from, to }), [[table.say("convertTo", { to }), () => table.put(cells)]], true);
  }

  // The row of each line of a block: fixed lines are known by their names, the others follow one another.
  targets(rows, columnOf, top) {
    const fixed = new Map(this.table.rows.map((row, at) => [row.fixed, at]).filter(([name]) => name));
    const at = rows[0].findIndex((_cell, along) => columnOf(along) === 0);
    const lineOf = row => (at < 0 ? undefined : fixed.get(row[at].trim()));
    const isNamed = rows.some(row => lineOf(row) !== undefined);
    let next = isNamed ? Math.max(top, fixed.size) : top;
    return rows.map(row => {
      const line = lineOf(row);
      if (line !== undefined) return line;
      next += 1;
      return next - 1;
    });
  }

  take(done, row, column, at, cell) {
    const { table } = this;
    if (column < 0) {
      if (cell.trim()) done.over.add(at);
      return;
    }
    const { text, cleaned } = entered(table.columns[column], cell);
    if (table.isLocked(row, column)) {
      if (text && text !== table.text(row, column)) done.locked += 1;
      return;
    }
    for (const name of cleaned) done.cleaned.set(name, (done.cleaned.get(name) ?? 0) + 1);
    if (!isFitting(table.columns[column], text)) done.misfits.push({ row, column, text });
    done.cells.push([row, column, text]);
  }

  mark(done, top, left) {
    const { selection } = this.table;
    selection.from = { row: top, column: left };
    selection.at = { row: top + done.rows - 1, column: left + done.columns - 1 };
    selection.clamp();
    [selection.at, selection.from] = [selection.from, selection.at];
    selection.show({ scrolls: true });
  }

  // Where each column of a block with a head line belongs, -1 for what no column is called; null where its first line is
  // no head: two of its words at least, and half of them, are heads.
  headed(block) {
    const { table } = this;
    if (block.length < 2 || block[0].length < 2) return null;
    const names = block[0].map(cell => cell.replace(/[\s\u00a0]+/g, "").replace(/[（(].*[)）]$/, ""));
    const found = names.map(name => columnCalled(name, table.sheet.columns));
    const known = found.filter(Boolean).length;
    if (known < 2 || known * 2 < names.filter(Boolean).length) return null;
    for (const column of found) table.hidden.delete(column?.name);
    table.look();
    table.drawing.all();
    return found.map((column, at) => (column && found.indexOf(column) === at ? table.columns.indexOf(column) : -1));
  }

  // As often as it fits into what is selected.
  tiled(block) {
    const { top, bottom, left, right } = this.table.selection.block;
    const [height, width] = [bottom - top + 1, right - left + 1];
    const [own, across] = [block.length, block[0]?.length ?? 0];
    if (!own || height % own || width % across || (height === own && width === across)) return block;
    return Array.from({ length: height }, (_none, down) => Array.from({ length: width }, (_none2, along) => block[down % own][along % across]));
  }
}

function columnCalled(name, columns) {
  return name && (columns.find(column => headOf(column) === name || column.name === name) ?? columns.find(column => column.heads?.includes(name)));
}

// 批复（元） → 元.
function unitsOf(heads) {
  return heads.map(head => /[（(](元|万元|亿元)[）)]/.exec(head)?.[1] ?? "");
}

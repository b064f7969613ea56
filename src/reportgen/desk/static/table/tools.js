// Beside the table: its buttons, the columns that may be shown, what is selected, what was pasted.

import { choose, headOf, isRight } from "./columns.js";
import { added, counted, inUnit } from "./figures.js";
import { written } from "./decimal.js";
import { make } from "/static/page.js";

const SHOWN_MISFITS = 3;

export class Tools {
  constructor(table) {
    this.table = table;
    const part = name => table.element.querySelector(`.table-${name}`);
    [this.bar, this.menu, this.help, this.said, this.notice] = ["tools", "columns", "help", "said", "notice"].map(part);
    this.bar.addEventListener("click", event => this.act(event.target.closest("[data-act]")?.dataset.act));
    this.bar.addEventListener("mousedown", event => { if (event.target.closest("[data-act]")) event.preventDefault(); });
    this.menu.addEventListener("change", event => this.toggle(event.target));
    this.menu.addEventListener("keydown", event => { if (event.key === "Escape") this.menu.open = false; });
    this.menu.addEventListener("focusout", event => { if (!this.menu.contains(event.relatedTarget)) this.menu.open = false; });
    this.refresh();
  }

  act(name) {
    const { table } = this;
    const deeds = { insert: () => table.insertRows(), delete: () => table.deleteRows(), up: () => table.moveRows(-1), down: () => table.moveRows(1) };
    if (!deeds[name]) return;
    table.editor.finish();
    deeds[name]();
    table.editor.focus();
  }

  // The columns that nobody uses: shown or not, as one likes.
  refresh() {
    const { table } = this;
    const { spare } = table;
    for (const button of this.bar.querySelectorAll("[data-act]")) button.hidden = !table.sheet.grows;
    this.menu.hidden = !spare.length;
    const list = this.menu.querySelector(".list");
    const names = spare.map(column => column.name).join("\n");
    if (names === this.names) return;
    this.names = names;
    list.replaceChildren(...spare.map(column => make("label", { title: column.meaning },
      make("input", { type: "checkbox", value: column.name, checked: !table.hidden.has(column.name) }), " ", headOf(column))));
  }

  toggle({ value, checked }) {
    const { table } = this;
    if (checked) table.hidden.delete(value);
    else table.hidden.add(value);
    table.look();
    table.drawing.all();
    table.selection.clamp();
    table.selection.show();
    choose(table.sheet.key, table.hidden);
  }

  // 选中 2 行 × 3 列：批复 132.60，支出 117.61; of one cell what its column is for.
  tell() {
    const { table } = this;
    const { isBlock, at } = table.selection;
    this.help.textContent = isBlock ? "" : helpOf(table.columns[at.column], table.say);
    this.help.hidden = isBlock;
    if (!isBlock) {
      this.said.textContent = "";
      return;
    }
    const { top, bottom, left, right } = table.selection.block;
    const sums = table.columns.slice(left, right + 1).map((column, at) => this.sum(column, left + at, top, bottom)).filter(Boolean);
    const size = { rows: bottom - top + 1, columns: right - left + 1 };
    this.said.textContent = sums.length ? table.say("selectedSums", { ...size, sums: sums.join(table.say("comma")) }) : table.say("selected", size);
  }

  sum(column, at, top, bottom) {
    const { table } = this;
    if (!isRight(column) || column.kind === "rate" || top === bottom) return null;
    const texts = [];
    for (let row = top; row <= bottom; row += 1) if (row < table.rows.length) texts.push(table.text(row, at));
    const units = new Set(texts.map(text => counted(text)?.unit).filter(Boolean));
    const shared = column.unit || (units.size === 1 ? [...units][0] : "");
    const { total, left } = added(texts, text => inUnit(text, shared));
    if (!total || left) return null;
    return `${headOf(column)} ${written(total)}${column.unit ? "" : shared}`;
  }

  // What a paste did, what it cleaned, what found no place; and the way back.
  pasted(done) {
    const { table } = this;
    const { say } = table;
    const parts = [say("pasted", { rows: done.rows, columns: done.columns })];
    if (done.headed) parts.push(say("headed"));
    if (done.cleaned.size) parts.push(say("cleaned", { what: [...done.cleaned].map(([name, count]) => say(`cleaned-${name}`, { count })).join(say("and")) }));
    if (done.misfits.length) parts.push(this.misfits(done.misfits));
    if (done.left.length) parts.push(say("leftHeads", { heads: done.left.map(head => head.trim()).join(say("and")) }));
    else if (done.over.size) parts.push(say("over", { count: done.over.size }));
    if (done.locked) parts.push(say("locked", { count: done.locked }));
    const first = done.misfits[0];
    this.show(parts.join(say("stop")), [
      first && [say("look"), () => table.go(first.row, first.column)],
      [say("undo"), () => { this.hide(); table.sheet.undo(); }],
    ], Boolean(done.misfits.length || done.over.size || done.locked));
  }

  misfits(found) {
    const { say } = this.table;
    const cells = found.slice(0, SHOWN_MISFITS).map(({ row, text }) => say("misfit", { row: this.table.drawing.body.rows[row]?.cells[0].textContent || row + 1, text: text.slice(0, 12) }));
    return say(found.length > SHOWN_MISFITS ? "misfitsMore" : "misfits", { count: found.length, cells: cells.join(say("and")) });
  }

  show(text, deeds, isWarning = false) {
    const buttons = deeds.filter(Boolean).map(([label, deed]) => {
      const button = make("button", { class: "btn quiet", type: "button" }, label);
      button.addEventListener("click", deed);
      return button;
    });
    this.notice.className = `table-notice find${isWarning ? " w" : ""}`;
    this.notice.replaceChildren(make("div", { class: "line" }, make("span", { class: "grow" }, text), ...buttons));
    this.notice.hidden = false;
  }

  hide() {
    this.notice.hidden = true;
  }
}


// What a column is for, with what the example writes there.
export function helpOf(column, say) {
  return [column?.meaning, column?.sample && say("sample", { text: column.sample })].filter(Boolean).join("　");
}

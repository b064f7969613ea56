// The one live editor: it lies over the current cell, has the focus all the time, and is seen while one types.
//
// It is there before the first key, so an input method composes in it from its first letter.

import { headOf } from "./columns.js";
import { entered, opened } from "./entry.js";
import { Choices } from "./choices.js";
import { told } from "./rows.js";

const AFTER_COMPOSITION = 40;

export class Editor {
  constructor(table) {
    this.table = table;
    this.area = table.element.querySelector("textarea");
    this.mode = "";
    this.choices = new Choices(this);
    this.area.addEventListener("compositionstart", () => { this.begin("typing"); });
    this.area.addEventListener("compositionend", event => { this.composed = event.timeStamp; });
    this.area.addEventListener("input", () => {
      this.begin("typing");
      this.grow();
      this.choices.offer(this.area.value);
    });
    this.area.addEventListener("blur", () => { if (!this.isHeld) this.finish(); });
    this.area.addEventListener("focus", () => this.place());
  }

  // Whether a key belongs to the input method: also the Enter that some browsers send behind the composition.
  isComposing(event) {
    return event.isComposing || event.keyCode === 229 || (event.key === "Enter" && event.timeStamp - (this.composed ?? -1e9) < AFTER_COMPOSITION);
  }

  get column() {
    return this.table.columns[this.table.selection.at.column];
  }

  focus() {
    this.area.focus({ preventScroll: true });
  }

  // `mode`: "typing" replaces what stood there, arrows leave; in "inside" they move the caret.
  begin(mode) {
    const { row, column } = this.table.selection.at;
    if (this.mode) return true;
    if (this.table.isLocked(row, column)) {
      if (!this.area.value) return false;
      this.area.value = "";
      return false;
    }
    this.mode = mode;
    this.had = null;
    this.area.classList.add("live");
    this.grow();
    return true;
  }

  // With what stands in the cell, the caret behind it; `text` replaces it.
  open(text = null) {
    const { row, column } = this.table.selection.at;
    if (this.mode || !this.begin("inside")) return;
    this.had = text ?? opened(this.column, this.table.text(row, column));
    this.area.value = this.had;
    this.area.setSelectionRange(this.had.length, this.had.length);
    this.grow();
    this.choices.offer("");
  }

  finish() {
    if (!this.mode) return;
    const { row, column } = this.table.selection.at;
    const typed = this.area.value;
    const same = typed === this.had;
    this.close();
    if (!same) this.table.put([[row, column, entered(this.table.columns[column], typed).text]]);
  }

  close() {
    this.mode = "";
    this.area.value = "";
    this.area.classList.remove("live");
    this.choices.hide();
    this.place();
  }

  insert(text) {
    this.area.setRangeText(text, this.area.selectionStart, this.area.selectionEnd, "end");
    this.grow();
  }

  // A figure is chosen from those of the file; its reference stands where the caret was.
  async insertFigure() {
    if (!this.mode) this.open();
    if (!this.mode) return;
    this.choices.hide();
    this.isHeld = true;
    const { pick } = await import("/static/prose/picker.js");
    pick(this.area.getBoundingClientRect(), "", reference => setTimeout(() => this.chosen(reference), 0));
  }

  // Nothing chosen because one went on elsewhere: then what was typed is kept, and the focus stays where it went.
  chosen(reference) {
    this.isHeld = false;
    if (!reference && document.activeElement !== document.body) {
      this.finish();
      return;
    }
    this.focus();
    if (reference) this.insert(reference);
  }

  // Over the current cell, saying which it is.
  place() {
    const { table, area } = this;
    const cell = table.selection.current;
    if (!cell) return;
    area.style.transform = `translate(${cell.offsetLeft}px, ${cell.offsetTop}px)`;
    area.style.width = `${cell.offsetWidth + 1}px`;
    area.style.minHeight = `${cell.offsetHeight + 1}px`;
    area.classList.toggle("num", cell.classList.contains("num"));
    if (!this.mode) area.style.height = `${cell.offsetHeight + 1}px`;
    area.setAttribute("aria-label", this.label());
    area.setAttribute("aria-description", cell.title);
    for (const name of ["aria-invalid", "aria-readonly"]) area.toggleAttribute(name, false);
    if (cell.hasAttribute("aria-invalid")) area.setAttribute("aria-invalid", "true");
    if (cell.hasAttribute("aria-readonly")) area.setAttribute("aria-readonly", "true");
  }

  label() {
    const { table } = this;
    const { row, column } = table.selection.at;
    const line = table.rows[row]?.fixed ?? table.say("row", { number: table.drawing.body.rows[row]?.cells[0].textContent || row + 1 });
    const text = told(table.drawing.shown(row, column).text) || table.say("empty");
    return table.say("cell", { row: line, column: headOf(this.column), text });
  }

  grow() {
    this.area.style.height = "0";
    this.area.style.height = `${this.area.scrollHeight + 2}px`;
  }
}

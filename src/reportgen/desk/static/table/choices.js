// The words that may stand in a cell, in a small list below it; others may be typed.

import { make } from "/static/page.js";

let lists = 0;

export class Choices {
  constructor(editor) {
    this.editor = editor;
    this.list = editor.table.element.querySelector(".table-choices");
    this.list.id = `choices-${(lists += 1)}`;
    this.at = -1;
    this.list.addEventListener("mousedown", event => {
      event.preventDefault();
      const option = event.target.closest("li");
      if (!option) return;
      editor.area.value = option.textContent;
      editor.finish();
    });
  }

  get isShown() {
    return !this.list.hidden;
  }

  // Those that hold what is typed; all where nothing is.
  offer(typed) {
    const { area, column } = this.editor;
    const found = (column.choices ?? []).filter(choice => choice.includes(typed.trim()));
    if (!found.length || (found.length === 1 && found[0] === typed)) return this.hide();
    this.at = -1;
    this.list.replaceChildren(...found.map((choice, at) => make("li", { role: "option", id: `${this.list.id}-${at}`, "aria-selected": "false" }, choice)));
    this.list.hidden = false;
    const { left, bottom, top, width } = area.getBoundingClientRect();
    const { offsetHeight } = this.list;
    const isBelow = bottom + offsetHeight < innerHeight || top < offsetHeight;
    this.list.style.left = `${left}px`;
    this.list.style.top = `${isBelow ? bottom + 2 : top - offsetHeight - 2}px`;
    this.list.style.minWidth = `${width}px`;
    area.setAttribute("aria-autocomplete", "list");
    area.setAttribute("aria-controls", this.list.id);
  }

  step(by) {
    const options = [...this.list.children];
    this.at = (this.at + by + options.length + (this.at < 0 && by < 0 ? 1 : 0)) % options.length;
    options.forEach((option, at) => {
      option.classList.toggle("on", at === this.at);
      option.setAttribute("aria-selected", String(at === this.at));
    });
    options[this.at].scrollIntoView({ block: "nearest" });
    this.editor.area.value = options[this.at].textContent;
    this.editor.area.setAttribute("aria-activedescendant", options[this.at].id);
  }

  hide() {
    this.list.hidden = true;
    for (const name of ["aria-autocomplete", "aria-controls", "aria-activedescendant"]) this.editor.area.removeAttribute(name);
  }
}

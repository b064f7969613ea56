// A chart that the document type has ready: its name alone stands in the file.

import { at, state } from "/static/edits.js";
import { cardHead } from "/static/card_parts.js";
import { make } from "/static/page.js";
import { Shown } from "./shown.js";

export class ReadyCard {
  constructor(charts, index, count) {
    this.path = [...charts.field.path, String(index + 1)];
    this.shown = new Shown(charts, index);
    this.charts = charts;
    this.told = make("p", {});
    this.name = make("b", {}, at(state.tree, this.path));
    this.element = make("div", { class: "card chart-card", role: "group", "aria-label": this.name.textContent },
      cardHead(charts.list, index, count), make("div", { class: "chart-sides" }, make("div", { class: "chart-settings" }, this.name, this.told), this.shown.element));
  }

  isOf(item) {
    return item === this.name.textContent;
  }

  show() { /* a name alone: another one is another card */ }

  tell(told, chart) {
    if (!chart) return;
    const known = told.ready.find(each => each.name === this.name.textContent);
    this.told.textContent = known ? this.charts.say("ready-told", { data: known.data }) : "";
    this.shown.tell(chart, told.digest);
  }

  focus() {
    this.element.querySelector("button:not([disabled])")?.focus();
  }

  mark() { /* said in the list of findings */ }
}

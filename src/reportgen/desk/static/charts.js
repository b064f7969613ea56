// 图表: a card a chart, with the chart beside it as it is printed.

import { file, onChanged } from "/static/edits.js";
import { CardList } from "/static/card_parts.js";
import { ChartCard } from "/static/charts/card.js";
import { ReadyCard } from "/static/charts/ready_card.js";
import { filled, make } from "/static/page.js";
import { ask } from "/static/send.js";
import { speaker } from "/static/table/words.js";
import { widget } from "/static/widgets.js";

const REST = 120; // milliseconds: edits that were saved one behind the other are told of once

class Charts {
  constructor(element, field) {
    Object.assign(this, { element, field, told: null });
    element.querySelector(".table-wait").remove(); // its tables stand in cards
    this.words = JSON.parse(element.querySelector("script.chart-words").textContent);
    this.say = (name, values = {}) => filled(this.words[name], values);
    this.table = { parts: element.querySelector("template"), say: this.tableWords(speaker(element)) };
    this.list = new CardList(element, field.path, (index, count) => this.card(index, count));
    this.list.drawn = () => this.show();
    this.adding = make("div", { class: "card-adding" });
    element.append(this.adding);
    this.list.draw();
    this.refresh();
    onChanged(() => { if (element.isConnected) this.soon(); });
  }

  // Words of the tables that belong to charts alone.
  tableWords(say) {
    return (name, values) => (name in this.words ? this.say(name, values) : say(name, values));
  }

  card(index, count) {
    const Kind = typeof this.list.items[index] === "string" ? ReadyCard : ChartCard;
    return new Kind(this, index, count);
  }

  soon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.refresh(), REST);
  }

  async refresh() {
    try {
      this.told = await ask("/content/charts", { file, field: this.field.path.join(".") });
    } catch {
      return; // the page says elsewhere that nobody answers; what is shown stays grey
    }
    this.show();
  }

  show() {
    if (!this.told) return;
    this.list.cards.forEach((card, index) => card.tell(this.told, this.told.charts[index]));
    const used = new Set(this.list.items);
    const ready = this.told.ready.filter(each => !used.has(each.name));
    const add = (words, item) => make("button", { class: "btn", type: "button", onclick: () => this.list.add(item) }, words);
    const names = this.list.items.map(item => item?.名称 ?? item);
    const free = [...Array(names.length + 1).keys()].map(at => filled(this.told.chart_name, { at: at + 1 })).find(name => !names.includes(name));
    const buttons = [add(this.say("add-chart"), { 名称: free, 类型: this.told.kinds[0].name, 数据: this.told.sources[0]?.name ?? this.fresh() }), ...ready.map(each => add(this.say("add-ready", { name: each.name }), each.name))];
    if (!this.adding.contains(document.activeElement)) this.adding.replaceChildren(...buttons);
  }

  // Figures of a chart that has none yet.
  fresh() {
    return { [this.told.item_name]: "0" };
  }

  redraw() {
    this.list.redraw();
    this.soon();
  }

  focus(path) {
    this.list.focus(path);
  }

  mark(findings) {
    this.list.mark(findings);
  }
}

widget("charts", (element, field) => new Charts(element, field));

// 图表: a card a chart, with the chart beside it as it is printed.

import { CardField } from "/static/card_field.js";
import { ChartCard } from "/static/charts/card.js";
import { ReadyCard } from "/static/charts/ready_card.js";
import { filled, freeName, make } from "/static/page.js";
import { widget } from "/static/widgets.js";

class Charts extends CardField {
  card(index, count) {
    const Kind = typeof this.list.items[index] === "string" ? ReadyCard : ChartCard;
    return new Kind(this, index, count);
  }

  tell(told) {
    this.list.cards.forEach((card, index) => card.tell(told, told.charts[index]));
    if (!this.adding.contains(document.activeElement)) this.adding.replaceChildren(...this.buttons(told));
  }

  // One more chart, or one of those that the document type has ready.
  buttons(told) {
    const { items } = this.list;
    const name = freeName(at => filled(told.chart_name, { at }), items.map(item => item?.名称 ?? item));
    const button = (words, item) => make("button", { class: "btn", type: "button", onclick: () => this.list.add(item) }, words);
    const ready = told.ready.filter(each => !items.includes(each.name));
    const source = told.sources.find(each => each.is_funds) ?? told.sources[0]; // funds are all of one unit
    const chart = { 名称: name, 类型: told.kinds[0].name, 数据: source?.name ?? this.fresh() };
    return [button(this.say("add-chart"), chart), ...ready.map(each => button(this.say("add-ready", { name: each.name }), each.name))];
  }

  // Figures of a chart that has none yet.
  fresh() {
    return { [this.told.item_name]: "0" };
  }
}

widget("charts", (element, field) => new Charts(element, field, "/content/charts"));

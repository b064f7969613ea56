// 问卷: a card a questionnaire, with its questions, and beside the answers what the program works out of them.

import { file, onChanged } from "/static/edits.js";
import { CardList } from "/static/card_parts.js";
import { filled, make } from "/static/page.js";
import { SurveyCard } from "/static/questionnaires/survey.js";
import { ask } from "/static/send.js";
import { speaker } from "/static/table/words.js";
import { widget } from "/static/widgets.js";

const REST = 120;

class Questionnaires {
  constructor(element, field) {
    Object.assign(this, { element, field, told: null });
    element.querySelector(".table-wait").remove(); // its tables stand in cards
    this.words = JSON.parse(element.querySelector("script.survey-words").textContent);
    this.say = (name, values = {}) => filled(this.words[name], values);
    const say = speaker(element);
    this.table = { parts: element.querySelector("template"), say: (name, values) => (name in this.words ? this.say(name, values) : say(name, values)) };
    this.list = new CardList(element, field.path, (index, count) => new SurveyCard(this, index, count));
    this.list.drawn = () => this.show();
    this.list.draw();
    element.append(make("div", { class: "card-adding" }, make("button", { class: "btn", type: "button", onclick: () => this.add() }, this.say("add-survey"))));
    this.refresh();
    onChanged(() => { if (element.isConnected) this.soon(); });
  }

  async add() {
    if (!this.told) await this.refresh();
    if (!this.told) return undefined; // nobody answers
    const names = this.list.items.map(item => item.名称);
    const name = [...Array(names.length + 1).keys()].map(at => filled(this.told.survey_name, { at: at + 1 })).find(each => !names.includes(each));
    return this.list.add({ 名称: name, 题目: [{ 题目: "", 选项: {} }] });
  }

  soon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.refresh(), REST);
  }

  async refresh() {
    try {
      this.told = await ask("/content/questionnaires", { file, field: this.field.path.join(".") });
    } catch {
      return; // the page says elsewhere that nobody answers
    }
    this.show();
  }

  show() {
    if (this.told) this.list.cards.forEach((card, index) => card.tell(this.told, this.told.surveys[index]));
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

widget("questionnaires", (element, field) => new Questionnaires(element, field));

// 问卷: a card a questionnaire, with its questions, and beside the answers what the program works out of them.

import { CardField } from "/static/card_field.js";
import { filled, freeName, make } from "/static/page.js";
import { SurveyCard } from "/static/questionnaires/survey.js";
import { widget } from "/static/widgets.js";

class Questionnaires extends CardField {
  constructor(...how) {
    super(...how);
    this.adding.append(make("button", { class: "btn", type: "button", onclick: () => this.add() }, this.say("add-survey")));
  }

  card(index, count) {
    return new SurveyCard(this, index, count);
  }

  tell(told) {
    this.list.cards.forEach((card, index) => card.tell(told, told.surveys[index]));
  }

  async add() {
    if (!this.told) await this.refresh();
    if (!this.told) return; // nobody answers
    const name = freeName(at => filled(this.told.survey_name, { at }), this.list.items.map(item => item.名称));
    await this.list.add({ 名称: name, 题目: [{ 题目: "", 选项: {} }] });
  }
}

widget("questionnaires", (element, field) => new Questionnaires(element, field, "/content/questionnaires"));

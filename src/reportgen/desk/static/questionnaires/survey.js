// One questionnaire: how many were handed out and came back, where the answers are, its questions.

import { at, change, file, state } from "/static/edits.js";
import { CardList, cardHead, choice, colour, followed, labelled, lineAt } from "/static/card_parts.js";
import { askWhere } from "/static/charts/placing.js";
import { filled, make, tell } from "/static/page.js";
import { upload } from "/static/send.js";
import { figure } from "/static/table/figures.js";
import { QuestionCard } from "./question.js";

const NEW = "\u0000new";
const NUMBERS = ["发放", "收回", "有效"];

export class SurveyCard {
  constructor(surveys, index, count) {
    Object.assign(this, { surveys, path: [...surveys.field.path, String(index + 1)] });
    const { say } = surveys;
    this.name = lineAt([...this.path, "名称"], { required: true });
    this.numbers = NUMBERS.map(name => numberAt([...this.path, name]));
    this.sheets = choice(say("sheets"), name => this.choose(name), say("sheets-hint"));
    this.chooser = make("input", { type: "file", accept: ".csv,text/csv", hidden: true, "aria-label": say("new-sheets"), onchange: () => this.laid(this.chooser.files[0]) });
    this.rounding = choice(say("shares"), name => this.optional("占比", name, this.told.roundings[0]));
    this.decimals = choice("", name => this.optional("小数", name, "1"));
    this.decimals.select.setAttribute("aria-label", say("decimals-of"));
    for (const [part, value] of [[this.sheets, this.item.答卷], [this.rounding, this.item.占比], [this.decimals, this.item.小数]]) if (value) part.offer([{ name: String(value) }], String(value));
    this.worked = make("p", { class: "survey-worked", "aria-live": "polite" });
    this.note = make("span", { class: "meta" });
    this.placing = make("button", { class: "btn", type: "button", hidden: true, onclick: () => this.place() }, say("place"));
    const questions = make("div", { class: "survey-questions" });
    this.questions = new CardList(questions, [...this.path, "题目"], (at, all) => new QuestionCard(this, at, all));
    this.questions.drawn = () => this.showQuestions();
    this.questions.draw();
    const add = make("button", { class: "btn", type: "button", onclick: () => this.questions.add({ 题目: "", 选项: this.isListed ? [] : {} }) }, say("add-question"));
    this.element = make("div", { class: "card", role: "group", "aria-label": this.name.value },
      cardHead(surveys.list, index, count),
      make("div", { class: "survey-lines" }, labelled(say("name"), this.name), ...NUMBERS.map((name, each) => labelled(name, this.numbers[each]))),
      followed(this.name, name => [...surveys.field.path, name], surveys.table.say),
      make("div", { class: "survey-lines survey-choices" }, this.sheets, this.rounding, this.decimals, this.chooser), this.worked, make("div", { class: "survey-use" }, this.placing, this.note), questions, add);
  }

  get item() {
    return at(state.tree, this.path) ?? {};
  }

  // Whether answers are counted in a file, and options are names alone.
  get isListed() {
    return Boolean(this.item.答卷);
  }

  isOf(item) {
    return item !== null && typeof item === "object" && !Array.isArray(item);
  }

  tell(told, survey) {
    this.told = told;
    this.survey = survey;
    this.element.setAttribute("aria-label", this.name.value);
    this.drawChoices();
    if (!survey) return;
    const { say } = this.surveys;
    const parts = [...survey.rates, survey.satisfaction && [say("satisfaction"), survey.satisfaction], survey.satisfied && [say("satisfied"), survey.satisfied]].filter(Boolean);
    this.worked.replaceChildren(...(survey.is_read ? parts.map(([name, value]) => make("span", {}, `${name} `, make("b", {}, value))) : [make("span", { class: "warn" }, say("not-read"))]));
    this.placing.hidden = !survey.is_read;
    this.note.textContent = survey.is_read ? say("use", { reference: `{{ ${[...this.surveys.field.path, this.item.名称, say("satisfaction")].join(".")} }}` }) : "";
    this.numbers[2].placeholder = this.isListed ? survey.valid : "";
    this.showQuestions();
  }

  // A table or a chart of the answers, as a line or two of the text.
  place() {
    const { say } = this.surveys;
    const { 名称: name } = this.item;
    const [satisfaction, answers, chart] = this.told.captions.map(words => filled(words, { name }));
    const whole = [...this.surveys.field.path, name].join(".");
    const choices = [
      this.survey.satisfaction && { told: say("table-satisfaction"), lines: `表 ${satisfaction}\n{{ ${whole}.${this.told.summary} }}` },
      { told: say("table-answers"), lines: `表 ${answers}\n{{ ${whole} }}` },
      { told: say("chart-answers"), lines: `图 ${chart}：{{ ${whole} }}` },
    ].filter(Boolean);
    askWhere(say, { title: say("place-title", { name }), how: say("place-how"), choices });
  }

  showQuestions() {
    this.questions.cards.forEach((card, index) => card.tell(this.told, this.survey?.questions[index]));
  }

  drawChoices() {
    const { say } = this.surveys;
    const value = String(this.item.答卷 ?? "");
    const names = [...new Set([...(value ? [value] : []), ...this.told.sheets])];
    this.sheets.offer([{ name: "", told: say("no-sheets") }, ...names.map(name => ({ name })), { name: NEW, told: say("new-sheets") }], value);
    this.rounding.offer(this.told.roundings.map(name => ({ name })), String(this.item.占比 ?? this.told.roundings[0]));
    this.decimals.offer(["0", "1", "2"].map(name => ({ name, told: say("decimals", { count: name }) })), String(this.item.小数 ?? "1"));
  }

  optional(name, value, usual) {
    return change([...this.path, name], value === usual ? null : value, { now: true });
  }

  // A file from elsewhere is laid down beside the content file.
  async laid(sheets) {
    if (!sheets) return;
    try {
      const { file: name } = await upload("/content/sheets", { file }, { file: sheets });
      await this.choose(name);
      tell(this.surveys.say("sheets-laid", { name }));
    } catch (problem) {
      tell(problem.message);
    }
  }

  async choose(name) {
    if (name === NEW) {
      this.drawChoices(); // nothing is chosen yet
      this.chooser.click();
      return;
    }
    await change([...this.path, "答卷"], name || null, { now: true });
    this.questions.draw();
  }

  show() {
    for (const input of [this.name, ...this.numbers]) input.show();
    if (this.told) this.drawChoices();
    this.questions.redraw();
  }

  focus(path = []) {
    if (path[0] === "题目" && path[1]) return this.questions.focus([...this.path, ...path]);
    const line = NUMBERS.indexOf(path[0]);
    return (line >= 0 ? this.numbers[line] : path[0] === "答卷" ? this.sheets.select : this.name).focus();
  }

  mark(findings) {
    const below = name => findings.filter(each => each.path === [...this.path, name].join("."));
    colour(this.name, below("名称"));
    NUMBERS.forEach((name, index) => colour(this.numbers[index], below(name)));
    this.questions.mark(findings);
  }
}

// A number of sheets or persons: made tidy when it is left.
export function numberAt(path) {
  const input = lineAt(path);
  input.classList.add("num");
  input.addEventListener("change", () => {
    const number = figure(input.value);
    if (number === input.value) return;
    input.value = number;
    change(path, number || null, { now: true });
  });
  return input;
}

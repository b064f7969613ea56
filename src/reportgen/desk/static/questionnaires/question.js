// One question: its words, how it is answered, its options with their answers, and what follows from these.

import { at, change, redo, state, undo } from "/static/edits.js";
import { cardHead, choice, colour, followed, labelled, lineAt } from "/static/card_parts.js";
import { FiguresSheet, isTable } from "/static/charts/figures_sheet.js";
import { make } from "/static/page.js";
import { Table } from "/static/table/table.js";
import { numberAt } from "./survey.js";

const FURTHER = ["赋分", "算满意", "列"];

export class QuestionCard {
  constructor(survey, index, count) {
    Object.assign(this, { survey, path: [...survey.path, "题目", String(index + 1)] });
    this.say = survey.surveys.say;
    const { say } = this;
    this.words = lineAt([...this.path, "题目"], { required: true });
    this.short = lineAt([...this.path, "简称"], { placeholder: say("short-hint") });
    this.answered = numberAt([...this.path, "回答"]);
    this.answeredPart = labelled(say("answered"), this.answered, say("answered-hint"));
    this.kind = choice(say("kind"), name => change([...this.path, "题型"], name, { now: true }));
    if (this.item.题型) this.drawKind([]);
    this.answeredPart.hidden = true;
    this.options = make("div", { class: "survey-options" });
    this.worked = make("p", { class: "survey-worked", "aria-live": "polite" });
    this.further = make("p", { class: "meta" });
    this.element = make("div", { class: "card survey-question", role: "group", "aria-label": this.words.value },
      cardHead(survey.questions, index, count),
      make("div", { class: "survey-lines question-lines" }, labelled(say("question"), this.words), labelled(say("short"), this.short), this.kind),
      followed(this.short, name => [...survey.surveys.field.path, survey.item.名称, name], survey.surveys.table.say),
      this.options, this.answeredPart, this.worked, this.further);
    this.drawOptions();
  }

  get item() {
    return at(state.tree, this.path) ?? {};
  }

  isOf(item) {
    return item !== null && typeof item === "object" && !Array.isArray(item);
  }

  tell(told, question) {
    if (!told) return;
    this.element.setAttribute("aria-label", this.words.value);
    this.drawKind(told.kinds);
    const { say } = this;
    const isSeveral = this.item.题型 === told.kinds[1];
    this.answeredPart.hidden = !isSeveral || this.survey.isListed;
    const known = FURTHER.filter(name => this.item[name] !== undefined);
    this.further.textContent = known.length ? say("further", { names: known.join(say("and")) }) : "";
    if (!question?.is_read) {
      this.worked.replaceChildren();
      return;
    }
    this.table?.sheet.work(this.table, Object.fromEntries(question.options.map(each => [each.name, this.survey.isListed ? [String(each.count), each.share] : [each.share]])));
    const parts = [say("answered-by", { count: question.answered }), question.satisfaction && `${say("satisfaction")} ${question.satisfaction}`, question.satisfied && `${say("satisfied")} ${question.satisfied}`, question.weights && say("weights", { weights: question.weights })];
    this.worked.replaceChildren(...parts.filter(Boolean).map(words => make("span", {}, words)));
  }

  drawKind(kinds) {
    const value = String(this.item.题型 ?? kinds[0]);
    this.kind.offer([...new Set([...kinds, value])].map(name => ({ name })), value);
  }

  drawOptions() {
    const value = this.item.选项;
    const { say, survey } = this;
    const { table } = survey.surveys;
    this.listed = survey.isListed;
    this.table = null;
    this.options.replaceChildren();
    if (!isTable(value ?? {})) {
      this.options.append(make("p", { class: "meta" }, say("not-a-table")));
      return;
    }
    const worked = this.listed ? [say("persons"), say("share")] : [say("share")];
    const sheet = new FiguresSheet({ path: [...this.path, "选项"], value, name: say("options-of", { name: this.words.value }), names: { row: say("option"), figure: say("persons") }, listed: this.listed, worked, say: table.say, edits: { change, undo, redo } });
    const own = make("div", {});
    this.options.append(own);
    this.table = new Table(own, table.parts, sheet);
  }

  show() {
    for (const input of [this.words, this.short, this.answered]) input.show();
    if (this.survey.told) this.drawKind(this.survey.told.kinds);
    const value = this.item.选项;
    if (!this.table || this.listed !== this.survey.isListed || !isTable(value ?? {})) this.drawOptions();
    else if (!this.table.sheet.isSame(this.table, value)) this.table.load(this.table.sheet.read(value));
  }

  focus(path = []) {
    if (path[0] === "选项" && this.table) return this.table.goTo([...this.path, ...path]);
    const line = { 简称: this.short, 回答: this.answered }[path[0]];
    return (path[0] === "题型" ? this.kind.select : line ?? this.words).focus();
  }

  mark(findings) {
    const below = name => findings.filter(each => each.path === [...this.path, name].join("."));
    for (const [name, input] of [["题目", this.words], ["简称", this.short], ["回答", this.answered]]) colour(input, below(name));
    this.table?.marks.set(findings.filter(each => each.path.startsWith(`${[...this.path, "选项"].join(".")}.`)));
  }
}

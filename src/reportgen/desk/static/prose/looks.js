// How the text of prose looks in the editor: marks become numbers, chips and tables; the text itself stays as it is.

import { Decoration, EditorView, StateEffect, StateField, WidgetType } from "/static/vendor/codemirror/codemirror.js";
import { printedAs, want } from "/static/facts.js";
import { labelsOf } from "./numbering.js";
import { linesOf, marksWithin, tablesOf } from "./marks.js";

/** Says that what references print, or what is wrong, is to be shown anew. */
export const refreshed = StateEffect.define();

class Chip extends WidgetType {
  constructor(words, told, look, known) {
    super();
    Object.assign(this, { words, told, look, known });
  }
  eq(other) {
    return ["words", "told", "look", "known"].every(part => this[part] === other[part]);
  }
  toDOM() {
    const chip = document.createElement("span");
    chip.className = `chip ${this.look}`;
    chip.textContent = this.told;
    chip.title = nameOf(this.words);
    if (this.known) chip.dataset.told = "";
    return chip;
  }
  ignoreEvent() {
    return false;
  }
}

class Label extends WidgetType {
  constructor(text) {
    super();
    this.text = text;
  }
  eq(other) {
    return this.text === other.text;
  }
  toDOM() {
    const label = document.createElement("span");
    label.className = "label";
    label.textContent = this.text;
    return label;
  }
  ignoreEvent() {
    return false;
  }
}

/** 预算.支出 of {{ 预算.支出 | 元 }}. */
export function nameOf(words) {
  return words.slice(2, -2).split(/[|｜]/)[0].trim();
}

const HIDDEN = Decoration.replace({});

/** The chip of a reference: what it prints, or its name where nothing is known; `alone` in its line with its name. */
export function chipOf(mark, { plain = false, chosen = false, alone = false } = {}) {
  const told = plain ? "" : printedAs(mark.words);
  if (told === undefined) want(mark.words);
  const look = plain ? "plain" : told === "" ? "bad" : "";
  const name = mark.inside.replace(/\s*[|｜]\s*/g, "、");
  const words = told && alone ? `${told}　${name.slice(name.indexOf(".") + 1)}` : told || name;
  return new Chip(mark.words, words, chosen ? `${look} on` : look, told !== undefined);
}

/** Decorations of the marks in one stretch of text, as [from, to, decoration] and whether each is stepped over. */
function* looksWithin(text, from, to, { plain = false, alone = false, chosen } = {}) {
  for (const mark of marksWithin(text, from, to)) {
    if (mark.kind === "reference") {
      const on = chosen && chosen.from === mark.from && chosen.to === mark.to;
      yield [Decoration.replace({ widget: chipOf(mark, { plain, alone, chosen: on }) }).range(mark.from, mark.to), true];
    } else if (mark.kind === "escape") yield [HIDDEN.range(mark.from, mark.to), true];
    else if (mark.kind === "strong") {
      yield [HIDDEN.range(mark.from, mark.from + 2), true];
      yield [Decoration.mark({ class: "strong" }).range(mark.from + 2, mark.to - 2), false];
      yield [HIDDEN.range(mark.to - 2, mark.to), true];
    } else yield [Decoration.mark({ class: mark.kind }).range(mark.from, mark.to), false];
  }
}

/** The state of what is seen. `options` are those of the editor; `tableOf` makes the widget of a table, and without it
 *  marks of lines are words. */
export function looks({ begins = () => ({}) } = {}, tableOf = null) {
  const read = state => {
    const text = state.doc.toString();
    const marks = Boolean(tableOf) && begins().marks !== false;
    const lines = linesOf(text, marks);
    return { text, lines, marks, tables: marks ? tablesOf(text, lines) : [] };
  };
  const seen = state => {
    const { text, lines, marks, tables } = read(state);
    const ranges = [];
    const stepped = [];
    const add = ([range, atomic]) => {
      ranges.push(range);
      if (atomic) stepped.push(range);
    };
    const { level = 1, before = 0 } = begins();
    const labels = labelsOf(lines, level, before);
    lines.forEach((line, index) => {
      if (line.kind === "row") return;
      ranges.push(Decoration.line({ class: `k-${line.kind} d${line.depth} n${line.nesting}` }).range(line.from));
      if (line.lead && line.kind !== "blank") {
        const widget = labels.get(index) ? new Label(labels.get(index)) : undefined;
        add([Decoration.replace({ widget }).range(line.from, line.from + line.lead), true]);
      }
      const plain = line.kind === "source" || line.kind === "pictured";
      for (const look of looksWithin(text, line.from + line.lead, line.to, { plain, alone: line.kind === "figure", chosen: chosenIn(state) })) add(look);
    });
    for (const table of tables) add([Decoration.replace({ widget: tableOf(text, table), block: true }).range(table.from, table.to), true]);
    return { lines, marks, tables, shown: Decoration.set(ranges, true), stepped: Decoration.set(stepped, true) };
  };
  return StateField.define({
    create: seen,
    update(value, transaction) {
      const composed = transaction.isUserEvent("input.type.compose");
      const asked = transaction.effects.some(effect => effect.is(refreshed));
      if (transaction.docChanged && composed && !asked) {
        // Nothing is put in the place of what is being composed: it looks as before until that has come to its end.
        const { changes, state } = transaction;
        return { ...read(state), shown: value.shown.map(changes), stepped: value.stepped.map(changes) };
      }
      const chosen = transaction.selection && (chosenIn(transaction.startState) || chosenIn(transaction.state));
      return transaction.docChanged || asked || chosen ? seen(transaction.state) : value;
    },
    provide: field => [
      EditorView.decorations.from(field, value => value.shown),
      EditorView.atomicRanges.of(view => view.state.field(field).stepped),
    ],
  });
}

/** The reference that is selected, and nothing else; null for none. */
export function chosenIn(state) {
  const { from, to } = state.selection.main;
  const words = to - from > 4 && to - from < 200 ? state.sliceDoc(from, to) : "";
  return /^\{\{[^{}\n]*\}\}$/.test(words) ? { from, to, words } : null;
}

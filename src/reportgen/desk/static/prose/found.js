// What is wrong in a text, marked at its words; the marks go with the words until findings are told anew.

import { Decoration, EditorView, StateEffect, StateField } from "/static/vendor/codemirror/codemirror.js";

const LOOKS = { fatal: "bad", error: "bad", warning: "low", doubt: "doubted" };

/** Says anew what is wrong: findings with `at` and `length` in characters of the text. */
export const told = StateEffect.define();

/** Code units before the character at `at`: signs beyond the basic plane take two. */
function units(text, at) {
  return [...text.slice(0, at * 2)].slice(0, at).join("").length;
}

function ranges(text, findings) {
  const marks = [];
  for (const { at, length, kind, title, label } of findings) {
    if (at < 0 || !LOOKS[kind]) continue;
    const [from, to] = [units(text, at), Math.min(units(text, at + length), text.length)];
    const words = label ? `${title}：${label}` : title;
    if (from < to) marks.push(Decoration.mark({ class: `found ${LOOKS[kind]}`, attributes: { title: words } }).range(from, to));
  }
  return Decoration.set(marks, true);
}

export const found = StateField.define({
  create: () => Decoration.none,
  update(marks, transaction) {
    for (const effect of transaction.effects) if (effect.is(told)) return ranges(transaction.newDoc.toString(), effect.value);
    return transaction.docChanged ? marks.map(transaction.changes) : marks;
  },
  provide: field => EditorView.decorations.from(field),
});

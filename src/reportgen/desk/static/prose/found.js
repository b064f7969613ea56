// What is wrong in a text, marked at its words; the marks go with the words until findings are told anew.

import { Decoration, EditorView, StateEffect, StateField } from "/static/vendor/codemirror/codemirror.js";

const LOOKS = { fatal: "bad", error: "bad", warning: "low", doubt: "doubted" };

/** Says anew what is wrong: findings with `at` and `length` in characters of the text. */
export const told = StateEffect.define();

/** Characters of a text in code units, of which signs beyond the basic plane take two. */
export function stretch(text, at, length) {
  const signs = [...text];
  const units = count => signs.slice(0, Math.max(0, count)).join("").length;
  return { from: units(at), to: units(at + length) };
}

function ranges(text, findings) {
  const marks = [];
  for (const { at, length, kind, title, label } of findings) {
    if (at < 0 || !LOOKS[kind]) continue;
    const { from, to } = stretch(text, at, length);
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

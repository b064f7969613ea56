// A number in the text that equals a fact: found where the cursor is, so that it can be made a reference.

const SIGN = /[\d.,，．％%]/;

/** The number at the cursor that facts are equal to: {from, to, value, facts}; null for none. */
export function equalAt(text, lineFrom, cursor, facts) {
  const at = cursor - lineFrom;
  let best = null;
  for (const value of new Set(facts.filter(fact => fact.figure && /\d/.test(fact.value)).map(fact => fact.value))) {
    for (let start = text.indexOf(value); start >= 0; start = text.indexOf(value, start + 1)) {
      const end = start + value.length;
      const parted = !SIGN.test(text[start - 1] ?? "") && !(SIGN.test(text[end] ?? "") && /\d$/.test(value));
      if (start < at && at <= end && parted && !within(text, start) && value.length > (best?.value.length ?? 0)) {
        best = { from: lineFrom + start, to: lineFrom + end, value };
      }
    }
  }
  return best && { ...best, facts: facts.filter(fact => fact.value === best.value) };
}

function within(text, at) {
  const open = text.lastIndexOf("{{", at);
  return open >= 0 && text.indexOf("}}", open) >= at;
}

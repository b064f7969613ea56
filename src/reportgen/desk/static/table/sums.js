// Sums below columns, and rates beside them. They are shown and decide nothing: what is wrong, the check says.

import { added, inUnit } from "./figures.js";
import { decimal, percent, written } from "./decimal.js";

// { text, title? } of the sum of a column: nothing to add up is 「—」, what could not be read is told.
export function sumCell(texts, unit, say) {
  const { total, left } = added(texts, text => inUnit(text, unit));
  if (!total) return { text: "—", total: null };
  return { text: written(total), total, title: left ? say("leftOut", { count: left }) : undefined };
}

// Places behind the point that rates have which are written out; one where none is.
export function ratePlaces(texts) {
  const places = texts.map(text => decimal(text.replace(/\s*[%％]$/, ""))?.places).filter(found => found !== undefined);
  return places.length ? Math.max(...places) : 1;
}

// spent ÷ received in percent, without its sign; empty where either is missing.
export function shareOf(part, whole, places) {
  const found = part && whole && whole.digits > 0n ? percent(part, whole, places) : null;
  return found ? written(found) : "";
}

// What is typed or pasted → what is kept in the file, column by column.

import { isRight } from "./columns.js";
import { mayBeFigure, rate, tidy } from "./figures.js";

// { text, cleaned }: the cleaned text, and the names of what was cleaned.
export function entered(column, typed) {
  const { text, cleaned } = tidy(typed, isRight(column));
  const isBare = column.kind === "rate" && /^[-−]?\d+(\.\d+)?$/.test(text);
  return { text: isBare ? `${text}%` : text, cleaned };
}

// What a cell opens with: of a rate the number alone, its sign stands in the head.
export function opened(column, text) {
  return column.kind === "rate" && rate(text) ? text.replace(/\s*[%％]$/, "") : text;
}

export function isFitting(column, text) {
  return !isRight(column) || mayBeFigure(text, column.kind !== "quantity");
}

// How wide columns are: by what stands in them, and by the room that there is.

import { headOf, isRight } from "./columns.js";

const NUMBER = 38;
const LETTER = 14;
const PADDING = 18;
const LEAST = { text: 84, lines: 160, choice: 84, rows: 72, amount: 84, quantity: 72, rate: 72 };
const MOST = { text: 260, lines: 420, choice: 140, rows: 96, amount: 150, quantity: 150, rate: 96 };

// Widths in px, the row numbers first. Words get what is left over; where there is too little room the table scrolls.
export function widths(table, room) {
  const wanted = table.columns.map(column => wished(column, table.rows));
  const left = room - NUMBER - wanted.reduce((sum, width) => sum + width, 0);
  const flexible = table.columns.map((column, at) => (!isRight(column) && column.kind !== "rows" ? wanted[at] : 0));
  const share = flexible.reduce((sum, width) => sum + width, 0);
  if (left > 0) return [NUMBER, ...stretched(wanted, share ? flexible : wanted, left)];
  const spare = wanted.map((width, at) => (flexible[at] ? width - (LEAST[table.columns[at].kind] ?? LEAST.text) : 0));
  const sum = spare.reduce((total, width) => total + width, 0);
  const taken = Math.min(1, sum ? -left / sum : 0);
  return [NUMBER, ...wanted.map((width, at) => Math.floor(width - spare[at] * taken))];
}

function stretched(wanted, weights, left) {
  const sum = weights.reduce((total, width) => total + width, 0);
  const found = wanted.map((width, at) => Math.floor(width + (left * weights[at]) / sum));
  const widest = weights.indexOf(Math.max(...weights));
  found[widest] += Math.floor(left - found.reduce((total, width, at) => total + width - wanted[at], 0));
  return found;
}

function wished(column, rows) {
  const head = length(headOf(column)) * 12 + (column.unit ? length(column.unit) * 12 + 24 : 0);
  let longest = 0;
  for (const row of rows) {
    const value = row.item[column.name];
    if (typeof value === "string") longest = Math.max(longest, length(value));
  }
  const kind = column.choices?.length ? "choice" : column.kind;
  const wide = Math.max(head, longest * LETTER) + PADDING;
  return Math.max(LEAST[kind] ?? LEAST.text, Math.min(wide, Math.max(MOST[kind] ?? MOST.text, head + PADDING)));
}

// In hanzi: a digit or letter is half of one.
function length(text) {
  let sum = 0;
  for (const char of text.slice(0, 60)) sum += char.charCodeAt(0) < 0x2e80 ? 0.58 : 1;
  return sum;
}

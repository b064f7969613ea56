// How wide columns are: by what stands in them, and by the room that there is.

import { headOf, isRight } from "./columns.js";

const NUMBER = 38;
const PADDING = 20;
const LEAST = { text: 76, lines: 160, choice: 76, rows: 72, amount: 76, quantity: 60, rate: 72 };
const MOST = { text: 280, lines: 420, choice: 140, rows: 96, amount: 170, quantity: 170, rate: 96 };
const MEASURED = 40;
const pen = document.createElement("canvas").getContext("2d");

// Widths in px, the row numbers first. Words get what is left over; where there is too little room the table scrolls.
export function widths(table, room) {
  const { fontWeight, fontSize, fontFamily } = getComputedStyle(table.drawing.grid);
  pen.font = `${fontWeight} ${fontSize} ${fontFamily}`; // the shorthand is empty where numerals are tabular
  const wanted = table.columns.map(column => wished(column, table.rows));
  const left = room - NUMBER - wanted.reduce((sum, width) => sum + width, 0);
  const flexible = table.columns.map((column, at) => (!isRight(column) && column.kind !== "rows" ? wanted[at] : 0));
  const share = flexible.reduce((sum, width) => sum + width, 0);
  if (left > 0) return [NUMBER, ...stretched(wanted, share ? flexible : wanted, left)];
  const spare = wanted.map((width, at) => (flexible[at] ? Math.max(0, width - LEAST[kindOf(table.columns[at])]) : 0));
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

const kindOf = column => (column.choices?.length ? "choice" : column.kind);

function wished(column, rows) {
  const head = drawn(headOf(column) + (column.unit ? `（${column.unit}）` : "")) * 0.86 + (column.required ? 8 : 0);
  const kind = kindOf(column);
  const wide = Math.max(head, ...longest(rows, column).map(drawn)) + PADDING;
  return Math.ceil(Math.max(LEAST[kind], Math.min(wide, Math.max(MOST[kind], head + PADDING))));
}

const drawn = text => pen.measureText(text).width;

// The lines that may be the widest: few enough to be measured.
function longest(rows, column) {
  const texts = rows.map(row => row.item[column.name]).filter(value => typeof value === "string" && value);
  const lines = texts.flatMap(text => text.slice(0, 400).split("\n")).map(line => line.slice(0, MEASURED));
  return [...new Set(lines)].sort((one, other) => weight(other) - weight(one)).slice(0, 5);
}

// In halves of a hanzi.
function weight(text) {
  let sum = 0;
  for (const char of text) sum += char.charCodeAt(0) < 0x2e80 ? 1.15 : 2;
  return sum;
}

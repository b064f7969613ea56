// How wide columns are: by what stands in them, and by the room that there is.

import { headOf, isRight } from "./columns.js";
import { printed } from "./references.js";

const NUMBER = 36;
const PADDING = 20;
const LEAST = { text: 60, choice: 60, amount: 72, quantity: 56, rate: 64 };
const MOST = { text: 280, choice: 140, amount: 170, quantity: 170, rate: 96 };
const LONG = 220;
const ROOMY = 150;
const LEAST_OF_LONG = 124;
const HEAD = 0.86;
const GAP = 10;
const MEASURED = 40;
let family = null;
const pen = document.createElement("canvas").getContext("2d");

// Widths in px, the row numbers first. Words get what is left over; where there is too little room columns give way, and
// in the end the table scrolls.
export function widths(table, room, sums, size) {
  family ??= getComputedStyle(table.drawing.grid).fontFamily;
  pen.font = `${size}px ${family}`;
  const wishes = table.columns.map(column => wished(column, table, sums[column.name] ?? ""));
  const wanted = wishes.map(wish => wish.wanted);
  const left = room - NUMBER - sum(wanted);
  if (left < 0) return [NUMBER, ...narrowed(wanted, wishes.map(wish => wish.least), left)];
  const words = table.columns.map((column, at) => (isRight(column) ? 0 : wanted[at]));
  return [NUMBER, ...shared(wanted, sum(words) ? words : wanted, left)];
}

// What has much room gives way first, then all.
function narrowed(wanted, least, left) {
  const first = wanted.map((width, at) => Math.max(0, width - Math.max(ROOMY, least[at])));
  const found = shared(wanted, first, left);
  const rest = left + sum(wanted) - sum(found);
  return rest < 0 ? shared(found, found.map((width, at) => Math.max(0, width - least[at])), rest) : found;
}

const sum = numbers => numbers.reduce((total, number) => total + number, 0);

// `left` px given or taken by weights; of what is taken no more than the weights themselves.
function shared(wanted, weights, left) {
  const all = sum(weights);
  const given = all ? Math.max(left, -all) : 0;
  const found = wanted.map((width, at) => Math.floor(width + (all ? (given * weights[at]) / all : 0)));
  const lost = sum(wanted) + given - sum(found);
  found[weights.indexOf(Math.max(...weights))] += Math.floor(lost);
  return found;
}

const kindOf = column => (column.choices?.length ? "choice" : column.kind);
const drawn = text => pen.measureText(text).width;

function wished(column, { rows, drawing }, total) {
  const kind = kindOf(column);
  const name = drawn(headOf(column)) * HEAD + (column.required ? 10 : 0) + PADDING;
  const head = name + (column.unit ? drawn(`（${column.unit}）`) * HEAD : 0);
  const content = Math.max(drawn(total), ...longest(rows, column).map(drawn), ...besides(rows, drawing.looks, column)) + PADDING;
  const most = isRight(column) ? content : content > LONG ? LEAST_OF_LONG : 0;
  const wanted = Math.ceil(Math.max(LEAST[kind], head, Math.min(content, MOST[kind])));
  return { wanted, least: Math.min(wanted, Math.ceil(Math.max(LEAST[kind], name, Math.min(most, MOST[kind])))) };
}

// Figures with what is worked out beside them.
function besides(rows, looks, column) {
  const pairs = rows.map((row, at) => [row.item[column.name], looks[at]?.[column.name]?.beside]).filter(([, beside]) => beside);
  return pairs.map(([text, beside]) => drawn(String(text)) + drawn(beside) * HEAD + GAP);
}

// The lines that may be the widest: few enough to be measured.
function longest(rows, column) {
  const texts = rows.map(row => row.item[column.name]).filter(value => typeof value === "string" && value);
  const lines = texts.flatMap(text => text.slice(0, 400).split("\n")).map(line => printed(line).slice(0, MEASURED));
  return [...new Set(lines)].sort((one, other) => weight(other) - weight(one)).slice(0, 5);
}

// In halves of a hanzi.
function weight(text) {
  let halves = 0;
  for (const char of text) halves += char.charCodeAt(0) < 0x2e80 ? 1.15 : 2;
  return halves;
}

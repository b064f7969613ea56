// What stands in a cell of numbers: made tidy when it is left, and read where it is added up.

import { decimal, plus, shifted } from "./decimal.js";

const HIDDEN = /[\u200b-\u200f\u2060\ufeff]/g;
const HARD_BLANK = /[\u00a0\u2007\u2009\u202f]/g;
const WIDE = /[０-９．＋－]/g;
const GROUPED = /^(\D{0,3}\d{1,3})((?:,\d{3})+)(?=\D|$)/;
const BLANK = /^(?:[—–-]|无|)$/;

const halved = char => String.fromCharCode(char.charCodeAt(0) - 0xfee0);

// Each step: what is cleaned by it (a name of the words), and how.
const STEPS = [
  ["hidden", text => text.replace(HIDDEN, "")],
  ["blanks", text => text.replace(/(\d)[\u00a0\u2007\u2009\u202f](?=\d{3})/g, "$1").replace(HARD_BLANK, " ")],
  ["", text => text.trim()],
  ["wide", text => text.replace(WIDE, halved)],
  ["percent", text => text.replace(/(\d\s*)[％﹪٪]/g, "$1%")],
  ["point", text => text.replace(/(\d)[。·](?=\d)/g, "$1.")],
  ["grouped", text => text.replace(/(\d)，(?=\d{3}(?:\D|$))/g, "$1,")],
  ["grouped", text => text.replace(GROUPED, (_all, first, rest) => first + rest.replaceAll(",", ""))],
  ["minus", text => text.replace(/^[–—−](?=\d)/, "-")],
];
const WORDS = new Set(["hidden", "blanks", ""]);

// { text, cleaned }: a cell as it is kept, and the names of what was cleaned; words keep their digits as they are.
export function tidy(text, isFigure) {
  const cleaned = [];
  let kept = text.replace(/\r\n?/g, "\n");
  for (const [name, step] of STEPS) {
    if (!isFigure && !WORDS.has(name)) continue;
    const next = step(kept);
    if (next !== kept && name) cleaned.push(name);
    kept = next;
  }
  return { text: kept, cleaned: [...new Set(cleaned)] };
}

// A figure that stands alone, made tidy as in a cell.
export function figure(text) {
  return tidy(text, true).text;
}

const MONEY = { "": 0, 千: 3, 万: 4, 百万: 6, 千万: 7, 亿: 8, 万亿: 12 };
const AMOUNT = /^([￥¥]?)\s*([-−]?[\d,]+(?:\.\d+)?)\s*(万亿|千万|百万|千|万|亿)?(元)?$/;
const UNIT = /^(万亿|千万|百万|千|万|亿)?元$/;
const FIGURE = /^([-−]?\d[\d,]*(?:\.\d+)?)\s*([^\d\s{}【】]{0,10})$/;

export const isBlank = text => BLANK.test(text.trim());
const ungrouped = text => text.replaceAll(",", "");

// A figure in the unit of its column: 1.2亿元 is 12000 in 万元. null for what is no exact number in that unit.
export function inUnit(text, unit) {
  const column = UNIT.exec(unit);
  if (!column) {
    const found = FIGURE.exec(text.trim());
    return found && (!found[2] || found[2] === unit) ? decimal(ungrouped(found[1])) : null;
  }
  const found = AMOUNT.exec(text.trim());
  if (!found) return null;
  const [, yuan, digits, scale = "", yuans] = found;
  const number = decimal(ungrouped(digits));
  if (!number || (!yuan && !yuans && !scale)) return number;
  return shifted(number, MONEY[scale] - MONEY[column[1] || ""]);
}

// 98.0% → 98.0; a bare 98.0 of a column in % is the same.
export function rate(text) {
  const found = /^([-−]?\d+(?:\.\d+)?)\s*[%％]?$/.exec(text.trim());
  return found && decimal(found[1]);
}

// { number, unit } of 35人 and 9.38万人次; null for what is none, or not exact.
export function counted(text) {
  const found = FIGURE.exec(text.trim());
  const number = found && decimal(ungrouped(found[1]));
  return number && { number, unit: found[2] };
}

// { total, left }: the sum of the texts that can be read, and how many could not. No total where there is nothing.
export function added(texts, read) {
  let total = null;
  let left = 0;
  for (const text of texts) {
    if (isBlank(text)) continue;
    const number = read(text);
    if (number) total = total ? plus(total, number) : number;
    else left += 1;
  }
  return { total, left };
}

const STATED = /^(?:[≥≤＞＜<>=＝]|约|近|超过?|不少于|不低于|不超过|至少|[￥¥]|[-−+])*\s*\d[\d,]*(?:\.\d+)?\s*[^\d\s]{0,12}$/;

// Whether a pasted text may stand in a column of numbers: a number, a reference, a hole, nothing.
export function mayBeFigure(text, isExact) {
  if (isBlank(text) || text.includes("{{") || text.includes("【")) return true;
  return isExact ? AMOUNT.test(text.trim()) || rate(text) !== null : STATED.test(text.trim());
}

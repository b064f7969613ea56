// Rows of a table: { item, fixed?, saved, … }; `item` is the value as the file has it, keys that no column shows included.

import { isBlank } from "./figures.js";

export const told = value => (value === null || value === undefined ? "" : String(value));
const isPlain = value => value === null || value === undefined || typeof value !== "object";
const isItem = value => value !== null && typeof value === "object" && !Array.isArray(value);

export function rowOf(value, columns) {
  const item = isItem(value) ? value : { [columns[0].name]: value };
  return { item, saved: true, odd: !isItem(value), asWritten: value };
}

// The value that a row stands for: what was not touched is what it was.
export function valueOf(row) {
  return row.odd ? row.asWritten : row.item;
}

export function textOf(row, column) {
  const value = row.item[column.name];
  return isPlain(value) ? told(value) : "";
}

// A row with one cell changed. A key that is new stands where its column stands; an emptied one goes, unless it is due.
export function changed(row, column, text, columns) {
  const item = { ...row.item };
  if (text === "" && !column.required) delete item[column.name];
  else if (column.name in item) item[column.name] = text;
  else return { ...row, odd: false, item: inserted(item, column, text, columns) };
  return { ...row, odd: false, item };
}

const ORDERS = new WeakMap();

function orderOf(columns) {
  if (!ORDERS.has(columns)) ORDERS.set(columns, new Map(columns.map((each, at) => [each.name, at])));
  return ORDERS.get(columns);
}

function inserted(item, column, text, columns) {
  const places = orderOf(columns);
  const own = places.get(column.name);
  const entries = Object.entries(item);
  const next = entries.findIndex(([name]) => places.has(name) && places.get(name) > own);
  if (next < 0) return { ...item, [column.name]: text };
  entries.splice(next, 0, [column.name, text]);
  return Object.fromEntries(entries);
}

export function isEmpty(row) {
  return Object.values(row.item).every(value => isPlain(value) && told(value).trim() === "");
}

// ---- columns that take over what stands above ----

const ABOVE = Symbol("levels");

// What each row says in those columns: its own, or that of the row above as long as no higher one has changed.
export function levels(rows, columns) {
  const names = columns.filter(column => column.inherits).map(column => column.name);
  if (!names.length) return rows.map(() => ({}));
  const found = [];
  for (const row of rows) {
    const above = found.at(-1) ?? {};
    const said = {};
    let goesOn = true;
    for (const name of names) {
      const own = told(row.item[name]);
      goesOn &&= isBlank(own) && name in above;
      if (goesOn) said[name] = above[name];
      else if (!isBlank(own)) said[name] = own;
    }
    found.push(said);
  }
  return found;
}

export function remembered(rows, columns) {
  levels(rows, columns).forEach((said, at) => { rows[at][ABOVE] = said; });
}

// Rows that were moved or lost the one above them say what they said before; new ones say nothing.
export function kept(rows, columns) {
  const done = [];
  for (const row of rows) {
    const before = row[ABOVE];
    const now = levels([...done, row], columns).at(-1);
    const differs = before && Object.keys(before).find(name => now[name] !== before[name]);
    done.push(differs ? spelt(row, before, now, columns) : row);
  }
  return done;
}

function spelt(row, before, now, columns) {
  let own = row;
  let from = false;
  for (const column of columns.filter(each => each.inherits)) {
    from ||= now[column.name] !== before[column.name];
    if (from && before[column.name]) own = changed(own, column, before[column.name], columns);
  }
  return own;
}

// The money unit of a fund table: chosen above it, the amounts converted only when that is asked for.

import { inUnit } from "./figures.js";
import { plain, shifted } from "./decimal.js";
import { told } from "./rows.js";

const PLACES = 2; // that amounts in 万元 and 亿元 have at least, as they are printed
const POWERS = { 元: 0, 万元: 4, 亿元: 8 };

// A bare amount in another unit, exactly; null for nought, for what has a unit of its own, and where nothing changes.
export function converted(text, from, to) {
  const power = POWERS[from] - POWERS[to];
  const number = power && /^[-−]?[\d.]+$/.test(text) ? inUnit(text, "") : null;
  if (!number || !number.digits) return null;
  const shown = plain(shifted(number, power));
  const [whole, places = ""] = shown.split(".");
  return to === "元" ? shown : `${whole}.${places.padEnd(PLACES, "0")}`;
}

export class UnitChooser {
  constructor(select, table) {
    this.select = select;
    this.table = table;
    select.addEventListener("change", () => this.choose(select.value));
    this.show();
  }

  show() {
    const { unit } = this.table.sheet;
    if (![...this.select.options].some(option => option.value === unit)) this.select.append(new Option(unit, unit));
    this.select.value = unit;
  }

  choose(unit) {
    const { table } = this;
    const { sheet } = table;
    const before = sheet.unit;
    sheet.value = { ...sheet.value, [sheet.view.unit_key]: unit };
    if (sheet.rows.length) sheet.edits.change([...sheet.path, sheet.view.unit_key], unit, { now: true });
    table.drawing.all();
    table.selection.show();
    const cells = this.converted(before, unit);
    if (!cells.length) return;
    table.tools.show(table.say("unitChanged", { unit }), [[table.say("convert"), () => { table.tools.hide(); table.put(cells); }]]);
  }

  // Every amount without a unit of its own, said in the other one.
  converted(before, unit) {
    const { table } = this;
    const found = [];
    table.rows.forEach((row, at) => table.columns.forEach((column, along) => {
      const text = column.kind === "amount" && converted(told(row.item[column.name]), before, unit);
      if (text) found.push([at, along, text]);
    }));
    return found;
  }
}

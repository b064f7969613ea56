// The money unit of a fund table: chosen above it, the amounts converted only when that is asked for.

import { inUnit } from "./figures.js";
import { plain, shifted } from "./decimal.js";
import { told } from "./rows.js";

const POWERS = { 元: 0, 万元: 4, 亿元: 8 };

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
    const power = POWERS[before] - POWERS[unit];
    if (!power) return [];
    const found = [];
    table.rows.forEach((row, at) => table.columns.forEach((column, along) => {
      const text = told(row.item[column.name]);
      const number = column.kind === "amount" && /^[-−]?[\d.]+$/.test(text) ? inUnit(text, "") : null;
      if (number && number.digits) found.push([at, along, plain(shifted(number, power))]);
    }));
    return found;
  }
}

// 经费表: the year, the lines apart, the items; sums and rates beside them.

import { valueOf } from "/static/edits.js";
import { make, speaker } from "/static/page.js";
import { FundsSheet } from "/static/table/funds_sheet.js";
import { savingOf } from "/static/table/saving.js";
import { below } from "/static/table/marks.js";
import { Table } from "/static/table/table.js";
import { UnitChooser } from "/static/table/units.js";
import { widget } from "/static/widgets.js";

widget("funds", (element, { path }) => {
  const view = JSON.parse(element.querySelector("script.view").textContent);
  const say = speaker(element.querySelector("script.words"));
  const sheet = new FundsSheet({ path, view, value: valueOf(path), name: view.name, say, edits: savingOf(element, path, redraw) });
  const own = make("div");
  element.append(own);
  const table = new Table(own, element.querySelector("template"), sheet);
  own.querySelector(".table-tools").append(element.querySelector(".money"));
  const unit = new UnitChooser(element.querySelector("select.money-unit"), table);

  function redraw(value) {
    if (!sheet.isSame(table, value)) table.load(sheet.read(value));
    else {
      sheet.read(value);
      table.drawing.refresh();
    }
    unit.show();
  }

  return {
    redraw,
    mark(findings) {
      table.marks.set(findings);
      unit.select.setAttribute("aria-invalid", String(findings.some(finding => finding.path === [...path, view.unit_key].join("."))));
    },
    focus(where, how) {
      if (below(path, where)[0] === view.unit_key) unit.select.focus();
      else table.goTo(where, how);
    },
  };
});

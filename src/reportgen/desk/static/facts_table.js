// 数据: the figures of the file, one a row, in their groups.

import { valueOf } from "/static/edits.js";
import { FactsSheet } from "/static/table/facts_sheet.js";
import { savingOf } from "/static/table/saving.js";
import { Table } from "/static/table/table.js";
import { below, speaker } from "/static/table/words.js";
import { widget } from "/static/widgets.js";

widget("facts", (element, { path }) => {
  const view = JSON.parse(element.querySelector("script.view").textContent);
  const sheet = new FactsSheet({ path, view, value: valueOf(path), name: view.name, say: speaker(element), edits: savingOf(element, path, redraw) });
  const own = document.createElement("div");
  element.append(own);
  const table = new Table(own, element.querySelector("template"), sheet);

  function redraw(value) {
    sheet.sent = null;
    if (!sheet.isSame(table, value)) table.load(sheet.read(value));
  }

  return {
    redraw,
    mark: findings => table.marks.set(findings),
    focus(where, how) {
      const steps = below(path, where);
      const row = table.rows.findIndex(each => each.path?.join(".") === steps.join("."));
      const near = row >= 0 ? row : table.rows.findIndex(each => each.path?.join(".").startsWith(`${steps.join(".")}.`));
      table.go(Math.max(0, near), row >= 0 ? 2 : 0, how);
    },
  };
});

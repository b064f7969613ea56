// 数据: the figures of the file, one a row, in their groups.

import { change, redo, undo, valueOf } from "/static/edits.js";
import { offerRenaming } from "/static/renaming.js";
import { FactsSheet } from "/static/table/facts_sheet.js";
import { Table } from "/static/table/table.js";
import { below, speaker } from "/static/table/words.js";
import { widget } from "/static/widgets.js";

widget("facts", (element, { path }) => {
  const view = JSON.parse(element.querySelector("script.view").textContent);
  const sheet = new FactsSheet({ path, view, value: valueOf(path), name: view.name, say: speaker(element), edits: { change, redo, undo, renamed: offerRenaming } });
  const own = document.createElement("div");
  element.append(own);
  const table = new Table(own, element.querySelector("template"), sheet);

  return {
    redraw(value) {
      sheet.sent = null;
      if (!sheet.isSame(table, value)) table.load(sheet.read(value));
    },
    mark: findings => table.marks.set(findings),
    focus(where, how) {
      const steps = below(path, where);
      const row = table.rows.findIndex(each => each.path?.join(".") === steps.join("."));
      const near = row >= 0 ? row : table.rows.findIndex(each => each.path?.join(".").startsWith(`${steps.join(".")}.`));
      table.go(Math.max(0, near), row >= 0 ? 2 : 0, how);
    },
  };
});

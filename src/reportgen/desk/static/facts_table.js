// 数据: the figures of the file, one a row, in their groups.

import { valueOf } from "/static/edits.js";
import { make, speaker } from "/static/page.js";
import { FactsSheet } from "/static/table/facts_sheet.js";
import { savingOf } from "/static/table/saving.js";
import { Table } from "/static/table/table.js";
import { widget } from "/static/widgets.js";

widget("facts", (element, { path }) => {
  const view = JSON.parse(element.querySelector("script.view").textContent);
  const sheet = new FactsSheet({ path, view, value: valueOf(path), name: view.name, say: speaker(element.querySelector("script.words")), edits: savingOf(element, path, redraw) });
  const own = make("div");
  element.append(own);
  const table = new Table(own, element.querySelector("template"), sheet);

  function redraw(value) {
    sheet.sent = null;
    if (!sheet.isSame(table, value)) table.load(sheet.read(value));
  }

  return {
    redraw,
    mark: findings => table.marks.set(findings),
    focus: (where, how) => table.goTo(where, how),
  };
});

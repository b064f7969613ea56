// Lists of the file whose items are lines of single values: 清单 and 指标.

import { valueOf } from "/static/edits.js";
import { make, speaker } from "/static/page.js";
import { ListSheet } from "/static/table/list_sheet.js";
import { savingOf } from "/static/table/saving.js";
import { Table } from "/static/table/table.js";
import { widget } from "/static/widgets.js";

const NOTHING = new Set(["", "无", "无。"]);

widget("grid", (element, { path }) => {
  const view = JSON.parse(element.querySelector("script.view").textContent);
  const say = speaker(element.querySelector("script.words"));
  const sheet = new ListSheet({ path, columns: view.columns, named: view.named, value: valueOf(path), name: view.name, say, edits: savingOf(element, path, redraw) });
  const note = make("p", { class: "meta table-note" });
  const own = make("div");
  element.append(note, own);
  tell(valueOf(path));
  const table = new Table(own, element.querySelector("template"), sheet);

  // A word where a list is due: 「无」 says that there is nothing, anything else is for the text of the file.
  function tell(value) {
    const isList = value === null || value === undefined || Array.isArray(value);
    const isWord = !isList && NOTHING.has(String(value).trim());
    note.textContent = isList || value === "" ? "" : isWord ? say("saysNone", { text: value }) : say("noList");
    note.hidden = !note.textContent;
    sheet.grows = isList || isWord;
  }

  function redraw(value) {
    tell(value);
    if (!sheet.isSame(table, value)) table.load(sheet.read(value));
  }

  return {
    redraw,
    mark(findings, worked = {}) {
      sheet.work(table, worked);
      table.marks.set(findings);
    },
    focus: (where, how) => table.goTo(where, how),
  };
});

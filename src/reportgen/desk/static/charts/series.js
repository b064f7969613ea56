// The groups of figures that a chart compares: their names, one more, one fewer.

import { make } from "/static/page.js";

export function seriesOf(charts, table, redraw) {
  const { say } = charts;
  const { sheet } = table;
  const add = make("button", { class: "btn quiet", type: "button", onclick: () => { sheet.addSeries(table); redraw(); } }, say(sheet.series.length > 1 || sheet.series[0] ? "add-series" : "split-series"));
  if (sheet.series.length === 1 && !sheet.series[0]) return [add];
  const names = sheet.series.map((name, at) => {
    const input = make("input", { class: "input", type: "text", value: name, "aria-label": say("series-name", { at: at + 1 }), autocomplete: "off", onchange: () => {
      if (!sheet.renameSeries(table, at, input.value)) input.value = sheet.series[at];
    } });
    const gone = make("button", { class: "btn quiet", type: "button", title: say("remove-series", { name }), "aria-label": say("remove-series", { name }), onclick: () => { sheet.removeSeries(table, at); redraw(); } }, "×");
    return make("span", { class: "chart-one-series" }, input, gone);
  });
  return [make("span", { class: "meta" }, say("series-names")), ...names, add];
}

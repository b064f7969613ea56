// Where a chart stands in the text, and the way to put it there.

import { at, change, state } from "/static/edits.js";
import { byId, make, tell } from "/static/page.js";
import { focusField, redraw } from "/static/widgets.js";

// Fields of running text: { path, name, title }, in the order of the form.
export function proseFields() {
  return [...document.querySelectorAll(".field > .widget[data-widget=prose]")].map(widget => {
    const holder = widget.parentElement;
    const card = holder.parentElement.closest(".field");
    const title = holder.querySelector(".lab b")?.textContent ?? holder.dataset.name;
    const section = holder.closest(".section")?.querySelector(".sec h2")?.textContent ?? "";
    return { path: JSON.parse(holder.dataset.path), name: holder.dataset.name, title: card ? `${holder.dataset.name.split(".").slice(0, -1).join(" ")} · ${title}` : title, section };
  });
}

export function whereItStands(charts, chart) {
  const { say } = charts;
  if (chart.ready) return [make("span", { class: "meta" }, say("ready-place"))];
  if (!chart.reference) return [];
  const holder = proseFields().find(field => String(at(state.tree, field.path) ?? "").split("\n").some(line => line.trim() === chart.reference));
  if (chart.placed && holder) return [make("span", { class: "meta" }, say("placed", { field: holder.title })), " ", make("button", { class: "link", type: "button", onclick: () => focusField(holder.name, { select: chart.reference }) }, say("look-there"))];
  if (chart.placed) return [make("span", { class: "meta" }, say("placed-somewhere"))];
  return [make("span", { class: "warn" }, say("not-placed")), " ", make("button", { class: "btn", type: "button", onclick: () => asking(charts, chart) }, say("place"))];
}

function asking(charts, chart) {
  const { say } = charts;
  const fields = proseFields();
  const dialog = byId("dialog");
  const options = fields.map((field, index) => make("option", { value: index }, field.section && field.section !== field.title ? `${field.section} — ${field.title}` : field.title));
  const select = make("select", { class: "input", id: "chart-place", "aria-label": say("place-field") }, ...options);
  const form = make("form", { method: "dialog", onsubmit: () => put(charts, chart, fields[Number(select.value)]) },
    make("h2", {}, say("place-title", { name: chart.name })), make("p", {}, say("place-how", { reference: chart.reference })), select,
    make("div", { class: "do" }, make("button", { class: "btn main", type: "submit", disabled: !fields.length }, say("place-do")), make("button", { class: "btn", type: "button", onclick: () => dialog.close() }, say("place-not"))));
  dialog.replaceChildren(form);
  dialog.showModal();
  select.focus();
}

// A line of its own at the end of a field of running text.
export async function appended(path, line) {
  const text = String(at(state.tree, path) ?? "").replace(/\s+$/, "");
  const { ok, why } = await change(path, text ? `${text}\n${line}` : line, { now: true });
  if (!ok) tell(why || "");
  redraw(path);
  return ok;
}

async function put(charts, chart, field) {
  if (field && (await appended(field.path, chart.reference))) tell(charts.say("place-done", { field: field.title }));
}

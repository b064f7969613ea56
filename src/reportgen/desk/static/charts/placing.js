// Where a chart stands in the text, and the way to put it there.

import { at, change, state } from "/static/edits.js";
import { byId, make, tell } from "/static/page.js";
import { focusField, redraw } from "/static/widgets.js";

// Fields of running text: { path, name, title }, in the order of the form.
function proseFields() {
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
  askWhere(say, { title: say("place-title", { name: chart.name }), how: say("place-how", { reference: chart.reference }), choices: [{ told: chart.name, lines: chart.reference }] });
}

// A dialog that puts lines at the end of a field of running text; of several `choices`, { told, lines }, one is chosen.
export function askWhere(say, { title, how, choices }) {
  const fields = proseFields();
  const dialog = byId("dialog");
  const select = (name, options, id) => make("select", { class: "input", id, "aria-label": say(name) }, ...options.map((told, index) => make("option", { value: index }, told)));
  const what = choices.length > 1 && select("place-what", choices.map(each => each.told), "place-what");
  const where = select("place-field", fields.map(field => (field.section && field.section !== field.title ? `${field.section} — ${field.title}` : field.title)), "chart-place");
  const put = async () => {
    const field = fields[Number(where.value)];
    const { lines } = choices[what ? Number(what.value) : 0];
    if (field && (await appended(field.path, lines))) tell(say("place-done", { field: field.title }));
  };
  dialog.replaceChildren(make("form", { method: "dialog", onsubmit: put },
    make("h2", {}, title), what && make("p", {}, what), make("p", {}, how), where,
    make("div", { class: "do" }, make("button", { class: "btn main", type: "submit", disabled: !fields.length }, say("place-do")), make("button", { class: "btn", type: "button", onclick: () => dialog.close() }, say("place-not")))));
  dialog.showModal();
  (what || where).focus();
}

// Lines of their own at the end of a field of running text.
export async function appended(path, lines) {
  const text = String(at(state.tree, path) ?? "").replace(/\s+$/, "");
  const { ok, why } = await change(path, text ? `${text}\n${lines}` : lines, { now: true });
  if (!ok) tell(why || "");
  redraw(path);
  return ok;
}

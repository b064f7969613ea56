// A tab of the right side: its filters, its list, and what is open in it.

import { byId, make, say, show } from "./dom.js";
import { currentPage, onTurn } from "./pages.js";

const tabs = [];
let active = null;
const listed = new Map();

// `tab` has: name, rows() → items, kinds (filters), kindOf(item), row(item) → parts, words(item), opened(item)
export function addTab(tab) {
  tabs.push({ kind: "all", here: false, heavy: false, search: "", at: null, ...tab });
}

export function activeTab() {
  return active;
}

function pageOfItem(item) {
  return item.boxes && item.boxes.length ? item.boxes[0][0] : (item.page ?? -1);
}

function fits(tab, item) {
  const kind = tab.kind === "all" || tab.kindOf(item).includes(tab.kind);
  const here = !tab.here || pageOfItem(item) === currentPage() || (item.boxes || []).some(box => box[0] === currentPage());
  return kind && here && (!tab.search || tab.words(item).includes(tab.search));
}

function rowsOf(tab) {
  const rows = tab.rows().filter(item => fits(tab, item));
  return tab.heavy ? rows.map((item, index) => [item, index]).sort((a, b) => tab.rank(a[0]) - tab.rank(b[0]) || a[1] - b[1]).map(([item]) => item) : rows;
}

function option(tab, item, index) {
  const chosen = item === tab.at;
  const row = make(
    "li",
    { id: `row-${index}`, role: "option", class: `row ${tab.classOf(item)}`, "aria-selected": String(chosen), onclick: () => open(item) },
    ...tab.row(item),
  );
  listed.set(item, row);
  return row;
}

function pressed(on, words, act, kind = "") {
  return make("button", { class: `btn ${kind}${on ? " on" : ""}`, type: "button", "aria-pressed": String(on), onclick: act }, words);
}

function filters(tab) {
  const counts = new Map();
  for (const item of tab.rows()) for (const kind of tab.kindOf(item)) counts.set(kind, (counts.get(kind) || 0) + 1);
  const only = (kind, words) => pressed(tab.kind === kind, words, () => { tab.kind = kind; redrawList(); });
  const every = only("all", `${say("all")} ${tab.rows().length}`);
  const known = tab.kinds.filter(kind => counts.get(kind)).map(kind => only(kind, `${say(kind)} ${counts.get(kind)}`));
  const here = pressed(tab.here, say("this-page"), () => { tab.here = !tab.here; redrawList(); }, "quiet");
  const order = tab.rank ? pressed(tab.heavy, say("by-weight"), () => { tab.heavy = !tab.heavy; redrawList(); }, "quiet") : null;
  return [make("div", { class: "seg", role: "group", "aria-label": say(tab.name) }, every, ...known), make("span", { class: "grow" }), here, order];
}

function redrawList() {
  const rows = rowsOf(active);
  show(byId("filters"), ...filters(active));
  const list = byId("list");
  list.setAttribute("aria-label", say(active.name));
  listed.clear();
  show(list, ...rows.map((item, index) => option(active, item, index)));
  byId("empty").hidden = rows.length > 0;
  byId("empty").textContent = active.empty && !active.rows().length ? say(active.empty) : say("none");
  list.hidden = rows.length === 0;
  scrollToRow();
}

// One row of two thousand changes: the others stay as they are.
function choose(item) {
  for (const each of [active.at, item]) if (listed.has(each)) listed.get(each).setAttribute("aria-selected", String(each === item));
  active.at = item;
  scrollToRow();
}

function scrollToRow() {
  const list = byId("list");
  const row = listed.get(active.at);
  if (!row) {
    list.removeAttribute("aria-activedescendant");
    return;
  }
  list.setAttribute("aria-activedescendant", row.id);
  const above = row.offsetTop;
  if (above < list.scrollTop) list.scrollTop = above;
  else if (above + row.offsetHeight > list.scrollTop + list.clientHeight) list.scrollTop = above + row.offsetHeight - list.clientHeight;
}

export function redraw() {
  if (!active) return;
  for (const tab of tabs) byId(`tab-${tab.name}`).querySelector("span").textContent = tab.rows().length;
  redrawList();
  if (active.at) show(byId("detail"), ...active.opened(active.at));
}

// Opens an item in its tab, and shows where it stands.
export function open(item, name = active.name) {
  if (active.name !== name) turnToTab(name);
  if (!listed.has(item)) {
    Object.assign(active, { kind: "all", here: false, search: "" });
    byId("search").value = "";
    redrawList();
  }
  choose(item);
  show(byId("detail"), ...active.opened(item));
  byId("detail").scrollTop = 0;
  active.point(item);
}

// The next or the previous of the list; from nothing the first, or the last.
export function step(by) {
  const rows = [...listed.keys()];
  if (!rows.length) return;
  const at = rows.indexOf(active.at);
  const next = at < 0 ? (by > 0 ? 0 : rows.length - 1) : Math.min(Math.max(at + by, 0), rows.length - 1);
  open(rows[next]);
}

export function turnToTab(name) {
  active = tabs.find(tab => tab.name === name);
  for (const tab of tabs) {
    const button = byId(`tab-${tab.name}`);
    button.setAttribute("aria-selected", String(tab === active));
    button.tabIndex = tab === active ? 0 : -1;
  }
  byId("panel").setAttribute("aria-labelledby", `tab-${name}`);
  byId("search").value = active.search;
  redrawList();
  show(byId("detail"), ...(active.at ? active.opened(active.at) : [make("p", { class: "meta" }, say("nothing-open"))]));
}

export function nextTab(by) {
  const at = tabs.indexOf(active);
  turnToTab(tabs[(at + by + tabs.length) % tabs.length].name);
  byId(`tab-${active.name}`).focus();
}

function listKeys(event) {
  const by = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10, Home: -1e6, End: 1e6 }[event.key];
  if (!by) return;
  event.preventDefault();
  step(by);
}

function tabKeys(event) {
  const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (by) nextTab(by);
}

export function sidePane() {
  const button = tab => make(
    "button",
    { class: "tab", role: "tab", type: "button", id: `tab-${tab.name}`, "aria-controls": "panel", onclick: () => turnToTab(tab.name) },
    say(tab.name), " ", make("span", {}, tab.rows().length),
  );
  const search = make("input", {
    id: "search", class: "input", type: "search", "aria-label": say("search"), placeholder: say("search"),
    oninput: event => { active.search = event.target.value.trim(); redrawList(); },
  });
  onTurn(() => { if (active && active.here) redrawList(); });
  return make(
    "section", { class: "pane side", "aria-label": say("side") },
    make("div", { class: "tabs" }, make("div", { role: "tablist", "aria-label": say("side"), onkeydown: tabKeys }, ...tabs.map(button)), search),
    make(
      "div", { id: "panel", role: "tabpanel" },
      make("div", { id: "filters" }),
      make("ul", { id: "list", role: "listbox", tabindex: 0, onkeydown: listKeys }),
      make("p", { id: "empty", class: "meta", hidden: true }),
    ),
    make("div", { id: "detail", role: "region", "aria-label": say("detail"), "aria-live": "polite", tabindex: 0 }),
  );
}

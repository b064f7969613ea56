// Remarks on marked words: written and changed.

import { byId, make, say, show, tell } from "./dom.js";
import { dropRemark, keepRemark, remarks } from "./store.js";
import { MARKS } from "./placing.js";
import { boxesOf, point, selected, stretchOf } from "./pages.js";
import { activeTab, open, turnToTab } from "./lists.js";
import { row_, pageName } from "./parts.js";

let last = null;

// The last words that were selected on a page: a press on a button may take the selection away.
export function rememberSelection() {
  last = selected() || (getSelection().isCollapsed ? null : last);
  byId("remark").title = last ? say("remark-on", { words: last.words }) : say("select-first");
}

function withBoxes(remark) {
  const boxes = remark.on ? boxesOf(...remark.on) : [];
  return { ...remark, boxes, page: boxes.length ? boxes[0][0] : remark.page };
}

const shownRemarks = new Map();

// The same object for the same remark, so that a list knows what is open.
function shownRows() {
  const kept = remarks();
  for (const id of [...shownRemarks.keys()]) if (!kept.some(each => each.id === id)) shownRemarks.delete(id);
  return kept.map(remark => {
    const known = shownRemarks.get(remark.id) || {};
    shownRemarks.set(remark.id, Object.assign(known, withBoxes(remark)));
    return known;
  });
}

function target() {
  const chosen = selected() || last;
  if (chosen) return chosen;
  const { at } = activeTab();
  const length = at ? [...(at.words || at.text || "")].length : 0;
  return at && at.on && at.on[0] >= 0 && at.on[1] >= 0 && length ? { ...stretchOf(at.on[0], at.on[1], at.on[1] + length), page: at.boxes[0] ? at.boxes[0][0] : -1 } : null;
}

// Opens the form for what is selected, else for what is open.
export function startRemark() {
  const words = target();
  if (!words) return tell(say("select-first"));
  turnToTab("remarks");
  if (words.more) tell(say("first-paragraph"));
  form({ ...words, mark: "note", text: "" });
}

function form(remark) {
  const choice = mark => make(
    "label", {}, make("input", { type: "radio", name: "mark", value: mark, checked: mark === remark.mark, onchange: () => renamed(mark) }), say(mark),
  );
  const text = make("textarea", { id: "remark-text", class: "input", rows: 3 }, remark.text);
  const save = event => {
    event.preventDefault();
    const mark = new FormData(event.target).get("mark");
    const said = text.value.trim();
    if (mark !== "strike" && !said) return tell(say("say-something"));
    const id = keepRemark({ ...remark, mark, text: said });
    last = null;
    getSelection().removeAllRanges();
    open(shownRows().find(each => each.id === id), "remarks");
    byId("list").focus();
  };
  show(byId("detail"), make(
    "form", { id: "remark-form", onsubmit: save },
    make("p", { class: "around" }, make("mark", {}, remark.words)),
    make("fieldset", {}, make("legend", {}, say("kind")), ...MARKS.map(choice)),
    make("label", { for: "remark-text", id: "remark-label" }, say(remark.mark === "replacement" ? "instead" : "say")), text,
    make("div", { class: "verdict" }, make("button", { class: "btn main", type: "submit" }, say("keep")), make("button", { class: "btn", type: "button", onclick: () => turnToTab("remarks") }, say("drop"))),
  ));
  point(remark.on ? boxesOf(...remark.on) : [], [], "remark");
  text.focus();
}

function renamed(mark) {
  byId("remark-label").textContent = say(mark === "replacement" ? "instead" : "say");
}

function openedRemark(remark) {
  const press = (words, act) => make("button", { class: "btn", type: "button", onclick: act }, words);
  return [
    make(
      "div", { class: "title" },
      make("span", { class: "sev remark" }, say(remark.mark)), make("b", { class: "grow" }, remark.text || say("strike")),
      make("span", { class: "meta" }, `${remark.author} ${remark.date}`), make("span", { class: "meta" }, pageName(remark.page)),
    ),
    make("p", { class: "around" }, `${remark.before.slice(-24)}`, make("mark", {}, remark.words)),
    remark.on || !remark.line ? null : make("p", { class: "meta" }, say("unplaced")),
    make("div", { class: "verdict" }, press(say("edit"), () => form(remark)), press(say("remove"), () => { activeTab().at = null; dropRemark(remark.id); turnToTab("remarks"); point([], [], ""); })),
  ];
}

export const remarksTab = {
  name: "remarks",
  empty: "no-remarks",
  kinds: MARKS,
  rows: shownRows,
  kindOf: remark => [remark.mark],
  classOf: () => "",
  words: remark => [remark.text, remark.words, remark.author].join("\n"),
  row: remark => row_(say(remark.mark), "remark", remark.page, remark.text || remark.words, remark.author),
  opened: openedRemark,
  point: remark => point(remark.boxes, [], "remark"),
};

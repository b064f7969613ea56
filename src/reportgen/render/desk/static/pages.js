// The pages at the left: pictures, over them the text that can be selected, over that the boxes that can be clicked.

import { byId, desk, draw, make, say } from "./dom.js";

const shown = [];
const runsOf = new Map();
const pointed = [];
let current = 0;
let clicked = () => {};

function textOf(run, sheet, number) {
  const { base, size, xs } = run;
  const element = draw("text", { x: xs.slice(0, -1).join(" "), y: base, "font-size": size }, run.text);
  element.run = { ...run, page: sheet, number };
  if (run.line >= 0) {
    if (!runsOf.has(run.line)) runsOf.set(run.line, []);
    runsOf.get(run.line).push(element.run);
  }
  return element;
}

function sheetOf(sheet, index) {
  const picture = draw("image", { width: sheet.width, height: sheet.height });
  const text = draw("g", { class: "text" }, ...sheet.runs.map((run, number) => textOf(run, index, number)));
  const boxes = draw("g", { class: "boxes", "aria-hidden": "true" });
  const view = draw("svg", { viewBox: `0 0 ${sheet.width} ${sheet.height}` }, picture, boxes, text);
  const label = say("page", { page: index + 1 });
  const element = make("div", { class: "sheet", role: "group", "aria-label": label, "data-page": index }, view);
  element.style.setProperty("--ratio", `${sheet.width} / ${sheet.height}`);
  element.style.setProperty("--wide", sheet.width / sheet.height);
  const part = { element, picture, boxes, sheet, items: [] };
  answerMouse(part);
  return part;
}

// A picture is shown when its page comes near: three hundred at once would fill the memory.
const near = new IntersectionObserver(
  entries => {
    for (const { isIntersecting, target } of entries) {
      const { picture, sheet } = shown[target.dataset.page];
      if (isIntersecting) picture.setAttribute("href", sheet.picture);
    }
  },
  { rootMargin: "1500px" },
);

function titled(parts) {
  const several = desk.documents.length > 1;
  return parts.flatMap((part, index) => {
    const first = index === 0 || desk.sheets[index - 1].document !== part.sheet.document;
    const name = desk.documents[part.sheet.document];
    return several && first ? [make("h2", { class: "document" }, name), part.element] : [part.element];
  });
}

function follow() {
  const view = byId("view");
  const middle = view.getBoundingClientRect().top + view.clientHeight / 3;
  const seen = shown.findIndex(({ element }) => element.getBoundingClientRect().bottom > middle);
  current = seen < 0 ? shown.length - 1 : seen;
  byId("page-number").value = current + 1;
  for (const listener of turned) listener();
}

const turned = [];

export function onTurn(listener) {
  turned.push(listener);
}

export function currentPage() {
  return current;
}

export function turnTo(index) {
  const part = shown[Math.min(Math.max(index, 0), shown.length - 1)];
  if (part) byId("view").scrollTop = part.element.offsetTop - 8;
}

function head() {
  const number = make("input", {
    id: "page-number", class: "input", type: "number", min: 1, max: desk.sheets.length, value: 1,
    "aria-label": say("go-to"), onchange: event => turnTo(Number(event.target.value) - 1),
  });
  const press = (words, act, label) => make("button", { class: "btn quiet", type: "button", "aria-label": label, onclick: act }, words);
  const size = name => make(
    "button",
    { class: "btn quiet", type: "button", id: `size-${name}`, "aria-pressed": name === "whole" ? "true" : "false", onclick: () => sizeTo(name) },
    say(name),
  );
  return make(
    "div", { class: "head" },
    press("‹", () => turnTo(current - 1), say("before")), number,
    make("span", {}, say("of-pages", { count: desk.sheets.length })),
    press("›", () => turnTo(current + 1), say("after")),
    make("span", { class: "grow" }), size("whole"), size("wide"),
    make("button", { class: "btn", type: "button", id: "remark" }, say("remark")),
  );
}

function sizeTo(name) {
  const at = current;
  byId("view").dataset.size = name;
  for (const each of ["whole", "wide"]) byId(`size-${each}`).setAttribute("aria-pressed", String(each === name));
  turnTo(at);
}

export function pagesPane() {
  shown.push(...desk.sheets.map(sheetOf));
  const view = make("div", { id: "view", tabindex: 0, role: "group", "aria-label": say("pages"), "data-size": "whole" }, ...titled(shown));
  view.addEventListener("scroll", () => requestAnimationFrame(follow), { passive: true });
  for (const { element } of shown) near.observe(element);
  return make("section", { class: "pane pages", "aria-label": say("pages") }, head(), view);
}

// ---- boxes ----

function boxAt([, left, top, right, foot], kind) {
  const air = 8;
  return draw("rect", { class: `box ${kind}`, x: left - air, y: top - air, width: right - left + 2 * air, height: foot - top + 2 * air, rx: 12 });
}

// `items` have boxes and a kind; a click on one asks for it, and on several for the first.
export function markAll(items, act) {
  clicked = act;
  for (const item of items)
    for (const box of item.boxes) {
      shown[box[0]].boxes.append(boxAt(box, item.kind));
      shown[box[0]].items.push([box, item]);
    }
}

// The boxes lie below the text, which is to be selected: so whose box it is is asked of the point.
function itemAt(part, event) {
  const { left, top, width } = part.element.getBoundingClientRect();
  const scale = part.sheet.width / width;
  const [x, y] = [(event.clientX - left) * scale, (event.clientY - top) * scale];
  const air = 8;
  const hit = part.items.find(([[, x0, y0, x1, y1]]) => x0 - air <= x && x <= x1 + air && y0 - air <= y && y <= y1 + air);
  return hit ? hit[1] : null;
}

function answerMouse(part) {
  part.element.addEventListener("click", event => {
    const item = getSelection().isCollapsed ? itemAt(part, event) : null;
    if (item) clicked(item);
  });
  part.element.addEventListener("mousemove", event => {
    const item = event.buttons ? null : itemAt(part, event);
    part.element.classList.toggle("hit", Boolean(item));
    part.element.title = item ? item.label : "";
  });
}

// The boxes of what is open, the first of them in view.
export function point(boxes, others, kind) {
  for (const old of pointed.splice(0)) old.remove();
  for (const [list, name] of [[others, "same"], [boxes, "on"]])
    for (const box of list) {
      const mark = boxAt(box, `now ${name} ${kind}`);
      pointed.push(mark);
      shown[box[0]].boxes.append(mark);
    }
  if (boxes.length) bringIntoView(boxes[0]);
}

function bringIntoView([page, , top, , foot]) {
  const view = byId("view");
  const { element, sheet } = shown[page];
  const scale = element.clientHeight / sheet.height;
  const from = element.offsetTop + top * scale;
  const to = element.offsetTop + foot * scale;
  const margin = view.clientHeight / 6;
  if (element.clientHeight <= view.clientHeight) view.scrollTop = element.offsetTop - 8;
  else if (from < view.scrollTop + margin || to > view.scrollTop + view.clientHeight - margin) view.scrollTop = from - view.clientHeight / 3;
}

// The boxes of the characters `start` to `end` of a printed line.
export function boxesOf(line, start, end) {
  const boxes = [];
  for (const run of runsOf.get(line) || []) {
    const from = Math.max(start - run.at, 0);
    const to = Math.min(end - run.at, run.xs.length - 1);
    if (from < to) boxes.push([run.page, run.xs[from], run.base - run.size * 0.88, run.xs[to], run.base + run.size * 0.16]);
  }
  return boxes;
}

// ---- what is selected ----

function counted(text, units) {
  return [...text.slice(0, units)].length;
}

function pieces(range) {
  const found = [];
  for (const { element } of shown) {
    if (!range.intersectsNode(element)) continue;
    for (const text of element.querySelectorAll("text")) {
      const node = text.firstChild;
      if (!range.intersectsNode(node)) continue;
      const from = range.startContainer === node ? counted(text.run.text, range.startOffset) : 0;
      const to = range.endContainer === node ? counted(text.run.text, range.endOffset) : text.run.xs.length - 1;
      if (from < to) found.push({ run: text.run, from, to });
    }
  }
  return found;
}

// The selected words: of one printed line, those of the first of several.
export function selected() {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const found = pieces(selection.getRangeAt(0));
  if (!found.length) return null;
  const first = found[0].run;
  if (first.line < 0 || first.at < 0) {
    const words = [...first.text].slice(found[0].from, found[0].to).join("");
    return { page: first.page, line: "", on: null, words, before: "", paragraph: first.text, more: found.length > 1 };
  }
  const own = found.filter(({ run }) => run.line === first.line && run.at >= 0);
  const start = Math.min(...own.map(({ run, from }) => run.at + from));
  const end = Math.max(...own.map(({ run, to }) => run.at + to));
  return { ...stretchOf(first.line, start, end), page: first.page, more: own.length < found.length };
}

// Some characters of a printed line, as a remark names them.
export function stretchOf(index, start, end) {
  const line = desk.lines[index];
  const characters = [...line.text];
  const part = (from, to) => characters.slice(from, to).join("");
  return { line: line.name, on: [index, start, end], words: part(start, end), before: part(0, start), paragraph: line.text };
}

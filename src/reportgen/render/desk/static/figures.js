// Figures of the pages and facts of the content file, each with the way to the other.

import { desk, make, say } from "./dom.js";
import { point } from "./pages.js";
import { open } from "./lists.js";
import { row_, sourceOf, pageName, term, around } from "./parts.js";

const TIES = ["contradicted", "untied", "bound", "derived", "matched"];
const printedBy = new Map();
desk.figures.forEach(figure => {
  if (figure.fact < 0) return;
  if (!printedBy.has(figure.fact)) printedBy.set(figure.fact, []);
  printedBy.get(figure.fact).push(figure);
});
const indexOf = new Map(desk.facts.map((fact, index) => [fact, index]));

function printings(fact) {
  return printedBy.get(indexOf.get(fact)) || [];
}

function factOf(figure) {
  return figure.fact >= 0 ? desk.facts[figure.fact] : null;
}

function isSame(figure, other) {
  if (figure === other) return false;
  if (figure.alike.includes(other.number)) return true;
  return figure.fact >= 0 ? figure.fact === other.fact : figure.path && figure.path === other.path && figure.text === other.text;
}

function others(figure) {
  return desk.figures.filter(other => isSame(figure, other));
}

function link(words, act) {
  return make("button", { class: "link", type: "button", onclick: act }, words);
}

function placeLink(figure) {
  const where = pageName(figure.boxes[0][0]);
  const name = figure.name ? `「${figure.name}」` : figure.section;
  return make("li", {}, link(`${where} ${name} ${figure.text}`, () => open(figure, "figures")));
}

function factLine(fact) {
  return fact ? link(`${fact.name} = ${fact.value}`, () => open(fact, "facts")) : null;
}

function openedFigure(figure) {
  const fact = factOf(figure);
  const rest = others(figure);
  const bound = figure.tie === "bound";
  const working = [bound || figure.tie === "contradicted" ? "" : figure.why, ...figure.working].filter(Boolean);
  return [
    make(
      "div", { class: "title" },
      make("span", { class: `sev ${figure.tie}` }, say(figure.tie)), make("b", { class: "grow" }, figure.text),
      make("span", { class: "meta" }, figure.name || figure.section), make("span", { class: "meta" }, pageName(figure.boxes[0][0])),
    ),
    around(figure.on, [...figure.text].length),
    make(
      "dl", {},
      ...term("why-contradicted", figure.tie === "contradicted" ? figure.why : ""),
      ...term("fact", factLine(fact), fact ? null : bound ? figure.why : null),
      ...term("working", working.map(words => make("div", {}, words))),
      ...term("tie", figure.tie === "untied" ? say("untied-hint") : ""),
      ...term("elsewhere", rest.length ? make("ul", {}, ...rest.map(placeLink)) : say("only-here")),
      ...term("written", sourceOf(fact && bound ? fact : figure, fact && bound ? "" : figure.text)),
    ),
  ];
}

function openedFact(fact) {
  const printed = printings(fact);
  return [
    make("div", { class: "title" }, make("b", { class: "grow" }, fact.name), make("span", {}, fact.value)),
    make(
      "dl", {},
      ...term("printed", printed.length ? make("ul", {}, ...printed.map(placeLink)) : say("unprinted")),
      ...term("written", sourceOf(fact)),
    ),
  ];
}

export function figureBoxes(item) {
  const fact = factOf(item);
  const label = `${say(item.tie)} ${fact ? fact.name : item.why}`;
  return { item, tab: "figures", boxes: item.boxes, kind: `figure ${item.tie}`, label };
}

export const figuresTab = {
  name: "figures",
  kinds: TIES,
  rows: () => desk.figures,
  rank: figure => TIES.indexOf(figure.tie),
  kindOf: figure => [figure.tie],
  classOf: figure => figure.tie,
  words: figure => [figure.text, figure.name, figure.why, figure.section].join("\n"),
  row: figure => row_(say(figure.tie), figure.tie, figure.boxes[0][0], [figure.text, figure.name].filter(Boolean).join("　"), figure.fact >= 0 ? desk.facts[figure.fact].name : ""),
  opened: openedFigure,
  point: figure => point(figure.boxes, others(figure).flatMap(other => other.boxes), `figure ${figure.tie}`),
};

export const factsTab = {
  name: "facts",
  kinds: ["in-print", "unprinted"],
  rows: () => desk.facts,
  kindOf: fact => [printings(fact).length ? "in-print" : "unprinted"],
  classOf: () => "",
  words: fact => `${fact.name}\n${fact.value}`,
  row: fact => {
    const printed = printings(fact);
    return row_(fact.value, "value", printed.length ? printed[0].boxes[0][0] : -1, fact.name, printed.length ? say("printed-times", { count: printed.length }) : say("unprinted"));
  },
  opened: openedFact,
  point: fact => point(printings(fact).flatMap(figure => figure.boxes), [], "figure"),
};

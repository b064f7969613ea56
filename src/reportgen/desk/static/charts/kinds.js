// The kinds of charts to choose from, each with its sign.

import { make } from "/static/page.js";

const SIGNS = "/static/charts/signs.svg";
let groups = 0;

// A group of radio buttons; `offer` fills it once, and shows which one is chosen.
export function kindsOf(charts, onchoose) {
  groups += 1;
  const group = `kind-${groups}`;
  const list = make("div", { class: "chart-kind-list" });
  const strange = make("p", { class: "meta" });
  const fieldset = make("fieldset", {}, make("legend", {}, charts.say("kind")), strange, list);
  const option = ({ name, sign }) => make("label", { class: "chart-kind" }, make("input", { type: "radio", name: group, value: name, onchange: () => onchoose(name) }), signOf(sign), make("span", {}, name));
  fieldset.offer = (kinds, chosen) => {
    if (!list.childElementCount) list.append(...kinds.map(option));
    for (const input of list.querySelectorAll("input")) input.checked = input.value === chosen;
    strange.textContent = kinds.some(({ name }) => name === chosen) ? "" : charts.say("also-called", { name: chosen });
  };
  return fieldset;
}

function signOf(name) {
  const sign = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  sign.setAttribute("class", "chart-sign");
  sign.setAttribute("aria-hidden", "true");
  use.setAttribute("href", `${SIGNS}#${name}`);
  sign.append(use);
  return sign;
}

// The kinds of charts to choose from, each with its sign.

import { make } from "/static/page.js";

const SIGNS = "/static/charts/signs.svg";
let groups = 0;

export function kindsOf(charts, kinds, chosen, onchoose) {
  groups += 1;
  const group = `kind-${groups}`;
  const options = kinds.map(({ name, sign }) => {
    const input = make("input", { type: "radio", name: group, value: name, checked: name === chosen, onchange: () => onchoose(name) });
    return make("label", { class: "chart-kind" }, input, signOf(sign), make("span", {}, name));
  });
  const strange = kinds.some(({ name }) => name === chosen) ? [] : [make("span", { class: "meta" }, charts.say("also-called", { name: chosen }))];
  return make("fieldset", {}, make("legend", {}, charts.say("kind")), ...strange, make("div", { class: "chart-kind-list" }, ...options));
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

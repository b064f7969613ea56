// Lists whose items take more than a line: a card for each, with its fields in it.

import { at, change, file, settled, state } from "/static/edits.js";
import { make, say, tell } from "/static/page.js";
import { part } from "/static/send.js";
import { begin, fieldOf, viewOf, widget } from "/static/widgets.js";

async function redrawn(field) {
  const made = make("template");
  try {
    made.innerHTML = await part("/content/field", { file, path: JSON.stringify(field.path) });
  } catch (problem) {
    tell(problem.message);
    return null;
  }
  const anew = made.content.querySelector(".field");
  field.element.replaceWith(anew);
  begin(anew);
  document.dispatchEvent(new CustomEvent("desk:redrawn"));
  return anew;
}

function moved(items, from, to) {
  const list = [...items];
  list.splice(to, 0, ...list.splice(from, 1));
  return list;
}

widget("cards", (element, field) => {
  const view = viewOf(element);
  const items = () => at(state.tree, field.path) || [];
  const empty = () => Object.fromEntries(view.fields.filter((each, index) => each.required || !index).map(each => [each.name, ""]));

  async function act(name, index) {
    await settled();
    const list = Array.isArray(items()) ? items() : [];
    const next = { add: [...list, empty()], remove: list.filter((each, place) => place !== index), up: moved(list, index, index - 1), down: moved(list, index, index + 1) }[name];
    const { ok, why } = await change(field.path, next, { now: true });
    if (!ok) return tell(why || "");
    const anew = await redrawn(field);
    if (name === "remove") tell(say("removed"));
    const focus = { add: list.length, remove: Math.min(index, next.length - 1), up: index - 1, down: index + 1 }[name];
    const card = anew?.querySelectorAll(":scope > .widget > .card")[focus];
    const target = card?.querySelector(name === "add" ? "input, textarea, [contenteditable]" : `[data-card="${name}"]:not([disabled]), button`);
    (target || anew?.querySelector("button"))?.focus();
    return undefined;
  }

  element.addEventListener("click", event => {
    const button = event.target.closest("[data-card]");
    if (!button || button.closest(".widget") !== element) return;
    const card = button.closest(".card");
    act(button.dataset.card, card ? Number(card.dataset.at) - 1 : -1);
  });
  return {
    redraw(value) {
      const shown = element.querySelectorAll(":scope > .card").length;
      if ((value || []).length !== shown) redrawn(fieldOf(element));
    },
    focus(path) {
      const card = element.querySelectorAll(":scope > .card")[Number(path[field.path.length]) - 1];
      (card || element).querySelector("input, textarea, [contenteditable], button")?.focus();
    },
  };
});


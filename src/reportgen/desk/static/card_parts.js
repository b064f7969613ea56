// What cards of lists have in common: their heads, their lines, and what is done with an item as a whole.

import { at, change, settled, state } from "/static/edits.js";
import { make, say, tell } from "/static/page.js";
import { referring } from "/static/renaming.js";

let numbered = 0;

// A line of a card: a label and what it is for. `hint` stands behind the label.
export function labelled(name, control, hint = "") {
  numbered += 1;
  control.id ||= `part-${numbered}`;
  return make("div", { class: "part" }, make("label", { for: control.id }, name, hint && make("span", { class: "meta", title: hint }, hint)), control);
}

// An input for the text at a path; one that is optional goes from the file when it is emptied.
export function lineAt(path, { required = false, placeholder = "", list = null, after = null } = {}) {
  const told = at(state.tree, path);
  const input = make("input", { class: "input", type: "text", autocomplete: "off", spellcheck: "false", placeholder, list, value: typeof told === "string" ? told : "" });
  const value = () => (input.value || required ? input.value : null);
  input.addEventListener("input", () => { const saved = change(path, value()); after?.(saved); });
  input.addEventListener("change", () => change(path, value(), { now: true }));
  input.show = () => {
    const known = at(state.tree, path);
    if (document.activeElement !== input) input.value = typeof known === "string" ? known : "";
  };
  return input;
}

// What referred to something by its former name may refer to it by the new one: asked below the name, once it has changed.
// `pathOf` makes the path that references say, of a name: ["图表", name].
export function followed(input, pathOf, say, place = make("p", { class: "card-followed", role: "status" })) {
  let before = input.value;
  input.addEventListener("focus", () => { before = input.value; });
  input.addEventListener("change", async () => {
    const [old, changed] = [before.trim(), input.value.trim()];
    before = input.value;
    place.replaceChildren();
    if (!old || !changed || old === changed) return;
    await settled();
    const found = await referring(pathOf(old), pathOf(changed));
    if (!found) return;
    const follow = () => { place.replaceChildren(); found.follow(); };
    place.replaceChildren(say("referred", { name: old, count: found.count }), " ", make("button", { class: "link", type: "button", onclick: follow }, say("follow", { name: changed })));
  });
  return place;
}

// A choice among options: { name, told }. `offer` shows others, or another one chosen, and is left alone when nothing differs.
export function choice(label, onchoose, hint = "") {
  const select = make("select", { class: "input", onchange: () => onchoose(select.value) });
  const part = label ? labelled(label, select, hint) : select;
  part.select = select;
  part.offer = (options, value) => {
    const told = JSON.stringify(options);
    if (told !== select.told) select.replaceChildren(...options.map(({ name, told: words }) => make("option", { value: name }, words ?? name)));
    select.told = told;
    select.value = value;
  };
  return part;
}

// The head of a card, with its place in the list and what can be done with it.
export function cardHead(list, index, count) {
  const button = (words, deed, disabled = false) => make("button", { class: "btn quiet", type: "button", disabled, "data-deed": words, onclick: deed }, say(words));
  return make("div", { class: "card-head" },
    make("span", { class: "meta grow" }, say("item", { at: index + 1, count })),
    button("up", () => list.move(index, -1), !index), button("down", () => list.move(index, 1), index === count - 1), button("remove", () => list.remove(index)));
}

// A list whose items are cards; `cardOf(index)` makes the card of one: { element, show(), focus(path), mark(findings) }.
export class CardList {
  constructor(element, path, cardOf) {
    Object.assign(this, { path, cardOf, cards: [] });
    this.box = make("div", { class: "cards" });
    element.append(this.box);
  }

  get items() {
    const value = at(state.tree, this.path);
    return Array.isArray(value) ? value : [];
  }

  draw() {
    this.cards = this.items.map((_item, index) => this.cardOf(index, this.items.length));
    this.box.replaceChildren(...this.cards.map(card => card.element));
    this.drawn?.();
  }

  // Cards are made anew when items came or went; else each shows its own.
  redraw() {
    if (this.cards.length !== this.items.length || this.cards.some(card => !card.isOf(at(state.tree, card.path)))) this.draw();
    else for (const card of this.cards) card.show();
  }

  // The list as it is to be; then one is at the card of a number, at the button of a deed that was done to it.
  async put(list, focus, deed = "") {
    await settled();
    const { ok, why } = await change(this.path, list.length ? list : null, { now: true });
    if (!ok) tell(why || "");
    this.draw();
    const card = this.cards[Math.min(focus, this.cards.length - 1)];
    const button = deed && card?.element.querySelector(`[data-deed="${deed}"]:not([disabled])`);
    if (button) button.focus();
    else card?.focus();
    return ok;
  }

  // One more; its name is there to be typed over.
  async add(item) {
    if (await this.put([...this.items, item], this.items.length)) document.activeElement.select?.();
  }

  move(index, by) {
    const list = [...this.items];
    list.splice(index + by, 0, ...list.splice(index, 1));
    return this.put(list, index + by, by < 0 ? "up" : "down");
  }

  async remove(index) {
    if (await this.put(this.items.filter((_item, each) => each !== index), index)) tell(say("removed"));
  }

  focus(path) {
    const card = this.cards[Number(path[this.path.length]) - 1];
    if (card) card.focus(path.slice(this.path.length + 1));
    else this.box.parentElement.querySelector("button")?.focus();
  }

  mark(findings) {
    this.cards.forEach((card, index) => {
      const name = [...this.path, index + 1].join(".");
      card.mark(findings.filter(each => each.path === name || each.path.startsWith(`${name}.`)));
    });
  }
}

// Controls by the last name of the path that they edit get the colour of what is wrong there.
export function colour(control, findings) {
  const worst = findings.some(each => each.kind === "error" || each.kind === "fatal");
  control.classList.toggle("bad", worst);
  control.classList.toggle("low", !worst && findings.some(each => each.kind === "warning" || each.kind === "doubt"));
  control.setAttribute("aria-invalid", String(worst));
}

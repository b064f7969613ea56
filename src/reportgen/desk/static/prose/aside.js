// What is told beside an editor: a line below it with its buttons, and the name of the chip at the cursor.

import { make } from "/static/page.js";
import { wordsOf } from "./words.js";

export class Aside {
  constructor(element) {
    this.line = element.querySelector(".said");
    this.name = element.querySelector(".tip");
    this.kind = "";
  }
  /** Shows a line; deeds are [word, deed, key]. What was pasted stays until something else is told. */
  tell(words, deeds, kind = "paste") {
    if (this.kind === "always" || (this.kind === kind && this.words === words)) return;
    Object.assign(this, { kind, words });
    const button = ([name, deed, key]) => make(
      "button", { type: "button", class: "btn quiet", onmousedown: event => event.preventDefault(), onclick: () => (this.hide([kind]), deed()) },
      wordsOf(name), key && [" ", make("kbd", {}, key)],
    );
    this.line.replaceChildren(make("div", { class: "line" }, make("span", { class: "grow" }, words), ...deeds.map(button)));
    this.line.hidden = false;
  }
  hide(kinds) {
    if (!kinds.includes(this.kind)) return;
    Object.assign(this, { kind: "", words: "" });
    this.line.hidden = true;
    this.line.replaceChildren();
  }
  /** The name of what stands at the cursor; "" takes it away. */
  tip(words, view, at) {
    const { name } = this;
    name.hidden = !words;
    if (!words) return;
    name.textContent = words;
    const [box, place] = [name.offsetParent.getBoundingClientRect(), view.coordsAtPos(at)];
    if (!place) return;
    name.style.left = `${Math.max(0, Math.min(place.left - box.left, box.width - name.offsetWidth))}px`;
    name.style.top = `${place.bottom - box.top + 4}px`;
  }
}

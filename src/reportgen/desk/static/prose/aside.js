// What is told beside an editor: a line below it with its buttons, and the name of the chip at the cursor.

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
    const line = document.createElement("div");
    line.className = "line";
    line.append(Object.assign(document.createElement("span"), { className: "grow", textContent: words }));
    for (const [name, deed, key] of deeds) {
      const button = Object.assign(document.createElement("button"), { type: "button", className: "btn quiet", textContent: wordsOf(name) });
      if (key) button.append(" ", Object.assign(document.createElement("kbd"), { textContent: key }));
      button.addEventListener("mousedown", event => event.preventDefault());
      button.addEventListener("click", () => (this.hide([kind]), deed()));
      line.append(button);
    }
    this.line.replaceChildren(line);
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

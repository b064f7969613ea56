// A field whose items are cards, and what the program tells of them: asked anew when what was saved rests.

import { CardList } from "/static/card_parts.js";
import { file, onChanged } from "/static/edits.js";
import { make, speaker } from "/static/page.js";
import { ask } from "/static/send.js";

const REST = 120; // milliseconds: edits that were saved one behind the other are told of once

// A kind of field says which `card(index, count)` an item has, and `tell`s of all what was `told`.
export class CardField {
  constructor(element, field, address) {
    Object.assign(this, { field, address, told: null });
    element.querySelector(".table-wait").remove(); // its tables stand in cards
    const words = element.querySelector("script.card-words");
    this.say = speaker(words);
    this.table = { parts: element.querySelector("template"), say: speaker(words, speaker(element.querySelector("script.words"))) };
    this.list = new CardList(element, field.path, (index, count) => this.card(index, count));
    this.list.drawn = () => this.show();
    this.adding = make("div", { class: "card-adding" });
    element.append(this.adding);
    this.list.draw();
    this.refresh();
    onChanged(() => { if (element.isConnected) this.soon(); });
  }

  soon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.refresh(), REST);
  }

  async refresh() {
    try {
      this.told = await ask(this.address, { file, field: this.field.path.join(".") });
    } catch {
      return; // the page says elsewhere that nobody answers; what is shown stays as it is
    }
    this.show();
  }

  show() {
    if (this.told) this.tell(this.told);
  }

  redraw() {
    this.list.redraw();
    this.soon();
  }

  focus(path) {
    this.list.focus(path);
  }

  mark(findings) {
    this.list.mark(findings);
  }
}

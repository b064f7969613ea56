// Figures in an editor: put in by Ctrl+K, linked by Alt+L, told where the cursor is.

import { Prec, keymap } from "/static/vendor/codemirror/codemirror.js";
import { facts, learn, printedAs } from "/static/facts.js";
import { asWords, insert } from "./keys.js";
import { chosenIn, nameOf } from "./looks.js";
import { equalAt } from "./offers.js";
import { pick } from "./picker.js";
import { wordsOf } from "./words.js";

export class Figures {
  /** `aside` tells; `viewOf()` gives the editor. */
  constructor(viewOf, aside) {
    Object.assign(this, { viewOf, aside, equal: null, refused: new Set() });
    this.keys = Prec.highest(keymap.of([
      { key: "Mod-k", run: () => this.pick() },
      { key: "Alt-l", run: () => this.link() },
    ]));
  }
  get view() {
    return this.viewOf();
  }
  /** Ctrl+K: a figure in the place of the selection. */
  pick(search) {
    const { view } = this;
    const { from, to } = view.state.selection.main;
    const chosen = chosenIn(view.state);
    const words = search ?? (chosen ? nameOf(chosen.words) : view.state.sliceDoc(from, Math.min(to, from + 30)));
    pick(view.coordsAtPos(from) ?? view.dom.getBoundingClientRect(), words.includes("\n") ? "" : words, reference => {
      view.focus();
      if (reference) insert(view, reference);
    });
    return true;
  }
  /** Keys and cursor rest: what the chip at the cursor is, or which fact a number equals. */
  async settled() {
    const { aside, view } = this;
    if (!view.hasFocus) return aside.tip(""), aside.hide(["chip", "offer"]);
    const { state } = view;
    const { head, empty } = state.selection.main;
    const chosen = chosenIn(state);
    const beside = chosen ?? (empty ? chipAt(state, head) : null);
    aside.tip(beside ? nameOf(beside.words) : "", view, head);
    if (chosen && printedAs(chosen.words)) {
      return aside.tell(nameOf(chosen.words), [
        ["as-words", () => asWords(view, printedAs(chosen.words))],
        ["other", () => this.pick(), "Ctrl+K"],
      ], "chip");
    }
    aside.hide(["chip"]);
    const line = state.doc.lineAt(head);
    const equal = empty ? equalAt(line.text, line.from, head, await facts()) : null;
    if (view.state !== state || view.composing) return undefined;
    this.equal = equal && !this.refused.has(equal.value) ? equal : null;
    if (!this.equal) return aside.hide(["offer"]);
    const name = equal.facts.length > 1 ? wordsOf("several", { count: equal.facts.length }) : equal.facts[0].name;
    return aside.tell(wordsOf("equal", { value: equal.value, name }), [
      ["link", () => this.link(), "Alt+L"],
      ["no-link", () => this.refused.add(equal.value)],
    ], "offer");
  }
  /** Alt+L: the number at the cursor becomes the reference to the fact that it equals. */
  link() {
    const { equal, view } = this;
    if (!equal) return false;
    this.equal = null;
    this.aside.hide(["offer"]);
    view.dispatch({ selection: { anchor: equal.from, head: equal.to } });
    if (equal.facts.length > 1) return this.pick(equal.value);
    const reference = `{{ ${equal.facts[0].name} }}`;
    learn({ [reference]: equal.value });
    insert(view, reference);
    view.focus();
    return true;
  }
}

function chipAt(state, at) {
  const line = state.doc.lineAt(at);
  const [before, behind] = [line.text.slice(0, at - line.from), line.text.slice(at - line.from)];
  const found = before.match(/\{\{[^{}]*\}\}$/) ?? behind.match(/^\{\{[^{}]*\}\}/);
  return found && { words: found[0] };
}

// The widget of prose: an editor over the text of the field, with figures as chips, a bar of tools and a line that tells.

import { undo } from "/static/vendor/codemirror/codemirror.js";
import { change } from "/static/edits.js";
import { learn } from "/static/facts.js";
import { widget } from "/static/widgets.js";
import { fromOutside, proseEditor } from "/static/prose/editor.js";
import { insert, strong, toggled } from "/static/prose/keys.js";
import { refreshed } from "/static/prose/looks.js";
import { prepare } from "/static/prose/picker.js";
import { Aside } from "/static/prose/aside.js";

const WORST = ["error", "warning", "doubt", "hint"];
const HOLE = "【待填】";

class Prose {
  constructor(element) {
    this.element = element;
    this.path = JSON.parse(element.closest("[data-path]").dataset.path);
    const own = JSON.parse(element.querySelector("script").textContent);
    learn(own.chips);
    this.ending = own.text.match(/\n*$/)[0];
    this.findings = [];
    this.aside = new Aside(element);
    this.editor = proseEditor(element.querySelector(".writing"), {
      ...own,
      text: own.text.slice(0, own.text.length - this.ending.length),
      label: element.dataset.label ?? this.path[this.path.length - 1],
      onText: text => change(this.path, this.whole(text)),
      invalid: () => this.look === "bad",
      aside: this.aside,
    });
    this.view = this.editor.view;
    element.querySelector(".tools").addEventListener("mousedown", event => event.preventDefault());
    element.querySelector(".tools").addEventListener("click", event => this.tool(event.target.closest("button")?.dataset.do));
    this.view.contentDOM.addEventListener("blur", () => change(this.path, this.whole(), { now: true }));
  }
  whole(text = this.view.state.doc.toString()) {
    return text && text + this.ending;
  }
  tool(name) {
    const { view, editor: { field } } = this;
    const deeds = {
      fact: () => this.editor.figures.pick(),
      heading: () => toggled(field, "# ")(view),
      item: () => toggled(field, "- ")(view),
      strong: () => strong(view),
      hole: () => insert(view, HOLE),
      undo: () => undo(view),
    };
    if (!deeds[name]) return;
    view.focus();
    deeds[name]();
  }
  /** The text as it is now elsewhere; what is the same stays where it is, and the cursor with it. */
  redraw(value) {
    const { view } = this;
    if (view.composing) {
      view.contentDOM.addEventListener("compositionend", () => setTimeout(() => this.redraw(value)), { once: true });
      return;
    }
    const whole = typeof value === "string" ? value : "";
    this.ending = whole.match(/\n*$/)[0];
    const [old, made] = [view.state.doc.toString(), whole.replace(/\n+$/, "")];
    if (old === made) return;
    let from = 0;
    while (from < old.length && old[from] === made[from]) from += 1;
    let behind = 0;
    while (behind < Math.min(old.length, made.length) - from && old[old.length - 1 - behind] === made[made.length - 1 - behind]) behind += 1;
    view.dispatch({
      changes: { from, to: old.length - behind, insert: made.slice(from, made.length - behind) },
      annotations: fromOutside.of(true),
    });
  }
  focus(_path, { select } = {}) {
    const { view } = this;
    view.focus();
    const at = select ? view.state.doc.toString().indexOf(select) : -1;
    if (at >= 0) view.dispatch({ selection: { anchor: at, head: at + select.length }, scrollIntoView: true });
  }
  mark(findings) {
    const worst = WORST.find(kind => findings.some(each => each.kind === kind));
    this.look = { error: "bad", warning: "low" }[worst] ?? "";
    const { classList } = this.element.querySelector(".prose");
    classList.toggle("bad", this.look === "bad");
    classList.toggle("low", this.look === "low");
    this.view.dispatch({ effects: refreshed.of(null) });
  }
}

prepare();
widget("prose", element => new Prose(element));

// The widget of prose: an editor over the text of the field, with figures as chips, a bar of tools and a line that tells.

import { undo } from "/static/vendor/codemirror/codemirror.js";
import { at, change, onChanged, state } from "/static/edits.js";
import { begins, changed, onPrinted } from "/static/facts.js";
import { beginOf, viewOf, widget } from "/static/widgets.js";
import { Aside } from "/static/prose/aside.js";
import { fromOutside, proseEditor } from "/static/prose/editor.js";
import { stretch, told as found } from "/static/prose/found.js";
import { insert, strong, toggled } from "/static/prose/keys.js";
import { TO_FILL } from "/static/prose/marks.js";
import { prepare } from "/static/prose/picker.js";
import { wordsOf } from "/static/prose/words.js";

const FATAL = ["fatal", "error"];
const HOLE = "【待填】";
const REST = { figures: 400, prose: 1500 }; // ms after the last change before all references are asked for anew

// What stands for text that nobody has written yet is not shown; it stays in the file until something is typed.
function said(value) {
  return typeof value === "string" && value !== TO_FILL ? value : "";
}

class Prose {
  constructor(element, { path, text, label, hint = "", blank = "", single = false, readOnly = false }) {
    this.blank = blank;
    const parts = document.getElementById(single ? "line-parts" : "prose-parts");
    if (!element.querySelector(".writing")) element.append(parts.content.cloneNode(true));
    this.element = element;
    this.path = path;
    const tools = element.querySelector(".tools");
    const aside = new Aside(element);
    this.editor = proseEditor(element.querySelector(".writing"), {
      text,
      label,
      hint,
      single,
      readOnly,
      aside,
      begins: () => begins(this.path),
      invalid: () => this.wrong,
      onText: words => this.typed(words),
    });
    this.view = this.editor.view;
    if (readOnly) {
      tools.hidden = true;
      aside.tell(wordsOf("no-text"), [], "always");
    }
    this.view.contentDOM.addEventListener("blur", () => this.view.composing || this.left());
    this.view.contentDOM.addEventListener("focus", () => { this.visited = true; });
    element.addEventListener("desk:line", event => { if (!single) this.line(event); });
    if (tools) this.listen(tools);
  }
  /** A line of its own, of a picture or a chart, below the one with the cursor or the table that it is in; where nobody
   *  has been yet at the end. */
  line(event) {
    event.preventDefault();
    const { view, editor: { field } } = this;
    const { head } = view.state.selection.main;
    const table = view.state.field(field).tables.find(({ from, to }) => from <= head && head <= to);
    const { from, to, text } = view.state.doc.lineAt(table ? table.to : this.visited ? head : view.state.doc.length);
    const start = text.trim() ? to : from;
    const insert = (text.trim() ? "\n" : "") + event.detail.line;
    view.dispatch({ changes: { from: start, to, insert }, selection: { anchor: start + insert.length }, scrollIntoView: true, userEvent: "input" });
  }
  listen(tools) {
    const marked = () => tools.querySelectorAll("[data-marks]").forEach(button => (button.hidden = !this.editor.marks()));
    const stop = onPrinted(() => (tools.isConnected ? marked() : stop()));
    marked();
    tools.addEventListener("mousedown", event => event.preventDefault());
    tools.addEventListener("click", event => this.tool(event.target.closest("button")?.dataset.do));
    tools.addEventListener("keydown", event => along(tools, event));
    tools.addEventListener("focusin", event => along(tools, event));
    along(tools);
  }
  typed(words) {
    this.waits = true;
    change(this.path, words || this.blank);
  }
  /** What was typed is sent at once; a text that nobody has touched never is. */
  left() {
    if (this.waits) change(this.path, this.text || this.blank, { now: true });
    this.waits = false;
  }
  get text() {
    return this.view.state.doc.toString();
  }
  tool(name) {
    const { view, editor } = this;
    const deeds = {
      fact: () => editor.figures.pick(),
      heading: () => toggled(editor.field, "# ")(view),
      item: () => toggled(editor.field, "- ")(view),
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
    const [old, made] = [this.text, said(value)];
    if (old === made) return;
    let from = 0;
    while (from < Math.min(old.length, made.length) && old[from] === made[from]) from += 1;
    let behind = 0;
    while (behind < Math.min(old.length, made.length) - from && old[old.length - 1 - behind] === made[made.length - 1 - behind]) behind += 1;
    view.dispatch({
      changes: { from, to: old.length - behind, insert: made.slice(from, made.length - behind) },
      annotations: fromOutside.of(true),
    });
  }
  /** The cursor goes to the words that are meant: by where they begin in the text, or by themselves. */
  focus(_path, { select, at: start = -1, length = 0 } = {}) {
    const { view } = this;
    view.focus();
    const words = typeof select === "string" ? select : "";
    const { from, to } = start >= 0 ? stretch(this.text, start, length) : stretch(this.text, this.text.indexOf(words), words.length);
    if (words || start >= 0) view.dispatch({ selection: { anchor: from, head: to }, scrollIntoView: true });
  }
  mark(findings) {
    const open = findings.filter(each => !each.accepted);
    this.wrong = open.some(each => FATAL.includes(each.kind));
    const { classList } = this.element.querySelector(".prose");
    classList.toggle("bad", this.wrong);
    classList.toggle("low", !this.wrong && open.some(each => each.kind === "warning"));
    this.findings = open;
    this.tell();
  }
  /** Marks what is wrong at its words, where they are still those that were judged. */
  tell() {
    const { view } = this;
    if (view.composing) return void view.contentDOM.addEventListener("compositionend", () => setTimeout(() => this.tell()), { once: true });
    const judged = this.text === at(state.tree, this.path);
    return view.dispatch(judged ? { effects: found.of(this.findings) } : {});
  }
  destroy() {
    this.editor.destroy();
  }
}

/** One button of a bar is reached by Tab, the others by the arrow keys. */
function along(bar, event) {
  const buttons = [...bar.querySelectorAll("button:not([hidden])")];
  const way = { ArrowRight: 1, ArrowLeft: -1 }[event?.key] ?? 0;
  const at = Math.max(0, buttons.indexOf(event?.target?.closest("button")));
  const now = buttons[(at + way + buttons.length) % buttons.length];
  for (const button of buttons) button.tabIndex = button === now ? 0 : -1;
  if (!way) return;
  event.preventDefault();
  now.focus();
}

/** Makes prose in an element that may be empty: {path, text, label, hint, single, readOnly}. Of use to other widgets too. */
function prose(element, options) {
  return new Prose(element, options);
}

let resting = 0;
onChanged(({ path, origin }) => {
  const own = document.querySelector(`.widget[data-widget="prose"][data-own="${CSS.escape(path.join("."))}"]`);
  clearTimeout(resting);
  resting = setTimeout(changed, origin === "edit" && own ? REST.prose : REST.figures);
});

prepare();
changed();
widget("prose", (element, { path, name }) => {
  const view = viewOf(element) ?? {};
  element.dataset.own = name;
  const readOnly = Boolean(view.value) && typeof view.value !== "string";
  return prose(element, { path, readOnly, text: said(view.value), blank: view.value === TO_FILL ? TO_FILL : "", label: view.name ?? name, hint: view.sample && wordsOf("example", { sample: view.sample }) });
});

// A line that refers to figures shows them as prose does.
const plainLine = beginOf("line");
widget("line", (element, field) => {
  const { value, type, name } = viewOf(element) ?? {};
  if (type !== "文本" || typeof value !== "string" || !value.includes("{{") || value.includes("\n")) return plainLine(element, field);
  element.querySelector("input").remove();
  return prose(element, { path: field.path, text: value, label: name, single: true });
});

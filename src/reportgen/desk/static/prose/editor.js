// An editor of prose: CodeMirror over the very text of the field. What is typed is the text; marks only look otherwise.

import {
  Annotation,
  EditorState,
  EditorView,
  Prec,
  defaultKeymap,
  history,
  historyKeymap,
  keymap,
  placeholder,
} from "/static/vendor/codemirror/codemirror.js";
import { onPrinted, printedAs } from "/static/facts.js";
import { back, behindMarks, deeper, forth, home, newLine, strong, toggled } from "./keys.js";
import { looks, nameOf, refreshed } from "./looks.js";
import { REFERENCE } from "./marks.js";
import { Figures } from "./figures.js";
import { found } from "./found.js";
import { Grid } from "./grid.js";
import { intake } from "./intake.js";

const SETTLED = 250; // ms behind a composition before anything is shown, asked or offered
const OWN_TYPE = "application/x-reportgen-prose";

/** What did not come of the keys here: a change on the disk, undo of the page. */
export const fromOutside = Annotation.define();

/**
 * Makes an editor in `parent`. `options`: text, begins() (of numbers; without marks # and - are words), label, hint (where it is empty), readOnly, back and onTable (of intake), single (one line, marks of lines are words),
 * extensions, aside (where is told what is at the cursor), onText(text) when the text has changed and nothing is being
 * composed, invalid() whether something in it is wrong.
 */
export function proseEditor(parent, options) {
  const { single = false, label = "", extensions = [], aside = null } = options;
  let view = null;
  const field = looks(options, single ? null : (text, table) => new Grid(text, table, () => view, aside));
  const marks = () => view.state.field(field).marks;
  const figures = aside && new Figures(() => view, aside);
  const rest = resting(options.onText, figures);
  view = new EditorView({
    parent,
    state: EditorState.create({
      doc: options.text,
      extensions: [
        EditorState.lineSeparator.of("\n"),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of(() => ({
          "aria-label": label,
          "aria-multiline": String(!single),
          "aria-invalid": String(Boolean(options.invalid?.())),
          spellcheck: "false",
          class: "text",
        })),
        options.history === false ? [] : history(),
        options.hint ? placeholder(options.hint) : [],
        options.readOnly ? [EditorState.readOnly.of(true), EditorView.editable.of(false)] : [],
        field,
        found,
        single ? oneLine : [],
        figures ? [figures.keys, intake({ marks, single, back: options.back, onTable: options.onTable }, (words, deeds) => aside.tell(words, deeds))] : [],
        extensions,
        behindMarks(field),
        keymap.of([
          { key: "Enter", run: single ? () => true : newLine(field) },
          { key: "Backspace", run: back(field) },
          { key: "Delete", run: forth(field) },
          { key: "Home", run: home(field), shift: home(field, true) },
          { key: "ArrowDown", run: intoGrid(field, 1) },
          { key: "ArrowUp", run: intoGrid(field, -1) },
          ...markKeys(field, marks),
          { key: "Mod-b", run: strong },
          ...(options.history === false ? [] : historyKeymap),
          ...defaultKeymap.filter(({ key }) => !TAKEN.has(key)),
        ]),
        Prec.highest(EditorView.domEventHandlers({ copy: copied, cut: copied, mousedown: chosenByMouse, drop: refused })),
        EditorView.updateListener.of(rest.updated),
      ],
    }),
  });
  view.contentDOM.addEventListener("compositionend", () => rest.composed(view));
  const stop = onPrinted(() => (view.dom.isConnected ? rest.refresh(view) : stop()));
  return { view, field, figures, marks, destroy: () => (stop(), view.destroy()) };
}

/** The browser's and the page's own keys. */
const TAKEN = new Set(["Mod-Enter", "Mod-[", "Mod-]", "Mod-k", "Ctrl-k", "Alt-l", "Ctrl-h", "Mod-i", "Alt-ArrowUp", "Alt-ArrowDown"]);

function markKeys(field, marks) {
  const keys = [
    { key: "Mod-]", run: deeper(field, 1) },
    { key: "Mod-[", run: deeper(field, -1) },
    { key: "Mod-Alt-1", run: toggled(field, "# ") },
    { key: "Mod-Alt-7", run: toggled(field, "- ") },
  ];
  return keys.map(({ key, run }) => ({ key, run: view => marks() && run(view) }));
}

const oneLine = EditorState.transactionFilter.of(transaction =>
  transaction.newDoc.lines > 1
    ? [transaction, { changes: { from: 0, to: transaction.newDoc.length, insert: transaction.newDoc.toString().replace(/\s*\n\s*/g, "") }, sequential: true }]
    : transaction,
);

/** Tells of texts and rests, never while an input method composes nor right behind it. */
function resting(onText, figures) {
  let ended = 0;
  let untold = false;
  let timer = 0;
  let stale = false;
  const settle = view => {
    if (view.composing) return;
    if (stale) view.dispatch({ effects: refreshed.of(null) });
    stale = false;
    figures?.settled();
  };
  const later = (view, wait) => {
    clearTimeout(timer);
    timer = setTimeout(() => settle(view), wait);
  };
  const tell = view => {
    if (!untold) return;
    untold = false;
    onText?.(view.state.doc.toString());
  };
  return {
    updated(update) {
      const { view } = update;
      const own = update.transactions.some(each => each.docChanged && !each.annotation(fromOutside));
      untold ||= own;
      stale ||= update.docChanged && view.composing;
      if (!view.composing) tell(view);
      if (update.docChanged || update.selectionSet || update.focusChanged) {
        later(view, Math.max(update.docChanged ? SETTLED : 0, ended + SETTLED - Date.now()));
      }
    },
    composed(view) {
      ended = Date.now();
      setTimeout(() => !view.composing && tell(view));
      later(view, SETTLED);
    },
    refresh(view) {
      if (view.composing || Date.now() < ended + SETTLED) stale = true;
      else view.dispatch({ effects: refreshed.of(null) });
    },
  };
}

/** Others get words; what is pasted here again keeps its references. */
function copied(event, view) {
  const { from, to } = view.state.selection.main;
  if (from === to || !event.clipboardData) return from === to;
  const text = view.state.sliceDoc(from, to);
  event.clipboardData.setData("text/plain", asRead(text));
  event.clipboardData.setData(OWN_TYPE, text);
  event.preventDefault();
  if (event.type === "cut") view.dispatch({ changes: { from, to }, userEvent: "delete.cut", scrollIntoView: true });
  return true;
}

/** A file that is dropped is no text; who takes pictures has taken them before. */
function refused(event) {
  if (!event.dataTransfer?.files.length) return false;
  event.preventDefault();
  return true;
}

/** A text as it is read: references filled in, marks of lines and of strong words left out. */
export function asRead(text) {
  const filled = text.replace(REFERENCE, words => printedAs(words) || nameOf(words));
  return filled.replace(/^\s*(?:#{1,6}|-)\s+/gm, "").replace(/\*\*(?=\S)([^*\n]+)\*\*/g, "$1");
}

/** What was copied in an editor here; "" for what comes from elsewhere. */
export function ownText(data) {
  return data?.getData(OWN_TYPE) ?? "";
}

/** A chip is chosen by a click on it, and so is what is still to be filled in. */
function chosenByMouse(event, view) {
  const chip = event.target.closest?.(".chip, .hole");
  if (!chip || event.button || event.shiftKey || !view.contentDOM.contains(chip) || chip.closest(".in-grid")) return false;
  const from = view.posAtDOM(chip);
  const words = view.state.sliceDoc(from, from + 200);
  const found = words.match(/^(?:\{\{[^{}\n]*\}\}|【待填[^】\n]*】|（在这里写）)/);
  if (!found) return false;
  view.focus();
  view.dispatch({ selection: { anchor: from, head: from + found[0].length }, userEvent: "select.pointer" });
  event.preventDefault();
  return true;
}

function intoGrid(field, way) {
  return view => {
    const { main } = view.state.selection;
    const { tables } = view.state.field(field);
    if (!tables.length) return false;
    const next = view.moveVertically(main, way > 0).head;
    const [low, high] = [Math.min(main.head, next), Math.max(main.head, next)];
    const table = tables.find(({ from, to }) => (way > 0 ? low < from && from <= high : low <= to && to < high));
    return table ? Grid.enter(view, table, way) : false;
  };
}

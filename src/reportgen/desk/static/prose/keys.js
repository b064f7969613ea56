// What keys do in prose: paragraphs, marks of headings and items, chips. Commands of CodeMirror.

import { EditorSelection, EditorState } from "/static/vendor/codemirror/codemirror.js";
import { chosenIn } from "./looks.js";

const DEEPEST = 3; // ### : deeper headings have no number in an official paper

function lineAt(state, field, at) {
  return state.field(field).lines.find(line => line.from <= at && at <= line.to);
}

/** Where typing begins in a line: behind its mark. */
function start(line) {
  return line.from + (line.kind === "blank" ? 0 : line.lead);
}

/** The cursor never stands before a mark: it goes on to the line above when it comes from behind the mark. */
export function behindMarks(field) {
  return EditorState.transactionFilter.of(transaction => {
    if (!transaction.selection || transaction.docChanged) return transaction;
    const { startState } = transaction;
    const old = startState.selection.main;
    const fit = at => {
      const line = lineAt(startState, field, at);
      if (!line || at >= start(line)) return at;
      const back = old.head === start(line) && at < old.head && line.from > 0;
      return back ? line.from - 1 : start(line);
    };
    const { main } = transaction.selection;
    const line = lineAt(startState, field, main.from);
    if (!main.empty && line && (main.from === 0 || main.to > line.to)) return transaction;
    const [anchor, head] = [fit(main.anchor), fit(main.head)];
    if (anchor === main.anchor && head === main.head) return transaction;
    return [transaction, { selection: EditorSelection.single(anchor, head), sequential: true }];
  });
}

/** Home: to the first word of a line, behind its mark. */
export function home(field, extend) {
  return view => {
    const { main } = view.state.selection;
    const line = lineAt(view.state, field, main.head);
    const head = Math.max(view.moveToLineBoundary(main, false).head, line ? start(line) : 0);
    view.dispatch({ selection: { anchor: extend ? main.anchor : head, head }, scrollIntoView: true, userEvent: "select" });
    return true;
  };
}

/** Enter: an item is followed by an item, an empty one ends the list; anything else by a paragraph. */
export function newLine(field) {
  return ({ state, dispatch }) => {
    const { from, to } = state.selection.main;
    const line = lineAt(state, field, from);
    const mark = line && line.kind === "item" ? state.sliceDoc(line.from, start(line)) : "";
    if (line && mark && !line.body && from === to) {
      dispatch(state.update({ changes: { from: line.from, to: line.to }, scrollIntoView: true, userEvent: "delete" }));
      return true;
    }
    const own = from <= (line ? start(line) : 0) && line?.kind === "heading" ? line.from : from;
    const words = own < from ? "\n" : `\n${mark}`;
    const cursor = own < from ? from + 1 : own + words.length;
    dispatch(state.update({ changes: { from: own, to, insert: words }, selection: { anchor: cursor }, scrollIntoView: true, userEvent: "input" }));
    return true;
  };
}

/** Backspace: behind a mark it takes the mark away, behind a chip it selects it first. */
export function back(field) {
  return ({ state, dispatch }) => {
    const { main } = state.selection;
    if (!main.empty) return false;
    const line = lineAt(state, field, main.head);
    if (line && line.kind !== "blank" && main.head === start(line)) {
      const marked = line.kind === "heading" || line.kind === "item";
      const from = marked ? line.from : Math.max(0, line.from - 1);
      if (from === main.head) return true;
      dispatch(state.update({ changes: { from, to: main.head }, userEvent: "delete", scrollIntoView: true }));
      return true;
    }
    return chooseBeside(state, dispatch, main.head, -1);
  };
}

/** Delete: at the end of a line it takes the mark of the next one too, before a chip it selects it first. */
export function forth(field) {
  return ({ state, dispatch }) => {
    const { main } = state.selection;
    if (!main.empty) return false;
    const line = lineAt(state, field, main.head);
    const next = line && main.head === line.to ? lineAt(state, field, line.to + 1) : null;
    if (next && line.kind !== "blank" && next.kind !== "row") {
      dispatch(state.update({ changes: { from: line.to, to: start(next) }, userEvent: "delete", scrollIntoView: true }));
      return true;
    }
    return chooseBeside(state, dispatch, main.head, 1);
  };
}

function chooseBeside(state, dispatch, at, way) {
  const line = state.doc.lineAt(at);
  const beside = way < 0 ? line.text.slice(0, at - line.from) : line.text.slice(at - line.from);
  const found = beside.match(way < 0 ? /\{\{[^{}\n]*\}\}$/ : /^\{\{[^{}\n]*\}\}/);
  if (!found) return false;
  const [from, to] = way < 0 ? [at - found[0].length, at] : [at, at + found[0].length];
  dispatch(state.update({ selection: { anchor: from, head: to }, userEvent: "select", scrollIntoView: true }));
  return true;
}

/** Gives every line of the selection this mark, or takes it away where all have it: "# ", "- ". */
export function toggled(field, mark) {
  return ({ state, dispatch }) => {
    const kind = mark === "- " ? "item" : "heading";
    const lines = linesOfSelection(state, field);
    const all = lines.every(line => line.kind === kind);
    const changes = lines
      .filter(line => ["heading", "item", "paragraph", "blank"].includes(line.kind))
      .map(line => ({ from: line.from, to: line.from + line.lead, insert: all ? "" : mark }));
    const changed = state.changes(changes);
    const { anchor, head } = state.selection.main;
    const selection = EditorSelection.single(changed.mapPos(anchor, 1), changed.mapPos(head, 1));
    dispatch(state.update({ changes: changed, selection, userEvent: "input", scrollIntoView: true }));
    return true;
  };
}

function linesOfSelection(state, field) {
  const { from, to } = state.selection.main;
  return state.field(field).lines.filter(line => line.from <= to && from <= line.to);
}

/** Puts headings and items one level deeper or, with a negative `way`, less deep. */
export function deeper(field, way) {
  return ({ state, dispatch }) => {
    const changes = [];
    for (const line of linesOfSelection(state, field)) {
      if (line.kind === "heading") {
        const depth = Math.min(DEEPEST, Math.max(1, line.depth + way));
        changes.push({ from: line.from, to: start(line), insert: `${"#".repeat(depth)} ` });
      } else if (line.kind === "item" && (way > 0 || line.nesting)) {
        const blanks = state.sliceDoc(line.from, start(line)).match(/^\s*/)[0];
        if (way > 0) changes.push({ from: line.from, insert: "  " });
        else changes.push({ from: line.from, to: line.from + Math.min(2, blanks.length) });
      }
    }
    if (!changes.length) return false;
    dispatch(state.update({ changes, userEvent: "input" }));
    return true;
  };
}

/** Sets the selection off by ** and takes that away again. */
export function strong({ state, dispatch }) {
  const { from, to } = state.selection.main;
  const words = state.sliceDoc(from, to);
  if (!words || words.includes("\n")) return false;
  const around = state.sliceDoc(from - 2, from) === "**" && state.sliceDoc(to, to + 2) === "**";
  const changes = around
    ? [{ from: from - 2, to: from }, { from: to, to: to + 2 }]
    : [{ from, insert: "**" }, { from: to, insert: "**" }];
  const shift = around ? -2 : 2;
  dispatch(state.update({ changes, selection: { anchor: from + shift, head: to + shift }, userEvent: "input" }));
  return true;
}

/** Puts words in the place of the selection. */
export function insert(view, words, userEvent = "input.insert") {
  const { from, to } = view.state.selection.main;
  view.dispatch({
    changes: { from, to, insert: words },
    selection: { anchor: from + words.length },
    scrollIntoView: true,
    userEvent,
  });
}

/** The chip that is selected becomes words. */
export function asWords(view, told) {
  const chosen = chosenIn(view.state);
  if (!chosen || !told) return false;
  insert(view, told);
  return true;
}

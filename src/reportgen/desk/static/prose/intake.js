// Puts what is pasted into an editor, says what was made of it, and offers to take it back.

import { EditorView, isolateHistory, undo } from "/static/vendor/codemirror/codemirror.js";
import { ownText } from "./editor.js";
import { linesOf } from "./marks.js";
import { pasted, tableAlone } from "./pasting.js";
import { wordsOf } from "./words.js";

const MADE = ["paragraph", "heading", "item", "table", "notes"];
const DROPPED = ["numbers", "blanks", "unseen", "quotes", "pictures", "deleted"];
const CHANGED = ["wide", "merged", "noTable"];

/** The extension; `back(view)` takes an edit back, `onTable(rows)` takes a table where there is one to put it in, `tell(words, deeds)` shows a line with its buttons: [[word, deed], …]. */
export function intake({ marks, single = false, back = undo, onTable = null }, tell) {
  return EditorView.domEventHandlers({
    paste(event, view) {
      const data = event.clipboardData;
      if (!data) return false;
      event.preventDefault();
      const own = ownText(data);
      const plain = data.getData("text/plain").replace(/\r\n?/g, "\n");
      if (own) return put(view, own), true;
      const table = onTable && tableAlone({ html: data.getData("text/html"), plain });
      if (table) return onTable(table), true;
      const made = pasted({ html: data.getData("text/html"), plain }, marks());
      if (!made.text) return true;
      put(view, single ? made.text.replace(/\n/g, "") : fitted(view.state, made, marks()));
      const said = told(made.counts);
      if (!said) return true;
      tell(said, [
        ["undo", () => back(view)],
        ["as-it-was", () => back(view) && put(view, single ? plain.replace(/\n/g, "") : plain)],
      ]);
      return true;
    },
  });
}

function put(view, text) {
  const { from, to } = view.state.selection.main;
  view.dispatch({
    changes: { from, to, insert: text },
    selection: { anchor: from + text.length },
    annotations: isolateHistory.of("full"),
    userEvent: "input.paste",
    scrollIntoView: true,
  });
}

/** Headings, items and tables stand on lines of their own; paragraphs join what stands around. */
function fitted(state, { text, first, last, counts }, marks) {
  const blocks = MADE.reduce((sum, kind) => sum + (counts[kind] ?? 0), 0);
  if (blocks === 1 && first === "paragraph") return text;
  const { from, to } = state.selection.main;
  const lines = linesOf(state.doc.toString(), marks);
  const [above, below] = [lines.find(line => from <= line.to), lines.find(line => to <= line.to)];
  const before = from > above.from + above.lead || (from > above.from && first !== "paragraph");
  const behind = to < below.from + below.lead + below.body.length;
  const alone = kind => kind !== "paragraph";
  return `${before && alone(first) ? "\n" : ""}${text}${behind && alone(last) ? "\n" : ""}`;
}

/** One line: 粘贴了 3 段、1 个小标题。去掉手写编号 4 处、不间断空格 11 处。合并的格 1 个拆开. */
export function told(counts) {
  const list = kinds => kinds.filter(kind => counts[kind]).map(kind => wordsOf(`paste-${kind}`, { count: counts[kind] }));
  const [made, dropped, changed] = [list(MADE), list(DROPPED), list(CHANGED)];
  const several = MADE.reduce((sum, kind) => sum + (counts[kind] ?? 0), 0) > 1 || counts.table;
  if (!dropped.length && !changed.length && !several) return "";
  const listed = (name, words) => (words.length ? [wordsOf(name, { list: words.join(wordsOf("comma")) })] : []);
  return [...listed("pasted", made), ...listed("dropped", dropped), ...changed].join(wordsOf("stop"));
}

// The keys of a table, as in Excel. While an input method composes, no key is one.

const ARROWS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

export function listenToKeys(table) {
  table.editor.area.addEventListener("keydown", event => {
    const { editor } = table;
    if (editor.isComposing(event)) return;
    const done = editor.mode ? whileTyping(table, event) : whileMoving(table, event);
    if (!done) return;
    event.preventDefault();
    event.stopPropagation();
  });
  table.editor.area.addEventListener("blur", () => { table.leaves = false; });
}

// ---- a cell is open ----

function whileTyping(table, event) {
  const { editor } = table;
  if (event.key === "Escape") {
    editor.close();
    return true;
  }
  if (event.key === "Enter" && event.altKey) {
    editor.insert("\n");
    return true;
  }
  if (editor.choices.isShown && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
    editor.choices.step(event.key === "ArrowDown" ? 1 : -1);
    return true;
  }
  if (event.key === "F2") {
    editor.mode = "inside";
    return true;
  }
  if (isFigureKey(event)) return act(() => editor.insertFigure());
  if (event.key === "Enter" && event.ctrlKey) editor.finish();  // the page's own key goes on
  if ((event.key === "Enter" && !event.ctrlKey) || event.key === "Tab") {
    editor.finish();
    return whileMoving(table, event);
  }
  if (editor.mode === "typing" && event.key in ARROWS && !event.shiftKey && !event.ctrlKey && !event.altKey) {
    editor.finish();
    return whileMoving(table, event);
  }
  return false;
}

// ---- a cell is current ----

function whileMoving(table, event) {
  const { key } = event;
  const leaves = table.leaves;
  if (key !== "Shift") table.leaves = false;
  if (key === "Tab") return leaves ? false : tab(table, event.shiftKey);
  if (event.ctrlKey || event.metaKey) return withControl(table, event);
  if (event.altKey) return withAlt(table, key);
  if (key in ARROWS) return arrow(table, event, ARROWS[key]);
  return PLAIN[key]?.(table, event) ?? false;
}

const PLAIN = {
  Enter: (table, { shiftKey }) => enter(table, shiftKey ? -1 : 1),
  F2: table => act(() => table.editor.open()),
  Backspace: table => act(() => table.editor.open("")),
  Delete: table => act(() => table.clear()),
  Home: (table, { shiftKey }) => go(table, table.selection.at.row, 0, shiftKey),
  End: (table, { shiftKey }) => go(table, table.selection.at.row, table.width - 1, shiftKey),
  PageUp: (table, { shiftKey }) => go(table, table.selection.at.row - page(table), table.selection.at.column, shiftKey),
  PageDown: (table, { shiftKey }) => go(table, table.selection.at.row + page(table), table.selection.at.column, shiftKey),
  Escape: table => act(() => { table.leaves = true; table.selection.to(table.selection.at.row, table.selection.at.column); }),
  " ": (table, { shiftKey }) => shiftKey && act(() => table.selection.wholeRows(table.selection.block.top, table.selection.block.bottom)),
};

const isFigureKey = event => (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k";

function withControl(table, event) {
  const { key, shiftKey } = event;
  if (isFigureKey(event)) return act(() => table.editor.insertFigure());
  const { selection } = table;
  if (key in ARROWS) return go(table, ...selection.edge(...ARROWS[key]), shiftKey);
  switch (key.toLowerCase()) {
    case "home": return go(table, 0, 0, shiftKey);
    case "end": return go(table, Math.max(0, table.rows.length - 1), table.width - 1, shiftKey);
    case "a": return act(() => selection.all());
    case "d": return act(() => table.fillDown());
    case "z": return act(() => (shiftKey ? table.sheet.redo() : table.sheet.undo()));
    case "y": return act(() => table.sheet.redo());
    case "c": case "x": return table.clipboard.ready();
    default: return false;
  }
}

function withAlt(table, key) {
  if (!table.sheet.grows) return false;
  switch (key) {
    case "i": case "I": case "Insert": return act(() => table.insertRows());
    case "Delete": return act(() => table.deleteRows());
    case "ArrowUp": return act(() => table.moveRows(-1));
    case "ArrowDown": return act(() => table.moveRows(1));
    default: return false;
  }
}

function act(deed) {
  deed();
  return true;
}

function go(table, row, column, grows = false) {
  table.selection.to(row, column, { extends: grows });
  return true;
}

function arrow(table, { shiftKey }, [down, right]) {
  const { row, column } = table.selection.at;
  return go(table, row + down, column + right, shiftKey);
}

function page(table) {
  const { box } = table.drawing;
  return Math.max(1, Math.floor(box.clientHeight / 30) - 2);
}

// Down, back to the column in which a run of Tab began.
function enter(table, by) {
  const { selection } = table;
  selection.to(selection.at.row + by, selection.lead);
  return true;
}

// To the next cell; at either end out of the table, as anywhere on a page.
function tab(table, isBack) {
  const { selection } = table;
  const { row, column } = selection.at;
  const next = row * table.width + column + (isBack ? -1 : 1);
  if (next < 0 || next >= table.height * table.width) return false;
  const [down, right] = [Math.floor(next / table.width), next % table.width];
  selection.to(down, right, { keepsLead: down === row });
  return true;
}

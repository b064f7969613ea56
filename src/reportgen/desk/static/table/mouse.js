// The mouse in a table: one listener for all cells.

export function listenToMouse(table) {
  const { grid } = table.drawing;
  grid.addEventListener("mousedown", event => {
    if (event.button !== 0) return;
    const head = event.target.closest("thead th");
    const place = table.drawing.place(event.target);
    if (!head && !place) return;
    event.preventDefault();
    table.editor.finish();
    if (head) table.selection.wholeColumn(Number(head.dataset.column), event.shiftKey);
    else pressed(table, place, event);
    table.editor.focus();
  });
  grid.addEventListener("dblclick", event => {
    const place = table.drawing.place(event.target);
    if (place && place.column >= 0) table.editor.open();
  });
}

function pressed(table, place, event) {
  const { selection } = table;
  if (place.column < 0) selection.wholeRows(event.shiftKey ? selection.from.row : place.row, place.row);
  else selection.to(place.row, place.column, { extends: event.shiftKey });
  follow(table, place.column < 0);
}

// Until the button is let go, the block reaches to where the mouse is.
function follow(table, areRows) {
  const { selection } = table;
  const moved = event => {
    const under = document.elementFromPoint(event.clientX, event.clientY);
    const place = under && table.drawing.place(under);
    if (!place || (!areRows && place.column < 0)) return;
    if (areRows) selection.wholeRows(selection.from.row, place.row);
    else if (place.row !== selection.at.row || place.column !== selection.at.column) selection.to(place.row, place.column, { extends: true });
  };
  const released = () => {
    removeEventListener("mousemove", moved);
    removeEventListener("mouseup", released);
  };
  addEventListener("mousemove", moved);
  addEventListener("mouseup", released);
}

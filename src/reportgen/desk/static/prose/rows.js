// Changes of the rows of a table within prose; each gives the new rows and the cell to go to.

export function newRow(rows, row) {
  const made = rows.map(each => [...each]);
  made.splice(row + 1, 0, rows[0].map(() => ""));
  return [made, [row + 1, 0]];
}

export function column(rows, row, at) {
  return [rows.map(each => [...each.slice(0, at + 1), "", ...each.slice(at + 1)]), [row, at + 1]];
}

export function without(rows, row) {
  const made = rows.filter((_, at) => at !== row);
  return [made.length > 1 ? made : [], [Math.min(row, made.length - 1), 0]];
}

export function withoutColumn(rows, row, at) {
  const made = rows.map(each => each.filter((_, other) => other !== at));
  return [made[0].length ? made : [], [row, Math.max(0, at - 1)]];
}

/** A block of cells put in from a cell on, as Excel does: what lacks room makes rows and columns. */
export function filled(block) {
  return (rows, row, at) => {
    const width = Math.max(rows[0].length, at + Math.max(...block.map(cells => cells.length)));
    const made = rows.map(each => [...each, ...Array(width - each.length).fill("")]);
    block.forEach((cells, down) => {
      made[row + down] ??= Array(width).fill("");
      cells.forEach((words, right) => (made[row + down][at + right] = words));
    });
    return [made, [row + block.length - 1, at + block[block.length - 1].length - 1]];
  };
}

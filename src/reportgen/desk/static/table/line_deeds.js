// What can be done with whole rows and blocks: insert, delete, move, clear, fill down.

export const lineDeeds = {
  // As many as are selected, above them.
  insertRows() {
    const { top, bottom } = this.selection.block;
    const first = this.rows.filter(row => row.fixed).length;
    const at = Math.max(first, Math.min(top, this.rows.length));
    const fresh = Array.from({ length: bottom - top + 1 }, () => this.sheet.fresh?.(this.rows[at]) ?? { item: {}, saved: false });
    this.reorder(rows => [...rows.slice(0, at), ...fresh, ...rows.slice(at)]);
    this.selection.to(at, 0);
  },

  deleteRows() {
    const gone = new Set(this.selection.rows.filter(row => !this.rows[row].fixed));
    if (!gone.size) return;
    const { column } = this.selection.at;
    const first = Math.min(...gone);
    this.reorder(rows => rows.filter((_row, at) => !gone.has(at)));
    this.selection.to(first, column);
    this.tools.show(this.say("deleted", { count: gone.size }), [[this.say("undo"), () => { this.tools.hide(); this.sheet.undo(); }]]);
  },

  moveRows(by) {
    const moved = this.selection.rows.filter(row => !this.rows[row].fixed);
    if (!moved.length) return;
    const [first, last] = [moved[0], moved.at(-1)];
    const next = by < 0 ? first - 1 : last + 1;
    if (next < 0 || next >= this.rows.length || this.rows[next].fixed) return;
    this.reorder(rows => {
      const [other] = rows.splice(next, 1);
      rows.splice(by < 0 ? last : first, 0, other);
      return rows;
    });
    this.selection.at.row += by;
    this.selection.from.row += by;
    this.selection.clamp();
    this.selection.show({ scrolls: true });
  },

  clear() {
    this.put(this.selection.cells().filter(([row]) => row < this.rows.length).map(([row, column]) => [row, column, ""]));
  },

  // The top row of what is selected into the rest; of a single row what stands above it.
  fillDown() {
    const { top, bottom, left, right } = this.selection.block;
    const source = top === bottom ? top - 1 : top;
    if (source < 0) return;
    const cells = [];
    for (let row = source + 1; row <= bottom; row += 1) for (let column = left; column <= right; column += 1) cells.push([row, column, this.text(source, column)]);
    this.put(cells);
  },
};

// Findings on their cells: a colour, and the words for those who do not see it.

const WORST = ["fatal", "error", "warning", "doubt", "hint"];
const LOOKS = { fatal: "bad", error: "bad", warning: "low", doubt: "doubtful", hint: "hinted" };

export class Marks {
  constructor(table) {
    this.table = table;
    this.findings = [];
    this.drawn = [];
  }

  set(findings) {
    this.findings = findings;
    this.all();
  }

  all() {
    for (const cell of this.drawn) clean(cell);
    this.drawn = [];
    if (!this.findings.length) return;
    const byPath = new Map();
    for (const finding of this.findings) {
      byPath.set(finding.path, [...(byPath.get(finding.path) ?? []), finding]);
    }
    for (let row = 0; row < this.table.rows.length; row += 1) this.row(row, byPath);
  }

  row(row, byPath) {
    const { table } = this;
    const own = table.sheet.pathOf(table, row, null);
    if (own && byPath.has(own)) this.put(table.drawing.body.rows[row].cells[0], byPath.get(own));
    table.columns.forEach((column, at) => {
      const found = byPath.get(table.sheet.pathOf(table, row, column));
      if (found) this.put(table.drawing.cell(row, at), found);
    });
  }

  put(cell, findings) {
    const worst = WORST.find(kind => findings.some(finding => finding.kind === kind)) ?? "hint";
    cell.classList.add(LOOKS[worst]);
    if (worst !== "doubt" && worst !== "hint") cell.setAttribute("aria-invalid", "true");
    cell.dataset.title ??= cell.title;
    cell.title = findings.map(finding => finding.title).join("\n");
    this.drawn.push(cell);
  }
}

function clean(cell) {
  cell.classList.remove(...Object.values(LOOKS));
  cell.removeAttribute("aria-invalid");
  cell.title = cell.dataset.title ?? "";
  delete cell.dataset.title;
}

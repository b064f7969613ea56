// Findings on their cells: a colour, and the words for those who do not see it.

const WORST = ["fatal", "error", "warning", "doubt", "hint"];
const LOOKS = { fatal: "bad", error: "bad", warning: "low", doubt: "doubtful", hint: "hinted" };

// The steps of a place below a field: of 预算.分项.2.支出 below 预算 分项, 2 and 支出.
export function below(path, where) {
  const steps = Array.isArray(where) ? where.map(String) : String(where ?? "").split(".");
  return steps.slice(path.length);
}

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

  clear() {
    for (const cell of this.drawn) clean(cell);
    this.drawn = [];
  }

  all() {
    const { table } = this;
    this.clear();
    const found = new Map(); // by cell
    for (const finding of this.findings) {
      const { row, column } = table.sheet.find(table, below(table.sheet.path, finding.path)) ?? {};
      const cell = row === undefined ? null : table.drawing.cell(row, column ? table.columns.indexOf(column) : -1);
      if (cell) found.set(cell, [...(found.get(cell) ?? []), finding]);
    }
    this.found = found;
    for (const [cell, findings] of found) this.put(cell, findings);
  }

  // When one comes to a cell, the current finding of the page is one of its own.
  visit(cell) {
    const keys = (this.found?.get(cell) ?? []).map(finding => finding.key).filter(Boolean);
    if (keys.length) cell.dispatchEvent(new CustomEvent("desk:finding", { bubbles: true, detail: keys }));
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

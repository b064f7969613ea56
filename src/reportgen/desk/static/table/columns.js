// What kinds of columns there are, and which of them may be hidden.

const RIGHT = new Set(["amount", "quantity", "rate"]);

export const isRight = column => RIGHT.has(column.kind);
export const headOf = column => column.label ?? column.name;

// Columns that somebody chose to hide or to show, kept by the browser; without it those of the view.
export function chosen(name, columns) {
  try {
    const hidden = JSON.parse(localStorage.getItem(`columns ${name}`) ?? "null");
    if (Array.isArray(hidden)) return new Set(hidden);
  } catch { /* a browser that keeps nothing */ }
  return new Set(columns.filter(column => !column.shown).map(column => column.name));
}

export function choose(name, hidden) {
  try {
    localStorage.setItem(`columns ${name}`, JSON.stringify([...hidden]));
  } catch { /* a browser that keeps nothing */ }
}

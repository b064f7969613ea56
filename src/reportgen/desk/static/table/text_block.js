// Blocks of cells as the clipboard has them: TSV as Excel and WPS write it, and tables of HTML.

// Rows of cells. A cell in quotes may hold tabs, line ends and doubled quotes.
export function fromTsv(text) {
  const rows = [[]];
  let at = 0;
  const source = text.replace(/\r\n?/g, "\n");
  while (at <= source.length) {
    const [cell, end] = oneCell(source, at);
    rows.at(-1).push(cell);
    if (end >= source.length) break;
    if (source[end] === "\n") {
      if (end + 1 === source.length) break;
      rows.push([]);
    }
    at = end + 1;
  }
  return rows;
}

const QUOTED = /"((?:[^"]|"")*)"(?=[\t\n]|$)/y;

function oneCell(source, start) {
  QUOTED.lastIndex = start;
  const quoted = QUOTED.exec(source);
  if (quoted) return [quoted[1].replaceAll('""', '"'), QUOTED.lastIndex];
  const rest = source.slice(start);
  const length = rest.search(/[\t\n]/);
  const end = length < 0 ? source.length : start + length;
  return [source.slice(start, end), end];
}

// Looks are left out before it is read: the page allows no style but its own.
const unstyled = html => html.replace(/<style[^]*?<\/style>/gi, "").replace(/<[a-z][^>]*>/gi, tag => tag.replace(/\sstyle\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)/gi, ""));

// The one table of a piece of HTML; null where there is none, or more. Joined cells have their text in the first.
export function fromHtml(html) {
  if (!/<table/i.test(html)) return null;
  const tables = new DOMParser().parseFromString(unstyled(html), "text/html").querySelectorAll("table");
  if (tables.length !== 1) return null;
  const rows = [];
  for (const [number, line] of [...tables[0].rows].entries()) {
    let column = 0;
    for (const cell of line.cells) {
      while (rows[number]?.[column] !== undefined) column += 1;
      fill(rows, number, column, cell);
      column += cell.colSpan;
    }
    rows[number] ??= [];
  }
  const width = Math.max(0, ...rows.map(row => row.length));
  return rows.map(row => Array.from({ length: width }, (_none, at) => row[at] ?? ""));
}

function fill(rows, row, column, cell) {
  for (let down = 0; down < Math.min(cell.rowSpan || 1, 2000); down += 1) {
    rows[row + down] ??= [];
    for (let right = 0; right < Math.min(cell.colSpan, 200); right += 1) rows[row + down][column + right] = "";
  }
  rows[row][column] = cellText(cell);
}

// Line ends of the source are blanks; <br> and paragraphs are lines.
function cellText(cell) {
  const said = node => {
    if (node.nodeType === Node.TEXT_NODE) return node.data.replace(/[ \t\r\n]+/g, " ");
    if (node.nodeName === "BR") return "\n";
    if (["STYLE", "SCRIPT", "#comment"].includes(node.nodeName)) return "";
    const inner = [...node.childNodes].map(said).join("");
    return ["P", "DIV", "LI"].includes(node.nodeName) ? `${inner}\n` : inner;
  };
  return [...cell.childNodes].map(said).join("").split("\n").map(line => line.replace(/^ +| +$/g, "")).join("\n").replace(/\n+$/, "");
}

export function toTsv(rows) {
  const quoted = cell => (/[\t\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return rows.map(row => row.map(quoted).join("\t")).join("\r\n");
}

export function toHtml(rows) {
  const table = document.createElement("table");
  for (const row of rows) {
    const line = table.insertRow();
    for (const cell of row) {
      const [first, ...others] = cell.split("\n");
      line.insertCell().append(first, ...others.flatMap(text => [document.createElement("br"), text]));
    }
  }
  return table.outerHTML;
}

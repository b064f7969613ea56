// What Word, WPS, Excel and web pages put on the clipboard as HTML → blocks: paragraphs, headings, items, tables.

const SKIPPED = new Set(["STYLE", "SCRIPT", "META", "TITLE", "TEMPLATE", "DEL", "NOSCRIPT", "BUTTON", "SELECT", "TEXTAREA"]);
const BLOCKS = /^(?:P|DIV|H[1-6]|LI|UL|OL|DL|DT|DD|BLOCKQUOTE|SECTION|ARTICLE|HEADER|FOOTER|MAIN|PRE|FIGURE|FIGCAPTION|TR|BODY)$/;
const WRAPPED = /(?<=[\p{Script=Han}，。、；：])[ \t]*\r?\n[ \t]*(?=[\p{Script=Han}，。、；：])/gu; // Word breaks its lines anywhere
const ASIDE = /mso-element:\s*(?:footnote-list|endnote-list|comment)|mso-hide:\s*all|display:\s*none/;

/** Blocks of a clipboard's HTML: {kind, text, depth | nesting, label} and {kind, rows}; `counts` is added to: pictures, deleted, merged, notes, numbers. */
export function blocksOfHtml(html, counts) {
  const page = new DOMParser().parseFromString(inert(html), "text/html");
  const reader = new Reader(page, counts);
  reader.visit(page.body, {});
  reader.end();
  return reader.blocks;
}

/** Styles are read and never applied, what would be run is not looked at: both as attributes that mean nothing. */
function inert(html) {
  const bare = html.replace(/<style[\s\S]*?<\/style>/gi, "");
  return bare.replace(/<[a-z][^>]*>/gi, tag => tag.replace(/\s(style|on[a-z]+)\s*=/gi, " data-$1="));
}

class Reader {
  constructor(page, counts) {
    Object.assign(this, { page, counts, blocks: [], words: "", block: {} });
  }
  end() {
    const text = this.words.replace(/ +/g, " ").replace(/^ +| +$/g, "");
    this.words = "";
    if (text) this.blocks.push({ kind: "paragraph", ...this.block, text });
    this.block = {};
  }
  visit(node, inherited) {
    for (const child of node.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) this.words += child.data.replace(WRAPPED, "").replace(/[ \t\r\n]+/g, " ");
      else if (child.nodeType === Node.ELEMENT_NODE) this.element(child, inherited);
    }
  }
  element(element, inherited) {
    const style = element.dataset.style ?? "";
    const name = element.tagName;
    if (name === "IMG" || name === "V:IMAGEDATA" || name === "SVG") return this.count("pictures");
    if (name === "DEL") this.count("deleted");
    if (SKIPPED.has(name) || ASIDE.test(style)) return;
    if (name === "BR") return this.broken();
    if (/mso-list:\s*ignore/i.test(style)) return this.numbered(element);
    if (name === "A" && /^#?_?(?:ft|ed)n\d+$/.test(hash(element))) return this.note(hash(element));
    if (name === "TABLE") return this.table(element);
    if (!BLOCKS.test(name)) return this.visit(element, inherited);
    this.end();
    this.block = { ...inherited, ...kindOf(element, style) };
    this.visit(element, name === "LI" ? {} : inherited);
    this.end();
  }
  broken() {
    const { block } = this;
    this.end();
    this.block = block.kind === "item" ? {} : block;
  }
  /** What Word and WPS have numbered themselves; bullets are signs of symbol fonts. */
  numbered(element) {
    const label = element.textContent.replace(/[\s\u00a0]+/g, "");
    const bullet = /wingdings|symbol|webdings/i.test((element.parentElement?.dataset.style ?? "") + element.outerHTML);
    if (!bullet && /[\d一二三四五六七八九十①-⑳a-z]/i.test(label)) {
      this.count("numbers");
      this.block.label = label;
    }
    this.block.kind ??= "item";
    this.block.nesting ??= 0;
  }
  note(reference) {
    const found = this.page.getElementById(reference.replace(/^#?_?/, ""));
    const words = (found?.textContent ?? "").replace(/^\s*(?:\[\d+\]|[①-⑳]|\d+)?[\s\u00a0]*/, "").replace(/\s+/g, " ").trim();
    if (!words) return;
    this.words += `〔注：${words}〕`;
    this.count("notes");
  }
  table(table) {
    this.end();
    const rows = [];
    const taken = new Set();
    [...table.rows].forEach((row, at) => {
      rows[at] ??= [];
      let column = 0;
      for (const cell of row.cells) {
        while (taken.has(`${at},${column}`)) rows[at][column++] = "";
        rows[at][column] = this.cell(cell);
        if (cell.colSpan > 1 || cell.rowSpan > 1) this.count("merged");
        for (let down = 0; down < Math.min(cell.rowSpan || 1, table.rows.length - at); down += 1) {
          for (let right = 0; right < cell.colSpan; right += 1) taken.add(`${at + down},${column + right}`);
        }
        for (let right = 1; right < cell.colSpan; right += 1) rows[at][column + right] = "";
        column += cell.colSpan;
      }
      while (taken.has(`${at},${column}`)) rows[at][column++] = "";
    });
    const full = rows.filter(row => row.some(Boolean));
    if (full.length) this.blocks.push({ kind: "table", rows: full });
  }
  cell(cell) {
    const inner = new Reader(this.page, this.counts);
    inner.visit(cell, {});
    inner.end();
    const words = inner.blocks.map(block => block.text ?? block.rows.flat().join(" ")).join("\n");
    return words.replace(/(?<=\p{Script=Han})\n(?=\p{Script=Han})/gu, "").replace(/\n/g, " ");
  }
  count(kind) {
    this.counts[kind] = (this.counts[kind] ?? 0) + 1;
  }
}

function hash(element) {
  const address = element.getAttribute("href") ?? "";
  return address.slice(address.lastIndexOf("#"));
}

function kindOf(element, style) {
  const name = element.tagName;
  const outline = style.match(/mso-outline-level:\s*(\d)/)?.[1];
  const depth = /^H[1-6]$/.test(name) ? Number(name[1]) : outline ? Number(outline) : 0;
  const level = style.match(/mso-list:\s*l\d+\s+level(\d)/)?.[1];
  if (depth) return { kind: "heading", depth };
  if (level) return { kind: "item", nesting: Number(level) - 1 };
  if (name === "LI") return { kind: "item", nesting: Math.max(0, lists(element) - 1) };
  return {};
}

function lists(element) {
  let count = 0;
  for (let above = element.parentElement; above; above = above.parentElement) {
    if (above.tagName === "UL" || above.tagName === "OL") count += 1;
  }
  return count;
}

// What the marks of prose mean: lines (compose/flow.py), tables (compose/typed_rows.py), marks within a line.
// Pure functions of text; nothing here knows the editor.

const MARK = /^\s*(?:(?<hashes>#{1,6})|(?<item>-))\s+/;
const BLANKS = /^\s*/;
const ROW = /^\s*[|｜].*[|｜]\s*$/;
const RULE = /^[\s|｜:：]*-{2,}[\s|｜:：-]*$/;
const BETWEEN = /\{\{[^{}]*\}\}|([|｜])/g;
const LISTED = /^\s*[（(]?[\d一二三四五六七八九十]+[)）.、．]\s*\t/;
const NAMED = /^表(\d{0,2})[\s:：]+[^\s（(][^（(]*(?:[（(]\s*(?:金额)?单位[:：]\s*[^）)]+[）)])?\s*(?:〔\s*横排\s*〕)?$/;
const BELOW = /^(?:(?:数据|资料)?来源[:：].*|注\d?[:：].*)$/;
const PICTURED = /^图(\d{0,2})[\s:：]+\S.*[:：].*$/;
const TURN = /^〔\s*(?:横排|竖排)\s*〕$/;
const ALONE = /^\{\{[^{}\n]+\}\}$/;
const WIDTHS = { "\t": 4, "\u3000": 2 };
const STEP = 2;

export const REFERENCE = /(?<!\{)\{\{([^{}\n]*)\}\}(?!\})/g;
/** What is still to be filled in (model/hole.py), and what stands for a whole text that is (source/expect.py). */
export const TO_FILL = "（在这里写）";
const HOLE = /【待填(?:[:：]\s*[^【】\n]{0,20})?】|^（在这里写）$/gm;
const NOTE = /〔\s*(?:脚?注|注释)\s*[:：]/g;
const STRONG =
  /(?<![*\\])\*\*(?![\s*，。、；：！？）》」』】”’])[^*]+?(?<![\s*\\（《「『【“‘])\*\*(?!\*)|(?<escaped>\\)(?=\*\*)/g;

/** The lines of a text: where each stands, how long its mark is (blanks included), what it is, what the mark says. */
export function linesOf(text, marks = true) {
  const lines = [];
  let from = 0;
  let columns = [];
  for (const words of text.split("\n")) {
    const mark = marks ? words.match(MARK) : null;
    const lead = (mark ?? words.match(BLANKS))[0].length;
    const body = words.slice(lead).trimEnd();
    const line = { from, to: from + words.length, lead, body, kind: "paragraph", depth: 0, nesting: 0 };
    if (mark?.groups.hashes) {
      Object.assign(line, { kind: "heading", depth: mark.groups.hashes.length });
      columns = [];
    } else if (mark) {
      columns = nested(columns, words);
      Object.assign(line, { kind: "item", nesting: columns.length - 1 });
    } else if (!body) line.kind = "blank";
    lines.push(line);
    from += words.length + 1;
  }
  if (marks) tables(lines, text);
  return lines;
}

function nested(columns, words) {
  let own = 0;
  for (const blank of words.match(BLANKS)[0]) own += WIDTHS[blank] ?? 1;
  const outer = columns.filter(column => column + STEP <= own);
  const beside = columns.slice(outer.length).filter(column => column <= own + 1);
  return [...outer, beside.length ? beside[0] : own];
}

function tables(lines, text) {
  const said = lines.filter(line => line.kind !== "blank");
  let at = 0;
  while (at < said.length) {
    const named = said[at].kind === "paragraph" && NAMED.test(said[at].body);
    const first = named ? at + 1 : at;
    const parted = said[first] && partedBy(said[first], text);
    let behind = first;
    while (parted && behind < said.length && partedBy(said[behind], text) === parted) behind += 1;
    if (behind - first < 2) behind = named && said[first] && ALONE.test(said[first].body) ? first + 1 : first;
    if (behind === first) {
      special(said[at]);
      at += 1;
      continue;
    }
    if (named) said[at].kind = "caption";
    for (const row of said.slice(first, behind)) row.kind = parted ? "row" : "source";
    at = behind;
    while (at < said.length && BELOW.test(said[at].body)) said[at++].kind = "below";
  }
}

function special(line) {
  if (line.kind !== "paragraph") return;
  if (ALONE.test(line.body)) line.kind = "figure";
  else if (PICTURED.test(line.body)) line.kind = "pictured";
  else if (TURN.test(line.body)) line.kind = "turn";
}

function partedBy(line, text) {
  if (line.kind !== "paragraph") return "";
  const words = text.slice(line.from, line.to);
  if (ROW.test(words)) return "|";
  return /\t/.test(words.replace(/^[ \u3000]+|[ \u3000]+$/g, "")) && !LISTED.test(words) ? "\t" : "";
}

/** Tables of a text: their lines, and the cells of each row that is none of dashes, [from, to] in the text. */
export function tablesOf(text, lines) {
  const found = [];
  for (const line of lines) {
    const last = found[found.length - 1];
    if (line.kind !== "row" && !(line.kind === "blank" && last?.open)) {
      if (last) last.open = false;
      continue;
    }
    if (line.kind === "blank") continue;
    const table = last?.open ? last : { from: line.from, rows: [], open: true };
    if (table !== last) found.push(table);
    table.to = line.to;
    if (!RULE.test(text.slice(line.from, line.to))) table.rows.push(cellsOf(text, line));
  }
  return found;
}

function cellsOf(text, line) {
  const words = text.slice(line.from, line.to);
  const bars = [];
  if (ROW.test(words)) for (const match of words.matchAll(BETWEEN)) match[1] && bars.push(line.from + match.index);
  else {
    bars.push(line.from - 1);
    for (let at = 0; at < words.length; at += 1) if (words[at] === "\t") bars.push(line.from + at);
    bars.push(line.to);
  }
  const cells = bars.slice(1).map((end, at) => stripped(text, bars[at] + 1, end));
  return { from: line.from, to: line.to, parted: ROW.test(words) ? "|" : "\t", cells };
}

function stripped(text, from, to) {
  const words = text.slice(from, to);
  const start = from + (words.length - words.trimStart().length);
  return words.trim() ? [start, start + words.trim().length] : [from + (words.length > 1 ? 1 : 0), from + (words.length > 1 ? 1 : 0)];
}

/** The marks within a stretch of text, in order: {kind, from, to} of references, holes, notes, strong words, escapes. */
export function marksWithin(text, from = 0, to = text.length) {
  const words = text.slice(from, to);
  const found = [];
  if (!/\{\{|[【〔（]|\*\*/.test(words)) return found;
  const add = (kind, start, end, more) => found.push({ kind, from: from + start, to: from + end, ...more });
  for (const match of words.matchAll(REFERENCE)) {
    add("reference", match.index, match.index + match[0].length, { words: match[0], inside: match[1].trim() });
  }
  for (const match of words.matchAll(HOLE)) add("hole", match.index, match.index + match[0].length);
  const notes = [...notesOf(words)];
  for (const [start, end] of notes) add("note", start, end);
  for (const match of words.matchAll(STRONG)) {
    if (notes.some(([start, end]) => start <= match.index && match.index < end)) continue;
    if (match.groups.escaped) add("escape", match.index, match.index + 1);
    else add("strong", match.index, match.index + match[0].length);
  }
  return found.sort((one, other) => one.from - other.from || other.to - one.to);
}

function* notesOf(words) {
  for (const match of words.matchAll(NOTE)) {
    let depth = 1;
    for (let at = match.index + match[0].length; at < words.length; at += 1) {
      if (words[at] === "〔") depth += 1;
      else if (words[at] === "〕" && --depth === 0) {
        yield [match.index, at + 1];
        break;
      } else if (words[at] === "\n") break;
    }
  }
}

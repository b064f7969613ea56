// What is pasted → the text of prose: marks for headings and items, typed numbers dropped, tables as rows.

import { blocksOfHtml } from "./html.js";
import { cleaned } from "./cleaning.js";

const NUMBERS = [
  /^[一二三四五六七八九十]{1,3}、\s*/,
  /^[（(][一二三四五六七八九十]{1,3}[)）]\s*、?\s*/,
  /^\d{1,2}(?:[.．](?!\d)|、)\s*/,
  /^[（(]\d{1,2}[)）]\s*、?\s*/,
  /^[①-⑳]\s*/,
];
const BULLET = /^(?:[-*+•●■◆►▶➢➤‣▪◦·\uf06c\uf06e\uf075\uf0a7\uf0b7\uf0d8\uf0fc]\s+|[•●■◆►▶➢➤‣▪◦\uf06c\uf06e\uf075\uf0a7\uf0b7\uf0d8\uf0fc]\s*)(?=\S)/;
const LISTED = /^\s*(?:[（(]?[\d一二三四五六七八九十]+[)）.、．]|[-*•●■◆·①-⑳\uf06c-\uf0fc])\s*\t/;
const DIVIDER = /^(?:[-*_=]\s*){3,}$/;
const ENDS = /[。；;，,：:！？!?、]$/;
const LONGEST_HEADING = 40;
const DEEPEST = 3;

/** The text of a paste, and what was made and cleaned: {text, first, last, counts}; first and last are kinds of blocks. */
export function pasted({ html, plain }, marks = true) {
  const counts = {};
  let blocks = html ? blocksOfHtml(html, counts) : [];
  if (!blocks.length) blocks = blocksOfText(plain);
  blocks = blocks.map(block => tidied(block, counts)).filter(block => block.kind === "table" || block.text);
  if (marks) blocks = levelled(numbered(blocks.flatMap(small), counts));
  else blocks = blocks.flatMap(block => asWords(block, counts));
  for (const { kind } of blocks) counts[kind] = (counts[kind] ?? 0) + 1;
  return {
    text: blocks.map(written).join("\n"),
    first: blocks[0]?.kind ?? "",
    last: blocks[blocks.length - 1]?.kind ?? "",
    counts,
  };
}

/** The rows of what is one table and nothing else; null for anything else. */
export function tableAlone({ html, plain }) {
  const blocks = (html ? blocksOfHtml(html, {}) : blocksOfText(plain)).filter(block => block.kind === "table" || block.text);
  const alone = blocks.length === 1 && blocks[0].kind === "table" && blocks[0].rows.flat().length > 1;
  return alone ? tidied(blocks[0], {}).rows : null;
}

function blocksOfText(plain) {
  const blocks = [];
  for (const line of plain.split(/\r\n|[\n\r\v\f\u2028\u2029\u0085]/)) {
    const last = blocks[blocks.length - 1];
    const heading = line.match(/^\s*(#{1,6})\s+(.*)$/);
    const bullet = line.trim().match(BULLET);
    if (/\S\t|\t\S/.test(line) && !LISTED.test(line)) {
      if (last?.kind === "table") last.rows.push(line.split("\t"));
      else blocks.push({ kind: "table", rows: [line.split("\t")] });
    } else if (heading) blocks.push({ kind: "heading", depth: heading[1].length, text: heading[2] });
    else if (bullet && !DIVIDER.test(line.trim())) {
      blocks.push({ kind: "item", nesting: /^(?:\t|\s{2})/.test(line) ? 1 : 0, text: line.trim().slice(bullet[0].length) });
    } else if (line.trim() && !DIVIDER.test(line.trim())) blocks.push({ kind: "paragraph", text: line });
    else blocks.push({ kind: "blank", text: "" });
  }
  return blocks;
}

function tidied(block, counts) {
  const tidy = words => cleaned(words, counts).replace(/[ \t]+/g, " ").trim();
  if (block.kind !== "table") return { ...block, text: tidy(block.text) };
  const width = Math.max(...block.rows.map(row => row.length));
  const rows = block.rows.map(row => Array.from({ length: width }, (_, at) => tidy(row[at] ?? "").replace(/[|｜]/g, "／")));
  return { kind: "table", rows };
}

/** A table of one row or one column is none. */
function small(block) {
  if (block.kind !== "table" || (block.rows.length > 1 && block.rows[0].length > 1)) return [block];
  return block.rows.map(row => ({ kind: "paragraph", text: row.filter(Boolean).join("　") })).filter(each => each.text);
}

function asWords(block, counts) {
  if (block.kind !== "table") return [{ kind: "paragraph", text: block.text }];
  counts.noTable = (counts.noTable ?? 0) + 1;
  return block.rows.map(row => ({ kind: "paragraph", text: row.filter(Boolean).join("　") }));
}

/** Typed numbers: of headings and items dropped; of paragraphs they say what is a heading and what an item. */
function numbered(blocks, counts) {
  const forms = blocks.map(block => (block.kind === "table" ? -1 : NUMBERS.findIndex(form => form.test(block.text))));
  return blocks.map((block, at) => {
    const form = forms[at];
    if (form < 0) return titled(block);
    const rest = block.text.replace(NUMBERS[form], "");
    const short = rest.length <= LONGEST_HEADING && !ENDS.test(rest);
    const several = forms.filter((other, index) => other === form && blocks[index].kind === "paragraph").length > 1;
    const plain = block.kind === "paragraph";
    if (!rest || (plain && !several && !(form < 2 && short))) return block;
    counts.numbers = (counts.numbers ?? 0) + 1;
    if (!plain) return { ...block, text: rest };
    return short ? { kind: "heading", form, text: rest } : { kind: "item", form, text: rest };
  });
}

/** A numbered item that is called 一、 or （一） and says no sentence is a heading. */
function titled(block) {
  const form = block.kind === "item" && block.label ? NUMBERS.findIndex(number => number.test(`${block.label} `)) : -1;
  const short = block.text?.length <= LONGEST_HEADING && !ENDS.test(block.text);
  return form >= 0 && form < 2 && short ? { kind: "heading", form, text: block.text } : block;
}

/** Headings begin with # and items at the edge, whatever their levels were where they come from. */
function levelled(blocks) {
  const ranks = (kind, key) => [...new Set(blocks.filter(each => each.kind === kind && each[key] !== undefined).map(each => each[key]))].sort();
  const [depths, headings, nestings, items] = [ranks("heading", "depth"), ranks("heading", "form"), ranks("item", "nesting"), ranks("item", "form")];
  return blocks.map(block => {
    if (block.kind === "heading") {
      const depth = block.form === undefined ? depths.indexOf(block.depth) : depths.length + headings.indexOf(block.form);
      return { ...block, depth: Math.min(DEEPEST, depth + 1) };
    }
    if (block.kind !== "item") return block;
    return { ...block, nesting: block.form === undefined ? nestings.indexOf(block.nesting) : items.indexOf(block.form) };
  });
}

function written(block) {
  if (block.kind === "heading") return `${"#".repeat(block.depth)} ${block.text}`;
  if (block.kind === "item") return `${"  ".repeat(block.nesting)}- ${block.text}`;
  if (block.kind === "table") return block.rows.map(row => `| ${row.join(" | ")} |`).join("\n");
  return block.text;
}

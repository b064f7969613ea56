// Where a remark stands: in words by which it is found again in another page of the same document.

import { desk } from "./dom.js";

export const MARKS = ["note", "replacement", "strike"];

export function pageOf(index) {
  return index >= 0 ? desk.sheets[index].number : 0;
}

export function documentOf(index) {
  return index >= 0 ? desk.documents[desk.sheets[index].document] : "";
}

// The remark with the index of its page, and the printed line with the characters that it is about.
export function placed(remark) {
  const named = desk.lines.findIndex(line => (remark.line ? line.name === remark.line : line.text === remark.paragraph));
  const text = named >= 0 ? [...desk.lines[named].text].join("") : "";
  const start = [...remark.before].length;
  const stands = named >= 0 && text.startsWith(remark.before + remark.words);
  const page = desk.sheets.findIndex(
    sheet => sheet.number === remark.page && (desk.documents[sheet.document] === remark.document || !remark.document));
  return { ...remark, page, on: stands ? [named, start, start + [...remark.words].length] : null };
}

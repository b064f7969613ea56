// Names that references say: of a budget item, a chart, a table. Where one is changed, the references go with it.

import { REFERENCE } from "./marks.js";

const CAPTION = /^\s*(?:表|图)\d{0,2}[\s:：]+([^（(:：\n{}]+?)\s*(?:[（(:：〔].*)?$/gm;

/** The names that a value gives: its own where it is a 名称, else those of the tables and figures in a text. */
function namesIn(path, text) {
  return path[path.length - 1] === "名称" ? [text.trim()] : [...text.matchAll(CAPTION)].map(match => match[1]);
}

/** Old name → new name, for a text that was changed. */
export function renamed(path, before, after) {
  const [old, made] = [namesIn(path, before), namesIn(path, after)];
  return new Map(old.length === made.length ? old.flatMap((name, at) => (name && name !== made[at] ? [[name, made[at]]] : [])) : []);
}

/** A text whose references say the new names. */
export function followed(text, names) {
  if (!names.size) return text;
  return text.replace(REFERENCE, (whole, inside) => {
    const [name, ...formats] = inside.split(/(?=[|｜])/);
    const parts = name.split(".").map(part => part.replace(part.trim(), names.get(part.trim()) ?? part.trim()));
    return `{{${[parts.join("."), ...formats].join("")}}}`;
  });
}

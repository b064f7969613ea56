// What was decided goes out as a letter.

import { desk, say } from "./dom.js";
import { others, unit, year } from "./store.js";
import { counts } from "./findings.js";
import { askForLetter } from "./letter.js";

function seen(part) {
  return say("seen", part);
}

export function handOut() {
  const { open, ...decided } = counts();
  const done = Object.values(decided).reduce((sum, each) => sum + each, 0);
  const own = { name: desk.file, title: desk.title, unit, year, about: seen({ seen: done, total: done + open }), chosen: true };
  const rest = others.map(each => ({ ...each, unit, about: seen(each), chosen: each.seen > 0 }));
  askForLetter([own, ...rest]);
}

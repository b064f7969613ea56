// Something is called otherwise: how many references still say the former name, and the offer to change them, too.

import { act, file } from "/static/edits.js";
import { ask } from "/static/send.js";

// Paths begin with the field: ["数据", "人员", "在编"] → ["数据", "人员", "在岗"]. How many references say the former one,
// and `follow`, which makes them say the other: { count, follow }; null where none does, and where nobody answers.
export async function referring(old, changed) {
  try {
    const { count } = await ask("/content/renamed", { file, old: JSON.stringify(old), new: JSON.stringify(changed) });
    return count ? { count, follow: () => act("/content/follow", { old, new: changed }) } : null;
  } catch {
    return null; // the findings tell what no longer refers to anything
  }
}

// The offer stands below a table.
export async function offerRenaming(table, old, changed) {
  const named = path => path.slice(1).join(".");
  const found = await referring(old, changed);
  if (!found) return;
  const follow = () => { table.tools.hide(); found.follow(); };
  table.tools.show(table.say("referred", { name: named(old), count: found.count }), [[table.say("follow", { name: named(changed) }), follow]], true);
}

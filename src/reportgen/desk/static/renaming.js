// Something is called otherwise: how many references still say the former name, and the offer to change them, too.

import { act, file } from "/static/edits.js";
import { ask } from "/static/send.js";

// Paths begin with the field: ["数据", "人员", "在编"] → ["数据", "人员", "在岗"].
export async function offerRenaming(table, old, changed) {
  const named = path => path.slice(1).join(".");
  try {
    const { count } = await ask("/content/renamed", { file, old: JSON.stringify(old), new: JSON.stringify(changed) });
    if (!count) return;
    const follow = () => { table.tools.hide(); act("/content/follow", { old, new: changed }); };
    table.tools.show(table.say("referred", { name: named(old), count }), [[table.say("follow", { name: named(changed) }), follow]], true);
  } catch { /* the findings tell what no longer refers to anything */ }
}

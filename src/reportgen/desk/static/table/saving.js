// The edits of one table on their way. What others change in its field meanwhile (find and replace, a number kept from the
// text) is shown as soon as none of its own is under way.

import { change, onChanged, redo, undo, valueOf } from "/static/edits.js";
import { offerRenaming } from "/static/renaming.js";

const touches = (one, other) => one.every((name, at) => at >= other.length || name === other[at]);

// `refresh(value)` shows what the file says; where that is what the table shows already it does nothing.
export function savingOf(element, path, refresh) {
  let underWay = 0;
  const look = () => { if (!underWay && element.isConnected) refresh(valueOf(path)); };
  onChanged(({ path: changed, origin }) => { if (origin === "edit" && touches(changed, path)) look(); });
  return {
    undo,
    redo,
    renamed: offerRenaming,
    async change(...edit) {
      underWay += 1;
      try {
        return await change(...edit);
      } finally {
        underWay -= 1;
        look();
      }
    },
  };
}

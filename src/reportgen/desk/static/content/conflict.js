// Both sides of a conflict: what was written here, what the file says now, and which of them stays.

import { byId, make, say } from "/static/page.js";

function shown(value) {
  return typeof value === "string" ? value : value === null ? "—" : JSON.stringify(value, null, 1);
}

// Gives "mine" or "theirs".
export function bothSides(name, mine, theirs) {
  return new Promise(resolve => {
    const dialog = byId("dialog");
    const again = () => dialog.showModal(); // Escape closes it in spite of the page: unanswered, no edit would be saved any more
    const decide = keep => () => { dialog.removeEventListener("close", again); dialog.close(); resolve(keep); };
    const side = (head, value, button, keep) => make("div", { class: "side" }, make("h3", {}, head), make("pre", { tabindex: 0 }, shown(value)), make("button", { class: "btn", type: "button", onclick: decide(keep) }, button));
    dialog.replaceChildren(
      make("h2", {}, `${name}：${say("conflict")}`), make("p", {}, say("conflict-why")),
      make("div", { class: "sides" }, side(say("mine"), mine, say("take-mine"), "mine"), side(say("theirs"), theirs, say("take-theirs"), "theirs")),
    );
    dialog.addEventListener("close", again);
    if (!dialog.open) dialog.showModal();
  });
}

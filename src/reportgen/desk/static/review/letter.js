// The dialog in which a letter is asked for: about which files, by whom, to be answered in how many days.

import { byId, make } from "/static/page.js";
import { follow, post } from "/static/send.js";

function choice({ name, title, about, chosen }) {
  const box = make("input", { type: "checkbox", name: "files", value: name, checked: Boolean(chosen) });
  return make("li", {}, make("label", {}, box, make("span", { class: "grow cut", title: name }, title), make("span", { class: "meta" }, about)));
}

// `files` have a name, a title, words about them, and whether they are chosen.
export function askForLetter(files) {
  byId("letter-files").replaceChildren(...files.map(choice));
  byId("letter-why").hidden = true;
  byId("letter").showModal();
  byId("letter-office").focus();
}

byId("letter-form").addEventListener("submit", async event => {
  event.preventDefault();
  const data = new FormData(event.target);
  const why = byId("letter-why");
  try {
    follow(await post("/review/letter", { files: data.getAll("files"), office: data.get("office"), days: data.get("days"), again: data.get("again") || "" }));
  } catch (problem) {
    why.hidden = false;
    why.textContent = problem.message;
  }
});
byId("letter-not").addEventListener("click", () => byId("letter").close());

// The dialog in which a letter is asked for: about which files, by whom, to be answered in how many days.

import { byId, make } from "/static/page.js";
import { follow, send } from "/static/send.js";

function choice({ name, title, about, chosen }) {
  const box = make("input", { type: "checkbox", name: "files", value: name, checked: Boolean(chosen) });
  return make("li", {}, make("label", {}, box, make("span", { class: "grow cut", title: name }, title), make("span", { class: "meta" }, about)));
}

// What is asked for because a file does not say it.
function lacking(name, files) {
  const isLacking = files.some(file => !file[name]);
  byId(`letter-lacks-${name}`).hidden = !isLacking;
  byId(`letter-${name}`).required = isLacking;
  if (!isLacking) byId(`letter-${name}`).value = "";
}

// `files` have a name, a title, words about them, unit and year where they say them, and whether they are chosen.
export function askForLetter(files) {
  byId("letter-files").replaceChildren(...files.map(choice));
  byId("letter-why").hidden = true;
  for (const name of ["unit", "year"]) lacking(name, files);
  byId("letter").showModal();
  byId("letter-office").focus();
}

byId("letter-form").addEventListener("submit", async event => {
  event.preventDefault();
  const data = new FormData(event.target);
  const why = byId("letter-why");
  try {
    const words = Object.fromEntries(["office", "days", "unit", "year", "again"].map(name => [name, data.get(name) || ""]));
    follow(await send("/review/letter", {}, { files: data.getAll("files"), ...words }));
  } catch (problem) {
    why.hidden = false;
    why.textContent = problem.message;
  }
});
byId("letter-not").addEventListener("click", () => byId("letter").close());

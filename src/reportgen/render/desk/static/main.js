// The page put together.

import { byId, desk, make, say, show } from "./dom.js";
import { author, decision, onChange, remarks, setAuthor } from "./store.js";
import { markAll, pagesPane } from "./pages.js";
import { addTab, open, redraw, sidePane, turnToTab } from "./lists.js";
import { findingBoxes, findingsTab, openFinding, tally } from "./findings.js";
import { factsTab, figureBoxes, figuresTab } from "./figures.js";
import { rememberSelection, remarksTab, startRemark } from "./remarks.js";
import { handOut, importFile } from "./handing.js";
import { helpDialog } from "./keys.js";
import { pageName } from "./parts.js";

function bar() {
  const name = make("input", { id: "author", class: "input", value: author(), placeholder: say("who"), autocomplete: "name", onchange: event => setAuthor(event.target.value.trim()) });
  const file = make("input", { id: "import", type: "file", accept: ".json,application/json", hidden: true, onchange: importFile });
  const press = (words, act, kind = "", id = null) => make("button", { class: `btn ${kind}`, type: "button", id, onclick: act }, words);
  return make(
    "header", { class: "bar" },
    make("a", { class: "skip", href: "#list" }, say("skip")),
    make("h1", { class: "cut", title: desk.title }, desk.title), make("span", { class: "meta cut", title: desk.file }, desk.file),
    make("span", { class: "meta" }, say("made", { date: desk.made })),
    make("span", { class: "grow" }), make("label", { for: "author", class: "meta" }, say("author")), name,
    press(say("import"), () => file.click()), file, press(say("export"), handOut, "main", "export"),
  );
}

function foot() {
  return make(
    "footer", { class: "foot" },
    make("span", { id: "tally" }), make("span", {}, desk.coverage), make("span", { id: "told", class: "grow", role: "status" }),
    make("button", { class: "link", type: "button", id: "keys", onclick: () => byId("help").showModal() }, make("kbd", {}, "?"), " ", say("help")),
  );
}

// What is printed: the list that stands in the page anyway, with what has been decided and remarked.
function paper() {
  for (const row of document.querySelectorAll("#paper tr[data-key]")) {
    const made = decision(row.dataset.key);
    if (made && made.state) row.querySelector(".done").textContent = [say(made.state), made.reason, made.author].filter(Boolean).join("：");
  }
  const kept = remarks();
  byId("paper-remarks").hidden = !kept.length;
  const line = each => make("tr", {}, ...[pageName(each.page), each.words, `${say(each.mark)}：${each.text}`, `${each.author} ${each.date}`].map(words => make("td", {}, words)));
  const heads = ["where", "marked", "remarks", "author"].map(name => make("th", {}, say(name)));
  show(byId("paper-remarks"), make("h2", {}, say("remarks")), make("table", {}, make("thead", {}, make("tr", {}, ...heads)), make("tbody", {}, ...kept.map(line))));
}

function start() {
  for (const tab of [findingsTab, figuresTab, ...(desk.finished ? [] : [factsTab]), remarksTab]) addTab(tab);
  const body = make("main", { class: "desk" }, pagesPane(), sidePane());
  show(byId("app"), bar(), body, foot(), helpDialog());
  document.documentElement.classList.add("script");
  byId("app").hidden = false;
  markAll([...desk.findings.map(findingBoxes), ...desk.figures.map(figureBoxes)], ({ item, tab }) => open(item, tab));
  const button = byId("remark");
  button.addEventListener("mousedown", event => event.preventDefault());
  button.addEventListener("click", startRemark);
  document.addEventListener("selectionchange", rememberSelection);
  onChange(() => { redraw(); byId("tally").textContent = tally(); paper(); });
  turnToTab("findings");
  byId("tally").textContent = tally();
  paper();
  const first = /^#f(\d+)$/.exec(location.hash);
  if (first && desk.findings[Number(first[1]) - 1]) openFinding(Number(first[1]) - 1);
}

start();

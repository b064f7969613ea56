// The page of a reviewer put together: small pages, pages, and what was found, with what is decided about it.

import { byId, desk, make, say, show, tell } from "./dom.js";
import { author, between, checking, cut, isPlain, knownBetween, list, onChange, others, setAuthor, takeAnew } from "./store.js";
import { markAll, pagesPane } from "./pages.js";
import { addTab, open, redraw, sidePane, turnToTab } from "./lists.js";
import { counts, findingBoxes, findingsTab, openFinding, tally } from "./findings.js";
import { figureBoxes, figuresTab } from "./figures.js";
import { rememberSelection, remarksTab, startRemark } from "./remarks.js";
import { helpDialog } from "./keys.js";
import { handOut } from "./handing.js";
import { thumbnails } from "./thumbs.js";
import { listen } from "/static/presence.js";

const PAUSE = 2000; // milliseconds between two looks

function countAll() {
  const { open: left, ...decided } = counts();
  const seen = Object.values(decided).reduce((sum, each) => sum + each, 0);
  byId("seen").textContent = say("seen", { seen, total: seen + left });
  byId("tally").textContent = tally();
}

function otherLine({ name, title, year, seen, total }) {
  const link = make("a", { href: `/review/document?${new URLSearchParams({ file: name })}`, class: "grow cut", title: name }, [title, year].filter(Boolean).join(" "));
  return make("li", {}, link, make("span", { class: "meta" }, say("seen", { seen, total })));
}

function fillBar() {
  byId("doc-title").textContent = desk.title;
  byId("doc-title").title = desk.title;
  byId("doc-about").textContent = say("about", { file: desk.file, count: desk.sheets.length });
  byId("author").value = author();
  byId("author").addEventListener("change", event => setAuthor(event.target.value.trim()));
  const button = byId("others-open");
  button.hidden = !others.length;
  button.textContent = `${button.textContent} ${others.length}`;
  show(byId("others-list"), ...others.map(otherLine));
  button.addEventListener("click", () => byId("others").showModal());
  byId("others-close").addEventListener("click", () => byId("others").close());
  byId("letter-open").disabled = false;
  byId("letter-open").addEventListener("click", handOut);
  byId("keys").addEventListener("click", () => byId("help").showModal());
}

// The reviewer's list was written elsewhere, or the document itself is another draft now.
function followDisk() {
  const folder = desk.file.split("/").slice(0, -1);
  const own = [...folder, list].join("/");
  listen({
    changed: ({ file }) => {
      if (file === own) takeAnew().catch(() => {});
      else tell(say("another-draft"));
    },
  }, [desk.file, own], () => tell(say("gone")));
}

// Other documents of the unit are still being checked: what does not go with them is told when it is known.
async function awaitOthers() {
  for (let left = checking; left > 0;) {
    await new Promise(resolve => setTimeout(resolve, PAUSE));
    const now = await knownBetween();
    left = now.waiting;
    if (now.count === between) continue;
    const again = make("button", { class: "link", type: "button", onclick: () => location.reload() }, say("again"));
    document.querySelector(".pages").insertBefore(make("p", { class: "notice", role: "status" }, say("more-between"), " ", again), byId("view"));
    return;
  }
}

function start() {
  for (const tab of [findingsTab, figuresTab, remarksTab]) addTab(tab);
  const notice = cut || (isPlain ? say("plain") : "");
  const pages = pagesPane();
  if (notice) pages.insertBefore(make("p", { class: cut ? "notice err" : "notice", title: notice }, notice), pages.lastChild);
  show(byId("body"), thumbnails(), pages, sidePane());
  byId("body").append(helpDialog());
  fillBar();
  markAll([...desk.findings.map(findingBoxes), ...desk.figures.map(figureBoxes)], ({ item, tab }) => open(item, tab));
  const button = byId("remark");
  button.addEventListener("mousedown", event => event.preventDefault());
  button.addEventListener("click", startRemark);
  document.addEventListener("selectionchange", rememberSelection);
  onChange(() => { redraw(); countAll(); });
  turnToTab("findings");
  countAll();
  const asked = new URLSearchParams(location.search).get("finding");
  const first = desk.findings.findIndex(finding => finding.key === asked);
  if (first >= 0) openFinding(first);
  followDisk();
  awaitOthers().catch(() => {});
}

document.documentElement.classList.add("script");
start();

// The list of the first page: choosing, searching, keys, and what is found out meanwhile.

import { takeDrops } from "/static/dropping.js";
import { listen } from "/static/presence.js";
import { follow, part, send } from "/static/send.js";

const home = document.getElementById("home");
const rows = document.getElementById("rows");
const side = document.getElementById("side");
const search = document.getElementById("search");
const kept = "reportgen-chosen";
let year = "";
let chosen = sessionStorage.getItem(kept) || "";
let asked = 0;

const say = (words) => { document.getElementById("said").textContent = words; };
const all = () => [...rows.querySelectorAll("tr[data-name]")];
const shown = () => all().filter((row) => !row.hidden);
const current = () => all().find((row) => row.dataset.name === chosen);

function filter() {
  const words = search.value.trim().toLowerCase().split(/\s+/);
  for (const row of all()) {
    const isOf = !year || row.dataset.year === year;
    row.hidden = !isOf || !words.every((word) => row.dataset.search.includes(word));
  }
  for (const body of rows.querySelectorAll("tbody")) {
    body.hidden = ![...body.querySelectorAll("tr[data-name]")].some((row) => !row.hidden);
  }
}

function mark() {
  for (const row of all()) {
    const isChosen = row.dataset.name === chosen;
    row.classList.toggle("on", isChosen);
    row.setAttribute("aria-selected", String(isChosen));
    row.tabIndex = isChosen ? 0 : -1;
  }
}

async function choose(row, focus = true) {
  if (!row) return;
  chosen = row.dataset.name;
  sessionStorage.setItem(kept, chosen);
  mark();
  if (focus) row.focus({ preventScroll: true });
  row.scrollIntoView({ block: "nearest" });
  await look();
}

async function look() {
  const mine = ++asked;
  try {
    const words = await part("/home/file", { file: chosen });
    if (mine === asked && side.innerHTML !== words) side.innerHTML = words;
  } catch (error) { say(error.message); }
}

async function refresh() {
  const hadFocus = rows.contains(document.activeElement);
  const top = rows.scrollTop;
  try {
    rows.innerHTML = await part("/home/list");
    const words = document.getElementById("said").textContent;
    document.getElementById("foot").innerHTML = await part("/home/foot");
    say(words);
  } catch { return; }
  filter();
  mark();
  rows.scrollTop = top;
  if (hadFocus) current()?.focus({ preventScroll: true });
  if (!side.contains(document.activeElement)) await look();
}

async function untilKnown() {
  let took = 0;
  while (Number(document.getElementById("list")?.dataset.waiting || 0) > 0) {
    await new Promise((resolve) => setTimeout(resolve, Math.max(1500, 8 * took)));
    const begun = performance.now();
    await refresh();
    took = performance.now() - begun;
  }
}

async function act(button) {
  if (button.disabled) return;
  button.disabled = true;
  try {
    follow(await send(button.dataset.do, {}, button.dataset.file ? { file: button.dataset.file } : {}));
  } catch (error) { say(error.message); }
  button.disabled = false;
}

function move(by) {
  const list = shown();
  const at = list.findIndex((row) => row.dataset.name === chosen);
  choose(list[Math.max(0, Math.min(list.length - 1, at + by))]);
}

const KEYS = {
  ArrowDown: () => move(1),
  ArrowUp: () => move(-1),
  Home: () => choose(shown()[0]),
  End: () => choose(shown().at(-1)),
  Enter: () => document.getElementById("open")?.click(),
  n: () => document.getElementById("new").click(),
  N: () => document.getElementById("new").click(),
  "/": () => search?.focus(),
};

function key(event) {
  if (event.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey || event.altKey) return;
  const inText = event.target.matches("input, textarea, select");
  if (inText && event.target === search && ["ArrowDown", "Enter"].includes(event.key)) {
    event.preventDefault();
    choose(shown().find((row) => row.dataset.name === chosen) || shown()[0]);
    return;
  }
  if (inText || (event.key === "Enter" && event.target.closest("a, button"))) return;
  const act = KEYS[event.key];
  if (act && (rows || event.key.toLowerCase() === "n")) {
    event.preventDefault();
    act();
  }
}

document.addEventListener("keydown", key);
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-do]");
  if (button) act(button);
});
takeDrops(home, say);

if (rows) {
  rows.addEventListener("click", (event) => choose(event.target.closest("tr[data-name]")));
  rows.addEventListener("dblclick", (event) => {
    const row = event.target.closest("tr[data-name]");
    if (row) location.assign(`/open?file=${encodeURIComponent(row.dataset.name)}`);
  });
  search.addEventListener("input", filter);
  for (const button of document.querySelectorAll("[data-year].btn")) {
    button.addEventListener("click", () => {
      year = button.dataset.year;
      for (const other of document.querySelectorAll("[data-year].btn")) {
        other.classList.toggle("on", other === button);
        other.setAttribute("aria-pressed", String(other === button));
      }
      filter();
    });
  }
  choose(current() || shown()[0], document.activeElement === document.body);
  untilKnown();
}
listen({ folder: () => (rows ? refresh().then(untilKnown) : location.reload()) }, [], say);

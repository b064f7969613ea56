// The list of documents that are looked through: searching, choosing, files that are dropped, letters.

import { takeDrops } from "/static/dropping.js";
import { listen } from "/static/presence.js";
import { part } from "/static/send.js";
import { askForLetter } from "/review/parts/letter.js";

const app = document.getElementById("reviews");
const rows = document.getElementById("rows");
const search = document.getElementById("search");
const chosen = new Set();

const say = words => { document.getElementById("said").textContent = words; };
const all = () => [...rows.querySelectorAll("tr[data-name]")];

function filter() {
  const words = (search?.value || "").trim().toLowerCase().split(/\s+/);
  for (const row of all()) {
    row.hidden = !words.every(word => row.dataset.search.includes(word));
    row.querySelector("input").checked = chosen.has(row.dataset.name);
  }
  for (const body of rows.querySelectorAll("tbody")) body.hidden = ![...body.querySelectorAll("tr[data-name]")].some(row => !row.hidden);
  document.getElementById("letter-open").disabled = !chosen.size;
}

async function refresh() {
  const top = rows.scrollTop;
  const focused = rows.contains(document.activeElement) ? document.activeElement.closest("tr")?.dataset.name : "";
  try { rows.innerHTML = await part("/review/list"); } catch { return; }
  for (const name of [...chosen]) if (!all().some(row => row.dataset.name === name)) chosen.delete(name);
  filter();
  rows.scrollTop = top;
  if (focused) all().find(row => row.dataset.name === focused)?.querySelector("a, input").focus({ preventScroll: true });
}

async function untilKnown() {
  while (Number(document.getElementById("list")?.dataset.waiting || 0) > 0) {
    await new Promise(resolve => setTimeout(resolve, 900));
    await refresh();
  }
}

rows.addEventListener("change", event => {
  const { name } = event.target.closest("tr").dataset;
  if (event.target.checked) chosen.add(name);
  else chosen.delete(name);
  filter();
});
search?.addEventListener("input", filter);

// All documents of a unit at once.
rows.addEventListener("click", event => {
  const button = event.target.closest("button[data-all]");
  if (!button) return;
  const own = [...button.closest("tbody").querySelectorAll("tr[data-name]:not([hidden])")].filter(row => !row.querySelector("input").disabled);
  const every = own.every(row => chosen.has(row.dataset.name));
  for (const row of own) chosen[every ? "delete" : "add"](row.dataset.name);
  filter();
});

document.getElementById("letter-open").addEventListener("click", () => {
  const files = all().filter(row => chosen.has(row.dataset.name));
  askForLetter(files.map(({ dataset }) => ({ ...dataset, about: dataset.seen, chosen: true })));
});

document.addEventListener("keydown", event => {
  if (event.isComposing || event.keyCode === 229 || event.ctrlKey || event.altKey || event.metaKey) return;
  if (event.key === "/" && !event.target.matches("input, textarea")) {
    event.preventDefault();
    search?.focus();
  }
});

takeDrops(app, say);
listen({ folder: () => refresh().then(untilKnown) }, [], say);
filter();
untilKnown();

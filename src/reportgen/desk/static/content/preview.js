// The pages at the right: pictures of the real PDF, greyed while the text is newer; a click on words leads to their field.

import { file, onChanged, state } from "/static/edits.js";
import { currentFinding, choose, findings, onChosen } from "/static/content/findings.js";
import { byId, make, say, tell } from "/static/page.js";
import { ask } from "/static/send.js";
import { focusField } from "/static/widgets.js";

const REST = 800; // milliseconds after the last edit
let laid = null;
let shownAt = "";
let shownDocument = 0;
let timer = null;
let running = false;
let again = false;

function layOut(now = false) {
  clearTimeout(timer);
  timer = setTimeout(begin, now ? 0 : REST);
  if (laid) old();
}

async function begin() {
  if (running) {
    again = true;
    return;
  }
  running = true;
  byId("page-state").textContent = say("laying");
  try {
    const answer = await ask("/content/pages", { file });
    take(answer);
  } catch (problem) {
    byId("page-state").textContent = say("not-laid", { why: problem.message });
  }
  running = false;
  if (again || (laid && laid.digest !== state.digest)) {
    again = false;
    layOut(true);
  }
}

function take(answer) {
  if (!answer.sheets.length) {
    byId("page-state").textContent = say("no-pages");
    return;
  }
  laid = answer;
  shownAt = new Date().toTimeString().slice(0, 8);
  titles();
  draw();
  if (laid.digest === state.digest) byId("page-state").textContent = say("same");
  else old();
}

function old() {
  for (const sheet of byId("view").querySelectorAll(".page")) sheet.classList.add("old");
  byId("page-state").textContent = say("older", { time: shownAt });
}

function titles() {
  const bar = byId("titles");
  bar.hidden = laid.documents.length < 2;
  shownDocument = Math.min(shownDocument, laid.documents.length - 1);
  const tab = (title, index) => make("button", { type: "button", class: index === shownDocument ? "on" : "", "aria-current": index === shownDocument ? "page" : null, onclick: () => { shownDocument = index; titles(); draw(); } }, title);
  bar.replaceChildren(...(bar.hidden ? [] : laid.documents.map(tab)));
}

// ---- pages ----

function pages() {
  return laid.sheets.map((sheet, index) => ({ sheet, index })).filter(({ sheet }) => sheet.document === shownDocument);
}

const near = new IntersectionObserver(
  entries => {
    for (const { isIntersecting, target } of entries) if (isIntersecting && !target.src) target.src = target.dataset.src;
  },
  { root: byId("view"), rootMargin: "600px" },
);

function draw() {
  const view = byId("view");
  const top = view.scrollTop;
  const before = new Map([...view.querySelectorAll(".page")].map(page => [page.dataset.index, page.querySelector("img")]));
  const made = pages().map(({ sheet, index }) => sheetOf(sheet, index, before.get(String(index))));
  view.replaceChildren(...made);
  view.scrollTop = top;
  byId("page-count").textContent = say("of-pages", { count: made.length });
  follow();
  point(currentFinding());
}

// The former picture stays until the new one is there: the page does not flicker.
function sheetOf(sheet, index, former) {
  const scale = Math.min(3, Math.max(1, devicePixelRatio) * 1.25);
  const source = `/content/page?${new URLSearchParams({ file, digest: laid.digest, page: index, scale })}`;
  const picture = make("img", { alt: `${laid.documents[sheet.document]} ${say("page", { page: sheet.number })}`, "data-src": source, decoding: "async" });
  if (former?.complete && former.src) {
    picture.src = former.src;
    const next = new Image();
    next.onload = () => { picture.src = source; };
    next.src = source;
  } else near.observe(picture);
  const page = make("div", { class: "page", "data-index": index, "data-number": sheet.number }, picture, ...boxes(sheet, index));
  page.style.setProperty("--ratio", `${sheet.width} / ${sheet.height}`);
  page.style.setProperty("--wide", sheet.width / sheet.height);
  page.addEventListener("click", event => clicked(event, page, sheet));
  return page;
}

function boxes(sheet, index) {
  const open = new Map(findings().filter(each => !each.accepted).map(each => [each.key, each]));
  const made = [];
  for (const finding of laid.findings) {
    if (!open.has(finding.key) || finding.kind === "hint") continue;
    for (const box of finding.boxes.filter(each => each[0] === index)) made.push(boxOf(box, sheet, finding));
  }
  return made;
}

function boxOf([, left, top, right, foot], sheet, finding) {
  const kind = { fatal: "", error: "", warning: "w", doubt: "d" }[finding.kind] ?? "w";
  const box = make("button", { class: `box ${kind}`, type: "button", tabindex: -1, "data-key": finding.key, title: `${finding.weight}：${finding.title}`, "aria-label": `${finding.weight}：${finding.title}` });
  const part = (name, length, whole) => box.style.setProperty(name, `${(100 * length) / whole}%`);
  part("left", left, sheet.width);
  part("top", top, sheet.height);
  part("width", right - left, sheet.width);
  part("height", foot - top, sheet.height);
  box.addEventListener("click", event => {
    event.stopPropagation();
    choose(finding.key);
  });
  return box;
}

// A click on words: their field.
function clicked(event, page, sheet) {
  const { left, top, width } = page.getBoundingClientRect();
  const scale = sheet.width / width;
  const [x, y] = [(event.clientX - left) * scale, (event.clientY - top) * scale];
  const hit = sheet.runs.find(({ base, size, xs }) => xs[0] - 10 <= x && x <= xs[xs.length - 1] + 10 && base - size <= y && y <= base + size * 0.3);
  const line = hit && hit.line >= 0 ? laid.lines[hit.line] : null;
  if (line?.path && !focusField(line.path, { select: false })) tell(line.path);
}

function point(finding) {
  for (const box of byId("view").querySelectorAll(".box.on")) box.classList.remove("on");
  if (!finding || !laid) return;
  const told = laid.findings.find(each => each.key === finding.key);
  const first = told?.boxes[0];
  if (!first) return;
  const { document: own } = laid.sheets[first[0]];
  if (own !== shownDocument) {
    shownDocument = own;
    titles();
    draw();
    return;
  }
  for (const box of byId("view").querySelectorAll(`.box[data-key="${finding.key}"]`)) box.classList.add("on");
  bring(first);
}

function bring([index, , top, , foot]) {
  const view = byId("view");
  const page = view.querySelector(`.page[data-index="${index}"]`);
  if (!page) return;
  const scale = page.clientHeight / laid.sheets[index].height;
  const middle = page.offsetTop + ((top + foot) / 2) * scale;
  if (page.clientHeight <= view.clientHeight) view.scrollTop = page.offsetTop - 8;
  else view.scrollTop = middle - view.clientHeight / 2;
}

// ---- turning ----

function seen() {
  const view = byId("view");
  const all = [...view.querySelectorAll(".page")];
  const at = all.findIndex(page => page.offsetTop + page.clientHeight > view.scrollTop + view.clientHeight / 3);
  return { all, at: Math.max(at, 0) };
}

function follow() {
  const { all, at } = seen();
  byId("page-now").textContent = all[at] ? say("page", { page: all[at].dataset.number }) : "";
}

function turn(by) {
  const { all, at } = seen();
  const page = all[Math.min(Math.max(at + by, 0), all.length - 1)];
  if (page) byId("view").scrollTop = page.offsetTop - 8;
}

function sizeTo(name) {
  byId("view").dataset.size = name;
  for (const each of ["whole", "wide"]) byId(`size-${each}`).setAttribute("aria-pressed", String(each === name));
}

export function startPreview() {
  byId("view").addEventListener("scroll", () => requestAnimationFrame(follow), { passive: true });
  byId("page-before").addEventListener("click", () => turn(-1));
  byId("page-after").addEventListener("click", () => turn(1));
  byId("size-whole").addEventListener("click", () => sizeTo("whole"));
  byId("size-wide").addEventListener("click", () => sizeTo("wide"));
  onChosen(point);
  onChanged(() => layOut());
  layOut(true);
}

// Pictures in running text: dropped, pasted or chosen, laid down beside the file, and shown below the text with their names.

import { at, change, file, onChanged, settled, state } from "/static/edits.js";
import { followed } from "/static/card_parts.js";
import { appended } from "/static/charts/placing.js";
import { byId, freeName, make, speaker, tell } from "/static/page.js";
import { upload } from "/static/send.js";
import { redraw } from "/static/widgets.js";

const PROSE = '.widget[data-widget="prose"]';
const say = speaker(byId("picture-words"));
const LINE = /^图\d{0,2}[\s:：]+((?:[^:：\n（(]|[（(][^（）()\n]*[）)])+?)\s*[:：]\s*([^\s；;（(]+\.[A-Za-z]{3,4}(?:\s*[；;]\s*[^\s；;（(]+\.[A-Za-z]{3,4})*)(.*)$/;
const GROUP = "图"; // what references to pictures begin with
const strips = new Map(); // by widget
const isPicture = each => /^image\/(jpeg|png|svg\+xml)$/.test(each.type) || /\.(jpe?g|png|svg)$/i.test(each.name);

class Strip {
  constructor(widget) {
    const holder = widget.parentElement;
    Object.assign(this, { widget, holder, path: JSON.parse(holder.dataset.path) });
    this.chooser = make("input", { type: "file", accept: "image/jpeg,image/png,image/svg+xml", multiple: true, hidden: true, onchange: () => { this.add([...this.chooser.files]); this.chooser.value = ""; } });
    this.shown = make("div", { class: "pictures-shown" });
    this.button = make("button", { class: "btn", type: "button", title: say("hint"), "data-marks": true, onclick: () => this.chooser.click() }, say("add"));
    this.followed = make("p", { class: "card-followed", role: "status" });
    this.element = make("div", { class: "pictures" }, this.shown, this.followed, this.chooser);
    widget.after(this.element);
    widget.querySelector(".tools > .grow").before(this.button);
    this.show();
  }

  get text() {
    return String(at(state.tree, this.path) ?? "");
  }

  // Whether the text is one that lines of pictures can stand in.
  get takes() {
    return !this.widget.querySelector(".tools [data-marks][hidden]");
  }

  // The lines that show pictures: { line, name, files, rest }.
  get lines() {
    return this.text.split("\n").map((line, number) => ({ line, number, found: LINE.exec(line.trim()) })).filter(each => each.found)
      .map(({ line, number, found: [, name, files, rest] }) => ({ line, number, name, rest, files: files.split(/\s*[；;]\s*/) }));
  }

  show() {
    const told = JSON.stringify(this.lines);
    if (told === this.told || this.shown.contains(document.activeElement)) return;
    this.told = told;
    this.shown.replaceChildren(...this.lines.map(each => this.figure(each)));
  }

  figure({ number, name, files, rest }) {
    const pictures = files.map(each => {
      const picture = make("img", { alt: name, loading: "lazy", src: `/content/picture?${new URLSearchParams({ file, picture: each })}` });
      picture.addEventListener("error", () => picture.replaceWith(make("span", { class: "meta warn" }, say("missing", { file: each }))));
      return picture;
    });
    const caption = make("input", { class: "input", type: "text", value: name, "aria-label": say("caption"), autocomplete: "off" });
    caption.addEventListener("change", () => this.rename(number, files, rest, caption));
    followed(caption, told => [GROUP, told], say, this.followed);
    return make("figure", {}, make("div", { class: "pictures-side" }, ...pictures), make("figcaption", {}, caption, make("span", { class: "meta cut", title: files.join("；") }, files.join("；"))));
  }

  async rename(number, files, rest, caption) {
    const name = captionOf(caption.value);
    if (!name) return;
    caption.value = name;
    const lines = this.text.split("\n");
    lines[number] = lineOf(name, files, rest);
    const { ok, why } = await change(this.path, lines.join("\n"), { now: true });
    if (!ok) tell(why || "");
    redraw(this.path);
  }

  async add(files) {
    const wrong = files.filter(each => !isPicture(each));
    if (wrong.length) tell(say("not-a-picture", { name: wrong[0].name }));
    for (const each of files.filter(isPicture)) await this.put(each);
  }

  // Laid down beside the file; then a line in the text, where the editor wants it or at its end.
  async put(picture) {
    this.element.classList.add("old");
    try {
      const laid = await upload("/content/picture", { file }, { file: picture });
      const line = lineOf(this.freeName(captionOf(laid.name)), [laid.file], "");
      const wanted = new CustomEvent("desk:line", { bubbles: true, cancelable: true, detail: { line } });
      const isTaken = !this.widget.dispatchEvent(wanted);
      if (isTaken) await settled();
      if (isTaken || (await appended(this.path, line))) tell(say("added", { file: laid.file }));
      this.show();
      [...this.shown.querySelectorAll("input")].find(input => line.includes(` ${input.value}：`))?.select();
    } catch (problem) {
      tell(problem.message);
    } finally {
      this.element.classList.remove("old");
    }
  }

  freeName(name) {
    const taken = [...strips.values()].flatMap(strip => strip.lines.map(each => each.name));
    return freeName(at => (at > 1 ? `${name}${at}` : name), taken);
  }
}

// What a caption cannot hold: line ends, colons, braces, brackets that are not closed.
function captionOf(text) {
  const plain = text.replace(/[\s:：{}]+/g, " ").trim();
  return /^(?:[^（()）]|[（(][^（）()]*[）)])*$/.test(plain) ? plain : plain.replace(/[（()）]/g, " ").trim();
}

function lineOf(name, files, rest) {
  return `图 ${name}：${files.join("；")}${rest}`;
}

function begin() {
  for (const [widget] of strips) if (!widget.isConnected) strips.delete(widget);
  for (const widget of document.querySelectorAll(`.field > ${PROSE}`)) if (!strips.has(widget)) near.observe(widget);
}

const near = new IntersectionObserver(entries => {
  for (const { target, isIntersecting } of entries) if (isIntersecting && !strips.has(target)) strips.set(target, new Strip(target));
}, { rootMargin: "600px" });

// ---- dropped and pasted ----

const stripAt = element => {
  const strip = strips.get(element.closest?.(".field")?.querySelector(`:scope > ${PROSE}`));
  return strip?.takes ? strip : null;
};
const filesOf = transfer => [...(transfer?.files ?? [])];

document.addEventListener("dragover", event => {
  const strip = [...(event.dataTransfer?.types ?? [])].includes("Files") && stripAt(event.target);
  if (!strip) return;
  event.preventDefault();
  event.stopPropagation();
  strip.holder.classList.add("drop");
}, true);
for (const name of ["dragleave", "drop"]) document.addEventListener(name, event => stripAt(event.target)?.holder.classList.remove("drop"), true);
document.addEventListener("drop", event => {
  const strip = filesOf(event.dataTransfer).length && stripAt(event.target);
  if (!strip) return;
  event.preventDefault();
  event.stopPropagation();
  strip.add(filesOf(event.dataTransfer));
}, true);
// A picture alone: what comes with words from Word is for the editor.
document.addEventListener("paste", event => {
  const strip = stripAt(event.target);
  const files = filesOf(event.clipboardData).filter(isPicture);
  if (!strip || !files.length || event.clipboardData.getData("text/plain")) return;
  event.preventDefault();
  event.stopPropagation();
  strip.add(files);
}, true);

onChanged(() => { begin(); for (const strip of strips.values()) strip.show(); });
document.addEventListener("desk:redrawn", begin);
begin();

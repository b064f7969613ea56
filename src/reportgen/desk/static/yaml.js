// The file as text, for those who write YAML: findings at their lines, saved when the keys rest, never over what
// somebody else has written meanwhile.

import {
  EditorState,
  EditorView,
  HighlightStyle,
  bracketMatching,
  defaultKeymap,
  foldGutter,
  highlightActiveLine,
  highlightActiveLineGutter,
  history,
  historyKeymap,
  indentLess,
  indentMore,
  indentUnit,
  keymap,
  lineNumbers,
  lintGutter,
  setDiagnostics,
  syntaxHighlighting,
  tags,
  yaml,
} from "/static/vendor/codemirror/codemirror.js";
import { bothSides } from "/static/content/conflict.js";
import { check, findings, mend, onTold } from "/static/content/findings.js";
import { file, onChanged, replaced, settled, state } from "/static/edits.js";
import { byId, say, tell } from "/static/page.js";
import { wordsOf } from "/static/prose/words.js";
import { ask, Refused, send } from "/static/send.js";

const REST = 1000; // ms after the last key
const SEVERITIES = { fatal: "error", error: "error", warning: "warning", doubt: "info", hole: "info" };
const TAKEN = new Set(["Mod-Enter", "Mod-i"]);
const colours = HighlightStyle.define([
  { tag: tags.comment, class: "y-comment" },
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], class: "y-key" },
  { tag: [tags.string, tags.special(tags.string)], class: "y-string" },
  { tag: [tags.punctuation, tags.separator, tags.squareBracket, tags.brace], class: "y-mark" },
]);

let view = null;
let saved = { text: "", digest: "", end: "\n" };
let timer = 0;
let saving = Promise.resolve();
let changed = false; // whether the file was written from here since the form was made

function text() {
  return view.state.doc.toString();
}

// ---- findings at their lines ----

/** The characters of a finding: lines and columns count from 1 in characters, the editor in code units. */
function range({ line, column, length }) {
  if (!line || line > view.state.doc.lines) return { from: 0, to: 0 };
  const { from, text: words } = view.state.doc.line(line);
  const units = count => [...words].slice(0, count).join("").length;
  const start = from + units(Math.max(0, column - 1));
  return { from: start, to: Math.min(from + words.length, from + units(Math.max(0, column - 1) + length)) };
}

function shown(finding) {
  const message = [finding.label ? `${finding.title}：${finding.label}` : finding.title, ...finding.notes].join("\n");
  const actions = finding.change ? [{ name: finding.change, apply: () => save().then(() => mend(finding)) }] : [];
  return { ...range(finding), severity: SEVERITIES[finding.kind] ?? "info", source: finding.code, message, actions };
}

function open() {
  return findings().filter(each => !each.accepted && each.kind !== "hint" && each.line);
}

function mark() {
  if (!view || state.digest !== saved.digest || text() !== saved.text || view.composing) return;
  const list = open().map(shown).sort((one, other) => one.from - other.from);
  view.dispatch(setDiagnostics(view.state, list));
}

/** F8: the next finding behind the cursor is selected and told. */
function step(by) {
  const list = open().map(finding => ({ finding, ...range(finding) })).sort((one, other) => one.from - other.from);
  if (!list.length) return told("");
  const { from } = view.state.selection.main;
  const next = by > 0 ? list.find(each => each.from > from) ?? list[0] : list.findLast(each => each.from < from) ?? list[list.length - 1];
  view.focus();
  view.dispatch({ selection: { anchor: next.from, head: next.to }, effects: EditorView.scrollIntoView(next.from, { y: "center" }) });
  const { finding } = next;
  return told(`${finding.weight}　${finding.label ? `${finding.title}：${finding.label}` : finding.title}　${finding.code}`);
}

function told(words) {
  const line = byId("yaml-said");
  line.textContent = words;
  line.hidden = !words;
}

/** A text of the server, whose lines may end as those of Windows do. */
async function asked() {
  const { text: words, digest } = await ask("/content/text", { file });
  return { text: words.replace(/\r\n?/g, "\n"), digest, end: words.includes("\r\n") ? "\r\n" : "\n" };
}

// ---- saving ----

function later() {
  clearTimeout(timer);
  timer = setTimeout(save, REST);
}

function save() {
  clearTimeout(timer);
  saving = saving.then(() => (view && text() !== saved.text ? (view.composing ? later() : sent()) : undefined));
  return saving;
}

async function sent(digest = saved.digest) {
  const words = text();
  byId("saved").textContent = say("saving");
  try {
    const answer = await send("/content/type", { file }, { text: words.replace(/\n/g, saved.end), digest });
    saved = { ...saved, text: words, digest: answer.digest };
    changed = true;
    replaced(answer);
  } catch (problem) {
    if (problem instanceof Refused && problem.status === 409) return disagreed();
    byId("saved").textContent = problem instanceof Refused ? say("unsaved", { why: problem.message }) : problem.message;
    if (!(problem instanceof Refused)) later();
  }
  return undefined;
}

/** The file has changed meanwhile: both are shown, and one stays. */
async function disagreed() {
  const now = await asked();
  if (now.text === text()) saved = now;
  else if ((await bothSides("YAML", ...differing(text(), now.text))) === "mine") return sent(now.digest);
  else put(now);
  replaced(await ask("/content/tree", { file }));
  return undefined;
}

/** The lines in which two texts differ, with two around them. */
function differing(one, other) {
  const [mine, theirs] = [one.split("\n"), other.split("\n")];
  const least = Math.min(mine.length, theirs.length);
  let first = 0;
  while (first < least && mine[first] === theirs[first]) first += 1;
  let last = 0;
  while (last < least - first && mine[mine.length - 1 - last] === theirs[theirs.length - 1 - last]) last += 1;
  const part = lines => lines.slice(Math.max(0, first - 2), lines.length - Math.max(0, last - 2)).join("\n");
  return [part(mine), part(theirs)];
}

function put(now) {
  saved = now;
  const old = text();
  if (old === now.text) return;
  let from = 0;
  while (from < Math.min(old.length, now.text.length) && old[from] === now.text[from]) from += 1;
  let behind = 0;
  while (behind < Math.min(old.length, now.text.length) - from && old[old.length - 1 - behind] === now.text[now.text.length - 1 - behind]) behind += 1;
  view.dispatch({ changes: { from, to: old.length - behind, insert: now.text.slice(from, now.text.length - behind) } });
}

// ---- the tab ----

function editor(parent, words) {
  return new EditorView({
    parent,
    state: EditorState.create({
      doc: words,
      extensions: [
        EditorState.phrases.of(wordsOfEditor()),
        lineNumbers(),
        foldGutter(),
        lintGutter(),
        history(),
        yaml(),
        syntaxHighlighting(colours),
        bracketMatching(),
        highlightActiveLine(),
        highlightActiveLineGutter(),
        indentUnit.of("  "),
        EditorState.tabSize.of(2),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ "aria-label": wordsOf("yaml") }),
        keymap.of([
          { key: "Mod-s", run: () => (save(), true), preventDefault: true },
          { key: "Tab", run: indentMore, shift: indentLess },
          ...historyKeymap,
          ...defaultKeymap.filter(({ key }) => !TAKEN.has(key)),
        ]),
        EditorView.updateListener.of(update => update.docChanged && text() !== saved.text && later()),
      ],
    }),
  });
}

function wordsOfEditor() {
  const names = ["Fold line", "Unfold line", "folded code", "unfold", "Diagnostics", "No diagnostics"];
  return Object.fromEntries(names.map(name => [name, wordsOf(`cm ${name}`)]));
}

async function enter() {
  await settled();
  const now = await asked();
  const pane = byId("yaml");
  byId("form-parts").hidden = true;
  pane.hidden = false;
  pressed(true);
  if (view) put(now);
  else {
    saved = now;
    view = editor(pane.querySelector(".yaml-text"), now.text);
  }
  view.focus();
  mark();
  check();
}

async function leave() {
  await save();
  if (text() !== saved.text) return; // it says in the foot why it is not saved
  if (changed) location.reload();
  byId("yaml").hidden = true;
  byId("form-parts").hidden = false;
  pressed(false);
}

function pressed(yes) {
  for (const [id, on] of [["as-yaml", yes], ["as-form", !yes]]) {
    byId(id).classList.toggle("on", on);
    byId(id).setAttribute("aria-pressed", String(on));
  }
}

const active = () => !byId("yaml").hidden;

byId("as-yaml").addEventListener("click", () => active() || enter().catch(problem => tell(problem.message)));
byId("as-form").addEventListener("click", () => active() && leave());
byId("yaml").addEventListener("focusout", event => active() && !byId("yaml").contains(event.relatedTarget) && save());
addEventListener("pagehide", () => active() && save());
addEventListener("beforeunload", event => active() && text() !== saved.text && event.preventDefault());
addEventListener("keydown", event => {
  if (!active() || event.key !== "F8" || event.isComposing || event.keyCode === 229) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  step(event.shiftKey ? -1 : 1);
}, true);
onTold(mark);
onChanged(async ({ origin }) => {
  if (!view || !active() || origin === "text" || text() !== saved.text) return;
  put(await asked());
  mark();
});

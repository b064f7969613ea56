"""A page with one table of the screen, and a stand-in for the module that sends edits: what is sent is remembered."""

import json
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, CDPSession, Page, Route

from reportgen.desk.templating import rendered
from reportgen.record import Struct

STATIC = Path(__file__).resolve().parents[2] / "src" / "reportgen" / "desk" / "static"
ORIGIN = "http://desk.test"
Value = Any

_EDITS = """
const copied = value => value === undefined ? null : JSON.parse(JSON.stringify(value));
const tree = JSON.parse(document.getElementById("tree").textContent);
const before = [], undone = [];
export const sent = (globalThis.sent = []);

function at(path, from = tree) {
  return path.reduce((inner, step) => inner?.[Array.isArray(inner) ? Number(step) - 1 : step], from);
}
function put(path, value) {
  const inner = at(path.slice(0, -1)), last = path.at(-1);
  if (value === null) delete inner[last];
  else inner[Array.isArray(inner) ? Number(last) - 1 : last] = copied(value);
}
const redraw = () => globalThis.made.forEach(({ path, widget }) => widget.redraw(copied(at(path))));
function turn(from, to) {
  if (!from.length) return;
  to.push(copied(tree));
  Object.assign(tree, from.pop());
  redraw();
}
export const valueOf = path => copied(at(path));
export async function change(path, value, { now = false } = {}) {
  before.push(copied(tree));
  undone.length = 0;
  put(path, value);
  sent.push({ path, value: copied(value), now });
  redraw();
  return { ok: true };
}
export const undo = () => turn(before, undone);
export const redo = () => turn(undone, before);
const listeners = [];
export const onChanged = listener => listeners.push(listener);
function foreign(path, value) {
  put(path, value);
  for (const listener of listeners) listener({ path, value, origin: "edit" });
}
function reset(value) {
  for (const list of [before, undone, sent]) list.length = 0;
  for (const key of Object.keys(tree)) delete tree[key];
  Object.assign(tree, copied(value));
  redraw();
}
globalThis.standsIn = { valueOf, undo, redo, reset, foreign };
"""
_WIDGETS = """
globalThis.made = [];
export function widget(kind, make) {
  for (const element of document.querySelectorAll(`[data-widget="${kind}"]`)) {
    const path = JSON.parse(element.closest("[data-path]").dataset.path);
    globalThis.made.push({ path, widget: make(element, { path, element: element.closest(".field") }) });
  }
}
"""
_RENAMING = """
export const offerRenaming = (table, old, changed) => (globalThis.renamed ??= []).push([old, changed]);
"""
_PAGE = """<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>表格</title>
<meta name="token" content=""><meta name="gone" content="">
<link rel="stylesheet" href="/static/desk.css"><link rel="stylesheet" href="/static/table.css">
<script type="module" src="/static/{script}.js"></script></head><body>
<script type="application/json" id="tree">{tree}</script>
<main class="pane form"><div class="in"><button id="before">前</button>
<section class="field" data-path='{path}' data-name="{name}"><header class="lab"><b>{name}</b></header>
<div class="widget" data-widget="{widget}">{inside}</div><div class="finds"></div></section>
<button id="after">后</button></div></main></body></html>"""
_SCRIPTS = {"facts": "facts_table"}


class _Field(Struct):
    path: tuple[str, ...]
    value: Value = ""


class _Tables(Struct):
    view: Struct

    def of(self, _path: tuple[str, ...]) -> Struct:
        return self.view


class TablePage:
    """The table of one field; `wrong` is what the page complained of."""

    def __init__(
        self, browser: Browser, widget: str, view: Struct, path: tuple[str, ...], tree: Value = None, **size: int
    ) -> None:
        self.wrong: list[str] = []
        self.prints: dict[str, str] = {}
        """What references of cells print."""
        self._context = browser.new_context(
            viewport={"width": size.get("width", 1000), "height": size.get("height", 768)}
        )
        self._context.grant_permissions(["clipboard-read", "clipboard-write"])
        inside = rendered(f"widgets/{widget}.html", field=_Field(path), tables=_Tables(view))
        self._html = _PAGE.format(
            script=_SCRIPTS.get(widget, widget),
            tree=json.dumps(tree or {}, ensure_ascii=False).replace("<", "\\u003c"),
            path=json.dumps(list(path), ensure_ascii=False),
            name=path[-1],
            widget=widget,
            inside=inside,
        )
        self.path = list(path)
        self._context.route("**/*", self._answer)
        self.page: Page = self._context.new_page()
        self.page.on("console", lambda said: self.wrong.append(said.text) if said.type == "error" else None)
        self.page.on("pageerror", lambda error: self.wrong.append(str(error)))
        self.page.goto(f"{ORIGIN}/")
        self.page.wait_for_function("globalThis.made?.length > 0")

    def again(self, tree: Value, worked: dict[str, str]) -> None:
        """With another file, as if it had just been opened."""
        self.press("Escape", "Escape")
        self.page.evaluate(
            """([tree, worked]) => {
              document.activeElement.blur();
              standsIn.reset(tree);
              made[0].widget.mark([], worked);
            }""",
            [tree, worked],
        )

    def _answer(self, route: Route) -> None:
        name = route.request.url.removeprefix(ORIGIN)
        given = {
            "/": self._html,
            "/static/edits.js": _EDITS,
            "/static/widgets.js": _WIDGETS,
            "/static/renaming.js": _RENAMING,
        }
        policy = {"Content-Security-Policy": "default-src 'self'"}
        if name in given:
            kind = "text/javascript" if name.endswith(".js") else "text/html"
            route.fulfill(body=given[name], content_type=f"{kind}; charset=utf-8", headers=policy)
        elif name.startswith("/content/printed"):
            route.fulfill(json=self.prints)
        elif name.startswith("/static/") and (STATIC / name.removeprefix("/static/")).is_file():
            route.fulfill(path=STATIC / name.removeprefix("/static/"))
        else:
            route.fulfill(status=404, body="")

    def close(self) -> None:
        """With all that it has kept."""
        self._context.close()

    # ---- what a person does ----

    def click(self, row: int, column: int, **how: Any) -> None:
        """The cell of a row and a column, both from 0, the row's number not counted."""
        self.cell(row, column).click(**how)

    def press(self, *keys: str) -> None:
        """One after another."""
        for key in keys:
            self.page.keyboard.press(key)

    def type(self, text: str) -> None:
        """As from a keyboard without an input method."""
        self.page.keyboard.type(text)

    def compose(self, *steps: str) -> None:
        """What an input method shows while one types, then what it leaves."""
        session: CDPSession = self._context.new_cdp_session(self.page)
        for step in steps:
            at = len(step)
            session.send("Input.imeSetComposition", {"text": step, "selectionStart": at, "selectionEnd": at})
        session.send("Input.insertText", {"text": steps[-1]})

    def paste(self, text: str, html: str = "") -> None:
        """What a clipboard holds, both forms of it."""
        self.page.evaluate(
            """([text, html]) => {
              const data = new DataTransfer();
              data.setData("text/plain", text);
              if (html) data.setData("text/html", html);
              const how = { clipboardData: data, bubbles: true, cancelable: true };
              document.activeElement.dispatchEvent(new ClipboardEvent("paste", how));
            }""",
            [text, html],
        )

    # ---- what is seen, and what was sent ----

    def cell(self, row: int, column: int) -> Any:
        """The element of a cell."""
        return self.page.locator(".table-box").first.locator(
            f"tbody > tr:nth-child({row + 1}) > :nth-child({column + 2})"
        )

    def texts(self) -> list[list[str]]:
        """Every row of the table as it is shown, without the one to come."""
        rows = self.page.locator(".table-box").first.locator("tbody > tr:not(.fresh)")
        shown: list[list[str]] = rows.evaluate_all(
            "rows => rows.map(row => [...row.cells].slice(1).map(cell => cell.textContent))"
        )
        return shown

    def foot(self) -> list[list[str]]:
        """The lines of totals."""
        rows = self.page.locator(".table-box").first.locator("tfoot > tr")
        shown: list[list[str]] = rows.evaluate_all(
            "rows => rows.map(row => [...row.cells].map(cell => cell.textContent))"
        )
        return shown

    def value(self) -> Value:
        """The field as the file would have it."""
        return self.page.evaluate("path => standsIn.valueOf(path)", self.path)

    def sent(self) -> list[dict[str, Value]]:
        """All edits so far."""
        edits: list[dict[str, Value]] = self.page.evaluate("sent")
        return edits

    def current(self) -> list[int]:
        """Row and column of the current cell."""
        place: list[int] = self.page.locator("td.cur").first.evaluate(
            "cell => [cell.parentElement.sectionRowIndex, cell.cellIndex - 1]"
        )
        return place

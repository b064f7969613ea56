"""Prose as people write it, in Chromium: pages made of the program's own templates and scripts, without a server.

Addresses are answered from the package; what the page sends to change the file is kept in `window.changes`.
"""

import json
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect
from tests.support.example import EXAMPLE

from reportgen.desk.content.facts import Figures
from reportgen.desk.content.fields import view_of
from reportgen.desk.content.prose import Begins, prose_told
from reportgen.desk.templating import rendered, view_json
from reportgen.packs.fields import Field, FieldType
from reportgen.packs.samples import Samples
from reportgen.pipeline.check import check_text
from reportgen.pipeline.checked import Checked
from reportgen.record import as_json, replace
from reportgen.source.tree import Tree
from reportgen.world import own_folder

expect.set_options(timeout=15_000)  # of a machine that is busy; what comes at once is not waited for
ORIGIN = "http://127.0.0.1:8000"
POLICY = "default-src 'self'; img-src 'self' data: blob:; frame-ancestors 'none'"
STAND_INS = {
    "/static/edits.js": """
window.changes = [];
export function change(path, value) {
  window.changes.push([path.join("."), value]);
  return Promise.resolve({ ok: true });
}
export function onChanged(tell) { window.tell = tell; }
export const state = { tree: {} };
export const at = (tree, path) => path.reduce((value, name) => value?.[name] ?? null, tree);
""",
    "/static/widgets.js": """
import { changed } from "/static/facts.js";
export const viewOf = element => JSON.parse(element.querySelector("script").textContent);
export const beginOf = () => null;
export function widget(name, begin) {
  if (name === "prose") window.show = async html => {
    document.querySelector(".in").innerHTML = html;
    window.changes.length = 0;
    await changed();
    window.widgets = [...document.querySelectorAll(`[data-widget="${name}"]`)].map(element => {
      const field = element.closest(".field");
      return begin(element, { path: JSON.parse(field.dataset.path), name: field.dataset.name });
    });
  };
}
""",
}


@pytest.fixture(scope="session")
def checked() -> Checked:
    """The example, whose figures prose refers to."""
    return check_text(EXAMPLE, "内容.yaml")


class Desk:
    """A page with fields of prose; nothing but the package is asked for, and no error told."""

    def __init__(self, context: BrowserContext, checked: Checked) -> None:
        self.figures = Figures(checked)
        self.level = 1
        self.wrong: list[str] = []
        self.page: Page = context.new_page()
        self.page.on("console", lambda said: self.wrong.append(said.text) if said.type == "error" else None)
        self.page.on("pageerror", lambda error: self.wrong.append(str(error)))
        self.page.route("**/*", self._answer)
        self.page.goto(f"{ORIGIN}/open?file=a.yaml")
        self.page.wait_for_function("window.show")

    def show(self, *texts: Tree, level: int = 1) -> Page:
        """A field for each text; `level` is that of their sub-headings."""
        self.level = level
        fields = "".join(_field(f"正文{number}", text) for number, text in enumerate(texts, 1))
        self.page.evaluate("html => window.show(html)", fields)
        return self.page

    def _answer(self, route: Route) -> None:
        address = urlsplit(route.request.url)
        asked = {key: value[0] for key, value in parse_qs(address.query).items()}
        path = own_folder("desk") / address.path.lstrip("/")
        assert route.request.url.startswith(ORIGIN), route.request.url
        if address.path == "/open":
            route.fulfill(body=_page(), content_type="text/html; charset=utf-8", headers=self._headers("text/html"))
        elif address.path in STAND_INS:
            route.fulfill(body=STAND_INS[address.path], headers=self._headers("text/javascript"))
        elif path.is_file():
            kind = "text/css" if path.suffix == ".css" else "text/javascript"
            route.fulfill(body=path.read_bytes(), headers=self._headers(kind))
        else:
            route.fulfill(body=json.dumps(self._told(address.path, asked)), headers=self._headers("application/json"))

    def _told(self, path: str, asked: dict[str, str]) -> object:
        match path:
            case "/content/facts":
                return json.loads(as_json(self.figures.told))
            case "/content/printed":
                return self.figures.printed(asked["text"])
            case "/content/ways":
                return json.loads(as_json(list(self.figures.ways(asked["name"]))))
            case "/content/prose":
                told = prose_told(self.figures)
                begins = {f"正文{number}": Begins(self.level) for number in range(1, 4)}
                return json.loads(as_json(replace(told, numbering={**told.numbering, **begins})))
            case _:
                raise AssertionError(path)

    def _headers(self, kind: str) -> dict[str, str]:
        return {"Content-Type": f"{kind}; charset=utf-8", "Content-Security-Policy": POLICY}

    def text(self, at: int = 0) -> str:
        """What a field holds."""
        return str(self.page.evaluate("at => window.widgets[at].view.state.doc.toString()", at))

    def changes(self) -> list[list[str]]:
        """What was sent."""
        return list(self.page.evaluate("window.changes"))


def _field(name: str, text: Tree) -> str:
    view = view_json(view_of(Field(name, FieldType.PROSE, True, ""), (name,), {name: text}, Samples()))
    return f"""<section class="field" data-path='["{name}"]' data-name="{name}">
<header class="lab"><b>{name}</b></header>
<div class="widget" data-widget="prose">{rendered("widgets/prose.html")}
<script type="application/json">{view}</script></div>
<div class="finds"></div></section>"""


def _page() -> str:
    return f"""<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>正文</title>
<meta name="token" content=""><meta name="gone" content="">
<link rel="icon" href="data:,"><link rel="stylesheet" href="/static/desk.css"></head>
<body><main class="pane form"><h1>正文</h1><div class="in"></div></main>
{rendered("content/prose_parts.html")}
<script type="module" src="/static/prose.js"></script></body></html>"""


@pytest.fixture(scope="session")
def opened(browser: Browser, checked: Checked) -> Iterator[Desk]:
    """A window of 1366 × 768, which the tests share."""
    context = browser.new_context(viewport={"width": 1366, "height": 768})
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    yield Desk(context, checked)
    context.close()


@pytest.fixture
def desk(opened: Desk) -> Iterator[Desk]:
    """Nothing wrong was told in the test."""
    yield opened
    assert opened.wrong == []

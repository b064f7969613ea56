"""Prose as people write it, in Chromium: pages made of the program's own templates and scripts, without a server.

Addresses are answered from the package; what the page sends to change the file is kept in `window.changes`.
"""

import json
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route
from tests.support.browser import started
from tests.support.example import EXAMPLE

from reportgen.desk.content.facts import facts_told, printed, references_in, ways_to_print
from reportgen.desk.content.prose import ProseView, prose_view
from reportgen.desk.templating import rendered
from reportgen.pipeline.check import check_text
from reportgen.pipeline.checked import Checked
from reportgen.record import as_json
from reportgen.world import own_folder

ORIGIN = "http://127.0.0.1:8000"
POLICY = "default-src 'self'; img-src 'self' data: blob:; frame-ancestors 'none'"
STAND_INS = {
    "/static/edits.js": """
window.changes = [];
export function change(path, value, options) { window.changes.push([path.join("."), value]); return Promise.resolve({ok: true}); }
export function onChanged(tell) {}
export function valueOf(path) { return window.values?.[path.join(".")]; }
export const undo = () => {}, redo = () => {}, state = {};
""",
    "/static/widgets.js": """
window.widgets = [];
export function widget(name, make) {
  for (const element of document.querySelectorAll(`[data-widget="${name}"]`)) window.widgets.push(make(element));
}
""",
}


@pytest.fixture(scope="session")
def checked() -> Checked:
    """The example, whose figures prose refers to."""
    return check_text(EXAMPLE, "内容.yaml")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Ended behind the tests."""
    with started() as one:
        yield one


class Desk:
    """A page with fields of prose; nothing but the package is asked for, and no error told."""

    def __init__(self, context: BrowserContext, checked: Checked) -> None:
        self.checked = checked
        self.references = references_in(checked)
        self.wrong: list[str] = []
        self.html = ""
        self.page: Page = context.new_page()
        self.page.on("console", lambda said: self.wrong.append(said.text) if said.type == "error" else None)
        self.page.on("pageerror", lambda error: self.wrong.append(str(error)))
        context.route("**/*", self._answer)

    def show(self, *texts: str, **options: object) -> Page:
        """Opens a page with a field for each text."""
        views = [prose_view(None, self.references, **options) for _text in texts]  # type: ignore[arg-type]
        self.html = _page(
            [
                _field(f"正文{number}", view, text, printed(self.references, text))
                for number, (view, text) in enumerate(zip(views, texts, strict=True), 1)
            ]
        )
        self.page.goto(f"{ORIGIN}/open?file=a.yaml")
        self.page.wait_for_function("window.widgets?.length > 0 || !document.querySelector('[data-widget]')")
        return self.page

    def _answer(self, route: Route) -> None:
        address = urlsplit(route.request.url)
        asked = {key: value[0] for key, value in parse_qs(address.query).items()}
        path = own_folder("desk") / address.path.lstrip("/")
        assert route.request.url.startswith(ORIGIN), route.request.url
        if address.path == "/open":
            route.fulfill(body=self.html, content_type="text/html; charset=utf-8", headers=self._headers("text/html"))
        elif address.path in STAND_INS:
            route.fulfill(body=STAND_INS[address.path], headers=self._headers("text/javascript"))
        elif path.is_file():
            kind = "text/css" if path.suffix == ".css" else "text/javascript"
            route.fulfill(body=path.read_bytes(), headers=self._headers(kind))
        else:
            route.fulfill(body=json.dumps(self._told(address.path, asked)), headers=self._headers("application/json"))

    def _told(self, path: str, asked: dict[str, str]) -> object:
        assert self.references
        match path:
            case "/content/facts":
                return json.loads(as_json(facts_told(self.checked)))
            case "/content/printed":
                return printed(self.references, asked["text"])
            case "/content/ways":
                ways = ways_to_print(self.references, asked["name"])
                return [{"reference": reference, "value": value} for reference, value in ways]
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


def _field(name: str, view: ProseView, text: str, chips: dict[str, str]) -> str:
    own = json.dumps({**json.loads(as_json(view)), "text": text, "chips": chips}).replace("<", "\\u003c")
    widget = rendered("widgets/prose.html", view=view)
    return (
        f"""<section class="field" data-path='["{name}"]' data-name="{name}"><header class="lab"><b>{name}</b></header>"""
        f"""<div class="widget" data-widget="prose"><script type="application/json">{own}</script>{widget}</div>"""
        """<div class="finds"></div></section>"""
    )


def _page(fields: list[str]) -> str:
    return f"""<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>正文</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="/static/desk.css"></head>
<body><main class="pane form"><div class="in"><h1>正文</h1>{"".join(fields)}</div></main>{rendered("content/prose_parts.html")}
<script type="module" src="/static/prose.js"></script></body></html>"""


@pytest.fixture(scope="session")
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A window of 1366 × 768."""
    one = browser.new_context(viewport={"width": 1366, "height": 768})
    one.grant_permissions(["clipboard-read", "clipboard-write"])
    yield one
    one.close()


@pytest.fixture
def desk(context: BrowserContext, checked: Checked) -> Iterator[Desk]:
    """Closed behind the test, nothing wrong told."""
    one = Desk(context, checked)
    yield one
    one.page.close()
    assert one.wrong == []

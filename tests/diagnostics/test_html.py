"""The HTML page: one file, for a person who has no other program."""

import re
from html.parser import HTMLParser

import pytest
from tests.diagnostics.outcomes import FILE, SUM, UNREADABLE, outcome

from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.diagnostics.formats import emit
from reportgen.record import replace

VOID = {"meta", "input", "br"}


class Page(HTMLParser):
    """The text of each element with a class or a name of interest, and whether tags are balanced."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[tuple[str, str]] = []
        self.texts: dict[str, list[str]] = {}
        self.attributes: list[tuple[str, str | None]] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes += attrs
        if tag not in VOID:
            self.open.append((tag, dict(attrs).get("class") or ""))
            self.texts.setdefault(tag, []).append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        for tag in {tag for tag, _class in self.open}:
            self.texts[tag][-1] += data


def page(*findings: Diagnostic) -> Page:
    return Page(emit("html", outcome(*findings)))


def words(text: str) -> str:
    return " ".join(text.split())


def test_the_tags_are_balanced() -> None:
    assert page().open == []


def test_nothing_is_loaded_from_anywhere() -> None:
    text = emit("html", outcome())
    links = [value for name, value in Page(text).attributes if name in ("src", "href", "action", "data")]
    assert links
    assert [link for link in links if not (link or "").startswith("#")] == []
    assert not re.search(r"url\(|@import|https?:|fetch\(", text)
    assert "default-src 'none'" in text


def test_findings_stand_under_their_file_and_section() -> None:
    made = page()
    assert made.texts["h2"][:4] == ["问题清单，重的在前", FILE, "好.yaml", "坏.yaml"]
    assert made.texts["h3"][:2] == ["不在正文里的内容", "三、（二）执行管理情况分析"]
    assert [re.findall(r"[A-Z]{3}\d{3}", card)[0] for card in made.texts["article"]] == [
        "FMT003",
        "WRD001",
        "NUM003",
        "PUN001",
    ]


def test_a_finding_shows_the_line_the_working_the_basis_and_what_to_do() -> None:
    (card,) = page(SUM).texts["article"]
    assert words(card) == (
        "错误 NUM003 分项之和与总额不符 第 2 行 · PDF 第 4 页 项目资金: {批复: 288.1, 支出: 244.89} 244.89 "
        "2 个分项合计 275.57：60 + 215.57 相差 30.68万元 "
        "依据《项目支出绩效评价管理办法》（财预〔2020〕10号） 改法更正总额 已改不改 回清单"
    )
    assert page(SUM).texts["mark"] == ["244.89"]


def test_an_acknowledged_finding_shows_the_reason() -> None:
    (card,) = [card for card in page().texts["article"] if "WRD001" in card]
    assert "确认的原因按公开发布的原文录入" in words(card)


def test_the_numbers_are_counted() -> None:
    made = page()
    assert made.texts["p"][0] == "错误 1 处，疑似 1 处，警告 1 处，已确认 1 处"
    assert [words(label) for label in made.texts["label"]][:4] == ["错误 1", "警告 1", "提示 1", "已确认 1"]
    assert any(UNREADABLE in cell for cell in made.texts["td"])


@pytest.mark.parametrize("kind", ["error", "warning", "hint", "accepted"])
def test_each_severity_can_be_hidden(kind: str) -> None:
    attributes = page().attributes
    assert ("value", kind) in attributes
    assert ("class", kind) in attributes


def test_every_link_leads_to_a_place_of_the_page() -> None:
    attributes = page().attributes
    places = {value for name, value in attributes if name == "id"}
    assert {(value or "").removeprefix("#") for name, value in attributes if name == "href"} <= places


def test_what_is_quoted_is_no_markup() -> None:
    text = emit("html", outcome(replace(SUM, label="<script>alert(1)</script>")))
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text
    assert text.count("<script>") == 1


def test_the_page_explains_its_codes() -> None:
    (manual,) = page(SUM).texts["details"]
    assert "读报告的人会把分项加一遍" in manual


def test_the_list_names_the_heaviest_first_with_line_and_page_and_leads_to_each() -> None:
    """Errors before warnings and hints; what is acknowledged comes last."""
    text = emit("html", outcome())
    (listed,) = re.findall(r'<table id="list">.*?</table>', text, re.DOTALL)
    rows = re.findall(r'<tr class="(\w+)" data-key="([^"]+)">(.*?)</tr>', listed, re.DOTALL)
    assert [kind for kind, _key, _row in rows] == ["error", "warning", "hint", "accepted"]
    assert all(f'href="#{key}"' in row and f'<article class="{kind}" id="{key}"' in text for kind, key, row in rows)
    assert "第 2 行 · PDF 第 4 页" in words(re.sub(r"<[^>]*>", "", rows[0][2]))


def test_each_finding_can_be_ticked_and_the_browser_alone_remembers() -> None:
    """Under a key that stays when lines move; what is acknowledged asks for nothing."""
    text = emit("html", outcome())
    (listed,) = re.findall(r'<table id="list">.*?</table>', text, re.DOTALL)
    assert (listed.count('name="mended"'), listed.count('name="kept"')) == (3, 3)
    assert "localStorage" in text
    later = replace(SUM, page=9)
    keys = [re.findall(r'data-key="(f-[^"]+)"', emit("html", outcome(finding))) for finding in (SUM, later)]
    assert keys[0] == keys[1]
    assert len(set(keys[0])) == 1

"""Orders of several organs, GB/T 9704-2012 §10.2 with §7.2.4 and §7.3.5.3: who issues them and who signs, measured."""

from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from tests.support.made import ROOT
from tests.support.pages import Line, page_lines
from tests.support.printed import pages

from reportgen.model.document import line_of
from reportgen.model.engine import Engine
from reportgen.pipeline.build import build
from reportgen.pipeline.check import check_text
from reportgen.pipeline.finished import check_finished

EXAMPLE = (ROOT / "templates" / "official-order" / "example.yaml").read_text(encoding="utf-8")
TRADES = {
    "水利": (("示例省水利厅", "厅长", "赵明"), ("示例省财政厅", "厅长", "钱小红")),
    "卫生": (
        ("示例省卫生健康委员会", "主任", "孙立"),
        ("示例省教育厅", "厅长", "李梅"),
        ("示例省公安厅", "厅长", "周成"),
    ),
    "司法": (("示例省高级人民法院", "院长", "吴文"), ("示例省司法厅", "厅长", "郑军")),
}


def order(trade: str, barred: bool = False) -> str:
    """The example, issued by several organs: each has a line in the letterhead and one below the text.

    `barred`: they are written in one line with bars between, and no line each.
    """

    def listed(words: list[str]) -> str:
        return f"{' | '.join(words)}\n" if barred else "|\n" + "".join(f"  {each}\n" for each in words)

    organs = [organ for organ, _post, _name in TRADES[trade]]
    changes = {
        "单位: 示例县人民政府\n": f"单位: {organs[0]}\n联合单位: {listed(organs[1:])}",
        "发文机关标志: 示例县人民政府令\n": f"发文机关标志: {listed([*organs, '令'])}",
        "签发人职务: 县长\n": f"签发人职务: {listed([organ + post for organ, post, _name in TRADES[trade]])}",
        "签发人: 赵　明\n": f"签发人: {listed([name for _organ, _post, name in TRADES[trade]])}",
    }
    text = EXAMPLE
    for old, new in changes.items():
        assert old in text
        text = text.replace(old, new, 1)
    return text


@cache
def lines(trade: str, kind: str, folder: Path) -> list[Line]:
    return [line for page in page_lines(pages(order(trade), kind, folder)) for line in page]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("orders")


@pytest.mark.parametrize(("trade", "kind"), [*((trade, Engine.TYPST.value) for trade in TRADES), ("卫生", "docx")])
def test_posts_end_and_names_begin_below_each_other_a_line_apart(trade: str, kind: str, folder: Path) -> None:
    """右空四字, the posts two characters before; the date ends where the names may."""
    said = lines(trade, kind, folder)
    own = [line for line in said if any(line.text.replace("\t", "").startswith(o + p) for o, p, _n in TRADES[trade])]
    assert len(own) == len(TRADES[trade])
    begins = [
        line.glyphs[-3 if len("".join(name)) == 3 else -2].left
        for line, (_o, _p, name) in zip(own, TRADES[trade], strict=True)
    ]
    assert max(begins) - min(begins) < 32
    apart = [one.baseline - other.baseline for one, other in pairwise(own)]
    assert all(each == pytest.approx(2 * 28.95, abs=1.5) for each in apart)
    (day,) = [line for line in said if "".join(line.text.split()) == "2025年3月20日"]
    assert day.right == pytest.approx((210 - 26) / 25.4 * 72 - 4 * 15.75, abs=3)


@pytest.mark.parametrize("trade", TRADES)
def test_nothing_is_said_of_it_and_it_is_read_as_an_order(trade: str, tmp_path: Path) -> None:
    built = build(check_text(order(trade), "令.yaml"), ["docx", "pdf"])
    assert [found.label for found in built.report] == []
    for kind in ("docx", "pdf"):
        path = tmp_path / f"令.{kind}"
        path.write_bytes(built.outputs[kind])
        assert [(found.code, found.label) for found in check_finished(path).report] == []


def test_each_who_signs_has_a_post() -> None:
    text = order("水利").replace("  示例省财政厅厅长\n", "")
    found = [(each.code, each.label) for each in check_text(text, "令.yaml").report]
    assert found == [("CON025", "签发人职务 1 个，签发人 2 个")]


def test_an_order_of_one_organ_is_what_it_was() -> None:
    built = build(check_text(EXAMPLE, "令.yaml"), ["txt"])
    assert "县长　　赵　明\n2025年3月20日" in built.outputs["txt"].decode()


@pytest.mark.parametrize("trade", TRADES)
def test_bars_in_one_line_part_as_lines_do(trade: str) -> None:
    listed, barred = (check_text(order(trade, barred), "令.yaml") for barred in (False, True))
    assert barred.document is not None
    assert listed.document is not None
    assert [line_of(block) for block in barred.document.walk()] == [line_of(block) for block in listed.document.walk()]


@pytest.mark.parametrize(
    ("written", "titles"),
    [
        ("预算执行表 | 病床使用情况", ["预算执行表", "病床使用情况"]),
        ("{{ 名单 | 份 }}学生名单｜收费标准", ["3份学生名单", "收费标准"]),
        ("供水管网图", ["供水管网图"]),
    ],
)
def test_bars_part_annexes_and_not_a_reference(written: str, titles: list[str]) -> None:
    text = EXAMPLE.replace("正文: |", f'数据: {{名单: 3份}}\n附件说明: "{written}"\n正文: |', 1)
    document = check_text(text, "令.yaml").document
    assert document is not None
    assert [title.text for title in document.annexes] == titles

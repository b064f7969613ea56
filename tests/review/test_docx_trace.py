"""A built Word file knows its lines: a hidden bookmark round each, and the trace in a part of its own."""

from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from tests.support.made import ROOT
from tests.support.word import converted, sdk_validate

from reportgen.pipeline.build import build
from reportgen.pipeline.check import check_file
from reportgen.pipeline.finished import check_finished
from reportgen.render.provenance import Provenance, marked, provenance_of
from reportgen.review.remarks.holding import held
from reportgen.review.trace import BOOKMARK, Trace, trace_from, trace_of
from reportgen.word.marked import marked_paragraphs
from reportgen.word.package import Package, W
from reportgen.word.traces import trace_in, without_trace

COURT = """\
文种: official-letter
单位: 示例市中级人民法院
发文机关标志: 示例市中级人民法院文件
发文字号: 示例中法〔2025〕3号
事由: 报送2024年度绩效自评材料
公文种类: 函
主送机关: 示例市财政局
正文: |
  自评工作已经完成。

  表 支出情况（单位：万元）
  | 项目 | 支出 |
  | 审判辅助 | 120.00 |
  | 设备 | 20.00 |
成文日期: 2025年3月5日
抄送: 示例市审计局
印发机关: 示例市中级人民法院办公室
"""

Words = dict[str, str]
Save = Callable[[bytes], bytes]


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A letter of a court, with a table in it."""
    path = tmp_path_factory.mktemp("court") / "letter.yaml"
    path.write_text(COURT, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def docx(content: Path) -> bytes:
    """Its Word file."""
    return build(check_file(content), ("docx",)).outputs["docx"]


def _trace(content: bytes) -> Trace:
    trace = trace_from(trace_in(Package("letter.docx", content)) or b"")
    assert trace is not None
    return trace


def _bookmarked(content: bytes) -> Words:
    """The words in each of our bookmarks, by its name."""
    root = Package("letter.docx", content).main()
    assert root is not None
    found: Words = {}
    open_: dict[str, str] = {}
    for node in root.iter(W + "bookmarkStart", W + "bookmarkEnd", W + "t"):
        number = str(node.get(W + "id"))
        if node.tag == W + "t":
            found |= {name: found.get(name, "") + (node.text or "") for name in open_.values()}
        elif node.tag == W + "bookmarkEnd":
            open_.pop(number, None)
        elif str(node.get(W + "name")).startswith(BOOKMARK):
            open_[number] = str(node.get(W + "name"))
    return found


def test_a_bookmark_holds_the_words_of_its_line(docx: bytes) -> None:
    """Title, addressee, headings, text, every cell, signature and date."""
    lines = {BOOKMARK + line.name: line.text for line in _trace(docx).lines}
    words = _bookmarked(docx)
    assert {name: lines[name] for name in words} == words
    assert {"示例市财政局：", "自评工作已经完成。", "审判辅助", "120.00", "2025年3月5日"} <= set(words.values())


def test_the_trace_is_that_of_the_content(content: Path, docx: bytes) -> None:
    """With the digest of the content file, by which an older version is known."""
    checked = check_file(content)
    assert checked.document is not None
    root, file = checked.source.root, checked.source.file
    assert _trace(docx) == trace_of(checked.document, root, file, content.read_bytes())


def test_a_name_stands_once_whatever_the_form() -> None:
    """Merged cells, forms that repeat heads in their middle, annexes."""
    made = build(check_file(ROOT / "content/dongguan-2020.yaml"), ("docx",)).outputs["docx"]
    root = Package("dongguan.docx", made).main()
    assert root is not None
    names = [node.get(W + "name") for node in root.iter(W + "bookmarkStart")]
    assert len(set(names)) == len(names) == len(_trace(made).lines) - 1  # a slot that is printed within another


def test_libreoffice_keeps_them(docx: bytes, tmp_path: Path) -> None:
    """Opened and saved: all bookmarks with their words, those of the imprint as copies, since it floats; the trace."""
    saved = converted(_written(docx, tmp_path), _folder(tmp_path), "docx")
    assert {
        name.partition("_Copy")[0]: words for name, words in _bookmarked(saved.read_bytes()).items()
    } == _bookmarked(docx)
    assert _trace(saved.read_bytes()) == _trace(docx)
    copy = held(marked_paragraphs(Package("saved.docx", saved.read_bytes())), _trace(docx).lines, {}, frozenset())
    assert {BOOKMARK + name for name in copy.named} == set(_bookmarked(docx))


def test_the_file_is_made_the_same_again_and_is_known_as_ours(
    content: Path, docx: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The digest of the program's own files reaches over bookmarks and trace."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1741136400")
    once, again = (build(check_file(content), ("docx",)).outputs["docx"] for _time in range(2))
    assert once == again
    assert provenance_of("docx", docx, lambda _content: "") is Provenance.OURS
    assert provenance_of("docx", without_trace(docx, "letter.docx"), lambda _content: "") is Provenance.EDITED


def test_it_goes_without_a_trace(docx: bytes, tmp_path: Path) -> None:
    """For the public edition: bookmarks and part away, with all that refers to them; the words stay."""
    without = without_trace(docx, "letter.docx")
    package = Package("letter.docx", without)
    assert trace_in(package) is None
    assert _bookmarked(without) == {}
    assert not any("customXml" in name for name in package.every_name())
    path = tmp_path / "public.docx"
    path.write_bytes(marked("docx", without))
    assert sdk_validate(path) == []
    assert provenance_of("docx", path.read_bytes(), lambda _content: "") is Provenance.OURS
    assert without_trace(without, "letter.docx") == without
    words = [
        [paragraph.text for paragraph in Document(str(each)).paragraphs] for each in (path, _written(docx, tmp_path))
    ]
    assert words[0] == words[1]


def test_check_says_nothing_of_them(docx: bytes, tmp_path: Path) -> None:
    """Neither form nor disclosure: they are no words of the report."""
    with_them, without = _written(docx, tmp_path), tmp_path / "without.docx"
    without.write_bytes(without_trace(docx, "letter.docx"))
    said = [[(each.code, each.label) for each in check_finished(path).report] for path in (with_them, without)]
    assert said[0] == said[1]


def _folder(parent: Path) -> Path:
    (parent / "saved").mkdir()
    return parent / "saved"


def _written(content: bytes, folder: Path) -> Path:
    path = folder / "letter.docx"
    path.write_bytes(content)
    return path

"""A content file on the screen: edits reach the disk, undo brings them back, and nobody's edit is lost."""

from pathlib import Path

import pytest
from tests.support.example import EXAMPLE

from reportgen.desk.content.document import Changed, OpenDocument
from reportgen.desk.content.history import History
from reportgen.desk.content.repairs import keep, repair
from reportgen.errors import UsageProblem
from reportgen.pipeline.check import check_file
from reportgen.review.fingerprint import Fingerprints
from reportgen.source.tree import tree_at


@pytest.fixture
def document(tmp_path: Path) -> OpenDocument:
    path = tmp_path / "科技馆.yaml"
    path.write_text(EXAMPLE.replace("支付率: 98.0%", "支付率: 89.0%"), encoding="utf-8")
    return OpenDocument(path, (), History(path))


def edit(document: OpenDocument, path: str, old: str, new: str) -> None:
    document.edit(tuple(path.split(".")), old, new, document.read().digest)


def test_an_edit_changes_one_line_of_the_file(document: OpenDocument) -> None:
    before = document.path.read_text(encoding="utf-8").split("\n")
    edit(document, "预算.三公经费.支出", "0.60", "0.80")
    after = document.path.read_text(encoding="utf-8").split("\n")
    assert [line for line in after if line not in before] == ["  三公经费: {批复: 1.00, 支出: 0.80}"]


def test_an_edit_of_a_file_that_was_changed_elsewhere_is_refused(document: OpenDocument) -> None:
    digest = document.read().digest
    text = document.path.read_text(encoding="utf-8")
    document.path.write_text(text.replace("支出: 0.60", "支出: 0.70"), encoding="utf-8")
    with pytest.raises(Changed) as refused:
        document.edit(("预算", "三公经费", "支出"), "0.60", "0.80", digest)
    assert "支出: 0.70" in refused.value.now.saved.text
    assert "支出: 0.70" in document.path.read_text(encoding="utf-8")


def test_undo_brings_the_text_back_to_the_character(document: OpenDocument) -> None:
    before = document.path.read_bytes()
    edit(document, "单位", "某市科技馆", "某市青少年科技馆")
    now = document.read()
    document.edit(("活动",), tree_at(now.tree, ("活动",)), [], now.digest)
    assert document.undo()
    assert document.undo()
    assert document.path.read_bytes() == before
    assert document.undo() is None
    assert document.redo()
    assert "某市青少年科技馆" in document.path.read_text(encoding="utf-8")


def test_what_is_typed_in_one_field_is_one_step(document: OpenDocument) -> None:
    for old, new in (("某市科技馆", "某市科"), ("某市科", "某市科协"), ("某市科协", "某市科协机关")):
        edit(document, "单位", old, new)
    assert len(document.done) == 1


def test_undo_does_not_take_away_what_somebody_else_wrote(document: OpenDocument) -> None:
    edit(document, "单位", "某市科技馆", "某市青少年科技馆")
    text = document.path.read_text(encoding="utf-8")
    document.path.write_text(text.replace("年度: 2024", "年度: 2025"), encoding="utf-8")
    assert document.undo() is None
    assert "年度: 2025" in document.path.read_text(encoding="utf-8")


def test_former_states_are_kept_beside_the_file(document: OpenDocument) -> None:
    before = document.path.read_text(encoding="utf-8")
    edit(document, "单位", "某市科技馆", "某市青少年科技馆")
    assert [state.text for state in document.history.states()] == [before]


def key_of(document: OpenDocument, code: str) -> str:
    checked = check_file(document.path)
    names = Fingerprints(checked.source)
    return next(names.of(finding) for finding in checked.report if finding.code == code)


def test_a_finding_is_repaired(document: OpenDocument) -> None:
    repair(document, key_of(document, "NUM001"), document.read().digest)
    assert document.path.read_text(encoding="utf-8") == EXAMPLE


def test_a_finding_is_kept_with_its_reason(document: OpenDocument) -> None:
    keep(document, key_of(document, "NUM001"), "按财政确认的口径", document.read().digest)
    assert "    # 忽略 NUM001：按财政确认的口径\n    - {名称: 展厅运行经费" in document.path.read_text(encoding="utf-8")
    kept = next(each for each in check_file(document.path).report if each.code == "NUM001")
    assert kept.acknowledged == "按财政确认的口径"


def test_keeping_asks_for_a_reason(document: OpenDocument) -> None:
    with pytest.raises(UsageProblem, match="要写原因"):
        keep(document, key_of(document, "NUM001"), " ", document.read().digest)


def test_a_file_with_a_slip_of_form_is_not_edited_by_fields(document: OpenDocument) -> None:
    document.path.write_text(EXAMPLE.replace("年度: 2024", "年度：2024"), encoding="utf-8")
    with pytest.raises(UsageProblem, match="写法有错"):
        edit(document, "单位", "某市科技馆", "某市青少年科技馆")

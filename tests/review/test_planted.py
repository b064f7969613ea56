"""Remarks of all kinds, planted in copies of a published report: the short form of `script/remarks`."""

from pathlib import Path

from benchmarks.remarks.run import ROOT, results
from tests.support.reviewed import Copy

from reportgen.pipeline.build import build_file
from reportgen.pipeline.pull import pull
from reportgen.pipeline.returned import read_copy


def test_planted_remarks_come_home_to_their_lines(tmp_path: Path) -> None:
    """Marks of six programs in a PDF, comments and changes in Word files; none is lost."""
    found = list(results(tmp_path, ("linze-2023",), 40, office=False))
    assert len(found) == 40
    assert len({(each.plant.form, each.plant.kind) for each in found}) > 25
    assert [each.plant for each in found if not each.right] == []


def test_each_document_of_a_file_knows_its_copies(tmp_path: Path) -> None:
    """A file that makes three documents: the trace tells which of them came back."""
    path = tmp_path / "year.yaml"
    path.write_bytes((ROOT / "content" / "example-year-2024.yaml").read_bytes())
    built = build_file(path, (), ("docx",))
    for name, made in built.beside.items():
        copy = Copy(made["docx"])
        copy.comment("举办科普", f"{name}：请核对")
        path.with_suffix(".docx").write_bytes(copy.saved())
        (outcome,) = pull(read_copy(path.with_suffix(".docx")), path).outcomes
        assert outcome.remark.text == f"{name}：请核对"
        assert "举办科普" in path.read_text(encoding="utf-8").splitlines()[outcome.line - 1]

"""The copy that goes round: every finding at its words. Its pages are those of the final: see test_standards.py."""

import json
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from tests.support.letters import WRONG_SUM
from tests.support.made import Made
from tests.support.shell import Shell

from reportgen.pdf import page_texts
from reportgen.pdf.attachments import attached_files
from reportgen.pipeline.reviewing.copy import copies_of, review_file
from reportgen.pipeline.reviewing.reviewed import Reviewed
from reportgen.review.trace import ATTACHED, trace_from


@pytest.fixture(scope="module")
def letter(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A letter of a school whose parts come to more than their total."""
    path = tmp_path_factory.mktemp("review") / "回函.yaml"
    path.write_text(WRONG_SUM, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def reviewed(letter: Path) -> Reviewed:
    return review_file(letter)


@pytest.fixture(scope="module")
def report(nanyang: Made) -> Reviewed:
    """A long report of a museum."""
    return copies_of(nanyang.built)


def notes(content: bytes) -> list[tuple[int, str, str, str]]:
    """The page of each note, its code, the words under it, and what it says."""
    found = []
    with pikepdf.open(BytesIO(content)) as pdf:
        document = pypdfium2.PdfDocument(content)
        for number, page in enumerate(pdf.pages):
            text = document[number].get_textpage()
            for note in page.obj.get("/Annots", []):
                if str(note.get("/T", "")) == "reportgen":
                    words = text.get_text_bounded(*(float(edge) for edge in note.Rect))
                    found.append((number + 1, str(note.Subj), "".join(words.split()), str(note.Contents)))
    return found


def test_a_finding_is_noted_at_its_words(reviewed: Reviewed) -> None:
    """With the working and its fingerprint; a figure of a reference is one figure with its unit."""
    (entry,) = [each for each in reviewed.entries if each.finding.code.startswith("NUM")]
    ((page, code, words, said),) = [each for each in notes(reviewed.copies[""]) if each[1].startswith("NUM")]
    assert (page, code, entry.page) == (1, entry.finding.code, 1)
    assert words in WRONG_SUM
    assert said.startswith(f"{entry.number}. 疑似 {code}")
    assert all(part in said for part in (*entry.finding.notes, entry.fingerprint))


def test_nearly_every_finding_of_a_long_report_has_its_words(report: Reviewed) -> None:
    """But for what is printed nowhere: the copy tells of it on its closing pages."""
    found = notes(report.copies[""])
    assert len(found) == sum(bool(entry.page) for entry in report.entries) >= len(report.entries) - 1
    by_code = {(page, code): words for page, code, words, _said in found}
    assert by_code[3, "NUM002"] == "597.77万元"
    assert by_code[4, "NUM033"] == "94.4%"
    assert by_code[8, "NUM018"] == "51.6%"


def test_the_closing_pages_list_findings_figures_and_room_to_sign(report: Reviewed) -> None:
    content = report.copies[""]
    said = "".join("".join(page_texts(content)[20:]).split())
    accepted = [entry for entry in report.entries if entry.finding.acknowledged]
    assert "审核表" in said
    assert all(entry.fingerprint in said for entry in report.entries)
    assert all("".join(entry.finding.acknowledged.split()) in said for entry in accepted)
    assert all(words in said for words in ("第8页第17行", "挂钩率", "96.0%", "审核人", "签名"))


def test_the_copy_carries_what_it_was_made_of(reviewed: Reviewed, letter: Path) -> None:
    """So that what comes back is known to be of this version, and which line it is about."""
    files = attached_files(reviewed.copies[""], "")
    assert files["回函.yaml"] == letter.read_bytes()
    trace = trace_from(files[ATTACHED])
    assert trace is not None
    assert {line.path for line in trace.lines} >= {"正文", "主送机关"}
    assert json.loads(files[ATTACHED])["file"] == "回函.yaml"


def test_on_the_command_line(letter: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """A finding is dismissed by the fingerprint that the copy shows, and is in the next one with the reason."""
    monkeypatch.chdir(letter.parent)
    shell = Shell(letter.parent, capsys)
    code, out, _err = shell.run("review", "回函.yaml")
    listed = next(line for line in out.splitlines() if " NUM" in line)
    assert (code, "已生成：output/回函-送审.pdf" in out) == (0, True)
    _code, out, _err = shell.run("review", "回函.yaml", "--dismiss", listed.split()[-1], "--reason", "含上年结转")
    assert out.startswith("不改的 1 处已记在 回函.不改.yaml")
    (said,) = [each[3] for each in notes(Path("output/回函-送审.pdf").read_bytes()) if each[1].startswith("NUM")]
    assert "已确认，不改的理由：含上年结转" in said
    assert "含上年结转" in shell.run("check", "回函.yaml")[1]
    assert shell.run("check", ".")[0] == 0, "the list itself is no content file"
    (letter.parent / "回函.不改.yaml").unlink()

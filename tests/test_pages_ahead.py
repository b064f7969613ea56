"""Pages that are set while the rules still read the document: the same pages, and what goes wrong is told as ever."""

from pathlib import Path
from threading import get_ident

import pytest
from tests.support.example import changed

from reportgen.errors import EnvironmentProblem
from reportgen.model.engine import Engine
from reportgen.pipeline import ahead as pages_ahead
from reportgen.pipeline.build import build, build_file
from reportgen.pipeline.check import check_file
from reportgen.pipeline.drafts import Draft
from reportgen.pipeline.pages import PdfOptions, print_draft
from reportgen.render.made_pdf import Pdf

FORMATS = ("docx", "pdf")


@pytest.fixture
def printed(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """By which threads PDFs are printed."""
    threads: list[int] = []

    def noted(draft: Draft, options: PdfOptions) -> Pdf:
        threads.append(get_ident())
        return print_draft(draft, options)

    monkeypatch.setattr(pages_ahead, "print_draft", noted)
    return threads


def written(folder: Path, *changes: tuple[str, str]) -> Path:
    path = folder / "科技馆.yaml"
    path.write_text(changed(*changes), encoding="utf-8")
    return path


def test_pages_are_set_in_another_thread_and_are_the_same(
    tmp_path: Path, printed: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1735689600")
    path = written(tmp_path)
    beside = build_file(path, (), FORMATS)
    behind = build(check_file(path), FORMATS)
    assert beside.outputs == behind.outputs
    assert beside.report == behind.report
    assert [thread == get_ident() for thread in printed] == [False, True]


def test_a_document_that_cannot_be_made_is_not_printed(tmp_path: Path, printed: list[int]) -> None:
    assert not build_file(written(tmp_path, ("年度: 2024", "年度: 二十四")), (), FORMATS).outputs
    assert printed == []


def test_without_a_pdf_nothing_is_printed(tmp_path: Path, printed: list[int]) -> None:
    assert set(build_file(written(tmp_path), (), ["docx"]).outputs) == {"docx"}
    assert printed == []


def test_the_other_engine_and_archives_wait_for_the_rules(tmp_path: Path, printed: list[int]) -> None:
    build_file(written(tmp_path), (), ["pdf"], engine=Engine.WEASYPRINT)
    build_file(written(tmp_path), (), ["pdf"], archive=True)
    assert printed == [get_ident()] * 2


def test_what_goes_wrong_there_is_raised_for_whoever_wants_the_pages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_fonts(_draft: Draft, _options: PdfOptions) -> Pdf:
        raise EnvironmentProblem("字体不在")

    monkeypatch.setattr(pages_ahead, "print_draft", no_fonts)
    with pytest.raises(EnvironmentProblem, match="字体不在"):
        build_file(written(tmp_path), (), FORMATS)

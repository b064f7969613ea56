"""Whichever engine prints what the project ships, its pages are the same: the gates of docs/engines.md, file by file.

And what Typst prints keeps PDF/A-2a and PDF/UA-1, judged by veraPDF. What needs LibreOffice or all documents at once is
asked by `./script/engines` alone.
"""

from pathlib import Path

import pytest
from benchmarks.engines.documents import content_files, printed_documents
from benchmarks.engines.gates import gates_between_engines
from tests.support.verapdf import breaches

from reportgen.model.engine import Engine

STANDARDS = ("PDF/A-2a", "PDF/UA-1")


@pytest.mark.parametrize("path", content_files(), ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_both_engines_print_the_same_pages_for_archives_and_for_screen_readers(path: Path) -> None:
    printed = printed_documents([path], docx=False)
    broken = {(each.name, name): breaches(each.pdfs[Engine.TYPST], name) for each in printed for name in STANDARDS}
    assert {document: told for document, told in broken.items() if told} == {}
    found = {gate.name: gate.failures for gate in gates_between_engines(printed)}
    assert {name: failures for name, failures in found.items() if failures} == {}
    assert "bookmarks, title, author" in found

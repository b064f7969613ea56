"""Whichever engine prints what the project ships, its pages are the same: the gates of docs/engines.md, file by file.

What needs LibreOffice or all documents at once is asked by `./script/engines` alone; the standards are in
test_standards.
"""

from pathlib import Path

import pytest
from benchmarks.engines.documents import content_files, printed_documents
from benchmarks.engines.gates import gates_between_engines


@pytest.mark.parametrize("path", content_files(), ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_both_engines_print_the_same_pages(path: Path) -> None:
    found = {gate.name: gate.failures for gate in gates_between_engines(printed_documents([path]))}
    assert {name: failures for name, failures in found.items() if failures} == {}
    assert "bookmarks, title, author" in found

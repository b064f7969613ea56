"""The gallery shows every document type as its pack now is; what it shows is made by `docs/gallery.py`.

`REPORTGEN_ACCEPT=1 pytest -n 0 tests/test_docs_gallery.py` writes the words anew; pictures are drawn by the script.
"""

import os

import pytest
from docs import gallery
from tests.support.markdown import ROOT

LARGEST_PICTURE = 80 * 1024


def test_the_gallery_says_of_each_pack_what_it_is_and_needs() -> None:
    text = gallery.page(gallery.packs())
    if os.environ.get("REPORTGEN_ACCEPT"):
        gallery.PAGE.write_text(text, encoding="utf-8")
    assert gallery.PAGE.read_text(encoding="utf-8") == text


def test_every_pack_has_a_picture_and_no_picture_has_lost_its_pack() -> None:
    """Missing: `.venv/bin/python docs/gallery.py NAME`."""
    assert {path.stem for path in gallery.PICTURES.iterdir()} == {pack.name for pack in gallery.packs()}


def test_the_pictures_of_the_gallery_are_small() -> None:
    assert [path.name for path in gallery.PICTURES.iterdir() if path.stat().st_size > LARGEST_PICTURE] == []


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_every_document_type_stands_in_both_readmes(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert [pack.title for pack in gallery.packs() if pack.title not in text] == []

"""templates/ holds data alone, and each pack is whole."""

import json
from pathlib import Path

import pytest

from reportgen.packs.loader import load_pack, pack_folders
from reportgen.packs.schema import json_schema
from reportgen.pipeline.check import check_file
from reportgen.pipeline.described import described
from reportgen.pipeline.drafts import template_of

FOLDERS = pack_folders()
KINDS = {".yaml", ".docx", ".json", ".txt"}


def test_no_pack_holds_code() -> None:
    files = [path for folder in FOLDERS for path in folder.rglob("*") if path.is_file()]
    assert files != []
    assert [path.name for path in files if path.suffix not in KINDS] == []


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_pack_and_its_template_fit(folder: Path) -> None:
    pack, found = load_pack(folder)
    assert found == []
    assert pack is not None
    assert template_of(pack)[1] == []


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_the_example_of_a_pack_has_nothing_to_report(folder: Path) -> None:
    assert [(d.code, str(d.place)) for d in check_file(folder / "example.yaml").report] == []


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_the_schema_file_is_that_of_the_pack(folder: Path) -> None:
    """`reportgen schema PACK > templates/PACK/schema.json` makes it anew."""
    pack, _found = load_pack(folder)
    assert pack is not None
    assert json.loads((folder / "schema.json").read_text(encoding="utf-8")) == json_schema(described(pack))

"""A pack that somebody sends may link to its neighbours, and to nothing else of the reader's disk."""

import shutil
from pathlib import Path

import pytest

from reportgen.packs.loader import load_pack

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
OUTSIDE = "是一个链接，连到了模板文件夹外面，没有读"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A pack of a folder of packs; beside that folder lies what is no pack's business."""
    folder = tmp_path / "本单位模板" / "自评报告"
    shutil.copytree(TEMPLATES / "dept-evaluation", folder)
    shutil.copy(folder / "template.docx", tmp_path / "别的报告.docx")
    (tmp_path / "口令.yaml").write_text("口令: [\n", encoding="utf-8")
    return folder


def said(folder: Path) -> list[tuple[str, str]]:
    return [(Path(each.place.file).name, each.label) for each in load_pack(folder)[1]]


LINKS = [
    ("template.docx", "../../别的报告.docx"),
    ("wordlist.yaml", "../../口令.yaml"),
    ("wordlist.yaml", "/dev/zero"),
    ("pack.yaml", "/etc/passwd"),
    ("example.yaml", "../../没有.yaml"),
]


@pytest.mark.parametrize(("name", "target"), LINKS)
def test_a_link_out_of_the_packs_is_told_and_not_read(own: Path, name: str, target: str) -> None:
    (own / name).unlink(missing_ok=True)
    (own / name).symlink_to(target)
    assert said(own) == [(name, OUTSIDE)]


def test_a_link_to_a_neighbour_and_a_pack_that_is_a_link_are_read(own: Path, tmp_path: Path) -> None:
    """A bureau keeps one template for several packs, and its packs in one place."""
    shutil.copytree(own, own.parent / "共用")
    (own / "template.docx").unlink()
    (own / "template.docx").symlink_to("../共用/template.docx")
    (tmp_path / "科室").mkdir()
    (tmp_path / "科室" / "自评报告").symlink_to(own)
    assert said(own) == said(tmp_path / "科室" / "自评报告") == []

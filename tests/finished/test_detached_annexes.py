"""A finished annex that is not bound together with its text: its first line is no letterhead (§7.3.7)."""

import re
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from tests.support.made import ROOT

from reportgen.pipeline.build import build
from reportgen.pipeline.check import check_file, check_text

EXAMPLE = (ROOT / "templates" / "official-annex" / "example.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", ["docx", "pdf"])
@pytest.mark.parametrize("number", ["示医发〔2025〕7号", "样小函〔2025〕118号", "示水字〔2025〕30号"])
def test_its_first_line_is_its_mark(number: str, kind: str, tmp_path: Path) -> None:
    built = build(check_text(EXAMPLE.replace("某科馆〔2025〕12号", number), "附件.yaml"), (kind,))
    path = tmp_path / f"annex.{kind}"
    path.write_bytes(built.outputs[kind])
    assert [(each.code, each.label) for each in check_file(path).report] == []


def test_its_first_line_is_held_against_the_standard(tmp_path: Path) -> None:
    """In 仿宋 it is a deviation of the mark, and of no 发文字号."""
    made = build(check_text(EXAMPLE, "附件.yaml"), ("docx",)).outputs["docx"]
    path = tmp_path / "annex.docx"
    path.write_bytes(in_fangsong(made))
    assert [each.label for each in check_file(path).report] == ["附件标记·字体字号：是三号仿宋"]


def in_fangsong(content: bytes) -> bytes:
    """The Word file with the style of marks in 仿宋."""
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "word/styles.xml":
                style = re.search(r'<w:style [^>]*w:styleId="GWAnnexMark".*?</w:style>', part.decode(), re.DOTALL)
                assert style
                part = part.replace(style[0].encode(), style[0].replace("黑体", "仿宋_GB2312").encode())
            new.writestr(name, part)
    return stream.getvalue()

"""Two independent validators pass the real report's Word file, and the emptiest and the most hostile one."""

from pathlib import Path

import pytest
from tests.support.example import EXAMPLE, changed
from tests.support.made import Made
from tests.support.word import audit, sdk_validate

from reportgen.pipeline.build import build
from reportgen.pipeline.check import check_text

AWKWARD = changed(
    ("单位: 某市科技馆", "单位: '某市<科技>&\"馆\"]]>𠮷😀'"),
    ("问题: 活动计划不够周密", "问题: '甲 & 乙 <丙>'"),
)


def test_the_report_is_valid(nanyang: Made) -> None:
    assert audit(nanyang.path("docx")) == []
    assert sdk_validate(nanyang.path("docx")) == []


@pytest.mark.parametrize("text", [EXAMPLE, AWKWARD], ids=["example", "awkward"])
def test_other_content_is_valid_too(text: str, tmp_path: Path) -> None:
    path = tmp_path / "示例.docx"
    path.write_bytes(build(check_text(text, "示例.yaml"), ["docx"]).outputs["docx"])
    assert audit(path) == []
    assert sdk_validate(path) == []

"""Content files with lines of prose: the example with them put in under 投入情况分析."""

from tests.support.example import changed

from reportgen.model.document import Document
from reportgen.pipeline.check import check_text
from reportgen.pipeline.checked import Checked

PROSE = "各项目均设定了量化的绩效目标。\n"
"""After this sentence of the example lines may be added."""


def added(*lines: str) -> tuple[str, str]:
    """The change, for `changed`, that puts lines in."""
    return PROSE, PROSE + "".join(f"    {line}\n" for line in lines)


def checked(*lines: str) -> Checked:
    """The example with lines of prose."""
    return check_text(changed(added(*lines)), "内容.yaml")


def document(checked: Checked) -> Document:
    """The document of a content file with which nothing is wrong."""
    assert [(finding.code, finding.label) for finding in checked.report] == []
    assert checked.document is not None
    return checked.document

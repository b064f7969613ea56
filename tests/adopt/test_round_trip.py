"""What the program has built it can adopt: every content file and every example, as Word file and as PDF."""

from pathlib import Path

import pytest
from tests.support.adopted import printed_by, squeezed
from tests.support.made import ROOT

from reportgen.adopt.values import Certainty
from reportgen.pipeline.adopted import adopt_file
from reportgen.pipeline.build import Built, build
from reportgen.pipeline.check import check_file
from reportgen.render.plain import printed_lines

CONTENTS = sorted((ROOT / "content").glob("*.yaml"))
EXAMPLES = sorted((ROOT / "templates").glob("*/example.yaml"))

DIFFERENT = {
    ("example-year-2024", "docx"): "图要自己放回去，图题列在没有放进去的里面",
    ("example-evidence-2024", "docx"): "图要自己放回去，图题列在没有放进去的里面",
    ("example-evidence-2024", "pdf"): "图要自己放回去，图题列在没有放进去的里面",
    ("example-year-2024", "pdf"): "图要自己放回去，图题列在没有放进去的里面",
    ("official-approval", "docx"): "第二页的标题当作了小标题",
    ("official-approval", "pdf"): "第二页的标题当作了小标题",
    ("official-letter", "pdf"): "抄送机关换了行，断成两段",
    ("official-minutes", "pdf"): "出席人员换了行，断成两段",
    ("official-note", "pdf"): "发文机关的红字当作了标题的一部分",
    ("official-order", "docx"): "命令的签署人没有固定的写法",
    ("official-order", "pdf"): "命令的签署人没有固定的写法",
}
"""Documents that come out otherwise, and why."""


def named(path: Path) -> str:
    """The name of a content file, of an example that of its pack."""
    return path.parent.name if path.stem == "example" else path.stem


@pytest.fixture(scope="module", params=[*CONTENTS, *EXAMPLES], ids=named)
def made(request: pytest.FixtureRequest) -> tuple[str, Built]:
    """The name of a document, and the document with its Word file and its PDF."""
    return named(request.param), build(check_file(request.param), ("docx", "pdf"))


@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_it_comes_out_as_it_was(made: tuple[str, Built], kind: str, tmp_path: Path) -> None:
    """The content file builds to the same lines, but where the list above says why not."""
    name, built = made
    path = tmp_path / f"{name}.{kind}"
    path.write_bytes(built.outputs[kind])
    main = built.checked.main
    assert main is not None
    adoption = adopt_file(path, main.pack)
    lines = [line.text for line in printed_lines(main.document, main.template.frame)]
    assert (printed_by(adoption) == squeezed(lines)) is ((name, kind) not in DIFFERENT)
    lost = [remark.words for remark in adoption.remarks if remark.certainty is Certainty.UNPLACED]
    assert len("".join(lost)) <= len("".join(lines)) // 10

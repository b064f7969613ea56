"""Whatever document is made: persons and numbers planted in it stand in no public edition."""

from pathlib import Path

import pytest
from tests.support.made import ROOT

from reportgen.pipeline.build import build
from reportgen.pipeline.check import check_text
from reportgen.pipeline.finished import check_finished
from reportgen.pipeline.public.edition import published
from reportgen.rules import all_rules
from reportgen.source.paths import texts_of
from reportgen.source.reader import read_source

FILES = [
    *(ROOT / "templates").glob("*/example.yaml"),
    *(each for each in (ROOT / "content").glob("*.yaml") if "example" not in each.name),
]
PLANTED = "患者王欣怡手机13800138000，司机李建英身份证号11010519491231002X。"
DISCLOSURE = {code: rule for code, rule in all_rules().items() if code.startswith("DIS")}


@pytest.fixture(autouse=True)
def only_rules_of_disclosure(monkeypatch: pytest.MonkeyPatch) -> None:
    for stage in ("check", "remarks", "finished"):
        monkeypatch.setattr(f"reportgen.pipeline.{stage}.all_rules", lambda: DISCLOSURE)


def planted(text: str) -> str:
    """The text with a sentence more in the first of its longest values."""
    source, _found = read_source(text, "内容.yaml")
    assert source.root is not None
    longest = max((keyed.text for keyed in texts_of(source.root)), key=lambda each: len(each.text))
    first = longest.text.split("\n")[0] if longest.block else longest.text
    return text.replace(first, first + PLANTED, 1)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem if path.stem != "example" else path.parent.name)
def test_no_public_edition_says_what_must_not_be_published(path: Path, tmp_path: Path) -> None:
    checked = check_text(planted(path.read_text(encoding="utf-8")), str(path))
    found = {finding.code for finding in checked.report}
    assert "DIS002" in found
    made = published(checked)
    if made.checked.report.fatal:
        assert all(draft.pack.internal for draft in made.checked.drafts)
        return
    built = build(made.checked, ("docx",))
    for name, outputs in {"": built.outputs, **built.beside}.items():
        target = tmp_path / f"{path.stem}-公开{name}.docx"
        target.write_bytes(outputs["docx"])
        assert [finding for finding in check_finished(target).report if finding.code.startswith("DIS")] == []

"""Whatever a template looks like, it is filled or refused in words: never a traceback."""

import random
import re
from pathlib import Path

import pytest
from tests.support.edited import Edited, after_title, at, box, field_of, p, picture, png, run, table
from tests.support.example import EXAMPLE, PACK
from tests.support.mutated import mutated

from reportgen.errors import UsageProblem
from reportgen.pipeline.build import build
from reportgen.pipeline.check import check_text
from reportgen.pipeline.drafts import forget_packs

FULL = Edited(
    after_title(
        p(box(p("{{ 单位 }}印"), anchor=at(("column", 300), ("paragraph", 0))))
        + table(("甲", "{{ 年度 }}"), ("乙", "丙"))
        + p(picture("logo"))
    ),
    headers={"default": p(run("{{ 单位 }}\t{{ 年度 }}")) + p(field_of("PAGE"))},
    footers={"even": p("尾")},
    media={"logo.png": png()},
)
OTHERS = [PACK / "template.docx", PACK.parent / "official-letter" / "template.docx"]
TEXT = re.sub("(?m)^文种: .*", "文种: 本单位的报告", EXAMPLE)


@pytest.mark.parametrize("seed", range(2))
def test_a_damaged_template_is_filled_or_refused(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    templates = [FULL.docx(), *(path.read_bytes() for path in OTHERS)]
    root = Edited().pack_in(tmp_path)
    made = refused = 0
    for _number in range(20):
        (root / "改过的" / "template.docx").write_bytes(mutated(chance.choice(templates), chance))
        forget_packs()
        try:
            built = build(check_text(TEXT, "报告.yaml", (root,)), ("docx", "html"))
        except UsageProblem:
            refused += 1
        else:
            made += bool(built.outputs)
            refused += not built.outputs
    assert made > 0, "most damage leaves a template that can be used"
    assert made + refused == 20

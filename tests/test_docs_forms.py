"""The forms of the guide 自己做一个模板 come out as they are drawn there.

On that page a `yaml 表格` block is a form: of the fields and with the content that the page gives once, in its blocks
`yaml 例子的字段` and `yaml 例子的内容`. The table behind it is what it becomes; the table that stands first is that of
the pack which the reader makes. `REPORTGEN_ACCEPT=1 pytest -n 0 tests/test_docs_forms.py` draws them anew.
"""

import os
import shutil
from collections.abc import Mapping
from pathlib import Path
from textwrap import indent

from tests.support.drawn import drawn
from tests.support.forms import tables_of
from tests.support.markdown import PAGES, ROOT, Fence

from reportgen.model.table import Table
from reportgen.pipeline.check import check_file

(GUIDE,) = [page for page in PAGES if page.path.stem == "自己做一个模板"]
WRITTEN = "写入 "


def noted(note: str) -> list[Fence]:
    """The blocks of the guide that carry a note."""
    return [fence for fence in GUIDE.fences() if fence.note == note]


def settle(answers: Mapping[Fence, str]) -> None:
    """The guide must show these; with REPORTGEN_ACCEPT it is made to."""
    text = GUIDE.answered(answers)
    if os.environ.get("REPORTGEN_ACCEPT"):
        GUIDE.path.write_text(text, encoding="utf-8")
    assert GUIDE.text == text


def test_each_form_comes_out_as_drawn(tmp_path: Path) -> None:
    (fields,), (content,) = noted("例子的字段"), noted("例子的内容")
    forms = noted("表格")
    assert len(forms) >= 7
    following = dict(zip(GUIDE.fences(), GUIDE.fences()[1:], strict=False))
    answers: dict[Fence, str] = {}
    for form in forms:
        name = form.body.partition(":")[0]
        pack = f"名称: 例子\n标题: 例子\n{fields.body}表格:\n{indent(form.body, '  ')}提纲:\n  - 表: {name}\n"
        shown = following[form]
        assert shown.language == "table", f"no table behind line {form.line}"
        (table, *_others) = tables_of(tmp_path, pack, content.body)
        answers[shown] = drawn(table)
    settle(answers)


def test_the_form_that_the_reader_makes_comes_out_as_drawn(tmp_path: Path) -> None:
    files = {fence.note.removeprefix(WRITTEN): fence.body for fence in GUIDE.fences() if fence.note.startswith(WRITTEN)}
    for name, body in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(body, encoding="utf-8")
    packs = tmp_path / "本单位模板"
    shutil.copy(ROOT / "templates" / "project-self-evaluation" / "template.docx", packs / "活动经费表")
    checked = check_file(tmp_path / "content" / "经费表.yaml", (packs,))
    assert checked.document is not None
    (table,) = [block for block in checked.document.walk() if isinstance(block, Table)]
    shown = next(fence for fence in GUIDE.fences() if fence.language == "table")
    settle({shown: drawn(table)})

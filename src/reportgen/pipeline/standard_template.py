"""The template of what the program itself has to say on paper: that of its own report."""

from functools import cache

from reportgen.packs.loader import find_pack, pack_in
from reportgen.pipeline.drafts import template_of
from reportgen.word.template import Template


@cache
def standard_template() -> Template:
    """The template of 部门整体支出绩效评价报告, as the program brings it along."""
    folder = find_pack("dept-evaluation")
    pack = pack_in(folder)[0] if folder else None
    assert pack is not None, "the program's own pack is whole"
    return template_of(pack)[0]

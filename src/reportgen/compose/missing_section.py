"""A section that a pack requires and a content file says nothing for."""

from collections.abc import Iterator

from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.diagnostics.kinds import MISSING
from reportgen.language import _
from reportgen.packs.outline import Section, field_steps
from reportgen.packs.pack import Pack
from reportgen.place import Place


def missing_section(section: Section, pack: Pack, file: str) -> Iterator[Diagnostic]:
    """Only what no required field has already said: the pack may require a section of optional fields."""
    paths = pack.paths()
    fields = [paths[step.path] for step in field_steps(section.steps)]
    if section.required and not any(field.required for field in fields):
        label = _("没有「{heading}」这一节", heading=section.heading)
        fix = _("可以写：{names}", names=_("、").join(field.name for field in fields))
        yield MISSING.at(Place(file, 1, 1), label, fix=fix)

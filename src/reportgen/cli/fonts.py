"""Which faces the PDF shows: the unit's own, or those that stand in for the official ones."""

from pathlib import Path

from reportgen.fonts import FACES, LATIN, SYMBOLS, Face, stack
from reportgen.language import _
from reportgen.render.typefaces.own_fonts import hanzi_missing, own_fonts
from reportgen.world import fonts_folder

_FOR_HANZI = tuple(face for face in FACES if face not in (LATIN, SYMBOLS))


def taken(face: Face, folder: Path | None) -> str:
    """What the PDF shows for an official face, and how many hanzi come from elsewhere."""
    own = own_fonts(folder).get(face.official) if folder and face in _FOR_HANZI else None
    if own:
        return _with_lacks(own.path.name, own.lacks, face.family)
    lacks = hanzi_missing(fonts_folder() / face.file) if face in _FOR_HANZI else 0
    return _with_lacks(face.family, lacks, stack(face.official)[2])


def fonts_line(folder: Path) -> str:
    """One line for whoever has fonts of his own: which are taken, and what stands in for the others."""
    own = own_fonts(folder)
    found = [face.official for face in _FOR_HANZI if face.official in own]
    others = [
        _("{official}（{family}）", official=face.official, family=face.family)
        for face in _FOR_HANZI
        if face.official not in own
    ]
    parts = [_("{names} 用 {folder} 里的", names=_("、").join(found), folder=folder)] if found else []
    parts += [_("{names} 用替代字体", names=_("、").join(others))] if others else []
    return _("PDF 的字体：") + _("，").join(parts)


def _with_lacks(name: str, lacks: int, behind: str) -> str:
    if not lacks:
        return name
    return _("{name}（通用规范汉字里缺 {count} 个，由 {behind} 补）", name=name, count=lacks, behind=behind)

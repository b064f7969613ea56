"""What a content file does not print of the report that it was adopted from: listed, and kept at its end as comments.

The content file is composed once and held against the report, so that nothing is dropped.
"""

from collections.abc import Iterator, Sequence

from reportgen.adopt.values import Certainty, Remark
from reportgen.finished.figures import figure_name
from reportgen.finished.headings import label_of
from reportgen.finished.parts import Grid, Line, Part
from reportgen.finished.tables import caption_name
from reportgen.language import _
from reportgen.pipeline.drafts import Roots, drafts
from reportgen.render.plain import edge_lines, printed_lines
from reportgen.source.beside import Beside
from reportgen.source.node import Mapping
from reportgen.source.reader import read_source


def unplaced(text: str, parts: Sequence[Part], remarks: Sequence[Remark], roots: Roots) -> list[Remark]:
    """The lines of a report that its content file would not print, and that no remark tells yet."""
    source, _found = read_source(text, "")
    made = drafts(source.root, roots, Beside(None))[0] if isinstance(source.root, Mapping) else []
    printed = [line.text for draft in made for line in printed_lines(draft.document, draft.template.frame)]
    edges = [
        line for draft in made for page in (1, 2) for line in edge_lines(draft.document, draft.template.frame, page, 0)
    ]
    there = _bare("".join([*printed, *edges])) + "".join(_bare(remark.words) for remark in remarks)
    why = _("照这个内容文件做出来的文件里没有这句话")
    lost = [line for line in dict.fromkeys(texts_of(parts)) if not _is_in(line, there)]
    return [Remark(Certainty.UNPLACED, line, why=why) for line in lost]


def kept_lines(remarks: Sequence[Remark]) -> Iterator[str]:
    """What has no place, as comments at the end of the file."""
    told = [remark for remark in remarks if remark.certainty is Certainty.UNPLACED]
    if told:
        yield ""
        yield "# ---- " + _("下面是没有放进去的话，逐句放到该放的栏目里，或者删去")
    for remark in told:
        yield from (f"# {line}" for line in remark.words.splitlines())


def texts_of(parts: Sequence[Part]) -> Iterator[str]:
    """The lines of a report, those of its notes and of the cells of its tables among them."""
    for part in parts:
        match part:
            case Line():
                yield (part.number + part.text).strip()
                yield from (note.text.strip() for note in part.notes)
            case Grid():
                for box in part.boxes:
                    yield from (line.strip() for line in box.text.splitlines() if line.strip())
            case _:
                pass


def _is_in(line: str, there: str) -> bool:
    """Whether the words of a line are there; numbers, of figures and tables too, the program prints in its own form."""
    bare = (line, label_of(Line(line)).words, figure_name(line), caption_name(line))
    return any(_bare(words) in there for words in bare)


def _bare(words: str) -> str:
    return "".join(words.split())

"""Resets → the Word file with its layout as it is due."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set

from reportgen import patterns as re
from reportgen.diagnostics.repair import Reset, Trait
from reportgen.finished.docx.resets.borders import BorderResets
from reportgen.finished.docx.resets.letters import LetterResets
from reportgen.finished.docx.resets.manuscript import Entry, Manuscript, in_table, text_of
from reportgen.finished.docx.resets.page_numbers import PageNumbers
from reportgen.finished.docx.resets.paragraphs import ParagraphResets
from reportgen.finished.docx.resets.sections import set_paper
from reportgen.model.setting import Setting
from reportgen.word.package import Element, Package, W

_SENTENCE = re.compile(r".+[。；：！？]$", re.DOTALL)
_BODY = "正文"
_ALIKE = (Trait.INDENT, Trait.PITCH, Trait.LETTERS, Trait.COLOR, Trait.DENSITY)
_BEHIND = 40
"""So many paragraphs behind the last one that was judged a short sentence may still stand."""
_Setter = Callable[[Sequence[Entry]], None]


def reset_docx(content: bytes, file: str, resets: Iterable[Reset], known: Set[int]) -> bytes:
    """The file with these resets made; `known` are the paragraphs of which it is known what they are for.

    Letters come first, since indents are counted in them. Raises UsageProblem when it is not a docx.
    """
    wanted = list(resets)
    for trait in Trait:
        of_trait = [reset for reset in wanted if reset.trait is trait]
        if of_trait:
            manuscript = Manuscript(Package(file, content))
            _set(trait, of_trait, manuscript, known)
            content = manuscript.finished().content
    return content


def _set(trait: Trait, resets: Sequence[Reset], manuscript: Manuscript, known: Set[int]) -> None:
    entries = [
        Entry(role, setting, manuscript.paragraphs[setting.paragraph])
        for reset in resets
        for role, setting in reset.paragraphs
    ]
    if trait in _ALIKE:
        entries += _short_sentences(entries, manuscript, known)
    _setters(manuscript)[trait](entries)


def _setters(manuscript: Manuscript) -> Mapping[Trait, _Setter]:
    letters, paragraphs = LetterResets(manuscript), ParagraphResets(manuscript)
    borders, numbers = BorderResets(manuscript), PageNumbers(manuscript)
    return {
        Trait.LETTERS: letters.letters,
        Trait.COLOR: letters.color,
        Trait.DENSITY: letters.density,
        Trait.INDENT: paragraphs.indent,
        Trait.MIDDLE: paragraphs.middle,
        Trait.RIGHT: paragraphs.right,
        Trait.SIGNATURE: paragraphs.signature,
        Trait.PITCH: paragraphs.pitch,
        Trait.ABOVE: paragraphs.above,
        Trait.TURN: paragraphs.turn,
        Trait.SEPARATOR: borders.separator,
        Trait.PAPER: lambda _entries: set_paper(manuscript),
        Trait.NUMBERS: lambda _entries: numbers.outside(),
        Trait.IMPRINT: lambda _entries: borders.imprint(),
    }


def _short_sentences(entries: Sequence[Entry], manuscript: Manuscript, known: Set[int]) -> Iterator[Entry]:
    """Sentences of the text that are too short to be judged, and are set like one that was found wrong."""
    body = [entry for entry in entries if entry.role == _BODY]
    numbers = [entry.setting.paragraph for entry in body]
    looks = [_look(entry.node, manuscript) for entry in body]
    for at in range(min(numbers), max(numbers) + _BEHIND) if numbers else ():
        node = manuscript.paragraphs[at] if at < len(manuscript.paragraphs) else None
        if node is None or at in known or at in numbers or not _SENTENCE.match(text_of(node).strip()):
            continue
        if not _is_apart(node) and _look(node, manuscript) in looks:
            yield Entry(_BODY, Setting(font=body[0].setting.font, paragraph=at), node)


def _look(node: Element, manuscript: Manuscript) -> object:
    sheet = manuscript.sheet
    return manuscript.settings.style(node), sheet.letters.look(node, sheet.style_of(node))


def _is_apart(node: Element) -> bool:
    """Whether it stands in a table or in a list with automatic numbers."""
    return node.find(f"{W}pPr/{W}numPr") is not None or in_table(node)

"""Notes and words that stand out → HTML and CSS.

On pages a note floats to the foot of its page (CSS GCPM); a browser has none, so there notes stand below the text, and
mark and note lead to each other.
"""

from collections.abc import Iterator

from markupsafe import Markup

from reportgen.model.document import Role
from reportgen.model.inline import Note
from reportgen.model.look import Looks
from reportgen.render.html.css import declarations, families, pt
from reportgen.render.html.inlines import inlines_html
from reportgen.render.notes import GAP, SEPARATOR, note_style, strong_style

_MARK = "line-height: 0; vertical-align: 0.5em; text-indent: 0"
_UNBROKEN = Markup("&#x2060;")
"""No line ends before a mark."""


class RichHtml:
    """Shows them on one page, and remembers what it has shown."""

    def __init__(self, looks: Looks, screen: bool, ruled: bool) -> None:
        """`ruled` is whether notes stand below a line."""
        self.looks, self.screen, self.ruled = looks, screen, ruled
        self.notes: list[Note] = []
        self.used: set[str] = set()
        """Which classes."""

    def strong(self, words: str) -> Markup:
        """Words that stand out."""
        self.used.add("strong")
        return Markup('<span class="strong">{}</span>').format(words)

    def note(self, note: Note) -> Markup:
        """The mark, with what it leads to."""
        self.used.add("mark")
        if not note.inlines:
            return _UNBROKEN + Markup('<span class="mark">{}</span>').format(note.mark)
        self.notes.append(note)
        if self.screen:
            number = len(self.notes)
            mark = Markup('<a class="mark" id="m{0}" href="#n{0}">{1}</a>').format(number, note.mark)
            return _UNBROKEN + mark
        words = inlines_html(note.inlines, self)
        return Markup('<span class="note" data-mark="{}">{}</span>').format(note.mark, words)

    def below(self) -> Markup:
        """The notes below the text, for a browser."""
        if not (self.screen and self.notes):
            return Markup("")
        return Markup('\n<section class="notes">\n{}\n</section>').format(Markup("\n").join(self._lines()))

    def _lines(self) -> Iterator[Markup]:
        for number, note in enumerate(self.notes, start=1):
            back = Markup('<a href="#m{}">{}</a>').format(number, note.mark)
            words = inlines_html(note.inlines, self)
            yield Markup('<p class="note" id="n{}">{}{}</p>').format(number, back, words)

    def rules(self) -> Iterator[str]:
        """The rules for what was shown."""
        if "strong" in self.used:
            style = strong_style(self.looks.styles)
            yield f".strong {{ font-family: {families(style)}; color: #{style.color} }}"
        if "mark" in self.used:
            yield f".mark {{ font-size: 0.6em; {_MARK}; text-decoration: none }}"
        if self.notes:
            yield f".note {{ {declarations(note_style(self.looks.styles))} }}"
            yield from _ON_SCREEN if self.screen else self._on_pages()

    def _on_pages(self) -> Iterator[str]:
        """The call is as large as in other lines: it belongs to the note, whose letters are small."""
        size = pt(0.6 * self.looks.styles[Role.BODY.value].size)
        yield f'.note::footnote-call {{ content: "\\2060" attr(data-mark); font-size: {size}; {_MARK} }}'
        yield from _ON_PAGES
        yield f"@page {{ @footnote {{ margin: 0; padding-top: {pt(GAP)}{'; ' + _LINE if self.ruled else ''} }} }}"


_LINE = (
    "background-image: url(\"data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1' "
    "preserveAspectRatio='none'%3E%3Crect width='1' height='1'/%3E%3C/svg%3E\"); background-repeat: no-repeat; "
    f"background-position: 0 {pt(GAP / 2)}; background-size: {SEPARATOR * 100:g}% 0.5pt"
)
_ON_SCREEN = (
    f"section.notes {{ padding-top: {pt(2 * GAP)}; margin-top: {pt(GAP)}; {_LINE} }}",
    ".note a { text-decoration: none }",
)
_ON_PAGES = (
    "span.note { float: footnote; footnote-policy: line }",
    ".note::footnote-marker { content: attr(data-mark); list-style-position: inside; font-variant-numeric: normal }",
)

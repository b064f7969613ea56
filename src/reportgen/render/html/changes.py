"""Words that only one of two drafts has → HTML: `<del>` and `<ins>`, marked by hand or as Word does it."""

from collections.abc import Iterator

from markupsafe import Markup

from reportgen.model.inline import Change
from reportgen.model.look import Marks

BESIDE = "changed"
"""The class of a paragraph with such words: a bar stands in its margin."""
_TAGS = {Change.DELETED: "del", Change.INSERTED: "ins"}
_GONE, _COME = "#c00000", "#1f4e9e"
_LOOKS = {
    Marks.PAPER: (
        f"del {{ text-decoration: line-through wavy {_GONE} }}",
        f"ins {{ text-decoration: none; border: 0.6pt solid {_COME} }}",
    ),
    Marks.WORD: (f"del {{ text-decoration: line-through {_GONE} }}", f"ins {{ text-decoration: underline {_COME} }}"),
}


def changed_html(words: Markup, change: Change) -> Markup:
    """The words, marked."""
    return Markup("<{0}>{1}</{0}>").format(_TAGS[change], words)


def change_rules(marks: Marks) -> Iterator[str]:
    """The rules for what is marked."""
    yield from _LOOKS[marks]
    yield f".{BESIDE} {{ position: relative }}"
    bar = 'content: ""; position: absolute; left: -9pt; top: 0; bottom: 0; border-left: 1.2pt solid #000'
    yield f".{BESIDE}::before {{ {bar} }}"

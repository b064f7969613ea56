"""The table of contents → HTML: an entry a heading, dots, and the page that the engine finds (`target-counter`)."""

from collections.abc import Callable, Iterable, Mapping

from markupsafe import Markup

from reportgen.model.document import Contents, Role
from reportgen.model.entries import Entry
from reportgen.model.look import Style

CONTENTS_RULES = (
    "nav a { color: inherit; text-decoration: none }",
    'nav a::after { content: leader(".") target-counter(attr(href), page) }',
)
_ENTRIES = (Role.CONTENTS_1, Role.CONTENTS_2, Role.CONTENTS_3)


def contents_html(
    contents: Contents,
    number: int,
    entries: Iterable[tuple[int, Entry]],
    styles: Mapping[str, Style],
    use: Callable[[Style], str],
) -> Markup:
    """The entries, each with the number of the id that it leads to."""
    title = Markup('<p class="{}">{}</p>').format(use(styles[Role.CONTENTS_TITLE.value]), contents.title)
    lines = (
        Markup('<p class="{}"><a href="#b{}">{}</a></p>').format(
            use(styles[_ENTRIES[min(entry.level, len(_ENTRIES)) - 1].value]), at, entry.words
        )
        for at, entry in entries
    )
    return Markup('<nav id="b{}">{}{}</nav>').format(number, title, Markup("").join(lines))

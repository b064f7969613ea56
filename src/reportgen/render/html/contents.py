"""The table of contents → HTML: an entry a heading, dots, and the page that the engine finds (`target-counter`)."""

from collections.abc import Callable, Iterable, Mapping

from markupsafe import Markup, escape

from reportgen.model.document import Contents, Heading, Role
from reportgen.model.look import Style
from reportgen.render.html.inlines import inlines_html

CONTENTS_RULES = (
    "nav a { color: inherit; text-decoration: none }",
    'nav a::after { content: leader(".") target-counter(attr(href), page) }',
)
_ENTRIES = (Role.CONTENTS_1, Role.CONTENTS_2, Role.CONTENTS_3)


def contents_html(
    contents: Contents,
    number: int,
    headings: Iterable[tuple[int, Heading]],
    styles: Mapping[str, Style],
    use: Callable[[Style], str],
) -> Markup:
    """The entries of the headings (each with the number of its id) down to the depth that is asked for."""
    title = Markup('<p class="{}">{}</p>').format(use(styles[Role.CONTENTS_TITLE.value]), contents.title)
    entries = (
        Markup('<p class="{}"><a href="#b{}">{}</a></p>').format(
            use(styles[_ENTRIES[min(heading.level, len(_ENTRIES)) - 1].value]),
            at,
            escape(heading.label) + inlines_html(heading.inlines),
        )
        for at, heading in headings
        if heading.level <= contents.depth
    )
    return Markup('<nav id="b{}">{}{}</nav>').format(number, title, Markup("").join(entries))

"""Footnotes on WeasyPrint 70.0, which loses some: where the first line of a paragraph finds no room on a page.

To make room it sends the notes of lines above to the next page, and forgets those of the line itself. Here the
paragraph begins the next page instead. Between two lines that may not be parted there the notes of the line are
sent on as well.
"""

from typing import Any

from weasyprint.layout import LayoutContext, block

# WeasyPrint has no types: its objects are `Any` here. A name that is gone is for `typeset.install` to report.
_lay_out: Any = getattr(block, "_linebox_layout", None)
_add: Any = getattr(LayoutContext, "layout_footnote", None)
_send_on: Any = getattr(LayoutContext, "report_footnote", None)


class _NotesAboveError(Exception):
    """A note of a line above would be sent on for a paragraph that has no line on the page yet."""


def _linebox_layout(  # noqa: PLR0913, PLR0917 - as WeasyPrint has it
    context: Any, box: Any, index: Any, child: Any, new_children: Any, page_is_empty: Any, *rest: Any
) -> Any:
    context.noted, begun = None, bool(new_children)
    try:
        result = _lay_out(context, box, index, child, new_children, page_is_empty, *rest)
    except _NotesAboveError:
        position, lines = rest[-6], rest[-1]
        return True, False, None, position, [], lines
    if new_children and not begun:
        _send_on_lost(context, new_children[-1])
    return result


def _send_on_lost(context: Any, line: Any) -> None:
    """The notes of a last line that nobody has laid out."""
    for descendant in line.descendants():
        if descendant.footnote in context.footnotes:
            context.footnotes.remove(descendant.footnote)
            context.reported_footnotes.append(descendant.footnote)


def _layout_footnote(context: Any, footnote: Any) -> Any:
    context.noted = footnote
    return _add(context, footnote)


def _report_footnote(context: Any, footnote: Any) -> None:
    if context.noted is None:
        raise _NotesAboveError
    _send_on(context, footnote)


_PARAMETERS = (
    "context box index child new_children page_is_empty absolute_boxes fixed_boxes adjoining_margins bottom_space "
    "position_y skip_stack first_letter_style first_line_style draw_bottom_decoration max_lines"
)
HOOKS = (
    (
        block,
        "_linebox_layout",
        _linebox_layout,
        _PARAMETERS,
    ),
    (LayoutContext, "layout_footnote", _layout_footnote, "self footnote"),
    (LayoutContext, "report_footnote", _report_footnote, "self footnote"),
)

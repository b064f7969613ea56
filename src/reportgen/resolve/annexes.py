"""附件 of a content file: a line is the name of an annex, or its 标题 with its 正文."""

from reportgen.diagnostics.page_kinds import ANNEX
from reportgen.language import _
from reportgen.model.annexes import AnnexEntry, AnnexList
from reportgen.place import Written
from reportgen.resolve.quoted import bare
from reportgen.source.expect import Expect
from reportgen.source.node import Node

KEYS = ["标题", "正文", "横排", "另装"]
_ENDS = "。；，、;,."
_TITLE = "附件的标题"


def read_annexes(path: str, node: Node, expect: Expect) -> AnnexList:
    """The list in its order; an entry without a title is reported and left out, one with nothing to set is reported."""
    items = [_entry(item, expect) for item in expect.sequence(node, path)]
    return AnnexList(tuple(item for item in items if item), node.place)


def _entry(node: Node, expect: Expect) -> AnnexEntry | None:
    if isinstance(node, Written):
        title = _title(expect.text(node, _TITLE), expect)
        return AnnexEntry(title) if title else None
    mapping = expect.mapping(node, _TITLE, KEYS)
    if mapping is None:
        return None
    title = _title(expect.required_text(mapping, "标题"), expect)
    text = expect.optional_text(mapping, "正文")
    across, apart = (expect.yes(mapping.get(key), key) for key in ("横排", "另装"))
    if title is None:
        return None
    if text is None and (across or apart):
        label = _("附件「{title}」没有写「正文」，没有什么可以排", title=title.text)
        expect.report(ANNEX, title.place, label, _("写上「正文」；放在别处的，只写名称"))
    return AnnexEntry(title, text, across, apart)


def _title(written: Written | None, expect: Expect) -> Written | None:
    """A name in one line, without a mark behind it (§7.3.4)."""
    title = bare(written, expect)
    if title is None:
        return None
    words = title.text.rstrip(_ENDS + " \n")
    if "\n" in words:
        expect.report(ANNEX, title.place, _("附件的标题写成一行"))
    return Written(" ".join(words.split("\n")), title.place) if words else None

"""How a report ends: who wrote it and when."""

from collections.abc import Iterator

from reportgen import patterns as re
from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.model.content import Content, Dated
from reportgen.model.document import Document, Paragraph, Role, Table, plain_text
from reportgen.model.facts import Unreadable
from reportgen.place import NOWHERE, Place, Written
from reportgen.rules.chapters import is_report, level_of, place_of
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene

_A_DATE = re.compile(
    r"(?:[^，。；：:]{0,12}[：:])?\s*(?:[12]\s*\d\s*\d\s*\d\s*[年./-]\s*\d{1,2}\s*(?:[月./-]\s*(?:\d{1,2}\s*日?)?)?"
    r"|[二一][〇○零OＯo0九一二三四五六七八九]{3}年[一二三四五六七八九十〇]{1,3}月(?:[一二三四五六七八九十〇]{1,4}日)?)\s*"
)
"""A line that is a date, in figures or in hanzi, with or without words and a colon before it: 日期：2025年3月20日."""
_WHOLE_REPORT = 3
"""Chapters of the first level that a whole report has; what is shorter may be a piece of one."""


@rule("STR012", "缺少署名或成文日期", Severity.ERROR)
def report_is_signed(document: Document, scene: Scene) -> Iterator[Finding]:
    """报告末尾（或封面）要有署名和成文日期；表格不查。

    为什么: 没有署名和日期，说不清是谁、什么时候对这份报告负责，也看不出是不是在年度结束以后评的。
    错例（成文）:
        某县水务局2024年度工作总结报告
        一、主要工作
        完成渠道清淤和水库除险加固。
        二、存在的问题
        无。
        三、下一步打算
        增加汛前检查的次数。
    正例（成文）:
        某县水务局2024年度工作总结报告
        一、主要工作
        完成渠道清淤和水库除险加固。
        二、存在的问题
        无。
        三、下一步打算
        增加汛前检查的次数。
        某县水务局
        2025年3月20日
    依据: 《党政机关公文格式》（GB/T 9704-2012）7.3.5：署名和成文日期
    改法: 在末尾写上单位全称和成文日期；内容文件写一行 成文日期: 2025年3月20日
    """
    if not is_report(document.metadata.title if scene.finished else scene.pack.title):
        return
    if scene.finished and _is_whole(scene) and not _dated(document):
        end = scene.body[-1]
        label = _("文末没有成文日期") if _signed(scene) else _("文末没有署名和成文日期")
        yield Finding(place_of(end), label, certain=False)  # a seal or a text box may hold them
    elif scene.finished and _is_whole(scene) and (day := _unsigned_date(document)):
        yield Finding(place_of(day), _("日期上面没有署名"), certain=False)
    elif not scene.finished and _left_out(scene):
        yield Finding(_top(scene.content), _("没有「成文日期」，不排署名和日期"))


def _unsigned_date(document: Document) -> Paragraph | None:
    """The date that ends the report with no name before it."""
    roles = {block.role: block for block in document.walk() if isinstance(block, Paragraph)}
    return None if Role.AUTHOR in roles else roles.get(Role.DATE)


def _is_whole(scene: Scene) -> bool:
    return sum(level_of(block) == 1 for block in scene.body) >= _WHOLE_REPORT


def _dated(document: Document) -> bool:
    """Whether a date stands by itself in a line or a cell: at the end, on the cover, in a form."""
    return any(_A_DATE.fullmatch(line) for line in _lines(document))


def _lines(document: Document) -> Iterator[str]:
    for inlines in document.lines.values():
        yield from (inline.text for inline in inlines)
    for block in document.walk():
        if isinstance(block, Table):
            yield from (line for cell in block.cells for line in cell.text.splitlines())
        else:
            yield plain_text(block.inlines)


def _signed(scene: Scene) -> bool:
    """Whether the last line is a name and no sentence."""
    last = scene.body[-1]
    text = plain_text(last.inlines).strip()
    return isinstance(last, Paragraph) and not last.label and text in scene.document.metadata.title


def _left_out(scene: Scene) -> bool:
    """Whether a pack that leaves it to the writer has been given no date; where it must be given, that is said."""
    field, given = scene.pack.paths().get("成文日期"), scene.content.values.get("成文日期")
    misspelt = any(fact.path == ("成文日期",) and isinstance(fact.value, Unreadable) for fact in scene.content.facts)
    return field is not None and not field.required and not (misspelt or isinstance(given, Dated))


def _top(content: Content) -> Place:
    line = content.values.get("单位")
    return line.place if isinstance(line, Written) else NOWHERE

"""Sections that the pack asks for beside its outline."""

from collections.abc import Iterator, Mapping

from reportgen import patterns as re
from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.model.content import Content, HeadingTexts
from reportgen.model.document import Document, Heading, Paragraph, Table, line_of, plain_text
from reportgen.packs.outline import sections
from reportgen.packs.pack import RequiredSection
from reportgen.place import Place, Written
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene

_SMALL = re.compile(r"[\s的和与及、，：。（）()“”]")
"""存在的问题 and 存在问题 are one."""
_BEGINNING = 30
"""So far into a paragraph its words may be a heading: （三）结果应用。自评结果……"""


@rule("STR033", "缺少规定的章节", Severity.ERROR)
def required_sections(document: Document, scene: Scene) -> Iterator[Finding]:
    """模板的「必需章节」列出的标题，文中都要有；标题的说法可以略有不同，也可以是一段话的开头。

    为什么: 各地的文件规定了报告要写哪几块，少一块就要退回补报。
    错例:
        文种: 湖南省部门整体支出绩效自评报告
        小标题:
          部门整体支出绩效自评结果拟应用和公开情况: 其他工作安排
    正例:
        文种: 湖南省部门整体支出绩效自评报告
        小标题:
          部门整体支出绩效自评结果拟应用和公开情况: 自评结果应用和公开情况
    依据: 审核实践：报告按规定的提纲写全
    改法: 补上这一节；内容在别的标题下面的，把标题改成规定的说法，或在模板里加「别名」
    """
    renamed = {heading: text for group in scene.content.every(HeadingTexts) for heading, text in group.texts.items()}
    asked = [section for section in scene.pack.required_sections if not _said_otherwise(section, renamed, scene)]
    lines = list(_beginnings(document)) if asked else []
    for section in asked:
        if not any(_bare(words) in line for words in (section.heading, *section.aliases) for line in lines):
            label = _("没有「{heading}」这一节", heading=section.heading)
            own = renamed.get(section.heading)
            place = own.place if own else _beginning(document, scene.content)
            yield Finding(place, label, (_headings(document),), basis=section.basis)


def _said_otherwise(section: RequiredSection, renamed: Mapping[str, Written], scene: Scene) -> bool:
    """Whether the outline asks for it too: where its fields are missing that has been said of the fields."""
    outline = {each.heading for each in sections(scene.pack.outline) if each.required}
    return not scene.finished and section.heading in outline and section.heading not in renamed


def _bare(words: str) -> str:
    return _SMALL.sub("", words)


def _beginnings(document: Document) -> Iterator[str]:
    """How headings, paragraphs and cells begin."""
    for block in document.walk():
        match block:
            case Heading() | Paragraph():
                yield _bare(plain_text(block.inlines)[:_BEGINNING])
            case Table():
                yield from (_bare(plain_text(line)[:_BEGINNING]) for cell in block.lines() for line in cell.paragraphs)
            case _:
                pass


def _headings(document: Document) -> str:
    """The headings of the first level, to see where the section may be hiding."""
    first = [line_of(block) for block in document.walk() if isinstance(block, Heading) and block.level == 1]
    return _("现有的一级标题：{headings}", headings=_("、").join(f"「{words}」" for words in first) or _("（没有）"))


def _beginning(document: Document, content: Content) -> Place:
    """Where the file speaks of the whole document: its title, or the first of its lines."""
    origins = (inline.origin for line in document.lines.values() for inline in line)
    here = (origin for origin in origins if origin.file == content.file and origin.line)
    return next(here, Place(content.file, 1, 1))

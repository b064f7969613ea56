"""Marks around the items of a list: after the number, before the first, between them."""

from collections.abc import Iterator

from reportgen import patterns as re
from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.model.document import Document, Heading, Paragraph
from reportgen.place import Place
from reportgen.record import replace
from reportgen.rules.chapters import words_of
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene
from reportgen.statements.passages import Passage

_LABEL = re.compile(r"\d+、")
_FIRST = re.compile("(?:^|[：；。])1、")
"""A row begins with 1: 「在编：12、退休：4」 is none."""
_IN_LINE = re.compile(
    r"(?:(?<=[：；。])|^)(?:(?P<arabic>\d{1,2}、(?=[^\d、]))|(?P<ordinal>第[一二三四五六七八九十]{1,2}、(?![一二三四五六七八九十第])))"
    r"|(?P<bracket>[（(][一二三四五六七八九十\d]{1,2}[）)][、.．])"
)
"""What leads an item within a line: 1、 第一、 （一）、, at the beginning of a sentence."""


@rule("PUN009", "编号后面的标点不对", Severity.HINT)
def mark_after_number(document: Document, scene: Scene) -> Iterator[Finding]:
    """「1.」后用圆点，「（一）」后不用标点，「第一」后用逗号；全文只提示一处。

    为什么: 「1、」是最常见的写法，但公文规定的第三层是「1.」。
    错例（成文）:
        某区图书馆2024年度部门整体支出绩效评价报告
        一、基本情况
        1、阅览室全年免费开放，全年支出没有超过预算。
    正例（成文）:
        某区图书馆2024年度部门整体支出绩效评价报告
        一、基本情况
        1.阅览室全年免费开放，1、2号阅览室更新了图书，评出第一、第二名。
    依据: 《党政机关公文格式》（GB/T 9704-2012）：层次序数依次为“一、”“（一）”“1.”“（1）”
    改法: 「1、」改为「1.」，「（一）、」改为「（一）」，「第一、」改为「第一，」
    """
    found = [*_labels(document, scene), *_in_line(scene)]
    if found:
        place, mark, section = found[0]
        yield Finding(place, _("「{mark}」的标点不对，全文共 {count} 处", mark=mark, count=len(found)), section=section)


def _labels(document: Document, scene: Scene) -> Iterator[tuple[Place, str, str]]:
    """Numbers that somebody typed before a paragraph; those of a content file are computed."""
    for block in document.walk() if scene.finished else ():
        begins = not words_of(block)[:1].isdecimal()  # 4、6标段进度不足50%
        if begins and isinstance(block, Heading | Paragraph) and _LABEL.fullmatch(block.label):
            yield replace(block.origin, length=len(block.label)), block.label, block.section


def _in_line(scene: Scene) -> Iterator[tuple[Place, str, str]]:
    for passage in scene.passages:
        if "、" in passage.text or "）" in passage.text:
            for match in _IN_LINE.finditer(passage.text):
                counted = not match["arabic"] or _FIRST.search(passage.text)
                if counted and (
                    match.start() or scene.finished
                ):  # at the beginning of a content file's paragraph it is STR004
                    yield passage.place(*match.span()), match[0], passage.section


_LEADS = re.compile(
    r"(?:如下|(?<=[了的为做取有从展])以下[^，。；：、\d]{1,8}|下列[^，。；：、\d]{1,8})(?P<mark>[；，。])(?=（[1一]）|\(1\)|1[.、．]|①|一是)"
)


@rule("PUN016", "「如下」「以下」后面没用冒号", Severity.HINT, needs=("下", "；，。"))
def colon_before_list(passage: Passage, _scene: Scene) -> Iterator[Finding]:
    """「如下」「以下活动」后面接（1）（2）、一是二是时用冒号。

    为什么: 用了分号，第一项就和前面的总说并列了。
    错例:
        收支情况: 全年支出控制在预算以内，办了以下实事；（1）硬化村道；（2）安装路灯。
    正例:
        收支情况: 全年支出控制在预算以内，办了以下实事：（1）硬化村道；（2）安装路灯。
    依据: 《标点符号用法》（GB/T 15834-2011）：总说性话语之后用冒号
    改法: 换成冒号
    """
    for match in _LEADS.finditer(passage.text):
        yield Finding(passage.place(*match.span("mark")), _("「{mark}」应为「：」", mark=match["mark"]))


_ROW = re.compile(r"(?P<mark>[。；，：！]|^)(?P<number>[一二三四五六七八九十]{1,2})是(?!否)")
_ORDER = "一二三四五六七八九"


@rule("PUN017", "一是二是之间标点不一致", Severity.HINT, needs=("二", "三"))
def marks_between_items(passage: Passage, _scene: Scene) -> Iterator[Finding]:
    """一是、二是、三是之间，要么都用分号，要么都用句号。

    为什么: 句号比分号大，混着用分不清哪几项并列。
    错例:
        收支情况: 诉讼服务更方便：一是网上立案；二是上门送达。三是巡回审判。
    正例:
        收支情况: 诉讼服务更方便：一是网上立案；二是上门送达；三是巡回审判。
    依据: 《标点符号用法》（GB/T 15834-2011）：并列分句之间用分号，分句内有句号的各项之间用句号
    改法: 统一用分号；哪一项里有句号，就统一用句号
    """
    if "二是" not in passage.text or "三是" not in passage.text:
        return
    for row in _rows(passage.text):
        marks = [match["mark"] for match in row[1:]]
        if "；" in marks and "。" in marks:
            odd = next(match for match in row[1:] if match["mark"] != marks[0] and match["mark"] in "；。")
            note = _("本段各项前依次是：{marks}", marks="".join(marks))
            yield Finding(passage.place(*odd.span("mark")), _("这里与前面的标点不一致"), (note,))


def _rows(text: str) -> Iterator[list[re.Match[str]]]:
    """Rows that run on from 一是 without a gap or another row inside."""
    row: list[re.Match[str]] = []
    for match in _ROW.finditer(text):
        number = _ORDER.find(match["number"]) + 1 if len(match["number"]) == 1 else 0
        if number == 1:
            yield row
            row = [match]
        elif number == len(row) + 1 and row:
            row.append(match)
        else:
            yield row
            row = []
    yield row

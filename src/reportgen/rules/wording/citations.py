"""Numbers of official documents: 财预〔2020〕10号."""

from collections.abc import Iterator

from reportgen import patterns as re
from reportgen.diagnostics.diagnostic import Severity
from reportgen.diagnostics.repair import repair
from reportgen.language import _
from reportgen.lexicon.lists import characters, lists
from reportgen.rules.occurrences import DIGIT
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene
from reportgen.statements.passages import Passage

_NUMBER = re.compile(
    r"(?<=[\u4e00-\u9fff])(?P<open>[\[［(（【〔])(?P<year>(?:19|20)\d\d)(?P<close>[\]］)）】〕])"
    rf"[ ]*(?P<ordinal>第?)(?P<zeros>0*)(?P<number>[1-9]\d{{0,4}})号(?![{characters(lists('units')['编号的处所'])}])"
)
"""The number of a document, its year in brackets of any shape: 财预[2020]第010号."""
_PUBLIC = re.compile(r"(?:令|公告|通告)$")
"""Orders and public notices are numbered 第×号 of their own."""


@rule("PUN004", "发文字号的写法不对", Severity.WARNING, needs=("号", DIGIT))
def document_number(passage: Passage, _scene: Scene) -> Iterator[Finding]:
    """发文字号写成 机关代字〔年份〕序号：六角括号，不加「第」，序号前不补 0。

    为什么: 发文字号是查找文件的依据，括号和序号写法全国一致。
    错例:
        收支情况: 按照财预（2020）010号文件的要求，全年支出控制在预算以内。
    正例:
        收支情况: 按照财预〔2020〕10号文件的要求，全年支出控制在预算以内。
    依据: 《党政机关公文格式》（GB/T 9704-2012）关于发文字号的规定：年份用六角括号〔〕，序号不加「第」、不编虚位
    改法: 改成 〔年份〕序号 的写法，如 〔2020〕10号
    """
    for match in _misspelt(passage.text):
        right = _right(match)
        label, fix = _("应为「{right}」", right=right), _("改成 {right}", right=right)
        mended = repair(passage.edit(*match.span(), right))
        yield Finding(passage.place(*match.span()), label, _faults(match), fix, repair=mended)


def _misspelt(text: str) -> Iterator[re.Match[str]]:
    for match in _NUMBER.finditer(text):
        if match[0] != _right(match) and not _PUBLIC.search(text[: match.start()]):
            yield match


def _right(match: re.Match[str]) -> str:
    return f"〔{match['year']}〕{match['number']}号"


def _faults(match: re.Match[str]) -> tuple[str, ...]:
    """What is wrong, one note each."""
    brackets = _("年份要用六角括号〔〕") if match["open"] + match["close"] != "〔〕" else ""
    ordinal = _("序号前不加「第」") if match["ordinal"] else ""
    zeros = _("序号前不补 0") if match["zeros"] else ""
    return tuple(fault for fault in (brackets, ordinal, zeros) if fault)


_YEAR_WRONG = re.compile(
    r"[〔\[【（(](?<=[\u4e00-\u9fff].)"  # a mark first: it is looked for faster than what is before it
    r"(?:(?:\d\d|\d{4}年度?|[〇零○一二三四五六七八九]{4})(?P<closed>[〕\]】）)])[ ]*第?\d{1,5}号(?!楼|院)"
    r"|(?<=〔)\d{4}〕[ \u3000]*(?P<empty>号))"
)
"""A year of two digits, with 年 or in hanzi, or no serial number: 〔20〕10号, 〔2020年〕10号, 〔2020〕号."""


def is_numbered_wrongly(text: str) -> bool:
    """Whether PUN004 or FMT006 tells of a number of a document in a text."""
    return any(True for _match in _misspelt(text)) or bool(_YEAR_WRONG.search(text))


@rule("FMT006", "发文字号的年份或序号不全", Severity.WARNING, needs=("号",))
def document_year(passage: Passage, _scene: Scene) -> Iterator[Finding]:
    """发文字号的年份用四位阿拉伯数字，序号不能空着：不写〔20〕10号、〔2020年〕10号、〔2020〕号。

    为什么: 年份不全，查不到文件；序号空着，多半是拟稿时还没有编号。
    错例:
        收支情况: 按照水利部门转发的财预〔20〕10号文件的要求，全年支出控制在预算以内。
    正例:
        收支情况: 按照水利部门转发的财预〔2020〕10号文件的要求，全年支出控制在预算以内。
    依据: 《党政机关公文格式》（GB/T 9704-2012）关于发文字号的规定：年份标全称，用六角括号〔〕
    改法: 写成 〔年份〕序号 的写法，如 〔2020〕10号
    """
    for match in _YEAR_WRONG.finditer(passage.text):
        label = _("序号空着") if match["empty"] else _("年份要写四位数字")
        yield Finding(passage.place(match.start(), match.end("empty" if match["empty"] else "closed")), label)

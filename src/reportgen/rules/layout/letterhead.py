"""What stands in a letterhead: serial number, secrecy, urgency, number of the document, who signed it."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from reportgen import patterns as re
from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.model.layout import Layout
from reportgen.model.setting import Placed
from reportgen.rules.layout.deviations import at_right
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene
from reportgen.rules.wording.citations import is_numbered_wrongly
from reportgen.rules.wording.punctuation import widened

_SERIAL = re.compile(r"\d{6}")
_SECRET = re.compile(r"(?:绝密|机密|秘密)(?:★(?:\d{1,2}年|\d{1,2}个月|长期))?")
_URGENT = re.compile(r"(?:特急|加急)")
_ORDER = ("份号", "密级", "紧急程度")
Wanted = tuple[tuple[str, re.Pattern[str], str], ...]


@rule("LAY014", "份号、密级、紧急程度的写法或次序不对", Severity.WARNING)
def marks_of_letterhead(layout: Layout, _scene: Scene) -> Iterator[Finding]:
    """份号用 6 位阿拉伯数字；密级和保密期限之间用「★」；紧急程度写「特急」「加急」；从上到下按这个次序排。

    为什么: 份号不足 6 位、没有补 0，登记和清退时对不上；密级与期限的写法是保密检查必看的。
    错例（版面）:
        段落:
          - {用途: 份号, 文字: "0012", 首行: 0}
          - {用途: 密级, 文字: 秘密★一年, 首行: 0}
    正例（版面）:
        段落:
          - {用途: 份号, 文字: "000012", 首行: 0}
          - {用途: 密级, 文字: 秘密★1年, 首行: 0}
          - {用途: 紧急程度, 文字: 特急, 首行: 0}
    依据: 《党政机关公文格式》（GB/T 9704-2012）7.2.1、7.2.2、7.2.3：份号一般用 6 位 3 号阿拉伯数字
    改法: 份号前面补 0 到 6 位；密级写成「秘密★1年」；按份号、密级、紧急程度的次序排
    """
    for role, form, due in _wanted():
        for placed in layout.paragraphs(role):
            if not form.fullmatch(placed.words.strip()):
                words = {"role": _(role), "words": placed.words.strip()}
                yield Finding(placed.place, _("{role}写作「{words}」", **words), (_("应为：{due}", due=due),))
    yield from _out_of_order(layout)


def _wanted() -> Wanted:
    return (
        ("份号", _SERIAL, _("6 位阿拉伯数字，如 000012")),
        ("密级", _SECRET, _("如 秘密★1年")),
        ("紧急程度", _URGENT, _("特急或加急")),
    )


def _out_of_order(layout: Layout) -> Iterator[Finding]:
    there = [placed for role in _ORDER for placed in layout.paragraphs(role)[:1]]
    if any(one.place.line > other.place.line for one, other in pairwise(there)):
        names = _("、").join(_(role) for role in _ORDER)
        yield Finding(there[0].place, _("次序应为：{names}", names=names))


_NUMBER = re.compile(r"[一-鿿]+〔\d{4}〕[1-9]\d*号")
_SIGNED = re.compile(r"签\s*发\s*人：\s*[一-鿿·\s　、]{2,}")


@rule("LAY015", "版头的发文字号或签发人不对", Severity.WARNING)
def number_of_document(layout: Layout, _scene: Scene) -> Iterator[Finding]:
    """发文字号写成「机关代字〔年份〕序号号」；上行文的发文字号居左空一字，与「签发人：姓名」同处一行，签发人居右空一字。

    信函格式的发文字号顶格居右。

    括号的形状、「第」字、补 0 由 PUN004 报告，半角冒号由 PUN001 报告。

    为什么: 发文字号是公文的身份证，括号、年份、序号的写法全国一致；上行文没有签发人的不能收。
    错例（版面）:
        段落:
          - {用途: 发文字号, 文字: 某水发 〔2025〕 12 号, 居中: 是}
    正例（版面）:
        段落:
          - {用途: 发文字号, 文字: 某水发〔2025〕12号, 居中: 是}
    依据: 《党政机关公文格式》（GB/T 9704-2012）7.2.5、7.2.6：年份用六角括号“〔〕”括入；不加“第”字，不编虚位
    改法: 改成 机关代字〔2025〕12号 的写法；签发人写成「签发人：姓名」，与发文字号排在一行
    """
    letters = layout.paragraphs("信函的发文字号")
    for placed in (*layout.paragraphs("发文字号"), *letters):
        yield from _wrong_number(placed, placed.words.strip())
    signed = layout.paragraphs("发文字号和签发人")
    for placed in signed:
        number, _tab, name = widened(placed.words).partition("签")
        if number.strip():
            yield from _wrong_number(placed, number.strip())
        if not _SIGNED.fullmatch("签" + name.strip()):
            yield Finding(placed.place, _("签发人应写成「签发人：姓名」"))
    for placed in layout.paragraphs("末行的签发人"):
        yield from _wrong_number(placed, placed.words.split()[0])
    yield from _apart(layout, signed)
    yield from at_right("发文字号和签发人", signed)
    yield from at_right("信函的发文字号", letters)


def _wrong_number(placed: Placed, words: str) -> Iterator[Finding]:
    """What no rule about numbers of documents in a text says: those come first, for they look everywhere."""
    if not is_numbered_wrongly(words) and not _NUMBER.fullmatch(words):
        yield Finding(placed.place, _("发文字号写作「{words}」", words=words), (_("应为：机关代字〔年份〕序号号"),))


def _apart(layout: Layout, signed: Sequence[Placed]) -> Iterator[Finding]:
    """The one who signed stands in the line of the number."""
    alone = [placed for placed in signed if "号" not in placed.words.partition("签")[0]]
    if alone and len(alone) == len(signed) and layout.paragraphs("发文字号"):
        yield Finding(alone[0].place, _("签发人没有与发文字号排在一行"))

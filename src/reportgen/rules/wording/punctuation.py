"""Punctuation marks: full-width in Chinese text, in pairs, once."""

from collections import Counter
from collections.abc import Iterator

from reportgen import patterns as re
from reportgen.diagnostics.diagnostic import Severity
from reportgen.diagnostics.repair import Repair, repair
from reportgen.language import _
from reportgen.rules.occurrences import HANZI
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene
from reportgen.statements.passages import Passage

_H = "\u3400-\u4dbf\u4e00-\u9fff"
_CLOSED = f"[{_H}”’）》〉】〕」』。，、；：？！%％℃]"
_OPENED = f"[{_H}“‘（《〈【〔「『]"
_HALF = re.compile(
    rf"(?<={_CLOSED})[ ]*(?P<mark>[,;:?!])(?=[ ]*(?:{_OPENED}|\d|$))|(?<=\d)(?P<after>[,;:?!])(?=[ ]*{_OPENED})"
)
_AROUND = f"{HANZI}”’）》〉】〕」』。，、；：？！%℃“‘（《〈【〔「『"
"""On one side of a half-width mark stands one of these."""
_ANY_HALF = re.compile("[,;:?!]")
_BRACKETS = re.compile(r"(?P<open>[(（])(?P<inside>[^()（）]*)(?P<close>[)）])")
_WIDE = dict(zip(",;:?!", "，；：？！", strict=True))


@rule("PUN001", "汉字之间用了半角标点", Severity.WARNING, needs=(",;:?!(（", _AROUND))
def full_width_marks(passage: Passage, _scene: Scene) -> Iterator[Finding]:
    """汉字之间的逗号、分号、冒号、问号、叹号和括号用全角；数字、字母、时刻里的不动。

    为什么: 半角标点只占半格，印出来字距忽宽忽窄。
    错例:
        收支情况: 全年支出控制在预算以内,三公经费没有超支(含接待费)。
    正例:
        收支情况: 全年支出控制在预算以内，三公经费没有超支（含接待费），门诊8:30开诊。
    依据: 《标点符号用法》（GB/T 15834-2011）
    改法: 换成全角标点，并删去它前后的空格
    """
    for match in _HALF.finditer(passage.text) if _ANY_HALF.search(passage.text) else ():
        group = "mark" if match["mark"] else "after"
        wide = _WIDE[match[group]]
        label, fix = _("「{half}」应为「{wide}」", half=match[group], wide=wide), _("换成全角的「{wide}」", wide=wide)
        mended = repair(passage.edit(*_with_blanks(passage.text, match), wide))
        yield Finding(passage.place(*match.span(group)), label, (), fix, repair=mended)
    for match in _BRACKETS.finditer(passage.text):
        if (span := _half_bracket(match)) is not None:
            mended = _wide_brackets(passage, *span)
            yield Finding(passage.place(*span), _("括号应为全角（）"), (), _("换成全角的（）"), repair=mended)


def widened(text: str) -> str:
    """The text with every mark that PUN001 tells of in full width: no other rule speaks of these."""
    return _HALF.sub(lambda match: _WIDE[match["mark"] or match["after"]], text)


def _with_blanks(text: str, match: re.Match[str]) -> tuple[int, int]:
    """The mark with the blanks before and behind it."""
    return match.start(), match.end() + len(text[match.end() :]) - len(text[match.end() :].lstrip(" "))


def _wide_brackets(passage: Passage, start: int, end: int) -> Repair | None:
    """Full-width brackets in the place of one or of both at the ends of a stretch."""
    halves = [at for at in sorted({start, end - 1}) if passage.text[at] in "()"]
    return repair(*(passage.edit(at, at + 1, "（" if passage.text[at] == "(" else "）") for at in halves))


def _half_bracket(match: re.Match[str]) -> tuple[int, int] | None:
    """The half-width bracket of an unlike pair, or a half-width pair around hanzi.

    That of a link, [甲](乙), belongs to its markup: it goes as a whole, see STR018.
    """
    if match.string[: match.start()].endswith("]"):
        return None
    match match["open"], match["close"]:
        case "(", "）":
            return match.span("open")
        case "（", ")":
            return match.span("close")
        case "(", ")" if re.search(f"[{_H}]", match["inside"]) and not _typed_number(match):
            return match.span()
        case _:
            return None


def _typed_number(match: re.Match[str]) -> bool:
    """(一) at the beginning, of which STR004 says that it must go."""
    return match.start() == 0 and not match["inside"].strip("一二三四五六七八九十")


@rule("PUN002", "括号、引号或书名号不成对", Severity.ERROR, needs=("()（）“”‘’《》〈〉【】〔〕「」『』",))
def marks_in_pairs(passage: Passage, _scene: Scene) -> Iterator[Finding]:
    """一段话里的括号、引号、书名号要成对，前后不颠倒。

    为什么: 少一半的书名号会让后面的字都成了文件名，引用的话也不知道到哪里为止。
    错例:
        收支情况: 按照《关于规范诉讼费管理的通知要求，完成了评价。
    正例:
        收支情况: 按照《关于规范诉讼费管理的通知》要求，完成了“回头看”评价。
    依据: 《标点符号用法》（GB/T 15834-2011）
    改法: 补上缺的一半；前后引号写反的，对调过来
    """
    for offset in unpaired(passage.text):
        char = passage.text[offset]
        label = _("「{char}」没有配对的另一半", char=char)
        yield Finding(passage.place(offset, offset + 1), label, (), _("补上缺的一半，或删去多余的一半"))


_PAIRS = {
    "（": "）",
    "“": "”",
    "‘": "’",
    "《": "》",
    "〈": "〉",
    "【": "】",
    "〔": "〕",
    "「": "」",
    "『": "』",
}
_OPENS = {close: mark for mark, close in _PAIRS.items()}
_HALF_OF_A_PAIR = re.compile(f"[{''.join([*_PAIRS, *_OPENS])}]")
_BEFORE = 8
"""Characters before a bracket that tell: more than the number of an item has."""
_LIST_MARK = re.compile(r"(?:^|[。；：:;，\s]|(?<!\d),)[\da-zA-Z一二三四五六七八九十]{1,3}$")


def unpaired(text: str) -> list[int]:
    """Offsets of brackets and quotation marks without their other half, in order.

    A bracket after a list number (1）, a quotation mark that only opens a paragraph (the quotation goes on in the next)
    and an apostrophe in Latin are none.
    """
    even = text.replace("(", "（").replace(")", "）")
    waiting: list[int] = []
    opened: Counter[str] = Counter()
    alone: list[int] = []
    for mark in _HALF_OF_A_PAIR.finditer(even):
        offset, char = mark.start(), mark[0]
        if char in _PAIRS:
            waiting.append(offset)
            opened[char] += 1
        elif not _no_bracket(even, offset, bool(opened[_OPENS[char]])):
            if not opened[_OPENS[char]]:
                alone.append(offset)
                continue
            while even[waiting[-1]] != _OPENS[char]:
                opened[even[waiting[-1]]] -= 1
                alone.append(waiting.pop())
            opened[even[waiting.pop()]] -= 1
    alone += [at for at in waiting if at or even[at] not in "“‘"]
    return sorted(alone)


def _no_bracket(text: str, offset: int, opened: bool) -> bool:
    """Whether a closing mark closes nothing: behind the number of an item, or the apostrophe of don’t and of ‘A’s.

    Behind the last letter of a quotation that was `opened` it does: ‘A’办法.
    """
    before, after = text[max(0, offset - _BEFORE) : offset], text[offset + 1 : offset + 2]
    if text[offset] == "）":
        return bool(_LIST_MARK.search(before))
    letter = before[-1:].isascii() and before[-1:].isalpha()
    return text[offset] == "’" and letter and (not opened or (after.isascii() and after.isalpha()))


@rule("PUN003", "标点重复", Severity.WARNING, needs=("，、；：。",))
def marks_once(passage: Passage, _scene: Scene) -> Iterator[Finding]:
    """两个点号不连着用：。。 ，， ；， 、， 都只留一个。

    为什么: 多半是删改句子时留下的。
    错例:
        收支情况: 全年支出控制在预算以内，，三公经费没有超支。。
    正例:
        收支情况: 全年支出控制在预算以内，三公经费没有超支……真的吗？！
    依据: 《标点符号用法》（GB/T 15834-2011）
    改法: 只留一个
    """
    for match in _REPEATED.finditer(passage.text):
        label, twice = _("「{marks}」只留一个", marks=match[0]), _TWICE.fullmatch(match[0])
        mended = repair(passage.edit(*match.span(), match[0][0])) if twice else None
        yield Finding(passage.place(*match.span()), label, (), _("只留一个标点"), repair=mended)


_TWICE = re.compile(r"([，、；：。])[ \u3000]*\1")
"""Which of two unlike marks is meant only the writer knows; three full stops may be an ellipsis."""
_REPEATED = re.compile(r"[，、；：。](?:[ \u3000]*[，、；：。？！])+|[？！][ \u3000]*[，、；：。]")

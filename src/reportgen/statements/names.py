"""What a figure is called: its label without words that only lead to it, with the subject where that says little."""

from functools import lru_cache

from reportgen import patterns as re
from reportgen.statements.lexicon import Lexicon

_LEADS = re.compile(
    r"^(?:截至|截止|其中|另有|另外?|此外|同时|全年|全部|实际|本单位|我单位|本|我|该|现有|共有?|累计|总计|合计|预计"
    r"|(?:20\d{2}年?)?(?:年度|年末|年底|年(?!初))|20\d{2}年?|年初(?=结转)|主要|用于|包括|分别|一是|二是|三是|四是|五是|[：:、，。\s])+"
)
_TAILS = re.compile(
    r"(?:[总共合]计|总额|总数|总量|共|金额|数额|数量|人数|数|为|是|有|(?<!下)达到?|约|近|了|的|[:：]|情况|资金|经费(?=支出))+$"
)
_ORDINAL = re.compile(r"^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]+|[一二三四五六七八九十]是|[①-⑳])\s*")
_OPENING = re.compile(r"[^，。；：:、\n]{2,40}")
_COMPARING = re.compile(r"^[比较与同按占和]|^针对|^根据|^对照")
_SHORT = 6
_MARKS = "，。；：、（）,;:()“”\n"


_AGE = re.compile(r"(?:\d{1,2}(?:周?岁)?(?:至|到|[-—~～]+))?\d{1,2}周?岁(?:[（(]含[）)]|及?以[上下内]|以?[上下])?$")


def label_of(text: str, start: int, after: int) -> str:
    """The words right before a figure at `start`: since the last mark, or since the figure that ends at `after`.

    A short bracket is part of a name: 因公出国（境）费.
    """
    if after == start and (age := _AGE.search(text, max(0, start - _SHORT), start)):
        return age[0]  # 31至40岁14人: the range is what the people are called
    at = start
    while at > after and text[at - 1] not in _MARKS:
        at -= 1
    if text[at - 1 : at] in ("）", ")") and at > after:
        opening = max(text.rfind("（", after, at), text.rfind("(", after, at))
        if opening > after and at - opening <= 6 and not any(char.isdigit() for char in text[opening:at]):
            return label_of(text, opening, after) + text[opening:start].strip()
    if text[at - 1 : at] == "”" and at > after:
        opening = text.rfind("“", after, at)
        if opening >= after and at - opening <= _SHORT:  # “三公”经费
            return label_of(text, opening, after) + text[opening:start].strip()
    return text[at:start].strip()


def name_of(label: str, subject: str, lexicon: Lexicon) -> str:
    """The label cut to what it says; a label that says only 支出决算 gets its subject before it."""
    name = bare(label)
    if not name or name in lexicon.concepts or len(name) < 2:
        return f"{subject}{name}"
    return name


@lru_cache(maxsize=4096)
def bare(label: str) -> str:
    """A label without words of time before it and words of amount behind it."""
    return _TAILS.sub("", _LEADS.sub("", label.strip()))


def opening_of(text: str, start: int, at: int, lexicon: Lexicon) -> str:
    """The words that open a sentence, up to its first mark or figure, without number, time and name of a concept."""
    begin = _ORDINAL.match(text[start:at])
    start += begin.end() if begin else 0
    found = _OPENING.match(text, start, at)
    if not found:
        return ""
    if _COMPARING.search(found[0]):
        return ""
    words = bare(re.split(r"\d", bare(found[0]), maxsplit=1)[0])
    return without_concept(words, lexicon)


def without_concept(words: str, lexicon: Lexicon) -> str:
    """公共安全支出年初预算 → 公共安全支出: the words before the name of a concept; nothing where there are none."""
    named = next((at for at in range(len(words)) if words[at:] in lexicon.concepts), len(words))
    return words[:named]

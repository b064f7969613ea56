"""What the words before a number say that it is: 计划开展活动 before 37个, 完成率 before 97.3%."""

from reportgen import patterns as re
from reportgen.model.quantity import Bound
from reportgen.numbers.clauses import label_start, sentence_start
from reportgen.numbers.reader import Stated

_LINK = re.compile(
    r"\s*(?:总?共计|总计|合计|累计|分别|均|约|已|各)*(?:为|是|有|达到|(?<![下到])达|了|：|:|=|＝|仅|只)*\s*$"
)
_ASIDE = re.compile(r"[（(][^\d（()）]{1,3}[）)]$")
"""因公出国（境）费: a short bracket is part of the name."""
_BRACKETS = re.compile(r"[（()）“”]")
_SUBJECT = re.compile(r"(?:20\d{2}年度?)?(?P<name>[^\W\d_]{4,30}?)(?:实收|到位|预算|批复|下达|支出|支付|执行|全年)")


def label_of(text: str, number: Stated) -> str:
    """The words between a number and the mark or number before it, without those that only lead to it (共计, 为)."""
    start = label_start(text, number.start)
    aside = _ASIDE.search(text, max(0, start - 6), start)
    if aside:
        start = label_start(text, aside.start())
    words = _LINK.sub("", _BRACKETS.sub("", text[start : number.start])).strip()
    return words.removeprefix("年").removeprefix("度") if text[start - 1 : start].isdigit() else words


def shared(first: str, second: str) -> str:
    """The longest run of characters that two labels have in common."""
    best, size, most = "", 0, len(first)
    for start in range(most):
        while start + size < most and (run := first[start : start + size + 1]) in second:
            best, size = run, size + 1
    return best


def pairs_of(name: str) -> list[str]:
    """Every two characters of a name that stand together: by one of them it is known where it is told otherwise."""
    return [name[at : at + 2] for at in range(len(name) - 1)]


def has_a_pair_of(name: str, words: str) -> bool:
    """Whether two characters of a name stand together in words: 佩戴 of 佩戴率 in 佩戴头盔."""
    return any(pair in words for pair in pairs_of(name))


def subject(text: str, at: int) -> str:
    """What the sentence is about that holds `at`, where it opens with the name of a project: 展厅运行经费实收…."""
    found = _SUBJECT.match(text, sentence_start(text, at))
    return found["name"] if found else ""


_BE = r"(?:(?:一直|始终)?(?:保持|稳定|维持)在|为|是|均?达到?了?|仅为?|只有|约为?|：|:|=|＝)"
_RATE = re.compile(rf"(?P<name>[^\W\d_]{{0,12}}?(?:率|满意度|进度))\s*{_BE}?\s*$")


def rate_name(text: str, rate: Stated) -> str:
    """What a rate is called, 项目实际完成率; empty when the words before it do not name one."""
    if rate.quantity.unit != "%" or rate.quantity.bound not in (Bound.EXACT, Bound.ABOUT):
        return ""
    found = _RATE.search(text, max(0, rate.start - 16), rate.start)
    return found["name"] if found else ""

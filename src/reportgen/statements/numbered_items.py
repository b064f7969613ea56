"""Items with a number each, in running text or in paragraphs of their own, and the numbers that say how many they are.

Behind the number (抓好两件事：①……；②……) or before it (……。以上3条办法; 针对上述三方面问题).
"""

from collections.abc import Sequence

from reportgen import patterns as re
from reportgen.compose.numbering import read_chinese_number
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.statement import Statement

_B = r"(?:^|(?<=[。；：:，、\n“（(]))\s*"
_HANZI = r"(?P<word>[一二三四五六七八九十])"
_FAMILIES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_B}{_HANZI}是",
        rf"{_B}其{_HANZI}(?=[，、：是])",
        rf"{_B}第{_HANZI}(?:[条项步类点]|个?方面)?(?=[，、：是])",
        rf"{_B}{_HANZI}、",
        rf"{_B}{_HANZI}(?=标段|包|期工程|号线)",
        r"(?P<word>[①-⑳])",
        r"[（(](?P<word>\d{1,2})[）)]",
        rf"[（(]{_HANZI}[）)]",
        rf"{_B}(?P<word>\d{{1,2}})[）)]",
        rf"{_B}(?P<word>\d{{1,2}})[.．、](?!\d)",
    )
)
_SAME_VERB = re.compile(
    r"(?<![第十百之])一(?P<verb>[^\W\d一二三四五六七八九十])[^。；，]{1,16}(?:[，；]二(?P=verb)[^。；，]{1,16})"
    r"(?P<more>(?:[，；][三四五六](?P=verb)[^。；，]{1,16})*)"
)
"""一抓进度，二抓台账，三抓公示."""
_OTHER_ONE = re.compile(
    r"(?:^|(?<=[。；：:，]))一(?P<what>[^\W\d一二三四五]{1,2})[是为].*?[。；，]另一(?P=what)[是为]", re.DOTALL
)
"""一处是……；另一处是……."""
_FURTHER = r"[。；]\s*(?:其次|再次|再者|然后|接着|此外|最后)[，：是]"
_FIRST_NEXT = re.compile(rf"{_B}首先[，：是](?:.*?{_FURTHER})+[^。；]*", re.DOTALL)
_NEXT = re.compile(
    rf"{_B}(?:首先|第一步)[，：是].*?(?P<more>(?:[。；]\s*(?:其次|再次|再者|然后|接着|此外|最后)[，：是].*?)+)(?=[。；])",
    re.DOTALL,
)
_NEXT = re.compile(_FURTHER)
"""首先，……。其次，……。最后，……。"""
_BACK = re.compile(r"(?:以上|把这|抓好这|上述|这|前述|这些|共|对应|针对|与)[^，。；：\d]{0,3}$")
_SECTION = re.compile(r"(?:上述|以上|这|与|针对)[^，。；：\d]{0,3}$")
_NAMED = re.compile(
    r"(?:个?方面|[个项条点])?的?(?:突出|主要|具体)?(?:问题|原因|措施|对策|意见|建议|任务|短板|不足|困难|，|$)"
)
_REACH, _FEW = 40, 2
_MOST = 24


def behind(number: Statement, paragraph: Paragraph) -> int:
    """How many numbered items the text right behind a number has; 0 where there are none."""
    for start, _end, count in _runs(paragraph):
        apart = start - number.end
        between = [each for each in paragraph.statements if number.end <= each.start < start and each.quantity.unit]
        words = paragraph.text[number.end : start]
        if 0 <= apart <= _REACH and not between and not re.search("[。；]|，即|，[^，]*，", words[:-1]):
            return count
        if 0 <= apart <= _MOST and not between and words.count("。") == 1:
            return count  # 采取三条措施。第一条，……；第二条，……
    return 0


def before(number: Statement, at: int, paragraphs: Sequence[Paragraph]) -> int:
    """How many numbered items stand right before a number that points back to them; 0 where there are none."""
    paragraph = paragraphs[at]
    words = paragraph.text[max(0, number.start - 8) : number.start]
    if not _BACK.search(words):
        return 0
    runs = [run for run in _runs(paragraph) if run[1] <= number.start]
    if runs:
        _start, end, count = max(runs, key=lambda run: run[1])
        marks = paragraph.text.count("。", end, number.start)
        return count if marks <= _FEW else 0
    pointed = _SECTION.search(words) and _NAMED.match(paragraph.text, number.end)
    return _paragraphs_before(at, paragraphs) if pointed and not paragraph.passage.number else 0


def _runs(paragraph: Paragraph) -> list[tuple[int, int, int]]:
    """Where items with numbers from one on stand, the first and the last of them, and how many they are."""
    number = paragraph.passage.number  # 1.……。2.……。: the first number is that of the paragraph
    text, found = number + paragraph.text, []
    for family in _FAMILIES:
        run: list[re.Match[str]] = []
        for match in family.finditer(text):
            value = _value(match["word"])
            if value == 1:
                found.append(run)
                run = []
            # one of them is missing: STR007 says it
            run = [*run, match] if value == len(run) + 1 else []
        found.append(run)
    shift = len(number)
    others = [(found.start() - shift, found.end() - shift, 2) for found in _OTHER_ONE.finditer(text)]
    others += [
        (found.start() - shift, found.end() - shift, 2 + len(re.findall("[，；]", found["more"])))
        for found in _SAME_VERB.finditer(text)
    ]
    others += [
        (found.start() - shift, found.end() - shift, 1 + len(_NEXT.findall(found[0])))
        for found in _FIRST_NEXT.finditer(text)
    ]
    return others + [(run[0].start() - shift, run[-1].end() - shift, len(run)) for run in found if len(run) >= _FEW]


def _value(word: str) -> int:
    if word.isdecimal():
        return int(word)
    return ord(word) - ord("①") + 1 if word >= "①" and word <= "⑳" else read_chinese_number(word)


def _paragraphs_before(at: int, paragraphs: Sequence[Paragraph]) -> int:
    """The last number of the numbered paragraphs of the chapter before, if they count up from one without a gap."""
    expected, last = 0, 0
    form = ""
    for other in reversed(paragraphs[:at]):
        told = other.passage.number
        if not told:
            if other.passage.level or last:
                continue
            return 0
        value, kind = _number_of(told), re.sub(r"[一二三四五六七八九十\d]+", "1", told)
        if not last:
            if other.passage.level == 1:
                continue
            last, expected, form = value, value, kind
        if kind != form:
            continue
        if value != expected:
            return 0
        if value == 1:
            return last
        expected -= 1
    return 0


def _number_of(told: str) -> int:
    found = re.search(r"\d+|[一二三四五六七八九十]+", told)
    return 0 if found is None else int(found[0]) if found[0].isdecimal() else read_chinese_number(found[0])

"""What each line of a finished document is for, by the names of GB/T 9704-2012: those of `reportgen.model.standard`."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile

from reportgen import patterns as re
from reportgen.finished.closing import is_mark
from reportgen.finished.dates import DATE_LINE
from reportgen.finished.frame import Frame, framed, titles_annex
from reportgen.finished.headings import begins_with_label
from reportgen.finished.parts import Line, Part
from reportgen.lexicon.lists import either, lists
from reportgen.model.document import Block, Document, Heading, Paragraph, Role, line_of
from reportgen.model.inline import plain_text
from reportgen.record import Struct, replace

HEADINGS = {1: "一级标题", 2: "二级标题", 3: "三级标题", 4: "四级标题"}
_SERIAL = re.compile(r"\d{1,8}")
_SECRET = re.compile(r"(?:绝密|机密|秘密|内部)(?:\s*★.*)?")
_URGENT = re.compile(r"(?:特急|加急|特提|平急|急件)")
_MARKS = {"份号": _SERIAL, "密级": _SECRET, "紧急程度": _URGENT}
_NUMBER = re.compile(r"[一-鿿]+\s*[〔\[［（(【]\s*\d{4}\s*[〕\]］）)】].*号")
_OWN_NUMBER = re.compile(r"[一-鿿]{0,4}编\s*号\s*[：:]")
"""报告编号：样板评字〔2025〕18号 on the cover of a firm, which is no letter's."""
_SIGNED_BY = "签发人"
_NUMBERED_NAME = re.compile(r"号\s+[一-鿿·\s]{2,}$")
_MOST_SIGNED = 5
"""Lines of names of those who sign."""
_ORGAN = re.compile(rf"[一-鿿\s]{{3,}}(?:文件|{either(lists('units')['单位'])})(?:[（(][一-鿿]+[）)])?")
"""示例县财政局文件, 样板镇中心学校: who sends a paper, alone in its line."""
_ANNEX_NOTE = re.compile(r"附\s*件\s*(?:[：:]|\s*\d*\s*[.．、]?\s*[一-鿿《])")
_DETACHED = re.compile(r"[一-鿿]+\s*[〔\[（(【]\s*\d{4}\s*[〕\]］）)】]\s*\d+\s*号\s*附\s*件\s*\d*\s*[：:]?")
"""The mark of an annex that is not bound together with its text."""
_ITEM = re.compile(r"\d{1,2}[.．、]")
_NOTE = re.compile(r"[（(].*[）)]|[（(]?(?:联系人|此件|经办人).*")
_COPIES = re.compile(r"(?:主\s*送|抄\s*送)\s*[：:]")
_PRINTED = re.compile(r".*\d{4}.*(?:印发|印制|印)\s*")
_DAY_AT_END = re.compile(r".{4,40}\d{4}年\d{1,2}月\d{1,2}日")
_BELOW_TABLE = re.compile(r"(?:注\d?|(?:数据|资料)?来源)\s*[:：]")
"""注：按有效问卷计算, which stands in smaller letters below a table or a figure."""
_SENTENCE = re.compile(r"[。；：！？]$")
_ADDRESSED = re.compile(rf"(?:各|你)?[一-鿿、（）()]{{1,30}}(?:{either(lists('units')['主送'])})")
_BESIDE_NUMBER = re.compile(r"(?:\d{6}|(?:绝密|机密|秘密)\S*|特急|加急)\t")
"""In the format of letters what stands in the same line before the number."""
_MIDDLE = 12
"""In 字."""
_LONG = 14
_FEW = 120
"""Characters of running text below which it says nothing: a form has a few lines of its own."""

Told = Iterator[tuple[str, Line]]


class Sorted(Struct, frozen=True):
    """The parts of a document with its recognised blocks."""

    parts: Sequence[Part]
    document: Document

    def roles(self) -> Told:
        """The lines with what they are for, in order."""
        frame = framed(self.parts)
        detached = any(_DETACHED.fullmatch(line.text.strip()) for line in _lines(frame.before))
        yield from _detached(frame) if detached else _letterhead(_lines(frame.before))
        title = "附件标题" if detached else "标题"
        yield from ((title, line) for line in frame.title if not line.text.startswith(("（", "(", "——")))
        yield from (("主送机关", line) for line in frame.addressee or _unmarked_addressee(frame))
        yield from self._body(frame)
        yield from _closing(frame.closing)
        yield from _rest(frame.rest)

    def _body(self, frame: Frame) -> Told:
        note = _annex_note(_lines(frame.body))
        lines = {(line.spot.words, line.number + line.text): line for line in _lines(self.parts)}
        skipped = {id(line) for line in (*_unmarked_addressee(frame), *note)}
        told = []
        for block in self.document.blocks.get("正文", ()):
            line = lines.get((block.origin.spot.words, line_of(block)))
            name = _name(block)
            if line and name and id(line) not in skipped:
                told.append((name, line))
        running = sum(len(line.text) for name, line in told if name == "正文")
        yield from (entry for entry in told if entry[0] != "正文" or running >= _FEW)
        yield from (("附件说明", line) for line in note)


def _name(block: Block) -> str:
    match block:
        case Heading():
            return HEADINGS.get(block.level, "") if block.label else ""
        case Paragraph(role=Role.BODY):
            text = plain_text(block.inlines).strip()
            running = not block.label and len(text) >= _LONG and _SENTENCE.search(text)
            return "正文" if running and not _BELOW_TABLE.match(text) else ""
        case _:
            return ""


def _lines(parts: Sequence[Part]) -> list[Line]:
    return [part for part in parts if isinstance(part, Line)]


def _detached(frame: Frame) -> Told:
    """The mark of an annex that is a document of its own."""
    yield from (("附件标记", line) for line in _lines(frame.before) if _DETACHED.fullmatch(line.text.strip()))


def _letterhead(lines: Sequence[Line]) -> Told:
    """What stands above the title: only what has the form of its kind."""
    kept = [line for line in lines if not _OWN_NUMBER.match(line.text.strip())]
    if not any(_NUMBER.search(line.text) or _SIGNED_BY in line.text for line in kept):
        return
    organs = sum(_ORGAN.fullmatch(line.text.strip()) is not None for line in kept)
    for at, line in enumerate(kept):
        words = line.text.strip()
        if _BESIDE_NUMBER.match(words) and _NUMBER.search(words):
            yield "信函的发文字号", _number_of(line)
        elif _SIGNED_BY in words or _NUMBER.search(words):
            yield _numbered(kept, at), line
        elif mark := next((name for name, form in _MARKS.items() if form.fullmatch(words)), ""):
            yield mark, line
        elif _ORGAN.fullmatch(words):
            yield "发文机关标志" if organs == 1 else "联合标志", line


def _numbered(lines: Sequence[Line], at: int) -> str:
    """What a line with the number or the names of those who sign is for: of several lines of names the last has it."""
    words = lines[at].text.strip()
    if _SIGNED_BY in words:
        below = lines[at + 1 : at + 1 + _MOST_SIGNED]
        goes_on = not _NUMBER.search(words) and any(_NUMBERED_NAME.search(line.text) for line in below)
        return "签发人" if goes_on else "发文字号和签发人"
    above = lines[max(0, at - _MOST_SIGNED) : at]
    if _NUMBERED_NAME.search(words) and any(_SIGNED_BY in line.text for line in above):
        return "末行的签发人"
    return "信函的发文字号" if _at_right(lines[at]) else "发文字号"


def _number_of(line: Line) -> Line:
    """The number in a line with 份号 or 密级 before it, whose letters are others."""
    setting = replace(line.setting, font="") if line.setting else None
    return replace(line, text=line.text.strip().partition("\t")[2].strip(), setting=setting)


def _at_right(line: Line) -> bool:
    """Whether a line ends at the right edge and begins behind the middle, as the number of a letter does (10.1)."""
    setting = line.setting
    if setting is None or setting.first is None or setting.right is None:
        return False
    return setting.right < 1 and setting.first > _MIDDLE


def _unmarked_addressee(frame: Frame) -> list[Line]:
    """The line behind the title that names who is written to, and has lost its colon."""
    first = frame.body[0] if frame.body else None
    if frame.addressee or not frame.title or not isinstance(first, Line) or begins_with_label(first):
        return []
    words = first.text.strip().rstrip("；;，,。")
    flush = first.setting is not None and first.setting.first is not None and first.setting.first < 1
    return [first] if _ADDRESSED.fullmatch(words) and flush and not first.centred else []


def _annex_note(lines: Sequence[Line]) -> list[Line]:
    """附件：1.… 2.… at the end of the text."""
    begins = [at for at, line in enumerate(lines) if _ANNEX_NOTE.match(line.text.strip()) and not is_mark(line)]
    if not begins or not all(_ITEM.match((line.number + line.text).strip()) for line in lines[begins[-1] + 1 :]):
        return []
    return list(lines[begins[-1] :])


def _closing(lines: Sequence[Line]) -> Told:
    for line in lines:
        yield "成文日期" if DATE_LINE.fullmatch(line.text.strip()) else "署名", line


def _rest(parts: Sequence[Part]) -> Told:
    """附注, annexes, imprint."""
    copied = False
    before = list(takewhile(lambda part: isinstance(part, Line) and not is_mark(part), parts))
    for at, part in enumerate(parts):
        if not isinstance(part, Line):
            continue
        words = part.text.strip()
        if is_mark(part):
            yield "附件标记", part
        elif _COPIES.match(words):
            copied = True
            yield "抄送", part
        elif (_PRINTED.fullmatch(words) and len(words) < 60) or (copied and _DAY_AT_END.fullmatch(words)):
            yield "印发机关和印发日期", part
        elif part in before and _NOTE.fullmatch(words) and at < 2:
            yield "附注", part
        elif titles_annex(parts, at):
            yield "附件标题", part


def by_role(parts: Sequence[Part], document: Document) -> Mapping[str, list[Line]]:
    """The lines of each part of the document."""
    found: dict[str, list[Line]] = {}
    for name, line in Sorted(parts, document).roles():
        found.setdefault(name, []).append(line)
    return found

"""What must be bound in: the scoring table behind a score, the annexes that are named, under the same names."""

from collections.abc import Iterator
from itertools import dropwhile, islice, pairwise

from reportgen import patterns as re
from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.model.content import Score
from reportgen.model.document import Block, Document, Paragraph, Table
from reportgen.place import Place
from reportgen.record import Struct
from reportgen.rules.chapters import is_report, place_of, tables, words_of
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene
from reportgen.statements.passages import Passage

_A_SCORE = re.compile(
    r"(?:总得分|总体得分|综合得分|最终得分|自评得分|评价得分|自评总分|评价总分|总评分|综合评分|自评分|总分)"
    r"[^，。；高低多少差]{0,4}?(?P<points>\d{1,3}(?:\.\d+)?)\s*分(?!值|项|钟)"
)
_ELSEWHERE = re.compile(
    r"附件|附表|附后|另附|后附|附有|附.{0,12}评分表|(?:自评表|评分表)[^。；]{0,6}(?:附|见)|见[^。；]{0,20}(?:自评表|评分表)"
)
_TABLE = re.compile(r"(?:评分|自评|打分)表[^。；]{0,20}\d\s*分")
_ITEM = re.compile(r"[^\W\d]{2}[^，。；\d]{0,8}\d{1,3}(?:\.\d+)?分")
_ROW = re.compile(r"得分(?:分别|依次)[为是](?:\d+(?:\.\d+)?分[、和，]?){3}")
_FEW = 2
_SCORED = re.compile(r"得分|自评分|评分")


@rule("STR013", "引用得分没有附评分表", Severity.WARNING)
def score_has_its_table(document: Document, scene: Scene) -> Iterator[Finding]:
    """报告写了总得分，就要附上评分表（自评表）；另行装订的，正文写明「评分表另附」。内容文件只查正文提到评分表的。

    为什么: 只有一个总分，没有各项的得分，谁也没法复核这个分是怎么来的。
    错例（成文）:
        示例县人民医院2024年部门整体支出绩效自评报告
        一、评价结论
        经自评，综合得分为92.5分，等级为优。
    正例（成文）:
        示例县人民医院2024年部门整体支出绩效自评报告
        一、评价结论
        经自评，综合得分为92.5分，等级为优，评分表附后。
    依据: 《项目支出绩效评价管理办法》（财预〔2020〕10号）评价报告参考提纲：综合评价情况及评价结论（附相关评分表）
    改法: 附上评分表；另行装订的，在正文写明「评分表另附」
    """
    title = document.metadata.title if scene.finished else scene.pack.title
    reports = is_report(title) and "整改" not in title  # what was put right tells of the score of another report
    if reports and not _has_scores(document) and not any(_is_elsewhere(each.text) for each in scene.passages):
        for place, points in _stated_score(scene):
            yield Finding(place, _("得分 {points} 分，没有评分表", points=points), certain=not scene.finished)
            return


def _is_elsewhere(text: str) -> bool:
    return ("附" in text or "见" in text) and bool(_ELSEWHERE.search(text))


def _has_scores(document: Document) -> bool:
    return any(_SCORED.search(cell.text) for table in tables(document) for cell in table.cells if len(cell.text) < 12)


def _stated_score(scene: Scene) -> Iterator[tuple[Place, str]]:
    """Where the total score is given: in its field, when the text speaks of the table, or in a sentence."""
    spoken_of = any(_TABLE.search(passage.text) for passage in scene.passages)
    for score in scene.content.every(Score) if spoken_of else ():
        if score.points and score.points.quantity:
            yield score.points.place, str(score.points.quantity.value)
    told = [each for each in scene.passages if scene.finished and "分" in each.text and not each.cell]
    scored = [(passage, found) for passage in told if (found := _A_SCORE.search(passage.text))]
    told_of = [passage.text for passage, _found in scored]
    if any(_ROW.search(text) for text in told_of):
        return
    if not any(_is_itemised(passage.text[found.end() :], passage.text[: found.start()]) for passage, found in scored):
        yield from ((passage.place(*found.span()), found["points"]) for passage, found in scored)


def _is_itemised(behind: str, before: str) -> bool:
    """Whether the words behind a score, or a sentence before it, say of what it is made: 决策18.2分、过程27.5分."""
    return any(len(_ITEM.findall(words)) > _FEW for words in (behind, *before.split("。")))


_NOTE = re.compile(r"附件[：:]\s*(?P<first>.*)")
_NOTED = re.compile(r"(?:(?P<number>\d{1,2})[.．、]\s*)?(?P<name>[^\s，。；].*)")
_ANNEX_MARK = re.compile(r"附件\s*(\d{0,2})\s*[：:]?")
_SAYS_ANNEX = re.compile(r"附件\s*(?P<number>\d{1,2})(?![\d.．、]|个|份|项|张|页)")
_OF_ANOTHER = re.compile(r"[》〕号）]|通知|文件|办法|细则|规定|方案")
_DECORATION = re.compile(r"[\s《》“”\"。，；、：:（）()\-—.]")


class _Named(Struct, frozen=True):
    """An annex as it is named somewhere."""

    name: str
    block: Block
    number: int = 0
    """That of its mark: 2 of 附件2; 0 where it has none."""


@rule("STR014", "附件的名称或个数前后不一致", Severity.WARNING)
def annexes_agree(document: Document, scene: Scene) -> Iterator[Finding]:
    """附件说明里的名称、顺序与后面附件的标题一致，附件的标题上面写「附件」；正文提到的附件序号在附件说明里找得到。

    为什么: 名称对不上，收文的人不知道是漏了附件，还是附错了文件。
    错例（成文）:
        样板镇人民政府2024年度工作总结
        一、主要工作
        全年支出明细见附件2。
        附件：1. 2024年度收支表
        2. 2024年度支出明细表
        附件1
        2024年度收支表
        道路养护经费80万元。
        附件2
        2023年度项目明细
        道路养护经费80万元。
    正例（成文）:
        样板镇人民政府2024年度工作总结
        一、主要工作
        全年支出明细见附件2。
        附件：1. 2024年度收支表
        2. 2024年度支出明细表
        附件1
        2024年度收支表
        道路养护经费80万元。
        附件2
        2024年度支出明细表
        道路养护经费80万元。
    依据: 《党政机关公文格式》（GB/T 9704-2012）7.3.7：附件标题和顺序应当与附件说明一致
    改法: 把附件说明、附件标题和正文里的提法改成一样
    """
    if not any("附件" in words_of(block) for block in document.walk()):
        return
    noted, bound = _noted(document), _bound(document)
    yield from _renamed(noted, bound)
    unmarked = list(_unmarked(document, noted, bound))
    elsewhere = len(bound) < len(noted) and (not scene.finished or _leaves_out(bound))
    if noted and bound and len(noted) != len(bound) and not unmarked and not elsewhere:
        label = _("附件说明列了 {noted} 个，后面附了 {bound} 个", noted=len(noted), bound=len(bound))
        yield Finding(place_of(noted[0].block), label, certain=False)
    for each in unmarked:
        note = _("附件说明写的是「{name}」", name=each.name)
        yield Finding(place_of(each.block), _("附件的标题上面没有写「附件」"), (note,), certain=False)
    for place, number in _beyond(scene, max(len(noted), len(bound))):
        yield Finding(place, _("没有附件{number}", number=number), certain=False)


def _renamed(noted: list[_Named], bound: list[_Named]) -> Iterator[Finding]:
    for one, other in _paired(noted, bound):
        if not _same(one.name, other.name):
            note = _("附件说明写的是「{name}」", name=one.name)
            yield Finding(place_of(other.block), _("附件的标题与附件说明不一致"), (note,))


def _leaves_out(bound: list[_Named]) -> bool:
    """Whether numbers among the marks are left out, as those of annexes that are kept elsewhere."""
    return all(each.number for each in bound) and [each.number for each in bound] != list(range(1, len(bound) + 1))


def _paired(noted: list[_Named], bound: list[_Named]) -> Iterator[tuple[_Named, _Named]]:
    """Each annex that is bound in with its line in the note: by its number, where some are kept elsewhere."""
    if len(noted) == len(bound):
        yield from zip(noted, bound, strict=True)
    elif all(0 < each.number <= len(noted) for each in bound):
        yield from ((noted[each.number - 1], each) for each in bound)


def _noted(document: Document) -> list[_Named]:
    """The annexes that 附件说明 lists."""
    names: list[_Named] = []
    for block in document.walk():
        words = _line(block)
        found = _NOTED.fullmatch(words) if names else None
        if (start := _NOTE.fullmatch(words)) and isinstance(block, Paragraph):
            found = _NOTED.fullmatch(start["first"])
            names = []
            if found and found["name"] and words[-1:] not in "。；，：":
                names = [_Named(found["name"], block)]
        elif found and found["number"] and int(found["number"]) == len(names) + 1 and words[-1:] not in "。；，":
            names.append(_Named(found["name"], block))
        elif names:
            break
    return names


def _line(block: Block) -> str:
    """The line with its number: 2. 支出明细表 is read as a numbered paragraph."""
    return (getattr(block, "label", "") + words_of(block)).strip() if not isinstance(block, Table) else ""


def _bound(document: Document) -> list[_Named]:
    """The annexes that are bound in, by their titles: the line below 附件1."""
    blocks = [block for block in document.walk() if words_of(block).strip() or isinstance(block, Table)]
    return [
        _Named(words_of(following), following, int(mark[1] or 0))
        for block, following in pairwise(blocks)
        if isinstance(block, Paragraph) and (mark := _ANNEX_MARK.fullmatch(_line(block)))
        if isinstance(following, Paragraph) and len(words_of(following)) < 60
    ]


def _unmarked(document: Document, noted: list[_Named], bound: list[_Named]) -> Iterator[_Named]:
    """Annexes bound in by their titles alone: the name that 附件说明 gives is a line of its own behind it."""
    last = noted[-1].block if noted else None
    behind = dropwhile(lambda block: block is not last, document.walk())
    lines = [block for block in behind if isinstance(block, Paragraph) and block is not last]
    marked = {_bare(each.name) for each in bound}
    for each in (each for each in noted if _bare(each.name) not in marked and len(bound) < len(noted)):
        titles = (block for block in lines if _bare(words_of(block)) == _bare(each.name))
        yield from (_Named(each.name, block) for block in islice(titles, 1))


def _same(one: str, other: str) -> bool:
    """Whether the names agree but for marks; a title over several lines shows its first one only."""
    first, second = _bare(one), _bare(other)
    return first in second or second in first


def _bare(name: str) -> str:
    return _DECORATION.sub("", name)


def _beyond(scene: Scene, known: int) -> Iterator[tuple[Place, int]]:
    """Mentions of an annex behind the last one; those of another document are not meant."""
    for passage in scene.passages if known else ():
        for found in _SAYS_ANNEX.finditer(passage.text) if _says_annex(passage) else ():
            before = passage.text[max(0, found.start() - 12) : found.start()]
            if int(found["number"]) > known and not _OF_ANOTHER.search(before):
                yield passage.place(*found.span()), int(found["number"])


def _says_annex(passage: Passage) -> bool:
    return "附件" in passage.text

"""Where the lists of a paragraph stand that may make a total: by their opening words, brackets, closing words."""

from collections.abc import Iterator

from reportgen import patterns as re
from reportgen.numbers.arithmetic import same_things
from reportgen.numbers.clauses import closing_bracket
from reportgen.statements.grade_words import is_usable
from reportgen.statements.lexicon import Lexicon, alternation
from reportgen.statements.paragraph import MADE_OF, Paragraph
from reportgen.statements.siblings import leaves_none
from reportgen.statements.statement import Period, Statement
from reportgen.statements.sum_closings import before_closing
from reportgen.statements.sum_place import RANKED, SumList, end_at, opening_words

_BEHIND_COMMA = re.compile(r"[，,]?")
_BRACKET = re.compile(r"[^，。；：、（）()\d]{0,10}[（(]")
_COLON = re.compile(r"[^，。；：、（）\d]{0,10}(?:，[^，。；：、（）\d]{2,8}\d[\d.]*%)?(?:[:：]|——)")
"""Right behind the total, or behind its rate: 结算98.40万元，执行率89.13%：中央资金62.40万元，省级资金36.00万元."""
_COLON_OF_SCORE = re.compile(r"[^。；：、（）\d]{0,16}[:：]")
"""自评得分91.80分，等级为“优”：."""
_SO_MANY = r"[两三四五六七八九十\d]+(?:个?部分|大?[项类块])"
_OPENS = re.compile(
    rf"""
    [^，。；：、（）\d]{{0,4}}(?:组成|构成)[，：:]                               # 由7人组成，财务2人，工程3人，绩效2人
  | ，(?:共|分别)?由{_SO_MANY}[^，。；：、\d]{{0,6}}(?:组成|构成)[，：:]          # 116万元，由六部分组成：
  | ，共?分[成为作]?{_SO_MANY}[^，。；：、\d]{{0,4}}[：:]                       # 320万元，分四块：
    """,
    re.VERBOSE,
)
_BUT_FOR = re.compile(r"除(?P<list>[^。；除]*?外，(?:只有|只剩|其余|剩下)[^，。；]*)")
_AMONG = re.compile(
    r"(?P<name>[^，。；：、（）\d]{2,14}?)(?:(?:当|之)?中|(?<![公英海邻])里(?![程亩长]))(?:[，：:]|有)?(?=[^，。；：、]{1,16}\d)"
)
_ANY_AMONG = re.compile(r"[中里](?:[，：:]|有)?[^，。；：、]{1,16}\d")
_HEAD = re.compile("(?:^|(?<=。))[\u4e00-\u9fff]{2,8}：")
_RANKED = re.compile("(?:最[大多高](?:的|的?一[^\\W\\d])|大头|首先)(?=[^。]*?其次)")
_BESIDE = re.compile(r"另外?|此外|还有|同时|上述|以上")
_ONWARD = re.compile(r"(?:、|和|与|及|以及)[^，。；：、\d]{0,16}")
_DENIED = re.compile("[未不非](?P<what>[^\\W\\d_]{2})")
_BACK = 3
_MOST_TOTALS = 12
"""Figures of a sentence before a list that may be its total, the nearest."""


def sum_lists(paragraph: Paragraph) -> Iterator[SumList]:
    """Every place of a list in a paragraph; one list may be found in several ways."""
    yield from _in_brackets(paragraph)
    yield from _after_words(paragraph)
    yield from _made_up(paragraph)
    yield from before_closing(paragraph)
    yield from _after_colon(paragraph)
    yield from _among(paragraph)
    yield from _ranked(paragraph)
    yield from _headed(paragraph)
    yield from _in_a_row(paragraph)
    yield from _in_next_sentence(paragraph)


def _in_brackets(paragraph: Paragraph) -> Iterator[SumList]:
    """60名（管理岗12名、专业技术岗48名）."""
    for total in paragraph.amounts:
        if opening := _BRACKET.match(paragraph.text, total.end):
            end = closing_bracket(paragraph.text, opening.end())
            yield SumList("（", (total,), opening.end(), end, total.depth + 1)


def _after_words(paragraph: Paragraph) -> Iterator[SumList]:
    """支出114.60万元，其中：基本支出78.40万元，项目支出36.20万元. The total may stand some sentences before."""
    text, depths = paragraph.text, paragraph.depths
    for opening in opening_words(paragraph.lexicon).finditer(text):
        depth = depths[opening.start()] if opening.start() < len(depths) else 0
        end = end_at(paragraph, opening.end(), depth)
        if beside := _BESIDE.search(text, opening.end(), end):
            end = beside.start()
        end = _end_of_item(paragraph, opening, end)
        totals = _before(paragraph, opening.start(), depth)
        begin = paragraph.span(paragraph.sentence(opening.start()))[0]
        if "分别" in opening[0] and totals and totals[0].end < begin and opening.start() - begin > 1:
            continue  # 三公支出8.64万元。预算分别是3.60万元和9.00万元: of something else
        if "分别" in opening[0] and len(totals) > 1 and _is_one_of(totals[0], totals[1], text):
            continue  # 甲168份、乙180份，合格的分别为161份和174份: of each of them, and not of the last
        if totals and is_usable(totals[0], opening.end()):
            totals = totals[:1]
        yield SumList(opening[0], totals, opening.end(), end, depth)


def _end_of_item(paragraph: Paragraph, opening: re.Match[str], end: int) -> int:
    """祭扫支出74万元；展馆支出68万元，其中展柜29万元；零散墓支出41万元: of items that ； parts, one has a part."""
    text = paragraph.text
    begin = paragraph.span(paragraph.sentence(opening.start()))[0]
    items = "；" in text[begin : opening.start()] and not opening[0].endswith(("：", ":"))
    half = text.find("；", opening.end(), end) if items else -1
    return half if half >= 0 else end


def _is_one_of(last: Statement, before: Statement, text: str) -> bool:
    """Whether a figure is the last one of an enumeration: 甲168份、乙180份."""
    return bool(_ONWARD.fullmatch(text, before.end, last.start)) and same_things(before.quantity, last.quantity)


def _made_up(paragraph: Paragraph) -> Iterator[SumList]:
    """175.80万元，由货物采购96.40万元、服务采购58.25万元、工程采购21.15万元组成."""
    for found in MADE_OF.finditer(paragraph.text):
        depth = paragraph.depths[found.start()]
        totals = _before(paragraph, found.start(), depth)
        if totals and _BEHIND_COMMA.fullmatch(paragraph.text, totals[0].end, found.start()):
            totals = totals[:1]  # 收入873万元，由……构成；支出823万元，由……构成: each is made up of its own
        yield SumList(found[0][-2:], totals, *found.span("list"), depth)
    for found in _BUT_FOR.finditer(paragraph.text):  # 收入846万元，除拨款838万元外，只有其他收入8万元
        depth = paragraph.depths[found.start()]
        totals = _before(paragraph, found.start(), depth)
        half = totals and "；" in paragraph.text[totals[0].end : found.start()]  # 大班35名；除12名健康外，其余152名
        yield SumList("组成", totals if half else totals[:1], *found.span("list"), depth)
    for total in paragraph.amounts:
        if opening := _OPENS.match(paragraph.text, total.end):
            yield SumList("组成", (total,), opening.end(), end_at(paragraph, opening.end(), total.depth), total.depth)


def _after_colon(paragraph: Paragraph) -> Iterator[SumList]:
    """审结8236件：刑事386件、民商事4912件、行政104件、执行2834件."""
    for total in paragraph.amounts:
        colon = _COLON_OF_SCORE if total.quantity.unit == "分" else _COLON
        if opening := colon.match(paragraph.text, total.end):
            yield SumList("：", (total,), opening.end(), end_at(paragraph, opening.end(), total.depth), total.depth)


def _is_denied_there(label: str, name: str) -> bool:
    """未办结1,550件 is none of 办结的投诉."""
    denied = _DENIED.search(label)
    return denied is not None and denied["what"] in name and denied[0] not in name


def _among(paragraph: Paragraph) -> Iterator[SumList]:
    """审结案件中，刑事386件、民商事4912件…: the total is the figure before that has the name."""
    for found in _AMONG.finditer(paragraph.text) if _ANY_AMONG.search(paragraph.text) else ():
        name, depth = found["name"], paragraph.depths[found.start()]
        before = _before(paragraph, found.start(), depth, reach=_BACK * 3)
        named = [each for each in before if _common(each.label, name) and not _is_denied_there(each.label, name)]
        named = [each for each in named if "里" not in found[0][len(name) :] or each.text[:1].isdecimal()]
        named.sort(key=lambda each: -_common(each.label, name))
        others = [each for each in before if each not in named]
        end = end_at(paragraph, found.end(), depth)
        headed = [each for each in paragraph.amounts if found.start() <= each.end <= found.end() and not each.label]
        half = paragraph.text.find("；", found.end(), end)
        if len(paragraph.added_within(found.end(), half)) > 1:
            end = half  # 人员里参公22人，工勤6人，派遣10人；持证24人
        totals = headed or (*named, *(others if named else ()))  # 八项指标中，正常5项，有偏差2项，未达标1项
        yield SumList("中", tuple(totals), found.end(), end, depth)


def _ranked(paragraph: Paragraph) -> Iterator[SumList]:
    """到账1,894万元。最大一笔是河流治理，1,180万元；其次小流域，585万元；再次为维养129万元."""
    for found in _RANKED.finditer(paragraph.text) if "其次" in paragraph.text else ():
        depth = paragraph.depths[found.start()]
        totals = _before(paragraph, found.start(), depth)
        yield SumList(RANKED, totals, found.end(), end_at(paragraph, found.end(), depth), depth)


def _headed(paragraph: Paragraph) -> Iterator[SumList]:
    """团员41,260名，其中女团员……。职业：学生31,405名，农民1,927名，其他7,928名: further on, closed by the rest."""
    for found in _HEAD.finditer(paragraph.text) if "：" in paragraph.text else ():
        end = paragraph.span(paragraph.sentence(found.end()))[1]
        parts = [each for each in paragraph.added_within(found.end(), end) if not each.depth]
        if len(parts) > 2 and leaves_none([parts[-1].label]):
            before = [each for each in paragraph.amounts if each.end <= found.start() and not each.depth and each.exact]
            before = [each for each in before if same_things(each.quantity, parts[-1].quantity)]
            total = max(before, key=lambda each: each.quantity.value, default=None)
            if total is not None and all(each.quantity.value < total.quantity.value for each in parts):
                yield SumList("：", (total,), found.end(), end, 0)


def _in_a_row(paragraph: Paragraph) -> Iterator[SumList]:
    """共评价12个项目，优5个、良6个、中1个: no word says so."""
    for total in paragraph.amounts:
        if total.quantity.number > 1:
            yield SumList("", (total,), total.end, end_at(paragraph, total.end, total.depth), total.depth)


def _in_next_sentence(paragraph: Paragraph) -> Iterator[SumList]:
    """取土化验1,520个，每个样800元。样品分布：平坝680个，丘陵560个，山区280个: the next sentence with such figures."""
    amounts = [each for each in paragraph.amounts if each.quantity.number > 1]
    for total in (each for each in amounts if each.period is Period.NOW):
        alike = [each for each in amounts if each.start > total.start and same_things(each.quantity, total.quantity)]
        alike = [each for each in alike if each.sentence > total.sentence or each.period is Period.NOW]
        if not alike or not 0 < alike[0].sentence - total.sentence <= _BACK or alike[0].depth != total.depth:
            continue
        start, end = paragraph.span(alike[0].sentence)
        yield SumList("", (total,), start, end, total.depth)


def _before(paragraph: Paragraph, at: int, depth: int, reach: int = _BACK) -> tuple[Statement, ...]:
    """The exact figures before `at`, the nearest first: of its sentence, else of the last sentence that has any."""
    near = [each for each in paragraph.amounts if each.end <= at and each.depth <= depth]
    near = [each for each in near if not _is_base(each, paragraph)]
    sentence = paragraph.sentence(at)
    own = [each for each in near if each.sentence == sentence]
    if own:
        return tuple(reversed(own[-_MOST_TOTALS:]))
    back = [each for each in near if sentence - each.sentence <= reach]
    back = [each for each in back if each.period is not Period.BEFORE] or back  # past what it was the year before
    last = max((each.sentence for each in back), default=-1)
    return tuple(reversed([each for each in back if each.sentence == last or reach > _BACK]))


def _is_base(each: Statement, paragraph: Paragraph) -> bool:
    """平均37天，比承诺的30天多7天，其中审核21天、公示7天、拨付9天: what it is held against, and no total."""
    changed = paragraph.lexicon.pattern("changed behind", _changed_behind)
    return each.label.startswith(("比", "较")) and bool(changed.match(paragraph.text, each.end))


def _changed_behind(lexicon: Lexicon) -> str:
    return rf"[^，。；：、\d]{{0,4}}(?:{alternation((*lexicon.lists['增'], *lexicon.lists['减']))})"


def _common(label: str, name: str) -> int:
    """How many pairs of characters stand in both."""
    return sum(name[at : at + 2] in label for at in range(len(name) - 1))

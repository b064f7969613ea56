"""Parts told in other words: the greatest of them, some drawn from all, what they did behind: 110家评价为满意; and what
is never more than something else: 发放500份，收回486份."""

from collections.abc import Sequence

from reportgen import patterns as re
from reportgen.lexicon.lists import characters, lists
from reportgen.numbers.clauses import begin_of, end_of
from reportgen.statements.lexicon import Lexicon, alternation
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.qualities import SOME, is_some
from reportgen.statements.statement import Statement

_MARKS = "，。；：、（）\n"
_OFTEN = re.compile("每(?:个?[周月日天年]|季度?|次|小时)")
_SPENT_ON = re.compile("(?:资金|经费|款项|上述资金)?(?:全部|主要|均|都|专项)*用于|(?:资金|经费|款项)主要")
_GREATEST = re.compile(r"(?P<what>[^，。；：、\d]{2,14})最[多大](?:的[^，。；：、\d]{2,12})?，?[^，。；、\d]{0,4}")
_OF_OTHERS = re.compile("[历往去上同全]|单|每|均|一[天日月年次期]|20\\d\\d")
_DRAWN = re.compile("(?:随机|重点|现场|实地|共|已|本次|今年|全年)*抽(?:查|检|测|验|取|样|看|选|中)(?:了|到|其中)?")
_NEW = re.compile("新|改|扩|修|购|建成|其中|[持获]")
_THERE = characters(lists("units")["在"])
"""在编, 在校, 在馆: what stands behind 在."""
_APART = re.compile("退|离|编外|聘|遗属|劳务|临时|籍|另|外")
_OF_ANYTHING = ("元", "个", "项", "次", "人次", "种", "天", "分", "%", "小时", "期", "场", "批次", "份", "件")
_BACK, _WORD, _LONG = 1, 2, 3
_DONE = re.compile(r"(?:[^，。；]*[^\W\d])?(?:实际?|[已只仅才])(?P<what>[^\W\d际有])[^，。；]{0,6}$")
_LISTED = re.compile(r"[^，。；：、\d]{0,4}、[^，。；：、\d]{0,4}")
"""抽查15个小区、90个点位: one behind the other."""


def is_of_any_time(part: Statement) -> bool:
    """18台训练仪，每周用满10小时的才11台: how often is no other time."""
    text = part.passage.text
    return bool(_OFTEN.search(text, begin_of(text, part.start, _MARKS), part.start))


def is_spent_on(sentence: int, paragraph: Paragraph) -> bool:
    """98.62万元，比上年增加3.42万元。全部用于设备维修，其中更换24.50万元: it goes on about the money told before."""
    return bool(sentence and _SPENT_ON.match(paragraph.text, paragraph.span(sentence)[0]))


def greatest_of(part: Statement, near: Sequence[Statement], paragraph: Paragraph) -> Statement | None:
    """结余5.68万元，外聘劳务结余最多，达2.40万元: of the total right before, which tells of the same."""
    text, begin = paragraph.text, paragraph.span(part.sentence)[0]
    if "最" not in text[begin : part.start]:
        return None
    opens = max(begin, begin_of(text, part.start, "。；\n"))
    last = max((each.end for each in paragraph.statements if each.end <= part.start), default=0)
    found = _GREATEST.fullmatch(text[max(opens, last) : part.start].lstrip("，。；其中"))
    if found is None or _OF_OTHERS.search(found[0]):
        return None
    told = [each for each in near if part.sentence - each.sentence <= _BACK and each.depth == part.depth]
    whole = max(told, key=lambda each: each.quantity.value, default=None)
    tells = whole is not None and any(char in whole.label for char in found["what"][-_WORD:])
    return whole if tells and part.quantity.unit not in ("分", "%") else None


def done_behind(part: Statement, own: Sequence[Statement], paragraph: Paragraph) -> Statement | None:
    """寄发问卷100份，91份评价为满意; 抽查86份病历，82份符合规范: what is never more stands behind the figure."""
    if not own or part.depth or part.label or paragraph.text[part.start - 1 : part.start] not in "，；":
        return None
    if not paragraph.lexicon.any_of("查问的结果").match(_behind(part)):
        return None
    asked = paragraph.lexicon.any_of("查与问")
    return next((each for each in reversed(own) if asked.search(_clause(each))), None)


def drawn_from(part: Statement, near: Sequence[Statement], paragraph: Paragraph) -> Statement | None:
    """食堂126家。抽查38家，合格36家: so many of what the sentence before counts, in a unit that tells."""
    if part.quantity.unit in _OF_ANYTHING or part.depth or not _DRAWN.fullmatch(part.label):
        return None
    told = [each for each in near if part.sentence - each.sentence == _BACK and not each.depth]
    first = told[0] if told else None
    plain = first and not _NEW.search(first.label) and not first.label.endswith(SOME) and not is_some(first, paragraph)
    return first if plain and _behind(part) == "" else None


def with_the_same_verb(part: Statement, own: Sequence[Statement], paragraph: Paragraph) -> Statement | None:
    """实有160人，实有行政人员50人: the first is of all, since nothing but the verb is said of it."""
    whole = own[-1] if own else None
    verb = paragraph.lexicon.pattern("all that there is", _have).search(whole.label) if whole is not None else None
    if whole is None or verb is None or whole.depth != part.depth or "，" not in paragraph.text[whole.end : part.start]:
        return None
    kind = part.label.removeprefix(verb[0])
    return whole if kind != part.label and len(kind) >= _WORD and not _APART.search(kind) else None


def _have(words: Lexicon) -> str:
    """实有, 在编 at the end of a label."""
    return rf"(?:^|(?<=[^，。；\d]))(?:{alternation(words.lists['实有的话'])}|在[{_THERE}])$"


def _clause(each: Statement) -> str:
    """The words before a figure and behind it, up to the marks."""
    text = each.passage.text
    return text[begin_of(text, each.start, _MARKS) : each.start] + _behind(each)


def _behind(each: Statement) -> str:
    text = each.passage.text
    return text[each.end : end_of(text, each.end, _MARKS)]


def _done_of(planned: Statement, near: Sequence[Statement]) -> Statement | None:
    """抽检计划1,800批次，实际完成1,860批次: what was done of it."""
    behind = [each for each in near if each.start > planned.end and each.sentence == planned.sentence]
    return next((each for each in behind if not each.planned), None)


def never_less(part: Statement, near: Sequence[Statement], paragraph: Paragraph) -> Statement | None:
    """发放问卷500份，收回486份: what the lexicon says is never less, in a sentence; a long name says it anywhere."""
    own = [each for each in near if each.sentence == part.sentence]
    if part.label.startswith("另"):
        return None  # 毕业412人，考上286人，另有往届生考上438人
    if done := _DONE.match(part.label):  # 应检612艘，实检594艘; 需要更正的58个，已更正51个
        due = [each for each in own if re.match(f"[^，。；]*(?:应|待|需要?){done['what']}", each.label)]
        if due:
            return due[-1]
    for less, more in paragraph.lexicon.ordered.items():
        if less in part.label:
            told = near if len(less) > _LONG or not own else own
            larger = [each for each in told if less not in each.label and any(word in each.label for word in more)]
            larger += [done_of for each in larger if each.planned and (done_of := _done_of(each, near)) is not None]
            ends = [each.end for each in larger]
            larger += [each for each in own if any(_LISTED.fullmatch(paragraph.text, at, each.start) for at in ends)]
            if larger:
                return max(larger, key=lambda each: each.quantity.value)
    return None

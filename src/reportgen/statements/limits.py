"""What a figure cannot be: more than its whole, more than the posts, more than 100 %, less than nothing."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from reportgen import patterns as re
from reportgen.language import _
from reportgen.model.quantity import Bound
from reportgen.numbers.clauses import begin_of
from reportgen.statements.averages import averages
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.equations import Bounded
from reportgen.statements.grid import Grid
from reportgen.statements.lexicon import Lexicon
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.parts import parts
from reportgen.statements.posts import posts
from reportgen.statements.stages import stage_of
from reportgen.statements.statement import Period, Role, Statement

_COMPLETED = re.compile(r"预算|计划|目标|任务|上年|去年|年初|应")
_RATE_NAME = re.compile(r"[^\W\d_]{0,12}?(?:率|满意度|优良比例)")
_NAME_BEHIND = re.compile(r"的(?P<name>[^\W\d_]{2,8}率)")
_SPENDING = re.compile("执行|支付|到位|完成")
_NOT_RESULT = re.compile(r"增减|偏差|增长|完成(?!值|情况|数|$)|得分|执行|进度|比")
_RATE_OF_CHANGE = re.compile(r"[率速幅额度](?:为|是|[:：])*$")
"""支出增速为-3%: a name and no verb, it has a sign of its own."""
_OF_MANY = re.compile(r"每|均|折[合算成]|(?<![\d.])[百千万][张床人户名车]")
"""每万人3.2名，尚差0.8名; 百张床位医护人员45.5人; 日均检查28.4人次，高于原设备（21.7人次）: an average, and what
is held against it."""
_GROWTH = re.compile("增长|增幅|增速|同比")
_SERIES = re.compile(r"(?<=%)?[、和及](?=[-－−]?\d)")
_SIGNED = re.compile(r"(?:增长|增幅|增速)[^，。；：\d]{0,4}?[-－−]\d")
_ONE = Decimal(1)


def limits(paragraph: Paragraph) -> Iterator[Claim]:
    """What the figures of a paragraph cannot be."""
    yield from posts(paragraph)
    yield from parts(paragraph)
    yield from averages(paragraph)
    for each in paragraph.statements:
        if each.quantity.kind == "%":
            yield from _rate(each, paragraph)
        elif (
            each.role is Role.EACH
            and each.quantity.unit == "分"
            and re.search("得分|评分|分数", each.label)
            and each.quantity.value > 100
        ):
            yield _over(each, Proof.LIKELY, Decimal(100))
        if each.quantity.number < 0:
            yield from _negative(each, paragraph.lexicon)
        if _is_broken(each):
            yield Claim(
                "scale",
                Bounded(each, None),
                False,
                Proof.LIKELY,
                each,
                _("{figure}有小数，是不是漏了「万」", figure=each.text),
            )


def _is_broken(each: Statement) -> bool:
    """3.42人: no number of people or households, but an average or a number in ten thousands."""
    counted = each.quantity.unit in ("人", "名", "位", "户", "人次") and not each.quantity.scale
    if not (counted and each.quantity.decimals and each.role is Role.AMOUNT and each.exact and each.start):
        return False  # 3.6户因外出务工未改造 opens a paragraph, of which it is the number
    text = each.passage.text
    return not _OF_MANY.search(text, begin_of(text, each.start, "。；"), each.start)


def _rate(each: Statement, paragraph: Paragraph) -> Iterator[Claim]:
    value = each.quantity.value
    if value <= _ONE or each.quantity.bound is Bound.AT_MOST:
        return
    before = paragraph.text[max(0, each.start - 20) : each.start]
    if each.role is Role.SHARE and not _COMPLETED.search(before):
        yield _over(each, Proof.CERTAIN, Decimal(100))
    elif each.role is Role.RATE:
        behind = _NAME_BEHIND.match(paragraph.text, each.end)  # 88.50%的准确率
        clause = behind["name"] if behind else re.split(r"[，。；：、]", before)[-1]
        if named := _bounded_rate(clause, paragraph.lexicon):
            certain = paragraph.lexicon.any_of("不超百").search(named) and not _SPENDING.search(named)
            yield _over(each, Proof.CERTAIN if certain else Proof.LIKELY, Decimal(100))


def _bounded_rate(words: str, lexicon: Lexicon) -> str:
    """The name of a rate that cannot be more than 100 %, as far as one can tell: any 率 but those of growth."""
    found = [match[0] for match in _RATE_NAME.finditer(words)]
    name = found[-1] if found else ""
    return "" if not name or any(name.endswith(word) for word in lexicon.lists["可超百"]) else name


def _over(each: Statement, proof: Proof, limit: Decimal) -> Claim:
    equation = Bounded(each, None, limit if each.quantity.kind != "%" else _ONE)
    words = _("不会超过 {limit}", limit=f"{limit}{'%' if each.quantity.kind == '%' else each.quantity.unit}")
    return Claim("over", equation, False, proof, each, words)


def _negative(each: Statement, lexicon: Lexicon) -> Iterator[Claim]:
    equation = Bounded(each, None, Decimal(0))
    name = each.label or each.subject
    if _RATE_OF_CHANGE.search(name) or lexicon.any_of("带符号").search(name):
        return
    if each.role is Role.CHANGE:
        if _is_signed_growth(each):
            return
        yield Claim("negative", equation, False, Proof.CERTAIN, each, _("已写增加、减少，不再写负号"))
    elif not lexicon.any_of("可为负").search(name) and each.quantity.kind not in ("%", ""):
        proof = Proof.LIKELY if each.quantity.unit.endswith("元") and not each.concept else Proof.CERTAIN
        yield Claim("negative", equation, False, proof, each, _("不会是负数"))


def _is_signed_growth(each: Statement) -> bool:
    """同比增长-9.7%、11.4%; 增幅为-4.7%: growth with its sign, as bulletins of statistics write it."""
    text = each.passage.text
    begin = begin_of(text, each.start, "，。；：（）\n")
    named = _GROWTH.search(text, begin, each.start)
    series = _SERIES.match(text, each.end) or _SERIES.search(text, begin, each.start)
    return named is not None and bool(series or len(_SIGNED.findall(text)) > 1)


def limits_in_table(grid: Grid) -> Iterator[Claim]:
    """Negative figures, rates over 100 %, more people than posts."""
    for each in grid.figures.values():
        words = f"{each.column} {each.row}"
        signed = each.quantity.number < 0 and each.quantity.kind != "%"
        if signed and not any(grid.lexicon.any_of(kind).search(words) for kind in ("可为负", "带符号")):
            known = stage_of(each.concept) or each.concept in ("编制", "在编")
            counted = each.quantity.unit and not each.quantity.unit.endswith("元")
            if known or counted:
                yield Claim(
                    "negative",
                    Bounded(each, None, Decimal(0)),
                    False,
                    Proof.CERTAIN if known else Proof.LIKELY,
                    each,
                    _("不会是负数"),
                )
        if each.quantity.kind == "%" and each.quantity.value > _ONE:
            head = each.column.split(" ")[0]
            named = _bounded_rate(head, grid.lexicon) or (
                not _NOT_RESULT.search(head) and _bounded_rate(each.row, grid.lexicon)
            )
            if named and not _SPENDING.search(named):
                yield _over(each, Proof.LIKELY, Decimal(100))
    yield from _pairs(grid, "编制", "在编", "posts", _("多于编制"))


def _pairs(grid: Grid, most: str, concept: str, relation: str, words: str) -> Iterator[Claim]:
    for row in grid.rows:
        figures = [grid.figures[row, column] for column in grid.numeric_columns if (row, column) in grid.figures]
        bounds = [each for each in figures if grid.lexicon.concept(each.column) == most]
        people = [each for each in figures if grid.lexicon.concept(each.column) == concept]
        if len(bounds) == len(people) == 1:
            equation = Bounded(people[0], bounds[0])
            note = _("编制 {posts}，在编 {people}", posts=bounds[0], people=people[0])
            yield Claim(relation, equation, equation.holds, Proof.CERTAIN, people[0], words, (note,))


def concepts(statements: Sequence[Statement], concept: str) -> list[Statement]:
    """The statements of one concept, of this year."""
    return [each for each in statements if each.concept == concept and each.period is Period.NOW]

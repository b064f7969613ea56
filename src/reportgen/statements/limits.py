"""What a figure cannot be: more than its whole, more than the posts, more than 100 %, less than nothing."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from reportgen.language import _
from reportgen.model.quantity import Bound
from reportgen.numbers.arithmetic import same_things
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.equations import Bounded
from reportgen.statements.grid import Grid
from reportgen.statements.lexicon import Lexicon, lexicon
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.statement import Period, Role, Statement

_IN = re.compile(r"[^，。；：、\d]{0,10}?中(?!级|型|等|学|小|央|标|心)(?=[^，。；：、]{0,12}\d)")
"""新收案件8230件中网上立案5029件; 20个标段中按期完工19个."""
_NAMED = re.compile(
    r"(?:^|(?<=[。；，]))(?P<name>[^，。；：、\d（）]{2,12}?)(?:当|之)?中(?=[^，。；、\d]{0,14}$|[^，。；、\d]{1,14}\d)"
)
_BACK = 3
_NO_PART = re.compile(r"故|因此|总|比|较|由|至|共|合计|占|满分|分值|权重|目标|每|相当|上年")
_INSIDE = re.compile(r"[^，。；：、\d（(]{0,8}[（(](?:其中|含)?[^，。；：、\d]{0,16}")
"""编制30名（含工勤2名）."""
_ASIDE = re.compile(
    r"离岗|退养|辅助岗|(?<!已)(?<!现)(?<!实际)聘用|编外|临聘|劳务|派遣|离休|退休|离退休|购买服务|合同制|遗属|公益性"
)
_OVER_POSTS = re.compile(r"超编|超配")
_COMPLETED = re.compile(r"预算|计划|目标|任务|上年|去年|年初|应")
_SIGNED = re.compile(r"增减|差额|差异|偏差|变动|增长|增幅|比|较|调整|盈余|下降|升降|节约|温度|得分|扣分")
_RATE_NAME = re.compile(r"[^\W\d_]{0,12}?(?:率|满意度|优良比例)")
_SPENDING = re.compile("执行|支付|到位|完成")
_NOT_RESULT = re.compile(r"增减|偏差|增长|完成(?!值|情况)|得分|执行|进度|比")
_RATE_OF_CHANGE = re.compile(r"[率速幅额度](?:为|是|[:：])*$")
"""支出增速为-3%: a name and no verb, it has a sign of its own."""
_AGAIN = re.compile("[￥¥]|即|折|合")
"""壹佰元（￥100）: the same amount once more."""
_ONE = Decimal(1)


def limits(paragraph: Paragraph) -> Iterator[Claim]:
    """What the figures of a paragraph cannot be."""
    yield from _posts(paragraph)
    yield from _parts(paragraph)
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
            yield from _negative(each)
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
    return counted and bool(each.quantity.decimals) and each.role is Role.AMOUNT and each.exact


def _posts(paragraph: Paragraph) -> Iterator[Claim]:
    """编制20名，实有18人: each kind of posts with the people of that kind; people of no kind with all posts before."""
    if _OVER_POSTS.search(paragraph.text):
        return
    posts = [each for each in paragraph.statements if _is_posts(each) and _people(each)]
    posts = [each for each in posts if not re.search("人员(?:数|为|是)*$", each.label) or "核定" in each.label]
    for people in paragraph.statements:
        if people.concept != "在编" or not _people(people) or _ASIDE.search(people.label):
            continue
        before = [each for each in posts if each.end <= people.start and people.sentence - each.sentence <= 1]
        most = _posts_for(people, before)
        if most is None or _ASIDE.search(paragraph.text, most.end, paragraph.span(people.sentence)[1]):
            continue
        equation = Bounded(people, most)
        note = _("编制 {posts}，在编 {people}", posts=most, people=people)
        yield Claim("posts", equation, equation.holds, Proof.CERTAIN, people, _("多于编制"), (note,))


def _is_posts(each: Statement) -> bool:
    """Posts by name; of people, what is controlled too: 聘用制书记员控制数30名."""
    return each.concept == "编制" or (each.label.endswith("控制数") and each.quantity.unit in ("人", "名"))


def _posts_for(people: Statement, before: Sequence[Statement]) -> Statement | None:
    """The posts that the people hold: of the same kind, else the last of their sentence, of several the most."""
    kind = _kind(people)
    kinds = {_kind(each) for each in before} - {""}
    if (
        not kind
        and before
        and (len(kinds) < 2 or not _kind(before[-1]))  # 政法专项编制86名、事业编制12名，在编98人: they hold both
        and re.fullmatch(r"[，,、（(]?[^，。；、\d]{0,12}", people.passage.text[before[-1].end : people.start])
    ):
        return before[-1]  # 核定岗位32个，在岗30人
    if not kind and (len(kinds) > 1 or re.search("合计|共", people.label)):
        added = [each for each in before if not _kind(each) and re.search("合计|共|总|核定", each.label)]
        return added[-1] if added else None  # 政法专项编制78名、工勤编制6名，合计编制84名。实有77人
    if kind:
        alike = [each for each in before if _kind(each) == kind]
        return alike[-1] if alike else None
    own = [each for each in before if each.sentence == people.sentence]
    if not own and before:
        between = [
            each
            for each in people.passage.numbers
            if before[-1].end <= each.start < people.start and each.quantity.unit in ("人", "名")
        ]
        if sum(each.quantity.value for each in between) == before[-1].quantity.value:
            between = []  # 编制211名，其中局机关42名、…: what the posts are divided into
        own = list(before) if not between and len({each.quantity.value for each in before}) == 1 else []
    joined = [each for each in own if own[-1].start - each.end < 24]
    return max(joined, key=lambda each: each.quantity.value, default=None)


def _people(each: Statement) -> bool:
    return each.role is Role.AMOUNT and each.exact and each.quantity.unit in ("人", "名", "位", "个", "辆", "")


def _kind(each: Statement) -> str:
    return next((kind for kind in lexicon().lists["编制类"] if kind in each.label), "")


def _parts(paragraph: Paragraph) -> Iterator[Claim]:
    """支出98万元，其中设备购置30万元; 20个标段中按期完工19个: no part is more than its whole."""
    statements = [
        each for each in paragraph.statements if each.role is Role.AMOUNT and each.exact and each.quantity.unit
    ]
    for part in statements:
        near = [each for each in statements if each.end <= part.start and _may_hold(each, part)]
        whole = _whole_of(part, near, paragraph)
        if whole is None:
            continue
        equation = Bounded(part, whole)
        note = _("其中一项 {part} 大于总数 {whole}", part=part, whole=whole)
        yield Claim("part", equation, equation.holds, Proof.CERTAIN, part, _("大于总数 {whole}", whole=whole), (note,))


def _may_hold(whole: Statement, part: Statement) -> bool:
    alike = same_things(whole.quantity, part.quantity) and whole.period is part.period
    return alike and part.sentence - whole.sentence <= _BACK and part.depth >= whole.depth


def _alike_within(whole: Statement, part: Statement) -> bool:
    """Whether a figure of the sentences right before, in a bracket too, counts the same things."""
    alike = same_things(whole.quantity, part.quantity) and whole.role is Role.AMOUNT and whole.exact
    return alike and part.sentence - whole.sentence <= _BACK


def _whole_of(part: Statement, near: Sequence[Statement], paragraph: Paragraph) -> Statement | None:
    """What the part is a part of: of the figures before 其中 the largest, lest one of them be taken for the whole."""
    text = paragraph.text
    own = [each for each in near if each.sentence == part.sentence]
    if own and _IN.match(text, own[-1].end) and "，" not in text[own[-1].end : part.start]:
        return own[-1]
    start = paragraph.span(part.sentence)[0]
    opened = text.rfind("其中", start, part.start)
    if _NO_PART.search(part.label):
        return None
    if opened >= 0 and not re.search("[；。]", text[opened : part.start]):
        before = [each for each in near if each.end <= opened and each.depth <= part.depth]
        before = before if opened - start < 2 else [each for each in before if each.sentence == part.sentence]
        return max(before, key=lambda each: each.quantity.value, default=None)
    if (named := _NAMED.search(text, start, part.start)) and named.end() > part.start - 16:
        before = [each for each in paragraph.statements if each.end <= start and _alike_within(each, part)]
        called = [each for each in before if each.label.endswith(named["name"]) and each.depth <= part.depth + 1]
        if called:
            return called[-1]  # 专任教师138人。专任教师中“双师型”教师76人
    last = next((each for each in reversed(own) if each.depth == part.depth - 1), None)
    between = text[last.end : part.start] if last is not None else ""
    if _INSIDE.fullmatch(between) and not _AGAIN.search(text[last.end : part.start + 1] if last else ""):
        return last
    for less, more in paragraph.lexicon.ordered.items():
        if less in part.label:
            larger = [each for each in own if less not in each.label and any(word in each.label for word in more)]
            return max(larger, key=lambda each: each.quantity.value, default=None)
    return None


def _rate(each: Statement, paragraph: Paragraph) -> Iterator[Claim]:
    value = each.quantity.value
    if value <= _ONE or each.quantity.bound is Bound.AT_MOST:
        return
    before = paragraph.text[max(0, each.start - 20) : each.start]
    if each.role is Role.SHARE and not _COMPLETED.search(before):
        yield _over(each, Proof.CERTAIN, Decimal(100))
    elif each.role is Role.RATE:
        clause = re.split(r"[，。；：、]", before)[-1]
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


def _negative(each: Statement) -> Iterator[Claim]:
    equation = Bounded(each, None, Decimal(0))
    if _RATE_OF_CHANGE.search(each.label):
        return
    if each.role is Role.CHANGE:
        yield Claim("negative", equation, False, Proof.CERTAIN, each, _("已写增加、减少，不再写负号"))
    elif not _SIGNED.search(each.label) and each.quantity.kind != "%":
        proof = Proof.LIKELY if each.quantity.unit.endswith("元") and not each.concept else Proof.CERTAIN
        yield Claim("negative", equation, False, proof, each, _("不会是负数"))


def limits_in_table(grid: Grid) -> Iterator[Claim]:
    """Negative figures, rates over 100 %, more people than posts."""
    for each in grid.figures.values():
        words = f"{each.column} {each.row}"
        if each.quantity.number < 0 and not _SIGNED.search(words) and each.quantity.kind != "%":
            known = each.concept in ("年初预算", "全年预算", "预算", "决算", "编制", "在编", "收入")
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

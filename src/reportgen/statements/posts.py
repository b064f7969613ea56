"""Posts and the people who hold them: 编制20名，实有18人."""

from collections.abc import Iterator, Sequence

from reportgen import patterns as re
from reportgen.language import _
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.equations import Bounded
from reportgen.statements.lexicon import lexicon
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.statement import Role, Statement

_ASIDE = re.compile(
    r"离岗|退养|辅助岗|(?<!已)(?<!现)(?<!实际)聘用|编外|临聘|劳务|派遣|离休|退休|离退休|购买服务|合同制|遗属|公益性"
)
_APART = re.compile(r"[，；](?:离退休|退休|离休|遗属)[^，。；、\d]{0,4}\d+[人名][。；，（]")
_BESIDE = re.compile("(?:^|.*[，；。（])(?:此外，?|另外?)[^，。；、\\d]{0,8}$", re.DOTALL)
"""，另有工勤聘用人员4人: beside those in post."""
_OVER_POSTS = re.compile(r"超编|超配")
_RIGHT_BEHIND = re.compile(
    r"[，,（(/]\s*(?:核定|现有|共有)?(?:人员|事业|行政|总)?编制(?:总数|人数|数|员额)?(?:为|是|[:：])?"
)
_AMONG = re.compile(r"[，,]?\s*(?:其中|包括|包含|含|内含)|[（(]")


def posts(paragraph: Paragraph) -> Iterator[Claim]:
    """编制20名，实有18人: each kind of posts with the people of that kind; people of no kind with all posts before."""
    if _OVER_POSTS.search(paragraph.text):
        return
    told = [each for each in paragraph.statements if _is_posts(each) and _people(each)]
    told = [each for each in told if not re.search("人员(?:数|为|是)*$", each.label) or "核定" in each.label]
    for people in paragraph.statements:
        if people.concept != "在编" or not _people(people) or _ASIDE.search(people.label):
            continue
        before = [each for each in told if each.end <= people.start and people.sentence - each.sentence <= 1]
        most = _posts_for(people, before) or _posts_behind(people, told)
        if most is None or _with_others(people, most, paragraph):
            continue
        equation = Bounded(people, most)
        note = _("编制 {posts}，在编 {people}", posts=most, people=people)
        proof = Proof.CERTAIN if people.sentence == most.sentence else Proof.LIKELY
        yield Claim("posts", equation, equation.holds, proof, people, _("多于编制"), (note,))


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
        and (len(kinds) < 2 or not _kind(before[-1]) or _in_turn(before))
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
    own = own or _told_before(people, before)
    joined = [each for each in own if own[-1].start - each.end < 24]
    return max(joined, key=lambda each: each.quantity.value, default=None)


def _in_turn(before: Sequence[Statement]) -> bool:
    """行政编制38名，在岗36人，事业编制45名，在岗43人: people behind each kind of posts, and not of 行政编制86名、
    事业编制12名，在编98人, who hold both."""
    return any(char.isdecimal() for char in before[-1].passage.text[before[-2].end : before[-1].start])


def _posts_behind(people: Statement, told: Sequence[Statement]) -> Statement | None:
    """在编52人，编制60名: the posts right behind the people, where neither says of which kind it is."""
    behind = [each for each in told if each.start >= people.end and each.sentence == people.sentence]
    if not behind or _kind(people):
        return None
    between = people.passage.text[people.end : behind[0].start]
    return behind[0] if _RIGHT_BEHIND.fullmatch(between) else None


def _with_others(people: Statement, most: Statement, paragraph: Paragraph) -> bool:
    """Whether people without posts may be counted too: 现有67人，聘用21人. In 在编47人，聘用21人 they are not."""
    text, end = paragraph.text, paragraph.span(people.sentence)[1]
    if _ASIDE.search(text, most.end, people.start):
        return True
    told_apart = "编" in people.label and not _AMONG.match(text, people.end)
    told_apart |= bool(_APART.match(text, people.end))  # 在职62人，退休12人
    others = _ASIDE.search(text, people.end, end)
    if others is None or told_apart:
        return False
    return not _BESIDE.fullmatch(text, people.end, others.start())


def _told_before(people: Statement, before: Sequence[Statement]) -> list[Statement]:
    """The posts of the sentence before, where nobody else is counted since, or only what they are divided into."""
    if not before:
        return []
    between = [
        each
        for each in people.passage.numbers
        if before[-1].end <= each.start < people.start and each.quantity.unit in ("人", "名")
    ]
    if sum(each.quantity.value for each in between) == before[-1].quantity.value:
        between = []  # 编制211名，其中局机关42名、…: what the posts are divided into
    alone = not between and len({each.quantity.value for each in before}) == 1
    return list(before) if alone else []


def _people(each: Statement) -> bool:
    return each.role is Role.AMOUNT and each.exact and each.quantity.unit in ("人", "名", "位", "个", "辆", "")


def _kind(each: Statement) -> str:
    return next((kind for kind in lexicon().lists["编制类"] if kind in each.label), "")

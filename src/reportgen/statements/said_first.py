"""A word of change that opens a sentence whose changes all go the other way: 客运量减少，……较上年增加0.18万人次."""

from collections.abc import Iterator

from reportgen import patterns as re
from reportgen.language import _
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.comparing import NAME, SOFTLY
from reportgen.statements.equations import Bounded
from reportgen.statements.lexicon import Lexicon, alternation
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.statement import Role
from reportgen.statements.words_of_change import DURATIONS, goes_up

_OTHER = re.compile("原因|由于|因|受|虽|尽管|如果|但|成本|费用|负担|压力")


def said_first(paragraph: Paragraph) -> Iterator[Claim]:
    """Every such word, where the name before it is told again before the first change."""
    if not any(each.role is Role.CHANGE for each in paragraph.statements):
        return
    for found in paragraph.lexicon.pattern("said first", _opening).finditer(paragraph.text):
        sentence = paragraph.sentence(found.end())
        own = [each for each in paragraph.statements if each.sentence == sentence and each.start >= found.end()]
        changes = [each for each in own if each.role is Role.CHANGE and each.quantity.unit not in DURATIONS]
        ways = {goes_up(each, paragraph) for each in changes}
        up = found["up"] is not None
        if ways != {not up} or _OTHER.search(paragraph.text, found.start(), changes[0].start):
            continue
        if found["what"] in paragraph.text[found.end() : changes[0].start] and len(own) > len(changes):
            right = _("增加") if not up else _("下降")
            label = _("写的是「{word}」，应为「{right}」", word=found["up"] or found["down"], right=right)
            yield Claim("direction", Bounded(changes[0], None), False, Proof.LIKELY, changes[0], label)


def _opening(words: Lexicon) -> str:
    up, down = (alternation(words.lists[key]) for key in ("走高", "走低"))
    return (
        rf"(?:^|(?<=[。；：\n]))(?:[一二三四五六]是|其[一二三四]，)?(?P<what>{NAME}{{2,8}}?){SOFTLY}"
        rf"(?:(?P<up>{up})|(?P<down>{down}))(?:了|明显|较多|较快)?(?=[，：])"
    )

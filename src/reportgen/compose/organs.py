"""Who issues a paper: one organ or several (联合行文), the one in charge first; and its letterhead (§7.2.4)."""

from collections.abc import Iterator

from reportgen.compose.parts import LINES, parts_of
from reportgen.compose.references import References
from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.diagnostics.paper_kinds import PAPER_PARTS
from reportgen.language import _
from reportgen.model.content import Content
from reportgen.model.document import Letterhead, Text
from reportgen.model.hanzi import chinese_number
from reportgen.model.inline import plain_text
from reportgen.model.letterhead import ORDERS, PAPER
from reportgen.place import Written

UNIT, FURTHER, AUTHOR, HEAD = "单位", "联合单位", "署名", "发文机关标志"
PREPRINTED = "预印红头"
_FEW = 3
"""So many organs a title names; of more it names the first, and how many they are."""
_YES = ("是", "要")
_NO = ("否", "不", "不要", "没有", "无")


def lines_of(content: Content, name: str, references: References | None = None) -> tuple[Written, ...]:
    """The lines of a text field that say something, each where it was written, references filled in."""
    value = content.values.get(name)
    lines = tuple(parts_of(value, LINES)) if isinstance(value, Written) else ()
    return tuple(Written(plain_text(references.inlines(line)), line.place) for line in lines) if references else lines


def authors_of(content: Content, references: References) -> tuple[Written, ...]:
    """Who signs: 署名, or else 单位 and the organs that issue the paper with it."""
    own = lines_of(content, AUTHOR, references)
    return own or (*lines_of(content, UNIT, references), *lines_of(content, FURTHER, references))


def organs_in_title(content: Content, references: References) -> tuple[Text, ...]:
    """How the title names several organs, a blank between them (§7.3.1); nothing for one."""
    organs = (*lines_of(content, UNIT, references), *lines_of(content, FURTHER, references))
    if len(organs) < 2:
        return ()
    if len(organs) <= _FEW:
        first, *others = organs
        return (Text(first.text, first.place), *(Text("　" + organ.text, organ.place) for organ in others))
    return (Text(f"{organs[0].text}等{chinese_number(len(organs))}部门", organs[0].place),)


def letterhead_of(content: Content, references: References) -> Letterhead | None:
    """A letterhead of several lines; None for one of a line, which the template has."""
    lines = lines_of(content, HEAD, references)
    if len(lines) < 2:
        return None
    word = next((each for each in (PAPER, *ORDERS) if any(line.text.endswith(each) for line in lines)), "")
    names = [Text(words, line.place) for line in lines if (words := line.text.removesuffix(word).rstrip())]
    return Letterhead(tuple(names), word, not is_preprinted(content), origin=lines[0].place)


def is_preprinted(content: Content) -> bool:
    """Whether the paper has its letterhead and its red line already."""
    return yes(content, PREPRINTED)


def yes(content: Content, name: str) -> bool:
    """Whether a field says 是."""
    value = content.values.get(name)
    return isinstance(value, Written) and value.text.strip() in _YES


def neither(content: Content, *names: str) -> Iterator[Diagnostic]:
    """Fields that say neither 是 nor 否."""
    for name in names:
        value = content.values.get(name)
        if isinstance(value, Written) and value.text.strip() not in (*_YES, *_NO):
            yield PAPER_PARTS.at(value.place, _("「{name}」写「是」或「否」", name=name))


def unlike_organs(head: Letterhead | None, authors: tuple[Written, ...]) -> Iterator[Diagnostic]:
    """Organs of the letterhead that do not sign; a letterhead may have the organ in charge alone (§7.2.4)."""
    names = [Text(name.text, name.origin) for name in head.names] if head else []
    signed = [author.text for author in authors]
    if not names or "".join(name.text for name in names) in signed:
        return
    for name in names:
        if name.text not in signed:
            label = _("红头上有「{name}」，落款里没有", name=name.text)
            note = _("落款是：{names}", names=_("、").join(signed))
            fix = _("联合行文的各机关写在「单位」和「联合单位」里，一行一个，主办机关在前")
            yield PAPER_PARTS.at(name.origin, label, notes=(note,), fix=fix)
            return
    if [name.text for name in names] != signed[: len(names)]:
        label = _("红头上各机关的次序与落款不同")
        yield PAPER_PARTS.at(names[0].origin, label, fix=_("主办机关排在最前，红头、落款、印章用同一个次序"))

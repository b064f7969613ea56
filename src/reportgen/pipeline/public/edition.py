"""Checked → the same with documents that the public may read, what rules of disclosure still find in them, and what was
masked. A file that bears a mark of secrecy, or is for the office alone, has no such edition.
"""

from collections.abc import Iterator
from pathlib import PurePath

from reportgen.compose.running_head import FIELD as RUNNING_HEAD
from reportgen.compose.running_head import with_running_head
from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.diagnostics.edition_kinds import NOT_PUBLIC
from reportgen.diagnostics.report import Report
from reportgen.language import _
from reportgen.model.document import Illustration, Paragraph
from reportgen.model.edition import Edition
from reportgen.pipeline.checked import Checked
from reportgen.pipeline.drafts import Draft, template_of
from reportgen.pipeline.public.document import public_document
from reportgen.pipeline.public.internal import Internal, internal_of, miswritten
from reportgen.pipeline.public.masking import Masked, Masking, hint
from reportgen.pipeline.remarks import scenes_of
from reportgen.place import Place
from reportgen.record import Struct, replace
from reportgen.rules import all_rules
from reportgen.rules.disclosure.secrets import FINDERS
from reportgen.rules.driver import run_rules

_SECRECY = "DIS005"
_KEPT_SECRET = ("密级", "份号")
"""Fields of official papers: what has one is not for the public, whatever the field says."""
_MASKED = frozenset(code for finder in FINDERS for code in finder.codes)


class Published(Struct, frozen=True):
    """A checked file as the public may have it; its report refuses it where it must not."""

    checked: Checked
    masked: tuple[Masked, ...] = ()
    pictures: tuple[Masked, ...] = ()
    """Into which the program does not look."""
    unmet: tuple[Masked, ...] = ()
    """Words named by the writer that are printed nowhere: perhaps they are written otherwise."""


def published(checked: Checked) -> Published:
    """The public edition of a content file."""
    internal = internal_of(checked.source, checked.drafts)
    refused = list(_refused(checked, internal))
    if refused or not checked.drafts:
        return Published(replace(checked, report=checked.report + Report.of(refused)))
    made, masked, met = list[Draft](), list[Masked](), set[str]()
    for draft in checked.drafts:
        masking = Masking(internal)
        made.append(_public(draft, masking, internal))
        masked, met = [*masked, *masking.done], met | masking.met
    report = Report.of(_findings(checked, made, internal))
    again = replace(checked, drafts=tuple(made), report=report, edition=Edition.PUBLIC)
    unmet = tuple(Masked(hint(word), place) for word, place in internal.words if word not in met)
    return Published(again, _once(_unsaid(masked, Masking(internal))), tuple(_pictures(made)), unmet)


def _public(draft: Draft, masking: Masking, internal: Internal) -> Draft:
    document = public_document(draft.document, masking, internal.slots(draft.content))
    made = replace(draft, document=document, annexes=())
    if draft.document.lines.get(RUNNING_HEAD) == document.lines.get(RUNNING_HEAD):
        return made
    own, looks = template_of(draft.pack)[0].frame.head, draft.template.looks
    frame = with_running_head(replace(draft.template.frame, head=own), document, looks)
    return replace(made, template=replace(draft.template, frame=frame))


def _refused(checked: Checked, internal: Internal) -> Iterator[Diagnostic]:
    begin = Place(checked.source.file, 1, 1)
    for draft in checked.drafts:
        if draft.pack.internal:
            yield NOT_PUBLIC.at(begin, _("「{title}」是机关内部使用的文种", title=draft.pack.title))
        for name in _KEPT_SECRET:
            if value := draft.content.values.get(name):
                yield NOT_PUBLIC.at(getattr(value, "place", begin), _("写了「{name}」", name=name))
    if named := Masking(internal).certain(PurePath(checked.source.file).stem):
        fix = _("给内容文件换一个名字，公开版的文件名是照它起的")
        yield NOT_PUBLIC.at(begin, _("文件名里有{label}", label=named.label), fix=fix)
    yield from miswritten(checked.source)
    for finding in checked.report:
        if finding.code == _SECRECY and finding.pending:
            yield NOT_PUBLIC.at(finding.place, finding.label, section=finding.section)


def _findings(checked: Checked, made: list[Draft], internal: Internal) -> Iterator[Diagnostic]:
    """What is found in the public edition: of what can be masked only that which is left, or may be shown."""
    rules = [rule for code, rule in all_rules().items() if code in _MASKED]
    for finding in checked.report:
        if finding.code not in _MASKED:
            yield finding
    for scene in scenes_of(made):
        for finding in run_rules(rules, scene)[0]:
            reason = internal.reason(finding.place)
            yield finding.acknowledge(reason) if reason else finding


def _unsaid(masked: list[Masked], masking: Masking) -> list[Masked]:
    """The same where names of entries and headings say a masked word themselves."""
    return [Masked(masking.text(each.label), each.place, masking.text(each.section)) for each in masked]


def _once(masked: list[Masked]) -> tuple[Masked, ...]:
    """In the order of the content file, each once: a title stands in its slot, in the head and in the metadata.

    What has no place was made of words that have one, and is told there.
    """
    placed = [each for each in masked if each.place.line]
    told = {each.label for each in placed}
    every = [*placed, *(each for each in masked if not each.place.line and each.label not in told)]
    unique = {(each.label, each.place.line): each for each in reversed(every)}
    return tuple(sorted(unique.values(), key=lambda each: (each.place.line, each.place.column, each.label)))


def _pictures(made: list[Draft]) -> Iterator[Masked]:
    for draft in made:
        for block in draft.document.walk():
            if isinstance(block, Illustration):
                yield Masked(block.name, block.origin, block.section)
            elif isinstance(block, Paragraph):
                yield from (Masked(seal.spoken, seal.file.place) for seal in block.seals)

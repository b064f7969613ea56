"""The documents that one content file makes: the main one, others beside it, and annexes bound in.

`文种` names one pack or several. The same indicators and funds feed all of them, so they agree by construction.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from reportgen.compose import compose
from reportgen.compose.alike import printed_alike
from reportgen.compose.document import ANNEXES, BLOCK_SLOTS, CONTENTS, LETTER_SLOTS, LINE_SLOTS, with_figures
from reportgen.compose.one_page import on_one_page
from reportgen.compose.running_head import with_running_head
from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.diagnostics.kinds import MISSING, PACK_TWICE, PACK_WRONG, TEMPLATE_TAG, UNKNOWN_PACK, WRONG_TYPE
from reportgen.language import _
from reportgen.model.content import Content
from reportgen.model.document import Document
from reportgen.packs.fields import FIELDS_OF_A_FILE, KIND_KEY, LINE_TYPES, FieldType, with_parts
from reportgen.packs.inheritance import chain_of
from reportgen.packs.intake import INTAKE_KEY
from reportgen.packs.intake_reader import wrong_intakes
from reportgen.packs.loader import find_pack, nearest_looks, pack_folders, pack_in, pack_title
from reportgen.packs.outline import AnnexStep, steps_of
from reportgen.packs.pack import Pack
from reportgen.pipeline.contents import Asked, contents
from reportgen.pipeline.detached import PACK as DETACHED
from reportgen.pipeline.detached import detached, numbered
from reportgen.pipeline.illustrated import illustrated
from reportgen.pipeline.named import each_once
from reportgen.pipeline.seals import with_seals
from reportgen.place import Place, Written
from reportgen.record import Struct, replace
from reportgen.render.titles import has_title
from reportgen.source.beside import Beside
from reportgen.source.expect import did_you_mean
from reportgen.source.node import Mapping, Sequence
from reportgen.word.template import Template, misused_tags, read_template

Roots = tuple[Path, ...]


class Draft(Struct, frozen=True):
    """One document of a content file, composed and not yet rendered."""

    pack: Pack
    template: Template
    content: Content
    document: Document
    annexes: tuple["Draft", ...] = ()
    """What is bound in: its blocks stand in `document` too."""
    mark: str = ""
    """附件2, of an annex that is a document of its own."""

    @property
    def name(self) -> str:
        """What its files are called behind the name of the content file, where they are not those of the first."""
        return self.mark or self.pack.name


def drafts(root: Mapping, roots: Roots, beside: Beside) -> tuple[list[Draft], list[Diagnostic]]:
    """The documents of a content file, the main one first, and everything that is wrong with them."""
    packs, found = packs_named(root, roots)
    packs = _with_fields_of_a_file(packs, root)
    bindable, wrong = _bindable(packs, roots)
    found = [*found, *wrong, *wrong_intakes(root.get(INTAKE_KEY))]
    asked: list[Asked] = []
    for pack in packs:
        apart, problems = _detached(pack, root, roots)
        found += problems
        asked += [*_asked(pack, packs, bindable, root), *apart]
    known = [*packs, *(annex for annexes in bindable.values() for annex in annexes)]
    resolved, misnamed = contents(root, asked, known, beside.read)
    made: list[Draft] = []
    bound: list[Draft] = []
    told: list[tuple[str, Diagnostic]] = []
    text: Document | None = None
    for document, (content, misfits) in zip(asked, resolved, strict=True):
        own, mark = numbered(content, text) if document.root and text else (content, "")
        # An annex has none of its own.
        draft, holes = _draft(document.pack, own, () if document.bound else tuple(bound), roots, beside)
        text = text if document.root else draft.document
        told += [(document.pack.title, problem) for problem in (*misfits, *holes)]
        bound = [*bound, draft] if document.bound else []
        made += [] if document.bound else [replace(draft, mark=mark)]
    documents = [draft.document for draft in made]
    paged = [_paged(replace(draft, document=printed_alike(draft.document, documents))) for draft in made]
    told += [(draft.pack.title, problem) for draft, problems in paged for problem in problems]
    alike = [draft for draft, _problems in paged]
    return alike, [*found, *misnamed, *each_once(told, [pack.title for pack in packs])]


def _bindable(packs: list[Pack], roots: Roots) -> tuple[dict[str, list[Pack]], list[Diagnostic]]:
    """What each pack can bind in, by its name."""
    read = {pack.name: annexes_of(pack, roots) for pack in packs}
    found = [problem for _annexes, problems in read.values() for problem in problems]
    return {name: annexes for name, (annexes, _problems) in read.items()}, found


def _asked(pack: Pack, packs: list[Pack], bindable: dict[str, list[Pack]], root: Mapping) -> Iterator[Asked]:
    """The annexes of a document that packs make, and the document."""
    own = (annex for annex in bindable[pack.name] if _has_own(annex, pack, root))
    yield from (Asked(annex, True, (pack,)) for annex in own)
    binders = tuple(other for other in packs if pack.name in {annex.name for annex in bindable[other.name]})
    yield Asked(pack, binders=binders)


def _paged(draft: Draft) -> tuple[Draft, list[Diagnostic]]:
    """The draft with its forms as they come to stand on pages."""
    document, found = on_one_page(draft.document, draft.template.frame, draft.template.looks)
    return replace(draft, document=document), found


def _draft(
    pack: Pack, content: Content, annexes: tuple[Draft, ...], roots: Roots, beside: Beside
) -> tuple[Draft, list[Diagnostic]]:
    template, found = template_of(pack, roots)
    document, holes = compose(content, pack, tuple(annex.document for annex in annexes), template.frame)
    document, lost = illustrated(with_figures(document, content, template.frame.names()), beside, template.looks)
    document, unsealed = with_seals(document, beside)
    framed = replace(template, frame=with_running_head(template.frame, document, template.looks))
    return Draft(pack, framed, content, document, annexes), [*found, *holes, *lost, *unsealed]


def every_annex(packs: Iterable[Pack], roots: Roots) -> list[Pack]:
    """The packs that any of these bind in."""
    return [annex for pack in packs for annex in annexes_of(pack, roots)[0]]


def annexes_of(pack: Pack, roots: Roots) -> tuple[list[Pack], list[Diagnostic]]:
    """The packs that the outline binds in, and what is wrong with them or their names."""
    annexes: list[Pack] = []
    found: list[Diagnostic] = []
    for name in (step.pack for step in steps_of(pack.outline) if isinstance(step, AnnexStep)):
        folder = find_pack(name, (*roots, pack.folder.parent))
        if folder is None:
            label = _("提纲里的附件「{name}」没有这个模板", name=name)
            place = Place(str(pack.folder / "pack.yaml"))
            found.append(PACK_WRONG.at(place, label, fix=did_you_mean(name, _titles(roots))))
            continue
        annex, problems = pack_in(folder)
        found += problems
        annexes += [annex] if annex else []
    return annexes, found


def _detached(pack: Pack, root: Mapping, roots: Roots) -> tuple[list[Asked], list[Diagnostic]]:
    """The annexes of a document that are documents of their own."""
    entries, found = detached(pack, root)
    folder = find_pack(DETACHED, roots) if entries else None
    annex, problems = pack_in(folder) if folder else (None, [])
    return [Asked(annex, root=entry) for entry in entries if annex], [*found, *problems]


def _has_own(annex: Pack, pack: Pack, root: Mapping) -> bool:
    """Whether the file says anything that only the annex asks for, and what its step asks for: else it is left out."""
    own = {field.name for field in annex.fields} - {field.name for field in pack.fields}
    steps = (step for step in steps_of(pack.outline) if isinstance(step, AnnexStep))
    step = next((step for step in steps if step.pack in (annex.name, annex.title)), AnnexStep(annex.name))
    wanted = not step.given or _says(root, step.given)
    refused = bool(step.not_given) and _says(root, step.not_given)
    return wanted and not refused and any(entry.key.text in own for entry in root)


def _says(root: Mapping, column: str) -> bool:
    """Whether some line of a listing has a column: 评分表.评分标准."""
    listing, _dot, name = column.partition(".")
    found = root.get(listing)
    lines = found.items if isinstance(found, Sequence) else ()
    return any(isinstance(line, Mapping) and line.get(name) is not None for line in lines)


def packs_of(root: Mapping, roots: Roots) -> list[Pack]:
    """The packs of a file that can be used, with 数据 and 问卷 where the file has any."""
    return _with_fields_of_a_file(packs_named(root, roots)[0], root)


def packs_named(root: Mapping, roots: Roots) -> tuple[list[Pack], list[Diagnostic]]:
    """The packs that 文种 names, each once."""
    folders: dict[Path, Place] = {}
    found: list[Diagnostic] = []
    for name in _kinds(root, found, roots):
        folder = find_pack(name.text, roots)
        if folder is None:
            titles = _titles(roots)
            found.append(UNKNOWN_PACK.at(name.place, did_you_mean(name.text, titles), notes=(_known(titles),)))
        elif folder in folders:
            label = _("「{name}」在第 {line} 行已经写了，只做一份", name=name.text, line=folders[folder].line)
            found.append(PACK_TWICE.at(name.place, label))
        else:
            folders[folder] = name.place
    read = [pack_in(folder) for folder in folders]
    problems = [problem for _pack, wrong in read for problem in wrong]
    return [pack for pack, _wrong in read if pack], [*found, *problems]


def _with_fields_of_a_file(packs: list[Pack], root: Mapping) -> list[Pack]:
    """Facts and questionnaires belong to the file: where no pack asks for them the main document has them, and all may
    refer to them.
    """
    asked = {field.name for pack in packs for field in pack.fields}
    extra = [each for each in FIELDS_OF_A_FILE if root.get(each.name) is not None and each.name not in asked]
    if not packs or not extra:
        return packs
    return [replace(packs[0], fields=(*packs[0].fields, *extra)), *packs[1:]]


def _kinds(root: Mapping, found: list[Diagnostic], roots: Roots) -> Iterator[Written]:
    kind = root.get(KIND_KEY)
    match kind:
        case Written():
            yield kind
        case Sequence():
            for item in kind.items:
                if isinstance(item, Written):
                    yield item
                else:
                    found.append(WRONG_TYPE.at(item.place, _("「{name}」写模板的名称", name=KIND_KEY)))
        case _:
            label = _("没有「{name}」", name=KIND_KEY)
            place = Place(root.place.file, root.place.line, 1)
            found.append(MISSING.at(place, label, notes=(_known(_titles(roots)),)))


def _titles(roots: Roots) -> list[str]:
    return [pack_title(folder) for folder in pack_folders(roots)]


def _known(titles: list[str]) -> str:
    return _("现有：{titles}", titles=_("、").join(titles))


def forget_packs() -> None:
    """Read packs and templates anew from now on: somebody is changing them."""
    for remembered in (pack_in, template_of, pack_title, chain_of):
        remembered.cache_clear()


def _has_annexes(pack: Pack) -> bool:
    listed = any(field.type is FieldType.ANNEXES for field in pack.fields)
    return listed or any(isinstance(step, AnnexStep) for step in steps_of(pack.outline))


@cache
def template_of(pack: Pack, roots: Roots = ()) -> tuple[Template, list[Diagnostic]]:
    """The pack's template and what is wrong with it, tags that no field answers among it.

    Its looks follow the looks.docx of the pack, or else one in `roots`: a province lays down the pitch once.
    """
    template, found = read_template(pack.template, pack.looks or nearest_looks(roots))
    names = {path for path, field in with_parts(pack.paths()).items() if field.type in LINE_TYPES}
    blocks = dict.fromkeys(BLOCK_SLOTS, True) | dict.fromkeys(LETTER_SLOTS, False)
    blocks[ANNEXES] = _has_annexes(pack)
    blocks[CONTENTS] = bool(pack.contents or pack.front)
    if not has_title(template.frame):
        label = _("模板里没有 {tag}，标题印不出来", tag="{{ 标题 }}")
        found.append(TEMPLATE_TAG.at(Place(template.file), label))
    return template, [*found, *misused_tags(template, {*LINE_SLOTS, *names}, blocks)]

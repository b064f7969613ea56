"""`rule`, `packs` and `new`: what the program knows, told."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from reportgen.cli.advice import another_command
from reportgen.cli.console import paint, show
from reportgen.cli.editor import address_for_new_file
from reportgen.diagnostics.diagnostic import Severity
from reportgen.errors import UsageProblem
from reportgen.language import _
from reportgen.packs.carrying import Carry
from reportgen.packs.fields import Field, FieldType
from reportgen.packs.loader import find_pack, load_pack, pack_folders, pack_title
from reportgen.packs.pack import Pack
from reportgen.packs.skeleton import skeleton
from reportgen.pipeline.drafts import every_annex
from reportgen.rules.manuals import manuals
from reportgen.source.expect import did_you_mean
from reportgen.world import refuse_names, write_files


def explain_rule(code: str | None) -> int:
    """The manual page of a code, or the list of all codes."""
    known = manuals()
    if code is None:
        for name, entry in known.items():
            show(f"{name}  {_(entry.severity.value)}  {entry.title}")
        return 0
    wanted = known.get(code.upper())
    if wanted is None:
        guess = did_you_mean(code.upper(), known) or another_command(code)
        raise UsageProblem(_("没有代码 {code}。{guess}", code=code, guess=guess).rstrip())
    weight = _("（{words}）", words=_(wanted.severity.value))
    show(paint(f"{wanted.code} {wanted.title}", _color(wanted.severity)) + weight)
    headings = {section.heading for section in wanted.sections}
    for line in wanted.lines():
        show(paint(line, "cyan") if line in headings and line else line)
    return 0


def _color(severity: Severity) -> str:
    return "red" if severity in (Severity.FATAL, Severity.ERROR) else "yellow"


def list_packs(roots: tuple[Path, ...]) -> int:
    """Every pack with the fields that it needs."""
    for folder in pack_folders(roots):
        pack, found = load_pack(folder)
        if pack is None:
            show(
                _(
                    "{name}：pack.yaml 有 {count} 处错误，请运行 reportgen doctor",
                    name=folder.name,
                    count=len(found),
                )
            )
            continue
        show(paint(pack.title, "cyan") + _("（{words}）", words=pack.name))
        show(f"  {pack.meaning}")
        show(_("  必填：{names}", names=_("、").join(_names(pack, required=True))))
        optional = _names(pack, required=False)
        if optional:
            show(_("  可选：{names}", names=_("、").join(optional)))
        show(_("  转到下一年：{words}", words=_("；").join(_carried(pack))))
        if taken := dict.fromkeys(intake.path for intake in pack.intakes):
            show(_("  可从工作簿取：{names}", names=_("、").join(taken)))
    return 0


def _carried(pack: Pack) -> Iterator[str]:
    """What `roll` does with its fields: 转为上年 数据、预算；日期后移 年度."""
    fields = list(_leaves(pack.fields))
    for carry in Carry:
        names = list(dict.fromkeys(field.name for field in fields if field.carried is carry))
        if names and carry is not Carry.KEEP:
            yield f"{_(carry.value)} {_('、').join(names)}"
    yield _("其余{word}", word=_(Carry.KEEP.value))


def _leaves(fields: Iterable[Field]) -> Iterator[Field]:
    """The fields of a pack, records and listings by their parts; of indicators the list itself."""
    for field in fields:
        if field.type in (FieldType.RECORD, FieldType.LISTING):
            yield from _leaves(field.fields)
        else:
            yield field


def _names(pack: Pack, required: bool) -> list[str]:
    leaves = {path: field for path, field in pack.paths().items() if field.type is not FieldType.RECORD}
    return [path for path, field in leaves.items() if field.required is required]


def pack_called(name: str, roots: tuple[Path, ...]) -> Pack:
    """The pack of a name or title. Raises UsageProblem when there is none, or it cannot be used."""
    folder = find_pack(name, roots)
    if folder is None:
        folders = pack_folders(roots)
        names = [folder.name for folder in folders] + [pack_title(folder) for folder in folders]
        guess = did_you_mean(name, names) or another_command(name) or _("可用 reportgen packs 查看全部。")
        raise UsageProblem(_("没有「{name}」这种文种。", name=name) + guess)
    pack, found = load_pack(folder)
    if pack is None:
        raise UsageProblem(_("模板 {name} 的 pack.yaml 有 {count} 处错误", name=name, count=len(found)))
    return pack


def packs_called(names: Iterable[str], roots: tuple[Path, ...]) -> tuple[Pack, ...]:
    """The packs of some names, each once. Raises UsageProblem as `pack_called` does."""
    return tuple({pack.name: pack for pack in (pack_called(name, roots) for name in names)}.values())


def name_for(packs: tuple[Pack, ...]) -> str:
    """What a new file for their documents is called, where nobody said."""
    return f"{packs[0].title}{_('等') if len(packs) > 1 else ''}"


def write_skeleton(names: tuple[str, ...], output: Path | None, roots: tuple[Path, ...]) -> int:
    """A content file to be filled in, for one document or several; never over a file that is there."""
    packs = packs_called(names, roots)
    target = output or Path(f"{name_for(packs)}.yaml")
    refuse_names([target])
    if target.exists():
        raise UsageProblem(_("{path} 已经存在，没有改动它；请用 -o 另起一个名字", path=target))
    annexes = tuple(every_annex(packs, roots))
    write_files({target: skeleton(packs, annexes, address_for_new_file(roots)).encode()})
    options = "".join(f' --templates "{root}"' for root in roots)
    show(_("已写出 {path}，请填好后运行：reportgen build {path}{options}", path=target, options=options))
    return 0

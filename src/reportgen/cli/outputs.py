"""No output takes the place of an input, of a file that this program did not write, or of one that is open."""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from reportgen.errors import FileInUse, UsageProblem
from reportgen.language import _
from reportgen.manifest.made import Made, provenance_with
from reportgen.record import Struct
from reportgen.render.provenance import Provenance
from reportgen.world import read_bytes, reason, refuse_names, resolved, shown, write_files
from reportgen.writing import Announced

_NEVER_A_REPORT = frozenset({".yaml", ".yml", ".docx", ".doc", ".wps", ".pdf", ".xlsx", ".xls", ".et"})
"""The endings of files in which people keep their work, and in which no report is written."""


def refuse_report(target: Path, inputs: Iterable[Path]) -> None:
    """Raises UsageProblem when a report must not be written there: an input, or somebody's document.

    Raises EnvironmentProblem for a name that the system does not take.
    """
    refuse_names([target])
    _refuse_input(target, inputs)
    if target.suffix.lower() in _NEVER_A_REPORT and _exists(target):
        told = _(
            "{path} 已经有了，是内容文件或文档，没有覆盖。检查结果请换一个名字，如 -o 检查结果.txt", path=shown(target)
        )
        raise UsageProblem(told)


class Written(Struct, frozen=True):
    """What was written, and what must be said of it."""

    targets: tuple[Path, ...]
    notes: tuple[str, ...]


def write_outputs(
    contents: Mapping[Path, bytes],
    inputs: Sequence[Path],
    former: Made | None = None,
    announced: Announced | None = None,
) -> Written:
    """Write the outputs of a content file, all under other names when a former one is open in Word or WPS (Windows).

    `former` is what is known of those before them, `announced` what is to be known of these.
    Raises UsageProblem for an input or somebody else's file, EnvironmentProblem when they cannot be written.
    """
    try:
        return Written(tuple(contents), _replaced(contents, inputs, former, announced))
    except FileInUse as problem:
        return _written_beside(contents, inputs, problem)


def _replaced(
    contents: Mapping[Path, bytes],
    inputs: Sequence[Path],
    former: Made | None = None,
    announced: Announced | None = None,
) -> tuple[str, ...]:
    """The notes about former ones that had been edited."""
    refuse_names(contents)
    kept = kept_beside(refuse_foreign(contents, inputs, former), contents)
    write_files(kept | dict(contents), announced)
    return tuple(_("上次生成的文件后来在别的程序里改过，改过的那份留作 {path}", path=shown(path)) for path in kept)


_MOST_COPIES = 9
"""Whoever has so many of them open should close some."""


def _written_beside(contents: Mapping[Path, bytes], inputs: Sequence[Path], problem: FileInUse) -> Written:
    """All under a new name, so that what lies side by side says the same; one that was used before is used again."""
    for number in range(1, _MOST_COPIES + 1):
        word = f"{_('新')}{number if number > 1 else ''}"
        renamed = {path.with_stem(f"{path.stem}-{word}"): content for path, content in contents.items()}
        with suppress(FileInUse, UsageProblem):
            notes = _replaced(renamed, inputs)
            return Written(tuple(renamed), (_in_use(problem, word), *notes))
    raise problem


def _in_use(problem: FileInUse, word: str) -> str:
    told = _("{problem}。原来的没有动，这一次的另存在旁边，名字后面加了「-{word}」", problem=problem, word=word)
    return told + _("；关掉以后再生成，就写回原来的名字")


def refuse_foreign(targets: Iterable[Path], inputs: Iterable[Path], former: Made | None = None) -> tuple[Path, ...]:
    """The targets that were edited since they were built. Raises UsageProblem for an input or somebody else's file."""
    edited = []
    for target in targets:
        _refuse_input(target, inputs)
        if not _exists(target) or target.is_dir():
            continue
        found = provenance_with(former, target, read_bytes(target))
        if found is Provenance.FOREIGN:
            told = _(
                "{path} 已经有了，不是本程序生成的，没有覆盖。请用 -o 换一个文件夹，或先把它移走", path=shown(target)
            )
            raise UsageProblem(told)
        edited += [target] if found is Provenance.EDITED else []
    return tuple(edited)


def kept_beside(edited: Iterable[Path], contents: Mapping[Path, bytes]) -> dict[Path, bytes]:
    """Copies of edited files under names that nobody has, for those whose content is to be replaced."""
    return {free_name(path, _("手改")): read_bytes(path) for path in edited if path in contents}


def free_name(path: Path, word: str) -> Path:
    """A name beside the file that nobody has, with the word behind its own."""
    names = (path.with_stem(f"{path.stem}-{word}{number or ''}") for number in range(10_000))
    return next(name for name in names if not name.exists())


def _refuse_input(target: Path, inputs: Iterable[Path]) -> None:
    for path in inputs:
        with suppress(OSError):
            if resolved(target) == resolved(path) or (target.exists() and target.samefile(path)):
                raise UsageProblem(_("{path} 是要读的文件，不能又写到它上面。请用 -o 换一个名字", path=shown(target)))


def _exists(target: Path) -> bool:
    """Raises UsageProblem for a name that the system does not take."""
    try:
        return target.exists()
    except OSError as error:
        raise UsageProblem(_("写不了 {path}：{why}", path=shown(target), why=reason(error))) from error

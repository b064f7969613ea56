"""One content file of a `build`: made and written, or left as it is; all but the telling."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.cli.build_done import BuildDone, Outcome
from reportgen.cli.done import sources_of
from reportgen.cli.files import refuse_unusable
from reportgen.cli.guard import cut_short, guarded
from reportgen.cli.outputs import Written, refuse_foreign, write_outputs
from reportgen.cli.places import Places
from reportgen.cli.settled import engine_for, limits_for, roots_for
from reportgen.errors import ReportgenError, UsageProblem
from reportgen.language import _, language_in_use
from reportgen.limits import Limits
from reportgen.locking import claimed
from reportgen.manifest.made import DISK, FOLDER, Files, Made, Run, Stamp, read_made, stamp_of
from reportgen.manifest.recipe import Recipe
from reportgen.manifest.standing import Asked, Standing, standing_of
from reportgen.model.edition import PUBLIC_WORD, Edition
from reportgen.model.engine import Engine
from reportgen.record import Struct, replace
from reportgen.world import shown

if TYPE_CHECKING:  # where nothing is to be made none of it is loaded
    from reportgen.pipeline.build import Built

_LOCK = "lock"
"""The file in the folder of what is kept by which calls wait for each other."""


class Options(Struct, frozen=True):
    """What `build` was asked for."""

    formats: str
    places: Places
    strict: bool
    roots: tuple[Path, ...]
    everything: bool
    limits: Limits | None = None
    """None: those of the settings."""
    engine: Engine | None = None
    """What sets the pages of PDFs; None: what the settings say."""
    archive: bool = False
    """Whether PDFs carry what they were made from."""
    edition: Edition = Edition.INTERNAL
    rebuild: bool = False
    """Whether also what has not changed is made."""
    force: bool = False
    """Whether outputs that somebody has edited are replaced."""
    cluster: str = ""
    """The address of a scheduler whose workers build; empty for this computer."""


class Job(Struct, frozen=True):
    """What is done with each file of a call."""

    wanted: tuple[str, ...]
    options: Options
    recipe: Recipe | None = None
    """None for a single file, which is always made."""

    def asked(self, path: Path, folder: Path, recipe: Recipe) -> Asked:
        """The file with all that its outputs depend on. Raises UsageProblem when its settings cannot be used."""
        roots, engine = roots_for(path, self.options.roots), engine_for(path, self.options.engine)
        return Asked(path, folder, recipe, roots, (engine.value,))


def words_of(options: Options, wanted: tuple[str, ...]) -> tuple[str, ...]:
    """All options on which outputs and findings depend, but those that the settings of a file may say."""
    flags = (str(flag) for flag in (options.strict, options.archive))
    return (",".join(sorted(set(wanted))), options.edition.value, language_in_use(), *flags)


class Carrier:
    """What brings the files of a content file to where it is built, and its outputs to their places; those of a disk
    are there. Methods raise ReportgenError.
    """

    files: Files = DISK

    def bring_beside(self, names: Iterable[str]) -> bool:  # noqa: ARG002 - on the disk nothing is to be brought
        """Of files that were looked for beside the content file: whether any is there only now."""
        return False

    def bring_former(self, targets: Iterable[Path]) -> None:
        """What stands where outputs are to be, as far as it must be looked at."""

    def send(self, written: Written, asked: Asked, former: Made | None) -> None:
        """Outputs and what is kept of them; `former` is what was kept before."""


def build_one(job: Job, path: Path) -> BuildDone:
    """Build a file, unless its outputs are as they would be.

    What is wrong with this file alone is returned, and does not stop the others: it cannot be read, or its outputs
    cannot be written. Another call that is at the same file is waited for.
    """
    try:
        folder = job.options.places.folder(path)
        if job.recipe is None:
            return build_carried(job, path, Carrier())
        with claimed(folder / FOLDER / _LOCK, path.stem):
            return build_carried(job, path, Carrier())
    except ReportgenError as problem:
        return lost(path, problem)


def build_carried(job: Job, path: Path, carrier: Carrier) -> BuildDone:
    """The same of a file whose outputs nobody else is at. Raises ReportgenError when its settings cannot be used."""
    if done := standing(job, path, carrier.files):
        return done
    folder = job.options.places.folder(path)
    asked = job.asked(path, folder, job.recipe) if job.recipe else None
    return _built(job, path, folder, asked, carrier)


def lost(path: Path, problem: ReportgenError) -> BuildDone:
    """A file that could not be dealt with, or whose worker died at it."""
    return BuildDone(path, problem=problem)


def standing(job: Job, path: Path, files: Files = DISK) -> BuildDone | None:
    """What is told of a file that need not be built; None for one that is to be.

    Raises ReportgenError when its settings cannot be used.
    """
    options = job.options
    if job.recipe is None or options.rebuild:
        return None
    folder = options.places.folder(path)
    how, run, edited = standing_of(read_made(folder, path.stem), job.asked(path, folder, job.recipe), files)
    if run is None or how is Standing.STALE or (edited and options.force):
        return None
    outcome = Outcome.EDITED if edited else Outcome.CURRENT
    targets = tuple(folder / name for name in run.outputs)
    return BuildDone(path, outcome=outcome, targets=targets, edited=edited, masked=run.masked, kept=run)


def _built(job: Job, path: Path, folder: Path, asked: Asked | None, carrier: Carrier) -> BuildDone:
    limits, stamp = limits_for(path, job.options.limits), stamp_of(path)
    built = guarded(path, limits, partial(_make, job, path))
    while carrier.bring_beside(built.checked.sought):
        built = guarded(path, limits, partial(_make, job, path))
    done = BuildDone(path, built.report, sources_of(built.checked))
    if built.checked.cut:
        return replace(done, problem=cut_short(path, limits, built.checked.cut))
    targets = _targets(folder, path, built)
    if not targets:
        return done
    masked = _masked(built)
    run = _run(asked, stamp, built, masked)
    try:
        carrier.bring_former(targets)
        former = read_made(folder, path.stem)
        written = _write(job, path, targets, run, former)
        if asked:
            carrier.send(written, asked, former)
    except ReportgenError as problem:
        return replace(done, problem=problem)
    told = replace(done, report=None, kept=run) if run else done  # what comes from a worker is small
    return replace(told, outcome=Outcome.BUILT, targets=written.targets, notes=written.notes, masked=masked)


def _run(asked: Asked | None, stamp: Stamp | None, built: "Built", masked: tuple[str, ...]) -> Run | None:
    """What is kept of a file among several."""
    from reportgen.manifest.keeping import run_of

    run = run_of(asked, stamp, built.checked, built.report) if asked else None
    return replace(run, masked=masked) if run else None


def _write(job: Job, path: Path, targets: dict[Path, bytes], run: Run | None, former: Made | None) -> Written:
    from reportgen.manifest.keeping import announced

    if run and not job.options.force:
        _refuse_edited(refuse_foreign(targets, [path], former))
    folder = job.options.places.folder(path)
    keep = announced(former, run, folder, path.stem, targets) if run or former else None
    return write_outputs(targets, [path], former, keep)


def _refuse_edited(edited: tuple[Path, ...]) -> None:
    """Raises UsageProblem: of many files nobody looks at each, so none that was edited is replaced unasked."""
    if edited:
        names = "  ".join(map(shown, edited))
        told = _("{names} 生成以后手改过，没有覆盖，这一份没有重做。", names=names)
        raise UsageProblem(told + _("手改的写回内容文件以后加 --force 重做，改过的那份另存在旁边"))


def _make(job: Job, path: Path) -> "Built":
    from reportgen.pipeline.build import build_file

    refuse_unusable(path)
    options = job.options
    roots, engine = roots_for(path, options.roots), engine_for(path, options.engine)
    return build_file(path, roots, job.wanted, options.strict, engine, options.archive, options.edition)


def _targets(folder: Path, path: Path, built: "Built") -> dict[Path, bytes]:
    """The outputs by their files; a public edition is named so, and what is masked in it stands beside it."""
    stem = f"{path.stem}-{PUBLIC_WORD}" if built.published else path.stem
    targets = {folder / f"{stem}.{kind}": content for kind, content in built.outputs.items()}
    for name, outputs in built.beside.items():
        targets |= {folder / f"{stem}-{name}.{kind}": content for kind, content in outputs.items()}
    if built.published and targets:
        from reportgen.cli.masked import list_name, list_of_masked

        targets[folder / list_name(path)] = list_of_masked(built.published)
    return targets


def _masked(built: "Built") -> tuple[str, ...]:
    if built.published is None or not built.outputs:
        return ()
    from reportgen.cli.masked import told

    return tuple(told(built.published))

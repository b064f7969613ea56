"""`letter`: papers of units → a letter for each unit and one list, as content files and as documents."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TypeVar

from reportgen.cli.console import complain, complain_of, progress, show
from reportgen.cli.files import content_files, refuse_unusable
from reportgen.cli.guard import guarded
from reportgen.cli.outputs import Written, write_outputs
from reportgen.cli.overview import aligned
from reportgen.cli.places import places
from reportgen.cli.settled import engine_for, roots_for, settled, use_fonts_of
from reportgen.cli.since import letter_within
from reportgen.diagnostics.diagnostic import Severity
from reportgen.diagnostics.text import one_line
from reportgen.errors import ReportgenError, UsageProblem
from reportgen.language import _
from reportgen.limits import Limits
from reportgen.pipeline.build import build
from reportgen.pipeline.check import check_text
from reportgen.pipeline.letters import (
    Looked,
    Office,
    Reviewed,
    hints_in,
    letter_to,
    looked_through,
    reviewed,
    told_unit,
)
from reportgen.record import Struct
from reportgen.resolve.days import read_day
from reportgen.review.letter_text import SUMMARY, Letter, letter_text, name_of, summary_text
from reportgen.review.opinion import Demand
from reportgen.settings import settings_for
from reportgen.world import now, shown

Made = TypeVar("Made")


class Options(Struct, frozen=True):
    """What `letter` was asked for."""

    output: Path | None = None
    office: str = ""
    unit: str = ""
    title: str = ""
    year: int = 0
    day: str = ""
    days: int = 0
    hints: bool = False
    since: Path | None = None
    force: bool = False
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    limits: Limits | None = None
    roots: tuple[Path, ...] = ()


def write_letters(words: tuple[str, ...], options: Options) -> int:
    """Write the letters; what is wrong with a file, or with those of one unit, is told, and does not stop the others.

    A letter about papers that were sent once more waits for all of them: what one of them still has would be taken for
    mended. The exit code is the heaviest of what was told.
    """
    paths = content_files(words, finished=True)
    office = _office(options, paths[0])
    use_fonts_of(paths)
    files, lost = _parted(progress(map(partial(_reviewed, options, office), paths), len(paths)))
    if office.former and lost:
        raise lost[0]
    units: dict[str, list[Reviewed]] = {}
    for each in files:
        units.setdefault(told_unit(each, office), []).append(each)
    if office.former and len(units) > 1:
        raise UsageProblem(_("--since 一次只写一个单位的意见书，这里有 {count} 个单位", count=len(units)))
    letters, unmade = _parted(_letter(unit, own, office, options) for unit, own in units.items())
    codes = [complain_of(problem) for problem in (*lost, *unmade)]
    if letters:
        written = _write(letters, places(options.output, words).folder(paths[0]), paths, options)
        for line in _told(letters, files, options, written.targets):
            show(line)
    return max([0, *codes])


def _parted(made: Iterable[Made | ReportgenError]) -> tuple[list[Made], list[ReportgenError]]:
    """What was made, and what the others were stopped by."""
    kept, problems = list[Made](), list[ReportgenError]()
    for each in made:
        if isinstance(each, ReportgenError):
            problems.append(each)
        else:
            kept.append(each)
    return kept, problems


def _write(letters: list[Letter], folder: Path, paths: list[Path], options: Options) -> Written:
    """All of them, or none."""
    contents = _contents(letters, folder)
    _refuse_taken(contents, options.force)
    made = {target: content for each in contents.items() for target, content in _made(*each, options).items()}
    written = write_outputs(made, paths)
    for note in written.notes:
        complain(note)
    return written


def _office(options: Options, path: Path) -> Office:
    settings = settings_for(path)
    name = options.office or settings.office
    if not name:
        why = _("意见书要写明是哪个单位出具的：加 --office 名称，或在 reportgen.toml 的 [letter] 里写 office")
        raise UsageProblem(why)
    days = options.days or settings.days or 0
    former = letter_within(options.since, options.limits).opinions if options.since else ()
    return Office(name, _day(options.day), days, options.unit, options.title, options.year, former)


def _day(words: str) -> date:
    if not words:
        return now().date()
    if (day := read_day(words)) is None:
        raise UsageProblem(_("--date 写成 2025年3月20日 或 2025-03-20，不能是「{words}」", words=words))
    return day


def _reviewed(options: Options, office: Office, path: Path) -> Reviewed | ReportgenError:
    try:
        refuse_unusable(path, finished=True)
        terms = settled(options, path)
        work = partial(reviewed, path, terms.roots, terms.selection, engine_for(path, None))
        made = guarded(path, terms.limits, work)
        told_unit(made, office)
    except ReportgenError as problem:
        return problem
    return made


def _letter(unit: str, files: list[Reviewed], office: Office, options: Options) -> Letter | ReportgenError:
    try:
        return letter_to(unit, files, office, options.hints)
    except ReportgenError as problem:
        return problem


def _contents(letters: Sequence[Letter], folder: Path) -> dict[Path, str]:
    """The content files; of several letters the list too."""
    names = [name_of(letter) for letter in letters]
    contents = {folder / f"{name}.yaml": letter_text(each) for name, each in zip(names, letters, strict=True)}
    if len(letters) > 1:
        contents[folder / f"{SUMMARY}.yaml"] = summary_text(letters, names)
    return contents


def _refuse_taken(targets: Iterable[Path], force: bool) -> None:
    for target in targets:
        if target.exists() and not force:
            advice = _("改好的意见书用 reportgen build 生成；要从审核结果重新写，加 --force")
            raise UsageProblem(_("{path} 已经有了，没有改动它。{advice}", path=shown(target), advice=advice))


def _made(path: Path, text: str, options: Options) -> dict[Path, bytes]:
    """The content file with its documents: the list as a workbook, too."""
    checked = check_text(text, shown(path), roots_for(path, options.roots))
    wanted = ("docx", "xlsx") if path.stem == SUMMARY else ("docx", "pdf")
    built = build(checked, wanted, engine=engine_for(path, None))
    if not built.outputs:
        why = _("；").join(map(one_line, built.report.at_least(Severity.FATAL)))
        raise UsageProblem(_("意见书做不成文档，没有写：{why}", why=why))
    return {path: text.encode()} | {path.with_suffix(f".{kind}"): made for kind, made in built.outputs.items()}


def _told(
    letters: Sequence[Letter], files: Sequence[Reviewed], options: Options, targets: Sequence[Path]
) -> Iterator[str]:
    head = [_("单位"), _("送审文件"), _("必须改正"), _("请说明"), _("不作要求")]
    yield from aligned([head, *map(_row, letters)])
    if not options.hints and (count := hints_in(files)):
        yield _("「提示」{count} 处没有写进意见书；要写的加 --hints", count=count)
    yield from map(_looked, looked_through(files))
    yield _("已生成：{names}", names="  ".join(map(shown, targets)))


def _looked(file: Looked) -> str:
    told = {"true": file.true, "open": file.open, "false": file.false, "left": file.left}
    words = _("属实 {true}、待核 {open} 写进了意见书，误报 {false}、没有判断 {left} 没有写", **told)
    return _("{path}：照审核判断，{words}", path=shown(file.path), words=words)


def _row(letter: Letter) -> list[str]:
    counts = letter.count(Demand.MEND), letter.count(Demand.EXPLAIN), len(letter.waived)
    return [letter.unit, _("、").join(letter.titles), *map(str, counts)]

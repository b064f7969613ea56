"""`build` of several files: what has not changed is left, the others are made on all cores, and what became of each is
told in a table and in two reports.
"""

import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import islice
from pathlib import Path

import click

from reportgen.cli.batch import in_order
from reportgen.cli.build import stopped, told
from reportgen.cli.build_done import BuildDone, Outcome
from reportgen.cli.build_report import BuildReport, refuse_names_of_reports, sources_of_file, word_of
from reportgen.cli.building import Job, lost, standing, words_of
from reportgen.cli.console import complain_of, show
from reportgen.cli.done import code_of
from reportgen.cli.overview import Row, overview, where
from reportgen.cli.settled import roots_for
from reportgen.cli.site import Site
from reportgen.cli.stopped import told_when_stopped
from reportgen.diagnostics.tally import Tally
from reportgen.errors import EnvironmentProblem, ReportgenError
from reportgen.language import _
from reportgen.leftovers import sweep
from reportgen.manifest.made import FOLDER
from reportgen.manifest.recipe import recipe
from reportgen.pipeline.walk import OUTPUT
from reportgen.record import replace
from reportgen.world import shown

_MANY = 20
"""From so many files on nobody reads all findings on a screen: each has a line, and the reports have the rest."""
_MOST_ROWS = 50


def build_several(files: Sequence[Path], job: Job, site: Site) -> int:
    """Build every file; the exit code is the heaviest of them."""
    refuse_names_of_reports(files)
    job = replace(job, recipe=recipe(_roots(files, job), *words_of(job.options, job.wanted)))
    for folder in _output_folders(files, job):
        sweep(folder)
    site.look(job, files)
    report, rows = BuildReport(_root(files, job)), list[Row]()
    many = len(files) >= _MANY
    try:
        with told_when_stopped(lambda: stopped(len(rows), len(files))):
            codes = list(_told_each(_results(files, job, site), len(files), job, report, rows))
        report.finish()
    except BaseException:  # Ctrl-C, too
        report.give_up()
        raise
    for line in _table(rows, many):
        show(line)
    return max([*codes, _tell_reports(report, site)])


def _root(files: Sequence[Path], job: Job) -> Path:
    """The folder of the reports: that of the first file whose settings can be used."""
    for path in files:
        with suppress(ReportgenError):
            return job.options.places.root(path)
    return job.options.places.asked or OUTPUT


def _output_folders(files: Sequence[Path], job: Job) -> set[Path]:
    """All folders that a build that was killed may have left something in."""
    found = set()
    for path in files:
        with suppress(ReportgenError):
            folder = job.options.places.folder(path)
            found |= {folder, folder / FOLDER}
    return found


def _roots(files: Sequence[Path], job: Job) -> set[tuple[Path, ...]]:
    """Of all files whose settings can be used."""
    found = set()
    for path in files:
        with suppress(ReportgenError):
            found.add(roots_for(path, job.options.roots))
    return found


def _told_each(
    results: Iterator[BuildDone], count: int, job: Job, report: BuildReport, rows: list[Row]
) -> Iterator[int]:
    """Say what became of each file, and keep it for the end; the exit codes."""
    problems, many = list[ReportgenError](), count >= _MANY
    for done in _watched(results, count) if many else results:
        tally = done.tally
        report.add(done, tally)
        rows.append(_row(done, tally))
        if not many:
            seen = replace(done, report=done.found) if done.kept else done
            yield told(replace(seen, sources=done.sources or sources_of_file(done.path)), job.options.everything, True)
            continue
        problems += [done.problem] if done.problem else []
        if not (sys.stdout.isatty() and sys.stderr.isatty()):  # else a line would run into the bar
            show(_shortly(done, tally))
        yield _code(done, tally)
    yield from map(complain_of, problems)


def _results(files: Sequence[Path], job: Job, site: Site) -> Iterator[BuildDone]:
    """What becomes of each file, in their order; only what is to be made goes to worker processes."""
    ready = {path: done for path in files if (done := _standing(path, job, site))}
    site.quote(path for path, done in ready.items() if done.tally.count)
    made = _made(site, job, [path for path in files if path not in ready])
    for path in files:
        done = ready.pop(path, None)
        yield done or next(made)


def _made(site: Site, job: Job, files: Sequence[Path]) -> Iterator[BuildDone]:
    """On the cores of this computer, or by the workers of a scheduler."""
    work, cluster = site.work(job), job.options.cluster
    if not cluster:
        if files:
            _load()
        return in_order(work, files, lost)
    try:
        from reportgen.cli.cluster import on_cluster  # few have one
    except ModuleNotFoundError as error:
        raise EnvironmentProblem(_("--cluster 要另装：pip install 'reportgen[cluster]'")) from error
    return on_cluster(cluster, work, files, lost, site.shared)


def _load() -> None:
    """What every worker needs: loaded once, before they are forked, and not at all where nothing is to be made."""
    from reportgen.pipeline import build  # noqa: F401
    from reportgen.render import docx  # noqa: F401
    from reportgen.rules import all_rules

    all_rules()


def _standing(path: Path, job: Job, site: Site) -> BuildDone | None:
    with suppress(ReportgenError):  # said when its turn comes
        return standing(job, path, site.files)
    return None


def _watched(results: Iterator[BuildDone], count: int) -> Iterator[BuildDone]:
    """The results, with a live bar on a terminal."""
    if not sys.stderr.isatty():
        yield from results
        return
    failed = 0
    bar = click.progressbar(
        length=count,
        label=_("正在生成"),
        width=20,
        show_percent=False,
        show_pos=True,
        item_show_func=lambda told: told,
        file=sys.stderr,
    )
    with bar:
        for done in results:
            failed += done.outcome is Outcome.REFUSED
            bar.update(1, _speed(failed, bar.time_per_iteration))
            yield done


def _speed(failed: int, seconds: float) -> str:
    """Beside the bar, which shows how many are done and how long the rest will take."""
    told = _("没有生成 {count}", count=failed)
    return _("{told}，每秒 {rate} 份", told=told, rate=f"{1 / seconds:.1f}") if seconds else told


def _shortly(done: BuildDone, tally: Tally) -> str:
    """A file in a line."""
    words = str(done.problem).removeprefix(shown(done.path)).strip() if done.problem else ""
    found = "" if done.unseen else tally.summary
    told_ = _("，").join(word for word in (word_of(done.outcome), words or found) if word)
    return _("{name}：{words}", name=shown(done.path), words=told_)


def _code(done: BuildDone, tally: Tally) -> int:
    """Of what was found in it; that of its problem is known when the problem is told."""
    return 2 if done.outcome is Outcome.REFUSED and not done.problem else code_of(tally.heaviest)


def _row(done: BuildDone, tally: Tally) -> Row:
    word, name, counts = word_of(done.outcome), shown(done.path), None if done.unseen else tally.weights
    if done.outcome is Outcome.REFUSED:
        return Row(name, word, counts, where(name, tally.places, str(done.problem or "")))
    paths = done.edited or done.targets
    count, first = len(paths), shown(paths[0])
    said = _("{path} 等 {count} 个", path=first, count=count) if count > 1 else first
    return Row(name, word, counts, where(name, tally.places, said))


def _table(rows: Sequence[Row], many: bool) -> Iterator[str]:
    """All files; of many those alone of which there is something to say."""
    if not many:
        yield from overview(rows)
        return
    quiet = {word_of(Outcome.BUILT), word_of(Outcome.CURRENT)}
    open_ = [each for each in rows if each.result not in quiet or not each.quiet]
    yield from overview(rows, list(islice(open_, _MOST_ROWS)))
    if len(open_) > _MOST_ROWS:
        yield _("另有 {count} 个文件有问题，没有列在表里。", count=len(open_) - _MOST_ROWS)


def _tell_reports(report: BuildReport, site: Site) -> int:
    """Where they stand; the exit code when they could not be written."""
    try:
        if report.problem is not None:
            raise report.problem
        site.keep(report.paths)
    except ReportgenError as problem:
        return complain_of(problem)
    page, listing = map(shown, report.paths)
    show(_("每个文件的结果和问题都写在 {page}（程序读的在 {listing}）", page=page, listing=listing))
    return 0

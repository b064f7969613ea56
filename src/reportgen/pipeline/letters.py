"""Papers of units → letters: each file is checked, and its findings are told in the words of a letter."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from reportgen.diagnostics.diagnostic import Diagnostic, Severity
from reportgen.diagnostics.report import Report
from reportgen.diagnostics.selection import Selection
from reportgen.errors import UsageProblem
from reportgen.language import _
from reportgen.model.content import Year
from reportgen.model.engine import Engine
from reportgen.pipeline.between import Filed, compared, filed
from reportgen.pipeline.build import build
from reportgen.pipeline.check import check_file
from reportgen.pipeline.checked import Checked
from reportgen.pipeline.judging import judgements_of
from reportgen.place import Written
from reportgen.record import Struct
from reportgen.review.fingerprint import Fingerprints, words_in
from reportgen.review.judgements import Judgements, Verdict
from reportgen.review.letter_text import Letter
from reportgen.review.opinion import Opinion, as_judged, opinions_of, own_opinion
from reportgen.review.settlement import carried_on
from reportgen.rules.between.reading.recognised import unit_of
from reportgen.rules.disclosure.secrets import FINDERS
from reportgen.source.reader import Source

_DISCLOSURE = "DIS"


class Reviewed(Struct, frozen=True):
    """What a letter needs of a file that was checked."""

    path: Path
    unit: str
    title: str
    year: int
    """0 where the file does not say."""
    source: Source
    report: Report
    """What is to be told."""
    filed: Filed
    selection: Selection = Selection()
    judgements: Judgements | None = None
    """What a reviewer has decided about its findings; None where nobody has looked at them one by one."""


def reviewed(path: Path, roots: tuple[Path, ...], selection: Selection, engine: Engine | None = None) -> Reviewed:
    """Check a file for a letter; a content file that can be made gets its pages, by `engine` where one is given.

    Raises UsageProblem when it, or what was decided about it, cannot be read, EnvironmentProblem when its pages cannot
    be set.
    """
    judgements = judgements_of(path)
    checked = check_file(path, roots)
    if checked.cut:
        raise checked.cut
    paged = engine is not None and checked.drafts and not checked.report.fatal
    report = build(checked, ("pdf",), engine=engine).report if engine and paged else checked.report
    return reviewed_from(path, checked, selection.of(report), selection, judgements)


def reviewed_from(
    path: Path, checked: Checked, report: Report, selection: Selection, judgements: Judgements | None = None
) -> Reviewed:
    """What is kept of a file that was checked: `report` is what is to be told."""
    told = unit_in(checked), _title(checked, path), year_in(checked)
    return Reviewed(path, *told, checked.source, report, filed(checked), selection, judgements)


def unit_in(checked: Checked) -> str:
    """Whose documents they are; empty where they do not say."""
    for scene in checked.scenes:
        given = scene.content.values.get("单位")
        if name := given.text.strip() if isinstance(given, Written) else unit_of(scene)[0]:
            return name
    return ""


def _title(checked: Checked, path: Path) -> str:
    titles = (scene.document.metadata.title.strip() for scene in checked.scenes)
    return next(filter(None, titles), path.stem)


def year_in(checked: Checked) -> int:
    """The year that they are about; 0 where they do not say."""
    years = (scene.year or next((year.number for year in scene.content.every(Year)), 0) for scene in checked.scenes)
    return next(filter(None, years), 0)


# ---- opinions ----


def opinions_about(files: Sequence[Reviewed], told: Callable[[Diagnostic], bool]) -> list[Opinion]:
    """The findings about the files of a unit, and between them, that are `told`; of a file that somebody has looked
    through, those that he has found true or open, and what he says besides.
    """
    found: list[Opinion] = []
    for each, report in zip(files, reports_of(files), strict=True):
        title = each.title if len(files) > 1 else ""
        words = Fingerprints(each.source).of, partial(_quoted, each.source), title
        if each.judgements is None:
            found += opinions_of(filter(told, report), *words)
        else:
            found += _judged(opinions_of(report, *words), each.judgements)
            found += (own_opinion(remark, title) for remark in each.judgements.remarks)
    return found


def reports_of(files: Sequence[Reviewed]) -> list[Report]:
    """What was found in each file, and between it and the others."""
    between = compared([each.filed for each in files]) if len(files) > 1 else {}
    return [each.report + each.selection.of(between.get(each.filed.file, Report())) for each in files]


def _judged(opinions: Iterable[Opinion], judgements: Judgements) -> Iterator[Opinion]:
    """Those that are asked about: several findings that cannot be told apart were decided about in one."""
    known = judgements.by_fingerprint()
    for opinion in opinions:
        judged = known.get(opinion.key)
        if judged and judged.verdict in (Verdict.TRUE, Verdict.OPEN):
            yield as_judged(opinion, judged)


class Looked(Struct, frozen=True):
    """How far somebody has looked through a file: so many findings were decided so, `left` not at all."""

    path: Path
    true: int
    open: int
    false: int
    left: int


def looked_through(files: Sequence[Reviewed]) -> Iterator[Looked]:
    """Those that somebody has looked through; of each unit the files that are told of in one letter."""
    units: dict[str, list[Reviewed]] = {}
    for each in files:
        units.setdefault(each.unit, []).append(each)
    for own in units.values():
        for each, report in zip(own, reports_of(own), strict=True):
            if each.judgements is not None:
                yield _looked(each, report, each.judgements)


def _looked(file: Reviewed, report: Report, judgements: Judgements) -> Looked:
    known = judgements.by_fingerprint()
    keys = map(Fingerprints(file.source).of, (finding for finding in report if finding.pending))
    verdicts = [known[key].verdict if key in known else None for key in keys]
    return Looked(file.path, *map(verdicts.count, (Verdict.TRUE, Verdict.OPEN, Verdict.FALSE, None)))


def is_hint(finding: Diagnostic) -> bool:
    """Whether it is told for what it is worth, and asks for nothing."""
    return finding.severity is Severity.HINT


def hints_in(files: Sequence[Reviewed]) -> int:
    """How many hints there are about the files that nobody has looked through."""
    unseen = (each for each in files if each.judgements is None)
    return sum(1 for each in unseen for finding in each.report if is_hint(finding) and finding.pending)


def _quoted(source: Source, finding: Diagnostic) -> str:
    """The words that a finding points at, as a letter may quote them: it is read by more people than the paper."""
    words = words_in(source, finding.place).strip()
    secret = finding.code.startswith(_DISCLOSURE) or any(True for finder in FINDERS for _found in finder.find(words))
    return "" if secret else words


# ---- letters ----


class Office(Struct, frozen=True):
    """Who writes the letters, when, and what the command line knows better than the files."""

    name: str
    day: date
    days: int = 0
    """So many until the answer is due; 0 for no day."""
    unit: str = ""
    title: str = ""
    year: int = 0
    former: tuple[Opinion, ...] = ()
    """Those of the letter that the papers answer."""


def told_unit(file: Reviewed, office: Office) -> str:
    """Whom a letter about a file is to. Raises UsageProblem where that cannot be told."""
    unit = office.unit or file.unit
    if not unit:
        raise _untold(file, _("看不出 {path} 是哪个单位的，请加 --unit 单位名称", path=file.path))
    return unit


def _untold(file: Reviewed, lacking: str) -> UsageProblem:
    """Something that a letter must say is not known of a file: of one that makes no document, for that reason."""
    first = next(iter(file.report.at_least(Severity.FATAL)), None)
    if first is None:
        return UsageProblem(lacking)
    told = {"path": file.path, "why": f"{first.code} {first.title}（{first.place}）"}
    return UsageProblem(_("{path} 做不成文档，没有写它的意见书：{why}。请先用 reportgen check 看一看", **told))


def letter_to(unit: str, files: Sequence[Reviewed], office: Office, hints: bool = False) -> Letter:
    """The letter to a unit about its files. Raises UsageProblem where their year cannot be told."""
    year = office.year or next((each.year for each in files if each.year), 0)
    if not year:
        raise _untold(files[0], _("看不出 {path} 是哪一年的，请加 --year 年度", path=files[0].path))
    until = office.day + timedelta(days=office.days) if office.days else None
    titles = tuple(dict.fromkeys(each.title for each in files))
    opinions = opinions_about(files, lambda finding: hints or not is_hint(finding))
    told = tuple(carried_on(office.former, opinions) if office.former else opinions)
    return Letter(office.name, unit, titles, year, office.day, until, told, office.title, bool(office.former))

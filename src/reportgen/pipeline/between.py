"""Files of one call that belong together: a unit's documents of a year, and its years.

Each file is checked by itself first; what is kept of it then is little (`Filed`). The findings stand in one of the
files, so its acknowledgements count. One of these is only called unused when the comparison that it is about was made:
whoever checks a file alone has not shown that there is nothing to acknowledge.
"""

from collections import defaultdict
from collections.abc import Iterable

from reportgen.diagnostics.report import Report
from reportgen.pipeline.acknowledge import acknowledged
from reportgen.pipeline.checked import Checked
from reportgen.pipeline.dismissed import Decided
from reportgen.record import Struct
from reportgen.rules import all_rules
from reportgen.rules.between.papers import Paper
from reportgen.rules.between.reading import papers_of
from reportgen.rules.between.run import LookedAt, run_between
from reportgen.source.comments import Acknowledgement


class Filed(Struct, frozen=True):
    """What is kept of a file that was checked."""

    file: str
    papers: tuple[Paper, ...]
    waiting: tuple[Acknowledgement, ...]
    settled: tuple[Acknowledgement, ...]
    decided: Decided | None = None


def filed(checked: Checked) -> Filed:
    """What other files can be held against."""
    papers = tuple(paper for scene in checked.scenes for paper in papers_of(scene))
    return Filed(checked.source.file, papers, checked.waiting, checked.settled, checked.decided)


def compared(files: Iterable[Filed]) -> dict[str, Report]:
    """What was found between the files, by the file in which it stands."""
    known = {each.file: each for each in files}
    found, looked_at = run_between(all_rules().values(), [paper for each in known.values() for paper in each.papers])
    by_file = defaultdict(list)
    for finding in dict.fromkeys(found):
        by_file[finding.place.file].append(finding)
    reports: dict[str, Report] = {}
    for file, each in known.items():
        open_ones = [entry for entry in each.waiting if entry not in each.settled and _tested(entry, looked_at)]
        tested = [entry for entry in each.waiting if entry in open_ones or any(map(entry.covers, by_file[file]))]
        if by_file[file] or tested:
            found = acknowledged(by_file[file], tested, composed=True)
            reports[file] = Report.of(each.decided.accept(found) if each.decided else found)
    return reports


def _tested(entry: Acknowledgement, looked_at: LookedAt) -> bool:
    """Whether the rule had something to look at where the acknowledgement stands."""
    places = looked_at.get((entry.code, entry.place.file), ())
    return any(not place.line or entry.first <= place.line <= entry.last for place in places)

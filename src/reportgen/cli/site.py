"""Where the files of a call lie: on the disks of this computer, which also its workers see."""

from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path

from reportgen.cli.batch import Work
from reportgen.cli.build_done import BuildDone
from reportgen.cli.building import Job, build_one
from reportgen.manifest.made import DISK, Files


class Site:
    """The disks. Methods raise ReportgenError."""

    always_reported = False
    """Whether also a single file is told of in the reports, and left where nothing has changed."""
    shared = True
    """Whether the workers of a scheduler find the files in this folder."""
    files: Files = DISK

    def look(self, job: Job, paths: Sequence[Path]) -> None:
        """See how the outputs of all files stand."""

    def quote(self, paths: Iterable[Path]) -> None:
        """Have content files at hand that are not read, and whose lines are shown."""

    def work(self, job: Job) -> Work[BuildDone]:
        """What is done with each file that is to be built."""
        return partial(build_one, job)

    def keep(self, paths: Iterable[Path]) -> None:
        """Put the reports of the call into their places."""


DISKS = Site()

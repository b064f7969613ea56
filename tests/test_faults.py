"""A short run of `./script/faults`: whatever the system refuses and whenever a build ends, files stay whole."""

import errno
import random
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from benchmarks.faults.ended import ended
from benchmarks.faults.refused import refused, steps_of
from benchmarks.faults.steps import Fault, faulty
from benchmarks.faults.trial import MOMENT, Trial

from reportgen.cli import batch
from reportgen.errors import EnvironmentProblem
from reportgen.world import write_files

KILLS, READS, WRITES = 1, 150, 25


@pytest.fixture(scope="module")
def trial(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Trial]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", MOMENT)
        patch.setattr(batch, "_cores", lambda: 1)
        patch.chdir(tmp_path_factory.mktemp("here"))
        yield Trial(tmp_path_factory.mktemp("faults"), "txt")


def test_whatever_the_system_refuses_is_told_and_made_good_by_the_next_build(trial: Trial) -> None:
    tried = list(refused(trial, READS, WRITES))
    assert [str(each) for each in tried if each.wrong] == []
    assert len(tried) >= 3


def test_every_kind_of_step_is_among_those_that_are_refused(trial: Trial) -> None:
    wanted = {"open", "write", "fsync", "close", "replace", "link", "unlink", "chmod", "lockf"}
    assert wanted <= set(steps_of(trial, trial.fresh("steps")))


def test_builds_that_are_ended_leave_whole_files(trial: Trial) -> None:
    assert [str(each) for each in ended(trial, KILLS, random.Random(3)) if each.wrong] == []


# ---- that the trial itself would see it ----


def test_a_torn_a_missing_and_a_foreign_file_are_seen(trial: Trial) -> None:
    folder = trial.fresh("torn")
    (folder / "output" / "甲.txt").write_bytes(b"half")
    (folder / "output" / "乙.txt").unlink()
    (folder / "output" / "丙.txt").write_bytes(b"")
    assert trial.wrong(folder) == ["乙.txt is lost", "丙.txt is torn", "甲.txt is torn"]


@pytest.mark.parametrize("step", ["write", "fsync", "replace", "link", "chmod"])
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO])
def test_files_are_written_all_or_none_whichever_step_is_refused(step: str, number: int, tmp_path: Path) -> None:
    """Each step of writing two files over two others."""
    paths = [tmp_path / name for name in ("甲.txt", "乙.txt")]
    for path in paths:
        path.write_bytes(b"former")
    with faulty(Fault()) as counted:
        write_files(dict.fromkeys(paths, b"former"))
    for at in (at for at, name in enumerate(counted.seen) if name == step):
        with faulty(Fault(at, number)), suppress(EnvironmentProblem):  # a link that is refused is replaced by a copy
            write_files(dict.fromkeys(paths, b"wanted"))
        assert {path.read_bytes() for path in paths} in ({b"former"}, {b"wanted"})
        assert sorted(path.name for path in tmp_path.iterdir()) == ["乙.txt", "甲.txt"]
        write_files(dict.fromkeys(paths, b"former"))

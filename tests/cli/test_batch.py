"""Many files are built on several cores; nobody can tell but by the clock."""

import os
import signal
import subprocess
import sys
import threading
import time
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Never

import pytest
from tests.support.example import changed

from reportgen.cli import batch
from reportgen.cli.batch import Work, in_order
from reportgen.diagnostics.text import report_lines
from reportgen.errors import EnvironmentProblem, UsageProblem
from reportgen.language import use_language
from reportgen.limits import IN_COMPILED_CODE
from reportgen.pipeline.check import check_file
from reportgen.pipeline.workers import pool
from reportgen.world import read_text

FILES = [Path(name) for name in "甲乙丙丁"]


@pytest.fixture(autouse=True)
def two_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batch, "_cores", lambda: 2)


def name_and_process(path: Path) -> tuple[str, int]:
    return path.name, os.getpid()


def name_unless_killed(path: Path) -> str:
    if path.name == "丙":
        os.kill(os.getpid(), signal.SIGKILL)
    return path.name


def never(path: Path, problem: EnvironmentProblem) -> Never:
    raise AssertionError(path) from problem


def told(_path: Path, problem: EnvironmentProblem) -> str:
    return str(problem)


def first_line_of_report(path: Path) -> str:
    return next(report_lines(check_file(path).report, {}))


def test_results_come_in_the_order_of_the_files() -> None:
    made = list(in_order(name_and_process, FILES, never))
    assert [name for name, _process in made] == ["甲", "乙", "丙", "丁"]
    assert os.getpid() not in {process for _name, process in made}


def test_few_files_need_no_other_process() -> None:
    assert list(in_order(name_and_process, FILES[:3], never)) == [(path.name, os.getpid()) for path in FILES[:3]]


def test_one_core_needs_no_other_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batch, "_cores", lambda: 1)
    assert {process for _name, process in in_order(name_and_process, FILES, never)} == {os.getpid()}


def test_a_mistake_in_a_worker_is_raised_here() -> None:
    with pytest.raises(UsageProblem, match="没有这个文件"):
        list(in_order(read_text, FILES, never))


def test_a_worker_that_is_killed_costs_its_own_file_only() -> None:
    made = list(in_order(name_unless_killed, FILES, told))
    assert made == ["甲", "乙", "丙 没有处理完：工作进程中途退出，可能是内存不够", "丁"]


def test_workers_speak_the_chosen_language(tmp_path: Path) -> None:
    files = [tmp_path / f"{name}.yaml" for name in "abcd"]
    for path in files:
        path.write_text(changed(("支出: 114.60}", "支出: 115.60}")), encoding="utf-8")
    use_language("en")
    try:
        lines = list(in_order(first_line_of_report, files, never))
    finally:
        use_language("zh")
    assert lines == [lines[0]] * 4
    assert lines[0].startswith("error NUM003")


PARENT = """
import time
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from reportgen.cli import batch
from tests.cli.test_batch import say_and_wait, never
batch._cores = lambda: 2
if __name__ == "__main__":
    list(batch.in_order(say_and_wait, [Path(name) for name in "甲乙丙丁"], never))
"""


def say_and_wait(path: Path) -> None:
    """Ends by itself only when nobody would wait for it."""
    Path(f"{path}.pid").write_text(str(os.getpid()), encoding="utf-8")
    time.sleep(600)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL])
def test_workers_end_with_their_parent_however_that_ends(tmp_path: Path, number: int) -> None:
    (tmp_path / "parent.py").write_text(PARENT, encoding="utf-8")
    environment = {"PYTHONPATH": ":".join(sys.path), "LC_ALL": "C.UTF-8"}
    words, nowhere = [sys.executable, "parent.py"], subprocess.DEVNULL
    parent = subprocess.Popen(words, cwd=tmp_path, env=environment, stdout=nowhere, stderr=nowhere)
    while not ((tmp_path / "甲.pid").exists() and (tmp_path / "乙.pid").exists()):
        time.sleep(0.05)
    workers = [int(path.read_text(encoding="utf-8") or 0) for path in tmp_path.glob("*.pid")]
    parent.send_signal(number)
    parent.wait()
    while any(_runs(worker) for worker in workers):
        time.sleep(0.05)  # for ever, if they lived on: the run of the tests has a limit of its own


def _runs(process: int) -> bool:
    """Whether a process is there and is no corpse that nobody has fetched."""
    try:
        return Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] not in "ZX"
    except OSError:
        return False


class Terminating(UserWarning):
    """Whoever hands it over is told to end at that moment."""

    def __reduce__(self) -> tuple[type[UserWarning], tuple[()]]:
        os.kill(os.getpid(), signal.SIGTERM)
        return UserWarning, ()


def terminated_with_its_result(_path: Path) -> Terminating:
    return Terminating()


def terminated_with_its_mistake(_path: Path) -> Never:
    raise Terminating


@pytest.mark.parametrize("work", [terminated_with_its_result, terminated_with_its_mistake])
def test_a_worker_that_is_told_to_end_between_two_files_ends(work: Work[Terminating]) -> None:
    """And says nothing: an exception there would be taken for what came of the file, and the worker would go on."""
    with pool(1) as workers, pytest.raises(BrokenProcessPool):
        workers.submit(work, FILES[0]).result()


MANY = [Path(f"{number:02}") for number in range(30)]


def name_or_killed_at_once(path: Path) -> str:
    if path.name in ("03", "17"):
        os.kill(os.getpid(), signal.SIGKILL)
    return path.name


def test_of_many_files_those_behind_a_killed_worker_are_done_by_others() -> None:
    """Only what it and its neighbours had in hand is tried alone."""
    lost = [path.name for path in MANY if path.name in ("03", "17")]
    made = list(in_order(name_or_killed_at_once, MANY, told))
    assert [name for name in made if name in lost] == []
    assert [name if " " not in name else name.split()[0] for name in made] == [path.name for path in MANY]


def give_up_the_first(path: Path) -> tuple[str, int]:
    """As a check does whose time is over while pages are being set."""
    if path.name == "甲":
        threading.Thread(target=time.sleep, args=(600,), name=IN_COMPILED_CODE).start()
    return path.name, os.getpid()


def test_a_worker_that_still_sets_the_pages_of_a_file_that_was_given_up_does_no_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The next would wait for these pages, and be told to have taken too long."""
    monkeypatch.setattr("reportgen.limits._PATIENCE", 0.05)
    made = dict(in_order(give_up_the_first, FILES, never))
    assert list(made) == ["甲", "乙", "丙", "丁"]
    assert made["甲"] not in {made["乙"], made["丙"], made["丁"]}


def test_a_worker_that_still_sets_such_pages_is_not_waited_for_in_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """The last file of a call was given up: whoever waited for its pages would wait for ten minutes."""
    monkeypatch.setattr("reportgen.limits._PATIENCE", 0.05)
    made = dict(in_order(give_up_the_first, FILES[:1], never))
    assert list(made) == ["甲"]


WAITED_FOR = """
import sys, time
from reportgen.pipeline.ahead import _Background

def set_pages():
    time.sleep(0.3)
    print("排完了")

_Background(set_pages)
print("没有查完")
sys.exit(2)
"""


def test_a_program_of_others_waits_for_such_pages() -> None:
    """Compiled code that comes back when Python is gone would abort it."""
    run = subprocess.run([sys.executable, "-c", WAITED_FOR], capture_output=True, text=True, check=False)
    assert (run.returncode, run.stdout, run.stderr) == (2, "没有查完\n排完了\n", "")


LEFT = """
import sys, threading, time
from reportgen import cli, limits, start

def run():
    threading.Thread(target=time.sleep, args=(600,), name=limits.IN_COMPILED_CODE).start()
    print("没有查完")
    sys.exit(2)

cli.main, limits._PATIENCE = run, 0.05
start.main()
"""


def test_the_program_does_not_wait_for_the_pages_of_a_file_that_was_given_up() -> None:
    run = subprocess.run([sys.executable, "-c", LEFT], capture_output=True, text=True, check=False)
    assert (run.returncode, run.stdout, run.stderr) == (2, "没有查完\n", "")


def test_workers_are_replaced_after_so_many_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportgen.cli.workers._FILES_BEFORE_ANEW", 5)
    made = list(in_order(name_and_process, MANY, never))
    assert [name for name, _process in made] == [path.name for path in MANY]
    assert len({process for _name, process in made}) >= 3

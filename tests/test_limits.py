"""The time that one file may take ends its work, wherever it has come to."""

import signal
import time

import pytest

from reportgen import limits
from reportgen.errors import OutOfTime
from reportgen.limits import Limits, within


class TakenApartSlowly:
    """As an object of a library is that closes a file, or takes a tree apart."""

    def __del__(self) -> None:
        for _step in range(30):
            time.sleep(0.01)


@pytest.mark.parametrize("has_timer", [True, False], ids=["a timer of the system", "a thread, as on Windows"])
def test_work_ends_though_the_time_was_over_while_an_object_was_taken_apart(
    has_timer: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """There Python drops what is raised and prints where: neither is for a user, who asked for an end."""
    monkeypatch.setattr(limits, "_AGAIN", 0.2)
    if not has_timer:
        monkeypatch.delattr(signal, "setitimer")
    steps: list[int] = []

    def work() -> None:
        TakenApartSlowly()
        for step in range(500):
            time.sleep(0.01)
            steps.append(step)

    with pytest.raises(OutOfTime), within(Limits(0.1, 0)):
        work()
    assert 0 < len(steps) < 500
    assert capsys.readouterr() == ("", "")


def test_what_else_is_dropped_there_is_told_as_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[object] = []
    monkeypatch.setattr("sys.unraisablehook", lambda lost: told.append(lost.exc_value))

    class Broken:
        def __del__(self) -> None:
            raise KeyError(1)

    with within(Limits(5, 0)):
        Broken()
    assert [type(each) for each in told] == [KeyError]

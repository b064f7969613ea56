"""The time and the memory that one file may take.

Time is watched by a timer of the system, whose signal reaches Python in the middle of a regular expression; where there
is none (Windows) a thread asks for an interrupt, which comes between two steps of Python. Memory is the address space
that the process may add to what it has (Linux; elsewhere nothing holds it).
"""

import signal
import sys
import threading
from _thread import interrupt_main
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from reportgen import patterns as re
from reportgen.errors import OutOfTime, UsageProblem
from reportgen.language import _
from reportgen.record import Struct

_UNITS = {"M": 10**6, "MB": 10**6, "G": 10**9, "GB": 10**9}
_TIME = re.compile(r"(\d{1,6}(?:\.\d)?)(?:s|秒)?")
_MEMORY = re.compile(r"(\d{1,6}(?:\.\d)?)(MB?|GB?)", re.IGNORECASE)


class Limits(Struct, frozen=True):
    """How much of each a file may take; 0 for no limit."""

    seconds: float = 60
    memory: int = 1_500_000_000

    def __str__(self) -> str:
        return f"{self.seconds:g}s,{self.memory / 10**9:g}G"


USUAL = Limits()
_AGAIN = 1.0
"""Seconds after which the timer asks again that the work should end."""


def read_limits(words: str) -> Limits:
    """`60s,1.5G`, either of them, or `0` for none. Raises UsageProblem for anything else."""
    seconds, memory = USUAL.seconds, USUAL.memory
    for word in filter(None, re.split(r"[,，\s]+", words.strip())):
        if found := _TIME.fullmatch(word):
            seconds = float(found[1])
            memory = memory if seconds or word != "0" else 0
        elif found := _MEMORY.fullmatch(word):
            memory = int(float(found[1]) * _UNITS[found[2].upper()])
        else:
            raise UsageProblem(
                _("--limits 写成 60s,1.5G 的样子（时间，内存；0 表示不限），现在是「{word}」", word=word)
            )
    return Limits(seconds, memory)


def not_held() -> Iterator[str]:
    """What this system does not watch as closely as Linux does, in the user's words."""
    if not hasattr(signal, "setitimer"):
        yield _("时间：由程序自己看着，遇到很长的一步要等它走完才停")
    if sys.platform != "linux":
        yield _("内存：没有限度，很大的文件会占用很多内存")


@contextmanager
def within(limits: Limits) -> Iterator[None]:
    """What stands in the block may take so much. Raises OutOfTime in it when the time is over, MemoryError for memory.

    Only the main thread can be watched; in others there are no limits.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    with _memory(limits.memory), _time(limits.seconds):
        yield


@contextmanager
def _time(seconds: float) -> Iterator[None]:
    if not seconds:
        yield
        return
    with _lost_in_silence(), _system_timer(seconds) if hasattr(signal, "setitimer") else _thread_timer(seconds):
        yield


@contextmanager
def _lost_in_silence() -> Iterator[None]:
    """While Python takes an object apart nothing can be raised: it prints where, and goes on. The timer asks again."""
    former = sys.unraisablehook

    def told(lost: "sys.UnraisableHookArgs") -> None:
        if not isinstance(lost.exc_value, OutOfTime):
            former(lost)

    sys.unraisablehook = told
    try:
        yield
    finally:
        sys.unraisablehook = former


def _over(_number: int, _frame: FrameType | None) -> None:
    raise OutOfTime


@contextmanager
def _system_timer(seconds: float) -> Iterator[None]:
    former = signal.signal(signal.SIGALRM, _over)
    signal.setitimer(signal.ITIMER_REAL, seconds, _AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, former)


@contextmanager
def _thread_timer(seconds: float) -> Iterator[None]:
    """Ctrl-C by a thread, told from the user's own."""
    expired, ended = threading.Event(), threading.Event()
    former = signal.getsignal(signal.SIGINT)

    def interrupted(number: int, frame: FrameType | None) -> None:
        if expired.is_set():
            raise OutOfTime
        if callable(former):
            former(number, frame)

    def watch() -> None:
        wait = seconds
        while not ended.wait(wait):
            expired.set()
            interrupt_main()
            wait = _AGAIN

    signal.signal(signal.SIGINT, interrupted)
    threading.Thread(target=watch, daemon=True).start()
    try:
        yield
    finally:
        ended.set()
        signal.signal(signal.SIGINT, former)


@contextmanager
def _memory(most: int) -> Iterator[None]:
    """So much more address space than now."""
    if not most or sys.platform != "linux":
        yield
        return
    import resource

    former, hard = resource.getrlimit(resource.RLIMIT_AS)
    ceiling = _address_space() + most
    if former != resource.RLIM_INFINITY:
        ceiling = min(ceiling, former)
    resource.setrlimit(resource.RLIMIT_AS, (ceiling, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (former, hard))


_PATIENCE = 3.0
IN_COMPILED_CODE = "reportgen: compiled code"
"""The name of threads whose work nothing can stop, such as the setting of pages."""


def is_left_running() -> bool:
    """Whether such a thread still works on a file that was given up, and does not come to its end within seconds.

    Who waited longer would know no limit: a process in which it runs is ended, and does nothing else before.
    """
    for thread in threading.enumerate():
        if thread.name == IN_COMPILED_CODE:
            thread.join(_PATIENCE)
    return any(thread.name == IN_COMPILED_CODE for thread in threading.enumerate())


def room() -> int | None:
    """Bytes that the process may still map; None where nothing holds it."""
    if sys.platform != "linux":
        return None
    import resource

    most, _hard = resource.getrlimit(resource.RLIMIT_AS)
    return None if most == resource.RLIM_INFINITY else most - _address_space()


def _address_space() -> int:
    """Bytes that the process has mapped."""
    import resource

    pages = int(Path("/proc/self/statm").read_bytes().split()[0])
    return pages * resource.getpagesize()

"""Jobs: one process each, read while it runs, one after the other; what they wrote is seen by looking at the folder."""

import subprocess
import threading
from collections.abc import Iterator
from contextlib import suppress
from enum import Enum
from itertools import islice
from pathlib import Path
from secrets import token_hex

from reportgen.desk.jobs.command import Command
from reportgen.language import _
from reportgen.record import Struct
from reportgen.world import Stamps, stamps

_MOST_CHARACTERS = 2_000_000
_MOST_FILES = 20_000
_PATIENCE = 3
"""Seconds that a process has to put away what it has begun to write."""
_KEPT = 40
"""So many jobs are remembered."""


class State(Enum):
    """How far a job is."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    CANCELLED = "cancelled"


class Offer(Struct, frozen=True):
    """What can be done when a job has shown what it would do: the words of the button, and the address."""

    words: str
    address: str


class Wanted(Struct, frozen=True):
    """What is to be done: the command, what it is called on the page, and where its outputs are looked for."""

    title: str
    command: Command
    watched: Path | None = None
    """None when it writes nothing."""
    then: str = ""
    """The content file that is gone on with; empty for none."""
    offer: Offer | None = None
    advice: str = ""
    """What to do when all went well."""


class Job:
    """A command that waits, runs or has ended."""

    def __init__(self, wanted: Wanted, turn: threading.Semaphore) -> None:
        self.name = token_hex(6)
        self.wanted = wanted
        self.state = State.WAITING
        self.code: int | None = None
        self.written: tuple[Path, ...] = ()
        self._said: list[str] = []
        self._length = 0
        self._turn = turn
        self._process: subprocess.Popen[str] | None = None
        self._lock = threading.Lock()
        self._thread = threading.Thread(target=self._run, daemon=True)

    @property
    def lines(self) -> list[str]:
        """What it has said by now, with the line ends."""
        return list(self._said)

    @property
    def text(self) -> str:
        """The same in one."""
        return "".join(self._said)

    @property
    def is_over(self) -> bool:
        """Whether nothing more is said."""
        return self.state in (State.DONE, State.CANCELLED)

    def start(self) -> None:
        """Run it as soon as it is its turn."""
        self._thread.start()

    def wait(self, seconds: float | None = None) -> None:
        """Until it is over."""
        self._thread.join(seconds)

    def cancel(self) -> None:
        """End it; what it has begun to write is put away."""
        with self._lock:
            if self.is_over:
                return
            self.state = State.CANCELLED
            process = self._process
        if process is not None:
            _end(process)

    def _run(self) -> None:
        with self._turn:
            before = _files(self.wanted.watched)
            if self._begin():
                self._listen()
            after = _files(self.wanted.watched)
            self.written = tuple(path for path, stamp in after.items() if before.get(path) != stamp)
            with self._lock:
                self.state = State.CANCELLED if self.state is State.CANCELLED else State.DONE

    def _begin(self) -> bool:
        """Whether the process runs; it does not when somebody has changed his mind, or the system refuses."""
        command = self.wanted.command
        with self._lock:
            if self.state is State.CANCELLED:
                return False
            self.state = State.RUNNING
            try:
                self._process = _process(command)
            except OSError as error:
                self._said.append(_("运行不了：{why}", why=error.strerror or error))
                self.code = 3
        return self._process is not None

    def _listen(self) -> None:
        process = self._process
        assert process is not None and process.stdout is not None  # noqa: PT018 - `_begin` has made it so
        with process.stdout as stream:
            for line in stream:
                self._say(line)
        self.code = process.wait()

    def _say(self, line: str) -> None:
        """More than a page can show is read and dropped, so that the process need not wait."""
        if self._length <= _MOST_CHARACTERS:
            self._said.append(line)
            self._length += len(line)


def _process(command: Command) -> subprocess.Popen[str]:
    return subprocess.Popen(
        command.line(),
        cwd=command.folder,
        env=command.environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _end(process: "subprocess.Popen[str]") -> None:
    process.terminate()
    with suppress(subprocess.TimeoutExpired):
        process.wait(_PATIENCE)
        return
    process.kill()


def _files(folder: Path | None) -> Stamps:
    """The files of a folder and those below, but hidden ones."""
    return stamps(islice(_below(folder), _MOST_FILES)) if folder is not None else {}


def _below(folder: Path) -> Iterator[Path]:
    with suppress(OSError):
        for path in sorted(folder.iterdir()):
            if path.name.startswith("."):
                continue
            if path.is_dir() and not path.is_symlink():
                yield from _below(path)
            else:
                yield path


class Jobs:
    """The jobs of a screen; one runs at a time."""

    def __init__(self) -> None:
        self._turn = threading.Semaphore()
        self._jobs: dict[str, Job] = {}

    def begin(self, wanted: Wanted) -> Job:
        """A new job."""
        job = Job(wanted, self._turn)
        over = [name for name, other in self._jobs.items() if other.is_over]
        for name in over[: max(0, len(self._jobs) - _KEPT)]:
            del self._jobs[name]
        self._jobs[job.name] = job
        job.start()
        return job

    def get(self, name: str) -> Job | None:
        """The job of a name; None when it is not remembered."""
        return self._jobs.get(name)

    @property
    def names(self) -> list[str]:
        """Those that are remembered."""
        return list(self._jobs)

    @property
    def running(self) -> list[Job]:
        """Those that are not over."""
        return [job for job in self._jobs.values() if not job.is_over]

    def close(self) -> None:
        """End all."""
        for job in self.running:
            job.cancel()

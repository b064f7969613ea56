"""Trials in a process of their own, which may hang or be ended: what happens there is told, and the others go on.

Where that happens each command is given the mutant once more as users would, in a process of the program itself: its
answer counts.
"""

import json
import os
import resource
import select
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from benchmarks.fuzz.answers import MOST_BYTES, Answer
from benchmarks.fuzz.originals import ROOT
from benchmarks.fuzz.trials import Trial, commands_of

_LONGEST = 300
"""Seconds for a mutant with all its commands, each of which has its own limit: more is taken where none reaches."""
_RECYCLED = 500
"""Trials of one process."""
_HANGS = -1


def watched(kind: str, numbers: range, seed: int, ground: Path) -> Iterator[Trial]:
    """One after the other."""
    rest = numbers
    while rest:
        batch, done = rest[:_RECYCLED], 0
        for found in _batch(kind, batch, seed, ground):
            done += 1
            yield found
        if done < len(batch):
            name, done = f"{kind}-{batch[done]}", done + 1
            yield Trial(name, tuple(map(_alone, commands_of(ground / name))))
        rest = rest[done:]


def _batch(kind: str, numbers: range, seed: int, ground: Path) -> Iterator[Trial]:
    """Those that are answered by a process until it hangs or ends."""
    words = (kind, numbers.start, numbers.stop, seed, ground)
    command = [sys.executable, "-m", "benchmarks.fuzz.worker", *map(str, words)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=_environment()) as process:
        for number in numbers:
            if process.stdout is None or not (line := _line(process.stdout)):
                process.kill()
                return
            yield Trial(f"{kind}-{number}", tuple(Answer(tuple(each[0]), *each[1:]) for each in json.loads(line)))


def _line(output: IO[str]) -> str:
    """What comes next; empty when nothing comes in time, or any more."""
    ready, _none, _nothing = select.select([output], [], [], _LONGEST)
    return output.readline() if ready else ""


def _alone(words: tuple[str, ...]) -> Answer:
    """What the program says in a process of its own."""
    command = [sys.executable, "-m", "reportgen", *words]
    try:
        done = subprocess.run(
            command,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
            env=_environment(),
            timeout=_LONGEST,
            preexec_fn=_limited,
        )
    except subprocess.TimeoutExpired:
        return Answer(words, _HANGS, "hangs")
    return Answer(words, done.returncode, done.stdout)


def _environment() -> dict[str, str]:
    """Of a process that runs in another folder."""
    return dict(os.environ) | {"PYTHONPATH": os.pathsep.join(map(str, (ROOT / "src", ROOT)))}


def _limited() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MOST_BYTES, MOST_BYTES))

"""`./script/fuzz`: mutations of content files and of templates in one process; whatever breaks is kept and named."""

import argparse
import contextlib
import io
import random
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from benchmarks.fuzz.content import mutated
from benchmarks.fuzz.template import mutated_pack
from reportgen.cli.app import main as reportgen
from reportgen.pipeline.drafts import forget_packs

ROOT = Path(__file__).resolve().parents[2]
_ALLOWED = frozenset({0, 1, 2})
_LONGEST = "10s,1.5G"
_UNFINISHED = ("没有处理完", "程序内部错误", "Traceback")
_BUILT = 20
"""Of so many mutations one is built, too: that takes a hundred times as long as a check."""


def answer(*words: str | Path) -> tuple[int, str]:
    """The exit code of a command and all that it prints."""
    told = io.StringIO()
    with contextlib.redirect_stdout(told), contextlib.redirect_stderr(told):
        try:
            reportgen([str(word) for word in words])
        except SystemExit as ended:
            return int(ended.code or 0), told.getvalue()
    raise AssertionError("the program always exits")


def is_answered(code: int, told: str) -> bool:
    """Whether the program has dealt with its input: in time, and without a fault of its own."""
    return code in _ALLOWED and not any(word in told for word in _UNFINISHED)


def answered_in_time(*words: str | Path) -> tuple[int, str]:
    """As `answer`, once more where it is not answered: on a busy machine the clock runs, and not the program."""
    found = answer(*words)
    return found if is_answered(*found) else answer(*words)


def seeds() -> list[Path]:
    """The content files of the repository."""
    return sorted([*ROOT.glob("templates/*/example.yaml"), *ROOT.glob("content/*.yaml")])


def fuzz_content(count: int, dice: random.Random, folder: Path) -> Iterator[tuple[Path, int, str]]:
    """Every mutation that was not answered, with the exit code and what was printed."""
    for number in range(count):
        seed = dice.choice(seeds())
        path = folder / f"{number}-{seed.parent.name}-{seed.stem}.yaml"
        path.write_text(mutated(seed.read_text(encoding="utf-8"), dice), encoding="utf-8", errors="replace")
        commands: list[tuple[str | Path, ...]] = [("check", path, "--limits", _LONGEST)]
        if number % _BUILT == 0:
            made = folder / "output"
            commands.append(("build", path, "-o", made, "--format", "docx,xlsx,html,txt", "--limits", _LONGEST))
        answers = [answered_in_time(*words) for words in commands]
        wrong = [found for found in answers if not is_answered(*found)]
        yield from ((path, *found) for found in wrong)
        if not wrong:
            path.unlink()


def fuzz_templates(count: int, dice: random.Random, folder: Path) -> Iterator[tuple[Path, int, str]]:
    """The same for packs: each is used once."""
    packs = sorted(path.parent for path in ROOT.glob("templates/*/example.yaml"))
    for number in range(count):
        pack, roots = dice.choice(packs), folder / f"{number}"
        mutated_pack(pack, roots / pack.name, dice)
        forget_packs()
        options = ("--templates", roots, "--limits", _LONGEST)
        words = ("build", pack / "example.yaml", "-o", folder / "output", "--format", "docx,html", *options)
        found = answered_in_time(*words)
        if is_answered(*found):
            shutil.rmtree(roots)
        else:
            yield (roots, *found)
    forget_packs()


def main() -> int:
    """1 when anything was not answered."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--content", type=int, default=5000)
    parser.add_argument("--templates", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="fuzz-"))
    dice = random.Random(asked.seed)
    kinds: Counter[str] = Counter()
    with contextlib.chdir(folder):
        failures = [fuzz_content(asked.content, dice, folder), fuzz_templates(asked.templates, dice, folder)]
        for path, code, told in (found for each in failures for found in each):
            last = told.strip().splitlines()[-1] if told.strip() else ""
            kinds[last.partition(" ")[2][:60]] += 1
            print(f"{path}: {code} {last}", flush=True)
    print(f"{asked.content} content files, {asked.templates} templates: {sum(kinds.values())} not answered")
    return int(bool(kinds))


if __name__ == "__main__":
    sys.exit(main())

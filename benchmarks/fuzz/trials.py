"""One mutant of each kind, by its number: what it is, and the commands that it is given to."""

import json
import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeAlias

from benchmarks.fuzz import content, docx, pdf
from benchmarks.fuzz.answers import Answer, answered, limited
from benchmarks.fuzz.originals import ROOT, Original, originals
from benchmarks.fuzz.template import content_of, mutated_pack
from reportgen.pipeline.drafts import forget_packs
from reportgen.record import Struct

Words: TypeAlias = tuple[str | Path, ...]
Maker: TypeAlias = Callable[[Path, Path, random.Random], list[Words]]
"""Writes a mutant into a folder, given that of the originals; the commands that it is to be given to."""

_COMMANDS = "commands.json"
_COPY = "mutant"
_BUILT = 20
"""Of so many content files one is built, too: that takes a hundred times as long as a check."""


class Trial(Struct, frozen=True):
    """A mutant and what was said of it."""

    name: str
    answers: tuple[Answer, ...]

    @property
    def wrong(self) -> tuple[Answer, ...]:
        """What was not answered. Of PDFs alone it may be said that they take more than their limits: some are bombs."""
        bomb = self.name.startswith("pdf")
        return tuple(each for each in self.answers if each.wrong and not (bomb and each.stopped))


def trial(kind: str, number: int, seed: int, ground: Path) -> Trial:
    """Make the mutant with this number and try it. Its folder stays where something was not answered.

    The same kind, number and seed give the same mutant, whatever was tried before.
    """
    name = f"{kind}-{number}"
    folder = ground / name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    dice = random.Random(f"{seed} {name}")
    commands = [limited(*words) for words in KINDS[kind](ground / "originals", folder, dice)]
    (folder / _COMMANDS).write_text(json.dumps(commands), encoding="utf-8")
    found = Trial(name, tuple(map(answered, commands)))
    if not found.wrong:
        shutil.rmtree(folder)
    return found


def commands_of(folder: Path) -> list[tuple[str, ...]]:
    """What a mutant was to be given to; nothing where it could not even be made."""
    path = folder / _COMMANDS
    return [tuple(words) for words in json.loads(path.read_text(encoding="utf-8"))] if path.is_file() else []


def trials(kind: str, numbers: range, seed: int, ground: Path) -> Iterator[Trial]:
    """One after the other in this process."""
    for number in numbers:
        yield trial(kind, number, seed, ground)


def seeds() -> list[Path]:
    """The content files of the repository."""
    return sorted([*ROOT.glob("templates/*/example.yaml"), *ROOT.glob("content/*.yaml")])


def _content(_originals: Path, folder: Path, dice: random.Random) -> list[Words]:
    seed = dice.choice(seeds())
    path = folder / f"{seed.parent.name}-{seed.stem}.yaml"
    path.write_text(content.mutated(seed.read_text(encoding="utf-8"), dice), encoding="utf-8", errors="replace")
    build = ("build", path, "-o", folder / "output", "--format", "docx,xlsx,html,txt")
    return [("check", path), build] if dice.randrange(_BUILT) == 0 else [("check", path)]


def _template(_originals: Path, folder: Path, dice: random.Random) -> list[Words]:
    pack = dice.choice(sorted(path.parent for path in ROOT.glob("templates/*/example.yaml")))
    copy = folder / "packs" / _COPY
    mutated_pack(pack, copy, dice)
    path = folder / "example.yaml"
    path.write_text(content_of(pack, copy), encoding="utf-8")
    forget_packs()
    form = dice.choice(("docx,html", "docx,html", "docx,pdf"))
    return [("build", path, "-o", folder / "output", "--format", form, "--templates", copy.parent)]


def _docx(found: Path, folder: Path, dice: random.Random) -> list[Words]:
    original = dice.choice(originals(found, ".docx"))
    path = folder / original.path.name
    path.write_bytes(docx.mutated(original.path.read_bytes(), dice))
    return [("check", path), _further(original, path, dice)]


def _pdf(found: Path, folder: Path, dice: random.Random) -> list[Words]:
    original = dice.choice(originals(found, ".pdf"))
    path = folder / original.path.name
    path.write_bytes(pdf.mutated(original.path.read_bytes(), dice))
    further = ("verify", path) if dice.random() < 0.1 else _further(original, path, dice)
    return [("check", path), further]


def _further(original: Original, path: Path, dice: random.Random) -> Words:
    """One more command that takes what others have made."""
    folder, output = path.parent, path.parent / "output"
    mine = folder / original.content.name
    shutil.copy(original.content, mine)
    drafts = [original.path, path] if dice.random() < 0.5 else [path, original.path]
    form = dice.choice(("text", "text", "json", "docx", "pdf,html"))
    applied = ("--apply",) if dice.random() < 0.3 else ()
    sheet = folder / dice.choice(("汇总.xlsx", "汇总.html", "汇总.docx"))
    commands: tuple[Words, ...] = (
        ("adopt", path, "-o", folder / "抄成.yaml", "--force"),
        ("adopt", path, "-o", folder / "抄成.yaml", "--force"),
        ("diff", *drafts, "--format", form, "-o", output),
        ("diff", *drafts, "--format", form, "-o", output),
        ("pull", path, mine, *applied),
        ("pull", path, mine, "--format", "json"),
        ("summary", path, "-o", sheet),
        ("review", path, "-o", output),
        ("check", path, "--numbers"),
        ("check", path, "--fix", "--output-format", "json"),
        ("letter", path, "-o", output, "--office", "示例县财政局"),
    )
    return dice.choice(commands)


KINDS: dict[str, Maker] = {"content": _content, "template": _template, "docx": _docx, "pdf": _pdf}

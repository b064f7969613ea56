"""`--watch`: the same command again whenever a content file, a pack or the settings change, until Ctrl-C.

Times and sizes of the files are looked at every half second. That works on every disk, a network drive too, where the
system tells of no changes, and needs no library.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path

import click

from reportgen.cli.console import complain_of, paint, show
from reportgen.errors import UsageProblem
from reportgen.language import _
from reportgen.packs.loader import LOOKS, pack_folders
from reportgen.pipeline.drafts import forget_packs
from reportgen.review.dismissals import list_beside
from reportgen.settings import NAME, forget_settings
from reportgen.world import Stamps, now, pause, resolved, stamps

_PACE = 0.5
"""Seconds between two looks."""
_SETTLED = 0.1
"""Editors write a file in several steps: it is read when it has stayed the same for so long."""

_PASSING = (".", "~")
"""So begin the names of files that an editor keeps beside the one that is open."""

_BESIDE, _MOST_BESIDE = (".csv", ".jpg", ".jpeg", ".png", ".svg"), 2_000
"""What a content file may take from beside it; a folder of photographs may hold thousands, which nobody waits for."""

Files = Callable[[], list[Path]]
Run = Callable[[list[Path]], int]


def watch(files: Files, roots: Iterable[Path], run: Run) -> int:
    """Run at once and after every change of `files` or of a pack. Ctrl-C ends it, and is no failure.

    Raises UsageProblem when the command cannot be run the first time; later on that is said, and watching goes on.
    """
    folders = tuple(roots)
    try:
        seen = _stamps(files, folders)
        _round(files, run)
        while True:
            _wait(seen, files, folders)
            forget_packs()
            forget_settings()
            seen = _stamps(files, folders)
            try:
                _round(files, run)
            except UsageProblem as problem:
                complain_of(problem)
    except KeyboardInterrupt:
        show()
        return 0


def _round(files: Files, run: Run) -> None:
    """One report below a line with the time; on a terminal it takes the place of the former one."""
    click.clear()
    time = now().astimezone().strftime("%H:%M:%S")
    show(paint(_("── {time} ── 文件一改就再来一遍，按 Ctrl-C 结束", time=time), "cyan"))
    run(files())


def _wait(seen: Stamps, files: Files, folders: tuple[Path, ...]) -> None:
    """Until something is other than it was seen, and stays so for a moment."""
    while (found := _stamps(files, folders)) == seen:
        pause(_PACE)
    while True:
        pause(_SETTLED)
        former, found = found, _stamps(files, folders)
        if former == found:
            return


def _stamps(files: Files, folders: tuple[Path, ...]) -> Stamps:
    """The content files as named now, a folder may have got another, all files of packs, and looks."""
    try:
        named = files()
    except UsageProblem:
        named = []  # gone for the moment; it is said when the command runs
    inside = (path for folder in pack_folders(folders) for path in sorted(folder.glob("*")))
    settings = dict.fromkeys(parent / NAME for path in named for parent in resolved(path).parents)
    looks = (folder / LOOKS for folder in folders)
    packs = (path for path in inside if not path.name.startswith(_PASSING))
    return stamps((*named, *map(list_beside, named), *_beside(named), *settings, *looks, *packs))


def _beside(named: Iterable[Path]) -> Iterator[Path]:
    """Pictures and answer sheets in the folders of content files, and in the folders in these."""
    for folder in dict.fromkeys(path.parent for path in named):
        found = (path for pattern in ("*", "*/*") for path in folder.glob(pattern))
        yield from (path for path in islice(found, _MOST_BESIDE) if path.suffix.lower() in _BESIDE)

"""One content file of a store: brought to the folder that one stands in, built there as any other, and put back.

There are no locks in a store. What is kept of a content file is replaced first, if it still is what was read: so of two
that are at one file the second is refused, and looks again; mostly nothing is left to do then. Objects are replaced
whole, so that each is the former or the new one whenever somebody ends this.
"""

import hashlib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from reportgen.addresses import name_of, path_of
from reportgen.cli.build_done import BuildDone
from reportgen.cli.building import Carrier, Job, build_carried, lost, words_of
from reportgen.cli.outputs import Written, word_of_copies
from reportgen.cli.settled import roots_for, use_fonts_of
from reportgen.errors import ReportgenError
from reportgen.manifest.made import Made, place_of, read_made, spelt
from reportgen.manifest.recipe import Recipe, Roots, recipe
from reportgen.manifest.sent import sent
from reportgen.manifest.standing import Asked
from reportgen.packs.roots import pack_roots
from reportgen.record import Struct, replace
from reportgen.stored.objects import Objects
from reportgen.stored.store import Changed, Object, store
from reportgen.world import pause, read_bytes, take_away

_WAITS = (0.5, 2.0, 5.0)
"""Seconds until a file is tried again that somebody else is at."""


class Kit(Struct, frozen=True):
    """What all content files of a call need from the store beside their own: settings, document types, fonts."""

    objects: Mapping[str, Object]
    templates: tuple[Path, ...] = ()
    """Folders of document types that were named on the command line: those of a store are below the working folder."""


def build_stored(job: Job, kit: Kit, path: Path) -> BuildDone:
    """Build a content file in the folder that one stands in, as `build_one`, and put its outputs into the store."""
    try:
        job = _with_kit(job, kit, path)
        done = _tried(job, path)
        for seconds in _WAITS:
            if not isinstance(done.problem, Changed):
                break
            pause(seconds)
            done = _tried(job, path)
    except ReportgenError as problem:
        return lost(path, problem)
    return done


def _with_kit(job: Job, kit: Kit, path: Path) -> Job:
    """The job as it is in this folder: what is called by its full path is another one elsewhere."""
    objects = Objects(store())
    objects.know(kit.objects)
    objects.bring(kit.objects)
    roots = pack_roots(kit.templates)
    options = replace(job.options, roots=roots)
    use_fonts_of([path])
    own = _recipe(roots_for(path, roots), words_of(options, job.wanted))
    return replace(job, options=options, recipe=own)


@cache
def _recipe(roots: Roots, words: tuple[str, ...]) -> Recipe:
    return recipe([roots], *words)


def _tried(job: Job, path: Path) -> BuildDone:
    objects = Objects(store())
    carrier = _StoreCarrier(objects, path, job.options.places.folder(path))
    try:
        carrier.bring()
        return build_carried(job, path, carrier)
    finally:
        carrier.clear()


class _StoreCarrier(Carrier):
    """Between a store and the folder that one stands in."""

    def __init__(self, objects: Objects, path: Path, folder: Path) -> None:
        self.files = self._objects = objects
        self._path, self._folder = path, folder
        self._kept = place_of(folder, path.stem)
        self._here: set[Path] = {self._kept}
        """What must not stay here: it would be taken for what stands in the store."""

    def bring(self) -> None:
        """The content file, what is kept of it, and what was read beside it before."""
        self._objects.list_below(name_of(self._folder), self._path.stem)
        self._objects.bring([name_of(self._path), name_of(self._kept)])
        made = read_made(self._folder, self._path.stem)
        beside = {name for run in made.runs for name in run.inputs} if made else ()
        self._objects.bring(self._beside(beside))

    def bring_beside(self, names: Iterable[str]) -> bool:
        return bool(self._objects.bring(self._beside(names)))

    def _beside(self, names: Iterable[str]) -> list[str]:
        return [name_of(self._path.parent / name) for name in names]

    def bring_former(self, targets: Iterable[Path]) -> None:
        """Only what is not known to be the program's own; and the names that copies of edited ones already have."""
        made = read_made(self._folder, self._path.stem)
        known = {name: output.state.stamp for name, output in made.outputs.items()} if made else {}
        for target in targets:
            tag = self._objects.stamp(target)
            if tag and known.get(target.name) != tag:
                self._objects.bring([name_of(target)])
            self._here.add(target)
        for name in list(self._objects.known()):
            if word_of_copies() in Path(name).stem.removeprefix(self._path.stem):
                taken = path_of(name)
                taken.parent.mkdir(parents=True, exist_ok=True)
                taken.touch()
                self._here.add(taken)

    def send(self, written: Written, asked: Asked, former: Made | None) -> None:
        self._here |= {*written.targets, *written.kept}
        contents = {path: read_bytes(path) for path in (*written.kept, *written.targets)}
        made = read_made(self._folder, self._path.stem)
        assert made, "it was written a moment ago"
        inputs = {path: tag for path in _inputs(made, asked) if (tag := self._objects.stamp(self._path.parent / path))}

        def keep(tags: Mapping[str, str]) -> None:
            own = {path.name: tags[path.name] for path in written.targets}
            self._objects.replace(self._kept, spelt(sent(made, former, asked.digest, inputs, own)))

        expected = {path.name: _usual_tag(content) for path, content in contents.items()}
        keep(expected)
        tags = {path.name: self._objects.replace(path, content) for path, content in contents.items()}
        if tags != expected:
            keep(tags)

    def clear(self) -> None:
        """Leave nothing that belongs into the store."""
        take_away(self._here)


def _inputs(made: Made, asked: Asked) -> Iterable[str]:
    run = made.run(asked.digest)
    return run.inputs if run else ()


def _usual_tag(content: bytes) -> str:
    """What most stores give: so what is kept need not be written twice."""
    return f'"{hashlib.md5(content, usedforsecurity=False).hexdigest()}"'

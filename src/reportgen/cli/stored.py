"""`build` of content files in a store: what is asked for, what is there, and what must be brought from it.

All happens in a working folder that is gone afterwards, in which objects are called by their addresses. Content files
are there at first by name alone; only what is to be built is brought, by whoever builds it.
"""

import tomllib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import chdir, suppress
from functools import partial
from itertools import islice
from pathlib import Path

from reportgen.addresses import is_address, name_of, path_of
from reportgen.cli.batch import Work
from reportgen.cli.build import Options, build_files
from reportgen.cli.build_done import BuildDone
from reportgen.cli.building import Job
from reportgen.cli.console import complain
from reportgen.cli.files import content_files
from reportgen.cli.places import Places, places
from reportgen.cli.site import Site
from reportgen.cli.stored_building import Kit, build_stored
from reportgen.errors import UsageProblem
from reportgen.language import _
from reportgen.manifest.made import place_of
from reportgen.packs.loader import LOOKS
from reportgen.packs.roots import pack_roots
from reportgen.record import replace
from reportgen.settings import NAME
from reportgen.stored.objects import Objects
from reportgen.stored.store import Forbidden, store
from reportgen.world import (
    files_for_a_while,
    own_fonts_folder,
    read_bytes,
    read_text,
    shown,
    use_fonts_folder,
    write_copy,
)

_NAMED = (".yaml", ".yml")
"""The endings of files that are looked for by name."""
_QUOTED = 1_000
"""Of more content files no page shows the lines."""


def build_in_store(words: Sequence[str], options: Options) -> int:
    """Build the content files that the words name; the exit code is the heaviest of them."""
    output = options.places.asked
    if fonts := own_fonts_folder():
        use_fonts_folder(fonts)  # by its whole path
    templates = tuple(root if is_address(root) else root.absolute() for root in options.roots)
    with files_for_a_while({NAME: b""}) as folder, chdir(folder):
        site = StoreSite(templates)
        site.look_for(words)
        paths = content_files(tuple(str(Path(word)) for word in words))
        asked = replace(options, places=_places(output, words), roots=pack_roots(templates))
        _refuse_outside(paths, asked.places)
        return max(build_files(paths, asked, site), _tell_unusable(site.unusable()))


class StoreSite(Site):
    """A store, seen from a working folder."""

    always_reported = True
    shared = False

    def __init__(self, templates: tuple[Path, ...]) -> None:
        self.files = self._objects = Objects(store())
        self.kit = Kit({}, templates)

    def look_for(self, words: Iterable[str]) -> None:
        """Have the content files that the words name here by name, and what they need beside their own."""
        for word in words:
            self._list(_folder_of(Path(word)))
        names = [name for name in self._objects.known() if name.endswith((*_NAMED, f"/{LOOKS}"))]
        for name in names:
            write_copy(path_of(name), b"", 0)
        needed = [name for name in _settings(names) if self._is_there(name)]
        self._objects.bring(needed)
        folders = [name_of(root) for root in self.kit.templates if is_address(root)]
        folders += [folder for name in needed for folder in _named_in(path_of(name))]
        needed += [name for folder in dict.fromkeys(folders) for name in self._objects.list_below(folder)]
        self._objects.bring(needed)
        found = {name: known for name in needed if (known := self._objects.find(name))}
        self.kit = replace(self.kit, objects=found)

    def unusable(self) -> list[str]:
        """Content files that cannot be brought."""
        return [name for name in self._objects.unusable if name.endswith(_NAMED)]

    def _is_there(self, name: str) -> bool:
        """Settings above what somebody may read are none of his."""
        try:
            return self._objects.find(name) is not None
        except Forbidden:
            return False

    def _list(self, name: str) -> None:
        """An object, or all below a folder."""
        if not (name.endswith(_NAMED) and self._objects.find(name)):
            self._objects.list_below(name)

    def look(self, job: Job, paths: Sequence[Path]) -> None:
        roots, kept = dict[str, None](), list[str]()
        for path in paths:
            with suppress(UsageProblem):  # its settings cannot be used; said when it is built
                roots[name_of(job.options.places.root(path))] = None
                kept.append(name_of(place_of(job.options.places.folder(path), path.stem)))
        for root in roots:
            self._objects.list_below(root)
        self._objects.bring(kept)

    def quote(self, paths: Iterable[Path]) -> None:
        self._objects.bring(map(name_of, islice(paths, _QUOTED)))

    def work(self, job: Job) -> Work[BuildDone]:
        return partial(build_stored, replace(job, recipe=None), self.kit)

    def keep(self, paths: Iterable[Path]) -> None:
        for path in paths:
            self._objects.store.put(name_of(path), read_bytes(path))


def _folder_of(path: Path) -> str:
    """Of a pattern the part before the first that is one."""
    plain = next(part for part in (path, *path.parents) if not set("*?") & set(str(part)))
    return name_of(plain)


def _settings(names: Iterable[str]) -> list[str]:
    """Where settings of content files may stand: in their folders, and in all above these."""
    folders = {folder for name in names for folder in Path(name).parents}
    return sorted(f"{folder}/{NAME}" for folder in folders if folder.parts)


def _named_in(file: Path) -> Iterator[str]:
    """The folders of a store that settings name; what is wrong with them is told when a file is built."""
    with suppress(tomllib.TOMLDecodeError, UsageProblem):
        said = tomllib.loads(read_text(file))
        for value in (said.get("templates"), said.get("fonts")):
            for word in value if isinstance(value, list) else [value]:
                if isinstance(word, str) and (name := name_of(file.parent / word)):
                    yield name


def _places(output: Path | None, words: Iterable[str]) -> Places:
    """As of files, but counted from the working folder: that of a worker is another one."""
    asked = places(output, [str(Path(word)) for word in words])
    base = asked.base.relative_to(Path.cwd())
    return replace(asked, base=base if base.parts else path_of(""))


def _tell_unusable(names: Iterable[str]) -> int:
    """The exit code for them."""
    code = 0
    for name in names:
        complain(_("s3://{name} 的名字里有空的一段、. 或 ..，不能当文件名，没有读", name=name))
        code = 2
    return code


def _refuse_outside(paths: Iterable[Path], where: Places) -> None:
    for path in paths:
        if not _is_inside(path, where):
            told = _(
                "{path} 的输出要写到 s3:// 上：加 -o s3://桶/文件夹，或在 reportgen.toml 里写 output", path=shown(path)
            )
            raise UsageProblem(told)


def _is_inside(path: Path, where: Places) -> bool:
    try:
        return bool(name_of(where.root(path)))
    except UsageProblem:  # its settings cannot be used; said when it is built
        return True

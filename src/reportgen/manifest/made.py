"""What is kept of a content file that was built: a small file of JSON in a folder beside its outputs.

There is one for each content file: two calls at once never write into one file of hundreds, and whatever happens to one
of them is no matter of the others. It is put into place before the outputs are, and tells the outputs before them as
well; so after a crash at any moment each output is still known as one of the program's own.
"""

import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.diagnostics.tally import Tally
from reportgen.digest import digest_of
from reportgen.errors import ReportgenError
from reportgen.record import DecodeError, Raw, Struct, as_json, field, from_json, replace
from reportgen.render.provenance import Provenance, provenance_of
from reportgen.world import read_bytes, shown, stamps

FOLDER = ".reportgen"
"""Beside the outputs. Whoever takes it away loses nothing but time: all is made again."""
_FORMAT = 2
_LONGEST = 200
"""Bytes of a name; the outputs' own names may be as long as the disk allows."""
_MARKED = ("docx", "pdf", "xlsx")
"""Kinds that carry their own digest."""
Stamp = tuple[int, int] | str
"""What tells without reading that a file has changed: when it was last written, in ns, and how many bytes it has; of an
object in a store its tag."""


class Files(Protocol):
    """Where inputs and outputs are looked for."""

    def stamp(self, path: Path) -> Stamp | None:
        """None where there is no file."""

    def read(self, path: Path) -> bytes:
        """Raises ReportgenError when it cannot be read."""


class _Disk:
    def stamp(self, path: Path) -> Stamp | None:
        return stamps([path])[path]

    def read(self, path: Path) -> bytes:
        return read_bytes(path)


DISK: Files = _Disk()


class FileState(Struct, frozen=True):
    """A file as it was: its digest, empty where there was none, and its stamp, None where that tells nothing."""

    digest: str
    stamp: Stamp | None = None


class Output(Struct, frozen=True):
    """An output as it was written, and the digest of what stood there before, which was the program's own."""

    state: FileState
    before: str = ""


class Run(Struct, frozen=True):
    """One way in which a content file was built: of what, and what was found."""

    asked: str
    """Digest of all that documents of one call have in common: options, program, fonts."""
    file: str
    """The content file as it was called; findings name it so."""
    inputs: Mapping[str, FileState]
    """The content file and those beside it that were looked for, by their paths below its folder."""
    packs: Mapping[str, str]
    """The digest of each document type by its name, with those that it inherits from."""
    outputs: tuple[str, ...]
    tally: Tally
    """What was found, in short."""
    findings: Raw
    """All of it, read only where somebody asks for it, see `found`."""
    masked: tuple[str, ...] = ()
    """Of a public edition: what was told of that which was masked."""

    def found(self, name: str) -> tuple[Diagnostic, ...]:
        """All findings about the content file, by what it is called now."""
        found = from_json(self.findings, type=tuple[Diagnostic, ...])
        return found if name == self.file else tuple(self._renamed(each, name) for each in found)

    def _renamed(self, each: Diagnostic, name: str) -> Diagnostic:
        return replace(each, place=replace(each.place, file=name)) if each.place.file == self.file else each


class Made(Struct, frozen=True):
    """All that is known of the outputs of a content file."""

    format: int = _FORMAT
    outputs: Mapping[str, Output] = field(default_factory=dict)
    runs: tuple[Run, ...] = ()

    def run(self, asked: str) -> Run | None:
        """How it was built when the same was asked."""
        return next((run for run in self.runs if run.asked == asked), None)

    def own(self, name: str) -> frozenset[str]:
        """The digests of all that the program has written under a name."""
        output = self.outputs.get(name)
        return frozenset((output.state.digest, output.before)) - {""} if output else frozenset()


def place_of(folder: Path, stem: str) -> Path:
    """Where what is known of a content file stands, by the folder of its outputs."""
    return folder / FOLDER / f"{_short(stem)}.json"


def _short(stem: str) -> str:
    whole = stem.encode("utf-8", "surrogateescape")
    if len(whole) <= _LONGEST:
        return stem
    return f"{whole[:_LONGEST].decode('utf-8', 'ignore')}-{zlib.crc32(whole):08x}"


def read_made(folder: Path, stem: str) -> Made | None:
    """None where nothing is known, or it cannot be read."""
    place = place_of(folder, stem)
    try:
        made = from_json(read_bytes(place), type=Made) if place.is_file() else None
    except (ReportgenError, DecodeError, OSError):
        return None
    return made if made and made.format == _FORMAT else None


def spelt(made: Made) -> bytes:
    """As it is written down."""
    return as_json(made)


def stamp_of(path: Path) -> Stamp | None:
    """None where there is no file."""
    return DISK.stamp(path)


def is_as(path: Path, state: FileState, files: Files = DISK) -> bool:
    """Whether a file is still as it was, or is still missing; it is read only where its stamp is another one."""
    stamp = files.stamp(path)
    if stamp is None or not state.digest:
        return stamp is None and not state.digest
    return stamp == state.stamp or digest_at(path, files) == state.digest


def digest_at(path: Path, files: Files = DISK) -> str:
    """The digest of a file; empty where it cannot be read."""
    try:
        return digest_of(files.read(path))
    except ReportgenError:
        return ""


def name_of(path: Path) -> str:
    """A file's name as JSON can hold it."""
    return shown(path.name)


def provenance_with(made: Made | None, path: Path, content: bytes) -> Provenance:
    """Who wrote what stands where an output is to be: by what is known of former runs, and by the file itself."""
    kind, own = path.suffix.lower().lstrip("."), made.own(path.name) if made else frozenset()
    if own and digest_of(content) in own:
        return Provenance.OURS
    found = provenance_of(kind, content, _creator)
    if not own or (found is Provenance.OURS and kind in _MARKED):
        return found
    return Provenance.EDITED


def _creator(content: bytes) -> str:
    from reportgen.pdf.pages import properties_of  # most builds write where no PDF is yet

    return properties_of(content).get("Creator", "")

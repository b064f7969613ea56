"""By what a PDF was made: the program, its engine, the packs and the fonts, as 版本.json says it."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from reportgen import __version__
from reportgen.fonts import FACES
from reportgen.language import _
from reportgen.model.engine import Engine
from reportgen.pipeline.drafts import Draft
from reportgen.record import Struct, field
from reportgen.world import font_files, fonts_folder, read_bytes

FORMAT = 1
"""Raised when a key changes its meaning or goes; new keys may come at any time."""
_MOMENT = "%Y-%m-%dT%H:%M:%SZ"


class NotVersions(ValueError):
    """The file is no 版本.json that this program can read."""


class Versions(Struct, frozen=True):
    """What went into one PDF. Packs and fonts are told apart by digests of their files."""

    moment: datetime
    """When it was made, in UTC, to the second."""
    document: str
    """The pack, by the name of its folder, of the document that it shows: a content file may make several."""
    content: str
    """The name of the attached content file."""
    engine: Engine
    engine_version: str
    packs: Mapping[str, str]
    """By name: the document's own, then those of its annexes."""
    fonts: Mapping[str, str]
    """By the name of the file."""
    program: str = __version__
    beside: Mapping[str, str] = field(default_factory=dict)
    """The names of the attached files that stood beside the content file, by the paths that it says."""

    def as_json(self) -> bytes:
        """The file, in UTF-8."""
        said = {
            "format": FORMAT,
            "program": {"name": "reportgen", "version": self.program},
            "engine": {"name": self.engine, "version": self.engine_version},
            "created": self.moment.strftime(_MOMENT),
            "document": self.document,
            "content": self.content,
            "packs": dict(self.packs),
            "fonts": dict(self.fonts),
            **({"beside": dict(self.beside)} if self.beside else {}),
        }
        return (json.dumps(said, ensure_ascii=False, indent=2) + "\n").encode()

    def others(self, now: "Versions") -> Iterator[str]:
        """What is another `now`, in words."""
        if self.program != now.program:
            yield _("reportgen：当时 {then}，现在 {now}", then=self.program, now=now.program)
        if (self.engine, self.engine_version) != (now.engine, now.engine_version):
            told = {"name": self.engine, "then": self.engine_version, "now": now.engine_version}
            yield _("排版引擎 {name}：当时 {then}，现在 {now}", **told)
        for name in _changed(self.packs, now.packs):
            yield _("模板 {name} 后来改过", name=name)
        if any(_changed(self.fonts, now.fonts)):
            yield _("字体与当时的不同：{names}", names=_("、").join(_changed(self.fonts, now.fonts)))


def _changed(then: Mapping[str, str], now: Mapping[str, str]) -> list[str]:
    return [name for name in {**then, **now} if then.get(name) != now.get(name)]


def versions_of(draft: Draft, content: str, engine: Engine, moment: datetime, own_fonts: Path | None) -> Versions:
    """Those by which a document is made here and now from a content file of that name."""
    packs = {each.pack.name: _digest_of_pack(each) for each in _bound(draft)}
    whole = moment.astimezone(UTC).replace(microsecond=0)
    return Versions(whole, draft.name, content, engine, version(engine), packs, _digests_of_fonts(own_fonts))


def _bound(draft: Draft) -> Iterator[Draft]:
    yield draft
    for annex in draft.annexes:
        yield from _bound(annex)


def _digest_of_pack(draft: Draft) -> str:
    """Of what the pack was read from, and of its template as it was used: looks from elsewhere are in it."""
    return _digest([*map(read_bytes, draft.pack.files), draft.template.content])


@cache
def _digests_of_fonts(own: Path | None) -> Mapping[str, str]:
    """A face that is not there is told by the engine, which cannot do without it."""
    bundled = [path for face in FACES if (path := fonts_folder() / face.file).is_file()]
    return {path.name: _digest([read_bytes(path)]) for path in (*bundled, *(font_files(own) if own else ()))}


def _digest(parts: Iterable[bytes]) -> str:
    found = hashlib.sha256()
    for part in parts:
        found.update(f"{len(part)}\0".encode())
        found.update(part)
    return found.hexdigest()


def read_versions(content: bytes) -> Versions:
    """What a 版本.json says. Raises NotVersions."""
    try:
        said = json.loads(content)
        if said["format"] != FORMAT:
            raise NotVersions(said["format"])
        return Versions(
            datetime.strptime(said["created"], _MOMENT).replace(tzinfo=UTC),
            _word(said["document"]),
            _word(said["content"]),
            Engine(said["engine"]["name"]),
            _word(said["engine"]["version"]),
            _words(said["packs"]),
            _words(said["fonts"]),
            _word(said["program"]["version"]),
            _words(said.get("beside", {})),
        )
    except (ValueError, LookupError, TypeError, RecursionError) as error:
        raise NotVersions(str(error)) from error


def _word(said: Any) -> str:
    if not isinstance(said, str):
        raise NotVersions(said)
    return said


def _words(said: Any) -> dict[str, str]:
    return {_word(name): _word(words) for name, words in dict(said).items()}

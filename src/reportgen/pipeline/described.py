"""Packs with their annexes, as the schema of content files wants them."""

from pathlib import Path

from reportgen.packs.loader import pack_folders, pack_in
from reportgen.packs.pack import Pack
from reportgen.packs.schema import Described
from reportgen.pipeline.drafts import annexes_of


def described(pack: Pack, roots: tuple[Path, ...] = ()) -> Described:
    """A pack and what its outline binds in."""
    return Described(pack, tuple(annexes_of(pack, roots)[0]))


def every_described(roots: tuple[Path, ...] = ()) -> list[Described]:
    """Every pack that can be used; of the others `doctor` tells."""
    packs = (pack_in(folder)[0] for folder in pack_folders(roots))
    return [described(pack, roots) for pack in packs if pack]

"""`继承: dept-evaluation`: a province's variant says only what is different from another pack.

字段, 表格, 规则 are laid over those of the pack inherited from, key by key, and what is written as 不用 falls away;
everything else that is given replaces what was there. template.docx and wordlist.yaml are taken from the nearest pack
that has them.
"""

from functools import cache
from pathlib import Path

from reportgen.diagnostics.kinds import PACK_WRONG
from reportgen.language import _
from reportgen.packs.links import links_out
from reportgen.place import Written
from reportgen.record import replace
from reportgen.source.expect import Expect, did_you_mean
from reportgen.source.node import Entry, Mapping
from reportgen.source.reader import read_source
from reportgen.world import packs_folder, read_text, shown

BASE_KEY = "继承"
_LAID_OVER = ("字段", "表格", "规则")
_DROPPED = "不用"


def read_chain(folder: Path, expect: Expect) -> list[tuple[Path, Mapping]]:
    """The pack's own root and those that it inherits from, nearest first; wrong links are reported."""
    chain: list[tuple[Path, Mapping]] = []
    while folder not in [seen for seen, _root in chain]:
        path = folder / "pack.yaml"
        if astray := list(links_out(folder)):
            expect.found += astray
            return chain
        source, found = read_source(read_text(path), shown(path))
        expect.found += found
        root = expect.mapping(source.root, "pack.yaml") if source.root is not None else None
        if root is None:
            return chain
        chain.append((folder, root))
        base = expect.optional_text(root, BASE_KEY)
        if base is None:
            return chain
        found_base = _find(base, folder)
        if found_base is None:
            names = [path.parent.name for path in packs_folder().glob("*/pack.yaml")]
            expect.report(PACK_WRONG, base.place, _("没有这个模板文件夹"), did_you_mean(base.text, names))
            return chain
        folder = found_base
    expect.report(PACK_WRONG, chain[-1][1].place, _("继承绕成了圈"))
    return chain


@cache
def chain_of(folder: Path) -> list[Path]:
    """The folders of a pack and of those that it inherits from, nearest first, as far as its links are right."""
    return [each for each, _root in read_chain(folder, Expect())]


def _find(base: Written, folder: Path) -> Path | None:
    """Beside the pack itself, or among the program's own: looked for by its name, which leads nowhere else."""
    packs = (path.parent for place in (folder.parent, packs_folder()) for path in sorted(place.glob("*/pack.yaml")))
    return next((pack for pack in packs if pack.name == base.text), None)


def needless_drops(chain: list[Mapping], expect: Expect) -> None:
    """Report 不用 for what no pack inherited from has: most likely the name is misspelt."""
    for number, root in enumerate(chain):
        behind = merged(chain[number + 1 :]) if chain[number + 1 :] else None
        for entry in root:
            if entry.key.text in _LAID_OVER and isinstance(entry.value, Mapping):
                former = behind.get(entry.key.text) if behind else None
                known = [each.key.text for each in former] if isinstance(former, Mapping) else []
                for each in entry.value:
                    if _is_dropped(each) and each.key.text not in known:
                        guess = did_you_mean(each.key.text, known)
                        expect.report(PACK_WRONG, each.key.place, _("继承来的模板里没有它"), guess)


def merged(chain: list[Mapping]) -> Mapping:
    """One root: the nearest pack's entries over those of the packs behind it."""
    own, *behind = chain
    if not behind:
        return own
    base = merged(behind)
    entries = {entry.key.text: entry for entry in base if entry.key.text != BASE_KEY}
    for entry in own:
        former = entries.get(entry.key.text)
        entries[entry.key.text] = _laid_over(entry, former) if former else entry
    return Mapping(tuple(entries.values()), own.place)


def _laid_over(entry: Entry, former: Entry) -> Entry:
    new, old = entry.value, former.value
    if entry.key.text not in _LAID_OVER or not isinstance(new, Mapping) or not isinstance(old, Mapping):
        return entry
    inner = {each.key.text: each for each in old} | {each.key.text: each for each in new}
    kept = tuple(each for each in inner.values() if not _is_dropped(each))
    return Entry(entry.key, replace(new, entries=kept))


def _is_dropped(entry: Entry) -> bool:
    return isinstance(entry.value, Written) and entry.value.text == _DROPPED

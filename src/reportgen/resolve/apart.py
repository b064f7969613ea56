"""Values that a content file with several documents writes apart, one for each of them.

评价:
  部门整体支出绩效评价报告: {得分: 97分, 等级: 优}
  部门整体支出绩效自评表: {得分: 97.2分, 等级: 优}
"""

from collections.abc import Collection

from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.diagnostics.kinds import UNKNOWN_KEY
from reportgen.language import _
from reportgen.source.expect import did_you_mean
from reportgen.source.node import Entry, Mapping


def is_apart(entry: Entry, titles: Collection[str]) -> bool:
    """Whether the value of a top-level key goes by the titles of documents."""
    return isinstance(entry.value, Mapping) and any(part.key.text in titles for part in entry.value)


def own_values(root: Mapping, names: tuple[str, ...], titles: Collection[str], shared: Collection[str]) -> Mapping:
    """The file as one document sees it; `names` are those that it answers to, the best first.

    `titles` are those of every document; what stands under a `shared` key is never apart.
    """
    entries: list[Entry] = []
    for entry in root:
        if entry.key.text in shared or not is_apart(entry, titles) or not isinstance(entry.value, Mapping):
            entries.append(entry)
            continue
        parts = {part.key.text: part.value for part in entry.value}
        entries += [Entry(entry.key, parts[name]) for name in names if name in parts][:1]
    return Mapping(tuple(entries), root.place)


def misnamed(root: Mapping, titles: Collection[str], shared: Collection[str]) -> list[Diagnostic]:
    """Keys beside the titles of documents that are the title of none."""
    return [
        UNKNOWN_KEY.at(
            part.key.place,
            _("「文种」里没有「{name}」", name=part.key.text),
            fix=did_you_mean(part.key.text, titles),
        )
        for entry in root
        if entry.key.text not in shared and is_apart(entry, titles) and isinstance(entry.value, Mapping)
        for part in entry.value
        if part.key.text not in titles
    ]

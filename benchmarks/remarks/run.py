"""Plant a hundred remarks in copies of the five published documents, and say how many come home to their line.

    ./script/remarks [--write]

Of each document there are twenty: ten marks in the PDF, in the forms of six programs, and ten comments and changes in
Word files, half of which LibreOffice has opened and saved again. `--write` puts the table into docs/送审和修改.md.
"""

import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from itertools import count, cycle, islice
from pathlib import Path

from tests.support.annotated import annotated
from tests.support.office import settled_by_office

from benchmarks.remarks.planting import ANY, Plant, Planting, sorts
from reportgen.pipeline.build import build_file
from reportgen.pipeline.pull import pull
from reportgen.pipeline.returned import read_copy
from reportgen.record import Struct
from reportgen.review.joined import squeezed, unsqueezed
from reportgen.review.patches.outcome import Fate, Outcome
from reportgen.review.patches.target import Target

ROOT = Path(__file__).resolve().parents[2]
SEEDS = ("nanyang-2020", "dongguan-2020", "guangzhou-2023", "linze-2023", "tangshan-2021")
PAGE = ROOT / "docs" / "送审和修改.md"
_FORMS = {
    "ACROBAT": "Acrobat",
    "FOXIT": "福昕",
    "WPS": "WPS（PDF）",
    "FIREFOX": "Firefox",
    "EDGE": "Edge",
    "PREVIEW": "macOS 预览",
    "word": "Word",
    "libreoffice": "LibreOffice 存过",
}


class Result(Struct, frozen=True):
    """What became of a planted remark."""

    plant: Plant
    outcome: Outcome | None
    right: bool


def results(folder: Path, seeds: tuple[str, ...] = SEEDS, each: int = 20, office: bool = True) -> Iterator[Result]:
    """Plant `each` remarks in copies of every document, and bring them home."""
    numbers, turns, kinds = count(1), sorts(), cycle(ANY)
    for seed in seeds:
        path = folder / f"{seed}.yaml"
        path.write_bytes((ROOT / "content" / f"{seed}.yaml").read_bytes())
        built = build_file(path, (), ("docx", "pdf"))
        document, root = built.checked.document, built.checked.source.root
        assert document is not None
        assert root is not None
        target = Target(str(path), path.read_text(encoding="utf-8"), root, document)
        planting = Planting(target, built, numbers)
        plants, marks = planting.marks(each // 2, turns)
        yield from _home(path, folder / f"{seed}.pdf", annotated(built.outputs["pdf"], marks), plants, target)
        for form in ("word", "libreoffice"):
            plants, copy = planting.copy(form, list(islice(kinds, each // 4)))
            yield from _home(
                path, _saved(folder / f"{seed}-{form}.docx", copy.saved(), form, office), b"", plants, target
            )


def _saved(path: Path, content: bytes, form: str, office: bool) -> Path:
    path.write_bytes(content)
    if form != "libreoffice" or not office:
        return path
    again = path.with_stem(f"{path.stem}-2")
    settled_by_office({again: ("Keep", path)})
    return again


def _home(path: Path, copy: Path, content: bytes, plants: list[Plant], target: Target) -> Iterator[Result]:
    if content:
        copy.write_bytes(content)
    start = time.perf_counter()
    pulled = pull(read_copy(copy), path)
    print(f"{copy.name}: {len(plants)} planted, {len(pulled.outcomes)} home, {time.perf_counter() - start:.2f} s")
    left = list(pulled.outcomes)
    for plant in plants:
        outcome = next((each for each in left if _is(plant, each)), None)
        if outcome:
            left.remove(outcome)
        yield Result(plant, outcome, bool(outcome and _right(plant, outcome, target)))
    for outcome in left:
        print("   not planted:", outcome.remark.mark, outcome.remark.words[:20], outcome.remark.text[:20], outcome.line)


def _is(plant: Plant, outcome: Outcome) -> bool:
    """Whether it is that remark: by its own word, else by the words that are gone, or by its line."""
    remark = outcome.remark
    if plant.kind in ("deleted", "removed"):
        return plant.words in remark.words and not remark.text
    if plant.kind == "split":
        return remark.text == "\n" and remark.line == plant.line
    return plant.said in remark.text


def _right(plant: Plant, outcome: Outcome, target: Target) -> bool:
    """Whether it came to the line of the document, and to that of the file in which its words stand."""
    text = target.by_name[plant.line].line.text
    start = unsqueezed(text, squeezed(text).find(plant.words))
    places = {target.place_at(plant.line, start), target.place(plant.line)}
    return outcome.remark.line == plant.line and outcome.line in {place.line for place in places if place}


def table(found: list[Result]) -> str:
    """The table of the guide."""
    rows = ["| 写批注的软件 | 种下 | 到了对的行 | 列在未能对应 | 丢失 |", "|---|---:|---:|---:|---:|"]
    for form, name in _FORMS.items():
        own = [each for each in found if each.plant.form == form]
        rows.append(_row(name, own))
    rows.append(_row("合计", found))
    return "\n".join(rows) + "\n"


def _row(name: str, own: list[Result]) -> str:
    unplaced = sum(1 for each in own if each.outcome and each.outcome.fate is Fate.UNPLACED)
    lost = sum(1 for each in own if each.outcome is None)
    return f"| {name} | {len(own)} | {sum(each.right for each in own)} | {unplaced} | {lost} |"


def main() -> None:
    """Print what was found; 1 when fewer than 98 of 100 are right, or one is lost."""
    with tempfile.TemporaryDirectory() as folder:
        found = list(results(Path(folder)))
    for each in found:
        if not each.right:
            print("wrong:", each.plant, each.outcome)
    fates = Counter(each.outcome.fate.name for each in found if each.outcome and each.plant.changes)
    print(table(found), dict(fates), sep="\n")
    if "--write" in sys.argv:
        text = PAGE.read_text(encoding="utf-8")
        start, end = text.index("| 写批注的软件"), text.index("<!-- 表完 -->")
        PAGE.write_text(text[:start] + table(found) + text[end:], encoding="utf-8")
    right, lost = sum(each.right for each in found), sum(each.outcome is None for each in found)
    sys.exit(int(right < 0.98 * len(found) or lost > 0))


if __name__ == "__main__":
    main()

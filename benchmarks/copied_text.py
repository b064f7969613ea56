"""How long it takes to find copied paragraphs, how much memory, and how many of those that were planted are found.

`python -m benchmarks.copied_text 10000 500000` prints a line for each number of paragraphs, each in a process of its
own. Paragraphs are made of invented words, 120 to 200 characters, no two alike; of every fiftieth a copy is planted in
another unit's paper, with one character in twenty changed, other figures and the other unit's name. The figures stand
in docs/汇总.md.
"""

import random
import resource
import subprocess
import sys
import time
from collections.abc import Iterator

from reportgen.copied.model_text import ModelText
from reportgen.copied.paragraphs import Excerpt, bare
from reportgen.copied.search import copies_among
from reportgen.place import Place

CHANGED = 20
"""One character of so many is another one in a copy."""
EVERY = 50
"""So many paragraphs have one copy."""
_HANZI = [chr(code) for code in range(0x4E00, 0x4E00 + 2500)]
_A_PAPER = 50


def paragraphs(count: int, seed: int = 1) -> Iterator[tuple[str, bool]]:
    """The words of so many paragraphs, and whether each is a copy."""
    chance = random.Random(seed)
    words = ["".join(chance.choices(_HANZI, k=chance.choice((2, 2, 2, 3, 4)))) for _number in range(4000)]
    kept: list[str] = []
    for number in range(count):
        if number >= EVERY and number % EVERY == 0:
            yield changed(kept.pop(chance.randrange(len(kept))), chance), True
        else:
            text = _written(words, chance)
            kept = [*kept, text] if len(kept) < EVERY else [*kept[1:], text]
            yield text, False


def _written(words: list[str], chance: random.Random) -> str:
    text, length = "甲局", chance.randrange(120, 200)
    while len(text) < length:
        text += chance.choice(words) + (f"{chance.randrange(10, 9999)}个，" if chance.random() < 0.05 else "")
    return text + "。"


def changed(text: str, chance: random.Random) -> str:
    """A copy with other characters in the place of some, in another unit's paper."""
    letters = list(text.replace("甲局", "乙局"))
    for at in chance.sample(range(2, len(letters)), len(letters) // CHANGED):
        letters[at] = chance.choice(_HANZI)
    return "".join(letters)


def excerpts(count: int) -> Iterator[Excerpt]:
    """The paragraphs as papers have them, fifty a paper, each of a unit of its own."""
    for number, (text, copy) in enumerate(paragraphs(count)):
        unit = sys.intern(f"单位{number // _A_PAPER}{'乙' if copy else ''}")
        name = "乙局" if copy else "甲局"
        yield Excerpt(text, bare(text, (name,)), unit, unit, 2024, Place(unit, number + 1))


def measured(count: int) -> str:
    """A line: paragraphs, seconds of the processor, memory, how many copies were planted and found."""
    start = time.process_time()
    found = copies_among(excerpts(count), ModelText())
    seconds = time.process_time() - start
    planted = {number + 1 for number in range(EVERY, count, EVERY)}
    told = {each.place.line for pair in found.pairs for each in (pair.one, pair.other)}
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    recall = len(planted & told) / len(planted)
    return f"{count:>9,}  {seconds:8.1f} s  {memory:7.0f} MB  planted {len(planted):>6,}  found {recall:.2%}"


def main() -> None:
    asked = [int(word) for word in sys.argv[1:]] or [10_000, 100_000]
    if len(asked) == 1:
        print(measured(asked[0]))
        return
    for count in asked:
        command = [sys.executable, "-m", "benchmarks.copied_text", str(count)]
        print(subprocess.run(command, check=True, capture_output=True, text=True).stdout.rstrip())


if __name__ == "__main__":
    main()

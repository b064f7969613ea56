"""A pack's own tests: `tests.yaml` in its folder, examples of what is to be reported and what is not.

- 说明: 执行率不到 85% 要说明
  内容: |
    预算: {金额单位: 万元, 批复: 100, 支出: 80}
  应报: [NUM018]
- 说明: 缺一节
  成文: |
    某县科协2024年度部门整体支出绩效自评报告
    一、基本情况
  应报: [STR033]
  不应报: [WRD001]

内容 is part of a content file: its entries take the place of those of the pack's example.yaml. 成文 is the text of a
document that somebody else wrote. 「应报: 无」 says that nothing at all is reported.
"""

from collections.abc import Iterable
from pathlib import Path

from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.diagnostics.kinds import PACK_WRONG, all_kinds
from reportgen.finished.text import read_lines
from reportgen.language import _
from reportgen.packs.pack import Pack
from reportgen.pipeline.check import check_text
from reportgen.pipeline.finished import check_parts
from reportgen.place import Place, Written
from reportgen.record import Struct
from reportgen.rules import all_rules
from reportgen.source.expect import Expect, did_you_mean
from reportgen.source.node import Entry, Mapping, Node
from reportgen.source.reader import read_source, split_lines
from reportgen.world import read_text

FILE = "tests.yaml"
NOTHING = "无"
_KEYS = ["说明", "内容", "成文", "应报", "不应报"]


class Case(Struct, frozen=True):
    """One test: a part of a content file or a finished text, and what is to be said of it."""

    meaning: str
    content: str
    finished: str
    wanted: tuple[str, ...]
    unwanted: tuple[str, ...]
    silent: bool
    """Whether nothing at all may be reported."""
    place: Place


class Verdict(Struct, frozen=True):
    """What came of a test."""

    case: Case
    missing: tuple[str, ...] = ()
    """Codes that were to be reported and were not."""
    surplus: tuple[Diagnostic, ...] = ()
    """Findings that were not to be made."""

    @property
    def passed(self) -> bool:
        """Whether all is as the test says."""
        return not self.missing and not self.surplus


def read_cases(pack: Pack) -> tuple[list[Case], list[Diagnostic]]:
    """The tests of a pack, none where it has no tests.yaml, and what is wrong with that file."""
    path = pack.folder / FILE
    if not path.is_file():
        return [], []
    source, found = read_source(read_text(path), str(path))
    expect = Expect(found, wrong=PACK_WRONG, unknown=PACK_WRONG, missing=PACK_WRONG)
    rows = expect.rows(source.root, FILE, _KEYS) if source.root is not None else ()
    cases = [case for row in rows if (case := _case(row, expect))]
    if any(case.content for case in cases) and not (pack.folder / "example.yaml").is_file():
        label = _("「内容」要放进 example.yaml 里检查，这个模板没有 example.yaml")
        expect.report(PACK_WRONG, Place(str(path), 1, 1), label)
    return cases, expect.found


def run_cases(pack: Pack, cases: Iterable[Case], roots: tuple[Path, ...] = ()) -> list[Verdict]:
    """Every test, checked by this pack."""
    example = pack.folder / "example.yaml"
    text = read_text(example) if example.is_file() else ""
    return [_verdict(case, _findings(case, pack, text, roots)) for case in cases]


def merged(example: str, part: str) -> str:
    """A content file with entries of its own in the place of those of `part`; the others of `part` come last."""
    blocks = {**_entries(example), **_entries(part)}
    head = split_lines(example)[: min((first for first, _last in _extents(example).values()), default=1) - 1]
    return "\n".join([*head, *(line for block in blocks.values() for line in block), ""])


def _findings(case: Case, pack: Pack, example: str, roots: tuple[Path, ...]) -> list[Diagnostic]:
    if case.finished:
        report = check_parts(read_lines(case.finished), FILE, pack=pack).report
    else:
        report = check_text(merged(example, case.content), FILE, (pack.folder.parent, *roots)).report
    return [finding for finding in report if finding.pending]


def _verdict(case: Case, findings: list[Diagnostic]) -> Verdict:
    codes = {finding.code for finding in findings}
    surplus = (finding for finding in findings if case.silent or finding.code in case.unwanted)
    return Verdict(case, tuple(code for code in case.wanted if code not in codes), tuple(surplus))


# ---- reading ----


def _case(row: Mapping, expect: Expect) -> Case | None:
    before = len(expect.found)
    meaning = expect.required_text(row, "说明")
    content, finished = (expect.optional_text(row, key) for key in ("内容", "成文"))
    asked, not_asked = row.get("应报"), row.get("不应报")
    if (content is None) == (finished is None):
        expect.report(PACK_WRONG, row.place, _("「内容」和「成文」写其中一个"))
    if asked is None and not_asked is None:
        expect.report(PACK_WRONG, row.place, _("「应报」「不应报」至少写一个"))
    silent = isinstance(asked, Written) and asked.text == NOTHING
    wanted = () if asked is None or silent else _codes(asked, "应报", expect)
    unwanted = () if not_asked is None else _codes(not_asked, "不应报", expect)
    if meaning is None or len(expect.found) > before:
        return None
    texts = (content.text if content else "", finished.text if finished else "")
    return Case(meaning.text, *texts, wanted, unwanted, silent, row.place)


def _codes(node: Node, what: str, expect: Expect) -> tuple[str, ...]:
    """One code or a list of codes; those that nothing reports are wrong."""
    items = (node,) if isinstance(node, Written) else expect.sequence(node, what)
    words = [word for item in items if (word := expect.text(item, what))]
    known = {**all_kinds(), **all_rules()}
    for word in words:
        if word.text not in known:
            expect.report(PACK_WRONG, word.place, _("没有这个代码"), did_you_mean(word.text, known))
    return tuple(word.text for word in words)


def _entries(text: str) -> dict[str, list[str]]:
    """The lines of each entry of the first level, up to the next one, by its key."""
    lines, extents = split_lines(text), _extents(text)
    return {key: lines[first - 1 : last] for key, (first, last) in extents.items()}


def _extents(text: str) -> dict[str, tuple[int, int]]:
    source, _found = read_source(text, FILE)
    entries: tuple[Entry, ...] = source.root.entries if isinstance(source.root, Mapping) else ()
    firsts = [entry.key.place.line for entry in entries]
    lasts = [*(first - 1 for first in firsts[1:]), len(split_lines(text))]
    return {entry.key.text: span for entry, span in zip(entries, zip(firsts, lasts, strict=True), strict=True)}

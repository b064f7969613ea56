"""The Nanyang content file says what Nanyang published: every paragraph, in order, and nothing else.

White space and the labels of headings and items are left aside: the web copy is padded with blanks,
writes 「1、」 where GB/T 9704 wants 「1.」, and lost eleven labels of Word's automatic numbering, which the
program computes anew.
"""

import difflib
import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
SEED = ROOT / "tests" / "data" / "nanyang-2020.txt"
CONTENT = ROOT / "content" / "nanyang-2020.yaml"

LABEL = re.compile(r"^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+(?:、|\.(?!\d))|（\d+）)")
REFERENCE = re.compile(r"\{\{[^{}]+\}\}")

# What the web copy lost: in the seed these paragraphs stand without their label.
LOST_LABELS = [
    "一、部门基本情况",
    "（二）绩效评价整体结果概况",
    "（三）支出绩效情况分析。",
    "3.科技活动部。",
    "（1）青少年科技创新大赛。",
    "（2）人工智能科普活动大赛，",
    "4.展品维护研发部。",
    "四、存在的问题",
    "五、整改措施或建议",
    "（一）重视整体支出绩效管理及预算的编制完整性、科学性。",
    "六、其他需要说明的问题",
]


def squeeze(text: str) -> str:
    """The text without any white space, ideographic spaces included."""
    return re.sub(r"\s+", "", text)


def bare(text: str) -> str:
    """The text without white space and without the label of the heading or item that it begins with."""
    return LABEL.sub("", squeeze(text))


def published() -> list[str]:
    """The seed's paragraphs, bare."""
    return [bare(line) for line in SEED.read_text(encoding="utf-8").splitlines() if line.strip()]


def composed(lines: list[str]) -> list[str]:
    """The document's paragraphs, bare."""
    return [bare(line) for line in lines if line.strip()]


def differences(left: list[str], right: list[str]) -> list[tuple[list[str], list[str]]]:
    """The runs of paragraphs in which the two texts differ, as (only left, only right)."""
    matcher = difflib.SequenceMatcher(None, left, right, autojunk=False)
    return [(left[a:b], right[c:d]) for tag, a, b, c, d in matcher.get_opcodes() if tag != "equal"]


def same_characters(left: str, right: str) -> int:
    """How many characters of `left` stand in `right` in the same order."""
    blocks = difflib.SequenceMatcher(None, left, right, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks)


def prose(beginning: str) -> str:
    """The one line of the content file that begins so (indent aside), as written."""
    lines = [line.strip() for line in CONTENT.read_text(encoding="utf-8").splitlines()]
    (found,) = [line for line in lines if line.startswith(beginning)]
    return found


def test_every_published_paragraph_stands_in_the_report_in_order(nanyang_lines: list[str]) -> None:
    dropped = [text for only_seed, _ in differences(published(), composed(nanyang_lines)) for text in only_seed]
    assert dropped == []


def test_nothing_else_stands_in_the_report(nanyang_lines: list[str]) -> None:
    invented = [text for _, only_ours in differences(published(), composed(nanyang_lines)) for text in only_ours]
    assert invented == []


def test_at_least_999_of_1000_published_characters_are_kept(nanyang_lines: list[str]) -> None:
    misses = differences(published(), composed(nanyang_lines))
    total = sum(len(text) for text in published())
    lost = sum(len("".join(seed)) - same_characters("".join(seed), "".join(ours)) for seed, ours in misses)
    assert lost * 1000 <= total, f"{lost} of {total} characters are missing: {misses}"


def test_the_labels_that_the_web_copy_lost_are_computed_again(nanyang_lines: list[str]) -> None:
    lines = [squeeze(line) for line in nanyang_lines]
    missing = [label for label in LOST_LABELS if not any(line.startswith(label) for line in lines)]
    assert missing == []


def test_the_blank_that_belongs_to_a_name_is_kept(nanyang_lines: list[str]) -> None:
    assert "“不忘初心 牢记使命”" in "\n".join(nanyang_lines)


def test_the_file_names_its_schema_on_the_first_line() -> None:
    first = CONTENT.read_text(encoding="utf-8").splitlines()[0]
    assert first == "# yaml-language-server: $schema=../templates/dept-evaluation/schema.json"


def test_the_figures_of_the_prose_are_references() -> None:
    text = CONTENT.read_text(encoding="utf-8").partition("\n单位概况:")[2]
    figures = [ref for ref in REFERENCE.findall(text) if ref not in ("{{ 年度 }}", "{{ 评价.等级 }}")]
    assert len(figures) >= 150


def test_no_prize_count_is_typed_in_the_prose() -> None:
    for contest, parts in [("- 青少年科技创新大赛。", 21), ("- 青少年机器人大赛，", 28)]:
        text = prose(contest)
        assert len(REFERENCE.findall(text)) == parts
        assert re.search(r"\d", REFERENCE.sub("", text)) is None

"""YAML → nodes: scalars stay text, every value knows its line and column."""

from reportgen.place import Place, Written
from reportgen.source.node import Mapping, Sequence
from reportgen.source.reader import read_source


def read(text: str) -> Mapping:
    source, found = read_source(text, "a.yaml")
    assert found == []
    assert isinstance(source.root, Mapping)
    return source.root


def test_scalars_are_never_guessed_at() -> None:
    """The usual loader makes 8, 90, False and 1234.5 of these."""
    root = read("编码: 010\n时刻: 1:30\n回答: no\n金额: 1234.50\n")
    values = [entry.value.text for entry in root if isinstance(entry.value, Written)]
    assert values == ["010", "1:30", "no", "1234.50"]


def test_a_value_knows_its_line_and_column() -> None:
    root = read("单位: 某市科技馆\n表:\n  - {名称: 甲, 批复: 120}\n")
    unit = root.get("单位")
    table = root.get("表")
    assert isinstance(unit, Written)
    assert unit.place == Place("a.yaml", 1, 5, 5, 1)
    assert isinstance(table, Sequence)
    row = table.items[0]
    assert isinstance(row, Mapping)
    approved = row.get("批复")
    assert isinstance(approved, Written)
    assert (approved.place.line, approved.place.column) == (3, 17)


def test_each_character_of_a_block_text_leads_back_to_the_file() -> None:
    root = read("说明: |\n  第一段\n\n  第二段的字\n")
    text = root.get("说明")
    assert isinstance(text, Written)
    offset = text.text.index("的")
    assert text.place_at(offset) == Place("a.yaml", 4, 6, 1)


def test_each_character_of_a_quoted_text_leads_back_to_the_file() -> None:
    text = read('标题: "甲的乙"\n').get("标题")
    assert isinstance(text, Written)
    assert text.place_at(1).column == 7


def test_a_key_that_stands_twice_is_reported_at_the_second_place() -> None:
    _source, found = read_source("单位: 甲\n年度: 2020\n单位: 乙\n", "a.yaml")
    assert [(d.code, d.place.line) for d in found] == [("SRC006", 3)]
    assert "第 1 行" in found[0].label


def test_a_control_character_is_refused_with_its_place() -> None:
    _source, found = read_source("单位: 某\x07市\n", "a.yaml")
    assert [(d.code, d.place.line, d.place.column, d.label) for d in found] == [("SRC007", 1, 6, "U+0007")]


def test_the_byte_order_mark_of_windows_editors_does_not_count() -> None:
    from pathlib import Path
    from tempfile import TemporaryDirectory

    from reportgen.world import read_text

    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.yaml"
        path.write_bytes("\ufeff单位: 甲\r\n".encode())
        root = read(read_text(path))
    assert [entry.key.text for entry in root] == ["单位"]


def test_lines_are_counted_as_yaml_counts_them() -> None:
    """Word's line break U+000B ends no line of the file, whatever `str.splitlines` thinks."""
    source, found = read_source("单位: 某\x0b市\n年度: 2020\n", "a.yaml")
    assert [d.place.line for d in found] == [1]
    assert source.lines == ("单位: 某 市", "年度: 2020")

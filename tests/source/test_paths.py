"""From a place to the key that it belongs to."""

import pytest

from reportgen.place import Place
from reportgen.source.paths import Texts, text_under
from reportgen.source.reader import read_source

HOSPITAL = """\
单位: 示例县人民医院
年度: "2024"
问题:
  - {标题: 设备闲置, 措施: 清点后调剂}
  - 标题: 台账不全
    措施: 补登
正文: |
  全年门诊12万人次。

  住院8000人次。
得分: 92
"""


@pytest.mark.parametrize(
    ("line", "column", "path"),
    [
        (1, 5, "单位"),
        (1, 11, "单位"),
        (2, 6, "年度"),
        (4, 10, "问题.1.标题"),
        (4, 20, "问题.1.措施"),
        (5, 10, "问题.2.标题"),
        (6, 9, "问题.2.措施"),
        (8, 3, "正文"),
        (10, 7, "正文"),
        (11, 5, "得分"),
        (3, 1, "问题"),
    ],
)
def test_the_key_of_a_place(line: int, column: int, path: str) -> None:
    """In lists within a line, in lists over lines, in text behind a bar; on a key, the key."""
    source, _found = read_source(HOSPITAL, "hospital.yaml")
    assert source.root is not None
    keyed = Texts(source.root).at(Place("hospital.yaml", line, column))
    assert keyed is not None
    assert keyed.name == path


def test_the_way_back() -> None:
    """Keys lead to their text; those of a list to none."""
    source, _found = read_source(HOSPITAL, "hospital.yaml")
    assert source.root is not None
    measure = text_under(source.root, ("问题", "2", "措施"))
    assert measure is not None
    assert measure.text == "补登"
    assert text_under(source.root, ("问题",)) is None

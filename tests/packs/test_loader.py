"""pack.yaml: what a pack declares, and what is said when a name in it is wrong."""

from decimal import Decimal
from pathlib import Path

import pytest
from tests.support.example import PACK

from reportgen.packs.fields import FieldType
from reportgen.packs.loader import find_pack, load_pack, pack_folders


def changed_pack(folder: Path, old: str, new: str) -> Path:
    text = (PACK / "pack.yaml").read_text(encoding="utf-8")
    assert old in text
    (folder / "pack.yaml").write_text(text.replace(old, new, 1), encoding="utf-8")
    return folder


def test_the_pack_as_declared() -> None:
    pack, found = load_pack(PACK)
    assert found == []
    assert pack is not None
    assert pack.title == "部门整体支出绩效评价报告"
    assert pack.paths()["单位概况.职能"].type is FieldType.PROSE
    assert pack.grades is not None
    assert pack.grades.of_points(Decimal("87.64")).name == "良"
    assert pack.grades.of_points(Decimal(90)).name == "优"


def test_a_pack_is_found_by_folder_and_by_title() -> None:
    assert find_pack("dept-evaluation") == find_pack("部门整体支出绩效评价报告")
    assert find_pack("没有这种") is None


def test_packs_of_ones_own_stand_beside_the_programs(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    changed_pack(tmp_path / "mine", "名称: 部门整体支出绩效评价报告", "名称: 我的报告")
    assert find_pack("我的报告", [tmp_path]) == tmp_path / "mine"
    assert [folder.name for folder in pack_folders([tmp_path])].count("mine") == 1


@pytest.mark.parametrize(
    ("old", "new", "label", "fix"),
    [
        ("- 正文: 收支情况", "- 正文: 收支状况", "没有声明这个字段", "是不是「收支情况」？"),
        ("- 正文: 收支情况", "- 条目: 收支情况", "这个字段的类型是「正文」", ""),
        ("收支情况: {类型: 正文", "收支情况: {类型: 正闻", "没有这种类型", "是不是「正文」？"),
        ("下限: 90", "下限: 九十", "下限写数字", ""),
        ("阶段: 报告", "阶段: 报告书", "没有这个阶段", "是不是「报告」？"),
        ("阶段: 报告", "阶段: 年底", "没有这个阶段", "可以写：申报、目标、自评、评分、报告"),
        ("名称: 部门整体支出绩效评价报告", "名字: 部门整体支出绩效评价报告", "是不是「名称」？", ""),
    ],
)
def test_a_wrong_name_is_said_with_its_place(tmp_path: Path, old: str, new: str, label: str, fix: str) -> None:
    pack, found = load_pack(changed_pack(tmp_path, old, new))
    assert pack is None
    assert (label, fix) in [(d.label, d.fix) for d in found]
    assert all(d.code == "PCK001" and d.place.line > 0 for d in found)


@pytest.mark.parametrize("name", ["style.css", "pages.typ"])
def test_a_file_that_would_change_the_looks_and_is_not_read_is_named(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("p { font-size: 14pt }", encoding="utf-8")
    pack, found = load_pack(changed_pack(tmp_path, "阶段: 报告", "阶段: 报告"))
    assert pack is not None
    assert [(each.code, each.label, Path(each.place.file).name) for each in found] == [("PCK007", name, name)]


def test_other_files_beside_a_pack_are_nobodys_business(tmp_path: Path) -> None:
    for name in ("说明.txt", "~$template.docx", "旧模板.docx", "README.md"):
        (tmp_path / name).write_bytes(b"")
    assert load_pack(changed_pack(tmp_path, "阶段: 报告", "阶段: 报告"))[1] == []

"""tests.yaml of a pack: what it may say, how it is run, and the tests of the program's own packs."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.rules.fragments import ROOT
from tests.support.shell import Shell

from reportgen.packs.loader import load_pack, pack_folders
from reportgen.packs.pack import Pack
from reportgen.pipeline.pack_tests import FILE, Case, merged, read_cases, run_cases
from reportgen.rules import all_rules
from reportgen.rules.registry import invalid_rulings

EXAMPLE = (ROOT / "templates" / "dept-evaluation" / "example.yaml").read_text(encoding="utf-8")
PACK = """\
继承: dept-evaluation
名称: 示例县自评报告
标题: "{{ 单位 }}{{ 年度 }}年度{{ 文种 }}"
规则: {FMT003: {停用: 是}}
"""
GOOD = """\
- {说明: 半角逗号, 内容: "其他问题: 展厅,活动室正常。", 应报: PUN001, 不应报: [WRD001]}
- {说明: 连字号本县不管, 内容: "其他问题: 1月24日-6月12日闭馆。", 应报: 无}
- 说明: 别人写成的
  成文: |
    某馆2024年度示例县自评报告
    一、知识,传播
  应报: [PUN001]
"""

Make = Callable[[str], Path]


@pytest.fixture
def county(tmp_path: Path) -> Make:
    """Writes a county's pack with these tests."""

    def make(tests: str) -> Path:
        folder = tmp_path / "县模板" / "county"
        folder.mkdir(parents=True)
        (folder / "pack.yaml").write_text(PACK, encoding="utf-8")
        text = EXAMPLE.replace("文种: 部门整体支出绩效评价报告", "文种: 示例县自评报告")
        (folder / "example.yaml").write_text(text, encoding="utf-8")
        (folder / FILE).write_text(tests, encoding="utf-8")
        return folder

    return make


def read(folder: Path) -> Pack:
    pack, _found = load_pack(folder)
    assert pack is not None
    return pack


def own_cases() -> list[tuple[Path, Case]]:
    return [(folder, case) for folder in pack_folders() for case in read_cases(read(folder))[0]]


@pytest.mark.parametrize("folder", pack_folders(), ids=lambda folder: folder.name)
def test_rulings_and_tests_of_a_pack_are_written_rightly(folder: Path) -> None:
    assert invalid_rulings(read(folder), all_rules()) == []
    assert read_cases(read(folder))[1] == []


@pytest.mark.parametrize(("folder", "case"), own_cases(), ids=lambda part: getattr(part, "meaning", part))
def test_a_pack_passes_its_own_tests(folder: Path, case: Case) -> None:
    (verdict,) = run_cases(read(folder), [case])
    assert verdict.passed, (verdict.missing, verdict.surplus)


def test_some_packs_have_tests() -> None:
    assert {folder.name for folder, _case in own_cases()} >= {"hunan-dept", "sichuan-project"}


# ---- the file ----


@pytest.mark.parametrize(
    ("tests", "label"),
    [
        ("- {说明: 甲, 内容: '单位: 乙', 应报: 无, 结果: 好}", ""),
        ("- {说明: 甲, 内容: '单位: 乙', 应该报: 无, 不应报: PUN001}", "是不是「应报」？"),
        ("- {内容: '单位: 乙', 应报: 无}", "这里缺少「说明」"),
        ("- {说明: 甲, 应报: 无}", "「内容」和「成文」写其中一个"),
        ("- {说明: 甲, 内容: '单位: 乙', 成文: 丙, 应报: 无}", "「内容」和「成文」写其中一个"),
        ("- {说明: 甲, 内容: '单位: 乙'}", "「应报」「不应报」至少写一个"),
        ("- {说明: 甲, 内容: '单位: 乙', 应报: [PUN01]}", "没有这个代码"),
        ("- {说明: 甲, 内容: {单位: 乙}, 应报: 无}", "「内容」要写成一段文字，这里是几行「键: 值」"),
        ("说明: 甲", "「tests.yaml」要写成以「- 」开头的列表，这里是几行「键: 值」"),
    ],
)
def test_what_is_written_wrongly_is_said(county: Make, tests: str, label: str) -> None:
    _cases, found = read_cases(read(county(tests + "\n")))
    assert [(finding.code, finding.label) for finding in found][:1] == [("PCK001", label)]


def test_content_needs_an_example_to_stand_in(county: Make) -> None:
    folder = county(GOOD)
    (folder / "example.yaml").unlink()
    (finding,) = read_cases(read(folder))[1]
    assert finding.label == "「内容」要放进 example.yaml 里检查，这个模板没有 example.yaml"


def test_the_entries_of_a_part_take_the_place_of_those_of_the_example() -> None:
    example = "# 说明\n\n甲: 1\n# 乙\n乙: |\n  2\n\n丙: {丁: 3}\n"
    assert merged(example, "乙: 5\n戊: 6\n") == "# 说明\n\n甲: 1\n# 乙\n乙: 5\n丙: {丁: 3}\n戊: 6\n"


# ---- the command ----


def test_the_tests_of_a_pack_are_run(county: Make, shell: Shell) -> None:
    root = county(GOOD).parent
    code, out, _err = shell.run("packs", "--test", "示例县自评报告", "--templates", root)
    assert code == 0
    assert out.splitlines() == [
        "✓ 示例县自评报告：半角逗号",
        "✓ 示例县自评报告：连字号本县不管",
        "✓ 示例县自评报告：别人写成的",
        "通过 3 项，没有通过 0 项",
    ]


def test_a_test_that_fails_says_what_was_missing_and_what_was_too_much(county: Make, shell: Shell) -> None:
    folder = county(
        "- {说明: 甲, 内容: '其他问题: 没有。', 应报: [PUN001]}\n"
        "- {说明: 乙, 内容: '其他问题: 展厅,活动室。', 应报: 无}\n"
        "- {说明: 丙, 内容: '其他问题: 展厅,活动室。', 不应报: PUN001}\n"
    )
    code, out, _err = shell.run("packs", "--test", "county", "--templates", folder)
    assert code == 1
    file = folder.resolve() / FILE
    surplus = "    不应报，报了：PUN001 汉字之间用了半角标点 「,」应为「，」"
    assert out.splitlines() == [
        "✗ 示例县自评报告：甲",
        f"    应报 PUN001，没有报（{file}:1:3）",
        "✗ 示例县自评报告：乙",
        f"{surplus}（{file}:2:3）",
        "✗ 示例县自评报告：丙",
        f"{surplus}（{file}:3:3）",
        "通过 0 项，没有通过 3 项",
    ]


def test_tests_that_cannot_be_read_are_no_tests_that_passed(county: Make, shell: Shell) -> None:
    folder = county("- {说明: 甲, 内容: '单位: 乙', 应报: [PUN01]}\n")
    code, _out, err = shell.run("packs", "--test", "county", "--templates", folder)
    assert code == 2
    assert "没有这个代码 是不是「PUN01" in err
    assert "没有这个代码" in shell.run("doctor", "--templates", folder)[1]


def test_without_a_name_every_pack_is_tested(shell: Shell) -> None:
    code, out, _err = shell.run("packs", "--test")
    assert code == 0
    assert "✓ 湖南省部门整体支出绩效自评报告：" in out


@pytest.mark.parametrize(
    ("name", "message"), [("official-letter", "没有测试"), ("hunan-dep", "是不是「hunan-dept」？")]
)
def test_a_name_that_leads_to_no_tests_is_said(shell: Shell, name: str, message: str) -> None:
    code, _out, err = shell.run("packs", "--test", name)
    assert code == 2
    assert message in err

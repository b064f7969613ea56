"""`reportgen roll`: from a school's report of 2024 to that of 2025, and what it refuses."""

import zipfile
from pathlib import Path

import pytest
from tests.support.shell import Shell

THIS, NEXT = "二中-2024.yaml", "二中-2025.yaml"


def lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


def test_next_years_file_stands_beside_this_years(shell: Shell) -> None:
    code, out, err = shell.run("roll", THIS)
    assert (code, err) == (0, "")
    assert out.startswith(f"已写出 {NEXT}（2025 年）\n")
    text = lines(shell.folder / NEXT)
    assert text[2:7] == [
        "年度: 2025          # 预算年度",
        "上年文件: 二中-2024.yaml",
        "# 沿用上年待确认",
        '成文日期: "2026年3月20日"',
        "",
    ]
    assert "  人员: {编制: 【待填：人】, 在编: 【待填：人】}   # 以花名册为准" in text
    assert "  项目资金: {批复: 【待填：万元】, 到位: 【待填：万元】, 支出: 【待填：万元】}" in text
    assert "评价: {得分: 【待填：分】, 等级: 【待填】}" in text
    assert "  2025年在校学生{{ 学生.合计 }}，比2024年有所增加。" in text
    assert "  2024年9月新建的实验室投入使用，教学条件得到改善。" in text
    assert "    内容: 全年开展教研活动，组织学生参加第13届科技节。" in text
    assert "    说明: 由总务处负责，在2026年4月底前完成下一批设备的招标。" in text


def test_last_years_figures_and_promises_are_kept_by_name(shell: Shell) -> None:
    shell.run("roll", THIS)
    text = (shell.folder / NEXT).read_text(encoding="utf-8")
    assert "上年:\n  数据:\n    人员: {编制: 86人, 在编: 84人}\n" in text
    assert "    教学设备: {批复: 120.00万元, 到位: 120.00万元, 支出: 110.00万元, 支付率: 91.7%}\n" in text
    assert (
        "上年问题整改情况:\n"
        "  - 名称: 设备采购偏晚\n"
        "    内容: |\n"
        "      上年提出的措施：提前启动设备采购。由总务处负责，在2025年4月底前完成下一批设备的招标。\n"
        "      整改情况：【待填】\n"
        "\n"
        "存在问题:\n"
    ) in text


def test_the_report_says_what_moved_what_stayed_and_where(shell: Shell) -> None:
    _code, out, _err = shell.run("roll", THIS, "--all")
    assert "没有动 1 处：" in out
    assert "  第 35 行 目标完成情况　2024年9月新建的实验室投入使用" in out
    assert "  第 10 行 数据.人员.编制　86人 → 【待填：人】 等 2 处" in out
    assert "删去 1 处：只对上年有用的\n  第 17 行 忽略　# 忽略 NUM018：尾款未付" in out
    assert out.splitlines()[-1].startswith("待填 20 处，待确认 15 处。")


def test_a_second_time_it_is_refused_and_nothing_is_lost(shell: Shell) -> None:
    shell.run("roll", THIS)
    (shell.folder / NEXT).write_text("我填了一半", encoding="utf-8")
    code, _out, err = shell.run("roll", THIS)
    assert (code, lines(shell.folder / NEXT)) == (2, ["我填了一半"])
    assert err == f"{NEXT} 已经有了，没有动它。要从上年重新来过，加 --force（里面已经填的会丢掉）\n"
    assert shell.run("roll", THIS, "--force")[0] == 0


def test_another_file_of_the_unit_and_year_is_noticed(shell: Shell) -> None:
    shell.run("roll", THIS, "-o", "明年.yaml")
    code, _out, err = shell.run("roll", THIS)
    assert (code, err) == (2, "同一个单位 2025 年的文件已经有了：明年.yaml。确要再做一份，加 --force\n")
    assert not (shell.folder / NEXT).exists()


def test_a_dry_run_shows_the_lines_and_writes_nothing(shell: Shell) -> None:
    code, out, _err = shell.run("roll", THIS, "--dry-run")
    assert code == 0
    assert {"-年度: 2024          # 预算年度", "+年度: 2025          # 预算年度"} <= set(out.splitlines())
    assert [path.name for path in shell.folder.iterdir()] == [THIS]


def test_years_follow_each_other(shell: Shell) -> None:
    shell.run("roll", THIS)
    assert shell.run("roll", NEXT)[0] == 0
    text = (shell.folder / "二中-2026.yaml").read_text(encoding="utf-8")
    assert "上年文件: 二中-2025.yaml" in text
    assert "\n上年:" not in text, "nobody has filled in 2025"


@pytest.mark.parametrize("name", ["清单.html", "清单.docx"])
def test_the_list_of_changes_on_paper(name: str, shell: Shell) -> None:
    assert shell.run("roll", THIS, "--report", name)[0] == 0
    content = (shell.folder / name).read_bytes()
    if name.endswith("docx"):
        with zipfile.ZipFile(shell.folder / name) as package:
            content = package.read("word/document.xml")
    assert "2025年内容文件的改动清单" in content.decode()
    assert "提前启动设备采购" not in content.decode()
    assert "第 35 行 目标完成情况" in content.decode()


# ---- what cannot be rolled ----


def refused(shell: Shell, *words: str) -> str:
    before = {path.name: path.read_bytes() for path in shell.folder.iterdir()}
    code, out, err = shell.run("roll", *words)
    assert (code, out) == (2, "")
    assert {path.name: path.read_bytes() for path in shell.folder.iterdir()} == before
    return err.strip()


def test_a_year_that_goes_back(shell: Shell) -> None:
    assert refused(shell, THIS, "--year", "2023") == f"{THIS} 是 2024 年的，不能往回转到 2023 年"


def test_a_year_that_is_left_out(shell: Shell) -> None:
    words = f"{THIS} 是 2024 年的，一次只能转到 2025 年：2027 年的上年数要从上一年的文件来"
    assert refused(shell, THIS, "--year", "2027") == words


def test_a_file_with_errors(shell: Shell) -> None:
    path = shell.folder / THIS
    path.write_text(path.read_text(encoding="utf-8").replace("1500.00", "一千五百多"), encoding="utf-8")
    words = f"{THIS} 还有要先改正的错误，运行 reportgen check {THIS} 看是哪些，改好了再转到下一年"
    assert refused(shell, THIS) == words


def test_a_file_in_another_encoding(shell: Shell) -> None:
    path = shell.folder / THIS
    path.write_bytes(path.read_text(encoding="utf-8").encode("gb18030"))
    words = f"{THIS} 是 GBK 编码，先运行 reportgen check --fix {THIS} 存成 UTF-8，再转到下一年"
    assert refused(shell, THIS) == words


def test_a_file_without_a_year(shell: Shell) -> None:
    shell.write("无年.yaml", "文种: 项目支出绩效自评表\n单位: 某县人民法院\n")
    assert "还有要先改正的错误" in refused(shell, "无年.yaml")


def test_a_file_in_braces(shell: Shell) -> None:
    shell.write("表.yaml", "{文种: 项目支出绩效自评表, 单位: 某县人民法院, 年度: 2024, 项目自评: 无}")
    assert refused(shell, "表.yaml") == "表.yaml 整个写在一对花括号里，转不了：请一栏写一行"


def test_the_file_itself_is_no_target(shell: Shell) -> None:
    assert refused(shell, THIS, "-o", THIS, "--force") == f"{THIS} 是要转的文件自己，请用 -o 另起一个名字"


def test_a_list_of_changes_is_a_word_file_or_a_page(shell: Shell) -> None:
    assert refused(shell, THIS, "--report", "清单.pdf") == "--report 写成 .docx、.html 结尾的文件名"


def test_figures_that_were_typed_into_the_text_are_told(shell: Shell) -> None:
    """A reference prints this year's; what was typed is last year's, wherever it stands."""
    path = shell.folder / THIS
    text = path.read_text(encoding="utf-8").replace("承担初中、高中教育教学任务", "占地35000平方米，有教学班24个")
    path.write_text(text, encoding="utf-8")
    out = shell.run("roll", THIS, "--all")[1]
    assert "手写的数 1 处：" in out
    assert "  第 25 行 单位概况.职能　35000平方米、24个" in out


def test_a_name_with_a_colon_is_kept_in_quotes(shell: Shell) -> None:
    """Beside a slip somewhere else in the file 其中：住校: would be read as 其中 and its value."""
    path = shell.folder / THIS
    group = "  其中：住校: {男生: 300人, 女生: 280人}\n预算:\n"
    path.write_text(path.read_text(encoding="utf-8").replace("预算:\n", group, 1), encoding="utf-8")
    shell.run("roll", THIS)
    assert '    "其中：住校": {男生: 300人, 女生: 280人}' in lines(shell.folder / NEXT)

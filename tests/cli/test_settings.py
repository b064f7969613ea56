"""reportgen.toml: found upward from the file, overruled by the command line, refused with its line."""

import shutil
from pathlib import Path

import pytest
from tests.support.example import PACK, changed
from tests.support.shell import Shell

from reportgen.cli.settled import limits_for
from reportgen.errors import UsageProblem
from reportgen.limits import USUAL, Limits
from reportgen.record import replace
from reportgen.settings import Settings, forget_settings, read_settings, settings_for

COMMA = ("其他问题: 无", "其他问题: 展厅,活动室正常。")
"""PUN001."""


@pytest.fixture(autouse=True)
def _anew() -> None:
    forget_settings()


def settings(shell: Shell, text: str, folder: str = ".") -> Path:
    (shell.folder / folder).mkdir(parents=True, exist_ok=True)
    return shell.write(f"{folder}/reportgen.toml", text)


def test_every_setting_is_read(tmp_path: Path) -> None:
    for name in ("模板", "字体"):
        (tmp_path / name).mkdir()
    text = """
    templates = "模板"
    output = "成品"
    fonts = "字体"
    language = "en"
    select = ["NUM", "SCO001"]
    ignore = "WRD003"
    [limits]
    seconds = 20
    bytes = 500_000_000
    [letter]
    office = "示例县财政局"
    days = 10
    """
    file = tmp_path / "reportgen.toml"
    assert read_settings(text, file) == Settings(
        file=file,
        templates=(tmp_path / "模板",),
        output=tmp_path / "成品",
        fonts=tmp_path / "字体",
        language="en",
        select=("NUM", "SCO001"),
        ignore=("WRD003",),
        seconds=20,
        bytes=500_000_000,
        office="示例县财政局",
        days=10,
    )


def test_they_are_found_upward_from_the_file_not_from_where_one_stands(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings(shell, 'ignore = ["PUN"]', "水务局")
    for folder in ("水务局/2024/自评", "法院"):
        (shell.folder / folder).mkdir(parents=True)
        shell.write(f"{folder}/报告.yaml", changed(COMMA))
    monkeypatch.chdir(shell.folder / "法院")
    _code, out, _err = shell.run("check", "报告.yaml", "../水务局/2024/自评/报告.yaml", "--output-format", "concise")
    assert [line.partition(":")[0] for line in out.splitlines()[:-1]] == ["报告.yaml"]


def test_the_nearest_settings_count_alone(tmp_path: Path) -> None:
    (tmp_path / "县" / "医院").mkdir(parents=True)
    (tmp_path / "reportgen.toml").write_text('language = "en"\noutput = "a"', encoding="utf-8")
    (tmp_path / "县" / "reportgen.toml").write_text('output = "b"', encoding="utf-8")
    found = settings_for(tmp_path / "县" / "医院" / "报告.yaml")
    assert (found.output, found.language) == (tmp_path / "县" / "b", "")


def test_where_there_are_none_everything_is_as_it_was(shell: Shell) -> None:
    assert settings_for(shell.folder / "报告.yaml") == Settings()


@pytest.mark.parametrize(
    ("words", "codes"),
    [([], []), (["--ignore", "WRD"], ["PUN001"]), (["--select", "PUN001"], ["PUN001"])],
    ids=["settings", "the line overrules ignore", "a longer word overrules a shorter"],
)
def test_the_command_line_wins(shell: Shell, words: list[str], codes: list[str]) -> None:
    settings(shell, 'ignore = ["PUN"]')
    shell.write("报告.yaml", changed(COMMA))
    _code, out, _err = shell.run("check", "报告.yaml", "--output-format", "concise", *words)
    assert [line.split()[2] for line in out.splitlines()[:-1]] == codes


def test_codes_of_the_settings_hold_for_fixes_too(shell: Shell) -> None:
    settings(shell, 'ignore = ["PUN"]')
    path = shell.write("报告.yaml", changed(COMMA))
    shell.run("check", "--fix", "报告.yaml")
    assert path.read_text(encoding="utf-8") == changed(COMMA)


def test_templates_of_the_settings_are_used_by_every_command(shell: Shell) -> None:
    pack = shell.folder / "我们的模板" / "评价"
    shutil.copytree(PACK, pack)
    text = (pack / "pack.yaml").read_text(encoding="utf-8")
    (pack / "pack.yaml").write_text(text.replace("名称: 部门整体支出绩效评价报告", "名称: 我的报告"), encoding="utf-8")
    settings(shell, 'templates = ["我们的模板"]')
    shell.write("a.yaml", changed(("文种: 部门整体支出绩效评价报告", "文种: 我的报告")))
    assert shell.run("check", "a.yaml") == (0, "没有发现问题\n", "")
    assert shell.run("build", "a.yaml", "--format", "txt")[0] == 0
    assert "我的报告" in shell.run("packs")[1]
    assert shell.run("new", "我的报告")[0] == 0
    assert '"我的报告"' in shell.run("schema", "我的报告")[1]
    assert f"设置：{shell.folder / 'reportgen.toml'}" in shell.run("doctor")[1]


def test_the_language_of_the_settings(shell: Shell) -> None:
    settings(shell, 'language = "en"', "英文")
    shell.write("英文/a.yaml", changed())
    assert shell.run("check", "英文/a.yaml")[1] == "Nothing to report\n"
    assert shell.run("--lang", "zh", "check", "英文/a.yaml")[1] == "没有发现问题\n"


@pytest.mark.parametrize(
    ("text", "line", "why"),
    [
        ('template = ["模板"]', 1, "没有这个设置「template」。是不是「templates」？"),
        ("\noutput = 3", 2, "「output」写一段文字，加半角双引号"),
        ('language = "英文"', 1, "「language」只能是 zh、en"),
        ('output = "a"\n[limits]\nsecond = 3', 3, "没有这个设置「second」。是不是「seconds」？"),
        ("[limits]\nseconds = -1", 2, "「seconds」写一个大于 0 的整数"),
        ('templates = "没有的"', 1, "没有这个文件夹："),
        ("limits = 3", 1, "「limits」写成 [limits] 一节"),
        ("output = 成品", 1, "读不懂：一行写一个「名称 = 值」，文字加半角双引号"),
        ('language = "zh"\noutput = "成品', 2, "引号或方括号只有前面一个"),
        ('ignore = ["PUN002"\nlanguage = "zh"', 1, "引号或方括号只有前面一个"),
        ('ignore = [\n  "PUN002",\n]\noutput = 成品', 4, "读不懂：一行写一个「名称 = 值」"),
        ("output = “成品”", 1, "「“」是全角的，引号、等号和逗号都用半角的"),
        ("output：成品", 1, "「：」是全角的"),
        ('output = "甲"\n\noutput = "乙"', 3, "这个设置上面写过了，只留一处"),
        ("[limits]\nseconds = 9\n[limits]", 3, "这个设置上面写过了，只留一处"),
        ('输出 = "成品"', 1, "名称有 templates、output"),
        ('output = "D:\\\\报告"\nfonts = "D:\\字体"', 2, "路径里的 \\ 请写成 /"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(tmp_path: Path, text: str, line: int, why: str) -> None:
    file = tmp_path / "reportgen.toml"
    with pytest.raises(UsageProblem) as told:
        read_settings(text, file)
    assert str(told.value).startswith(f"{file} 第 {line} 行")
    assert why in str(told.value)


@pytest.mark.parametrize("said", ['ignore = "NUM9"', 'select = "甲"'])
def test_a_code_that_is_none_is_told_with_the_settings(shell: Shell, said: str) -> None:
    file = settings(shell, said)
    shell.write("a.yaml", changed())
    code, _out, err = shell.run("check", "a.yaml")
    assert (code, err.startswith(f"{file}：没有代码")) == (2, True)


def test_wrong_settings_stop_no_help_page_and_no_other_folder(shell: Shell) -> None:
    settings(shell, "outputs = 1", "坏")
    shell.write("坏/a.yaml", changed())
    shell.write("a.yaml", changed())
    assert shell.run("check", "坏/a.yaml", "--help")[0] == 0
    code, out, err = shell.run("check", "坏/a.yaml", "a.yaml")
    assert (code, "没有这个设置「outputs」" in err, "a.yaml：没有发现问题" in out) == (2, True, True)


def test_the_limits_of_the_settings_hold_and_the_command_line_wins(shell: Shell) -> None:
    settings(shell, "[limits]\nseconds = 7\nbytes = 900_000_000")
    path = shell.write("a.yaml", changed())
    assert limits_for(path, None) == Limits(7, 900_000_000)
    assert limits_for(path, Limits(3, 0)) == Limits(3, 0)
    settings(shell, "[limits]\nseconds = 7")
    forget_settings()
    assert limits_for(path, None) == replace(USUAL, seconds=7)


def test_the_fonts_of_the_settings_are_those_of_the_pdf(shell: Shell) -> None:
    (shell.folder / "字体").mkdir()
    settings(shell, 'fonts = "字体"')
    shell.write("a.yaml", changed())
    assert f"本单位的字体文件夹：{shell.folder / '字体'}" in shell.run("doctor")[1]
    assert "PDF 的字体：" in shell.run("build", "a.yaml", "--format", "pdf")[1]

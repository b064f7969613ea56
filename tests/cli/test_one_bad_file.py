"""One bad file never takes the rest with it: whatever it is, it is told of in a line, and the others are done."""

import errno
import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.support.example import changed
from tests.support.prose import PROSE
from tests.support.shell import Shell

from reportgen.errors import OutOfTime
from reportgen.pipeline.check import check_file
from reportgen.pipeline.checked import Checked
from reportgen.rules import all_rules
from reportgen.rules.registry import Finding, Rule
from reportgen.rules.scene import Scene
from reportgen.statements.passages import Passage

CHECK = "reportgen.cli.examining.check_file"


@pytest.fixture
def good(shell: Shell) -> Shell:
    """好.yaml has nothing to report."""
    shell.write("好.yaml", changed())
    return shell


def refused(shell: Shell, name: str) -> str:
    """What is said of a file beside which 好.yaml is checked."""
    code, out, err = shell.run("check", name, "好.yaml")
    assert code == 2
    assert out.startswith("好.yaml：没有发现问题\n")
    assert out.splitlines()[-1].endswith("  没有查 1，查过 1")
    return err


def test_a_pipe_and_a_link_to_a_device_are_not_read(good: Shell) -> None:
    """Both would be waited for for ever."""
    os.mkfifo(good.folder / "管道.yaml")
    (good.folder / "设备.docx").symlink_to("/dev/zero")
    assert refused(good, "管道.yaml") == "管道.yaml 是管道或设备，不是文件，没有读\n"
    assert refused(good, "设备.docx") == "设备.docx 是管道或设备，不是文件，没有读\n"


def test_links_in_a_ring_and_to_nothing_are_told_of_and_their_neighbours_are_checked(good: Shell) -> None:
    for name, target in (
        ("圈.yaml", "圈.yaml"),
        ("甲.docx", "乙.docx"),
        ("乙.docx", "甲.docx"),
        ("空.pdf", "没有.pdf"),
    ):
        (good.folder / name).symlink_to(target)
    code, out, err = good.run("check", ".")
    assert code == 2
    assert out.startswith("好.yaml：没有发现问题\n")
    assert sorted(err.splitlines()) == [
        f"{name} 是一个链接，连到的文件没有了，或者链接绕成了圈" for name in BROKEN_LINKS
    ]
    assert good.run("build", "圈.yaml", "好.yaml", "--format", "txt")[0] == 2
    assert good.built() == ["好.txt"]


BROKEN_LINKS = ["乙.docx", "圈.yaml", "甲.docx", "空.pdf"]


@pytest.mark.parametrize("name", ["圈.png", "口令.png", "设备.png", "管道.png"])
def test_a_picture_that_is_a_link_elsewhere_is_told_where_it_is_asked_for(good: Shell, name: str) -> None:
    (good.folder / "圈.png").symlink_to("圈.png")
    (good.folder / "口令.png").symlink_to("/etc/passwd")
    (good.folder / "设备.png").symlink_to("/dev/zero")
    os.mkfifo(good.folder / "管道.png")
    good.write("图.yaml", changed((PROSE, f"{PROSE}    图 现场：{name}\n")))
    code, out, _err = good.run("check", "图.yaml")
    assert (code, "致命 CON014 插图用不了" in out) == (2, True)


def test_a_file_that_the_system_makes_up_is_not_waited_for(good: Shell) -> None:
    """/proc/kmsg has no end; it says that it is empty, and that is believed."""
    (good.folder / "日志.txt").symlink_to("/proc/self/mountinfo")
    assert refused(good, "日志.txt").startswith("日志.txt 是空文件")


def test_a_name_of_300_bytes(good: Shell) -> None:
    name = "名" * 100 + ".yaml"
    assert refused(good, name) == f"读不了 {name}：文件名太长\n"


def test_a_folder_without_permission(good: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests may run as root, to whom every folder is open."""
    (good.folder / "锁着").mkdir()

    def locked(_folder: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", locked)
    assert refused(good, "锁着") == "读不了 锁着：没有权限\n"


def test_a_name_that_is_not_utf8_can_be_reported_in_every_format(good: Shell) -> None:
    name = os.fsdecode(b"\xff.yaml")
    (good.folder / name).write_text(changed(), encoding="utf-8")
    code, out, _err = good.run("check", name, "--output-format", "json")
    assert (code, json.loads(out)["files"][0]["file"]) == (0, "\ufffd.yaml")
    for kind in ("sarif", "junit", "html", "github", "concise", "text"):
        assert good.run("check", name, "--output-format", kind)[0] == 0


@pytest.mark.parametrize("name", ["\x1b]0;标题\x07.yaml", "\x1b[31m红.yaml", "报告\u202elmay.yaml", "两\n行.yaml"])
def test_a_name_that_would_command_a_terminal_is_shown_and_does_not(good: Shell, name: str) -> None:
    good.write(name, "一句话\n")
    code, out, err = good.run("check", name, "没有\x1b[2J.yaml")
    assert code == 2
    assert "\ufffd" in out
    assert not {"\x1b", "\x07", "\u202e"}.intersection(out + err)


def test_a_wrong_source_date_epoch_is_told(good: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "abc")
    code, _out, err = good.run("build", "好.yaml", "--format", "docx")
    assert code == 3
    assert err == "环境变量 SOURCE_DATE_EPOCH 要写成秒数，如 1735689600，现在是「abc」\n"


# ---- the program's own faults ----


@pytest.fixture
def faulty(good: Shell, monkeypatch: pytest.MonkeyPatch) -> Shell:
    """A program that trips over every file whose name begins with 绊."""

    def tripping(path: Path, roots: tuple[Path, ...]) -> Checked:
        if path.name.startswith("绊"):
            raise IndexError(path.name)
        return check_file(path, roots)

    monkeypatch.setattr(CHECK, tripping)
    for name in ("绊1.yaml", "绊2.yaml"):
        good.write(name, changed())
    return good


def test_a_fault_of_the_program_is_one_line_and_a_file_to_send(faulty: Shell) -> None:
    code, out, err = faulty.run("check", "绊1.yaml", "好.yaml", "绊2.yaml")
    assert code == 4
    assert out.startswith("好.yaml：没有发现问题\n")
    report = next(faulty.folder.glob("reportgen-出错报告-*.txt"))
    words = f"没有处理：程序内部错误（IndexError）。请把 {report.name} 发给维护者（里面是出错的位置，没有文件全文）"
    assert err == f"绊1.yaml {words}\n绊2.yaml {words}\n"
    told = report.read_text(encoding="utf-8")
    assert told.count("Traceback") == 2
    assert "某市科技馆" not in told


def test_a_fault_is_told_to_programs_too(faulty: Shell) -> None:
    code, out, _err = faulty.run("check", "绊1.yaml", "好.yaml", "--output-format", "json")
    files = json.loads(out)["files"]
    assert (code, [each["problem"] for each in files]) == (4, ["绊1.yaml 没有处理：程序内部错误（IndexError）", None])


def test_a_fault_between_files_does_not_cost_their_own_findings(good: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    good.write("错.yaml", changed(("支出: 114.60}", "支出: 115.60}")))
    monkeypatch.setattr("reportgen.cli.between.compared", lambda files: files[7])
    code, out, err = good.run("check", "好.yaml", "错.yaml")
    assert code == 4
    assert "错误 NUM003" in out
    assert err.startswith("各文件之间的比对 没有处理：程序内部错误（IndexError）。")


def test_a_fault_of_a_command_without_files_is_told_alike(good: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportgen.cli.doctor.examine", lambda *asked: asked[7])
    code, _out, err = good.run("doctor")
    assert code == 4
    assert err.startswith("程序内部错误（IndexError）。请把 reportgen-出错报告-")


def stopped_at(name: str, by: BaseException) -> Callable[..., Checked]:
    """A check in whose middle somebody ends the program when it has come to a file of that name."""

    def check(path: Path, *more: Any) -> Checked:
        if path.name == name:
            raise by
        return check_file(path, *more)

    return check


STOPS = [(KeyboardInterrupt(), 130), (SystemExit(143), 143)]
"""Ctrl-C, and SIGTERM as `reportgen.start` takes it."""


@pytest.mark.parametrize(("by", "ended"), STOPS, ids=["Ctrl-C", "SIGTERM"])
def test_what_was_checked_before_a_stop_is_told(
    by: BaseException, ended: int, good: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    good.write("坏.yaml", changed(("支出: 312.40", "支出: 412.40")))
    good.write("后.yaml", changed())
    monkeypatch.setattr(CHECK, stopped_at("后.yaml", by))
    code, out, err = good.run("check", "坏.yaml", "好.yaml", "后.yaml")
    assert (code, err.strip()) == (ended, "已中止：共 3 个文件，查完 2 个，其余的没有查完。")
    assert "NUM002 支出超过预算" in out


@pytest.mark.parametrize(("by", "ended"), STOPS, ids=["Ctrl-C", "SIGTERM"])
def test_what_was_built_before_a_stop_stays_and_is_told(
    by: BaseException, ended: int, good: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    good.write("后.yaml", changed())
    monkeypatch.setattr("reportgen.pipeline.build.check_file", stopped_at("后.yaml", by))
    code, out, err = good.run("build", "好.yaml", "后.yaml", "-o", "成品", "--format", "docx")
    assert (code, err.strip()) == (ended, "已中止：共 2 个文件，做完 1 个，其余的没有做完，请再生成一次。")
    assert out.splitlines()[-1] == "已生成：成品/好.docx"
    assert good.built("成品") == ["好.docx"]
    code, _out, err = good.run("build", "后.yaml", "-o", "成品")
    assert (code, err.strip()) == (ended, "已中止，没有做完，请再生成一次。")


# ---- what the world does ----

IO = "读写出了错，可能是磁盘坏了，或者网络断了"
NO_ROOM = ImportError("libpdfium.so: failed to map segment from shared object")
WORLD = [
    (OSError(errno.EIO, os.strerror(errno.EIO), "/盘/a"), 3, f"后.yaml 没有处理：读写 /盘/a 时出错：{IO}"),
    (
        OSError(errno.ENOTCONN, os.strerror(errno.ENOTCONN)),
        3,
        "后.yaml 没有处理：读写 某个文件 时出错：网络文件夹连不上了",
    ),
    (OSError(errno.ESTALE, os.strerror(errno.ESTALE)), 3, "后.yaml 没有处理：读写 某个文件 时出错：网络文件夹连不上了"),
    (NO_ROOM, 2, "后.yaml 没有处理完：用的内存超过 1.5 GB。可用 --limits 放宽，或把文件拆小"),
]


@pytest.mark.parametrize(("by", "ended", "told"), WORLD, ids=["disk", "mount", "network", "memory"])
def test_what_fails_outside_is_no_fault_of_the_program(
    by: Exception, ended: int, told: str, good: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where nobody foresaw it, too; it is told of its file, and the others are made."""
    good.write("后.yaml", changed())
    monkeypatch.setattr("reportgen.pipeline.build.check_file", stopped_at("后.yaml", by))
    code, _out, err = good.run("build", "好.yaml", "后.yaml", "--format", "txt")
    assert (code, err.strip()) == (ended, told)
    assert good.built() == ["好.txt"]


# ---- time and memory ----


def test_a_file_that_takes_too_long_is_told_of(good: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    """Never in silence: what was not checked in full is no checked file."""

    def endless(_path: Path, _roots: tuple[Path, ...]) -> Checked:
        while True:
            pass

    monkeypatch.setattr(CHECK, endless)
    code, _out, err = good.run("check", "好.yaml", "--limits", "0.2s")
    assert code == 2
    assert err == "好.yaml 没有处理完：用了 0.2 秒还没有结束。可用 --limits 放宽，或把文件拆小\n"


STRANGERS = [
    ("adopted", "adopt 来.docx"),
    ("since", "check 好.yaml --since 来.docx"),
    ("since", "letter 好.yaml --since 来.docx --office 示例县财政局"),
    ("summaries", "summary 好.yaml --given-out 来.docx"),
]


@pytest.mark.parametrize(("module", "words"), STRANGERS)
def test_whoever_reads_what_a_stranger_sent_has_limits(
    good: Shell, monkeypatch: pytest.MonkeyPatch, module: str, words: str
) -> None:
    def endless(_path: Path, **_asked: bool) -> object:
        while True:
            pass

    good.write("来.docx", "")
    monkeypatch.setattr(f"reportgen.pipeline.{module}.read_finished", endless)
    code, _out, err = good.run(*words.split(), "--limits", "0.2s")
    assert code == 2
    assert err.endswith("来.docx 没有处理完：用了 0.2 秒还没有结束。可用 --limits 放宽，或把文件拆小\n")


@pytest.mark.parametrize(
    ("by", "why"), [(OutOfTime(), "用了 60 秒还没有结束"), (MemoryError(), "用的内存超过 1.5 GB")], ids=["时间", "内存"]
)
def test_what_was_found_before_a_limit_is_shown(
    by: BaseException, why: str, good: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The last rule that is asked about all of the text does not come to its end."""
    asked = [code for code, rule in all_rules().items() if rule.subject is Passage and not rule.needs]
    last, plain = asked[-1], Rule.findings

    def findings(rule: Rule, subject: object, scene: Scene) -> Iterator[Finding]:
        if rule.code == last:
            raise by
        return plain(rule, subject, scene)

    monkeypatch.setattr(Rule, "findings", findings)
    good.write("大.yaml", changed(("支出: 312.40", "支出: 412.40")))
    code, out, err = good.run("check", "大.yaml")
    assert (code, "NUM002 支出超过预算" in out) == (2, True)
    assert err == f"大.yaml 没有查完：{why}，上面只是查到的一部分。可用 --limits 放宽，或把文件拆小\n"
    code, out, err = good.run("build", "大.yaml", "-o", "成品")
    assert (code, "NUM002" in out, "没有查完" in err) == (2, True, True)
    assert not (good.folder / "成品").exists()
    told = json.loads(good.run("check", "大.yaml", "--output-format", "json")[1])
    assert "没有查完" in json.dumps(told, ensure_ascii=False)


def test_a_file_that_takes_too_much_memory_is_told_of(good: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    def greedy(_path: Path, _roots: tuple[Path, ...]) -> Checked:
        raise AssertionError(len(bytearray(10**9)))

    monkeypatch.setattr(CHECK, greedy)
    code, _out, err = good.run("check", "好.yaml", "--limits", "60s,200M")
    assert code == 2
    assert err == "好.yaml 没有处理完：用的内存超过 0.2 GB。可用 --limits 放宽，或把文件拆小\n"


def test_pages_that_would_take_more_memory_than_there_is_are_not_begun(
    good: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Typst would end the whole program, and the files behind it with it."""
    monkeypatch.setattr("reportgen.render.typst.compiler.room", lambda: 200_000_000)
    code, out, err = good.run("build", "好.yaml", "-o", "成品", "--format", "pdf")
    assert (code, out) == (2, "")
    assert err == "好.yaml 没有处理完：用的内存超过 1.5 GB。可用 --limits 放宽，或把文件拆小\n"


@pytest.mark.parametrize("words", ["60s,1.5G", "90", "2g", "120秒，4GB", "0"])
def test_limits_can_be_written_in_several_ways(good: Shell, words: str) -> None:
    assert good.run("check", "好.yaml", "--limits", words)[0] == 0


def test_other_limits_are_refused(good: Shell) -> None:
    code, _out, err = good.run("check", "好.yaml", "--limits", "快点")
    assert code == 2
    assert err == "--limits 写成 60s,1.5G 的样子（时间，内存；0 表示不限），现在是「快点」\n"


def test_a_name_that_got_into_the_wrong_field_does_not_stop_a_build(good: Shell) -> None:
    """Word takes 255 characters of a title as its property; the document has all."""
    good.write("长.yaml", changed(("单位: 某市科技馆", f"单位: {'某市科技馆' * 80}")))
    code, _out, err = good.run("build", "长.yaml", "--format", "docx")
    assert (code < 2, err) == (True, "")

"""What a stranger's file does to a library: the process that reads it may end, the program tells of it and goes on."""

import os
import signal
import subprocess
import sys
import time
from functools import partial
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf
from tests.support.example import changed
from tests.support.shell import Shell

from reportgen.cli import apart, batch
from reportgen.cli.apart import Died, answered, is_read_apart
from reportgen.cli.guard import guarded
from reportgen.errors import EnvironmentProblem, OutOfTime, UsageProblem
from reportgen.limits import USUAL, Limits
from reportgen.pipeline.check import Composed, check_file
from reportgen.pipeline.checked import Checked

PROGRAM = [sys.executable, "-c", "from reportgen.cli import main; main()"]


@pytest.fixture(autouse=True)
def without_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a shell: no other thread runs, and Typst has not been loaded."""
    monkeypatch.setattr("reportgen.cli.apart.threading.active_count", lambda: 1)
    monkeypatch.setattr(apart, "_is_worker", lambda: False)
    monkeypatch.setattr(apart, "_WITH_THREADS", "none of them")
    monkeypatch.setattr(apart, "_PATIENCE", 0.1)


def process_that_reads() -> int:
    return os.getpid()


def end_at_once() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def refuse() -> None:
    raise UsageProblem("读不了 报告.pdf")


def fill_the_memory() -> int:
    return len(bytearray(10**9))


def test_it_answers_from_a_process_of_its_own() -> None:
    assert answered(process_that_reads, 0) != os.getpid()
    with pytest.raises(UsageProblem, match="报告"):
        answered(refuse, 0)


def test_a_library_that_ends_its_process_is_told_of() -> None:
    """pdfium and calamine call abort() where memory runs out."""
    with pytest.raises(Died):
        answered(end_at_once, 0)
    with pytest.raises(UsageProblem) as told:
        guarded(Path("决算.xlsx"), USUAL, end_at_once)
    assert str(told.value).startswith("决算.xlsx 没有处理完：读它的进程中途退出，多半是它要用的内存太多。")


def test_a_library_that_hears_of_no_time_is_ended() -> None:
    """Compiled code is left by no signal of Python's; here the process sleeps through it."""
    with pytest.raises(OutOfTime):
        answered(partial(time.sleep, 600), 0.1)


def test_its_memory_is_its_own() -> None:
    with pytest.raises(UsageProblem, match=r"用的内存超过 0\.2 GB"):
        guarded(Path("报告.pdf"), Limits(60, 200_000_000), fill_the_memory)


def test_what_cannot_be_sent_back_is_the_fault_of_the_program() -> None:
    with pytest.raises(RuntimeError):
        answered(lambda: lambda: 1, 0)


@pytest.mark.parametrize(
    ("name", "wanted"), [("a.pdf", True), ("a.XLSX", True), ("a.xls", True), ("a.yaml", False), ("a.docx", False)]
)
def test_only_what_compiled_readers_read_is_read_apart(name: str, wanted: bool) -> None:
    assert is_read_apart(Path(name)) is (wanted and sys.platform == "linux")


def test_several_go_to_one_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    """On one core too; packs and libraries are then loaded once."""
    monkeypatch.setattr(batch, "_cores", lambda: 1)
    made = list(batch.in_order(reader_of, [Path("a.pdf"), Path("b.yaml"), Path("c.pdf")], lost))
    assert len(set(made)) == 1
    assert os.getpid() not in made


def reader_of(_path: Path) -> int:
    return os.getpid()


def lost(path: Path, problem: EnvironmentProblem) -> int:
    raise AssertionError(path) from problem


# ---- the whole program ----


def drawn_a_million_times() -> bytes:
    """A page whose form draws another ten times, and so on, seven deep: a million lines of text in 3 kB."""
    with Pdf.new() as pdf:
        font = pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
        inner = pdf.make_stream(b"BT /F 12 Tf 72 700 Td (2024 report) Tj ET")
        inner.Resources = Dictionary(Font=Dictionary(F=font))
        for _depth in range(7):
            inner.Type, inner.Subtype, inner.BBox = Name.XObject, Name.Form, Array([0, 0, 595, 842])
            outer = pdf.make_stream(b"/X Do " * 10)
            outer.Resources = Dictionary(XObject=Dictionary(X=inner))
            inner = outer
        page = Dictionary(Type=Name.Page, MediaBox=Array([0, 0, 595, 842]), Contents=inner, Resources=inner.Resources)
        pdf.pages.append(pikepdf.Page(page))
        stream = BytesIO()
        pdf.save(stream)
    return stream.getvalue()


def test_a_page_that_draws_itself_a_million_times_is_told_of(tmp_path: Path) -> None:
    """Without a process of its own the program would end with 「Aborted」 and no word about the file."""
    (tmp_path / "报告.pdf").write_bytes(drawn_a_million_times())
    words = [
        sys.executable,
        "-c",
        "from reportgen.cli import main; main()",
        "check",
        "报告.pdf",
        "--limits",
        "40s,0.3G",
    ]
    environment = {**os.environ, "PYTHONPATH": ":".join(sys.path)}
    run = subprocess.run(words, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr.startswith("报告.pdf 没有处理完：")


# ---- a worker that meets its limit ----


def greedy_for_the_large(path: Path, roots: tuple[Path, ...] = (), composed: Composed | None = None) -> Checked:
    if path.name.startswith("大"):
        fill_the_memory()
    return check_file(path, roots, composed)


def test_a_worker_without_memory_is_told_of_and_the_next_call_finishes(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A hospital, a school and a court beside one that is too large; nothing is made twice."""
    monkeypatch.setattr(batch, "_cores", lambda: 2)
    names = ["医院.yaml", "大.yaml", "学校.yaml", "法院.yaml"]
    for name, unit in zip(names, ("示例县人民医院", "某市水务局", "某市第二中学", "示例县人民法院"), strict=True):
        shell.write(name, changed(("单位: 某市科技馆", f"单位: {unit}")))
    build = ("build", *names, "--format", "txt", "--limits", "60s,300M")
    with monkeypatch.context() as patch:
        patch.setattr("reportgen.pipeline.build.check_file", greedy_for_the_large)
        code, _out, err = shell.run(*build)
    assert code == 2
    assert err == "大.yaml 没有处理完：用的内存超过 0.3 GB。可用 --limits 放宽，或把文件拆小\n"
    assert shell.built() == ["医院.txt", "学校.txt", "法院.txt"]
    code, out, err = shell.run(*build)
    assert (code, err) == (0, "")
    assert [line for line in out.splitlines() if line.startswith("已生成：")] == ["已生成：output/大.txt"]
    assert shell.built() == ["医院.txt", "大.txt", "学校.txt", "法院.txt"]


# ---- every command that reads a stranger's PDF ----

COMMANDS = """
import sys
from reportgen.cli import apart, main

answered, forked = apart.answered, []
def counted(*given):
    forked.append(given)
    return answered(*given)

import reportgen.cli.guard
reportgen.cli.guard.answered = counted
for words in ("check --numbers 报告.pdf", "diff 报告.pdf 别的.pdf --format text", "review 报告.pdf"):
    before = len(forked)
    try:
        main(words.split())
    except SystemExit as ended:
        print(words.split()[0], ended.code, len(forked) > before, file=sys.stderr)
"""


def test_what_is_found_comes_back_whole(tmp_path: Path) -> None:
    """Whatever a command makes of a file goes through a pipe; what cannot would be a fault of the program (4)."""
    (tmp_path / "报告.yaml").write_text(changed(("支出: 312.40", "支出: 412.40")), encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": ":".join(sys.path)}
    build = [*PROGRAM, "build", "报告.yaml", "-o", ".", "--format", "pdf"]
    assert subprocess.run(build, cwd=tmp_path, env=environment, capture_output=True, check=False).returncode == 1
    (tmp_path / "别的.pdf").write_bytes((tmp_path / "报告.pdf").read_bytes())
    words = [sys.executable, "-c", COMMANDS]
    run = subprocess.run(words, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert run.stderr.splitlines() == ["check 0 True", "diff 0 True", "review 0 True"]

"""检查安装: what an owner of a PC runs once and sends back, since the program was never run where it was built.

Nothing leaves the PC by itself. One zip on the desktop holds 结果.txt and the documents that were made on the way; the
name of the user is taken out of the text. Nothing of the program is imported: it must be able to say that it is broken.
"""

import ctypes
import locale
import os
import platform
import re
import subprocess
import sys
import tempfile
import time
import traceback
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile

HERE = Path(__file__).absolute().parent
EXAMPLE = HERE / "site-packages" / "reportgen" / "content" / "example-year-2024.yaml"
RESULT = "reportgen-检查结果.zip"
_PATIENCE = 300
"""Seconds."""
_SLOWLY = ("--limits", "280s")
"""A PC that looks through every new file may take longer over one than the program usually allows."""


class Said(NamedTuple):
    """What a run of the program said."""

    code: int
    text: str
    seconds: float


def run(folder: Path, *words: str, utf8: bool = True, **variables: str) -> Said:
    """Run the program as its .cmd does; without `utf8` it writes what an old console would be given."""
    began = time.monotonic()
    command = [sys.executable, *(["-X", "utf8"] if utf8 else []), str(HERE / "launch.py"), *words]
    with tempfile.TemporaryFile() as said:  # not a pipe, which ends only when all that the program started have ended
        done = subprocess.run(
            command,
            cwd=folder,
            env=os.environ | variables,
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
            timeout=_PATIENCE,
            check=False,
        )
        said.seek(0)
        content = said.read()
    encoding = "utf-8" if utf8 else variables["PYTHONIOENCODING"].partition(":")[0]
    return Said(done.returncode, content.decode(encoding, "replace"), time.monotonic() - began)


class Failed(Exception):
    """A step that did not end as it should."""


def expect(said: Said, *words: str, code: int | None = 0) -> str:
    """What was said, when it ended with this code and holds the words. Raises Failed."""
    if code is not None and said.code != code:
        raise Failed(f"退出码 {said.code}，应是 {code}\n{said.text}")
    if missing := [word for word in words if word not in said.text]:
        raise Failed(f"没有说「{'」「'.join(missing)}」\n{said.text}")
    if "Traceback" in said.text:
        raise Failed(said.text)
    return f"{said.seconds:.1f} 秒\n{said.text}"


def system(_folder: Path) -> str:
    """The PC, as far as it matters."""
    kernel = ctypes.windll.kernel32  # type: ignore[attr-defined, unused-ignore]  # Windows only
    return "\n".join(
        (
            f"{platform.platform()}  {platform.machine()}  {os.cpu_count()} 核",
            f"Python {sys.version}",
            f"代码页：系统 {kernel.GetACP()}，窗口 {kernel.GetConsoleOutputCP()}；语言 {locale.getlocale()}",
            f"安装在 {HERE.parent}（{len(str(HERE.parent))} 个字）",
            f"临时文件夹 {tempfile.gettempdir()}",
        )
    )


def doctor(folder: Path) -> str:
    """Versions, fonts and templates, as the program sees them."""
    return expect(run(folder, "--version")) + expect(run(folder, "doctor"))


def build(folder: Path) -> str:
    """All documents of a year: docx, PDF, xlsx."""
    told = expect(run(folder, "build", "例 一年的材料〔2024〕.yaml", *_SLOWLY), "已生成")
    made = sorted(path.name for path in (folder / "output").iterdir())
    if not {".docx", ".pdf"} <= {Path(name).suffix for name in made}:
        raise Failed(f"没有生成 docx 和 PDF：{made}")
    return told + "\n" + "\n".join(made)


def check_made(folder: Path) -> str:
    """What was made is read back, in one call, by several processes where there are cores."""
    made = [str(path) for path in sorted((folder / "output").iterdir()) if path.suffix in (".docx", ".pdf")]
    return expect(run(folder, "check", *made, *_SLOWLY), code=None)


def locked(folder: Path) -> str:
    """A document that is open in Word or WPS stays, the new one is written beside."""
    target = next(path for path in sorted((folder / "output").iterdir()) if path.suffix == ".docx")
    former = target.read_bytes()
    source = folder / "例 一年的材料〔2024〕.yaml"
    source.write_text(source.read_text(encoding="utf-8") + "\n# 又改了一次\n", encoding="utf-8")
    with _open_elsewhere(target):
        told = expect(run(folder, "build", source.name, *_SLOWLY), "-新")
    if target.read_bytes() != former:
        raise Failed("打开着的文件被改了")
    return told


@contextmanager
def _open_elsewhere(path: Path) -> Iterator[None]:
    """As Word does: nobody else may write the file or take its name."""
    kernel = ctypes.WinDLL("kernel32", use_last_error=True)  # type: ignore[attr-defined, unused-ignore]  # Windows only
    kernel.CreateFileW.restype = ctypes.c_void_p
    handle = kernel.CreateFileW(
        str(path), 0x80000000, 1, None, 3, 0, None
    )  # GENERIC_READ, FILE_SHARE_READ, OPEN_EXISTING
    if handle in (None, ctypes.c_void_p(-1).value):
        raise Failed("打不开文件，试不了")
    try:
        yield
    finally:
        kernel.CloseHandle(ctypes.c_void_p(handle))


def device(folder: Path) -> str:
    """A name that Windows keeps for itself is refused, and nothing is written."""
    return expect(run(folder, "build", "短.yaml", "--output", "aux", *_SLOWLY), "在 Windows 里是设备的名称", code=3)


def long_path(folder: Path) -> str:
    """What Word and WPS could not open is not written."""
    return expect(
        run(folder, "build", "短.yaml", "--output", "长" * 120 + "\\" + "路" * 120, *_SLOWLY),
        "Windows 最多 259 个",
        code=3,
    )


def notepad(folder: Path) -> str:
    """A file as Notepad saves it: GBK or UTF-8 with a mark, lines that end in CR LF."""
    text = (folder / "短.yaml").read_text(encoding="utf-8").replace("\n", "\r\n")
    (folder / "记事本.yaml").write_bytes(b"\xef\xbb\xbf" + text.encode())
    (folder / "ANSI.yaml").write_bytes(text.encode("gbk"))
    return expect(run(folder, "check", "记事本.yaml", "ANSI.yaml", *_SLOWLY), code=None)


def old_console(folder: Path) -> str:
    """A character that GBK has not is written as ?, and nothing stops."""
    (folder / "生僻字.txt").write_text(_RARE, encoding="utf-8")
    said = run(folder, "check", "生僻字.txt", *_SLOWLY, utf8=False, PYTHONIOENCODING="gbk:strict")
    return expect(said, "NUM011", "用于?", code=1)


def drop(folder: Path) -> str:
    """A file dropped on an icon, with & in its name, which cmd takes for the end of a command."""
    name = folder.parent / "甲&乙.yaml"
    name.write_bytes((folder / "短.yaml").read_bytes())
    script = HERE.parent / "检查.cmd"
    call = f'cmd.exe /c ""{script}" {name}"'.replace('"', "?")
    said = run(folder, REPORTGEN_CALL=call, REPORTGEN_SCRIPT=str(script), REPORTGEN_COMMAND="check")
    return expect(said, "没有发现问题", "按回车键关闭")


def screen(folder: Path) -> str:
    """The page that is filled in comes up on this PC, and nobody without its address sees it."""
    command = [sys.executable, "-X", "utf8", str(HERE / "launch.py"), "open", "--no-browser", str(folder)]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as process:
        try:
            said = [_line(process) for _number in range(2)]
            address = said[-1].strip()
            if not address.startswith("http://127.0.0.1:"):
                raise Failed("".join(said))
            opener = urllib.request.build_opener(urllib.request.ProxyHandler({}), urllib.request.HTTPCookieProcessor())
            with opener.open(address, timeout=_PATIENCE) as answer:
                page = answer.read().decode()
            if "例 一年的材料〔2024〕.yaml" not in page:
                raise Failed(page)
            try:
                urllib.request.urlopen(address, timeout=_PATIENCE)
            except urllib.error.HTTPError as refused:
                return f"打开了，第二次用同一个地址：{refused.code}"
            raise Failed("同一个地址用了两次")
        finally:
            process.kill()


def _line(process: "subprocess.Popen[bytes]") -> str:
    assert process.stdout is not None
    return process.stdout.readline().decode("utf-8", "replace")


def english(folder: Path) -> str:
    """The catalogue of translations is read."""
    return expect(run(folder, "--lang", "en", "rule", "NUM003"), "NUM003")


def engines(folder: Path) -> str:
    """Every engine that the program has makes the same short document."""
    told = [
        expect(run(folder, "build", "短.yaml", "--engine", name, "--output", f"output-{name}", *_SLOWLY), "已生成")
        for name in ("weasyprint", "typst")
    ]
    return "\n".join(told)


_RARE = """\
示例县𠮷镇人民政府2024年度部门决算说明
一、支出情况
教育支出年初预算100.00万元，支出决算98.00万元，完成预算的95.00%，用于𠮷、➍。
"""

STEPS: dict[str, Callable[[Path], str]] = {
    "电脑": system,
    "各引擎、字体、模板": doctor,
    "生成一年的材料": build,
    "检查生成的文件": check_made,
    "旧文件还开着时再生成": locked,
    "Windows 不许用的名字": device,
    "太长的文件夹": long_path,
    "记事本存的文件（UTF-8、ANSI）": notepad,
    "GBK 窗口里的生僻字": old_console,
    "拖放名字里有 & 的文件": drop,
    "在网页上打开": screen,
    "英文提示": english,
    "各排版引擎": engines,
}


def main() -> int:
    """Run all steps, one after the other whatever happens, and pack what came of it. 1: a step failed."""
    lines, failures = [f"reportgen 安装检查 {time.strftime('%Y-%m-%d %H:%M')}"], 0
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name) / "绩效 试验"
        folder.mkdir()
        _prepare(folder)
        for number, (title, step) in enumerate(STEPS.items(), 1):
            print(f"{number}/{len(STEPS)} {title} … ", end="", flush=True)
            verdict, told = _tried(step, folder)
            failures += verdict != "通过"
            print(verdict, flush=True)
            lines.append(f"\n==== {number}. {title}：{verdict} ====\n{told.rstrip()}")
        lines.append(f"\n一共 {len(STEPS)} 步，没通过 {failures} 步")
        target = _pack(folder, _without_user("\n".join(lines)))
    print(f"\n{lines[-1].strip()}。结果在 {target}，请把这个文件发给做安装包的人。")
    return 1 if failures else 0


def _prepare(folder: Path) -> None:
    (folder / "例 一年的材料〔2024〕.yaml").write_bytes(EXAMPLE.read_bytes())
    template = HERE / "site-packages" / "reportgen" / "templates" / "project-self-evaluation" / "example.yaml"
    (folder / "短.yaml").write_bytes(template.read_bytes())


def _tried(step: Callable[[Path], str], folder: Path) -> tuple[str, str]:
    try:
        return "通过", step(folder)
    except Failed as failure:
        return "没通过", str(failure)
    except Exception:  # noqa: BLE001 - whatever it was, the other steps are tried and the owner sends it back
        return "没通过", traceback.format_exc()


def _without_user(text: str) -> str:
    rest = text.replace(str(Path.home()), "%USERPROFILE%")
    return re.sub(rf"(?<=[\\/]){re.escape(Path.home().name)}(?=[\\/])", "%USERNAME%", rest)


def _pack(folder: Path, text: str) -> Path:
    places = [Path.home() / "Desktop", Path.home() / "桌面", Path.home()]
    target = next(place for place in places if place.is_dir()) / RESULT
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        archive.writestr("结果.txt", "\ufeff" + text.replace("\n", "\r\n"))
        for path in sorted(folder.rglob("*")):
            if path.is_file() and path.suffix in (".docx", ".pdf", ".xlsx"):
                archive.write(path, path.relative_to(folder).as_posix())
    return target


if __name__ == "__main__":
    sys.exit(main())

"""Which wheels Windows needs: what the locks name, and what a lock made on Linux forgets."""

from pathlib import Path
from zipfile import ZipFile

import pytest
from windows.__main__ import LOCKS
from windows.refusal import Refusal
from windows.wheels import Wheel, needed, pinned, read_wheel


def made(folder: Path, name: str, *asked: str, tag: str = "py3-none-any") -> Wheel:
    path = folder / f"{name}-1.0-{tag}.whl"
    lines = [f"Name: {name}", "Version: 1.0", *(f"Requires-Dist: {each}" for each in asked)]
    with ZipFile(path, "w") as archive:
        archive.writestr(f"{name}-1.0.dist-info/METADATA", "\n".join(lines) + "\n\n")
    return read_wheel(path)


def by_name(*wheels: Wheel) -> dict[str, Wheel]:
    return {each.name: each for each in wheels}


def test_what_only_windows_asks_for_is_asked_for(tmp_path: Path) -> None:
    click = made(tmp_path, "click", 'colorama; platform_system == "Windows"', 'other; sys_platform == "linux"')
    found = needed(
        "reportgen", by_name(made(tmp_path, "reportgen", "click>=8"), click, made(tmp_path, "colorama")), "3.11"
    )
    assert [each.name for each in found] == ["click", "colorama", "reportgen"]


def test_one_that_is_missing_is_named(tmp_path: Path) -> None:
    click = made(tmp_path, "click", 'colorama; platform_system == "Windows"')
    with pytest.raises(Refusal, match=r"没有这些软件包的 Windows 轮子：colorama。请写进 requirements/windows\.txt"):
        needed("click", by_name(click), "3.11")


def test_an_extra_is_followed_and_what_only_builds_stays(tmp_path: Path) -> None:
    wheels = by_name(
        made(tmp_path, "weasyprint", "fonttools[woff]>=4", 'sphinx; extra == "doc"'),
        made(tmp_path, "fonttools", 'brotli; extra == "woff"'),
        made(tmp_path, "brotli", tag="cp311-cp311-win_amd64"),
        made(tmp_path, "hatchling"),
    )
    assert [each.name for each in needed("weasyprint", wheels, "3.11")] == ["brotli", "fonttools", "weasyprint"]


@pytest.mark.parametrize("tag", ["cp311-cp311-manylinux2014_x86_64", "cp311-cp311-win32", "cp311-cp311-win_arm64"])
def test_a_wheel_for_another_system_is_refused(tmp_path: Path, tag: str) -> None:
    with pytest.raises(Refusal, match="不是 64 位 Windows 的轮子"):
        made(tmp_path, "lxml", tag=tag)


def test_a_lock_is_read_as_windows_would_read_it() -> None:
    lock = (
        "# made by a tool\nlxml==6.1.3 \\\n    --hash=sha256:00\n    # via reportgen\n"
        'uvloop==1.0 ; sys_platform != "win32" \\\n    --hash=sha256:00\npywin32==2 ; sys_platform == "win32"\n'
    )
    assert pinned(lock, "3.11") == {"lxml": "6.1.3", "pywin32": "2"}


def test_the_locks_pin_every_file_by_its_hash() -> None:
    for lock in LOCKS:
        text = lock.read_text(encoding="utf-8")
        assert len(pinned(text, "3.11")) <= text.count("--hash=sha256:")
        assert "://" not in text

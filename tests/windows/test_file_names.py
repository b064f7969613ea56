"""Names that Windows does not take are refused before anything is written, whatever it would do with them."""

import sys
from pathlib import Path, PureWindowsPath

import pytest

from reportgen.errors import EnvironmentProblem
from reportgen.file_names import refused_by_windows
from reportgen.world import write_files

HOME = PureWindowsPath(r"C:\Users\会计\Documents\绩效")


def refused(name: str) -> str | None:
    return refused_by_windows(HOME / name)


@pytest.mark.parametrize(
    "name",
    [
        "南阳市科技馆2024年度自评报告.docx",
        "〔2024〕12号.pdf",
        "示例县人民医院 自评表.xlsx",
        ".reportgen-1",
        "com10.pdf",
    ],
)
def test_what_people_call_their_files_is_taken(name: str) -> None:
    assert refused(name) is None


@pytest.mark.parametrize("name", ["con.yaml", "NUL", "Com1.docx", "LPT9.2024.pdf", "aux .txt", "COM².xlsx", "conout$"])
def test_names_of_devices(name: str) -> None:
    assert refused(name) == f"「{name}」在 Windows 里是设备的名称，不能作文件名"


@pytest.mark.parametrize("name", ["某市第二中学2024.", "样板镇人民政府 ", "示例法院..."])
def test_what_windows_would_cut_off(name: str) -> None:
    assert refused(name) == f"「{name}」最后是句点或空格，Windows 会把它去掉"


@pytest.mark.parametrize("sign", '<>:"|?*')
def test_signs_that_mean_something_else(sign: str) -> None:
    """A colon is the worst of them: what stands behind it goes into a stream that no folder shows."""
    assert refused(f"自评{sign}报告.docx") == f"「自评{sign}报告.docx」里有 {sign}，Windows 的文件名里不能有"


def test_a_control_character_is_not_printed() -> None:
    assert refused("自评\t报告") == "「自评\t报告」里有 控制符，Windows 的文件名里不能有"


def test_a_folder_on_the_way_counts_too() -> None:
    assert refused_by_windows(PureWindowsPath(r"D:\aux\例.docx")) is not None
    assert refused_by_windows(PureWindowsPath(r"D:\预算:决算\例.docx")) is not None


@pytest.mark.parametrize("folder", ["D:\\", r"\\财政局\共享\2024", r"\\?\D:\报告", r"D:\报告\.."])
def test_drives_shares_and_dots_are_no_names(folder: str) -> None:
    assert refused_by_windows(PureWindowsPath(folder) / "例.docx") is None


def test_a_path_may_have_259_units_and_no_more() -> None:
    folder = PureWindowsPath("D:\\" + "水" * 200)
    assert refused_by_windows(folder / ("利" * 55)) is None
    assert refused_by_windows(folder / ("利" * 56)) == (
        "连文件夹一共 260 个字，Windows 最多 259 个。请换一个短些的文件夹或名字"
    )


def test_a_rare_hanzi_counts_twice() -> None:
    folder = PureWindowsPath("D:\\" + "水" * 200)
    assert refused_by_windows(folder / ("𠮷" * 28)) is not None


def test_the_name_of_the_way_there_must_find_room_too() -> None:
    """A file is first written under another name, which may be the longer one."""
    folder = PureWindowsPath("D:\\" + "水" * 200) / ("库" * 40)
    assert refused_by_windows(folder / "例") is None
    assert refused_by_windows(folder / "例", beside=35) is not None


def test_a_name_alone_may_be_too_long() -> None:
    assert refused_by_windows(PureWindowsPath("长" * 256)) == f"「{'长' * 256}」太长了"


# ---- and nothing is written ----


@pytest.mark.parametrize("name", ["con.docx", "预算:决算.docx", "自评."])
def test_nothing_is_written_under_such_a_name(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "platform", "win32")
    with pytest.raises(EnvironmentProblem, match="写不了"):
        write_files({Path("例.pdf"): b"1", Path(name): b"2"})
    assert list(tmp_path.iterdir()) == []


def test_other_systems_take_them(tmp_path: Path) -> None:
    write_files({tmp_path / "con.docx": b"1", tmp_path / "预算:决算.docx": b"2"})
    assert len(list(tmp_path.iterdir())) == 2

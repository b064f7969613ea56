"""`reportgen adopt` as a finance officer runs it."""

from io import BytesIO
from pathlib import Path

import pytest
from docx import Document as NewDocx
from PIL import Image
from tests.support.made import Made
from tests.support.shell import Shell


def test_it_says_what_it_guessed_and_what_to_do(shell: Shell, nanyang: Made) -> None:
    Path("旧报告.docx").write_bytes(nanyang.docx)
    code, said, _err = shell.run("adopt", "旧报告.docx")
    assert code == 0
    assert "按「部门整体支出绩效评价报告」抄成了 旧报告.yaml" in said
    assert said.index("没有把握的") < said.index("下一步")
    assert shell.run("build", "旧报告.yaml", "--format", "docx")[0] in (0, 1)
    assert Path("output/旧报告.docx").exists()


def test_nothing_is_written_over(shell: Shell, nanyang: Made) -> None:
    Path("旧报告.docx").write_bytes(nanyang.docx)
    Path("旧报告.yaml").write_text("文种: 公文\n", encoding="utf-8")
    code, _out, err = shell.run("adopt", "旧报告.docx")
    assert (code, "旧报告.yaml 已经有了，没有改动它" in err) == (2, True)
    assert Path("旧报告.yaml").read_text(encoding="utf-8") == "文种: 公文\n"
    assert shell.run("adopt", "旧报告.docx", "--force")[0] == 0


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
BAD = {
    "老报告.doc": (OLE + bytes(600), "另存为」，类型选「Word 文档（.docx）」"),
    "老报告.wps": (OLE + bytes(600), "另存为」，类型选「Word 文档（.docx）」"),
    "坏的.docx": (b"PK\x03\x04broken", "坏的.docx 不是完好的 docx 文件，请用 Word 或 WPS 另存为 .docx"),
    "空的.docx": (b"", "空的.docx 是空文件"),
    "加密.docx": (OLE + "EncryptedPackage".encode("utf-16-le"), "加密.docx 加了密码"),
    "断了.pdf": (b"%PDF-1.7\n1 0 obj", "断了.pdf 已损坏"),
    "数据.csv": ("项目,金额\n".encode(), "数据.csv 是电子表格"),
}


@pytest.mark.parametrize("name", BAD)
def test_what_is_no_report_is_refused(name: str, shell: Shell) -> None:
    """With what to do about it, and nothing is written."""
    content, why = BAD[name]
    Path(name).write_bytes(content)
    code, out, err = shell.run("adopt", name)
    assert (code, out) == (2, "")
    assert why in err
    assert [path.name for path in Path().iterdir()] == [name]


def test_a_report_that_is_not_there(shell: Shell) -> None:
    assert shell.run("adopt", "没有.docx")[2] == "没有这个文件：没有.docx\n"


def test_a_picture_that_is_there_is_not_written_over(shell: Shell) -> None:
    """Neither it nor the content file, until one says so."""
    word = NewDocx()
    for words in ("某市水务局2024年度部门整体支出绩效评价报告", "四、存在的问题", "（一）泵站老化", "如下图。"):
        word.add_paragraph(words)
    word.add_picture(BytesIO(png()))
    word.save("旧.docx")
    Path("旧-图片").mkdir()
    Path("旧-图片/插图1.png").write_bytes(b"mine")
    code, _out, err = shell.run("adopt", "旧.docx")
    assert (code, "插图1.png 已经有了，没有改动它" in err) == (2, True)
    assert Path("旧-图片/插图1.png").read_bytes() == b"mine"
    assert not Path("旧.yaml").exists()
    assert shell.run("adopt", "旧.docx", "--force")[0] == 0
    assert Path("旧-图片/插图1.png").read_bytes() == png()


def png() -> bytes:
    stream = BytesIO()
    Image.new("RGB", (200, 150), (90, 120, 150)).save(stream, "PNG")
    return stream.getvalue()


def test_a_kind_that_nothing_tells_is_asked_for(shell: Shell) -> None:
    Path("随笔.txt").write_text("今天天气很好。\n我们去了科技馆。\n", encoding="utf-8")
    code, _out, err = shell.run("adopt", "随笔.txt")
    assert (code, "--pack" in err) == (2, True)
    assert shell.run("adopt", "随笔.txt", "--pack", "没有这种")[0] == 2

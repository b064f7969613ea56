"""Pictures dropped on the screen: only what the documents can show, under a name that is free, and nowhere else."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from tests.support.desk_routes import asking

CONTENT = "文种: 部门整体支出绩效评价报告\n单位: 某市水务局\n年度: 2024\n收支情况: |\n  泵站已经改造。\n"
DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" width="100" height="50"><rect width="9" height="9"/></svg>'


def picture(color: str = "navy") -> bytes:
    """A small photograph."""
    stream = BytesIO()
    Image.new("RGB", (40, 30), color).save(stream, "PNG")
    return stream.getvalue()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """With a file in a folder of its own."""
    (tmp_path / "水务").mkdir()
    (tmp_path / "水务" / "2024.yaml").write_text(CONTENT, encoding="utf-8")
    return tmp_path


def sent(folder: Path, called: str, content: bytes) -> tuple[int, dict[str, str]]:
    """The answer to a picture."""
    files = {"file": (called, content, "image/png")}
    answer = asking(folder).post("/content/picture", params={"file": "水务/2024.yaml"}, files=files)
    return answer.status_code, answer.json()


def test_it_lies_beside_the_content_file_under_its_own_name(folder: Path) -> None:
    status, told = sent(folder, "泵站.png", picture())
    assert (status, told) == (200, {"file": "图片/泵站.png", "name": "泵站"})
    assert (folder / "水务" / "图片" / "泵站.png").read_bytes() == picture()
    small = asking(folder).get("/content/picture", params={"file": "水务/2024.yaml", "picture": told["file"]})
    assert (small.status_code, small.headers["content-type"]) == (200, "image/png")


def test_another_of_the_same_name_is_numbered_and_the_same_one_written_once(folder: Path) -> None:
    assert sent(folder, "泵站.png", picture())[1]["file"] == "图片/泵站.png"
    assert sent(folder, "泵站.png", picture("red"))[1]["file"] == "图片/泵站-2.png"
    assert sent(folder, "泵站.png", picture())[1]["file"] == "图片/泵站.png"
    assert len(list((folder / "水务" / "图片").iterdir())) == 2


@pytest.mark.parametrize(
    ("called", "file"),
    [
        ("现场 照片（一）：泵站.PNG", "图片/现场-照片-一-泵站.png"),
        ("..\\..\\windows\\泵站.png", "图片/泵站.png"),
        ("../../泵站.png", "图片/泵站.png"),
        ("con.png", "图片/图片.png"),
        ("image", "图片/image.png"),
    ],
)
def test_names_are_made_such_that_a_line_of_prose_can_say_them(folder: Path, called: str, file: str) -> None:
    assert sent(folder, called, picture())[1]["file"] == file


@pytest.mark.parametrize(
    ("called", "content", "why"),
    [
        ("泵站.png", b"GIF89a", "不是 jpg、png 图片"),
        ("泵站.jpg", b"", "不是 jpg、png 图片"),
        ("流程.svg", DRAWING.replace(b"<rect", b"<script>1</script><rect"), "脚本"),
    ],
)
def test_what_the_documents_could_not_show_is_refused_and_not_kept(
    folder: Path, called: str, content: bytes, why: str
) -> None:
    status, told = sent(folder, called, content)
    assert status == 422
    assert why in told["problem"]
    assert not (folder / "水务" / "图片").exists()


def test_a_drawing_is_shown_without_anything_that_runs(folder: Path) -> None:
    assert sent(folder, "流程.svg", DRAWING)[0] == 200
    (folder / "水务" / "图片" / "坏.svg").write_bytes(DRAWING.replace(b"<rect", b"<script>1</script><rect"))
    client = asking(folder)
    good, bad, outside = (
        client.get("/content/picture", params={"file": "水务/2024.yaml", "picture": name})
        for name in ("图片/流程.svg", "图片/坏.svg", "../2023.yaml")
    )
    assert (good.status_code, good.headers["content-type"]) == (200, "image/svg+xml")
    assert (bad.status_code, outside.status_code) == (404, 404)

"""Files beside a content file belong to what its page knows: once one comes, changes or goes, it is checked anew."""

import json
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image
from tests.support.desk import awaited
from tests.support.desk_routes import TestClient, asking

from reportgen.desk.content.service import Contents
from reportgen.desk.home.summary import summary_of
from reportgen.desk.presence import Presence, stream
from reportgen.desk.workspace import Workspace
from reportgen.limits import USUAL
from reportgen.review.dismissals import list_beside

HEAD = "文种: 部门整体支出绩效评价报告\n单位: {unit}\n年度: 2024\n"
ANSWERED = """问卷:
  - 名称: 职工
    答卷: 职工.csv
    题目:
      - {题目: 您对食堂是否满意？, 题型: 满意度, 选项: [满意, 不满意]}
"""
SHOWN = "收支情况: |\n  操场已经改造。\n  图 改造后的操场：图片/操场.png\n"


def laid(folder: Path, unit: str, text: str) -> TestClient:
    """Asks for a file of this unit."""
    (folder / "内容.yaml").write_text(HEAD.format(unit=unit) + text, encoding="utf-8")
    return asking(folder)


def findings(client: TestClient) -> list[dict[str, Any]]:
    answer = client.get("/content/check", params={"file": "内容.yaml"}).json()
    found: list[dict[str, Any]] = answer["findings"]
    return found


def told(client: TestClient, words: str) -> bool:
    """Whether some finding says so."""
    return any(words in each["label"] for each in findings(client))


def test_answers_that_a_hospital_puts_there_later_are_counted(tmp_path: Path) -> None:
    client = laid(tmp_path, "示例县人民医院", ANSWERED)
    assert told(client, "没有这个文件")
    sheets = tmp_path / "职工.csv"
    for rows, share in (("1,满意\n2,不满意\n", "50.0%"), ("1,满意\n2,满意\n3,满意\n4,不满意\n", "75.0%")):
        sheets.write_text("编号,您对食堂是否满意？\n" + rows, encoding="utf-8")
        assert not told(client, "没有这个文件")
        (survey,) = client.get("/content/questionnaires", params={"file": "内容.yaml"}).json()["surveys"]
        assert survey["questions"][0]["options"][0]["share"] == share
    sheets.unlink()
    assert told(client, "没有这个文件")


def test_a_picture_that_a_school_puts_there_later_is_seen(tmp_path: Path) -> None:
    client = laid(tmp_path, "某市第二中学", SHOWN)
    assert told(client, "没有这个文件")
    stream = BytesIO()
    Image.new("RGB", (40, 30), "navy").save(stream, "PNG")
    (tmp_path / "图片").mkdir()
    (tmp_path / "图片" / "操场.png").write_bytes(stream.getvalue())
    assert not told(client, "没有这个文件")


def test_what_a_water_bureau_has_decided_elsewhere_is_known(tmp_path: Path) -> None:
    client = laid(tmp_path, "某市水务局", "收支情况: |\n  泵站已经改造,提前完工。\n")
    comma = next(each for each in findings(client) if each["words"] == ",")
    assert not comma["accepted"]
    entry = f"- 编号: {comma['key']}\n  理由: 原文如此\n"
    list_beside(tmp_path / "内容.yaml").write_text(entry, encoding="utf-8")
    assert [each["accepted"] for each in findings(client) if each["key"] == comma["key"]] == ["原文如此"]


def test_the_first_page_looks_for_what_is_not_there_yet(tmp_path: Path) -> None:
    laid(tmp_path, "示例县人民医院", ANSWERED)
    summary = summary_of(tmp_path / "内容.yaml", (), USUAL)
    assert str(tmp_path / "职工.csv") in summary.beside


def test_a_page_hears_of_them_while_somebody_looks_at_it(tmp_path: Path) -> None:
    laid(tmp_path, "示例县人民医院", ANSWERED)
    contents = Contents(Workspace(tmp_path))
    contents.checked(contents.document("内容.yaml"))

    async def heard() -> list[dict[str, str]]:
        told = stream(contents.workspace, Presence(), ["内容.yaml"], contents.beside, pace=0)
        await anext(told)
        (tmp_path / "职工.csv").write_text("编号\n", encoding="utf-8")
        (tmp_path / "别的.csv").write_text("编号\n", encoding="utf-8")
        of_sheets = await anext(told)
        (tmp_path / "内容.yaml").unlink()
        of_content = await anext(told)
        return [json.loads(event.partition("data: ")[2]) for event in (of_sheets, of_content)]

    assert awaited(heard()) == [{"file": "内容.yaml"}, {"file": "内容.yaml", "digest": ""}]

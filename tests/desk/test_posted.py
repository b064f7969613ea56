"""What pages ask is read in one way: whatever no page of ours sends is said to be unclear, and nothing is done."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.support.desk import TestClient, opened
from tests.support.example import EXAMPLE

from reportgen.desk.posted import Asked, Unclear
from reportgen.digest import digest_of

FILE = "学校.yaml"
REPORT = "送审/自评.txt"
SCHOOL = EXAMPLE.replace("某市科技馆", "示例县第一中学")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A content file, and a finished report beside it."""
    found = tmp_path_factory.mktemp("学校")
    (found / FILE).write_text(SCHOOL, encoding="utf-8")
    (found / "送审").mkdir()
    (found / REPORT).write_text("示例县第一中学2024年度部门整体支出绩效自评报告\n", encoding="utf-8")
    return found


@pytest.fixture(scope="module")
def client(folder: Path) -> Iterator[TestClient]:
    """The browser of its screen."""
    with opened(folder) as (_desk, visitor):
        yield visitor


# ---- values ----


@pytest.mark.parametrize("value", ["1.5", "-3", " 2 "])
def test_a_number_is_one_in_an_address(value: str) -> None:
    assert Asked(scale=value).number("scale") == float(value)


@pytest.mark.parametrize("value", ["", "x", "NaN", "inf", "-Infinity", "1e999", 1, True, None, [], {}])
def test_nothing_else_is_a_number(value: object) -> None:
    with pytest.raises(Unclear, match="这个请求看不懂"):
        Asked(scale=value).number("scale")


@pytest.mark.parametrize(
    "value", ["", "[", "[NaN]", "{}", '"单位"', "[[]]", "[null]", "[1.5]", "[" * 100_000, '["\\ud800"]', None, [None]]
)
def test_what_leads_nowhere_is_no_path(value: object) -> None:
    with pytest.raises(Unclear):
        Asked(path=value).path("path")


@pytest.mark.parametrize("value", ['["绩效指标", 1, "指标值"]', ["绩效指标", "1", "指标值"]])
def test_a_path_is_a_list_or_json_of_one(value: object) -> None:
    assert Asked(path=value).path("path") == ("绩效指标", "1", "指标值")


def nested(depth: int) -> object:
    value: object = "优"
    for _level in range(depth):
        value = {"满意度": [value]}
    return value


@pytest.mark.parametrize("value", [None, "", [], {}, [{"三级指标": "课程开设率", "别名": ["开课率"]}], nested(20)])
def test_a_value_of_a_content_file_is_of_texts(value: object) -> None:
    assert Asked(new=value).tree("new") == value


@pytest.mark.parametrize("value", [1, 1.5, True, [None], {"分值": 10}, nested(30), nested(5000)])
def test_nothing_else_is_such_a_value(value: object) -> None:
    with pytest.raises(Unclear):
        Asked(new=value).tree("new")


def test_a_field_that_a_page_does_not_have_is_empty_and_anything_but_text_is_none() -> None:
    asked = Asked(office=" 示例县财政局 ", days=10, files=["自评.txt"], units="示例县第一中学")
    assert (asked.field("office"), asked.text("office"), asked.field("year")) == ("示例县财政局", " 示例县财政局 ", "")
    assert (asked.fields("files"), asked.fields("packs")) == (["自评.txt"], [])
    wrong: list[Callable[[], object]] = [
        lambda: asked.field("days"),
        lambda: asked.text("year"),
        lambda: asked.fields("units"),
        lambda: asked["year"],
    ]
    for each in wrong:
        with pytest.raises(Unclear):
            each()


# ---- requests ----

WRITES = (
    "/content/edit",
    "/content/type",
    "/content/repair",
    "/content/keep",
    "/content/back",
    "/content/follow",
    "/content/undo",
    "/returned/accept",
    "/returned/number",
    "/review/decide",
    "/review/remark",
    "/review/letter",
    "/home/check",
    "/home/new",
    "/home/roll",
    "/home/elsewhere",
    "/home/fill/write",
)
NO_JSON = [b"", b"{", b"[]", b"null", b'"x"', b"\xff", b'{"a": NaN}', b'{"a": "\\ud800"}', b'{"a":' + b"[" * 100_000]


@pytest.mark.parametrize("address", WRITES)
def test_a_body_that_is_no_json_of_keys_is_unclear(client: TestClient, folder: Path, address: str) -> None:
    for body in NO_JSON:
        refused(client, address, body)
    assert (folder / FILE).read_text(encoding="utf-8") == SCHOOL


@pytest.mark.parametrize(
    ("address", "asked"),
    [
        ("/content/edit", {}),
        ("/content/edit", {"path": "单位", "old": "示例县第一中学", "new": "示例县第二中学"}),
        ("/content/edit", {"path": [], "old": "", "new": ""}),
        ("/content/edit", {"path": [["单位"]], "old": "示例县第一中学", "new": "示例县第二中学"}),
        ("/content/edit", {"path": ["单位"], "old": "示例县第一中学"}),
        ("/content/edit", {"path": ["单位"], "old": "示例县第一中学", "new": 2024}),
        ("/content/edit", {"path": ["单位"], "old": "示例县第一中学", "new": ["示例县第二中学", None]}),
        ("/content/edit", {"path": ["单位"], "old": True, "new": "示例县第二中学"}),
        ("/content/type", {"text": ["单位: 示例县第二中学"]}),
        ("/content/keep", {"key": "a"}),
        ("/content/repair", {"key": 1}),
        ("/content/back", {"state": 1}),
        ("/content/follow", {"old": ["数据", "学生"]}),
        ("/returned/accept", {}),
        ("/review/decide", {"key": ["a"], "state": "true"}),
        ("/review/remark", {"id": "1", "mark": "note", "page": "1"}),
        ("/review/remark", {"id": "1", "mark": "note", "text": None}),
        ("/review/letter", {"files": REPORT, "office": "示例县财政局"}),
        ("/review/letter", {"files": [REPORT], "office": 1}),
        ("/home/check", {"file": 1}),
        ("/home/new", {"packs": ["dept-evaluation"], "name": "a", "kind": "exe"}),
        ("/home/elsewhere", {"folder": ["/"]}),
        ("/home/fill/write", {"job": {}}),
    ],
)
def test_what_is_missing_or_of_another_kind_is_unclear(
    client: TestClient, folder: Path, address: str, asked: dict[str, object]
) -> None:
    now = {} if address.startswith("/home") else {"digest": digest_of((folder / FILE).read_bytes())}
    refused(client, address, json.dumps(asked | now).encode())
    assert (folder / FILE).read_text(encoding="utf-8") == SCHOOL


def refused(client: TestClient, address: str, body: bytes) -> None:
    file = REPORT if address.startswith("/review") else FILE
    asked = {} if address.startswith("/home") else {"file": file}
    answer = client.post(address, params=asked, content=body, headers={"Content-Type": "application/json"})
    assert (answer.status_code, bool(answer.json()["problem"])) == (400, True), (address, body[:40])


@pytest.mark.parametrize(
    ("address", "asked"),
    [
        ("/content/field", {}),
        ("/content/field", {"path": "单位"}),
        ("/content/printed", {}),
        ("/content/cited", {"paths": '["单位"]'}),
        ("/content/cited", {"paths": "NaN"}),
        ("/content/cited", {"paths": "2024"}),
        ("/content/renamed", {"old": "[]"}),
        ("/content/page", {"digest": "0", "page": "0", "scale": "NaN"}),
        ("/content/page", {"digest": "0", "page": "inf", "scale": "1"}),
        ("/content/page", {"page": "0", "scale": "1"}),
        ("/content/chart", {}),
        ("/content/state", {}),
        ("/review/picture", {"digest": "0", "page": "NaN", "scale": "1"}),
        ("/review/picture", {"digest": "0", "page": "0"}),
    ],
)
def test_an_address_that_no_page_asks_for_is_unclear(client: TestClient, address: str, asked: dict[str, str]) -> None:
    answer = client.get(address, params={"file": REPORT if "review" in address else FILE, **asked})
    assert (answer.status_code, "看不懂" in answer.text) == (400, True)


@pytest.mark.parametrize("address", ["/content/picture", "/content/sheets"])
def test_a_form_without_its_file_is_unclear(client: TestClient, address: str) -> None:
    for asked in ({"files": {"other": ("a.png", b"")}}, {"data": {"file": "a.png"}}):
        answer = client.post(address, params={"file": FILE}, **asked)
        assert (answer.status_code, answer.json()) == (400, {"problem": "这个请求看不懂"})


def test_nothing_in_a_body_stands_for_the_address(client: TestClient, folder: Path) -> None:
    asked = {"key": "a", "state": "true", "what": "unremark", "id": "1"}
    assert client.post("/review/decide", params={"file": REPORT}, json=asked).status_code == 200
    assert client.get("/review/kept", params={"file": REPORT}).json()["decisions"]["a"]["state"] == "true"
    (folder / f"{REPORT}.审核.yaml").unlink()

"""What is done when a file is written: copies come home, each remark is answered, numbers are kept as facts."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.support.desk import TestClient, opened, saved
from tests.support.example import EXAMPLE
from tests.support.reviewed import Copy

from reportgen.pipeline.build import build_file
from reportgen.source.tree import tree_at

FILE = "科技馆.yaml"


@pytest.fixture(scope="module")
def returned(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The Word file with two tracked changes and a comment."""
    path = tmp_path_factory.mktemp("sent") / FILE
    path.write_text(EXAMPLE, encoding="utf-8")
    copy = Copy(build_file(path, (), ["docx"]).outputs["docx"])
    copy.replace("对照绩效指标逐项打分", "对照绩效指标逐条打分")
    copy.insert("未超预算", "，比上年减少0.05万元")
    copy.comment("内容包括科学实验", "请写明场次")
    return copy.saved()


@pytest.fixture
def client(tmp_path: Path) -> Iterator[TestClient]:
    (tmp_path / FILE).write_text(EXAMPLE, encoding="utf-8")
    with opened(tmp_path) as (_desk, visitor):
        yield visitor


def take(client: TestClient, returned: bytes) -> str:
    answer = client.post("/returned/take", params={"file": FILE}, files={"copy": ("送审稿.docx", returned)})
    return str(answer.json()["copy"])


def keys(page: str) -> list[str]:
    return [each.split('"')[0] for each in page.split('id="r-')[1:]]


def key_of(page: str, words: str) -> str:
    """Of the remark that says the words."""
    return next(key for key in keys(page) if words in page.split(f'id="r-{key}"')[1].split("</form>", maxsplit=1)[0])


def accepted(client: TestClient, asked: dict[str, str], key: str, digest: str) -> str:
    answer = client.post("/returned/accept", params=asked, json={"key": key, "digest": digest})
    assert answer.status_code == 200, answer.text
    return str(answer.json()["digest"])


def test_remarks_come_home_to_their_fields(client: TestClient, returned: bytes, tmp_path: Path) -> None:
    asked = {"file": FILE, "copy": take(client, returned)}
    page = client.get("/returned/copy", params=asked).text
    assert "绩效分析 · 执行管理" in page
    assert "未超预算<ins>，比上年减少0.05万元</ins>" in page
    assert "项目资金到位120.00万元" in page  # as it is read, not as it is referred to
    digest = accepted(client, asked, key_of(page, "逐条"), saved(tmp_path / FILE).digest)
    accepted(client, asked, key_of(page, "0.05万元"), digest)
    text = (tmp_path / FILE).read_text(encoding="utf-8")
    assert "对照绩效指标逐条打分" in text
    assert "未超预算，比上年减少0.05万元。" in text


def test_what_is_refused_is_answered(client: TestClient, returned: bytes) -> None:
    asked = {"file": FILE, "copy": take(client, returned)}
    key = key_of(client.get("/returned/copy", params=asked).text, "请写明场次")
    refused = client.post("/returned/reject", params=asked, json={"key": key, "reply": ""})
    assert refused.status_code == 422
    assert "要写答复" in refused.json()["problem"]
    client.post("/returned/reject", params=asked, json={"key": key, "reply": "场次见附表"})
    sheet = client.get("/returned/sheet", params=asked).text
    assert "采纳 0，不采纳 1，未答复 2" in sheet
    assert "场次见附表" in sheet


@pytest.mark.parametrize("broken", ["", "[]", '{"a": {"reply": "场次见附表"}}', '{"a": "accepted"'])
def test_answers_that_somebody_has_broken_are_told_and_left_alone(
    client: TestClient, returned: bytes, tmp_path: Path, broken: str
) -> None:
    asked = {"file": FILE, "copy": take(client, returned)}
    (folder,) = (tmp_path / ".reportgen" / "退回" / FILE).iterdir()
    (folder / "答复.json").write_text(broken, encoding="utf-8")
    answers = [client.get(f"/returned/{what}", params=asked) for what in ("copy", "sheet")]
    answers.append(client.post("/returned/reject", params=asked, json={"key": "a", "reply": "场次见附表"}))
    assert [answer.status_code for answer in answers] == [400, 400, 422]
    assert all("把它移走，就可以重新答复" in answer.text for answer in answers)
    assert (folder / "答复.json").read_text(encoding="utf-8") == broken


def test_a_number_that_was_put_in_becomes_a_fact(client: TestClient, returned: bytes, tmp_path: Path) -> None:
    asked = {"file": FILE, "copy": take(client, returned)}
    key = key_of(client.get("/returned/copy", params=asked).text, "0.05万元")
    digest = accepted(client, asked, key, saved(tmp_path / FILE).digest)
    number = {"key": key, "path": "绩效分析.执行管理", "number": "0.05万元", "name": "三公减少", "digest": digest}
    assert client.post("/returned/number", params=asked, json=number).status_code == 200
    tree = saved(tmp_path / FILE).tree
    assert tree_at(tree, ("数据", "三公减少")) == "0.05万元"
    assert "比上年减少{{ 三公减少 }}" in str(tree_at(tree, ("绩效分析", "执行管理")))


def test_an_answer_to_a_file_that_has_changed_meanwhile_is_asked_for_again(
    client: TestClient, returned: bytes, tmp_path: Path
) -> None:
    copy = take(client, returned)
    asked = {"file": FILE, "copy": copy}
    page = client.get("/returned/copy", params=asked).text
    answer = client.post("/returned/accept", params=asked, json={"key": keys(page)[0], "digest": "0" * 64})
    assert (answer.status_code, "请刷新网页" in answer.json()["problem"]) == (409, True)
    assert (tmp_path / FILE).read_text(encoding="utf-8") == EXAMPLE


def test_what_is_no_copy_is_refused_in_words(client: TestClient) -> None:
    answer = client.post("/returned/take", params={"file": FILE}, files={"copy": ("表.xlsx", b"PK")})
    assert answer.status_code == 400
    assert "要 .pdf、.docx、.json 文件" in answer.json()["problem"]

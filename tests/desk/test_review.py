"""Finished documents of others: the list of them, what one shows, and what is decided about it."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.support.desk import TestClient, opened
from tests.support.example import ROOT

from reportgen.desk.jobs.jobs import Jobs, Wanted
from reportgen.desk.state import Desk
from reportgen.diagnostics.selection import Selection
from reportgen.language import use_language
from reportgen.pipeline.letters import opinions_about, reviewed
from reportgen.review.judgements import Verdict, read_judgements

HOSPITAL = """\
示例县人民医院2024年度部门整体支出绩效自评报告
一、预算执行情况
年初预算为1200.00万元，支出决算为1080.00万元，完成年初预算的95.00%。
二、评价结论
支出决算为1080.00万元，没有超过年初预算。部门整体支出绩效自评得分92.50分，等级为优。
示例县人民医院
2025年3月20日
"""
AGAIN = HOSPITAL.replace("自评报告", "评价报告").replace("95.00%", "90.00%").replace("92.50分", "93.50分")
DOCX = ROOT / "tests" / "data" / "finished_cases" / "n3.docx"
PDF = ROOT / "tests" / "data" / "finished_cases" / "g1.pdf"
Screen = tuple[Desk, TestClient]


def handed_in(folder: Path) -> Path:
    """A folder with two reports of a hospital that were handed in."""
    (folder / "送审").mkdir()
    (folder / "送审" / "自评.txt").write_text(HOSPITAL, encoding="utf-8")
    (folder / "送审" / "评价.txt").write_text(AGAIN, encoding="utf-8")
    return folder


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Screen]:
    """A screen of one's own."""
    with opened(handed_in(tmp_path)) as one:
        yield one


@pytest.fixture(scope="module")
def looking(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """One that is only looked at."""
    with opened(handed_in(tmp_path_factory.mktemp("审核"))) as (_desk, client):
        yield client


@pytest.fixture(scope="module")
def told(looking: TestClient) -> Any:
    """What the page of the first report is told."""
    return data(looking)


@pytest.fixture(scope="module")
def rate(told: Any) -> dict[str, str]:
    """The wrong rate, as the page names it in a decision."""
    return {"key": finding(told, "NUM011")["key"], "code": "NUM011", "where": "第 3 行", "problem": "完成率"}


def data(client: TestClient, name: str = "送审/自评.txt") -> Any:
    """What the page of a document is told."""
    answer = client.get("/review/data", params={"file": name})
    assert answer.status_code == 200, answer.text
    return answer.json()


def finding(told: Any, code: str) -> Any:
    return next(each for each in told["desk"]["findings"] if each["code"] == code)


# ---- the list ----


def test_the_list_says_whose_each_is_what_was_found_and_how_far_somebody_is(
    screen: Screen, rate: dict[str, str]
) -> None:
    desk, client = screen
    client.post("/review/decide?file=送审/自评.txt", json=rate | {"state": "true"})
    (unit, rows), *others = desk.reviews.listing().groups
    assert (unit, others) == ("示例县人民医院", [])
    known = {row.file: (row.year, row.title, row.counts["error"], row.seen) for row in rows}
    assert known["自评.txt"] == ("2024", "示例县人民医院2024年度部门整体支出绩效自评报告", 1, 1)
    page = client.get("/review").text
    assert "属实 1" in page
    assert "全选 2 份" in page
    assert "审核 2" in client.get("/").text.replace("\n", "")


def test_what_the_program_has_made_itself_is_none_of_them(screen: Screen) -> None:
    desk, _client = screen
    folder = desk.workspace.folder
    for name in ("报告.docx", "output/报告.pdf", ".reportgen/a.docx", "~$报告.docx", "去年.pdf", "别处的.txt"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(b"PK")
    (folder / "报告.yaml").write_text("单位: 某市科技馆\n", encoding="utf-8")
    names = {row.name for row in desk.reviews.listing().rows}
    assert names == {"去年.pdf", "送审/自评.txt", "送审/评价.txt"}


@pytest.mark.parametrize(
    ("name", "content", "advice"),
    [
        ("坏.pdf", b"%PDF-1.4\nnothing", "已损坏，打不开"),
        ("空.docx", b"", "是空文件"),
        ("旧.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "另存为"),
    ],
)
def test_a_document_that_cannot_be_read_says_what_to_do(screen: Screen, name: str, content: bytes, advice: str) -> None:
    desk, client = screen
    (desk.workspace.folder / name).write_bytes(content)
    row = next(row for row in desk.reviews.listing().rows if row.name == name)
    assert advice in row.why
    answer = client.get("/review/data", params={"file": name})
    assert answer.status_code == 400
    assert advice in answer.json()["problem"]
    assert str(desk.workspace.folder) not in answer.json()["problem"]


def test_documents_that_are_handed_in_are_kept_once_and_never_in_the_place_of_another(screen: Screen) -> None:
    desk, client = screen
    taken = {"files": ("报告.docx", DOCX.read_bytes())}
    assert client.post("/home/drop", files=taken).json() == {
        "go": "/review/document?file=%E9%80%81%E5%AE%A1/%E6%8A%A5%E5%91%8A.docx"
    }
    client.post("/home/drop", files=taken)
    several = [("files", ("报告.docx", b"PK")), ("files", ("说明.pdf", b"%PDF"))]
    assert client.post("/home/drop", files=several).json() == {"go": "/review"}
    folder = desk.workspace.folder / "送审"
    assert {path.name for path in folder.iterdir()} == {"自评.txt", "评价.txt", "报告.docx", "报告-2.docx", "说明.pdf"}
    assert (folder / "报告.docx").read_bytes() == DOCX.read_bytes()


@pytest.mark.parametrize("address", ["data", "document", "kept", "picture"])
@pytest.mark.parametrize("name", ["../外面.docx", "/etc/passwd", "送审", "没有.docx", "a.exe"])
def test_nothing_else_is_read(looking: TestClient, address: str, name: str) -> None:
    assert looking.get(f"/review/{address}", params={"file": name, "page": 0}).status_code == 400


# ---- a document ----


def test_a_document_without_pages_is_shown_on_plain_ones_with_its_findings_in_place(
    looking: TestClient, told: Any
) -> None:
    assert told["is_plain"]
    assert (told["unit"], told["year"]) == ("示例县人民医院", "2024")
    assert told["desk"]["title"] == "示例县人民医院2024年度部门整体支出绩效自评报告"
    assert [(each["name"], each["year"], each["seen"]) for each in told["others"]] == [("送审/评价.txt", "2024", 0)]
    wrong = finding(told, "NUM011")
    page, *_box = wrong["boxes"][0]
    asked = {"file": "送审/自评.txt", "digest": told["desk"]["digest"], "page": page, "scale": "0.3"}
    picture = looking.get("/review/picture", params=asked)
    assert picture.headers["content-type"] == "image/webp"
    assert looking.get("/review/picture", params=asked | {"page": 99}).status_code == 404
    assert looking.get("/review/picture", params=asked | {"digest": "0"}).status_code == 404


def test_a_pdf_is_shown_as_it_is(screen: Screen) -> None:
    desk, client = screen
    (desk.workspace.folder / "目标.pdf").write_bytes(PDF.read_bytes())
    told = data(client, "目标.pdf")
    assert not told["is_plain"]
    assert len(told["desk"]["sheets"]) == 6


def test_a_figure_leads_to_those_that_mean_the_same(told: Any) -> None:
    figures = told["desk"]["figures"]
    first, second = (figure for figure in figures if figure["text"] == "1080.00万元")
    assert second["number"] in first["alike"]
    assert first["number"] in second["alike"]


def test_documents_of_a_unit_are_held_against_each_other(looking: TestClient) -> None:
    between = finding(data(looking, "送审/评价.txt"), "DOC005")
    assert between["notes"] == ["报告 送审/自评.txt 第 5 行 写的是 92.50分，这里是 93.50分"]
    assert between["boxes"]
    known = looking.get("/review/between", params={"file": "送审/评价.txt"}).json()
    assert known == {"count": 1, "waiting": 0}


def test_a_letter_knows_what_was_decided_on_the_screen(screen: Screen, monkeypatch: pytest.MonkeyPatch) -> None:
    desk, client = screen
    between = finding(data(client, "送审/评价.txt"), "DOC005")
    client.post("/review/decide?file=送审/评价.txt", json={"key": between["key"], "state": "true"})
    monkeypatch.chdir(desk.workspace.folder)
    papers = [reviewed(Path("送审") / name, (), Selection()) for name in ("自评.txt", "评价.txt")]
    told = [opinion.rule for opinion in opinions_about(papers, lambda _finding: False)]
    assert told == ["DOC005"]


# ---- decisions ----


def test_what_is_decided_is_kept_beside_the_file_and_there_again(screen: Screen, rate: dict[str, str]) -> None:
    desk, client = screen
    said = rate
    client.post("/review/author?file=送审/自评.txt", json={"author": "王某"})
    client.post("/review/decide?file=送审/自评.txt", json=said | {"state": "unsure", "reason": "请附决算表"})
    path = desk.workspace.folder / "送审" / "自评.txt.审核.yaml"
    (judged,) = read_judgements(path.read_text(encoding="utf-8"), "x").findings
    assert (judged.verdict, judged.remark, judged.author, judged.code) == (Verdict.OPEN, "请附决算表", "王某", "NUM011")
    kept = client.get("/review/kept", params={"file": "送审/自评.txt"}).json()["decisions"][said["key"]]
    assert (kept["state"], kept["reason"]) == ("unsure", "请附决算表")
    client.post("/review/decide?file=送审/自评.txt", json=said | {"state": ""})
    after = data(client)
    assert (after["decisions"], after["author"]) == ({}, "王某")


def test_remarks_of_the_reviewers_own_come_and_go(screen: Screen) -> None:
    _desk, client = screen
    remark = {
        "id": "k1",
        "mark": "replacement",
        "text": "95分",
        "words": "92.50分",
        "before": "得分",
        "paragraph": "得分92.50分",
    }
    client.post("/review/remark?file=送审/自评.txt", json=remark | {"page": 0})
    (kept,) = client.get("/review/kept", params={"file": "送审/自评.txt"}).json()["remarks"]
    assert {name: kept[name] for name in remark} == remark
    client.post("/review/unremark?file=送审/自评.txt", json={"id": "k1"})
    assert client.get("/review/kept", params={"file": "送审/自评.txt"}).json()["remarks"] == []


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("decide", {"key": "a", "state": "maybe"}),
        ("decide", {"state": "true"}),
        ("remark", {"id": "1", "mark": "<b>"}),
        ("x", {}),
    ],
)
def test_what_no_page_would_send_is_refused(screen: Screen, what: str, said: dict[str, str]) -> None:
    desk, client = screen
    assert client.post(f"/review/{what}?file=送审/自评.txt", json=said).status_code == 400
    assert not (desk.workspace.folder / "送审" / "自评.txt.审核.yaml").exists()


def test_a_list_that_somebody_has_broken_is_told_and_left_alone(screen: Screen, rate: dict[str, str]) -> None:
    desk, client = screen
    said = rate | {"state": "true"}
    path = desk.workspace.folder / "送审" / "自评.txt.审核.yaml"
    path.write_text("问题: [\n", encoding="utf-8")
    answer = client.post("/review/decide?file=送审/自评.txt", json=said)
    assert answer.status_code == 400
    assert "里面的判断都还在" in answer.json()["problem"]
    assert path.read_text(encoding="utf-8") == "问题: [\n"
    assert "里面的判断都还在" in next(row.why for row in desk.reviews.listing().rows if row.file == "自评.txt")


# ---- letters ----


def test_a_letter_is_the_command_of_the_program_on_the_chosen_files(
    screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, client = screen
    begun: list[tuple[str, ...]] = []

    def begin(_jobs: Jobs, wanted: Wanted) -> Wanted:
        begun.append(wanted.command.words)
        return wanted

    monkeypatch.setattr(type(desk.jobs), "begin", begin)
    monkeypatch.setattr("reportgen.desk.jobs.jobs.Wanted.name", "1", raising=False)
    asked = {
        "files": ["送审/评价.txt", "送审/自评.txt"],
        "office": "示例县财政局",
        "days": "10",
        "unit": "",
        "again": "yes",
    }
    assert client.post("/review/letter", json=asked).json() == {"job": "1"}
    words = ("--office=示例县财政局", "--days=10", "--force", "--output=./审核意见书")
    assert begun == [("letter", *words, "./送审/自评.txt", "./送审/评价.txt")]
    assert 'value="示例县财政局"' in client.get("/review").text, "it is proposed the next time"


@pytest.mark.parametrize(
    "asked", [{"files": [], "office": "局"}, {"files": ["送审/自评.txt"]}, {"files": ["../a.docx"], "office": "局"}]
)
def test_a_letter_about_nothing_by_nobody_or_from_elsewhere_is_not_begun(
    looking: TestClient, asked: dict[str, Any]
) -> None:
    assert looking.post("/review/letter", json=asked).status_code == 400


# ---- the page ----


def test_the_page_has_every_word_and_every_module_it_asks_for(looking: TestClient) -> None:
    client = looking
    page = client.get("/review/document", params={"file": "送审/自评.txt"}).text
    words = json.loads(page.split('id="words">')[1].split("</script>")[0])
    assert words["unsure"] == "待核"
    own = {"start", "main", "store", "choices", "handing", "letter", "thumbs"}
    shared = {"dom", "pages", "lists", "findings", "figures", "remarks", "placing", "parts", "keys"}
    for name in own | shared:
        answer = client.get(f"/review/parts/{name}.js")
        assert answer.status_code == 200, name
    assert "localStorage" not in client.get("/review/parts/store.js").text
    assert client.get("/review/parts/desk.css").status_code == 200


def test_it_can_be_read_in_english(looking: TestClient) -> None:
    use_language("en")
    try:
        assert "<h1>Review</h1>" in looking.get("/review").text
    finally:
        use_language("zh")

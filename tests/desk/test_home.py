"""The first page: every content file of the folder, with what is known of it."""

import os
from collections.abc import Iterator
from concurrent.futures import Executor, Future
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any

import pytest
from tests.support.desk import TestClient, desk_of, opened
from tests.support.example import ROOT, changed

from reportgen.desk.home.beginning import fill_in
from reportgen.desk.home.checks import Checks
from reportgen.desk.home.listing import listing_of
from reportgen.desk.home.outputs import Made, outputs_of
from reportgen.desk.state import Desk
from reportgen.desk.workspace import Workspace

SELF_EVALUATION = (ROOT / "templates" / "project-self-evaluation" / "example.yaml").read_text(encoding="utf-8")
WRONG_TOTAL = changed(("支出: 114.60", "支出: 116.40"))
Screen = tuple[Desk, TestClient]


@pytest.fixture(scope="module")
def screen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Screen]:
    """A unit with two years, another one, one that cannot be read, and what does not belong into the list."""
    folder = tmp_path_factory.mktemp("绩效")
    texts = {
        "科技馆-2024.yaml": WRONG_TOTAL,
        "科技馆-2023.yaml": SELF_EVALUATION.replace("年度: 2024", "年度: 2023"),
        "2024/医院.yaml": "单位: 示例县人民医院\n年度: 2024\n文种: 项目支出绩效自评表\n项目自评: [\n",
        "output/2024/旧.yaml": "单位: 输出里的",
        ".reportgen/states.yaml": "单位: 程序自己的",
        "我的模板/自评/pack.yaml": "名称: 模板",
        "科技馆-2024.decisions.yaml": "单位: 某市科技馆",
    }
    for name, text in texts.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "科技馆-2024.decisions.yaml").unlink()
    with opened(folder) as one:
        yield one


def test_files_stand_by_unit_the_last_year_first(screen: Screen) -> None:
    groups = listing_of(screen[0]).groups
    assert {unit: [row.name for row in rows] for unit, rows in groups} == {
        "某市科技馆": ["科技馆-2024.yaml", "科技馆-2023.yaml"],
        "示例县人民医院": ["2024/医院.yaml"],
    }


def test_each_says_what_is_to_be_done(screen: Screen) -> None:
    page = screen[1].get("/home/list").text
    rows = {words.split('"', 1)[0]: words for words in page.split('data-name="')[1:]}
    assert "错误 1" in rows["科技馆-2024.yaml"]
    assert "95.66" in rows["科技馆-2024.yaml"]
    assert "没有问题" in rows["科技馆-2023.yaml"]
    assert "打不开：第 " in rows["2024/医院.yaml"]
    assert "项目支出绩效自评表" in rows["2024/医院.yaml"], "what can still be read is said"


def test_a_form_says_the_score_that_it_adds_up(screen: Screen) -> None:
    row = next(row for row in listing_of(screen[0]).rows if row.name == "科技馆-2023.yaml")
    assert row.summary is not None
    assert row.summary.score is not None
    assert 0 < float(row.summary.score.points) <= 100


def test_one_file_says_what_to_look_at_first(screen: Screen) -> None:
    part = screen[1].get("/home/file", params={"file": "科技馆-2024.yaml"}).text
    assert "分项之和与总额不符：116.4" in part
    assert "/open?file=%E7%A7%91%E6%8A%80%E9%A6%86-2024.yaml&amp;finding=" in part
    assert "还没有生成过" in part
    assert "95.66 分，优" in part


def test_the_counts_of_all_stand_below(screen: Screen) -> None:
    foot = screen[1].get("/home/foot").text
    assert "3 个文件，2 个单位" in foot
    assert "错误 2" in foot, "what keeps a file from being opened is one"


def test_names_cannot_be_markup(tmp_path: Path) -> None:
    (tmp_path / "a'&.yaml").write_text('单位: "<img src=x onerror=alert(1)>"\n年度: 2024\n', encoding="utf-8")
    with opened(tmp_path) as (_desk, client):
        page = client.get("/").text
        assert "<img" not in page
        assert "&lt;img src=x onerror=alert(1)&gt;" in page


# ---- what was made of a file ----


def test_outputs_are_those_of_the_file_until_it_is_changed(tmp_path: Path) -> None:
    content = tmp_path / "2024" / "自评.yaml"
    content.parent.mkdir()
    content.write_text(SELF_EVALUATION, encoding="utf-8")
    workspace = Workspace(tmp_path)
    documents = (("", "项目支出绩效自评表"), ("-dept-evaluation", "评价报告"))
    assert outputs_of(workspace, content, documents).made is Made.NOTHING
    output = workspace.output_folder(content)
    assert output == tmp_path / "output" / "2024"
    output.mkdir(parents=True)
    for name in ("自评.docx", "自评.pdf", "自评-dept-evaluation.pdf", "自评-别的.pdf"):
        (output / name).write_bytes(b"")
    found = outputs_of(workspace, content, documents)
    assert found.made is Made.CURRENT
    assert [(each.title, each.files) for each in found.documents] == [
        ("项目支出绩效自评表", (("docx", "output/2024/自评.docx"), ("PDF", "output/2024/自评.pdf"))),
        ("评价报告", (("PDF", "output/2024/自评-dept-evaluation.pdf"),)),
    ]
    later = content.stat().st_mtime_ns + 10**10
    os.utime(content, ns=(later, later))
    assert outputs_of(workspace, content, documents).made is Made.OLDER


def test_settings_say_where_outputs_are(tmp_path: Path) -> None:
    (tmp_path / "reportgen.toml").write_text('output = "成品"\n', encoding="utf-8")
    assert Workspace(tmp_path).output_folder(tmp_path / "2024" / "a.yaml") == tmp_path / "成品" / "2024"


# ---- checks in the background ----


class Later(Executor):
    """Work is done when the test says so."""

    def __init__(self) -> None:
        self.asked: list[tuple[Future[Any], Any, tuple[Any, ...]]] = []

    def submit(self, fn: Any, /, *args: Any, **_kwargs: Any) -> "Future[Any]":
        future: Future[Any] = Future()
        self.asked.append((future, fn, args))
        return future

    def work(self, fails: bool = False) -> Path:
        """Do what waits; returns the file that it was about."""
        future, fn, args = self.asked.pop(0)
        if fails:
            future.set_exception(BrokenProcessPool())
        else:
            future.set_result(fn(*args))
        path: Path = args[0]
        return path


def test_the_page_never_waits_and_a_file_is_checked_once_until_it_is_changed(tmp_path: Path) -> None:
    first, second = tmp_path / "a.yaml", tmp_path / "b.yaml"
    for path in (first, second):
        path.write_text("单位: 某市第二中学\n", encoding="utf-8")
    worker = Later()
    checks = Checks(Workspace(tmp_path), lambda: worker)
    assert checks.look([first, second]) == {first: None, second: None}
    assert (checks.waiting, len(worker.asked)) == (2, 1), "one at a time"
    assert worker.work() == first
    known = checks.look([first])[first]
    assert known is not None
    assert worker.work() == second
    checks.look([first, second])
    assert worker.asked == []
    first.write_text("单位: 样板镇人民政府\n年度: 2024\n", encoding="utf-8")
    assert checks.look([first])[first] == known, "what was known is shown until the new is"
    worker.work()
    now = checks.look([first])[first]
    assert now is not None
    assert now.unit == "样板镇人民政府"
    checks.close()


def test_a_worker_that_is_killed_says_so_of_its_file_alone(tmp_path: Path) -> None:
    first, second = tmp_path / "a.yaml", tmp_path / "b.yaml"
    for path in (first, second):
        path.write_text("单位: 某市水务局\n", encoding="utf-8")
    worker = Later()
    checks = Checks(Workspace(tmp_path), lambda: worker)
    checks.look([first, second])
    worker.work(fails=True)
    worker.work()
    found = checks.look([first, second])
    whys = [summary.why if summary else None for summary in found.values()]
    assert whys[0] == "查到一半停了，可能是内存不够"
    assert whys[1] is not None
    assert "内存" not in whys[1]


class Ended(Later):
    """The system has ended it before it was asked."""

    def submit(self, _fn: Any, /, *_args: Any, **_kwargs: Any) -> "Future[Any]":
        raise BrokenProcessPool


def test_a_worker_that_was_ended_between_two_files_is_begun_anew(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("单位: 某市水务局\n", encoding="utf-8")
    worker = Later()
    workers = [worker, Ended()]
    checks = Checks(Workspace(tmp_path), workers.pop)
    checks.look([tmp_path / "a.yaml"])
    assert worker.work() == tmp_path / "a.yaml"
    assert checks.waiting == 0


def test_nothing_is_checked_behind_the_end(tmp_path: Path) -> None:
    """A page may still ask for the list while the screen is being closed."""
    (tmp_path / "a.yaml").write_text("单位: 示例县人民法院\n", encoding="utf-8")
    worker = Later()
    checks = Checks(Workspace(tmp_path), lambda: worker)
    checks.close()
    assert checks.look([tmp_path / "a.yaml"]) == {tmp_path / "a.yaml": None}
    assert worker.asked == []


def test_settings_that_cannot_be_used_are_said_at_the_file(tmp_path: Path) -> None:
    (tmp_path / "reportgen.toml").write_text("nonsense\n", encoding="utf-8")
    (tmp_path / "a.yaml").write_text("单位: 某市水务局\n", encoding="utf-8")
    desk = desk_of(tmp_path)
    [row] = listing_of(desk).rows
    assert row.summary is not None
    assert "reportgen.toml 第 1 行" in row.summary.why
    desk.close()


# ---- what is put into a new file ----


def test_unit_and_year_are_put_behind_their_keys(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("文种: 项目支出绩效自评表\n\n单位:\n\n年度:\n项目自评:\n  - 单位:\n", encoding="utf-8")
    fill_in(path, {"单位": "示例县: 人民医院", "年度": "2024"})
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines[2:5] == ['单位: "示例县: 人民医院"', "", "年度: 2024"]
    assert lines[-1] == "  - 单位:"


def test_a_folder_that_is_too_large_is_not_looked_through(tmp_path: Path) -> None:
    for number in range(12):
        (tmp_path / f"{number:02}.yaml").write_text("单位: 某市水务局\n", encoding="utf-8")
    workspace = Workspace(tmp_path)
    assert (len(workspace.found().paths), workspace.found().is_cut) == (12, False)
    assert (len(workspace.found(most=6).paths), workspace.found(most=6).is_cut) == (6, True)


def test_links_out_of_the_folder_are_not_listed(tmp_path: Path) -> None:
    (tmp_path / "other.yaml").write_text("单位: 别处的\n", encoding="utf-8")
    (tmp_path / "绩效").mkdir()
    (tmp_path / "绩效" / "link.yaml").symlink_to(tmp_path / "other.yaml")
    (tmp_path / "绩效" / "round").symlink_to(tmp_path)
    assert list(Workspace(tmp_path / "绩效").content_files()) == []


@pytest.mark.parametrize("address", ["/home/fill", "/home/adopt", "/review", "/"])
def test_pages_that_list_files_leave_out_what_no_address_can_say(address: str, tmp_path: Path) -> None:
    """A link to last year's workbook of the hospital, to a report of the school; a lock of the water bureau's."""
    folder = tmp_path / "绩效"
    folder.mkdir()
    for name in ("示例县人民医院决算.xlsx", "某市第一小学自评.docx"):
        (tmp_path / name).write_bytes(b"PK")
        (folder / name).symlink_to(tmp_path / name)
    for name in ("示例县水务局决算.xlsx", "示例县水务局自评.docx"):
        (folder / name).write_bytes(b"PK")
        (folder / f"~${name}").write_bytes(b"PK")
    with opened(folder) as (_desk, client):
        answer = client.get(address)
    assert answer.status_code == 200
    assert not [name for name in ("示例县人民医院", "某市第一小学", "~$") if name in answer.text]

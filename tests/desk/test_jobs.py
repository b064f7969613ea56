"""Commands as jobs: what is run, what it says, what it writes, and that nothing from a page can be an option."""

import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.support.desk import TestClient, opened
from tests.support.example import EXAMPLE

from reportgen.cli.app import app
from reportgen.desk.jobs.command import Command, Commands
from reportgen.desk.jobs.jobs import Job, Jobs, State, Wanted
from reportgen.desk.state import Desk
from reportgen.errors import UsageProblem

Screen = tuple[Desk, TestClient]


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Screen]:
    """A folder with one content file."""
    (tmp_path / "科技馆-2024.yaml").write_text(EXAMPLE, encoding="utf-8")
    with opened(tmp_path) as one:
        yield one


@pytest.fixture
def pretended(monkeypatch: pytest.MonkeyPatch) -> None:
    """Processes that say their words and end, instead of the program."""
    told = "import sys; print(*sys.argv[1:], sep='\\n')"
    monkeypatch.setattr(Command, "line", lambda self: [sys.executable, "-c", told, *self.words])


def over(desk: Desk, name: str) -> Job:
    job = desk.jobs.get(name)
    assert job is not None
    job.wait(30)
    assert job.is_over
    return job


# ---- the command lines ----

HOSTILE = ("--lang=en", "-o", "--apply.yaml", "--limits=0", "-h")


@pytest.mark.parametrize("name", HOSTILE)
def test_what_a_page_says_is_never_an_option(name: str, tmp_path: Path) -> None:
    commands = Commands(tmp_path, (tmp_path / "模板",))
    book = tmp_path / name
    made: tuple[tuple[Command, set[str]], ...] = (
        (commands.check([name]), {"--all"}),
        (commands.build(name, tmp_path / "output"), {"--output=./output"}),
        (commands.new(["dept-evaluation"], name, "yaml"), {f"--output=./{name}", "--format=yaml"}),
        (commands.roll(name), set()),
        (commands.adopt(book, name, "dept-evaluation"), {"--pack=dept-evaluation", f"--output=./{name}"}),
        (commands.fill(name, [book], name, write=False), {f"--unit={name}"}),
        (commands.practice(name), {f"--copy=./{name}"}),
        (
            commands.letter([name], {"office": name, "days": ""}, False, name),
            {f"--office={name}", f"--output=./{name}"},
        ),
    )
    for command, own in made:
        options = {word for word in command.words if word.startswith("-")}
        assert options - {f"--templates={tmp_path / '模板'}"} == own
        assert command.words[0] in app.commands


def test_only_what_was_shown_can_be_written(tmp_path: Path) -> None:
    assert "--apply" in Commands(tmp_path).fill("a.yaml", [], "", write=True).words
    with opened(tmp_path) as (_desk, client):
        assert client.post("/home/fill/write", json={"job": "guessed"}).status_code == 400


# ---- a job ----


@pytest.mark.usefixtures("pretended")
def test_a_job_is_the_command_itself_and_its_report_is_shown(screen: Screen) -> None:
    desk, client = screen
    name = client.post("/home/check", json={"file": "科技馆-2024.yaml"}).json()["job"]
    job = over(desk, name)
    assert (job.code, job.text) == (0, "check\n--all\n./科技馆-2024.yaml\n")
    assert "reportgen check --all ./科技馆-2024.yaml" in client.get(f"/jobs/{name}").text
    report = client.get(f"/jobs/{name}/report", params={"from": 1}).json()
    assert [line["words"] for line in report["lines"]] == ["--all\n", "./科技馆-2024.yaml\n"]
    assert (report["at"], report["over"]) == (3, True)
    assert client.get(f"/jobs/{name}/report", params={"from": 3}).json()["lines"] == []
    for since in ("", "x", "NaN", "9" * 5000):
        assert client.get(f"/jobs/{name}/report", params={"from": since}).status_code == 400
    assert "做完了" in client.get(f"/jobs/{name}/side").text


def said(words: str, folder: Path, watched: Path | None = None) -> Wanted:
    """A job that is a line of Python."""

    class Spoken(Command, frozen=True):
        def line(self) -> list[str]:
            return [sys.executable, "-c", self.words[0]]

    return Wanted("试", Spoken((words,), folder), watched)


def test_what_it_writes_is_found(tmp_path: Path) -> None:
    (tmp_path / "旧.docx").write_bytes(b"")
    jobs = Jobs()
    words = "import os; os.mkdir('output'); open('output/新.docx', 'w').close(); open('旧.docx', 'w').write('x')"
    job = jobs.begin(said(words, tmp_path, tmp_path))
    job.wait(20)
    assert [path.relative_to(tmp_path).as_posix() for path in job.written] == ["output/新.docx", "旧.docx"]


def test_it_can_be_stopped_and_the_next_one_runs(tmp_path: Path) -> None:
    jobs = Jobs()
    long = jobs.begin(said("import time; print('begun', flush=True); time.sleep(60)", tmp_path))
    following, unwanted = jobs.begin(said("print('next')", tmp_path)), jobs.begin(said("print('no')", tmp_path))
    while not long.text:
        time.sleep(0.01)
    assert following.state is State.WAITING
    unwanted.cancel()
    long.cancel()
    for job in (long, following, unwanted):
        job.wait(10)
    assert [job.state for job in (long, following, unwanted)] == [State.CANCELLED, State.DONE, State.CANCELLED]
    assert (following.text, unwanted.text) == ("next\n", "")


def test_what_cannot_be_run_is_said(tmp_path: Path) -> None:
    job = Jobs().begin(said("print()", tmp_path / "gone"))
    job.wait(10)
    assert (job.state, job.code) == (State.DONE, 3)
    assert "运行不了" in job.text


def test_a_report_without_end_does_not_fill_the_memory(tmp_path: Path) -> None:
    job = Jobs().begin(said("[print('字' * 999) for _number in range(4000)]", tmp_path))
    job.wait(20)
    assert (job.code, len(job.text) < 2_100_000) == (0, True)


def test_a_job_that_is_not_known_is_no_page(screen: Screen) -> None:
    assert screen[1].get("/jobs/guessed").status_code == 404


# ---- what is begun from the first page ----


def test_a_new_file_has_its_unit_and_year(screen: Screen) -> None:
    desk, client = screen
    asked = {"packs": ["project-self-evaluation"], "name": "医院-2024", "unit": "示例县人民医院", "year": "2024"}
    answer = client.post("/home/new", json={**asked, "kind": "yaml"}).json()
    assert answer == {"go": "/open?file=%E5%8C%BB%E9%99%A2-2024.yaml"}
    text = (desk.workspace.folder / "医院-2024.yaml").read_text(encoding="utf-8")
    assert "\n文种: 项目支出绩效自评表\n" in text
    assert "\n单位: 示例县人民医院\n" in text
    assert "\n年度: 2024\n" in text


def test_the_gallery_shows_pages_of_the_program_s_own_types(screen: Screen) -> None:
    client = screen[1]
    page = client.get("/home/new").text
    assert 'value="dept-evaluation"' in page
    assert client.get("/home/picture", params={"pack": "dept-evaluation"}).content.startswith(b"\x89PNG")
    assert client.get("/home/picture", params={"pack": "../../architecture"}).status_code == 404


@pytest.mark.parametrize(
    "asked",
    [
        {"packs": [], "name": "a"},
        {"packs": ["no such"], "name": "a"},
        {"packs": ["dept-evaluation"], "name": ""},
        {"packs": ["dept-evaluation"], "name": "../a"},
        {"packs": ["dept-evaluation"], "name": "con"},
        {"packs": ["dept-evaluation"], "name": "a:b"},
        {"packs": ["dept-evaluation"], "name": "a", "kind": "exe"},
        {"packs": "dept-evaluation", "name": "a"},
        {"packs": ["dept-evaluation"], "name": "a", "year": "25"},
        {"packs": ["dept-evaluation"], "name": "a", "year": "二〇二五"},
    ],
)
def test_what_cannot_be_begun_is_refused_in_words(screen: Screen, asked: dict[str, object]) -> None:
    answer = screen[1].post("/home/new", json=asked)
    assert (answer.status_code, bool(answer.json()["problem"])) == (400, True)


@pytest.mark.usefixtures("pretended")
def test_next_year_s_file_is_seen_before_it_is_written(screen: Screen) -> None:
    desk, client = screen
    page = client.get("/home/roll", params={"file": "科技馆-2024.yaml"}).text
    assert "明年的报告：2024 → 2025" in page
    assert "写出 科技馆-2025.yaml，开始填写" in page
    assert "后移一年，待确认" in page, "the mark of a date is said of the date"
    target = desk.workspace.folder / "科技馆-2025.yaml"
    job = client.post("/home/roll", json={"file": "科技馆-2024.yaml"}).json()["job"]
    assert over(desk, job).text.splitlines() == ["roll", "./科技馆-2024.yaml"]
    target.write_text("年度: 2025\n", encoding="utf-8")
    assert "已经有了，没有改动它" in client.get("/home/roll", params={"file": "科技馆-2024.yaml"}).text


@pytest.mark.usefixtures("pretended")
def test_a_report_that_is_handed_in_becomes_a_file_of_the_folder(screen: Screen) -> None:
    desk, client = screen
    answer = client.post("/home/adopt", data={"pack": "", "name": ""}, files={"files": ("去年的 报告.docx", b"PK")})
    words = over(desk, answer.json()["job"]).text.splitlines()
    assert words[:2] == ["adopt", "--output=./去年的 报告.yaml"]
    assert Path(words[-1]).parent.parent == desk.uploads
    assert not (desk.workspace.folder / "去年的 报告.docx").exists()


@pytest.mark.usefixtures("pretended")
def test_figures_are_shown_before_they_are_written(screen: Screen) -> None:
    desk, client = screen
    files = {"files": ("决算表.xlsx", b"PK")}
    asked = {"into": "old", "file": "科技馆-2024.yaml", "unit": "市科技馆"}
    name = client.post("/home/fill", data=asked, files=files).json()["job"]
    words = over(desk, name).text.splitlines()
    assert words[:3] == ["fill", "--unit=市科技馆", "./科技馆-2024.yaml"]
    side = client.get(f"/jobs/{name}/side").text
    assert "写进 科技馆-2024.yaml" in side
    written = client.post("/home/fill/write", json={"job": name}).json()["job"]
    assert over(desk, written).text.splitlines()[1] == "--apply"


@pytest.mark.parametrize("name", ["a.exe", "a.yaml", ".docx", "con.docx", "..", "a\0.docx/../x"])
def test_what_is_no_document_is_not_taken(screen: Screen, name: str) -> None:
    desk, client = screen
    answer = client.post("/home/drop", files={"files": (name, b"PK")})
    assert answer.status_code == 400
    assert list(desk.uploads.iterdir()) == []


@pytest.mark.parametrize("name", ["C:\\Users\\王\\报告.docx", "../../报告.docx", "/etc/报告.docx"])
def test_of_a_path_only_the_name_is_taken(screen: Screen, name: str) -> None:
    desk, client = screen
    client.post("/home/adopt", files={"files": (name, b"PK")})
    assert [path.name for path in desk.uploads.glob("*/*")] == ["报告.docx"]
    uploads = desk.uploads
    desk.close()
    assert not uploads.exists()


def test_another_folder_is_named_by_its_path(screen: Screen) -> None:
    desk, client = screen
    (desk.workspace.folder / "下面的").mkdir()
    page = client.get("/home/elsewhere").text
    assert "下面的" in page
    for none in ("/no such folder", "/" + "示例县人民医院" * 40, "\0"):
        assert client.post("/home/elsewhere", json={"folder": none}).status_code == 400


def test_names_of_files_to_be_made_stay_in_the_folder(screen: Screen) -> None:
    with pytest.raises(UsageProblem):
        screen[0].workspace.path("a/../../b.yaml")


@pytest.mark.usefixtures("pretended")
def test_a_folder_without_files_can_begin_with_the_examples(screen: Screen) -> None:
    desk, client = screen
    (desk.workspace.folder / "科技馆-2024.yaml").unlink()
    assert 'data-do="/home/practice"' in client.get("/").text
    job = over(desk, client.post("/home/practice").json()["job"])
    assert job.text.splitlines() == ["docs", "--copy=./练习"]

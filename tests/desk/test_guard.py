"""Other pages in the same browser, and other programs, get nothing out of the screen and change nothing."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.support.desk import OWN, TOKEN, desk_of, stranger, visitor

from reportgen.desk.guard import TOKEN_HEADER
from reportgen.desk.state import Desk
from reportgen.errors import UsageProblem

CHANGE = "/home/check-all"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A screen of an empty folder."""
    one = desk_of(tmp_path)
    yield one
    one.close()


def test_a_browser_that_was_let_in_sees_the_page(desk: Desk) -> None:
    assert "这个文件夹里还没有内容文件" in visitor(desk).get("/").text


# ---- somebody else's page, read by a name of its own (DNS rebinding) ----


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8000", "127.0.0.1:8001", "127.0.0.1", ""])
def test_it_answers_to_its_own_names_only(desk: Desk, host: str) -> None:
    answer = visitor(desk).get("/", headers={"Host": host})
    assert answer.status_code == 403
    assert "这不是本程序的地址" in answer.text


def test_an_origin_that_is_the_same_as_host_proves_nothing(desk: Desk) -> None:
    """A page under a name that leads here has both."""
    answer = visitor(desk).post(CHANGE, headers={"Host": "evil.example:8000", "Origin": "http://evil.example:8000"})
    assert answer.status_code == 403


# ---- somebody else's page, sending blindly ----


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "http://127.0.0.1:9000", "https://127.0.0.1:8000"])
def test_a_foreign_origin_is_refused(desk: Desk, origin: str) -> None:
    assert visitor(desk).post(CHANGE, headers={"Origin": origin}).status_code == 403


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_what_the_browser_says_another_site_sends_is_refused(desk: Desk, site: str) -> None:
    assert visitor(desk).get("/", headers={"Sec-Fetch-Site": site}).status_code == 403


def test_a_form_of_another_site_cannot_say_the_token(desk: Desk) -> None:
    client = visitor(desk)
    del client.headers[TOKEN_HEADER]
    answer = client.post(CHANGE, data={"file": "a.yaml"})
    assert answer.status_code == 403
    assert desk.jobs.running == []


def test_no_other_site_may_read_an_answer(desk: Desk) -> None:
    answer = visitor(desk).get("/")
    assert not [name for name in answer.headers if name.startswith("access-control-")]
    assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"


def test_no_page_may_frame_it(desk: Desk) -> None:
    headers = visitor(desk).get("/").headers
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert headers["X-Frame-Options"] == "DENY"


def test_answers_say_what_browsers_may_do_with_them(desk: Desk) -> None:
    headers = visitor(desk).get("/").headers
    assert headers["Content-Security-Policy"].startswith("default-src 'self'; img-src 'self' data: blob:")
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["Cache-Control"] == "no-store"


# ---- who was not let in ----


def test_without_the_cookie_nothing_is_shown(desk: Desk) -> None:
    client = stranger(desk)
    assert client.get("/").status_code == 403
    assert client.post(CHANGE, headers={TOKEN_HEADER: TOKEN}).status_code == 403


def test_a_guessed_cookie_is_none(desk: Desk) -> None:
    client = stranger(desk)
    client.cookies.set(desk.entrance.cookie, "x" * 43)
    assert client.get("/").status_code == 403


@pytest.mark.parametrize("token", ["", "x", TOKEN + "x"])
def test_the_cookie_alone_changes_nothing(desk: Desk, token: str) -> None:
    assert visitor(desk).post(CHANGE, headers={TOKEN_HEADER: token}).status_code == 403


def test_the_first_address_lets_one_browser_in_and_is_used_up(desk: Desk) -> None:
    key = desk.entrance.issue()
    answer = stranger(desk).get("/", params={"key": key})
    assert (answer.status_code, answer.headers["Location"]) == (303, "/")
    cookie = answer.headers["Set-Cookie"]
    assert {"HttpOnly", "SameSite=strict", "Path=/"} <= set(cookie.split("; "))
    again = stranger(desk).get("/", params={"key": key})
    assert again.status_code == 403
    assert "Set-Cookie" not in again.headers
    assert "这个地址只能用一次" in again.text


def test_reloading_the_first_address_does_not_lock_anybody_out(desk: Desk) -> None:
    client = visitor(desk)
    assert client.get("/", params={"key": "used"}, follow_redirects=False).status_code == 303


def test_the_first_address_may_lead_to_a_file_of_the_folder_and_nowhere_else(desk: Desk) -> None:
    said = {"key": desk.entrance.issue(), "file": "//evil.example/2024/甲.yaml"}
    assert stranger(desk).get("/", params=said).headers["Location"].startswith("/open?file=//evil.example/")


def test_a_report_of_somebody_else_leads_to_the_reviewer_s_page(desk: Desk) -> None:
    said = {"key": desk.entrance.issue(), "file": "报告.PDF"}
    assert stranger(desk).get("/", params=said).headers["Location"].startswith("/review/document?file=")


def test_another_screen_may_send_the_browser_here(desk: Desk) -> None:
    """It has asked for the key; a redirect would count as sent by it, so a page leads on."""
    said = {"key": desk.entrance.issue()}
    answer = stranger(desk).get("/", params=said, headers={"Sec-Fetch-Site": "same-site"})
    assert (answer.status_code, "Set-Cookie" in answer.headers) == (200, True)
    assert 'http-equiv="refresh" content="0;url=/"' in answer.text


# ---- what changes something is sent on purpose ----


@pytest.mark.parametrize("address", [CHANGE, "/home/build-all", "/home/build", "/home/drop", "/home/practice"])
def test_nothing_is_changed_by_following_a_link(desk: Desk, address: str) -> None:
    assert visitor(desk).get(address).status_code == 405
    assert desk.jobs.running == []


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_there_are_no_other_methods(desk: Desk, method: str) -> None:
    assert visitor(desk).request(method, "/").status_code == 405


# ---- files outside the folder ----

OUTSIDE = (
    *("../secret.yaml", "a/../../secret.yaml", "/etc/passwd", "..", ".", "", "a\0.yaml", "\0"),
    *("..\\secret.yaml", "C:\\Windows\\win.ini", "C:secret.yaml", "\\\\server\\share\\a.yaml", "//server/share/a.yaml"),
    *("link/secret.yaml", "link.yaml", ".reportgen/history.json", "a/.reportgen/b"),
)


@pytest.mark.parametrize("name", OUTSIDE)
def test_no_name_leads_out_of_the_folder(tmp_path: Path, name: str) -> None:
    secret = tmp_path / "secret.yaml"
    secret.write_text("单位: 某市科技馆", encoding="utf-8")
    folder = tmp_path / "opened"
    (folder / "a").mkdir(parents=True)
    (folder / "link").symlink_to(tmp_path)
    (folder / "link.yaml").symlink_to(secret)
    desk = desk_of(folder)
    with pytest.raises(UsageProblem, match="不在打开的文件夹里"):
        desk.workspace.path(name)
    client = visitor(desk)
    for address, field in (("/file", "name"), ("/home/file", "file"), ("/home/roll", "file"), ("/events", "file")):
        answer = client.get(address, params={field: name})
        assert answer.status_code == 400, address
        assert "某市科技馆" not in answer.text
    assert client.post("/home/check", json={"file": name}).status_code == 400
    desk.close()


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("示例县人民医院" * 40 + ".yaml", "文件名太长"),
        ("水利局/" * 1000 + "自评.yaml", "文件名太长"),
        ("法院.yaml", "链接绕成了圈"),
        ("法院.yaml/自评.yaml", "链接绕成了圈"),
    ],
)
def test_what_the_system_does_not_look_for_is_refused_in_its_words(desk: Desk, name: str, why: str) -> None:
    (desk.workspace.folder / "法院.yaml").symlink_to("法院.yaml")
    client = visitor(desk)
    asked = {"file": name, "name": name}
    answers = [client.get(address, params=asked) for address in ("/file", "/home/file", "/home/roll", "/review/data")]
    answers.append(client.post("/home/check", json=asked))
    assert [answer.status_code for answer in answers] == [400] * len(answers)
    assert all(why in answer.text for answer in answers)
    assert why in client.get("/content/tree", params=asked).json()["problem"]
    assert client.get("/home/elsewhere", params={"folder": f"{desk.workspace.folder}/{name}"}).status_code == 200


def test_what_is_no_document_is_not_handed_out(desk: Desk) -> None:
    (desk.workspace.folder / "id_rsa").write_text("秘", encoding="utf-8")
    assert visitor(desk).get("/file", params={"name": "id_rsa"}).status_code == 400


def test_a_document_is_handed_out_under_its_own_name(desk: Desk) -> None:
    (desk.workspace.folder / "output").mkdir()
    (desk.workspace.folder / "output" / "科技馆 〔2024〕.pdf").write_bytes(b"%PDF-1.7")
    client = visitor(desk)
    answer = client.get("/file", params={"name": "output/科技馆 〔2024〕.pdf"})
    assert answer.content == b"%PDF-1.7"
    name = "%E7%A7%91%E6%8A%80%E9%A6%86%20%E3%80%942024%E3%80%95.pdf"
    assert answer.headers["Content-Disposition"] == f"attachment; filename*=UTF-8''{name}"
    looked = client.get("/file", params={"name": "output/科技馆 〔2024〕.pdf", "show": "1"})
    assert looked.headers["Content-Disposition"].startswith("inline; ")


# ---- too much ----


def test_a_body_that_says_that_it_is_huge_is_not_read(desk: Desk) -> None:
    answer = visitor(desk).post("/home/check", content=b"{}", headers={"Content-Length": "9000000"})
    assert answer.status_code == 413


def test_a_body_that_does_not_say_so_is_read_no_further(desk: Desk) -> None:
    pieces = (b" " * 1_000_000 for _number in range(9))
    answer = visitor(desk).post("/home/check", content=pieces, headers={"Content-Type": "application/json"})
    assert answer.status_code == 413


def test_more_files_than_a_person_would_drop_are_refused(desk: Desk) -> None:
    files = [("files", (f"{number}.docx", b"PK")) for number in range(101)]
    answer = visitor(desk).post("/home/drop", files=files)
    assert (answer.status_code, answer.json()["problem"]) == (400, "一次最多收 100 个文件，请分几次放进来")
    assert not any(desk.uploads.iterdir())
    assert not (desk.workspace.folder / "送审").exists()


# ---- wrong requests are the sender's fault ----


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'{"file": 1}', b'"x"', b"\xff"])
def test_what_cannot_be_understood_is_said(desk: Desk, body: bytes) -> None:
    answer = visitor(desk).post("/home/check", content=body, headers={"Content-Type": "application/json"})
    assert answer.status_code == 400
    assert answer.json()["problem"]


@pytest.mark.parametrize("address", ["/home/drop", "/home/fill", "/home/adopt", "/content/picture", "/content/sheets"])
def test_a_form_that_cannot_be_understood_is_said_in_the_program_s_own_words(desk: Desk, address: str) -> None:
    """Not in those of the framework, which are English."""
    client, many = visitor(desk), {f"{number}": "" for number in range(61)}
    broken = client.post(address, content=b"{}", headers={"Content-Type": "multipart/form-data; boundary=x"})
    long = client.post(address, files={"file": ("a.png", b"")}, data=many)
    assert [(answer.status_code, answer.json()["problem"]) for answer in (broken, long)] == [
        (400, "这个请求看不懂")
    ] * 2


def test_what_is_not_there_is_said_in_words(desk: Desk) -> None:
    client = visitor(desk)
    del client.headers[TOKEN_HEADER]
    answer = client.get("/nothing", headers={"Origin": OWN})
    assert (answer.status_code, "没有这一页" in answer.text) == (404, True)

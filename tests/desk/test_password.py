"""People at other computers are let in by a password, of which a file holds the hash."""

from pathlib import Path

import pytest
from tests.support.desk import desk_of, stranger

from reportgen.desk import password as passwords
from reportgen.desk.password import read_password, written_password
from reportgen.errors import UsageProblem


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """Guessing is as cheap as checking here."""
    monkeypatch.setattr(passwords, "_COST", 2**4)
    monkeypatch.setattr(passwords, "_WAIT", 0)


WORDS = "不好猜的一句话 2024"


def test_only_the_hash_is_kept_and_nobody_else_reads_it(tmp_path: Path) -> None:
    file = tmp_path / "密码"
    written_password(file, WORDS)
    said = file.read_text(encoding="utf-8")
    assert said.startswith("scrypt:")
    assert WORDS not in said
    assert file.stat().st_mode & 0o077 == 0
    assert read_password(file).is_it(WORDS)
    assert not read_password(file).is_it(WORDS + " ")


@pytest.mark.parametrize("said", ["", "1234567890", "scrypt:00", "scrypt:zz:00", "md5:00:00", "scrypt::"])
def test_a_file_with_something_else_lets_nobody_in(said: str, tmp_path: Path) -> None:
    file = tmp_path / "密码"
    file.write_text(said, encoding="utf-8")
    with pytest.raises(UsageProblem, match="不是密码的校验值"):
        read_password(file)


def test_a_short_one_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageProblem, match="至少 10 个字"):
        written_password(tmp_path / "密码", "123456")
    assert not (tmp_path / "密码").exists()


def test_a_visitor_is_asked_and_let_in(tmp_path: Path) -> None:
    desk = desk_of(tmp_path, written_password(tmp_path / "密码", WORDS))
    client = stranger(desk)
    assert client.get("/").headers["Location"] == "/login"
    assert "密码" in client.get("/login").text
    wrong = client.post("/login", data={"password": "guess"})
    assert (wrong.status_code, "Set-Cookie" in wrong.headers) == (403, False)
    assert client.post("/login", data={"password": WORDS}, headers={"Origin": "http://evil.example"}).status_code == 403
    assert client.post("/login", data={"password": WORDS}).status_code == 303
    assert client.get("/").status_code == 200
    assert client.get("/home/elsewhere").status_code == 403, "they were let into one folder"
    desk.close()


def test_without_one_nobody_is_asked(tmp_path: Path) -> None:
    desk = desk_of(tmp_path)
    assert stranger(desk).get("/login").status_code == 403
    desk.close()


def test_behind_a_server_that_encrypts_its_name_is_one_of_ours_too(tmp_path: Path) -> None:
    desk = desk_of(tmp_path, written_password(tmp_path / "密码", WORDS), proxy="https://jx.example")
    client = stranger(desk)
    own = {"Host": "jx.example", "Origin": "https://jx.example"}
    entered = client.post("/login", data={"password": WORDS}, headers=own)
    assert entered.status_code == 303
    assert "Secure" in entered.headers["Set-Cookie"]
    assert (
        client.post("/login", data={"password": WORDS}, headers={"Origin": "https://evil.example"}).status_code == 403
    )
    desk.close()

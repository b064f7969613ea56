"""The screen over a real socket: its address, the stream of a page, a second call, and its end."""

import json
import socket
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from tests.support.served import Served

from reportgen.cli.opening import Options, open_folder
from reportgen.desk.running import Running
from reportgen.desk.serving import LOOPBACK, address_of_running, listening
from reportgen.errors import EnvironmentProblem, UsageProblem


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A screen of a folder with one file that nobody has checked yet."""
    folder = tmp_path_factory.mktemp("own")
    (folder / "绩效").mkdir()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_DATA_HOME", str(folder / "data"))
        one = Served(folder / "绩效")
        yield one
        one.end()


def test_attacks_over_the_socket(served: Served) -> None:
    """As a browser sends them: nothing between the guard and the wire lets them through."""
    cookie = served.cookie(served.address)
    own = f"http://{LOOPBACK}:{served.port}"
    tokened = {"Cookie": cookie, "X_Reportgen_Token": "token"}
    assert served.ask("GET", "/", Cookie=cookie).status == 200
    assert served.ask("GET", "/", Cookie=cookie, Host=f"evil.example:{served.port}").status == 403
    assert served.ask("POST", "/home/check-all", **tokened, Origin="http://evil.example").status == 403
    assert served.ask("POST", "/home/check-all", Cookie=cookie, Origin=own).status == 403
    assert served.ask("GET", "/file?name=..%2F..%2Fetc%2Fpasswd", Cookie=cookie).status == 400
    assert served.ask("GET", "/static/..%2f..%2fapp.py", Cookie=cookie).status == 404
    assert served.desk.jobs.running == []


def test_two_hosts_or_a_smuggled_body_are_no_request(served: Served) -> None:
    lines = ("GET / HTTP/1.1", f"Host: {LOOPBACK}:{served.port}", "Host: evil.example", "", "")
    with socket.create_connection((LOOPBACK, served.port), timeout=5) as wire:
        wire.sendall("\r\n".join(lines).encode())
        assert wire.recv(200).split(b" ")[1] in (b"400", b"403")


def test_a_second_call_gets_a_page_of_the_first(served: Served, capsys: pytest.CaptureFixture[str]) -> None:
    folder = served.desk.workspace.folder
    assert address_of_running(folder) is None, "nothing was left behind for it"
    served.running.leave_for(folder)
    assert open_folder(folder, Options(no_browser=True)) == 0
    told, url = capsys.readouterr().out.splitlines()
    assert told == f"{folder} 已经打开了，再开一页："
    assert urlsplit(url).port == served.port
    served.cookie(url)


def test_only_the_same_user_may_ask_for_another_page(served: Served) -> None:
    assert served.ask("POST", "/again", X_Reportgen_Again="guessed").status == 403
    served.running.leave_for(served.desk.workspace.folder)
    files = (served.desk.workspace.folder.parent / "data").rglob("*.json")
    assert [path.stat().st_mode & 0o077 for path in files] == [0]


def test_what_an_ended_screen_has_left_misleads_nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    with listening(LOOPBACK, 0) as own:
        port = own.getsockname()[1]
    Running(LOOPBACK, port, "again").leave_for(tmp_path)
    assert address_of_running(tmp_path) is None


def test_a_port_that_is_taken_is_said() -> None:
    with listening(LOOPBACK, 0) as own:
        own.listen()
        with pytest.raises(EnvironmentProblem, match=r"的端口 .* 用不了"):
            listening(LOOPBACK, own.getsockname()[1])


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.5", "::", "pc.example"])
def test_others_cannot_reach_it_without_a_password(host: str, tmp_path: Path) -> None:
    with pytest.raises(UsageProblem, match=r"--serve 密码文件|是所有地址"):
        open_folder(tmp_path, Options(no_browser=True, host=host))


@pytest.mark.parametrize("proxy", ["http://jx.example", "https://jx.example/reports", "jx.example", "https://"])
def test_a_server_before_it_must_encrypt_and_have_a_name(proxy: str, tmp_path: Path) -> None:
    with pytest.raises(UsageProblem, match="--proxy 写反向代理的网址"):
        open_folder(tmp_path, Options(no_browser=True, password=tmp_path / "密码", proxy=proxy))


@pytest.mark.parametrize("name", ["nothing", "a.xlsx"])
def test_what_is_no_folder_is_not_opened(name: str, tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"PK")
    with pytest.raises(UsageProblem):
        open_folder(tmp_path / name, Options(no_browser=True))


def test_a_page_hears_of_changes_and_the_screen_ends_when_the_last_has_gone(served: Served) -> None:
    content = served.desk.workspace.folder / "甲.yaml"
    content.write_text("单位: 某市科技馆\n", encoding="utf-8")
    cookie = served.cookie(served.address)
    with closing(served.connected()) as connection:
        connection.request("GET", "/events?file=%E7%94%B2.yaml", headers={"Cookie": cookie})
        stream = connection.getresponse()
        assert stream.headers["Content-Type"].startswith("text/event-stream")
        assert stream.readline() == b"retry: 1000\n"
        content.write_text("单位: 示例县人民医院\n", encoding="utf-8")
        assert [stream.readline() for _number in range(2)] == [b"\n", b"event: changed\n"]
        said = json.loads(stream.readline().removeprefix(b"data: "))
        assert (said["file"], len(said["digest"])) == ("甲.yaml", 64)
        assert served.desk.presence.open == 1
        served.desk.presence.leave_after = 0
        stream.close()
    served.thread.join(8)
    assert not served.thread.is_alive()
    with pytest.raises(OSError, match="refused"):
        served.ask("GET", "/")

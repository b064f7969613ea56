"""The program's own fault on the screen: said in words, written down for those who mend it; the screen goes on."""

from pathlib import Path

import pytest
from tests.support.desk import OWN, TOKEN, TestClient, desk_of
from tests.support.example import EXAMPLE

from reportgen.desk.app import application
from reportgen.desk.content.service import Contents


def test_a_fault_is_told_and_written_down(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_values: object) -> None:
        raise RuntimeError("no such thing")

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(Contents, "form", broken)
    folder = tmp_path / "绩效"
    folder.mkdir()
    (folder / "科技馆.yaml").write_text(EXAMPLE, encoding="utf-8")
    desk = desk_of(folder)
    client = TestClient(application(desk), base_url=OWN, raise_server_exceptions=False)
    client.get("/", params={"key": desk.entrance.issue()}, follow_redirects=False)
    client.headers["X-Reportgen-Token"] = TOKEN
    answer = client.get("/open", params={"file": "科技馆.yaml"})
    assert answer.status_code == 500
    assert "程序内部错误（RuntimeError）" in answer.text
    (report,) = tmp_path.glob("reportgen-*.txt")
    assert "no such thing" in report.read_text(encoding="utf-8")
    assert client.get("/content/tree", params={"file": "科技馆.yaml"}).status_code == 200
    desk.close()

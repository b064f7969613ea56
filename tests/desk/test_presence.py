"""What open pages are told of their files."""

import json
from pathlib import Path

import pytest
from tests.support.desk import awaited

from reportgen.desk import presence
from reportgen.desk.presence import Presence, stream
from reportgen.desk.workspace import Workspace
from reportgen.digest import digest_of
from reportgen.errors import FileInUse
from reportgen.world import read_bytes


@pytest.mark.parametrize("text", ["单位: 示例县人民医院\n", "单位: 示例县水利局\n", ""])
def test_a_file_that_another_program_is_just_writing_is_told_when_it_can_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    """As WPS and Excel hold files on Windows: the first looks find it locked."""
    path = tmp_path / "自评.yaml"
    path.write_text("单位: 某市科技馆\n", encoding="utf-8")
    locked = [path, path]

    def read(asked: Path) -> bytes:
        if locked:
            raise FileInUse(str(locked.pop()))
        return read_bytes(asked)

    async def told() -> list[str]:
        events = stream(Workspace(tmp_path), Presence(), [path.name], lambda _name: (), pace=0.01)
        begun = await anext(events)
        path.write_text(text, encoding="utf-8")
        return [begun, await anext(events)]

    monkeypatch.setattr(presence, "read_bytes", read)
    name, _sign, values = awaited(told())[1].partition("\ndata: ")
    assert name == "event: changed"
    assert json.loads(values) == {"file": path.name, "digest": digest_of(text.encode())}
    assert not locked

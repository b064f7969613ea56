"""Files beside a content file: what cannot be there is not there, whatever a content file calls it."""

from pathlib import Path

import pytest

from reportgen.source.beside import Beside, NotBeside, are_as_sought


@pytest.mark.parametrize("name", ["职工\0.csv", "图片/操场\0.png", "校\0章.png"])
def test_a_name_that_no_file_can_have_is_looked_for_in_vain(tmp_path: Path, name: str) -> None:
    beside = Beside(tmp_path)
    with pytest.raises(NotBeside):
        beside.read(name)
    assert beside.sought == {name: None}
    assert are_as_sought(tmp_path, beside.sought)


def test_it_is_known_whether_they_are_still_the_same(tmp_path: Path) -> None:
    beside = Beside(tmp_path)
    with pytest.raises(NotBeside):
        beside.read("泵站.png")
    (tmp_path / "泵站.png").write_bytes(b"1")
    assert not are_as_sought(tmp_path, beside.sought)
    assert beside.read("泵站.png") == b"1"
    assert are_as_sought(tmp_path, beside.sought)
    (tmp_path / "泵站.png").write_bytes(b"22")
    assert not are_as_sought(tmp_path, beside.sought)

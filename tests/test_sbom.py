"""The bill of materials names what is installed and what travels along, and is a CycloneDX document."""

import json
from pathlib import Path
from typing import Any

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from script import audit, sbom
from script.notice import licences


def test_the_bill_is_of_today_and_keeps_the_standard() -> None:
    text = sbom.SBOM.read_text(encoding="utf-8")
    assert text == sbom.bill()
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None


def test_every_pinned_library_is_needed_by_something() -> None:
    told = json.loads(sbom.SBOM.read_text(encoding="utf-8"))
    needed = {name for each in told["dependencies"] for name in each.get("dependsOn", ())}
    assert set(licences()) <= needed
    assert {"weasyprint 70.0", "htmx.org 4.0.1", "GWFangSong.ttf"} <= needed
    assert not any("esbuild" in each["name"] for each in told["components"])


LOOKED_UP: list[dict[str, Any]] = [
    {"name": "pillow", "version": "9.0", "vulns": [{"id": "CVE-2023-50447", "fix_versions": ["10.2.0"]}]},
    {"name": "click", "version": "8.5.1", "vulns": []},
]


def test_a_vulnerable_library_is_told_with_the_version_that_mends_it() -> None:
    assert list(audit.vulnerable(LOOKED_UP)) == ["pillow 9.0: CVE-2023-50447 (mended in 10.2.0)"]


@pytest.mark.parametrize(
    ("pinned", "looked_up", "code"),
    [
        ("click==8.5.1 \\\n", LOOKED_UP[1:], 0),
        ("click==8.5.1 \\\npillow==9.0 \\\n", LOOKED_UP, 1),
        ("click==8.5.1 \\\npillow==9.0 \\\n", LOOKED_UP[:1], 1),  # what is known is told, though not all could be asked
        ("click==8.5.1 \\\npillow==9.0 \\\n", [], 3),
    ],
)
def test_what_was_not_looked_up_is_never_called_safe(
    pinned: str,
    looked_up: list[dict[str, Any]],
    code: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / "requirements.txt").write_text(pinned, encoding="utf-8")
    monkeypatch.setattr(audit, "ROOT", tmp_path)
    monkeypatch.setattr(audit, "asked", lambda _lock: looked_up)
    assert audit.main() == code
    assert ("没有查到" in capsys.readouterr().out) == (len(looked_up) < pinned.count("=="))

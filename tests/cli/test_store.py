"""A build of content files in a store (S3): as one of files, but nothing is locked, and little travels."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.support.edited import png
from tests.support.example import ROOT, changed
from tests.support.shell import Shell
from tests.support.store import SECRET, Store, running

from reportgen.addresses import is_usable, name_of, spelt
from reportgen.cli import batch, stored_building
from reportgen.stored import store as stored

EXAMPLE = (ROOT / "templates" / "problem-list" / "example.yaml").read_text(encoding="utf-8")
HOSPITAL, SCHOOL, WATER = "医院/示例县人民医院", "学校/某市第二中学", "水务/示例县水务局"
TRADES = {
    HOSPITAL: ("两台教学设备到货后四个月没有验收", "一台CT机到货后四个月没有验收"),
    SCHOOL: ("总务处补办验收", "教务处补办验收"),
    WATER: ("食堂补助资金的支出明细账与凭证对不上3笔", "渠道维修资金的支出明细账与凭证对不上3笔"),
}
MOMENT = "1735689600"


def content(name: str, *more: tuple[str, str]) -> str:
    """The list of problems of a unit."""
    text = EXAMPLE.replace("单位: 某市第二中学", f"单位: {name.rpartition('/')[2]}")
    for old, new in (TRADES[name], *more):
        assert old in text
        text = text.replace(old, new)
    return text


@pytest.fixture(scope="module")
def server() -> Iterator[Store]:
    with running() as one:
        yield one


@pytest.fixture
def store(server: Store, monkeypatch: pytest.MonkeyPatch) -> Store:
    """A bucket with the content files of three units."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", MOMENT)
    monkeypatch.setattr(batch, "_cores", lambda: 1)
    monkeypatch.setattr(stored_building, "_WAITS", (0, 0))
    server.clear()
    for name in TRADES:
        server.write(f"content/{name}.yaml", content(name))
    server.asked.clear()
    return server


def build(shell: Shell, *words: str, output: str = "s3://province/out") -> tuple[int, str]:
    """All that is printed, and the exit code."""
    code, out, err = shell.run("build", "s3://province/content", "-o", output, "--format", "txt", *words)
    return code, out + err


def test_outputs_are_those_of_files_and_the_next_build_does_nothing(shell: Shell, store: Store) -> None:
    code, told = build(shell)
    assert code == 0
    assert f"已生成：s3://province/out/{HOSPITAL}.txt" in told
    assert store.keys("out") == sorted(f"out/{name}.txt" for name in TRADES)
    for name in TRADES:
        shell.write(f"{Path(name).name}.yaml", content(name))
    shell.run("build", *(f"{Path(name).name}.yaml" for name in TRADES), "--format", "txt")
    for name in TRADES:
        assert store.read(f"out/{name}.txt") == (shell.folder / "output" / f"{Path(name).name}.txt").read_bytes()
    store.asked.clear()
    code, told = build(shell)
    assert code == 0
    assert told.count("没有变化，没有重做") == len(TRADES)
    assert [key for method, key in store.asked if method == "GET" and key.endswith(".txt")] == []
    assert {key for method, key in store.asked if method == "PUT"} == {"out/build-report.json", "out/build-report.html"}


def test_what_has_changed_is_made_anew_and_nothing_else(shell: Shell, store: Store) -> None:
    build(shell)
    store.write(f"content/{WATER}.yaml", content(WATER, ("2025年4月底", "2025年6月底")))
    code, told = build(shell)
    assert code == 0
    assert told.count("没有变化，没有重做") == 2
    assert f"已生成：s3://province/out/{WATER}.txt" in told
    assert "2025年6月底" in store.read(f"out/{WATER}.txt").decode()


def test_an_object_that_somebody_has_edited_is_named_and_kept(shell: Shell, store: Store) -> None:
    build(shell)
    edited = store.read(f"out/{SCHOOL}.txt") + "手写一行".encode()
    store.write(f"out/{SCHOOL}.txt", edited)
    code, told = build(shell)
    assert code == 0
    assert f"内容没有变，s3://province/out/{SCHOOL}.txt 手改过，没有动" in told
    store.write(f"content/{SCHOOL}.yaml", content(SCHOOL, ("四个月", "五个月")))
    code, told = build(shell)
    assert code == 2
    assert f"s3://province/out/{SCHOOL}.txt 生成以后手改过，没有覆盖" in told
    assert store.read(f"out/{SCHOOL}.txt") == edited
    code, told = build(shell, "--force")
    assert code == 0
    assert f"改过的那份留作 s3://province/out/{SCHOOL}-手改.txt" in told
    assert store.read(f"out/{SCHOOL}-手改.txt") == edited
    assert "五个月" in store.read(f"out/{SCHOOL}.txt").decode()


def test_names_may_have_signs_of_patterns(shell: Shell, store: Store) -> None:
    """附件[1].yaml is what browsers make of a second download."""
    text = content(HOSPITAL)
    for name in ("附件[1]", "附件1", "附 件#2?"):
        store.write(f"several/{name}.yaml", text)
    code, _out, _err = shell.run("build", "s3://province/several", "-o", "s3://province/out", "--format", "txt")
    assert code == 0
    assert store.keys("out") == sorted(f"out/{name}.txt" for name in ("附件[1]", "附件1", "附 件#2?"))
    assert (
        shell.run("build", "s3://province/several/附件[1].yaml", "-o", "s3://province/one", "--format", "txt")[0] == 0
    )
    assert store.keys("one") == ["one/附件[1].txt"]


def test_lines_of_many_that_have_not_changed_are_quoted(shell: Shell, store: Store) -> None:
    """Only what is shown of them is read: the content files that have findings, and no output."""
    text = content(WATER, ("没有验收", "没有验收,也没有登记"))
    for number in range(21):
        store.write(f"many/单位{number:02}.yaml", text if number == 5 else content(WATER))
    words = ("build", "s3://province/many", "-o", "s3://province/out", "--format", "txt")
    shell.run(*words)
    store.asked.clear()
    assert "没有变化 21" in shell.run(*words)[1]
    assert "也没有登记" in store.read("out/build-report.html").decode()
    read = [key for method, key in store.asked if method == "GET" and key.startswith(("many/", "out/单位"))]
    assert read == ["many/单位05.yaml"]


def test_a_key_that_would_lead_out_of_the_working_folder_is_told_and_left(shell: Shell, store: Store) -> None:
    """Whoever may write into the bucket may call an object as he likes."""
    store.write("content/../../../外面.yaml", content(HOSPITAL))
    store.write("content/学校//空.yaml", content(SCHOOL))
    store.write("content/空的文件夹/", b"")
    code, told = build(shell)
    assert code == 2
    assert "s3://province/content/../../../外面.yaml 的名字里有空的一段、. 或 ..，不能当文件名，没有读" in told
    assert "s3://province/content/学校//空.yaml 的名字里" in told
    assert store.keys("out") == sorted(f"out/{name}.txt" for name in TRADES)


def test_a_content_file_that_cannot_be_read_stops_no_other(shell: Shell, store: Store) -> None:
    refused = ("GET", f"content/{WATER}.yaml")
    store.refuses = lambda method, key, _headers: (403, "AccessDenied") if (method, key) == refused else None
    code, told = build(shell)
    assert code == 3
    assert f"没有权限读写 s3://province/content/{WATER}.yaml（AccessDenied）" in told
    assert store.keys("out") == [f"out/{HOSPITAL}.txt", f"out/{SCHOOL}.txt"]


def test_a_list_may_name_objects(shell: Shell, store: Store) -> None:
    shell.write("名单.txt", f"# 今年的\ns3://province/content/{HOSPITAL}.yaml\ns3://province/content/{WATER}.yaml\n")
    assert shell.run("build", "--list", "名单.txt", "-o", "s3://province/out", "--format", "txt")[0] == 0
    assert store.keys("out") == [f"out/{HOSPITAL}.txt", f"out/{WATER}.txt"]


def test_somebody_elses_object_is_left(shell: Shell, store: Store) -> None:
    store.write("out/示例县人民医院.docx", "医院自己写的")
    words = (f"s3://province/content/{HOSPITAL}.yaml", "-o", "s3://province/out", "--format", "docx")
    code, _out, err = shell.run("build", *words)
    assert code == 2
    assert "s3://province/out/示例县人民医院.docx 已经有了，不是本程序生成的" in err
    assert store.read("out/示例县人民医院.docx").decode() == "医院自己写的"


@pytest.mark.parametrize(
    ("status", "refusal", "said"),
    [
        (403, "AccessDenied", f"没有权限读写 s3://province/out/{WATER}.txt（AccessDenied）"),
        (507, "QuotaExceeded", f"读写 s3://province/out/{WATER}.txt 时对象存储出错：QuotaExceeded"),
    ],
)
def test_a_refused_write_leaves_the_former_object_and_the_next_build_finishes(
    shell: Shell, store: Store, status: int, refusal: str, said: str
) -> None:
    """What is kept of the file is there by then, and tells of both."""
    build(shell)
    former = store.read(f"out/{WATER}.txt")
    for name in (WATER, SCHOOL):
        store.write(f"content/{name}.yaml", content(name, ("2025年4月底", "2025年6月底")))
    refused = ("PUT", f"out/{WATER}.txt")
    store.refuses = lambda method, key, _headers: (status, refusal) if (method, key) == refused else None
    code, told = build(shell)
    assert code == 3
    assert said in told
    assert SECRET not in told
    assert f"已生成：s3://province/out/{SCHOOL}.txt" in told
    assert store.read(f"out/{WATER}.txt") == former
    store.refuses = lambda _method, _key, _headers: None
    code, told = build(shell)
    assert code == 0
    assert f"已生成：s3://province/out/{WATER}.txt" in told
    assert "2025年6月底" in store.read(f"out/{WATER}.txt").decode()


def test_of_two_calls_at_one_file_the_second_looks_again(shell: Shell, store: Store) -> None:
    """Another call is done between the moment in which this one has looked and that in which it writes."""
    kept = "out/医院/.reportgen/示例县人民医院.json"
    came: list[str] = []

    def other(method: str, key: str, _headers: object) -> tuple[int, str] | None:
        if (method, key) == ("PUT", kept) and not came:
            came.append(key)
            return 412, "PreconditionFailed"
        return None

    store.refuses = other
    code, told = build(shell)
    assert code == 0
    assert f"已生成：s3://province/out/{HOSPITAL}.txt" in told
    assert len([key for method, key in store.asked if (method, key) == ("PUT", kept)]) == 2


def test_a_file_that_somebody_else_always_is_at_is_told(shell: Shell, store: Store) -> None:
    store.refuses = lambda method, key, _headers: (
        (412, "PreconditionFailed") if method == "PUT" and key == f"out/{SCHOOL}.txt" else None
    )
    code, told = build(shell)
    assert code == 3
    assert f"s3://province/out/{SCHOOL}.txt 刚被别的程序改过，没有写" in told


def test_a_store_that_knows_no_conditions_is_written_to_all_the_same(shell: Shell, store: Store) -> None:
    store.refuses = lambda _method, _key, headers: (
        (501, "NotImplemented") if {"HTTP_IF_MATCH", "HTTP_IF_NONE_MATCH"} & set(headers) else None
    )
    stored.store.cache_clear()
    assert build(shell)[0] == 0
    stored.store.cache_clear()
    assert store.keys("out") == sorted(f"out/{name}.txt" for name in TRADES)


def test_a_picture_beside_the_content_file_is_brought(shell: Shell, store: Store) -> None:
    """The museum shows its hall; the photograph is replaced later."""
    store.write("content/馆/科技馆.yaml", changed(("收支情况: |\n", "收支情况: |\n  图 展厅：照片/展厅.png\n")))
    assert "没有这个文件" in build(shell)[1]
    store.write("content/馆/照片/展厅.png", png())
    assert "没有这个文件" not in build(shell)[1]
    assert "没有变化，没有重做：s3://province/out/馆/科技馆.txt" in build(shell)[1]
    store.write("content/馆/照片/展厅.png", png("blue"))
    assert "已生成：s3://province/out/馆/科技馆.txt" in build(shell)[1]


def test_settings_and_document_types_are_brought(shell: Shell, store: Store) -> None:
    """A county has a document type of its own, which it changes later."""
    own = ROOT / "templates" / "problem-list"
    store.write("模板/县问题清单/template.docx", (own / "template.docx").read_bytes())
    store.write("模板/县问题清单/template.txt", (own / "template.txt").read_bytes())
    pack = (own / "pack.yaml").read_text(encoding="utf-8")
    store.write("模板/县问题清单/pack.yaml", pack.replace("名称: 问题清单", "名称: 县问题清单"))
    store.write("reportgen.toml", 'templates = "模板"\noutput = "输出"\n')
    text = content(HOSPITAL).replace("文种: 问题清单", "文种: 县问题清单")
    store.write(f"content/{HOSPITAL}.yaml", text)
    code, out, err = shell.run("build", "s3://province/content", "--format", "txt")
    assert code == 0, out + err
    assert f"已生成：s3://province/输出/content/{HOSPITAL}.txt" in out
    store.write("模板/县问题清单/template.txt", store.read("模板/县问题清单/template.txt") + "\n（县用）\n".encode())
    _code, out, _err = shell.run("build", "s3://province/content", "--format", "txt")
    assert f"已生成：s3://province/输出/content/{HOSPITAL}.txt" in out
    assert out.count("没有变化，没有重做") == 2


def test_what_is_wrong_in_settings_is_told_at_their_address(shell: Shell, store: Store) -> None:
    """No message shows the folder in which the copies stand."""
    store.write("content/水务/reportgen.toml", 'templates = "../../模板"\n')
    code, told = build(shell)
    assert code == 2
    assert "s3://province/content/水务/reportgen.toml 第 1 行：没有这个文件夹：s3://province/模板" in told
    assert f"已生成：s3://province/out/{SCHOOL}.txt" in told
    store.write("模板/县问题清单/pack.yaml", "名称: 县问题清单\n字段: {单位: {类型: 年份}}\n")
    store.write(f"content/{WATER}.yaml", content(WATER).replace("文种: 问题清单", "文种: 县问题清单"))
    _code, told = build(shell)
    assert "s3://province/模板/县问题清单/pack.yaml:2" in told
    assert "/tmp" not in told


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("s3://nobucket/content", "-o", "s3://province/out"), 2, "没有 nobucket 这个桶"),
        (("s3://province/content", "-o", "s3://nobucket/out"), 2, "没有 nobucket 这个桶"),
        (("s3://province/nothing", "-o", "s3://province/out"), 2, "没有这个文件：s3://province/nothing"),
        (("s3://province/content", "-o", "out"), 2, "输出也要写到 s3:// 上"),
        (("content", "-o", "s3://province/out"), 2, "content 不在 s3:// 上，不能混用"),
        (("s3://province/content",), 2, "加 -o s3://桶/文件夹"),
        (("s3://province/content", "-o", "s3://province/out", "--watch"), 2, "--watch 不和 s3:// 一起用"),
        (
            ("s3://province/content", "-o", "s3://province/out", "--templates", "s3://province/t"),
            2,
            "没有这个模板文件夹",
        ),
        ((f"oss://{SECRET}@province/content", "-o", "s3://province/out"), 2, "不认识 oss:// 地址"),
        ((f"s3://a-key:{SECRET}@province/content", "-o", "s3://province/out"), 2, "地址里不要写密钥"),
        (("s3://province/content", "-o", f"s3://a-key:{SECRET}@province/out"), 2, "地址里不要写密钥"),
    ],
)
def test_what_cannot_be_done_is_told(shell: Shell, store: Store, words: tuple[str, ...], code: int, said: str) -> None:
    exit_code, out, err = shell.run("build", *words)
    assert exit_code == code
    assert said in out + err
    assert SECRET not in out + err
    assert "Traceback" not in out + err
    assert not [key for method, key in store.asked if method == "PUT" and "build-report" not in key]


@pytest.mark.parametrize(
    ("variables", "said"),
    [
        ({"AWS_ENDPOINT_URL": "http://127.0.0.1:9"}, "连不上对象存储"),
        ({"AWS_ACCESS_KEY_ID": "", "AWS_SECRET_ACCESS_KEY": ""}, "没有对象存储的密钥"),
    ],
)
def test_a_store_that_cannot_be_reached_is_told(
    shell: Shell, store: Store, monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], said: str
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    stored.store.cache_clear()
    code, told = build(shell)
    stored.store.cache_clear()
    assert code == 3
    assert said in told
    assert not store.asked


def test_other_commands_say_that_they_read_files(shell: Shell, store: Store) -> None:
    code, out, err = shell.run("check", "s3://province/content")
    assert code == 2
    assert "只有 reportgen build 直接读写 s3://" in out + err
    assert not store.asked


def test_keys_that_are_refused_are_not_told(shell: Shell, store: Store) -> None:
    store.refuses = lambda _method, _key, _headers: (403, "SignatureDoesNotMatch")
    code, told = build(shell)
    assert code == 3
    assert "对象存储不认这一对密钥（SignatureDoesNotMatch）" in told
    assert SECRET not in told


def test_what_is_missing_is_named(shell: Shell, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "s3fs", None)
    stored.store.cache_clear()
    code, told = build(shell)
    assert code == 3
    assert "pip install 'reportgen[s3]'" in told
    assert not store.asked


def test_an_address_is_a_path_below_the_working_folder() -> None:
    path = Path("s3://province/content/学校.yaml")
    assert name_of(path) == name_of(Path("/tmp/a") / path) == "province/content/学校.yaml"
    assert spelt(str(path)) == spelt(f"/tmp/a/{path}") == "s3://province/content/学校.yaml"
    assert name_of(path / "../../out") == "province/out"
    assert name_of(Path("content/学校.yaml")) == ""
    assert spelt("content/学校.yaml") == "content/学校.yaml"


@pytest.mark.parametrize(
    "name", ["province/../../etc/passwd", "province//a.yaml", "province/a/", "province/./a", "a\0b"]
)
def test_a_key_that_would_lead_out_of_the_folder_is_not_used(name: str) -> None:
    assert not is_usable(name)

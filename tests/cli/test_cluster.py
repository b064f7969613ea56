"""A build by the workers of a Dask scheduler: the same files as here, also when one is killed in the middle."""

import os
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import dask
import pytest
from distributed import LocalCluster
from tests.support.example import EXAMPLE, ROOT
from tests.support.shell import Shell
from tests.support.store import BUCKET, Store, running

from reportgen.cli import batch, cluster
from reportgen.world import FONTS_VARIABLE, own_fonts_folder

COUNT = 6
MOMENT = "1735689600"
"""Outputs say when they were made."""


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    """A server of objects, which the workers know from the start."""
    with running() as one:
        one.clear()
        yield one


@pytest.fixture(scope="module")
def scheduler(store: Store) -> Iterator[LocalCluster]:  # noqa: ARG001 - its address is in the environment
    """A real scheduler with two worker processes, on this computer alone."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", MOMENT)
        with dask.config.set({"distributed.worker.daemon": False}):
            cluster = LocalCluster(
                n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, host="127.0.0.1"
            )
            yield cluster
            cluster.close()


@pytest.fixture
def shell(tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Shell:
    """A folder with some units' files."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", MOMENT)
    (tmp_path / "content").mkdir()
    for number in range(COUNT):
        text = EXAMPLE.replace("单位: 某市科技馆", f"单位: 某市第{number}科技馆")
        (tmp_path / "content" / f"科技馆{number}.yaml").write_text(text, encoding="utf-8")
    return Shell(tmp_path, capfd)


def test_the_workers_make_what_is_made_here(shell: Shell, scheduler: LocalCluster) -> None:
    """One is killed when the first files are there: what it had in hand is made by the others."""
    victim = next(iter(scheduler.workers.values()))

    def kill() -> None:
        for _wait in range(600):
            if list((shell.folder / "output").glob("*.pdf")):
                break
            time.sleep(0.05)
        os.kill(victim.pid, signal.SIGKILL)

    killer = threading.Thread(target=kill)
    killer.start()
    code, _out, _err = shell.run("build", "content", "--format", "docx,pdf", "--cluster", scheduler.scheduler_address)
    killer.join()
    assert code == 0
    assert len(shell.built()) == 2 * COUNT
    built = (shell.folder / "output" / "科技馆3.docx").read_bytes()
    shell.run("build", "content/科技馆3.yaml", "--format", "docx", "-o", "here")
    assert (shell.folder / "here" / "科技馆3.docx").read_bytes() == built


def filled(store: Store) -> tuple[str, ...]:
    """A county's own document type, and the content files of these units."""
    own = ROOT / "templates" / "problem-list"
    for path in own.glob("template.*"):
        store.write(f"模板/县清单/{path.name}", path.read_bytes())
    pack = (own / "pack.yaml").read_text(encoding="utf-8")
    store.write("模板/县清单/pack.yaml", pack.replace("名称: 问题清单", "名称: 县清单"))
    text = (own / "example.yaml").read_text(encoding="utf-8").replace("文种: 问题清单", "文种: 县清单")
    units = ("示例县人民医院", "某市第二中学", "示例县水务局", "示例县人民法院")
    for unit in units:
        store.write(f"content/{unit}.yaml", text.replace("单位: 某市第二中学", f"单位: {unit}"))
    return units


def test_the_workers_take_from_a_store_what_they_build_and_put_it_back(
    shell: Shell, scheduler: LocalCluster, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They share no folder. One is killed when the first object is there; afterwards nothing is left to do."""
    units = filled(store)
    killed: list[int] = []

    def kill(method: str, key: str, _headers: object) -> None:
        if not killed and method == "PUT" and key.endswith(".txt"):
            killed.append(next(iter(scheduler.workers.values())).pid)
            os.kill(killed[0], signal.SIGKILL)

    store.refuses = kill
    home = f"s3://{BUCKET}"
    words = (f"{home}/content", "-o", f"{home}/out", "--templates", f"{home}/模板", "--format", "txt")
    code, out, err = shell.run("build", *words, "--cluster", scheduler.scheduler_address)
    assert code == 0, out + err
    assert killed
    assert store.keys("out") == sorted(f"out/{unit}.txt" for unit in units)
    built = {unit: store.read(f"out/{unit}.txt") for unit in units}
    code, out, _err = shell.run("build", *words, "--cluster", scheduler.scheduler_address)
    assert (code, out.count("没有变化，没有重做")) == (0, len(units))
    monkeypatch.setattr(batch, "_cores", lambda: 1)
    shell.run("build", *words, "--rebuild")
    assert {unit: store.read(f"out/{unit}.txt") for unit in units} == built, "as this computer makes it alone"


def test_a_worker_takes_the_fonts_that_settings_name(shell: Shell) -> None:
    """They are no variable of its environment, as they are on the computer that begins the call."""
    (shell.folder / "字体").mkdir()
    shell.write("reportgen.toml", 'fonts = "字体"\n')
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(FONTS_VARIABLE, "")
        found = cluster._with_fonts(lambda _file: own_fonts_folder(), Path("content/科技馆1.yaml"))
    assert found == (shell.folder / "字体").resolve()


def test_a_scheduler_that_is_not_there_is_told_in_words(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportgen.cli.cluster._PATIENCE", 1)
    code, _out, err = shell.run("build", "content", "--cluster", "tcp://127.0.0.1:9")
    assert code == 3
    assert "连不上 tcp://127.0.0.1:9 的调度器" in err

"""Folders of packs beside the program's own, as people name them."""

from collections.abc import Iterable
from pathlib import Path

from reportgen.errors import UsageProblem
from reportgen.language import _
from reportgen.world import packs_folder, shown


def pack_roots(folders: Iterable[Path]) -> tuple[Path, ...]:
    """The folders of packs that somebody names; a pack itself stands for the folder that it lies in.

    Raises UsageProblem for what is no folder, or holds no pack.
    """
    roots = (_root(folder) for folder in folders)
    return tuple(dict.fromkeys(root for root in roots if root.resolve() != packs_folder().resolve()))


def _root(folder: Path) -> Path:
    if not folder.is_dir():
        raise UsageProblem(_("没有这个模板文件夹：{path}", path=shown(folder)))
    if (folder / "pack.yaml").is_file():
        return folder.resolve().parent
    if not any(folder.glob("*/pack.yaml")):
        raise UsageProblem(_("文件夹 {path} 里没有模板：一个模板是一个子文件夹，里面有 pack.yaml", path=shown(folder)))
    return folder

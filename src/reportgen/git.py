"""A file as it was at a revision, by git: a part of the door to the outer world.

Git is called with arguments, never through a shell, and asked for one file only; nothing is changed in the repository.
"""

import shutil
import subprocess
from pathlib import Path

from reportgen.errors import EnvironmentProblem, UsageProblem
from reportgen.file_names import resolved
from reportgen.language import _

_PATIENCE = 60
"""Seconds for one file of a repository, however slow the disk is."""


def file_at(revision: str, path: Path) -> bytes:
    """The bytes that a file had at a revision (HEAD~3, a tag, a date in braces).

    Raises EnvironmentProblem where there is no git, or it gives no answer; UsageProblem for a revision that there is
    none, and for a file that stands in no repository, or was not there then.
    """
    program = shutil.which("git")
    if program is None:
        raise EnvironmentProblem(
            _("没有找到 git，用不了 --git。请先安装 git，或把旧稿另存一份，写 reportgen diff 旧稿 新稿")
        )
    if revision.startswith("-"):
        raise UsageProblem(_("「{revision}」不是 git 的版本", revision=revision))
    folder = resolved(path).parent
    _run(program, folder, ["rev-parse", "--git-dir"], _("{path} 不在 git 仓库里，没有旧的版本", path=path))
    wrong = _("git 里没有版本「{revision}」", revision=revision)
    _run(program, folder, ["rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"], wrong)
    absent = _("版本「{revision}」里没有 {path}", revision=revision, path=path)
    return _run(program, folder, ["show", "--end-of-options", f"{revision}:./{path.name}"], absent)


def _run(program: str, folder: Path, arguments: list[str], refused: str) -> bytes:
    """What git writes. Raises UsageProblem with what is to be told when it refuses."""
    try:
        done = subprocess.run(
            [program, "-C", str(folder), *arguments], capture_output=True, timeout=_PATIENCE, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise EnvironmentProblem(_("git 没有回答：{why}", why=error)) from error
    if done.returncode:
        raise UsageProblem(refused)
    return done.stdout

"""Addresses on the command line of `build`: whether a call is about objects in a store, and what is not taken."""

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from reportgen.addresses import is_address, is_elsewhere, name_of
from reportgen.errors import UsageProblem
from reportgen.language import _


def is_in_store(words: Iterable[str | Path]) -> bool:
    """Whether a call is about objects. Raises UsageProblem for addresses of other kinds, and for those with keys."""
    named = [str(word) for word in words]
    for word in filter(is_elsewhere, named):
        kind = word.partition(":")[0]  # what stands behind it may be a key
        told = _("不认识 {kind}:// 地址：OSS、COS、OBS、MinIO 也写成 s3://，再设环境变量 AWS_ENDPOINT_URL", kind=kind)
        raise UsageProblem(told)
    buckets = [name_of(Path(word)).partition("/")[0] for word in named if is_address(word)]
    if any({"@", ":"} & set(bucket) for bucket in buckets):
        raise UsageProblem(_("s3:// 地址里不要写密钥，请设环境变量 AWS_ACCESS_KEY_ID 和 AWS_SECRET_ACCESS_KEY"))
    return bool(buckets)


def refuse_mixed(words: Sequence[str], output: Path | None, watch: bool) -> None:
    """Raises UsageProblem for a call that is about objects and about files, and for what is not done with objects."""
    if sys.platform == "win32":
        raise UsageProblem(_("Windows 上还不能直接读写 s3://，请在 Linux 服务器上运行，或先把文件下载下来"))
    if watch:
        raise UsageProblem(_("--watch 不和 s3:// 一起用"))
    for word in words:
        if not is_address(word):
            told = _("{word} 不在 s3:// 上，不能混用：内容和输出要么都在 s3:// 上，要么都在这台电脑上", word=word)
            raise UsageProblem(told)
    if output and not is_address(output):
        raise UsageProblem(_("内容在 s3:// 上，输出也要写到 s3:// 上，如 -o s3://桶/输出"))

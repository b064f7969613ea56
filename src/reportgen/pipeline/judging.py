"""What a reviewer decides about a file, read from the list beside it and written into it."""

from pathlib import Path

from reportgen.review.judgements import (
    Judged,
    Judgements,
    OwnRemark,
    judgements_beside,
    read_judgements,
    with_judged,
    with_remark,
)
from reportgen.source.encoding import decoded_file
from reportgen.world import read_bytes, shown, write_files


def judgements_of(path: Path) -> Judgements | None:
    """What was decided about a file; None where nothing was. Raises UsageProblem for a list that cannot be read."""
    target = judgements_beside(path)
    return read_judgements(_text(target), shown(target)) if target.is_file() else None


def judge(path: Path, judged: Judged) -> None:
    """Write a decision down; one that says nothing takes the former away. Raises UsageProblem as above."""
    told = judged if judged.verdict or judged.remark else None
    target = judgements_beside(path)
    _write(target, with_judged(_text(target), shown(target), judged.fingerprint, told))


def keep_remark(path: Path, remark: OwnRemark) -> None:
    """Write down what the reviewer says of words of the file, in the place of what has its name."""
    target = judgements_beside(path)
    _write(target, with_remark(_text(target), shown(target), remark.name, remark))


def drop_remark(path: Path, name: str) -> None:
    """Take it out again."""
    target = judgements_beside(path)
    _write(target, with_remark(_text(target), shown(target), name, None))


def _text(target: Path) -> str:
    return decoded_file(target, read_bytes(target)).text if target.is_file() else ""


def _write(target: Path, text: str) -> None:
    if text != _text(target):
        write_files({target: text.encode()})

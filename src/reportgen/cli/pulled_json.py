"""What came home in a copy, as JSON for other programs; keys are English, words those of the people.

`format` is raised when a key changes its meaning or goes.
"""

import difflib
import json

from reportgen.review.patches.fact_edits import FactPatch
from reportgen.review.patches.outcome import Outcome, Pulled
from reportgen.review.remarks.remark import Remark
from reportgen.source.reader import split_lines

FORMAT = 1


def as_json(pulled: Pulled, written: bool) -> str:
    """One object, on several lines."""
    before, after = split_lines(pulled.before), split_lines(pulled.after)
    done = {patch.fact.path for patch in pulled.facts_changed}
    told = {
        "format": FORMAT,
        "copy": pulled.copy,
        "file": pulled.file,
        "notes": list(pulled.notes),
        "remarks": [_remark(each, pulled.file) for each in pulled.outcomes],
        "facts": [_fact(each, each.fact.path in done) for each in pulled.facts],
        "diff": list(difflib.unified_diff(before, after, pulled.file, pulled.file, lineterm="")),
        "written": written and pulled.after != pulled.before,
    }
    return json.dumps(told, ensure_ascii=False, indent=2)


def _remark(outcome: Outcome, file: str) -> dict[str, object]:
    return {
        **_plain(outcome.remark),
        "path": outcome.path,
        "place": {"file": file, "line": outcome.line, "column": outcome.column} if outcome.line else None,
        "result": outcome.fate.name.lower(),
        "why": outcome.why,
    }


def _plain(remark: Remark) -> dict[str, object]:
    """All that a remark says."""
    replies = [
        {"author": each.author, "date": each.date, "text": each.text, "state": each.state.name.lower()}
        for each in remark.replies
    ]
    return {
        "mark": remark.mark.name.lower(),
        "author": remark.author,
        "date": remark.date,
        "page": remark.page,
        "line": remark.line,
        "before": remark.before,
        "words": remark.words,
        "text": remark.text,
        "replies": replies,
        "state": remark.state.name.lower(),
        "ours": remark.ours,
        "key": remark.key,
    }


def _fact(patch: FactPatch, done: bool) -> dict[str, object]:
    changes = [{"line": each.line, "old": each.old, "new": each.new} for each in patch.changes]
    place = patch.fact.place
    return {
        "name": patch.fact.name,
        "place": {"file": place.file, "line": place.line, "column": place.column} if place.line else None,
        "changes": changes,
        "printed": [
            {"line": each.line, "place": {"line": each.place.line, "column": each.place.column}, "words": each.words}
            for each in patch.printed
        ],
        "written": done,
        "why": patch.why,
    }

"""What is kept of a run, put into place together with its outputs."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from reportgen.diagnostics.report import Report
from reportgen.diagnostics.tally import tally_of
from reportgen.digest import digest_of
from reportgen.manifest.made import (
    FileState,
    Made,
    Output,
    Run,
    Stamp,
    digest_at,
    name_of,
    place_of,
    provenance_with,
    spelt,
    stamp_of,
)
from reportgen.manifest.standing import Asked
from reportgen.packs.pack import Pack
from reportgen.pipeline.checked import Checked
from reportgen.pipeline.drafts import Draft, annexes_of
from reportgen.record import Raw, as_json, replace
from reportgen.render.provenance import Provenance
from reportgen.world import read_bytes, shown
from reportgen.writing import Announced

_SETTLED = 3 * 10**9
"""ns. A file that was written so shortly before the outputs may be written again within one tick of its disk's clock,
which may be 2 s long: of such a file the stamp tells nothing."""


def run_of(asked: Asked, stamp: Stamp | None, checked: Checked, report: Report) -> Run | None:
    """A run whose outputs are not known yet; `stamp` is that of the content file before it was read.

    None where what was found cannot be kept: half a character stands in it, and the file is made again each time.
    """
    try:
        findings = Raw(as_json(report.findings))
    except UnicodeEncodeError:
        return None
    own = {shown(asked.path.name): FileState(digest_of(checked.original), stamp)}
    return Run(
        asked.digest,
        shown(asked.path),
        own | {shown(name): _state(checked, name) for name in checked.sought},
        asked.recipe.packs(_packs(checked.drafts, asked)),
        (),
        tally_of(shown(asked.path), report),
        findings,
    )


def _state(checked: Checked, name: str) -> FileState:
    content = checked.beside.get(name)
    return FileState("") if content is None else FileState(digest_of(content), checked.sought[name])


def _packs(drafts: Iterable[Draft], asked: Asked) -> Iterator[Pack]:
    """All document types that decide about the documents: also annexes that were left out this time."""
    for draft in drafts:
        yield draft.pack
        yield from annexes_of(draft.pack, asked.roots)[0]
        yield from _packs(draft.annexes, asked)


def announced(former: Made | None, run: Run | None, home: Path, stem: str, targets: Iterable[Path]) -> Announced:
    """What is to be kept in the folder `home` of a content file's `targets`, when these are on the disk and not yet in
    their places. Without a run nothing is known but that they are the program's own.
    """
    outputs = set(targets)

    def announce(staged: Mapping[Path, Path]) -> Mapping[Path, bytes]:
        states = {name_of(path): _written(former, path, staged[path]) for path in staged if path in outputs}
        try:
            return {place_of(home, stem): spelt(_with(former or Made(), run, states))}
        except UnicodeEncodeError:  # half a character in what was found: it is made again each time
            return {}

    return announce


def _written(former: Made | None, path: Path, staged: Path) -> Output:
    return Output(FileState(digest_at(staged), stamp_of(staged)), _before(former, path))


def _before(former: Made | None, path: Path) -> str:
    """What stands there, unless somebody has changed it: that must never count as the program's own."""
    if not path.is_file():
        return ""
    content = read_bytes(path)
    return digest_of(content) if provenance_with(former, path, content) is Provenance.OURS else ""


def _with(former: Made, run: Run | None, states: Mapping[str, Output]) -> Made:
    """Former runs stay where this one has written nothing over what they made."""
    kept = [each for each in former.runs if not states.keys() & set(each.outputs)]
    own = [_settled(replace(run, outputs=tuple(states)), states.values())] if run else []
    others = [each for each in kept if not run or each.asked != run.asked]
    return replace(former, outputs={**former.outputs, **states}, runs=(*others, *own))


def _settled(run: Run, outputs: Iterable[Output]) -> Run:
    stamps = [output.state.stamp for output in outputs]
    written = min((stamp[0] for stamp in stamps if isinstance(stamp, tuple)), default=0)
    return replace(run, inputs={name: _told(state, written) for name, state in run.inputs.items()})


def _told(state: FileState, written: int) -> FileState:
    fresh = isinstance(state.stamp, tuple) and state.stamp[0] > written - _SETTLED
    return FileState(state.digest) if fresh else state

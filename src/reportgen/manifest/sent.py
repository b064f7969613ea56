"""What is kept of a content file in a store: the tags of its objects in place of times, which mean nothing there."""

from collections.abc import Mapping

from reportgen.manifest.made import FileState, Made, Output, Run
from reportgen.record import replace

Tags = Mapping[str, str]
"""The tag of each object by the name of its file."""


def sent(made: Made, former: Made | None, asked: str, inputs: Tags, outputs: Tags) -> Made:
    """What is to be kept of outputs that have these tags, by what is kept of their copies here.

    `former` is what was known in the store: of an output that nobody has touched no copy was looked at, so what stands
    before is known from there.
    """
    states = {name: _output(made.outputs[name], former, name, tag) for name, tag in outputs.items()}
    runs = tuple(_run(run, inputs) if run.asked == asked else run for run in made.runs)
    return replace(made, outputs={**made.outputs, **states}, runs=runs)


def _output(own: Output, former: Made | None, name: str, tag: str) -> Output:
    known = former.outputs.get(name) if former else None
    before = own.before or (known.state.digest if known else "")
    return Output(FileState(own.state.digest, tag or None), before)


def _run(run: Run, tags: Tags) -> Run:
    states = {name: FileState(state.digest, tags.get(name) or None) for name, state in run.inputs.items()}
    return replace(run, inputs=states)

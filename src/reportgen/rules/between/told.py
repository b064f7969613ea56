"""What documents say, by the thing that they speak of."""

from collections import defaultdict

from reportgen.record import Struct
from reportgen.rules.between.papers import Paper, Said, Topic
from reportgen.rules.between.reading.statements import telling


class Told(Struct, frozen=True):
    """A statement and the document that makes it."""

    paper: Paper
    said: Said


def by_key(papers: list[Paper], topic: Topic) -> dict[str, list[Told]]:
    """What each paper says of each thing; nothing where it says two things: projects of two units have one name."""
    told: dict[str, list[Told]] = defaultdict(list)
    for paper in papers:
        own: dict[str, list[Said]] = defaultdict(list)
        for said in paper.said:
            if said.topic is topic and (topic is not Topic.FACT or telling(said.key)):
                own[said.key].append(said)
        for key, alike in own.items():
            if all(said.agrees(alike[0]) for said in alike[1:]):
                told[key].append(Told(paper, alike[0]))
    return told

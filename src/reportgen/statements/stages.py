"""Stages of money: what was planned, spent and received, whatever the concept of the lexicon by which it goes."""

STAGES = {"年初预算": "预算", "全年预算": "预算", "预算": "预算", "决算": "决算", "收入": "收入"}
"""Budgets of any kind, what was spent, what was received."""
BUDGETS = tuple(concept for concept, stage in STAGES.items() if stage == "预算")


def stage_of(concept: str) -> str:
    """The stage that a concept tells; empty where it tells none."""
    return STAGES.get(concept, "")

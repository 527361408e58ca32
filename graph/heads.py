"""The nouns at the heads of names, by which English puts an article before them and a verb behind them."""

import re

# English puts "the" before a name whose head is a common noun: "the London Health Board", but "NHS England".
# fmt: off
COMMON = frozenset({
    "act", "adviser", "advisor", "agency", "agreement", "alliance", "assembly", "association", "authority", "board",
    "bodies", "budget", "chair", "charter", "commission", "commitment", "commitments", "committee", "community",
    "consortium", "council", "department", "director", "directorate", "executive", "federation", "forum",
    "foundation", "framework", "fund", "government", "group", "hub", "institute", "lead", "mayor", "minister",
    "mission", "missions", "network", "office", "officer", "panel", "partners", "partnership", "pilot", "pilots",
    "plan", "police", "programme", "programmes", "review", "secretary", "service", "strategy", "sub-group",
    "subgroup", "system", "systems", "taskforce", "team", "treasurer", "treasury", "unit", "vision",
})
# fmt: on
_AFTER_HEAD = re.compile(r"\s+(?:of|for|on|to|in|with|between)\s|[,(:]")
_YEARS = re.compile(r"(?:\s+\d[\d/-]*)+$")
SINGULAR = frozenset({"board", "nhs", "sector"})
"""Heads of the names of collectives after which English puts a verb in the singular."""


def head_of(name: str) -> str:
    """The noun at the head of a name, in small letters: "board" of "London Health Board 2015"; empty for none."""
    head = _YEARS.sub("", _AFTER_HEAD.split(name, maxsplit=1)[0]).split()
    return head[-1].lower() if head else ""

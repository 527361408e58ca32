"""The sentences of `members` and `seats`."""

from collections.abc import Iterable, Sequence

from graph.kinds import vocabulary
from graph.model import Entity, State
from graph.queries.seating import Sitting
from graph.queries.tables import Table, counted, some_of, weight
from graph.queries.views import SOFT_WORDS
from graph.subgraph import Subgraph
from graph.wording import capital, in_text, listing, told_of, who_words

_LEADS = {"chair": "chaired by", "co-chair": "co-chaired by", "lead": "led by"}


def members_summary(asked: Table, rows: Sequence[Sitting], part: Subgraph) -> str:
    """Who sits there, the chairs first; what is only planned, implied, disputed or possible apart."""
    if asked.options.kinds:
        return _by_kinds(asked, rows, down=True) + _numbers(asked, part)
    firm, soft, undated = _sorted_out(asked, rows)
    name, on_day = capital(asked.named), asked.on_day
    if not firm and not soft and not undated:
        if words := on_people([asked.subject]):
            return words
        return f"{asked.no_document} says who sits on {asked.named}{on_day}.{_numbers(asked, part)}"
    said = []
    led = [row for row in firm if row.group == "leadership"]
    if led:
        said.append(f"{name} is {listing(_led_by(led))}{on_day}.")
    others = [row for row in firm if row.group != "leadership"]
    if others:
        what = _noun(others)
        said.append(f"The documents name {counted(len(others), *what)} of {asked.named}{on_day}: {_some(others)}.")
    return " ".join([*said, *_not_firm(asked, soft, undated)]) + _numbers(asked, part)


def seats_summary(asked: Table, rows: Sequence[Sitting]) -> str:
    """Where somebody sits; what is only planned, implied, disputed or possible apart."""
    if asked.options.kinds:
        return _by_kinds(asked, rows, down=False)
    firm, soft, undated = _sorted_out(asked, rows)
    if not firm and not soft and not undated:
        return f"{asked.no_document} says where {asked.named} sits{asked.on_day}."
    said = []
    parties = [row for row in firm if row.group == "parties"]
    firm = [row for row in firm if row.group != "parties"]
    if firm:
        places = counted(len({row.entity.id for row in firm}), "place", "places")
        said.append(f"{capital(asked.named)} sits in, or leads, {places}{asked.on_day}: {_some(firm)}.")
    if parties:
        said.append(f"{'Also' if firm else f'{capital(asked.named)} is'} a party to {_some(parties)}.")
    return " ".join([*said, *_not_firm(asked, soft, undated)])


def on_people(entities: Iterable[Entity | None]) -> str:
    """That nobody sits on those of the entities who are people, and what to ask instead; empty where none is."""
    people = [in_text(entity) for entity in entities if entity and entity.kind == "person"]
    if not people:
        return ""
    whom, sits = (
        ("who is a person", f"{people[0]} sits") if len(people) == 1 else ("who are people", "each of them sits")
    )
    return f"Nobody sits on {' or on '.join(people)}, {whom}: ask instead where {sits}."


def counterparts_words(row: Sitting) -> str:
    """A person's posts, or the people of a post, in brackets behind a blank; empty where there are none."""
    told = [f"{one.title}{mark_of(row, one)}" for one in row.counterparts]
    return f" ({listing(told)})" if told else ""


def mark_of(row: Sitting, post: Entity) -> str:
    """That it is not sure by whom the post is held, as a mark behind its name; empty where it is."""
    return f" [{row.doubts[post.id]}]" if post.id in row.doubts else ""


def _by_kinds(asked: Table, rows: Sequence[Sitting], *, down: bool) -> str:
    """Who is tied to the one asked about, or what that one is tied to (not `down`), in the words of each kind."""
    kinds = [kind for kind in vocabulary().relations if kind in asked.options.kinds]
    firm, soft, undated = _sorted_out(asked, rows)
    if asked.subject is None or not (firm or soft or undated):
        what = f"who {who_words(kinds)} {asked.named}" if down else f"what {asked.named} {who_words(kinds)}"
        # The sentence tells of the kinds; only other filters are to be hinted at.
        return f"{asked.no_document_beside('kinds')} says {what}{asked.on_day}."
    said = []
    for kind in kinds:
        of_kind = [row for row in firm if any(relation.kind == kind for relation in row.relations)]
        if of_kind:
            wording = vocabulary().relations[kind]
            verb = wording.reverse if down else wording.says
            told = told_of(asked.subject, verb, _some(of_kind), several=len(of_kind) > 1)
            said.append(f"{told}{asked.on_day}.")
    return " ".join([*said, *_not_firm(asked, soft, undated)])


def _not_firm(asked: Table, soft: Sequence[Sitting], undated: Sequence[Sitting]) -> list[str]:
    said = []
    for state, words in SOFT_WORDS.items():
        rows = [row for row in soft if _state(row) == state]
        if rows:
            said.append(f"{words}{asked.on_day}: {_some(rows)}.")
    if undated:
        said.append(f"Without any date: {_some(undated)}.")
    return said


def _state(row: Sitting) -> State | None:
    """What makes a row soft: the state of its weightiest tie that has a day; None where it is only possible."""
    state = min((relation for relation in row.relations if relation.dated), key=weight).state
    return state if state in SOFT_WORDS else None


def _sorted_out(asked: Table, rows: Iterable[Sitting]) -> tuple[list[Sitting], list[Sitting], list[Sitting]]:
    """The rows that are firm, soft, and without any day; denied ones are in none."""
    firm: list[Sitting] = []
    soft: list[Sitting] = []
    undated: list[Sitting] = []
    for row in rows:
        if row.group == "denied":
            continue
        if any(map(asked.is_firm, row.relations)) and not (row.through and row.doubts):
            firm.append(row)
        else:
            (soft if any(relation.dated for relation in row.relations) else undated).append(row)
    return firm, soft, undated


def _led_by(rows: Sequence[Sitting]) -> list[str]:
    """Like "co-chaired by A and B"; whoever leads in another role is told with "led by"."""
    by: dict[str, list[Entity]] = {}
    for row in rows:
        kinds = {relation.kind for relation in row.relations}
        word = "co-chair" if "co_chairs" in kinds else "chair" if "chairs" in kinds else "lead"
        by.setdefault(word, []).append(row.entity)
    return [f"{_LEADS[word]} {listing(map(in_text, by[word]))}" for word in _LEADS if word in by]


def _some(rows: Iterable[Sitting]) -> str:
    return some_of(rows, lambda row: in_text(row.entity))


def _noun(rows: Sequence[Sitting]) -> tuple[str, str]:
    """What those who sit there are called, by the groups there are."""
    nouns = {"members": "member", "contributors": "contributor", "parts": "part", "parties": "party"}
    groups = {row.group for row in rows}
    one = nouns.get(next(iter(groups)), "other") if len(groups) == 1 else "member or other participant"
    several = {"party": "parties", "other": "others", "member or other participant": "members and other participants"}
    return one, several.get(one, f"{one}s")


def _numbers(asked: Table, part: Subgraph) -> str:
    """What sources say of how many there are, as a further sentence; empty where none does."""
    if asked.subject is None or vocabulary().broad(asked.subject.kind) != "collective":
        return ""
    told = []
    for relation in part.relations.values():
        if relation.kind == "counted" and relation.subject == asked.subject.id and asked.keeps(relation):
            told += [part.claims[claim].says.rstrip(".") for claim in relation.claims]
    return "".join(f" {capital(words)}." for words in dict.fromkeys(told))

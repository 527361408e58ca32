from collections.abc import Iterator

import pytest
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from werkzeug.datastructures import MultiDict

from graph.model import Strength
from graph.spans import KNOWN_FORMS
from web.asked import LENSES, QUESTIONS, Asked, read_asked

NAMES = st.text(st.characters(categories=["L", "N", "P", "S"]), min_size=1, max_size=40)
ASKED = st.builds(
    Asked,
    question=st.sampled_from(QUESTIONS),
    subject=NAMES,
    object=NAMES,
    at=st.sampled_from(["", *KNOWN_FORMS.split(", ")]),
    lens=st.sampled_from(["", *LENSES]),
    steps=st.none() | st.integers(1, 30),
    same=st.booleans(),
    kinds=st.frozensets(NAMES, max_size=3).map(lambda names: tuple(sorted(names))),
    soft=st.booleans(),
    sources=st.frozensets(NAMES, max_size=3).map(lambda names: tuple(sorted(names))),
    roles=st.frozensets(NAMES, max_size=3).map(lambda names: tuple(sorted(names))),
    entities=st.frozensets(NAMES, max_size=3).map(lambda names: tuple(sorted(names))),
)


@pytest.fixture
def asking(small: Flask) -> Iterator[Flask]:
    with small.test_request_context():
        yield small


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(asked=ASKED)
def test_an_address_holds_the_whole_question(asking: Flask, asked: Asked) -> None:
    with asking.test_request_context(asked.address()) as there:
        assert read_asked(there.request.args) == asked.changed()


def test_nothing_asked_is_a_question_between_nobody() -> None:
    assert read_asked(MultiDict()) == Asked()


@pytest.mark.usefixtures("asking")
def test_a_question_about_one_keeps_no_second() -> None:
    assert Asked("between", "a", "b").address(question="up") == "/ask?q=up&subject=a"


def test_the_options_say_the_same() -> None:
    options = Asked("up", "a", at="2021", lens="oversight", steps=2, same=True, kinds=("leads",)).options(1.5)
    assert (options.lens, options.at, options.steps, options.same) == (Strength.OVERSIGHT, "2021", 2, True)
    assert (options.kinds, options.seconds, options.soft) == (frozenset({"leads"}), 1.5, True)
    options = Asked("up", "a", soft=False, roles=("member",), entities=("board",)).options(1.5)
    assert (options.soft, options.roles, options.entities) == (False, frozenset({"member"}), frozenset({"board"}))

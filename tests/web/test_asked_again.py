"""The form once more, where a question cannot be asked as it stands: as it was filled in, with what to change."""

import re

import pytest
from flask.testing import FlaskClient


def test_a_wrong_name_keeps_the_rest_of_the_question(visitor: FlaskClient) -> None:
    response = visitor.get("/ask?q=between&subject=Helth+Equ&object=LHB&at=2021&lens=line")
    assert response.status_code == 404
    assert "Nothing is called “Helth Equ”" in response.text
    assert '<a href="/ask?q=between&amp;subject=heg&amp;object=LHB&amp;at=2021&amp;lens=line">' in response.text
    assert 'value="Helth Equ"' in response.text


def test_a_wrong_day_and_wrong_names_are_told_at_once(visitor: FlaskClient) -> None:
    response = visitor.get("/ask?q=between&subject=Helth+Equ&object=zzzz&at=yesterday&firm=1")
    assert response.status_code == 400
    for says in ("called “Helth Equ”", "called “zzzz”", "date “yesterday” is not understood"):
        assert says in response.text
    assert '<input type="hidden" name="firm" value="1">' in response.text


def test_a_name_that_may_mean_several_is_said_to(visitor: FlaskClient) -> None:
    response = visitor.get("/ask?q=up&subject=HEXG")
    assert response.status_code == 404
    assert "“HEXG” may mean several. Choose the one you mean." in response.text
    assert "Health Equity Delivery Group (group)" in response.text


def test_asked_about_the_same_twice_it_says_so(visitor: FlaskClient) -> None:
    response = visitor.get("/ask?q=between&subject=LHB&object=LHB")
    assert response.status_code == 400
    assert "is on both sides" in response.text


KEPT = (
    "&steps=3&kind=reports_to&kind=subgroup_of&source=2021-12&role=x&entity_kind=group&entity_kind=board&firm=1&same=1"
)


def hidden(page: str) -> list[tuple[str, str]]:
    return re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]+)">', page)


@pytest.mark.parametrize("wrong", ["subject=HEDG&object=LHB&at=yesterday", "subject=zzzz&object=LHB"])
def test_all_the_limits_that_were_asked_for_are_kept(visitor: FlaskClient, wrong: str) -> None:
    response = visitor.get(f"/ask?q=between&{wrong}{KEPT}")
    assert response.status_code in (400, 404)
    assert sorted(hidden(response.text)) == [
        ("entity_kind", "board"),
        ("entity_kind", "group"),
        ("firm", "1"),
        ("kind", "reports_to"),
        ("kind", "subgroup_of"),
        ("role", "x"),
        ("same", "1"),
        ("source", "2021-12"),
        ("steps", "3"),
    ]
    assert "The other limits of the question are kept." in response.text


@pytest.mark.parametrize("wrong", ["steps=0", "steps=many", "kind=knows", "source=the-times", "entity_kind=dragon"])
def test_a_limit_that_cannot_be_asked_is_not_kept_where_nobody_could_correct_it(
    visitor: FlaskClient, wrong: str
) -> None:
    response = visitor.get(f"/ask?q=between&subject=HEDG&object=LHB&kind=reports_to&{wrong}")
    assert response.status_code in (400, 404)
    assert hidden(response.text) == [("kind", "reports_to")]


def test_the_kind_of_a_list_stays_chosen(visitor: FlaskClient) -> None:
    page = visitor.get("/ask?q=list&entity_kind=board&at=yesterday").text
    assert '<option value="board" selected>' in page


def test_a_name_given_by_its_id_is_shown_as_the_name(visitor: FlaskClient) -> None:
    response = visitor.get("/ask?q=up&subject=heg&at=yesterday")
    assert response.status_code == 400
    assert 'value="heg"' not in response.text
    assert 'value="Health Equity Group' in response.text

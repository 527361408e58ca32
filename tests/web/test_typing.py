"""The one box: what is understood is answered and said, what is not is asked back."""

import pytest
from flask.testing import FlaskClient


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("who chairs the LHB?", "/ask?q=members&subject=lhb&kind=chairs&kind=co_chairs"),
        ("HEDG to Mayor of London 2021", "/ask?q=between&subject=hedg&object=mayor&at=2021"),
        ("Who answers to HEG", "/ask?q=down&subject=heg"),
        ("what changed between 2015 and 2021", "/ask?q=changes&at=2015&until=2021"),
    ],
)
def test_what_is_understood_is_answered(visitor: FlaskClient, text: str, address: str) -> None:
    response = visitor.get("/typed", query_string={"text": text})
    assert response.status_code == 302
    assert response.location.startswith(address)
    page = visitor.get(response.location).text
    assert "You typed “" in page
    assert "It was understood as:" in page


def test_what_is_not_understood_is_asked_back_with_what_comes_near(visitor: FlaskClient) -> None:
    page = visitor.get("/typed", query_string={"text": "who sits on the health board of Manchester"}).text
    assert "“manchester”" in page
    assert "What do you mean?" in page
    assert 'value="who sits on the health board of Manchester"' in page


@pytest.mark.parametrize("text", ["", "?", "<script>alert(1)</script>", "a " * 60, "\N{ZERO WIDTH SPACE}"])
def test_nonsense_is_asked_back_and_never_executed(visitor: FlaskClient, text: str) -> None:
    response = visitor.get("/typed", query_string={"text": text})
    assert response.status_code in (200, 302, 400)
    assert "<script>alert" not in response.text

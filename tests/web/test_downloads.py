"""Files of answers and of what the explorer shows, without being saved."""

import re
from html import unescape

import pytest
from flask import Flask
from flask.testing import FlaskClient

from graph.render.forms import FORMS
from web.files import sent

ASKED = "q=between&subject=HEDG&object=Mayor+of+London"


@pytest.mark.parametrize("form", FORMS.values(), ids=lambda form: form.ending)
def test_an_answer_and_a_picture_can_be_had_in_every_form(visitor: FlaskClient, form: object) -> None:
    from graph.render.forms import Form

    assert isinstance(form, Form)
    for address in (f"/answer{form.ending}?{ASKED}", f"/explored{form.ending}/lhb?up=lhb"):
        response = visitor.get(address)
        assert response.status_code == 200, response.text
        assert response.mimetype == form.mimetype
        assert len(response.data) > 300


def test_every_file_that_a_page_offers_is_there(visitor: FlaskClient) -> None:
    for page in (f"/ask?{ASKED}", "/ask?q=list&entity_kind=board", "/explore/lhb", "/ask?q=up&subject=alone"):
        offers = re.findall(r'href="(/(?:answer|explored)\.[^"]+)" download', visitor.get(page).text)
        assert offers
        for offer in offers:
            assert visitor.get(offer.replace("&amp;", "&")).status_code == 200, offer


def test_it_prints_the_address_of_its_page(visitor: FlaskClient) -> None:
    drawn = visitor.get(f"/answer.csv?{ASKED}").data.decode("utf-8-sig")
    assert "http://localhost/ask?q=between&subject=hedg&object=mayor" in drawn


def test_where_there_is_nothing_to_draw_it_says_so(visitor: FlaskClient) -> None:
    response = visitor.get("/answer.svg?q=up&subject=alone")
    assert response.status_code == 404
    assert "nothing to draw" in response.text


def test_what_is_no_form_is_named(visitor: FlaskClient) -> None:
    response = visitor.get(f"/answer.gif?{ASKED}")
    assert response.status_code == 404
    assert "“.gif”" in response.text
    assert visitor.get("/explored.svg/nobody").status_code == 404
    assert "hedg?up=heg" in unescape(visitor.get("/explored.svg/hedg%3Fup=heg").text), "no parameter, but an id"


@pytest.mark.parametrize(
    ("title", "plain", "whole"),
    [
        ("\N{CJK UNIFIED IDEOGRAPH-65E5}", "govgraph.svg", "%E6%97%A5.svg"),
        ('Llŷr; x="y"/../z\\\r\nX: 1', "llyr-x-y-z-x-1.svg", "llyr-x-y-z-x-1.svg"),
        ("\N{CJK UNIFIED IDEOGRAPH-65E5} x", "x.svg", "%E6%97%A5-x.svg"),
        ("x" * 200, f"{'x' * 60}.svg", f"{'x' * 60}.svg"),
    ],
)
def test_files_are_named_after_their_title_whatever_stands_in_it(
    small: Flask, title: str, plain: str, whole: str
) -> None:
    with small.test_request_context():
        named = sent(b"", FORMS[".svg"], title).headers["Content-Disposition"]
    assert named == f"inline; filename=\"{plain}\"; filename*=UTF-8''{whole}"

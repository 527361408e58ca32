"""The pages that explain the others."""

from flask.testing import FlaskClient


def test_its_figures_are_counted(visitor: FlaskClient) -> None:
    page = visitor.get("/about/data").text
    assert "3 documents make 17 claims about 13 bodies, people and other things." in page
    assert '<th scope="row" role="rowheader" data-head="Document"><a href="/source/2024-11">' in page
    assert "Documents disagree about 1 tie or fact; 2 claims say that something is not so." in page
    assert "The Health Equity Group co-chairs the London Health and Care Partnership." in page


def test_every_page_leads_to_the_four_that_explain_it(visitor: FlaskClient) -> None:
    for address in ("/", "/explore/lhb", "/nothing", "/ask?q=up&subject=HEDG"):
        footer = visitor.get(address).text.partition("<footer")[2]
        for place in ("/about/data", "/about", "/about/pictures", "/accessibility"):
            assert f'href="{place}"' in footer

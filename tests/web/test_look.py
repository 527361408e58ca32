import pytest

from web.look import naming, web_link


def test_the_last_mention_of_a_name_becomes_a_link() -> None:
    assert naming("A leads B.", "B", "/b") == 'A leads <a href="/b">B</a>.'


def test_a_name_without_its_capital_is_the_same_name() -> None:
    assert naming("A is one of the national bodies.", "National bodies", "/n") == (
        'A is one of the <a href="/n">national bodies</a>.'
    )


def test_a_name_that_is_not_mentioned_is_added() -> None:
    assert naming("It is so.", "B", "/b") == 'It is so. (<a href="/b">B</a>)'


def test_nothing_hostile_gets_through() -> None:
    assert naming('<b> leads "><i>.', '"><i>', '/"x') == ('&lt;b&gt; leads <a href="/&#34;x">&#34;&gt;&lt;i&gt;</a>.')


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "//x", "ftp://x", " https://x", ""])
def test_only_web_addresses_become_links(address: str) -> None:
    assert not web_link(address)

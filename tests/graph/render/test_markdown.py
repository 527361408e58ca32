"""Read by an independent reader of Markdown; what Govspeak does before that is checked by its own rules."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.render.markdown import address_of, escaped, link, table
from tests.graph.render.briefs import ODD
from tests.graph.render.markdown_read import links_in, rows_in, text_in

GOVSPEAK = (
    r"(?:\r|\n|^)\$(?:CTA|!|D|C|P|I|AI|E|A)",
    r"(?:\r|\n|^)[\^@%]",
    r"(?:\r|\n|^)x\[",
    r"^!![0-9]+",
    r"\[(?:Contact|Image|Attachment|AttachmentLink|InlineAttachment|embed:\w+(?::\w+)?):\s*.*?\s*\]",
    r"\{barchart.*?\}",
    r"\{/?(?:stat-headline|button)",
    r"\{::",
    r"\{\{embed:",
    r":(england|london|wales|scotland):(.*?):\1:",
    r"^[ \t]*s\d+\.\s",
    r"\[\^\d+\]",
)
"""What Govspeak 8 replaces before it reads the rest as Markdown."""
WORDS = st.text(
    st.one_of(st.sampled_from("|*_<>[]()`#~\\-+=.:!&{}$^@%s1 \n\"'"), st.characters(codec="utf-8")), max_size=40
)


def shown(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("odd", ODD)
def test_odd_words_are_words_wherever_they_stand(odd: str) -> None:
    for line in (escaped(odd), f"## {escaped(odd)}", f"* {escaped(odd)}", f"1. {escaped(odd)}"):
        assert text_in(line) == shown(odd)
    assert rows_in(table(("a", odd), [(odd, ""), ("", odd)])) == [["a", shown(odd)], [shown(odd), ""], ["", shown(odd)]]


@pytest.mark.parametrize("odd", ODD)
def test_no_rule_of_govspeak_applies_to_odd_words(odd: str) -> None:
    assert not [rule for rule in GOVSPEAK if re.search(rule, escaped(odd), re.MULTILINE)]


def test_the_rules_of_govspeak_apply_to_the_same_words_as_they_are() -> None:
    assert not [rule for rule in GOVSPEAK if not any(re.search(rule, odd, re.MULTILINE) for odd in ODD)]


@settings(max_examples=150, deadline=None)
@given(WORDS)
def test_any_words_come_out_as_they_went_in(words: str) -> None:
    kept = shown(re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "", words))
    assert text_in(escaped(words)) == kept
    assert rows_in(table(("a", "b"), [(words, "x"), ("x", words)]))[1:] == [[kept, "x"], ["x", kept]]


def test_what_is_plain_stays_plain() -> None:
    for plain in ("1.1, 2.1", "MD3326 – the £150,000 (2024-25): Mayor's", "R&D", "a-b", "para 5.4"):
        assert escaped(plain) == plain


def test_a_link_is_one_only_to_the_web() -> None:
    assert links_in(link("The [plan]", "https://example.org/a_(b) c|d")) == ["https://example.org/a_%28b%29%20c%7Cd"]
    assert links_in(address_of("https://govgraph.example/ask?a=1&b=_2_*3*")) == [
        "https://govgraph.example/ask?a=1&b=_2_%2A3%2A"
    ]
    for address in ("javascript:alert(1)", "file:///etc", "govgraph ask up a", "", "https:// x"):
        assert not links_in(link("words", address))
        assert not links_in(address_of(address))
    assert text_in(address_of("govgraph ask up a_b")) == "govgraph ask up a_b"

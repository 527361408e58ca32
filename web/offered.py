"""The files that a page offers of what it shows, and the way to save it."""

from collections.abc import Callable
from dataclasses import dataclass

from flask import url_for

from graph.render.forms import FORMS, Form, Needs


@dataclass(frozen=True, slots=True)
class Offer:
    """A form and the address at which the file is made."""

    form: Form
    address: str


@dataclass(frozen=True, slots=True)
class Offered:
    """Files in the order in which they are offered, and the address of the form with which the page is saved."""

    files: tuple[Offer, ...]
    saving: str

    def at(self, ending: str) -> str:
        """The address of the file of that ending; empty where none is offered."""
        return next((offer.address for offer in self.files if offer.form.ending == ending), "")


def offered(page: str, file: Callable[[str], str], *, drawn: bool, listed: bool) -> Offered:
    """What is offered of the page at an address; `file` gives the address of a file by its ending without the point.

    `drawn` is whether the page has a picture, `listed` whether it has a table.
    """
    there = {Needs.WORDS: True, Needs.PICTURE: drawn, Needs.TABLE: listed}
    files = tuple(Offer(form, file(form.ending.removeprefix("."))) for form in FORMS.values() if there[form.needs])
    return Offered(files, url_for("saved.new_page", address=page))

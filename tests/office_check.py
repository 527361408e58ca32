"""Every form of the three real views, opened by other programs: `python -m tests.office_check --soffice PATH`.

LibreOffice opens what is made for an office and prints it as PDF, Chromium opens pictures and pages. Of each file it is
said whether it opened, how many pages it has, and which words of the answer are missing in what the program shows; the
exit code is 1 where something is. `make test` does not need it.
"""

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from graph.pictures.captions import called
from graph.queries.ask import ask
from graph.queries.options import Options
from graph.render.brief import RIVALS, SOURCES, Sheet
from graph.render.forms import FORMS, Form
from tests.browsing import CHROMIUM, launched
from tests.views import VIEWS, london_store
from web.picture import Picture, picture_of

WORDS_ALONE = {"what is said about HEDG": ("profile", "HEDG", "")}
ORIGIN = "https://govgraph.example/view/abc"
KEPT, NOTE = "Saved view abc, frozen on 26 November 2026", "Asked for by the board. To be agreed before it goes out."
SECONDS = 180
NOTES = 'pdf:impress_pdf_Export:{"ExportNotesPages":{"type":"boolean","value":"true"}}'
"""How a presentation is printed: its notes too, for the sentences stand there."""
MOST_TOLD = 3
Open = Callable[[Path], "Opened"]


class NotOpened(Exception):
    """A program did not open a file; the message says why."""


@dataclass(frozen=True, slots=True)
class Opened:
    """What a program shows of a file; `text` is None where it shows no text that can be read, as of a PNG."""

    pages: int
    text: str | None


class Office:
    """A LibreOffice with a profile of its own."""

    def __init__(self, soffice: str, profile: Path, printed: Path) -> None:
        self._command = [soffice, f"-env:UserInstallation={profile.as_uri()}", "--headless"]
        self._folder = printed

    def version(self) -> str:
        """Its name and version.

        :raises NotOpened: when it cannot be run.
        """
        return self._run("--version").strip() or "LibreOffice"

    def open(self, path: Path) -> Opened:
        """A file as it is printed.

        :raises NotOpened: when nothing was printed.
        """
        printed = self._folder / f"{path.name}.pdf"
        made = self._folder / f"{path.stem}.pdf"
        to = NOTES if path.suffix == ".pptx" else "pdf"
        # With a new profile it may end before it has done anything.
        for _ in range(2):
            said = self._run("--convert-to", to, "--outdir", str(self._folder), str(path))
            if made.exists():
                return pdf(made.replace(printed))
        raise NotOpened(said.strip() or "it was not opened")

    def _run(self, *arguments: str) -> str:
        try:
            done = subprocess.run(
                [*self._command, *arguments], capture_output=True, text=True, timeout=SECONDS, check=False
            )
        except (OSError, subprocess.TimeoutExpired) as problem:
            raise NotOpened(str(problem)) from problem
        return done.stdout + done.stderr


def pdf(path: Path) -> Opened:
    """A PDF as it is read."""
    from pypdf import PdfReader

    pages = PdfReader(path).pages
    return Opened(len(pages), "\n".join(page.extract_text() for page in pages))


def chromium(browser: Any) -> Open:
    """What opens pictures and pages in a browser."""

    def opened(path: Path) -> Opened:
        page = browser.new_page()
        try:
            page.goto(path.as_uri())
            if page.evaluate("document.images.length && !document.images[0].naturalWidth"):
                raise NotOpened("the picture is broken")
            text = page.evaluate("document.body ? document.body.innerText : document.documentElement.textContent")
        finally:
            page.close()
        return Opened(1, None if path.suffix == ".png" else text)

    return opened


def programs(office: Office, browser: Any) -> Mapping[str, tuple[str, Open]]:
    """By ending, the name of the program that opens it, and how: what is neither web nor PDF is for the office."""
    web, reader, writer = ("Chromium", chromium(browser)), ("a PDF reader", pdf), ("LibreOffice", office.open)

    def program(form: Form) -> tuple[str, Open]:
        if form.mimetype.startswith(("image/", "text/html")):
            return web
        return reader if form.mimetype == "application/pdf" else writer

    return {ending: program(form) for ending, form in FORMS.items()}


def wanted(ending: str, picture: Picture) -> list[str]:
    """The words that a form must show: of a table its cells, of a picture its names, else every sentence and source.

    CSV spells sources out, and the page for GOV.UK leaves the picture to a file beside it.
    """
    brief = picture.brief
    names = [called(box) for box in picture.scene.boxes] if picture.scene and ending != ".md" else []
    foot = [brief.as_at, brief.version, brief.origin, brief.kept, brief.note]
    if ending in (".svg", ".txt"):
        return [brief.title, *names, *(document.title for document in brief.documents), *foot]
    if ending == ".csv":
        return [*_cells(brief.sheets[-1:], without=(SOURCES, RIVALS)), *foot]
    places = [place.words for document in brief.documents for place in document.places]
    sources = [words for document in brief.documents for words in (document.title, document.details)] + places
    if ending == ".xlsx":
        return [brief.title, brief.summary, *_cells(brief.sheets), *sources, *foot]
    sentences = [statement.text for section in brief.sections for statement in section.statements]
    return [brief.title, brief.summary, *names, *sentences, *sources, *foot]


def _cells(sheets: Sequence[Sheet], without: Collection[str] = ()) -> list[str]:
    return [
        cell
        for sheet in sheets
        for row in (sheet.heads, *sheet.rows)
        for head, cell in zip(sheet.heads, row, strict=True)
        if head not in without
    ]


def missing(words: Sequence[str], text: str) -> list[str]:
    """Which words are not in the text, however it is broken into lines; a sign may stand behind a backslash."""
    shown = _squeezed(text)
    return [each for each in dict.fromkeys(filter(None, words)) if _squeezed(each) not in shown]


def _squeezed(text: str) -> str:
    """Without spaces and backslashes, and with the letters of a ligature apart."""
    return re.sub(r"[\s\\\N{SOFT HYPHEN}]", "", unicodedata.normalize("NFKC", text))


def check(folder: Path, opens: Mapping[str, tuple[str, Open]]) -> Iterator[tuple[str, bool]]:
    """A line for every form of every view, and whether all is well."""
    store = london_store()
    for name, asked in (VIEWS | WORDS_ALONE).items():
        answer = ask(store, *asked, Options())
        for ending, form in FORMS.items():
            made = picture_of(store, answer, ending, ORIGIN)
            made = replace(made, brief=replace(made.brief, kept=KEPT, note=NOTE))
            if form.lacks(made.scene, made.brief):
                continue
            path = folder / f"{name.replace(' ', '-')}{ending}"
            made.save(path)
            program, opened = opens[ending]
            try:
                found = opened(path)
            except NotOpened as problem:
                yield f"{path.name:<36} {program:<13} not opened: {problem}", False
                continue
            yield _line(f"{path.name:<36} {program:<13}", found, wanted(ending, made))


def _line(begin: str, found: Opened, words: Sequence[str]) -> tuple[str, bool]:
    pages = f"{found.pages:>3} {'page' if found.pages == 1 else 'pages'}"
    if found.text is None:
        return f"{begin} {pages}, no text to be read", True
    lacking = missing(words, found.text)
    if not lacking:
        return f"{begin} {pages}, all of {len(set(words))} words and sentences", True
    told = "; ".join([*lacking[:MOST_TOLD], *(["..."] if len(lacking) > MOST_TOLD else [])])
    return f"{begin} {pages}, {len(lacking)} of {len(set(words))} missing: {told}", False


def main(arguments: Sequence[str] | None = None) -> int:
    """Check what was asked for, print it, and say how it went: 0 for well."""
    parser = argparse.ArgumentParser(prog="python -m tests.office_check", description="Forms opened by other programs.")
    parser.add_argument("--soffice", default="soffice", help="LibreOffice, where it is not on the path")
    parser.add_argument("--folder", type=Path, help="where the files are left; otherwise they are deleted")
    chosen = parser.parse_args(arguments)
    if not shutil.which(chosen.soffice):
        tell(f"LibreOffice is not there: install it, or name it with --soffice PATH (looked for {chosen.soffice}).")
        return 1
    if not any(map(shutil.which, CHROMIUM)):
        tell("Chromium is not there: make browser says what to install.")
        return 1
    with ExitStack() as ends:
        scratch = Path(ends.enter_context(tempfile.TemporaryDirectory(prefix="govgraph-office-")))
        folder = (chosen.folder or scratch / "forms").resolve()
        folder.mkdir(parents=True, exist_ok=True)
        office, well = Office(chosen.soffice, scratch / "profile", folder / "printed"), True
        tell(office.version())
        for line, good in check(folder, programs(office, ends.enter_context(launched()))):
            tell(line if good else f"{line}  <-- mend this")
            well = well and good
    return 0 if well else 1


def tell(line: str) -> None:
    """Print a line at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())

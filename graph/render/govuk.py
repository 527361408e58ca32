"""A picture and its words as Markdown for GOV.UK, which takes no frame and no drawing: its Govspeak and a PNG.

An image is uploaded apart and named in the text by `[Image: …]`. Whitehall asks for no alternative text of new images,
so what the picture shows stands in the text; other publishing systems ask, so the short one is given too.
"""

from collections.abc import Iterator

from graph.pictures.captions import marked, sentences_of
from graph.pictures.scene import Scene
from graph.render.alt import legend_words, short_alternative
from graph.render.brief import Brief, Document, Section, Statement, cited
from graph.render.markdown import address_of, escaped, link, table

PICTURE = "picture.png"
"""Under which name the picture is to be uploaded."""
_END = "\n\n"


def govuk(scene: Scene | None, brief: Brief) -> bytes:
    """The page in UTF-8: what to do first, then answer, picture, sentences, tables, sources and where it comes from.

    Headings begin at the second level, for the title of a page is a field of its own.
    """
    told = {relation for section in brief.sections for each in section.statements for relation in each.relations}
    captions = {sheet.caption for sheet in brief.sheets}
    parts = [
        _steps(scene, brief),
        f"## {escaped(brief.title)}",
        escaped(" ".join(filter(None, (f"{brief.verdict}." if brief.verdict else "", brief.summary)))),
        f"{escaped(brief.as_at)}.",
        escaped(brief.noted),
        *(_picture(scene, told) if scene else ()),
        *(part for section in brief.sections if section.heading not in captions for part in _section(section)),
        *(part for sheet in brief.sheets for part in (f"### {escaped(sheet.caption)}", table(sheet.heads, sheet.rows))),
        *_sources(brief.documents),
        *_origin(brief),
    ]
    return f"{_END.join(filter(None, parts))}\n".encode()


def _steps(scene: Scene | None, brief: Brief) -> str:
    """What the publisher has to do, as a list to be deleted."""
    steps = ["Copy what stands below this list into the text of the page; its title is a field of its own."]
    if scene:
        steps += [
            f"Take the same picture as PNG, call it {PICTURE} and upload it with the images of the page.",
            "The text says what the picture shows, so it needs no alternative text. Where a form asks for one: "
            + short_alternative(brief),
        ]
    if brief.sections and brief.sheets:
        steps.append("Where sentences and a table say the same, keep what serves your readers better.")
    return "\n".join(["## Before you publish", "", *(f"{at}. {escaped(step)}" for at, step in enumerate(steps, 1))])


def _picture(scene: Scene, told: set[str]) -> Iterator[str]:
    """Where the image goes, how to read it, and those of its lines that no sentence tells."""
    yield f"[Image: {PICTURE}]"
    yield escaped(" ".join(filter(None, (scene.caption, legend_words(scene)))))
    sentences = zip(scene.links, sentences_of(scene.boxes, scene.links), strict=True)
    also = [f"{marked(each, sentence)}." for each, sentence in sentences if not told.issuperset(each.relations)]
    if also:
        yield "\n".join(["The picture also shows:", "", *(f"* {escaped(sentence)}" for sentence in also)])


def _section(section: Section) -> Iterator[str]:
    yield f"### {escaped(section.heading)}"
    yield "\n".join(line for statement in section.statements for line in _statement(statement))


def _statement(told: Statement) -> Iterator[str]:
    """A sentence of a list, numbered where it is a step, and beneath it what belongs there."""
    also = told.lead == "also"
    mark = "    *" if also else f"{told.lead}." if told.lead else "*"
    standing = f"({told.standing})" if told.standing else ""
    yield f"{mark} {escaped(' '.join(filter(None, ('Also:' if also else '', told.text, standing, cited(told)))))}"
    for under in told.under:
        yield f"    * {escaped(under)}"


def _sources(documents: tuple[Document, ...]) -> Iterator[str]:
    """The documents as a numbered list, each with a link and with every place that is cited."""
    if not documents:
        return
    yield "### Sources"
    lines = []
    for document in documents:
        details = f", {escaped(document.details)}" if document.details else ""
        lines.append(f"{document.number}. {link(document.title, document.address)}{details}")
        lines += [f"    * {escaped(f'{place.number}: {place.words}')}" for place in document.places]
    yield "\n".join(lines)


def _origin(brief: Brief) -> Iterator[str]:
    told = [brief.kept, *brief.remarks, f"Data version: {brief.version}" if brief.version else ""]
    lines = [escaped(line) for line in told if line]
    if brief.origin:
        lines.append(f"To see or make it again: {address_of(brief.origin)}")
    if lines:
        yield "### How this was made"
        yield "\n".join(f"* {line}" for line in lines)

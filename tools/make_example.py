"""Makes the documents of the example dossier from the digests in `tools/example`.

Each digest is one Markdown file: a block of metadata, then the text. From it come
the document, in the format that its `name` ends in, and the sidecar beside it.
The results are committed, so a user needs none of this; the tests make them again
and compare.

    python -m tools.make_example
"""

import html
import io
import re
import textwrap
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from pathlib import Path
from types import MappingProxyType
from typing import Protocol

import yaml

ROOT = Path(__file__).resolve().parents[1]
DIGESTS = ROOT / "tools" / "example"
DOCUMENTS = ROOT / "src" / "remnant" / "example" / "documents"
KEYS = ("title", "publisher", "author", "published", "kind", "address", "language")
NOTICE = "Written for this example in other words. It is not the text of the work itself."
WIDTH = 78
EPOCH = (1980, 1, 1, 0, 0, 0)
"""The time stamp of every part of a DOCX, so that the same text gives the same bytes."""


class Part(Enum):
    """What a block of a digest is."""

    TITLE = auto()
    HEADING = auto()
    PARAGRAPH = auto()
    LIST = auto()
    NOTE = auto()
    ASIDE = auto()
    """A line that a web page has between its paragraphs and that belongs to no text."""


@dataclass(frozen=True, slots=True)
class Digest:
    """One digest.

    Attributes:
        name: File name of the document to make.
        metadata: The work it digests, as in the sidecar.
        text: The body as written, in Markdown.
    """

    name: str
    metadata: Mapping[str, str]
    text: str

    @property
    def citation(self) -> str:
        """Title, publisher, date and address of the work that it digests."""
        day = date.fromisoformat(self.metadata["published"])
        parts = (
            f"“{self.metadata['title']}”",
            self.metadata["publisher"],
            f"{day.day} {day:%B} {day.year}",
            self.metadata["address"],
        )
        return ", ".join(parts)

    @property
    def heading(self) -> str:
        """The line that marks it as a digest; the first line of every document."""
        return f"Digest of: {self.citation}"

    def blocks(self) -> Iterator[tuple[Part, str]]:
        """Yield the blocks of the body, without their Markdown signs."""
        for block in re.split(r"\n{2,}", self.text.strip()):
            yield _part(block)


SIGNS = (("# ", Part.TITLE), ("## ", Part.HEADING), ("- ", Part.LIST), ("> ", Part.ASIDE))


def _part(block: str) -> tuple[Part, str]:
    for sign, part in SIGNS:
        if block.startswith(sign):
            return part, "\n".join(line.removeprefix(sign) for line in block.splitlines())
    return (Part.NOTE if re.match(r"\[\d+\] ", block) else Part.PARAGRAPH), block


def read_digest(path: Path) -> Digest:
    """Return the digest in a file."""
    _, head, text = path.read_text(encoding="utf-8").split("---\n", 2)
    fields = {key: str(value) for key, value in yaml.safe_load(head).items()}
    metadata = {key: fields.get(key, "en" if key == "language" else "") for key in KEYS}
    return Digest(fields["name"], MappingProxyType(metadata), text)


def sidecar(digest: Digest) -> bytes:
    """Return the sidecar: the metadata of the work, and that this is a digest of it."""
    fields = {key: value for key, value in digest.metadata.items() if value}
    fields["digest_of"] = digest.citation
    text = yaml.safe_dump(fields, allow_unicode=True, sort_keys=False, width=100)
    return str(text).encode("utf-8")


def as_markdown(digest: Digest) -> bytes:
    """Return the digest as Markdown."""
    return f"{digest.heading}\n\n{NOTICE}\n\n{digest.text.strip()}\n".encode()


def as_text(digest: Digest) -> bytes:
    """Return the digest as plain text with hard line breaks."""
    blocks = [textwrap.fill(digest.heading, WIDTH), textwrap.fill(NOTICE, WIDTH)]
    for _, text in digest.blocks():
        filled = [textwrap.fill(line, WIDTH) for line in text.splitlines()]
        blocks.append("\n".join(filled))
    return ("\n\n".join(blocks) + "\n").encode()


PAGE = """\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{title} | {publisher}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
</head>
<body>
<header>
<a href="#content">Skip to main content</a>
<nav aria-label="Main"><ul>
<li><a href="/">Home</a></li>
<li><a href="/about">About us</a></li>
<li><a href="/countries">Countries</a></li>
<li><a href="/archive">Archive</a></li>
</ul></nav>
</header>
<main id="content">
<article>
{article}
</article>
</main>
<footer>
<nav aria-label="Footer"><ul>
<li><a href="/contact">Contact</a></li>
<li><a href="/privacy">Privacy</a></li>
<li><a href="/terms">Terms of use</a></li>
</ul></nav>
<p>Follow us. All rights reserved.</p>
</footer>
</body>
</html>
"""
ELEMENTS: Mapping[Part, str] = MappingProxyType(
    {
        Part.TITLE: "<h1>{}</h1>",
        Part.HEADING: "<h2>{}</h2>",
        Part.PARAGRAPH: "<p>{}</p>",
        Part.ASIDE: '<aside class="promo"><a href="#">{}</a></aside>',
    }
)


def _marked(text: str, labels: frozenset[str]) -> str:
    """Escape text for HTML and link its note markers; a note that is absent has no target."""

    def link(match: re.Match[str]) -> str:
        label = match[1]
        inner = f'<a href="#note-{label}">[{label}]</a>' if label in labels else f"[{label}]"
        return f"<sup>{inner}</sup>"

    return re.sub(r"\[(\d+)\]", link, html.escape(text, quote=False))


def as_html(digest: Digest) -> bytes:
    """Return the digest as a web page, with the menus and footers that such pages have."""
    blocks = tuple(digest.blocks())
    labels = frozenset(text[1 : text.index("]")] for part, text in blocks if part is Part.NOTE)
    parts = [f'<p class="digest">{html.escape(digest.heading)}</p>', f"<p>{NOTICE}</p>"]
    for part, text in blocks:
        if part is Part.LIST:
            items = "".join(f"<li>{_marked(item, labels)}</li>\n" for item in text.splitlines())
            parts.append(f"<ul>\n{items}</ul>")
        elif part is Part.NOTE:
            label, note = text[1:].split("] ", 1)
            parts.append(f'<p id="note-{label}">[{label}] {html.escape(note, quote=False)}</p>')
        else:
            parts.append(ELEMENTS[part].format(_marked(text, labels)))
    title, publisher = (html.escape(digest.metadata[key]) for key in ("title", "publisher"))
    page = PAGE.format(title=title, publisher=publisher, article="\n".join(parts))
    return page.encode()


STYLES: Mapping[Part, str] = MappingProxyType(
    {Part.TITLE: "Title", Part.HEADING: "Heading 1", Part.LIST: "List Bullet"}
)


def as_docx(digest: Digest) -> bytes:
    """Return the digest as a Word document."""
    from docx import Document  # noqa: PLC0415 - heavy, and only this format needs it

    document = Document()
    document.core_properties.title = digest.metadata["title"]
    document.core_properties.author = digest.metadata["author"] or digest.metadata["publisher"]
    document.add_paragraph(digest.heading)
    document.add_paragraph(NOTICE)
    for part, text in digest.blocks():
        for line in text.splitlines():
            document.add_paragraph(line, style=STYLES.get(part, "Normal"))
    stream = io.BytesIO()
    document.save(stream)
    return _restamped(stream.getvalue())


def _restamped(content: bytes) -> bytes:
    """Return a ZIP archive with the same parts, all stamped with the same time."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, EPOCH), old.read(name), zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def as_pdf(digest: Digest) -> bytes:
    """Return the digest as a PDF of small pages, so that paragraphs run over a page end."""
    from reportlab.lib.pagesizes import A5  # type: ignore[import-untyped] # noqa: PLC0415 - no types; heavy
    from reportlab.lib.styles import getSampleStyleSheet  # type: ignore[import-untyped] # noqa: PLC0415 - as above
    from reportlab.platypus import Paragraph, SimpleDocTemplate  # type: ignore[import-untyped] # noqa: PLC0415 - as above

    sheet = getSampleStyleSheet()
    names = {Part.TITLE: "Title", Part.HEADING: "Heading2"}
    story = [Paragraph(html.escape(line), sheet["BodyText"]) for line in (digest.heading, NOTICE)]
    for part, text in digest.blocks():
        style = sheet[names.get(part, "BodyText")]
        story.extend(Paragraph(html.escape(line), style) for line in text.splitlines())
    stream = io.BytesIO()
    template = SimpleDocTemplate(
        stream,
        pagesize=A5,
        bottomMargin=90,
        title=digest.metadata["title"],
        author=digest.metadata["publisher"],
        invariant=1,
    )
    template.build(story, onFirstPage=_numbered, onLaterPages=_numbered)
    return stream.getvalue()


class Canvas(Protocol):
    """The part of the PDF library's canvas that is used here."""

    def setFont(self, name: str, size: float) -> None:  # noqa: N802 - the library's name
        """Choose a font."""

    def drawCentredString(self, x: float, y: float, text: str) -> None:  # noqa: N802 - as above
        """Write text around a point."""


class Page(Protocol):
    """The part of the PDF library's page template that is used here."""

    pagesize: tuple[float, float]
    page: int


def _numbered(canvas: Canvas, template: Page) -> None:
    canvas.setFont("Helvetica", 8)
    canvas.drawCentredString(template.pagesize[0] / 2, 28, f"Page {template.page}")


WRITERS: Mapping[str, Callable[[Digest], bytes]] = MappingProxyType(
    {
        ".md": as_markdown,
        ".txt": as_text,
        ".html": as_html,
        ".docx": as_docx,
        ".pdf": as_pdf,
    }
)


def make() -> Iterator[tuple[str, bytes]]:
    """Yield the name and content of every file of the example, in order of name."""
    for digest in sorted(map(read_digest, DIGESTS.glob("*.md")), key=lambda one: one.name):
        yield digest.name, WRITERS[Path(digest.name).suffix](digest)
        yield f"{digest.name}.meta.yaml", sidecar(digest)


def main() -> None:
    """Write the files, and remove those that no digest makes any more."""
    made = dict(make())
    for stale in sorted({path.name for path in DOCUMENTS.iterdir()} - set(made)):
        (DOCUMENTS / stale).unlink()
    for name, content in made.items():
        (DOCUMENTS / name).write_bytes(content)


if __name__ == "__main__":
    main()

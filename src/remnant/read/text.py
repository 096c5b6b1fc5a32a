"""Plain text and Markdown: the canonical text is the decoded file, to the letter."""

from remnant.model.document import Anchor
from remnant.model.finding import Issue, Severity
from remnant.read.decode import decode
from remnant.read.draft import Draft
from remnant.read.lines import lines_of
from remnant.read.markdown import LARGEST, looks_like_markdown, markdown_blocks
from remnant.read.plain import plain_blocks

LARGEST_FILE = 64 * 1024 * 1024
"""Bytes. A larger text is not a report; it is refused before it is decoded."""


def read_text(content: bytes, media_type: str) -> Draft:
    """Return the draft of a plain text or Markdown file."""
    if len(content) > LARGEST_FILE:
        message = f"{len(content)} bytes are more than the {LARGEST_FILE} read; split the file."
        return Draft("", issues=(Issue("too-large", message, Severity.ERROR),))
    text, issues = decode(content)
    anchors = tuple(
        Anchor(line.start - line.indent, line.start - line.indent, f"line {line.number}")
        for line in lines_of(text)
        if line.text or line.number == 1
    )
    if len(text) <= LARGEST and (media_type != "text/plain" or looks_like_markdown(text)):
        parsed = markdown_blocks(text)
        return Draft(text, parsed.blocks, anchors, parsed.markup, issues=issues)
    return Draft(text, plain_blocks(text), anchors, issues=issues)

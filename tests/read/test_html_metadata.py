import pytest
from lxml import etree

from remnant.model.source import Metadata, Stated
from remnant.read.html_metadata import page_metadata


def _of(head: str) -> Metadata:
    return page_metadata(etree.HTML(f"<html><head>{head}</head><body></body></html>"))


def _linked(json: str) -> str:
    return f'<script type="application/ld+json">{json}</script>'


def _value(stated: Stated[str] | None) -> str:
    return stated.value if stated is not None else ""


def test_linked_data_are_metadata() -> None:
    """Headline, publisher, authors and date of JSON-LD are metadata, also inside a graph."""
    found = _of(
        _linked(
            '{"@graph": [{"@type": "NewsArticle", "headline": "Strike on a market",'
            ' "datePublished": "2020-10-30T10:00:00Z", "publisher": {"name": "Example Press"},'
            ' "author": [{"name": "Jane Doe"}, {"name": "Jo Roe"}]}]}'
        )
    )
    assert _value(found.title) == "Strike on a market"
    assert _value(found.publisher) == "Example Press"
    assert _value(found.author) == "Jane Doe, Jo Roe"
    assert _value(found.published) == "2020-10-30"
    assert found.published is not None
    assert found.published.words == "datePublished: 2020-10-30T10:00:00Z"


def test_meta_tags_come_first() -> None:
    """Where both state a field, the meta tag counts."""
    tag = '<meta property="og:title" content="One">'
    assert _value(_of(tag + _linked('{"headline": "Two"}')).title) == "One"


@pytest.mark.parametrize(
    "json",
    ["", "{", "[]", "3", '{"author": 3}', '{"author": {"name": {"name": 1}}}', "[" * 50_000],
)
def test_wrong_linked_data_are_left_out(json: str) -> None:
    """Wrong JSON-LD gives nothing and stops nothing."""
    assert _of(_linked(json)) == Metadata()


@pytest.mark.parametrize(
    "head",
    [
        '<meta name="author" content="https://example.org/jane">',
        '<meta name="date" content="yesterday">',
        '<meta name="author" content=" ">',
    ],
)
def test_unusable_tags_are_left_out(head: str) -> None:
    """An address is no author, and what is no date is no date."""
    assert _of(head) == Metadata()

import pytest

from remnant.model.document import Document
from tests.read.making import codes, document


def _quotes(found: Document) -> list[tuple[str, str]]:
    return [
        (found.text[one.start : one.end], found.text[slice(*one.cue)] if one.cue else "")
        for one in found.quotations
    ]


@pytest.mark.parametrize(
    ("text", "quote", "cue"),
    [
        ("“We saw it”, said the mayor.", "“We saw it”", "said the mayor"),
        ("“We saw it.” The mayor left.", "“We saw it.”", ""),
        ('"We saw it," he added. Then he left.', '"We saw it,"', "he added"),
        ("The mayor said: “We saw it.”", "“We saw it.”", "The mayor said:"),
        (
            'It rained. According to the mayor, "it burned" twice.',
            '"it burned"',
            "According to the mayor,",
        ),
        ("The mayor told us that “it burned” twice.", "“it burned”", "The mayor told us that"),
        ("''We saw it,'' said the mayor.", "''We saw it,''", "said the mayor"),
        ("Er sagte: „Es brannte.“", "„Es brannte.“", ""),
        ("The general wrote « it burned » twice.", "« it burned »", "The general wrote"),
        ("The mayor said ‘it burned’ and didn’t stay.", "‘it burned’", "The mayor said"),
    ],
)
def test_a_quotation_has_its_cue(text: str, quote: str, cue: str) -> None:
    """Each kind of mark is known, and the clause beside it that names the speaker."""
    found = document(text)
    assert _quotes(found) == [(quote, cue)]
    assert codes(found) == []


def test_quotations_inside_others_are_left_out() -> None:
    """Only the outermost quotation is one."""
    assert [quote for quote, _ in _quotes(document("“They said ‘no’ to us,” he said."))] == [
        "“They said ‘no’ to us,”"
    ]


@pytest.mark.parametrize("quote", ['“no evidence"', "“pro-army“", '"it burned”', '“a "real" lie”'])
def test_mistaken_marks_are_understood(quote: str) -> None:
    """A wrong closing mark closes all the same; a quotation inside one does not end it."""
    found = document(f"The mayor called it {quote} and left. Then it rained.")
    assert [one for one, _ in _quotes(found)] == [quote]
    assert codes(found) == []


def test_apostrophes_and_inches_are_no_quotations() -> None:
    """Apostrophes are no marks, and neither is an inch after a figure."""
    assert document("The army’s guns aren’t theirs. They’re from ’91.").quotations == ()


def test_a_quotation_over_several_paragraphs_goes_on() -> None:
    """An opening mark on each paragraph and a closing one on the last is one speech."""
    found = document("She said:\n\n“It began at noon.\n\n“It ended at dusk.” We left.")
    assert [one.continues for one in found.quotations] == [True, False]
    assert _quotes(found)[0][1] == "She said:"
    assert codes(found) == []


def test_a_paragraph_of_quoted_words_belongs_to_the_one_before() -> None:
    """Quoted paragraphs in a row share the cue of the first, and what introduces it."""
    found = document('The office said the following:\n\n"It began."\n\n"It ended."\n\nWe left.')
    assert [cue for _, cue in _quotes(found)] == ["The office said the following:"] * 2
    assert [section.introduced_by for section in found.sections] == [None, 0, 0, None]


def test_a_missing_mark_is_reported() -> None:
    """A quotation that is never closed ends with its paragraph and is an issue."""
    found = document("He said “it burned.\n\nThen he left.")
    assert _quotes(found) == [("“it burned.", "He said")]
    assert [(issue.code, issue.start) for issue in found.issues] == [("quotation-unclosed", 8)]


def test_an_opening_mark_ends_an_unclosed_quotation() -> None:
    """Where a mark opens inside an open quotation, the first one ended before it."""
    found = document('He said "it burned. "It ended," he added.')
    assert [quote for quote, _ in _quotes(found)] == ['"it burned.', '"It ended,"']
    assert codes(found) == ["quotation-unclosed"]


def test_marks_of_an_exported_field_are_no_quotation() -> None:
    """A paragraph quoted as a field of a table has its doubled marks inside."""
    found = document('"The army spoke of ""a lie"" and left, according to them."')
    assert [quote for quote, _ in _quotes(found)] == ['""a lie""']


def test_an_unquoted_statement_belongs_to_its_speaker() -> None:
    """Paragraphs after `The minister said:` are introduced by it until the next heading."""
    found = document(
        "The minister said:\n\nI am appalled by this attack.\n\nWe stand with them.\n\n"
        "Further information\n\nIt was the third attack."
    )
    assert [section.introduced_by for section in found.sections] == [None, 0, 0, None, None]

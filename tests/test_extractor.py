import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from remnant.extractor import GRAMMAR, LONGEST, beginning
from remnant.knowledge import Knowledge, load_knowledge
from remnant.model.document import Note, Quotation
from remnant.model.record import DocumentResult
from remnant.pipeline import process
from remnant.read import read
from tests.factory import make_document, make_original

REPORT = (
    "Azerbaijan fired cluster munitions at Stepanakert on 3 June 2021, killing at least four "
    "civilians, Human Rights Watch said. "
)
FRENCH = (
    "Des roquettes ont frappé la ville de Barda mercredi, faisant au moins vingt et un morts, a "
    "déclaré le ministère de la défense dans un communiqué sur la situation dans la région. "
)


@pytest.fixture(scope="module", name="knowledge")
def _knowledge() -> Knowledge:
    return load_knowledge()


def _check(result: DocumentResult) -> None:
    document = result.document
    for claim in result.claims:
        document.check(claim.passage)
        for mention in claim.mentions:
            document.check(mention.span)
    for issue in document.issues:
        assert issue.start is None or 0 <= issue.start <= len(document.text)


def _codes(result: DocumentResult) -> set[str]:
    return {issue.code for issue in result.document.issues}


def test_another_language_is_said_and_not_guessed(knowledge: Knowledge) -> None:
    """A French report gives no claim, whatever English words it seems to hold."""
    result = process(
        make_original((FRENCH + "Attack, bombs, M095 LAR-160. ") * 4), knowledge=knowledge
    )

    assert result.claims == ()
    assert _codes(result) == {"other-language"}


def test_a_paragraph_in_another_language_is_said(knowledge: Knowledge) -> None:
    """In an English text it gives an issue at its place; the English part is read."""
    text = f"{REPORT * 4}\n\n{FRENCH}\n\n{REPORT}"
    result = process(make_original(text), knowledge=knowledge)
    issue = next(one for one in result.document.issues if one.code == "other-language-part")

    assert issue.start == text.index("Des roquettes")
    assert len(result.claims) >= 10


def test_a_text_in_no_known_language_is_said() -> None:
    """Where the language cannot be told, the document says so."""
    document = read(make_original("Lorem Barda ipsum Hadrut dolor " * 20))

    assert [issue.code for issue in document.issues] == ["unknown-language"]


def test_a_text_that_is_too_long_is_read_in_part(knowledge: Knowledge) -> None:
    """What is beyond the limit is said with its place; spans are those of the whole text."""
    filler = "The opera opened on a mild evening. " * 30
    text = f"{REPORT}\n\n" + f"{filler}\n\n" * (LONGEST // len(filler)) + f"{REPORT}"
    document = make_document(text)
    short = beginning(document, len(REPORT))

    assert len(document.text) > LONGEST
    assert short.text == text[: len(REPORT)]
    assert short.id == document.id
    claims = GRAMMAR(short, knowledge=knowledge).claims
    for claim in claims:
        document.check(claim.passage)
    assert len(claims) == 2


def test_the_beginning_of_a_document_keeps_what_stands_in_it() -> None:
    """Sections, notes, quotations and markup are cut with the text."""
    text = f"{REPORT}\n\n{REPORT}"
    notes = (Note("1", 130, 140, ((10, 13), (150, 153))), Note("2", None, None, ((140, 143),)))
    quotations = (Quotation(5, 140, cue=(141, 150)), Quotation(200, 210))
    document = make_document(text)
    whole = document.__class__(
        document.id,
        document.capture,
        text,
        sections=document.sections,
        notes=notes,
        quotations=quotations,
        markup=((0, 2), (119, 140), (180, 182)),
    )
    short = beginning(whole, 120)

    assert [one.end for one in short.sections] == [120]
    assert short.notes == (Note("1", None, None, ((10, 13),)), Note("2", None, None, ()))
    assert short.quotations == (Quotation(5, 120),)
    assert short.markup == ((0, 2), (119, 120))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("\u202e" + REPORT + "\u2067" + REPORT, "reordered-text"),
        (REPORT.replace("Azer", "Azer\u200b"), "hidden-characters"),
        (REPORT.replace("Stepa", "Stepа"), "look-alike-letters"),  # noqa: RUF001 - a Cyrillic letter is what is tested
        ("(" * 3000 + REPORT + ")" * 3000, "nested-brackets"),
        ("“" * 3000 + " " + REPORT, "signs-in-a-row"),
        ("“So it went. " * 30 + REPORT, "quotation-unclosed"),
        ('"' * 20_000 + " " + REPORT, "signs-in-a-row"),
        (REPORT + "[1]" * 5000, "note-missing"),
    ],
)
def test_hostile_text_keeps_its_offsets(knowledge: Knowledge, text: str, code: str) -> None:
    """Right-to-left marks, disguises, nesting and runs of signs are said, and every span holds."""
    result = process(make_original(text), knowledge=knowledge)

    _check(result)
    assert "not-processed" not in _codes(result)
    assert code in _codes(result)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(
        st.sampled_from(
            [
                *REPORT.split(),
                *FRENCH.split()[:8],
                *'“”"‘’()[]{}«»;:,.|~*_#>-–',
                "\u202e",
                "\u200b",
                "\u0301",
                "\x00",
                "\ufeff",
                "\r\n",
                "\n\n",
                "[1]",
                "9" * 40,
                "Аzer",  # noqa: RUF001 - a Cyrillic letter is what is tested
                "\U0001f4a3",
                "x" * 400,
            ]
        ),
        max_size=60,
    ),
    st.sampled_from(["", " "]),
)
def test_no_text_breaks_the_path(knowledge: Knowledge, pieces: list[str], gap: str) -> None:
    """Whatever stands in a text, it is processed, and every span is to the letter."""
    result = process(make_original(gap.join(pieces)), knowledge=knowledge)

    _check(result)

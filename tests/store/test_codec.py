import json
from dataclasses import fields, is_dataclass
from enum import Enum

import pytest
from hypothesis import given

from remnant.errors import StoreError
from remnant.model.assessment import Assessment
from remnant.model.claim import Claim
from remnant.model.document import Document
from remnant.model.finding import Reason
from remnant.model.incident import EventMention, Incident, Link
from remnant.model.lineage import Derives, Fingerprint
from remnant.model.record import DocumentResult
from remnant.model.resolution import Candidate, ResolvedClaim
from remnant.model.span import Span
from remnant.model.value import DateInterval, Quantity, Reference, ReferenceKind
from remnant.store.codec import decode, encode, peek
from tests import strategies
from tests.factory import make_result

QUANTITY = '{"@":"Quantity/1","maximum":2,"minimum":1}'


@given(strategies.results())
def test_result_survives_a_round_trip(result: DocumentResult) -> None:
    """Everything that a document gives is read back as it was, types and all."""
    assert decode(Document, encode(result.document)) == result.document
    assert decode(Fingerprint, encode(result.fingerprint)) == result.fingerprint
    for resolved in result.resolved:
        assert decode(ResolvedClaim, encode(resolved)) == resolved
        same_types(decode(ResolvedClaim, encode(resolved)), resolved)
    for mention in result.mentions:
        assert decode(EventMention, encode(mention)) == mention


@given(strategies.incidents())
def test_incident_survives_a_round_trip(incident: Incident) -> None:
    """An incident is read back as it was."""
    assert decode(Incident, encode(incident)) == incident
    same_types(decode(Incident, encode(incident)), incident)


@given(strategies.assessments())
def test_assessment_survives_a_round_trip(assessment: Assessment) -> None:
    """An assessment is read back as it was."""
    assert decode(Assessment, encode(assessment)) == assessment
    same_types(decode(Assessment, encode(assessment)), assessment)


@given(strategies.links())
def test_link_survives_a_round_trip(link: Link) -> None:
    """A link is read back as it was."""
    assert decode(Link, encode(link)) == link


@given(strategies.derivations())
def test_edge_survives_a_round_trip(edge: Derives) -> None:
    """An edge of the lineage graph is read back as it was."""
    assert decode(Derives, encode(edge)) == edge


@given(strategies.claims())
def test_written_form_is_canonical(claim: Claim) -> None:
    """The written form has sorted keys, no spaces and text as itself, and is written again so."""
    written = encode(claim)
    parsed = json.loads(written)
    assert written == json.dumps(parsed, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert encode(decode(Claim, written)) == written


def same_types(found: object, expected: object) -> None:
    """Make sure that enumerations and tuples come back as themselves, not as plain text."""
    assert type(found) is type(expected)
    if isinstance(found, tuple) and isinstance(expected, tuple):
        for one, other in zip(found, expected, strict=True):
            same_types(one, other)
    elif is_dataclass(found) and not isinstance(found, Enum):
        for field in fields(found):
            same_types(getattr(found, field.name), getattr(expected, field.name))


def test_written_form_is_pinned() -> None:
    """A span and a quantity are written in this form; another form needs another version."""
    assert encode(Quantity(1, 2)) == QUANTITY
    assert (
        encode(Span("d-1", 0, 2, "əs"))
        == '{"@":"Span/1","document":"d-1","end":2,"quote":"əs","start":0}'
    )


def test_values_of_a_union_say_what_they_are() -> None:
    """What words stand for is written with the name of its type."""
    candidate = Candidate(Reference(ReferenceKind.ACTOR, "Syria", "syria"), 1)
    assert '"value":{"@":"Reference","id":"syria","kind":"actor","name":"Syria"}' in encode(
        candidate
    )


def test_whole_number_in_a_field_of_fractions_is_written_as_a_fraction() -> None:
    """Equal values have one written form: a score of 1 is written 1.0."""
    assert encode(Candidate(DateInterval("2020"), 1)) == encode(
        Candidate(DateInterval("2020"), 1.0)
    )


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("{", "cannot be read"),
        ("[]", "cannot be read"),
        ('{"maximum":2,"minimum":1}', "cannot be read"),
        (QUANTITY.replace("/1", "/2"), "Quantity/1 is expected"),
        (QUANTITY.replace("Quantity", "Span"), "Quantity/1 is expected"),
        (QUANTITY.replace("2", '"2"'), "cannot be read"),
        (QUANTITY.replace("2", "true"), "cannot be read"),
        (QUANTITY.replace("2", "2.0"), "cannot be read"),
        (QUANTITY.replace('"maximum":2,', ""), "missing fields ['maximum']"),
        (QUANTITY.replace("}", ',"other":1}'), "unknown fields ['other']"),
        (QUANTITY.replace("1}", "3}"), "above the most"),
    ],
)
def test_anything_else_is_refused(text: str, complaint: str) -> None:
    """Text that is not exactly the expected noun is refused with what is wrong."""
    with pytest.raises(StoreError, match="Quantity") as refused:
        decode(Quantity, text)
    assert complaint in str(refused.value)


def test_span_that_does_not_fit_is_refused() -> None:
    """A stored span whose quote does not fit its offsets cannot be read."""
    with pytest.raises(StoreError, match="cannot be read"):
        decode(Span, '{"@":"Span/1","document":"d-1","end":9,"quote":"ab","start":0}')


def test_field_with_its_default_is_not_written() -> None:
    """What a field holds without anybody saying so needs no words, and is read back."""
    assert encode(Reason("rule", "A sentence.")) == (
        '{"@":"Reason/1","rule":"rule","sentence":"A sentence."}'
    )
    assert decode(Reason, encode(Reason("rule", "A sentence."))) == Reason("rule", "A sentence.")


def test_default_that_was_written_is_read() -> None:
    """A record in which every field was written can still be read."""
    written = '{"@":"Reason/1","rule":"rule","sentence":"A sentence.","weight":0.0}'
    assert decode(Reason, written) == Reason("rule", "A sentence.")


def test_fields_looked_at_alone_have_their_defaults() -> None:
    """A field that was not written is its default there too, and one without is an error."""
    assert peek(Reason, encode(Reason("rule", "A sentence.")), "rule", "weight") == ("rule", 0.0)
    with pytest.raises(StoreError, match="cannot be read"):
        peek(Quantity, QUANTITY, "median")


@pytest.mark.parametrize("value", [object(), {"a": 1}, Candidate(Quantity(1, 2), float("nan"))])
def test_only_nouns_can_be_written(value: object) -> None:
    """What is none of the nouns, or not a finite number, is refused when written."""
    with pytest.raises(StoreError):
        encode(value)


def test_text_is_written_as_itself() -> None:
    """Letters of any script stand unescaped, so that a person can read the database."""
    assert "Xankəndi" in encode(make_result("Xankəndi was hit.").claims[0])

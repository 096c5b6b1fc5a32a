"""Rows of the denials dataset, in the order of its columns."""

from collections.abc import Iterable, Iterator

from remnant.assess.renderings import OUTRIGHT
from remnant.model.ids import content_id
from remnant.model.ledger import Accusation, Answer, Ledger
from remnant.publish.datasets_rows import Cell, Row
from remnant.publish.pages.masking import publishable

NO_ANSWER: tuple[None, ...] = (None,)
"""Stands for the answers of an accusation that has none at hand: it keeps a row of its own."""


def denial_rows(books: Iterable[Ledger]) -> Iterator[Row]:
    """Yield the ledgers as rows: by party, then accusations and loose answers in time."""
    for ledger in books:
        answers = {one.claim: one for one in ledger.answers}
        for accusation in ledger.accusations:
            met = [answers[claim] for claim in accusation.answers]
            for answer in met or NO_ANSWER:
                yield _row(ledger, accusation, answer)
        named = {claim for one in ledger.accusations for claim in one.answers}
        for answer in ledger.answers:
            if answer.claim not in named:
                yield _row(ledger, None, answer)


def _row(ledger: Ledger, accusation: Accusation | None, answer: Answer | None) -> Row:
    parts = (
        ledger.party,
        accusation.claim if accusation else "",
        answer.claim if answer else "",
    )
    return {
        "entry_id": content_id("l", parts),
        "party": publishable(ledger.name),
        "party_id": ledger.party,
        "answered": accusation.answered.value if accusation else None,
        **_accusation(accusation),
        **_answer(answer),
    }


def _accusation(one: Accusation | None) -> Row:
    if one is None:
        lists = ("accused_by", "accused_beside", "incident_ids")
        return {name: () if name in lists else None for name in _ACCUSING}
    cells: tuple[Cell, ...] = (
        one.claim,
        one.kind.value,
        one.stance.value,
        tuple(publishable(name) for name in one.accusers),
        publishable(one.origin) or None,
        tuple(publishable(name) for name in one.beside),
        one.said.edtf if one.said else None,
        one.document,
        publishable(one.passage.quote),
        one.incidents,
    )
    return dict(zip(_ACCUSING, cells, strict=True))


def _answer(one: Answer | None) -> Row:
    if one is None:
        return dict.fromkeys(_ANSWERING)
    cells: tuple[Cell, ...] = (
        one.claim,
        one.response.value,
        one.scope.value if one.scope else None,
        one.scope in OUTRIGHT if one.scope else None,
        publishable(one.voice) or None,
        publishable(one.carried_by) or None,
        one.hostile,
        one.said.edtf if one.said else None,
        one.by_then,
        one.document,
        publishable(one.passage.quote),
        one.general,
        one.meaning,
        publishable(one.rendered) or None,
    )
    return dict(zip(_ANSWERING, cells, strict=True))


_ACCUSING = (
    "accusation_id",
    "accusation_kind",
    "accusation_stance",
    "accused_by",
    "accusation_origin",
    "accused_beside",
    "accused_on",
    "accusation_document",
    "accusation_exact",
    "incident_ids",
)
_ANSWERING = (
    "answer_id",
    "response",
    "scope",
    "says_outright",
    "answer_voice",
    "carried_by",
    "carried_by_adversary",
    "answered_on",
    "answered_by_then",
    "answer_document",
    "answer_exact",
    "general",
    "meaning",
    "rendered",
)

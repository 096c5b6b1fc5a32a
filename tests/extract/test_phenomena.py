from pathlib import Path
from typing import TypeAlias

import pytest
import yaml

from remnant.extract import extract
from remnant.knowledge import Knowledge, load_knowledge
from remnant.model.claim import Claim, Slot
from remnant.model.document import Document
from remnant.model.source import Original
from remnant.read import read
from tests.factory import make_capture

Expected: TypeAlias = tuple[str, str, str, dict[str, str]]

TABLES = sorted(Path(__file__).parent.glob("phenomena*.yaml"))
CASES = [
    (entry["text"], tuple(entry["claims"]))
    for table in TABLES
    for entry in yaml.safe_load(table.read_text("utf-8"))
]
NOWHERE = "-"


@pytest.fixture(scope="module", name="knowledge")
def _knowledge() -> Knowledge:
    return load_knowledge()


def _document(text: str) -> Document:
    """Read a sentence as a plain file, with its quotations and notes."""
    content = text.encode()
    return read(Original(make_capture(content), content))


def _words(claim: Claim, slot: str) -> str:
    if slot == "status":
        return claim.membership.value if claim.membership else NOWHERE
    if slot == "ballot":
        return claim.ballot.value if claim.ballot else NOWHERE
    mentions = claim.filling(Slot(slot))
    return " + ".join(one.span.quote.lower() for one in mentions) or NOWHERE


def _speaker(claim: Claim) -> str:
    innermost = claim.attribution.innermost
    spoken = [(one.referent or one.span).quote.lower() for one in innermost]
    return " + ".join(spoken) or "@document"


def _expectation(line: str) -> Expected:
    kind, stance, said_by, slots = (part.strip() for part in line.split("|"))
    pairs = [pair.split(":", 1) for pair in slots.split(";") if ":" in pair]
    return kind, stance, said_by, {slot.strip(): value.strip() for slot, value in pairs}


def _seen(claim: Claim, slots: dict[str, str]) -> Expected:
    found = {slot: _words(claim, slot) for slot in slots}
    return claim.kind.value, claim.stance.value, _speaker(claim), found


def _agrees(found: Expected, expected: Expected) -> bool:
    """Compare; a mention may be longer or shorter than the words, but not another."""
    kind, stance, said_by, slots = expected
    if (kind, stance) != found[:2] or not _covers(found[2], said_by):
        return False
    return all(_covers(found[3][slot], value) for slot, value in slots.items())


def _covers(found: str, expected: str) -> bool:
    """Say whether each part of either is contained in, or contains, a part of the other."""
    left, right = found.split(" + "), expected.split(" + ")
    return all(any(_near(one, two) for two in right) for one in left) and all(
        any(_near(one, two) for one in left) for two in right
    )


def _near(one: str, two: str) -> bool:
    return one == two or (NOWHERE not in {one, two} and (one in two or two in one))


@pytest.mark.parametrize(("text", "lines"), CASES, ids=[text[:60] for text, _ in CASES])
def test_a_phenomenon_gives_its_claims(
    text: str, lines: tuple[str, ...], knowledge: Knowledge
) -> None:
    """Each sentence of the table gives exactly the claims written beside it."""
    found = sorted(extract(_document(text), knowledge=knowledge), key=lambda one: one.kind)
    expected = sorted((_expectation(line) for line in lines), key=lambda one: one[0])
    assert [claim.kind.value for claim in found] == [kind for kind, *_ in expected]
    left = list(expected)
    for claim in found:
        matches = [one for one in left if _agrees(_seen(claim, one[3]), one)]
        assert matches, f"{_seen(claim, left[0][3])} is none of {left}"
        left.remove(matches[0])

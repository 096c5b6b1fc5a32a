"""The scorecard: predicted claims beside gold claims, in the interchange form.

A predicted claim can answer a gold claim of the same kind in the same document when
their quotes overlap by at least half of the shorter one. Claims are paired one to one,
the pair with most agreeing fills first. Three measures follow:

- *detection*: F1 over claims, by kind and passage;
- *slots*: micro F1 over all slot fills, where a fill of an unpaired claim is missing or spurious;
- *strict*: F1 over claims whose every fill agrees.
"""

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from remnant.errors import UsageError

SET_SLOTS = ("speaker", "actor", "supplier", "recipient", "weapon", "place", "date", "notes")
"""Slots that hold a list; each member is a fill of its own."""

VALUE_SLOTS = ("stance", "killed", "injured", "count", "treaty", "value", "status")
"""Slots that hold one value."""

LEAST_OVERLAP = 0.5
"""Share of the shorter quote that two passages must have in common."""

_ARTICLE = re.compile(r"^(the|a|an)\s+", re.IGNORECASE)
_NOT_KEPT = re.compile(r"[^a-z0-9@/\-:.]+")

Fill = tuple[str, str]
ClaimLine = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and their harmonic mean, each from 0.0 to 1.0."""

    precision: float
    recall: float
    f1: float

    @classmethod
    def of(cls, agreed: int, predicted: int, gold: int) -> "Score":
        """Return the score of `agreed` out of `predicted` and `gold`; 0.0 where nothing is."""
        precision = agreed / predicted if predicted else 0.0
        recall = agreed / gold if gold else 0.0
        both = precision + recall
        return cls(precision, recall, 2 * precision * recall / both if both else 0.0)


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A pair of claims that agree in kind and passage but not in every fill."""

    document: str
    kind: str
    quote: str
    missing: tuple[Fill, ...]
    spurious: tuple[Fill, ...]


@dataclass(frozen=True, slots=True)
class Scorecard:
    """The measures over a set of documents.

    Attributes:
        documents: Number of gold documents.
        gold: Number of gold claims.
        predicted: Number of predicted claims.
        detection: Score over claims.
        slots: Score over fills.
        strict: Score over claims with every fill right.
        by_kind: Detection per claim kind, in alphabetical order.
        by_slot: Score per slot.
        paired: Share of paired claims whose fill of a slot is exactly the gold's, per slot.
        disagreements: Pairs that differ in some fill.
    """

    documents: int
    gold: int
    predicted: int
    detection: Score
    slots: Score
    strict: Score
    by_kind: tuple[tuple[str, Score], ...]
    by_slot: tuple[tuple[str, Score], ...]
    paired: tuple[tuple[str, float], ...]
    disagreements: tuple[Disagreement, ...]


def normalised(value: object) -> str:
    """Return a value as it is compared: no accents, case, article or punctuation."""
    decomposed = unicodedata.normalize("NFKD", str(value))
    plain = "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()
    return _NOT_KEPT.sub(" ", _ARTICLE.sub("", plain)).strip(" .")


def fills(claim: ClaimLine) -> frozenset[Fill]:
    """Return the slot fills of one claim. A claim without a speaker is the document's own."""
    found = {
        (slot, normalised(member))
        for slot in SET_SLOTS
        for member in _members(claim.get(slot))
        if normalised(member)
    }
    for slot in VALUE_SLOTS:
        value = _value(claim.get(slot))
        if value:
            found.add((slot, normalised(value)))
    if not _members(claim.get("speaker")):
        found.add(("speaker", "@document"))
    return frozenset(found)


def _members(value: object) -> Sequence[object]:
    return value if isinstance(value, list | tuple) else ()


def _value(value: object) -> str:
    if isinstance(value, Mapping):
        if value.get("min") is None and value.get("max") is None:
            return ""
        return f"{value.get('min')}..{value.get('max')}"
    return "" if value is None else str(value)


def overlap(left: ClaimLine, right: ClaimLine) -> float:
    """Return the shared length of two passages over the length of the shorter."""
    left_start, left_length = _passage(left)
    right_start, right_length = _passage(right)
    shared = min(left_start + left_length, right_start + right_length) - max(
        left_start, right_start
    )
    return max(0, shared) / max(1, min(left_length, right_length))


def _passage(claim: ClaimLine) -> tuple[int, int]:
    start, quote = claim.get("start"), claim.get("quote")
    if not isinstance(start, int) or not isinstance(quote, str):
        message = f"claim {claim.get('id')!r} has no quote with a start; add both"
        raise UsageError(message)
    return start, len(quote)


def pair(gold: Sequence[ClaimLine], predicted: Sequence[ClaimLine]) -> list[tuple[int, int]]:
    """Pair claims one to one: most agreeing fills first, then most overlap, then order."""
    gold_fills = [fills(claim) for claim in gold]
    predicted_fills = [fills(claim) for claim in predicted]
    candidates = []
    for i, one in enumerate(gold):
        for j, other in enumerate(predicted):
            if one["kind"] != other["kind"]:
                continue
            shared = overlap(one, other)
            if shared >= LEAST_OVERLAP:
                agreeing = len(gold_fills[i] & predicted_fills[j])
                distance = abs(_passage(one)[0] - _passage(other)[0])
                candidates.append((agreeing, shared, -distance, -i, -j))
    used_gold: set[int] = set()
    used_predicted: set[int] = set()
    pairs = []
    for *_, minus_i, minus_j in sorted(candidates, reverse=True):
        if -minus_i not in used_gold and -minus_j not in used_predicted:
            used_gold.add(-minus_i)
            used_predicted.add(-minus_j)
            pairs.append((-minus_i, -minus_j))
    return pairs


class _Tally:
    """Counts over documents, turned into a scorecard at the end."""

    def __init__(self) -> None:
        self.claims: dict[str, Counter[str]] = {
            name: Counter() for name in ("gold", "predicted", "agreed", "strict")
        }
        self.fills: dict[str, Counter[str]] = {
            name: Counter() for name in ("gold", "predicted", "agreed")
        }
        self.paired: Counter[str] = Counter()
        self.exact: Counter[str] = Counter()
        self.disagreements: list[Disagreement] = []
        self.documents = 0

    def add(self, document: str, gold: Sequence[ClaimLine], predicted: Sequence[ClaimLine]) -> None:
        self.documents += 1
        for side, claims in (("gold", gold), ("predicted", predicted)):
            for claim in claims:
                self.claims[side][str(claim["kind"])] += 1
                self.fills[side].update(slot for slot, _ in fills(claim))
        for i, j in pair(gold, predicted):
            self._add_pair(document, gold[i], predicted[j])

    def _add_pair(self, document: str, gold: ClaimLine, predicted: ClaimLine) -> None:
        kind = str(gold["kind"])
        expected, found = fills(gold), fills(predicted)
        self.claims["agreed"][kind] += 1
        self.fills["agreed"].update(slot for slot, _ in expected & found)
        for slot in {slot for slot, _ in expected | found}:
            self.paired[slot] += 1
            self.exact[slot] += _of(expected, slot) == _of(found, slot)
        if expected == found:
            self.claims["strict"][kind] += 1
            return
        self.disagreements.append(
            Disagreement(
                document,
                kind,
                str(gold["quote"]),
                tuple(sorted(expected - found)),
                tuple(sorted(found - expected)),
            )
        )

    def scorecard(self) -> Scorecard:
        claims, fill_counts = self.claims, self.fills
        gold, predicted = claims["gold"].total(), claims["predicted"].total()
        return Scorecard(
            documents=self.documents,
            gold=gold,
            predicted=predicted,
            detection=Score.of(claims["agreed"].total(), predicted, gold),
            slots=Score.of(
                fill_counts["agreed"].total(),
                fill_counts["predicted"].total(),
                fill_counts["gold"].total(),
            ),
            strict=Score.of(claims["strict"].total(), predicted, gold),
            by_kind=_scores(claims, sorted(claims["gold"])),
            by_slot=_scores(
                fill_counts, [s for s in (*SET_SLOTS, *VALUE_SLOTS) if fill_counts["gold"][s]]
            ),
            paired=tuple(
                (slot, self.exact[slot] / self.paired[slot])
                for slot in (*SET_SLOTS, *VALUE_SLOTS)
                if self.paired[slot]
            ),
            disagreements=tuple(self.disagreements),
        )


def _of(found: Iterable[Fill], slot: str) -> frozenset[str]:
    return frozenset(value for name, value in found if name == slot)


def _scores(
    counts: Mapping[str, Counter[str]], names: Iterable[str]
) -> tuple[tuple[str, Score], ...]:
    return tuple(
        (name, Score.of(counts["agreed"][name], counts["predicted"][name], counts["gold"][name]))
        for name in names
    )


def score(
    gold: Mapping[str, Sequence[ClaimLine]], predicted: Mapping[str, Sequence[ClaimLine]]
) -> Scorecard:
    """Compare predicted claims with gold claims, document by document.

    A gold document without predictions counts as one with none; a predicted document
    that has no gold is left out.
    """
    tally = _Tally()
    for document in sorted(gold):
        tally.add(document, gold[document], predicted.get(document, ()))
    return tally.scorecard()


def load(source: Path) -> dict[str, list[dict[str, object]]]:
    """Read claims: a folder of `{"doc", "claims"}` files, or a file of claim lines.

    Raises:
        UsageError: The path is neither, or a file does not have the form.
    """
    if source.is_dir():
        return dict(_load_file(path) for path in sorted(source.glob("*.json")))
    if source.is_file():
        return _load_lines(source)
    message = f"{source}: no such file or folder; give a folder of claim files or one file of lines"
    raise UsageError(message)


def _load_file(path: Path) -> tuple[str, list[dict[str, object]]]:
    try:
        content = json.loads(path.read_text("utf-8"))
        return str(content["doc"]), list(content["claims"])
    except (ValueError, KeyError, TypeError) as error:
        message = f'{path}: not a claim file ({error}); it must be {{"doc": …, "claims": […]}}'
        raise UsageError(message) from error


def _load_lines(path: Path) -> dict[str, list[dict[str, object]]]:
    found: dict[str, list[dict[str, object]]] = {}
    for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
        if not line.strip():
            continue
        try:
            claim = json.loads(line)
            found.setdefault(str(claim["doc"]), []).append(claim)
        except (ValueError, KeyError, TypeError) as error:
            message = f"{path}, line {number}: not a claim line ({error}); it must name its doc"
            raise UsageError(message) from error
    return found

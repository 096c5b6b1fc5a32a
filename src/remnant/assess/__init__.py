"""From claims to conclusions: lineage, origins, contradictions, denials, tolls, grades."""

from remnant.assess.answering import answer_keys, denial_keys, reaches
from remnant.assess.assessing import assess
from remnant.assess.copies import Sketch, alike
from remnant.assess.evidence import (
    DENYING,
    HINTS,
    PARTLY,
    WHOLE,
    Evidence,
    Testimony,
    evidence_of,
    gathered,
    is_denial,
    testimony,
)
from remnant.assess.fingerprints import fingerprint, published
from remnant.assess.headlines import RuledRecord
from remnant.assess.ledger import ledgers
from remnant.assess.lineage import (
    Neighbourhood,
    counterparts,
    is_told,
    neighbourhood_of,
    relations,
    trace,
    trace_keys,
)
from remnant.assess.review import Agreement, agreement, reviewed, reviews

__all__ = [
    "DENYING",
    "HINTS",
    "PARTLY",
    "WHOLE",
    "Agreement",
    "Evidence",
    "Neighbourhood",
    "RuledRecord",
    "Sketch",
    "Testimony",
    "agreement",
    "alike",
    "answer_keys",
    "assess",
    "counterparts",
    "denial_keys",
    "evidence_of",
    "fingerprint",
    "gathered",
    "is_denial",
    "is_told",
    "ledgers",
    "neighbourhood_of",
    "published",
    "reaches",
    "relations",
    "reviewed",
    "reviews",
    "testimony",
    "trace",
    "trace_keys",
]

"""From claims to conclusions: lineage, origins, contradictions, denials, tolls, grades."""

from remnant.assess.assessing import assess
from remnant.assess.copies import alike
from remnant.assess.denials import ANYWHERE, accused_keys, answer_keys, area_keys, denial_keys
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
from remnant.assess.fingerprints import fingerprint
from remnant.assess.headlines import RuledRecord
from remnant.assess.ledger import ledgers
from remnant.assess.lineage import (
    Neighbourhood,
    counterparts,
    neighbourhood_of,
    relations,
    trace,
    trace_keys,
)
from remnant.assess.review import Agreement, agreement, reviewed, reviews

__all__ = [
    "ANYWHERE",
    "DENYING",
    "HINTS",
    "PARTLY",
    "WHOLE",
    "Agreement",
    "Evidence",
    "Neighbourhood",
    "RuledRecord",
    "Testimony",
    "accused_keys",
    "agreement",
    "alike",
    "answer_keys",
    "area_keys",
    "assess",
    "counterparts",
    "denial_keys",
    "evidence_of",
    "fingerprint",
    "gathered",
    "is_denial",
    "ledgers",
    "neighbourhood_of",
    "relations",
    "reviewed",
    "reviews",
    "testimony",
    "trace",
    "trace_keys",
]

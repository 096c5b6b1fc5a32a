"""Whether a text can hold a claim at all, told by its words alone.

Most of a web archive cannot. The words are the beginnings of those without which no
kind of claim is expressed; the names are those of the catalogued weapons and treaties.
`python -m evaluation.aside` measures how many claims of annotated documents this loses.
"""

import re
from collections.abc import Iterable

from remnant.knowledge.entries import Hit
from remnant.model.value import ReferenceKind

_SUBJECT = re.compile(
    r"(?:kill|wound|injur|attack|strike|struck|bomb|destroy|target|(?:die|dies|died|dying)\b|\bfire|victim|shell(?:s|ed|ing)\b|dead\b|death|casualt|massacr"
    r"|condemn|urge|call(?:s|ed|ing)? (?:on|up|for)|appeal|demand|sanction|indict|sentenced"
    r"|investigat|criminal|court|charged|convict|prosecut|abstain|ratif|acced|accus|blame|offensive|raid|assault|weapon|munition|convention|vote)",
    re.IGNORECASE,
)
"""Beginnings of the words without which no family of claims finds a trigger."""


def is_on_the_subject(text: str, hits: Iterable[Hit]) -> bool:
    """Say whether a text can hold a claim.

    Args:
        text: The words.
        hits: The catalogued names in them.
    """
    named = any(hit.kind in {ReferenceKind.WEAPON, ReferenceKind.TREATY} for hit in hits)
    return named or _SUBJECT.search(text) is not None

"""Whether a text can hold a claim at all, told by its words alone.

Most of a web archive cannot. The words are the beginnings of those by which the kinds of
claim are expressed, and of those that tell of violence in other words: a text that has
none of them is set aside before it is parsed. `python -m evaluation.aside` measures how
many claims of annotated documents, and incidents of other corpora, that loses.
"""

import re
from collections.abc import Iterable

from remnant.knowledge.entries import Hit
from remnant.model.value import ReferenceKind

BEGINNINGS: tuple[tuple[str, str], ...] = (
    (
        "attacks",
        (
            "attack|strike|struck|airstr|bomb|assault|offensive|raid|target|destroy|explod|explosi"
            "|blast|detonat|ambush|\\bshells?\\b|shelled|shelling|\\bfire|\\bshot|\\bshoot|gunm[ae]n|gunfire"
            "|gunshot"
        ),
    ),
    (
        "harm",
        (
            "kill|wound|injur|victim|dead\\b|death|die\\b|dies\\b|died\\b|dying\\b|casualt|massacr|murder"
            "|assassin|slaughter|slain|\\bslay|execut(?:ed|ion)|perish|fatal|\\bmaim|\\bhurt|civilian"
            "|kidnap|abduct|hostage|\\bgassed|\\bgassing|bloodbath|carnage|behead"
        ),
    ),
    (
        "weapons and those who fight",
        (
            "weapon|munition|warplane|artillery|stockpil|arsenal|remnant|debris|demin|militar|\\bwar\\b"
            "|\\barm(?:y|ies)\\b|\\btroops\\b|soldier|militant|insurgen|\\brebels?\\b|guerrilla|terroris"
        ),
    ),
    (
        "treaties, votes and positions",
        (
            "convention|treat(?:y|ies)\\b|ratif|acced|accession|signator|vote|abstain|condemn|denounc"
            "|deplor|outrag|urge|appeal|demand|accus|blame"
        ),
    ),
    (
        "proceedings",
        (
            "sanction|indict|sentenced|investigat|\\bprobe|inquir|criminal|court|tribunal|lawsuit"
            "|charged|convict|prosecut|verdict|arrest|\\btrial\\b|\\bsued\\b|warrant"
        ),
    ),
)
"""For each family of claims, the beginnings of words of which it needs one."""

_SUBJECT = re.compile("|".join(words for _, words in BEGINNINGS))
_WORD = re.compile(r"[^\W\d_]{3,40}")
_CALLS = frozenset({"call", "calls", "called", "calling"})
_CALLING = re.compile(r"\bcall(?:s|ed|ing)?\s+(?:on|up|for)", re.IGNORECASE)
"""A position that takes two words: `called on`."""


def is_on_the_subject(text: str, hits: Iterable[Hit]) -> bool:
    """Say whether a text can hold a claim.

    Args:
        text: The words.
        hits: The catalogued names in them.
    """
    if any(hit.kind in {ReferenceKind.WEAPON, ReferenceKind.TREATY} for hit in hits):
        return True
    # Each word is looked at once, however often it stands: a search of the whole text is slow.
    words = dict.fromkeys(_WORD.findall(text.lower()))
    if _SUBJECT.search(" ".join(words)) is not None:
        return True
    return not _CALLS.isdisjoint(words) and _CALLING.search(text) is not None

"""Treaties: names, titles and acronyms to the ledger."""

from collections import Counter

from remnant.knowledge import Treaty
from remnant.model.claim import Claim, Mention
from remnant.model.resolution import Candidate, Resolution
from remnant.model.value import Reference, ReferenceKind
from remnant.resolve.context import Context
from remnant.resolve.reasons import bare, one, printed, settled, words_of

_CLASSES = (("cluster-munition", "ccm"), ("landmine", "mbt"), ("chemical-weapon", "cwc"))
"""Classes of weapons, each with the treaty that bans it."""

_ABOUT = (("cluster", "ccm"), ("mine", "mbt"), ("chemical", "cwc"), ("arms trade", "att"))
"""For `the convention` alone: the subject of the document that tells which it is."""


def treaties(claim: Claim, mention: Mention, context: Context) -> tuple[Resolution, ...]:
    """Return the treaty that the words name, or that `the convention` refers back to."""
    ledger = context.knowledge.treaties
    known = {treaty.id: treaty for treaty in ledger}
    words = words_of(mention)
    if mention.entry in known:
        return (settled(claim, mention, _entered(known[mention.entry], words)),)
    named = ledger.named(bare(words))
    if named:
        return (settled(claim, mention, _entered(named[0], words)),)
    hits = context.knowledge.lexicon.scan(words)
    entries = dict.fromkeys(hit.entry for hit in hits if hit.kind is ReferenceKind.TREATY)
    if entries:
        return tuple(settled(claim, mention, _entered(known[e], words)) for e in entries)
    back = _referred(mention, context) or _subject(words) or _topic(context)
    if back in known:
        return (settled(claim, mention, _entered(known[back], words, 0.8)),)
    name = bare(words)
    return (settled(claim, mention, printed(ReferenceKind.TREATY, name)),) if name else ()


def _entered(treaty: Treaty, words: str, score: float = 1.0) -> Candidate:
    value = Reference(ReferenceKind.TREATY, treaty.name, treaty.id)
    return one(value, "treaty", "The words name or refer back to this treaty.", words, score)


def _referred(mention: Mention, context: Context) -> str:
    """Return the treaty named last before `the convention`, or the first one after it."""
    named = [hit for hit in context.hits if hit.kind is ReferenceKind.TREATY]
    before = [hit for hit in named if hit.start <= mention.span.start]
    if before:
        return before[-1].entry
    return named[0].entry if named else ""


def _subject(words: str) -> str:
    lower = words.lower()
    return next((treaty for word, treaty in _ABOUT if word in lower), "")


def _topic(context: Context) -> str:
    """Return the treaty that bans the class of weapon the document names most often."""
    catalogue = context.knowledge.weapons
    count: Counter[str] = Counter()
    for hit in context.hits:
        if hit.kind is ReferenceKind.WEAPON:
            classes = {hit.entry, *catalogue.generic(hit.entry)}
            count.update(treaty for weapon, treaty in _CLASSES if weapon in classes)
    ranked = count.most_common(2)
    clear = len(ranked) == 1 or (len(ranked) > 1 and ranked[0][1] > 2 * ranked[1][1])
    return ranked[0][0] if clear else ""

"""Targets: what was attacked, kept in the words of the text."""

from remnant.model.claim import Claim, Mention
from remnant.model.resolution import Resolution
from remnant.model.value import ReferenceKind
from remnant.resolve.context import Context
from remnant.resolve.reasons import bare, printed, settled, words_of


def targets(claim: Claim, mention: Mention, context: Context) -> tuple[Resolution, ...]:
    """Return the target as printed, without its determiner."""
    del context  # a target is not looked up: its words are the value
    name = bare(words_of(mention))
    return (settled(claim, mention, printed(ReferenceKind.TARGET, name)),) if name else ()

"""Described: bodies that a text names by a part of their name, or says what they are.

`the civil defence` is that of the country the text is about, `a monitor` the body that watches
the war and is named elsewhere in the text.
"""

import re

from remnant.knowledge import ActorKind
from remnant.knowledge.fold import fold
from remnant.model.claim import Mention
from remnant.model.resolution import Candidate
from remnant.model.value import Reference, ReferenceKind
from remnant.resolve.context import Context
from remnant.resolve.reasons import one

_BODIES = frozenset({ActorKind.ORGANISATION, ActorKind.COALITION, ActorKind.MEDIA, ActorKind.GROUP})


def described(name: str, mention: Mention, context: Context) -> Candidate | None:
    """Return the body that the words are a part of the name of, or describe, or `None`."""
    if mention.entry:
        return None
    return _of_nation(name, context) or _watcher(name, context)


def _of_nation(name: str, context: Context) -> Candidate | None:
    """Return the body whose name the words are without its nationality: `the civil defence`.

    It is that of the country the text is about; the words are `Syrian Civil Defence` there.
    """
    register = context.knowledge.actors
    if not context.countries or not set(fold(name).split()) & _NATIONAL:
        return None
    for state in register:
        if state.kind is not ActorKind.STATE or state.country != context.countries[0][0]:
            continue
        for adjective in state.adjectives:
            found = register.named(f"{adjective} {name}")
            if found and found[0].kind in _BODIES:
                value = Reference(ReferenceKind.ACTOR, found[0].name, found[0].id)
                why = f"{found[0].name} is what the words name in the country the text is about."
                return one(value, "of the nation", why, name, 0.8)
    return None


_NATIONAL = frozenset(
    {"defence", "defense", "media", "television", "tv", "agency", "opposition", "coalition"}
    | {"observatory", "network", "council"}
)
"""Words of bodies that a text names without their nationality."""


def _watcher(name: str, context: Context) -> Candidate | None:
    """Return the only observatory that the text names, for `a war monitor`."""
    if not _MONITOR.fullmatch(name):
        return None
    register = context.knowledge.actors
    actors = {hit.entry for hit in context.hits if hit.kind is ReferenceKind.ACTOR}
    named = sorted(entry for entry in actors if "Observatory" in register.get(entry).name)
    if len(named) != 1:
        return None
    actor = register.get(named[0])
    value = Reference(ReferenceKind.ACTOR, actor.name, actor.id)
    return one(value, "described", f"{actor.name} is what the words describe here.", name, 0.8)


_MONITOR = re.compile(
    r"(?:(?:war|human|rights|Syria|Syrian|British|independent|opposition|leading|[A-Z][a-z]+-based)\s)*"
    r"(?:[Mm]onitor|[Mm]onitoring (?:group|organi[sz]ation|body)|[Ww]atchdog(?: group)?|NGO)"
)
"""Descriptions of a body that counts the dead of a war."""

__all__ = ["described"]

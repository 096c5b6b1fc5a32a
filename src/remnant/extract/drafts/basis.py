"""Basis and scope: what a finding is said to rest on, and whether it is about one event.

The ranks follow the field's practice: a visit to the site and remnants in hand
weigh more than pictures, and pictures more than words.
"""

from remnant.extract.drafts.draft import Draft
from remnant.extract.language.grammar import subject
from remnant.extract.language.words import Word, lemmas
from remnant.model.claim import Basis, ClaimKind
from remnant.model.value import GeoPrecision

_VISITED = lemmas("visit visited inspection on-site")
_HELD = lemmas("remnant fragment debris casing remains")
_EXAMINED = lemmas("examine identify analyse analyze inspect find collect recover document verify")
_PICTURES = lemmas("footage video photograph photo image imagery picture satellite film")
_DEPICTING = lemmas("show depict display picture capture reveal")
_WITNESSES = lemmas(
    "witness resident survivor villager victim activist doctor medic eyewitness inhabitant rescuer"
)
_OFFICIALS = lemmas(
    "official ministry minister spokesman spokeswoman spokesperson president authority governor "
    "mayor army military government ambassador prosecutor"
)
_MEDIA = lemmas("newspaper media agency television journalist correspondent reporter broadcaster")
_SCOPE = lemmas("war conflict campaign offensive invasion intervention hostility years decade")


def basis(draft: Draft) -> tuple[Basis, ...]:
    """Return what the sentence says that the finding rests on, strongest first."""
    words = draft.line.sentence.words
    seen = {word.lemma for word in words}
    found = (
        (Basis.SITE_VISIT, bool(seen & _VISITED)),
        (Basis.REMNANTS, _remnants(draft, seen)),
        (Basis.IMAGERY, bool(seen & _PICTURES)),
        (Basis.WITNESSES, _speaks(words, _WITNESSES)),
        (Basis.OFFICIAL, _speaks(words, _OFFICIALS)),
        (Basis.MEDIA, _speaks(words, _MEDIA)),
    )
    named = tuple(kind for kind, is_so in found if is_so)
    return named or (Basis.NONE_STATED,)


def _remnants(draft: Draft, seen: set[str]) -> bool:
    """Say whether remnants were examined: what only a picture shows was not in anybody's hands."""
    if _is_pictured(draft.trigger):
        return False
    held = bool(seen & _HELD and seen & _EXAMINED)
    return held or draft.kind is ClaimKind.REMNANTS


def _is_pictured(trigger: Word) -> bool:
    """Say whether a picture is what shows it: `a picture shows a rocket`, `photos showing`."""
    for word in (trigger, *trigger.ancestors()):
        shown = word.lemma in _DEPICTING
        if shown and word.dep in {"acl", "relcl"} and word.head.lemma in _PICTURES:
            return True
        shower = subject(word) if shown else None
        if shower is not None and shower.lemma in _PICTURES:
            return True
    return trigger.lemma in _PICTURES


def _speaks(words: tuple[Word, ...], nouns: frozenset[str]) -> bool:
    """Say whether one of the nouns speaks: as a subject, or after `to` or `by`."""
    return any(
        word.lemma in nouns and word.dep in {"nsubj", "pobj", "conj", "dobj", "compound"}
        for word in words
        if word.dep != "pobj" or word.head.lower in {"to", "by", "among", "from"}
    )


def is_general(draft: Draft) -> bool:
    """Say whether the proposition is about a war or several places, and not about one event."""
    if draft.kind not in {ClaimKind.USE, ClaimKind.HARM}:
        return False
    local = [place for place in draft.places if place.scale <= GeoPrecision.DISTRICT]
    if draft.kind is ClaimKind.HARM and len(local) > _SEVERAL:
        return True
    if local:
        return False
    spoken = {word.lemma for word in draft.line.sentence.words}
    days = [date for date in draft.dates if _is_day(date.words)]
    return bool(spoken & _SCOPE) or not days


_SEVERAL = 2
"""Places up to which one figure may be about one event."""


def _is_day(words: tuple[Word, ...]) -> bool:
    """Say whether a date is as exact as a day."""
    return any(word.text.isdigit() and len(word.text) <= len("31") for word in words) or any(
        word.lemma.endswith("day") for word in words
    )

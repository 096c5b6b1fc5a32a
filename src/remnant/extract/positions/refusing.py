"""Refusing: a party says that it cannot, or will not, join a treaty, and why."""

from dataclasses import replace

from remnant.extract.drafts.draft import Draft
from remnant.extract.drafts.filling import actors_in
from remnant.extract.language.grammar import is_verb, subject
from remnant.extract.language.stance import negated
from remnant.extract.language.words import Word
from remnant.extract.names.marks import Line, Mark, Sort
from remnant.extract.positions.taking import can_declare, position_draft
from remnant.extract.treaties.membership import TREATY_NOUNS
from remnant.extract.treaties.staying import is_held_back
from remnant.model.claim import Membership


def refused(line: Line, verb: Word) -> Draft | None:
    """Return the position of a party that will not or cannot join, or `None`."""
    return cannot_join(line, verb) or _stays_out(line, verb) or _is_not_let(line, verb)


def _is_not_let(line: Line, verb: Word) -> Draft | None:
    """What others do does not let the speaker join: `its posture does not allow us to join`."""
    noun = verb.child("dobj")
    act = verb.child("xcomp", "ccomp")
    if act is not None and noun is None:
        noun = act.child("nsubj")
    if noun is None or act is None or noun.lower not in _OWN or not is_held_back(verb):
        return None
    words = [*verb.subtree()]
    draft = position_draft(line, verb, noun, words)
    treaties = tuple(line.over(words, Sort.TREATY)[:1])
    held = replace(draft, membership=Membership.CANNOT_JOIN, treaties=treaties)
    return replace(held, author=None, actors=(), weapons=(), places=())


_OWN = frozenset({"us", "it", "them", "him", "her"})
"""Pronouns for the party that speaks of itself."""


def cannot_join(line: Line, verb: Word) -> Draft | None:
    """A state says that it cannot, or will not, join a treaty."""
    if verb.lemma not in {"accede", "join", "sign", "ratify", "consider", "be"}:
        return None
    unable = negated(verb) and any(
        child.dep == "aux" and child.lower in {"can", "ca", "could", "will", "wo"}
        for child in verb.children
    )
    if not unable or (verb.lemma in {"be", "consider"} and not _about_joining(verb)):
        return None
    noun = subject(verb)
    sayer = verb.head if verb.dep == "ccomp" else verb
    if noun is None:
        return None
    words = [*sayer.subtree()] if is_verb(sayer) else [*verb.subtree()]
    speaker = subject(sayer) if sayer is not verb else noun
    draft = position_draft(line, verb, speaker or noun, words)
    status = Membership.CANNOT_JOIN if _unable(verb) else None
    treaties = line.over(words, Sort.TREATY) or [
        Mark(Sort.TREATY, (word,)) for word in words if word.lemma in TREATY_NOUNS
    ]
    return replace(
        draft,
        membership=status,
        treaties=tuple(treaties[:1]),
        weapons=(),
        places=(),
        actors=actors_in(line, noun) or draft.actors,
    )


def _unable(verb: Word) -> bool:
    return any(child.lower in {"can", "ca", "could", "unable"} for child in verb.children)


def _about_joining(verb: Word) -> bool:
    return any(word.lemma in {"accession", "party", "joining"} for word in verb.subtree())


def _stays_out(line: Line, verb: Word) -> Draft | None:
    """A party says what keeps it from joining a treaty."""
    if not is_held_back(verb):
        return None
    sayer = verb.head if verb.dep in {"ccomp", "advcl"} and is_verb(verb.head) else verb
    noun = subject(sayer) or subject(verb)
    words = [*sayer.subtree()]
    treaties = line.over(words, Sort.TREATY) or [
        Mark(Sort.TREATY, (word,)) for word in words if word.lemma in TREATY_NOUNS
    ]
    if noun is None or not treaties or not can_declare(line, noun):
        return None
    status = Membership.CANNOT_JOIN if not _is_plan(verb) else None
    draft = position_draft(line, verb, noun, words)
    return replace(draft, membership=status, treaties=tuple(treaties[:1]), weapons=(), places=())


def _is_plan(verb: Word) -> bool:
    """Say whether it is a matter of will, such as plans, and not of being able."""
    return verb.lemma in {"have", "rule"}

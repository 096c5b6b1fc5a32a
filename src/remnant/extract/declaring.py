"""Declaring: positions taken without a verb of condemning or calling.

A party agrees or refuses to do something, holds another responsible, calls an act a crime,
supports or opposes a ban, says what must be done. Each counts only where its words are about
weapons, attacks, treaties or what answers them.
"""

from collections.abc import Callable
from typing import TypeAlias

from remnant.extract.frames import ATTACKS, STRIKING, USES, WIELDING
from remnant.extract.grammar import complements, is_passive, is_verb, objects, subject
from remnant.extract.marks import Line, Sort
from remnant.extract.roles import OFFICES
from remnant.extract.stance import negated
from remnant.extract.words import Word, lemmas

Sign: TypeAlias = Callable[[Line, Word], Word | None]
"""From a sentence and a verb to the words for who takes the position, or `None`."""

_RESOLVING = lemmas(
    "agree promise pledge vow commit undertake propose offer decide refuse decline intend plan "
    "want seek resolve consent"
)
"""Verbs of will that take an act as their complement."""

_PLANNING = lemmas("plan intend want seek")
_AIMS = lemmas("intention readiness willingness commitment determination plan desire wish decision")
_VOICING = lemmas("announce express declare reaffirm reiterate state voice confirm signal repeat")
_SUPPORTING = lemmas(
    "support back oppose favour favor endorse reject promote advocate champion renew repeat block "
    "veto reaffirm welcome"
)
_SUPPORTED = lemmas(
    "ban prohibition treaty convention call moratorium investigation resolution inquiry norm use "
    "nonuse non-use clearance universalization universalisation embargo ceasefire proposal probe"
)
_BRANDING = lemmas("describe call brand denounce label term slam regard see consider announce")
_EVIL = lemmas(
    "crime massacre atrocity violation barbaric inhumane inhuman terrorism terrorist savage "
    "barbarism savagery unacceptable unlawful illegal cowardly heinous genocide provocation "
    "outrage criminal disproportionate indiscriminate brutal horrific escalation aggression"
)
_WARNING = lemmas("warn caution")
_TOPICS = (
    ATTACKS
    | USES
    | lemmas(
        "inspection inspector investigation investigate probe allegation ban mine clearance "
        "demining stockpile arsenal weapon weaponry munition crime violation convention treaty "
        "disarmament disarm massacre inspect submunition claim incident bombing embargo shell "
        "responsibility retaliate repercussion accession"
    )
)
"""Nouns and verbs that say that a position is on the subject."""


def declares(line: Line, verb: Word) -> Word | None:
    """Return the words for who takes a position with this verb, or `None`."""
    if not is_verb(verb) or (verb.tag in {"VBN", "VBG"} and verb.dep in {"amod", "acl", "pcomp"}):
        return None
    for sign in SIGNS:
        found = sign(line, verb)
        if found is not None:
            return found
    return None


def is_on_topic(line: Line, verb: Word) -> bool:
    """Say whether the words below a verb, but for its subject, are about arms or attacks."""
    noun = subject(verb)
    own = {one.index for one in noun.subtree()} if noun is not None else set()
    below = [word for word in verb.subtree() if word.index not in own]
    if any(word.lemma in _TOPICS for word in below if word is not verb):
        return True
    return bool(line.over(below, Sort.WEAPON) or line.over(below, Sort.TREATY))


def _resolves(line: Line, verb: Word) -> Word | None:
    """A party agrees, refuses, proposes or wants to do something."""
    wished = verb.child("xcomp") if verb.lemma in _RESOLVING else None
    if wished is None or not any(child.lower == "to" for child in wished.children):
        return None
    if verb.lemma in _PLANNING and wished.lemma in STRIKING | WIELDING:  # a plan of attack
        return None
    hypothetical = any(child.tag == "MD" for child in verb.children if child.dep == "aux")
    if hypothetical or negated(verb) or not is_on_topic(line, verb):
        return None
    return subject(verb)


def _aims(line: Line, verb: Word) -> Word | None:
    """A party announces an intention or reaffirms a commitment."""
    if verb.lemma not in _VOICING or not any(one.lemma in _AIMS for one in objects(verb)):
        return None
    return subject(verb) if is_on_topic(line, verb) else None


def _holds_responsible(line: Line, verb: Word) -> Word | None:
    """A party holds another responsible or accountable."""
    below = {word.lemma for word in verb.subtree()}
    if verb.lemma != "hold" or not below & {"responsible", "accountable"}:
        return None
    if verb.tag not in {"VBZ", "VBP"}:  # told of the past, it is an accusation
        return None
    struck = [mark for one in verb.subtree() for mark in [line.at(one, Sort.ACTOR)] if mark]
    return subject(verb) if struck else None


def _brands(_line: Line, verb: Word) -> Word | None:
    """A party calls an act a crime, barbaric, a violation."""
    if verb.lemma not in _BRANDING or is_passive(verb) or negated(verb):
        return None
    acts = objects(verb) + [c for c in verb.children if c.dep in {"nsubj", "ccomp", "oprd"}]
    noun = subject(verb)
    below = [word for word in verb.subtree() if word.index > verb.index]
    told = any(word.lemma in _EVIL for word in below)
    named = (word for one in acts for word in one.subtree())
    struck = any(word.lemma in ATTACKS | USES | {"killing"} for word in named)
    return noun if told and struck else None


def _supports(line: Line, verb: Word) -> Word | None:
    """A party supports, opposes, rejects or promotes a ban, a treaty, an investigation."""
    if verb.lemma not in _SUPPORTING or is_passive(verb):
        return None
    what = [one for one in objects(verb) if one.lemma in _SUPPORTED]
    return subject(verb) if what and is_on_topic(line, verb) else None


def _warns(line: Line, verb: Word) -> Word | None:
    """A party warns another, or against something."""
    if verb.lemma not in _WARNING or is_passive(verb):
        return None
    against = any(name in {"against", "of"} for name, _ in complements(verb))
    party = any(line.at(one, Sort.ACTOR) for one in objects(verb))
    if not (party or against) or not is_on_topic(line, verb):
        return None
    return subject(verb)


SIGNS: tuple[Sign, ...] = (_resolves, _aims, _holds_responsible, _brands, _supports, _warns)
"""Tried in order."""


def must(line: Line, verb: Word) -> bool:
    """Say whether somebody is told what must or should be done: `light must be shed on it`."""
    if not is_verb(verb) or verb.dep in {"relcl", "advcl"}:
        return False
    modal = any(child.lower in {"must", "should"} for child in verb.children if child.tag == "MD")
    noun = subject(verb)
    if not modal or noun is None or negated(verb):
        return False
    return is_on_topic(line, verb) or any(word.lemma in OFFICES for word in noun.subtree())

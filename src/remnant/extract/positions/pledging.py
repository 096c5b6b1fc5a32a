"""Pledging: positions of will. A party agrees, promises, plans, refuses, commits itself, will.

Each counts only where its words are about weapons, attacks, treaties, or relief from them.
"""

from collections.abc import Callable
from typing import TypeAlias

from remnant.extract.holding.stocks import gives_up
from remnant.extract.language.frames import ATTACKS, STRIKING, WIELDING
from remnant.extract.language.grammar import is_passive, objects, subject
from remnant.extract.language.stance import negated
from remnant.extract.language.words import Word, lemmas
from remnant.extract.names.marks import Line, Sort
from remnant.extract.positions.proceeding import CASES, INQUIRING
from remnant.extract.positions.topics import is_on_topic
from remnant.extract.speaking.voices import FIRST_PERSON

Sign: TypeAlias = Callable[[Line, Word], bool]

_RESOLVING = lemmas(
    "agree promise pledge vow commit undertake propose offer decide refuse decline intend plan "
    "want seek resolve consent threaten swear"
)
"""Verbs of will that take an act as their complement."""

_PLANNING = lemmas("plan intend want seek threaten swear")
_KEEPING_QUIET = lemmas(
    "comment say give confirm name identify answer respond discuss elaborate disclose speak talk"
)
"""What somebody refuses or agrees to do without taking a position."""

_ANSWERS = lemmas(
    "revenge retaliation response retribution reprisal reaction punishment consequence action"
)
"""What somebody vows or threatens after an attack."""

_AIMS = lemmas(
    "intention readiness willingness commitment determination plan desire wish decision policy "
    "moratorium change ban opposition support solidarity rejection refusal commitment adherence "
    "accession stance position obligation allegiance"
)
_VOICING = lemmas(
    "announce express declare reaffirm reiterate state voice confirm signal repeat unveil issue "
    "adopt introduce impose extend enact place put stress maintain observe"
)
_BOUND = lemmas("commit ready prepared willing determined resolve oppose unwilling committed bind")
_AGREEMENTS = lemmas(
    "agreement deal framework accord truce ceasefire armistice settlement understanding pact"
)
_REACHING = lemmas("reach sign conclude strike negotiate finalise finalize")
AGREEING = _REACHING | {"agree"}
"""Verbs of what parties do together."""

_WILLED = lemmas(
    "continue undertake support pursue press push respond retaliate avenge raise defend seek work "
    "demand stand ensure hold"
)
"""Acts that somebody says he will do: `we will continue to call for`."""

_ANSWERABLE = lemmas("accountable responsible account responsibility")
_GOING_ON = lemmas("continue respond retaliate avenge pursue")
"""Acts that somebody said he would do, and did not merely expect."""

_UNWILLED = lemmas(
    "tolerate accept allow forget forgive rest stop permit stand hesitate ignore use"
)
"""Acts that somebody says he will not do: `we will not tolerate`."""


def _resolves(line: Line, verb: Word) -> bool:
    """A party agrees, refuses, proposes or wants to do something."""
    wished = verb.child("xcomp") or verb.child("advcl") if verb.lemma in _RESOLVING else None
    if wished is None or not any(child.lower == "to" for child in wished.children):
        return False
    if wished.lemma in _KEEPING_QUIET:
        return False
    attacking = any(one.lemma in ATTACKS for one in objects(wished))
    if verb.lemma in _PLANNING and (attacking or wished.lemma in STRIKING | WIELDING):
        return False
    if wished.lemma in INQUIRING and any(word.lemma in CASES for word in wished.subtree()):
        return False
    if gives_up(line, verb) is not None:  # what it tells of is what the party holds
        return False
    hypothetical = any(child.tag == "MD" for child in verb.children if child.dep == "aux")
    return not hypothetical and not negated(verb) and is_on_topic(line, verb, wide=True)


def _aims(line: Line, verb: Word) -> bool:
    """A party announces an intention or a policy, or reaffirms a commitment."""
    if verb.lemma not in _VOICING or is_passive(verb):
        return False
    return any(one.lemma in _AIMS for one in objects(verb)) and is_on_topic(line, verb, wide=True)


def _commits(line: Line, verb: Word) -> bool:
    """A party commits itself, or is committed, ready or determined, to do something."""
    if negated(verb) and verb.lemma != "be":
        return False
    if verb.lemma == "commit":
        to = any(child.lower == "to" and child.dep == "prep" for child in verb.children)
        return (to or verb.has("xcomp")) and is_on_topic(line, verb, wide=True)
    said = verb.child("acomp") if verb.lemma in {"be", "remain", "stand"} else None
    if said is None or said.lemma not in _BOUND:
        return False
    return said.has("xcomp", "prep") and is_on_topic(line, verb, wide=True)


def _agrees(line: Line, verb: Word) -> bool:
    """Parties reach or sign an agreement, or agree on one."""
    if gives_up(line, verb) is not None:
        return False
    if verb.lemma == "agree":
        on = [one for one in verb.children if one.lower in {"on", "to"} and one.dep == "prep"]
        named = any(one.lemma in _AGREEMENTS for one in objects(verb))
        return bool(on or named) and is_on_topic(line, verb, wide=True) and not negated(verb)
    reached = verb.lemma in _REACHING and any(one.lemma in _AGREEMENTS for one in objects(verb))
    return (
        reached
        and is_on_topic(line, verb, wide=True)
        and not line.over([word for one in objects(verb) for word in one.subtree()], Sort.TREATY)
    )


def _will(line: Line, verb: Word) -> bool:
    """A party says that it will, or will not, do something about it."""
    modals = {child.lower for child in verb.children if child.tag == "MD"}
    noun = subject(verb)
    never = any(child.lower == "never" for child in verb.children)
    if never and "would" in modals:
        modals.add("will")  # `said it would never use`
    reported = verb.dep == "ccomp" and verb.head.tag in {"VBD", "VBN"}
    if "would" in modals and reported and verb.lemma in _GOING_ON:
        modals.add("will")  # `said that it would continue`
    if noun is None or not modals & {"will", "'ll", "’ll", "wo", "shall"}:
        return False
    act = verb.child("xcomp")
    if act is not None and (
        act.lemma in STRIKING | WIELDING or any(one.lemma in ATTACKS for one in objects(act))
    ):
        return False  # `will continue to launch attacks`
    own = noun.lower in FIRST_PERSON | {"it"} or line.at(noun, Sort.ACTOR) is not None
    acts = _UNWILLED if negated(verb) else _WILLED
    if verb.lemma == "hold" and not any(word.lemma in _ANSWERABLE for word in verb.subtree()):
        return False
    firm = negated(verb) and verb.lemma in {"hesitate", "tolerate", "rest", "forget"}
    return own and verb.lemma in acts and (firm or is_on_topic(line, verb, wide=True))


def _vows(_line: Line, verb: Word) -> bool:
    """A party vows revenge, or promises a response."""
    if verb.lemma not in {"vow", "pledge", "promise", "threaten", "swear", "demand"}:
        return False
    return any(one.lemma in _ANSWERS for one in objects(verb))


def _reserves(line: Line, verb: Word) -> bool:
    """A party reserves the right to do something."""
    right = verb.lemma == "reserve" and any(one.lemma == "right" for one in objects(verb))
    return right and is_on_topic(line, verb, wide=True)


def _decides(_line: Line, verb: Word) -> bool:
    """A body decides what follows a colon."""
    return verb.lemma in {"decide", "resolve", "request"} and any(
        child.text == ":" for child in verb.children
    )


def _rules(line: Line, verb: Word) -> bool:
    """A policy, directive or decree of a party allows, requires or delays something."""
    noun = subject(verb)
    if noun is None or noun.lemma not in _POLICIES or is_passive(verb):
        return False
    owned = [word for child in noun.children for word in child.subtree()]
    return bool(line.over(owned, Sort.ACTOR)) and is_on_topic(line, verb)


_POLICIES = lemmas("policy memo memorandum directive decree doctrine")


def _legislates(line: Line, verb: Word) -> bool:
    """A state enacts a law on joining a treaty."""
    if verb.lemma not in _ENACTING or is_passive(verb):
        return False
    below = {word.lemma for word in verb.subtree()}
    return bool(below & _LAWS and below & _JOINING_NOUNS) and bool(
        line.over(verb.subtree(), Sort.TREATY)
    )


_ENACTING = lemmas("promulgate enact pass adopt approve sign issue introduce draft")
_LAWS = lemmas("law bill decree legislation act statute")
_JOINING_NOUNS = lemmas("accession ratification accede ratify join implementation implement")


def _stands_with(line: Line, verb: Word) -> bool:
    """A party stands with another: `stands shoulder to shoulder with`, `stands by`."""
    if verb.lemma != "stand" or verb.tag not in {"VBZ", "VBP", "VB"}:
        return False
    beside = [one for child in verb.children if child.dep == "prep" for one in child.subtree()]
    beside += [one for child in verb.children if child.dep != "prep" for one in child.subtree()]
    at = {"with", "by", "behind", "alongside", "beside"}
    return any(
        one.lower in at and any(line.at(noun, Sort.ACTOR, Sort.PLACE) for noun in one.children)
        for one in beside
    )


PLEDGES: tuple[Sign, ...] = (
    _resolves,
    _aims,
    _commits,
    _agrees,
    _will,
    _vows,
    _reserves,
    _legislates,
    _stands_with,
    _decides,
    _rules,
)
"""Tried in order."""

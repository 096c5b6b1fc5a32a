"""Topics: which nouns and verbs say that a position is about arms, attacks or what answers them."""

from remnant.extract.language.frames import ATTACKS, USES
from remnant.extract.language.grammar import subject
from remnant.extract.language.words import Word, lemmas
from remnant.extract.names.marks import Line, Sort

TOPICS = (
    ATTACKS
    | USES
    | lemmas(
        "inspection inspector investigation investigate probe allegation ban mine clearance "
        "demining stockpile arsenal weapon weaponry munition crime violation convention treaty "
        "disarmament disarm massacre inspect submunition claim incident bombing embargo shell "
        "responsibility retaliate repercussion accession landmine missile rocket warehouse bunker "
        "dismantle chemical"
    )
)
"""Nouns and verbs that say that a position is on the subject."""

RELIEF = lemmas(
    "ceasefire truce evacuation evacuate corridor civilian hostility surrender siege reinforcement "
    "escalation violence bloodshed impunity accountability accountable justice sanction airspace "
    "revenge retaliation response retribution reprisal defy "
    "refugee convoy perpetrator terrorism intervention withdrawal withdraw ally self-defence "
    "self-defense atrocity protection casualty humanitarian peacekeeper"
)
"""Words for what a war brings with it and what is asked for to end or soften it."""


def is_on_topic(line: Line, verb: Word, *, whole: bool = False, wide: bool = False) -> bool:
    """Say whether the words below a verb are about arms or attacks.

    Args:
        line: The sentence.
        verb: The verb.
        whole: Count its subject too.
        wide: Count words for relief and for the war at large too.
    """
    noun = None if whole else subject(verb)
    own = {one.index for one in noun.subtree()} if noun is not None else set()
    if verb.dep == "relcl":  # `A, which had banned mines`, hangs below its own subject
        own = set() if verb.index in own else own
    below = [word for word in verb.subtree() if word.index not in own]
    told = TOPICS | RELIEF if wide else TOPICS
    if any(word.lemma in told for word in below if word is not verb):
        return True
    return bool(line.over(below, Sort.WEAPON) or line.over(below, Sort.TREATY))

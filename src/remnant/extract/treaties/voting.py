"""Voting: how states voted on resolutions, what they vetoed and what they backed."""

from collections.abc import Iterator

from remnant.extract.drafts.draft import Draft
from remnant.extract.drafts.filling import actors_in, unique, verb_words
from remnant.extract.language.grammar import (
    agent,
    complements,
    extent,
    is_passive,
    is_verb,
    objects,
    subject,
    undergoers,
)
from remnant.extract.language.words import Word, lemmas
from remnant.extract.names.marks import Line, Sort
from remnant.extract.treaties.membership import is_only_possible, treaties_in
from remnant.model.claim import Ballot, ClaimKind, Stance

_CASTING = lemmas("cast use exercise wield")
_VOTED_ON = lemmas(
    "resolution convention treaty protocol statement motion draft text amendment council favour "
    "favor unga ban decision sanction"
)
"""What states vote on, or how; a vote without such a word is one at an election."""

_BACKING = {"support": Ballot.YES, "back": Ballot.YES, "oppose": Ballot.NO, "block": Ballot.NO}
"""Verbs of taking sides that are votes where a resolution of a body is their object."""


def votes(line: Line) -> Iterator[Draft]:
    """Yield the votes that a sentence tells of."""
    for word in line.sentence.words:
        ballot = _ballot(line, word) if is_verb(word) else None
        if (ballot is None and not _is_absent(line, word)) or is_only_possible(word):
            continue
        noun = agent(word) if is_passive(word) else subject(word)
        if noun is None:
            continue
        noun, words, trigger = _one_of(noun, word)
        start, end = extent([one for one in words if one.pos != "PUNCT"])
        for actor in actors_in(line, noun) or (None,):
            yield Draft(
                kind=ClaimKind.VOTE,
                line=line,
                trigger=trigger,
                start=start,
                end=end,
                actors=(actor,) if actor is not None else (),
                dates=tuple(line.over(words, Sort.DATE)[:1]),
                treaties=tuple(treaties_in(line, words)[:1]),
                ballot=ballot,
                stance=Stance.AFFIRMED,
            )


def _one_of(noun: Word, verb: Word) -> tuple[Word, list[Word], Word]:
    """Return who voted, the words that tell it, and their verb.

    In `it was among the states that voted for` that is `was`.
    """
    words = [*verb_words(verb), *verb.subtree()]
    above = noun.head
    while verb.dep == "relcl" and noun.dep == "pobj" and not is_verb(above) and not above.is_root:
        above = above.head
    whose = subject(above) if verb.dep == "relcl" and above.lemma == "be" else None
    if whose is None:
        return noun, unique(words), verb
    return whose, unique([*words, *verb_words(above)]), above


def _ballot(line: Line, verb: Word) -> Ballot | None:
    """Return how somebody voted with this verb, or `None` if it is none of voting."""
    if verb.lemma == "abstain":
        return Ballot.ABSTAIN
    if verb.lemma == "veto" or (verb.lemma in _CASTING and _casts(verb, "veto")):
        return Ballot.NO
    if verb.lemma == "vote" or (verb.lemma == "cast" and _casts(verb, "vote")):
        if not any(word.lemma in _VOTED_ON for word in line.sentence.words):  # an election
            return None
        return Ballot.NO if _is_against(verb) else Ballot.YES
    if verb.lemma in {"pass", "adopt", "approve"} and _is_resolved(line, verb):
        return Ballot.YES
    backing = _BACKING.get(verb.lemma)
    return backing if backing is not None and _is_of_body(line, verb) else None


def _is_absent(line: Line, verb: Word) -> bool:
    """Say whether somebody was absent when a resolution was voted on."""
    said = verb.child("acomp") if verb.lemma == "be" else None
    if said is None or said.lemma != "absent":
        return False
    below = {word.lemma for word in line.sentence.words[said.index :]}
    return "vote" in below and bool(below & _VOTED_ON)


def _casts(verb: Word, lemma: str) -> bool:
    return any(one.lemma == lemma for one in objects(verb))


def _is_against(verb: Word) -> bool:
    parts = [verb, *(one for one in objects(verb) if one.lemma == "vote")]
    return any(child.lower in {"against", "no"} for one in parts for child in one.children)


def _is_resolved(line: Line, verb: Word) -> bool:
    """Say whether a body passed a resolution."""
    noun = agent(verb) if is_passive(verb) else subject(verb)
    theme = next(iter(undergoers(verb)), None)
    resolved = theme is not None and theme.lemma == "resolution"
    return resolved and noun is not None and bool(actors_in(line, noun))


def _is_of_body(line: Line, verb: Word) -> bool:
    """Say whether what is backed is a resolution of a body with votes."""
    if is_passive(verb):
        return False
    nouns = [one for theme in objects(verb) for one in (theme, *_counted(theme))]
    found = [one for one in nouns if one.lemma == "resolution"]
    several = any(one.tag == "NNS" for one in found)
    named = any(line.over(one.subtree(), Sort.ACTOR) for one in found)
    return bool(found) and (several or named) and verb.tag in {"VBD", "VBN"}


def _counted(theme: Word) -> list[Word]:
    """Return what a word of number counts: `every one of these resolutions`."""
    return [one for name, one in complements(theme) if name == "of"]

"""Membership: who is party to a treaty, and how states voted on resolutions."""

from collections.abc import Iterator
from dataclasses import replace

from remnant.extract.draft import Draft
from remnant.extract.filling import actors_in, unique, verb_words
from remnant.extract.frames import PEOPLE
from remnant.extract.grammar import extent, is_verb, objects, phrase, subject
from remnant.extract.marks import Line, Mark, Sort
from remnant.extract.stance import excluded, negated
from remnant.extract.words import Word, lemmas
from remnant.model.claim import Ballot, ClaimKind, Membership, Stance

JOINING = {
    "accede": Membership.ACCEDED,
    "ratify": Membership.ACCEDED,
    "join": Membership.ACCEDED,
    "sign": Membership.SIGNATORY,
    "adopt": Membership.SIGNATORY,
    "withdraw": Membership.WITHDREW,
    "endorse": Membership.SIGNATORY,
}
"""Acts towards a treaty, with the standing that they give."""

STANDINGS = {
    "party": Membership.PARTY,
    "signatory": Membership.SIGNATORY,
    "member": Membership.PARTY,
    "non-signatory": Membership.NON_SIGNATORY,
}
"""Nouns of standing."""

TREATY_NOUNS = lemmas("convention treaty protocol agreement ccw ccm")
"""Common nouns that take up a treaty named before."""

_NEGATED = {
    Membership.PARTY: Membership.NOT_PARTY,
    Membership.ACCEDED: Membership.NOT_PARTY,
    Membership.SIGNATORY: Membership.NON_SIGNATORY,
    Membership.NON_SIGNATORY: Membership.NON_SIGNATORY,
    Membership.WITHDREW: Membership.PARTY,
}
_STATES = lemmas("country state nation party government other member")


def memberships(line: Line) -> Iterator[Draft]:
    """Yield the propositions about standing towards treaties, one for each state and treaty."""
    for word in line.sentence.words:
        yield from _joined(line, word)
        yield from _standing(line, word)
        yield from _outside(line, word)
        yield from _short(line, word)
        yield from _labelled(line, word)


def _treaties(line: Line, words: list[Word]) -> list[Mark]:
    """Return the treaties named, or the noun that takes one up."""
    named = line.over(words, Sort.TREATY)
    if named:
        return list({one.entry or str(one.start): one for one in reversed(named)}.values())[::-1]
    return [Mark(Sort.TREATY, (word,)) for word in words if word.lemma in TREATY_NOUNS][:1]


def _joined(line: Line, verb: Word) -> Iterator[Draft]:
    """A state acceded to, ratified, signed, joined or left a treaty, or did not."""
    if not is_verb(verb) or verb.lemma not in JOINING or _modal(verb):
        return
    status = JOINING[verb.lemma]
    if verb.lemma == "sign" and any(child.lower in {"up", "on"} for child in verb.children):
        status = Membership.PARTY
    words = verb_words(verb)
    treaties = _treaties(line, [*words, *verb.subtree()])
    taken_up = [one for one in objects(verb) if one.lower in {"it", "them", "either"}]
    if not treaties and not (taken_up and _by_state(line, verb)):
        return
    governor = verb.head if verb.dep == "xcomp" else verb
    against = excluded(verb) or negated(governor) or governor.lemma in {"fail", "refuse", "decline"}
    if governor is not verb and not against:
        return
    noun = subject(verb)
    if noun is None:
        return
    if against:
        status = Membership.NOT_PARTY if status is Membership.PARTY else _NEGATED[status]
    yield from _drafts(
        line, verb, unique([*words, *verb_words(governor)]), noun, (treaties, status)
    )


def _modal(verb: Word) -> bool:
    """Say whether the act is only possible, asked for or conditional."""
    marks = [child for child in verb.children if child.dep in {"aux", "mark"}]
    bare = any(child.lower in {"to", "if"} for child in marks) and verb.dep != "xcomp"
    return bare or verb.tag == "VBG" or any(child.tag == "MD" for child in marks)


def _standing(line: Line, verb: Word) -> Iterator[Draft]:
    """A state is or is not party to, or a signatory of, a treaty."""
    if verb.lemma not in {"be", "become", "remain"}:
        return
    for child in verb.children:
        if child.dep not in {"attr", "acomp", "prep"} or child.lemma not in STANDINGS:
            continue
        noun = subject(verb)
        treaties = _treaties(line, unique([*child.subtree(), *verb_words(verb)]))
        if noun is None:
            continue
        if not treaties and not _plainly(child):
            continue
        status = STANDINGS[child.lemma]
        if status is Membership.SIGNATORY and _is_non(line, child):
            status = Membership.NON_SIGNATORY
        denied = negated(verb) or negated(child) or _neither(line, verb) or _neither_to(child)
        status = _NEGATED[status] if denied else status
        words = unique([*verb_words(verb), *phrase(noun)])
        yield from _drafts(line, verb, words, noun, (treaties, status))


def _by_state(line: Line, verb: Word) -> bool:
    """Say whether a party is the subject, so that what it has not signed is a treaty."""
    noun = subject(verb)
    return noun is not None and bool(actors_in(line, noun))


def _outside(line: Line, verb: Word) -> Iterator[Draft]:
    """A state has stayed or remained outside a treaty."""
    if verb.lemma not in {"stay", "remain", "stand", "be", "keep"}:
        return
    noun = subject(verb)
    for child in verb.children:
        if noun is None or child.lower != "outside" or _modal(verb):
            continue
        treaties = _treaties(line, list(child.subtree()))
        if treaties:
            status = Membership.PARTY if negated(verb) else Membership.NOT_PARTY
            yield from _drafts(line, verb, verb_words(verb), noun, (treaties, status))


def _short(line: Line, verb: Word) -> Iterator[Draft]:
    """A state is not, after others that are: `100 states are parties; Russia and China are not`."""
    if verb.lemma != "be" or not negated(verb) or verb.has("attr", "acomp", "prep"):
        return
    noun = subject(verb)
    for other in line.sentence.words[: verb.index]:
        if other.lemma not in {"be", "become"} or other.head not in {verb, other}:
            continue
        for child in other.children:
            if noun is not None and child.lemma in STANDINGS and not negated(other):
                treaties = _treaties(line, list(child.subtree()))
                status = _NEGATED[STANDINGS[child.lemma]]
                yield from _drafts(line, verb, verb_words(verb), noun, (treaties, status))


def _plainly(noun: Word) -> bool:
    return noun.lemma in {"signatory", "non-signatory"}


def _neither(line: Line, verb: Word) -> bool:
    noun = subject(verb)
    words = line.sentence.words[max(0, verb.index - 8) : verb.index] if noun else ()
    return any(word.lower in {"neither", "none"} for word in words)


def _neither_to(noun: Word) -> bool:
    """Say whether it is a party "neither to one nor to the other"."""
    return any(word.lower == "neither" for word in noun.subtree())


def _is_non(line: Line, word: Word) -> bool:
    before = line.sentence.words[max(0, word.index - 2) : word.index]
    return any(one.lower == "non" for one in before)


def _labelled(line: Line, word: Word) -> Iterator[Draft]:
    """A state is called a signatory in passing: `Non-signatory Azerbaijan says`."""
    if word.lower not in {"signatory", "signatories"}:
        return
    noun = word.head
    mark = line.at(noun, Sort.ACTOR)
    if mark is None or word.dep not in {"compound", "amod", "nmod"}:
        return
    before = line.sentence.words[max(0, word.index - 2) : word.index]
    against = _is_non(line, word)
    status = Membership.NON_SIGNATORY if against else Membership.SIGNATORY
    words = [*before, word, *mark.words] if against else [word, *mark.words]
    yield _one(line, word, unique(words), (mark,), (None, status))


def _drafts(
    line: Line,
    verb: Word,
    words: list[Word],
    noun: Word,
    standing: tuple[list[Mark], Membership],
) -> Iterator[Draft]:
    treaties, status = standing
    actors = actors_in(line, noun)
    count = None
    if not actors:
        numbers = line.over([*phrase(noun), *noun.subtree()], Sort.NUMBER)
        if numbers and any(word.lemma in _STATES | PEOPLE for word in phrase(noun)):
            status = Membership.PARTY if status is Membership.ACCEDED else status
            count = (numbers[0].start, numbers[0].end)
        elif noun.lower not in {"it", "they", "we", "that", "who"} and noun.lemma != "country":
            return
    for actor in actors or (None,):
        for treaty in treaties or (None,):
            draft = _one(line, verb, words, (actor,) if actor else (), (treaty, status))
            yield _with_count(draft, count)


def _with_count(draft: Draft, count: tuple[int, int] | None) -> Draft:
    return replace(draft, count=count) if count else draft


def _one(
    line: Line,
    trigger: Word,
    words: list[Word],
    actors: tuple[Mark, ...],
    standing: tuple[Mark | None, Membership],
) -> Draft:
    treaty, status = standing
    start, end = extent(words)
    return Draft(
        kind=ClaimKind.TREATY,
        line=line,
        trigger=trigger,
        start=start,
        end=end,
        actors=actors,
        dates=tuple(line.over(words, Sort.DATE)[:1]) if status in _ACTS else (),
        treaties=(treaty,) if treaty else (),
        membership=status,
        stance=Stance.AFFIRMED,
    )


_ACTS = frozenset({Membership.ACCEDED, Membership.SIGNATORY, Membership.WITHDREW, Membership.PARTY})
"""Standings that are reached on a day."""

VOTING = {"for": Ballot.YES, "in": Ballot.YES, "yes": Ballot.YES, "against": Ballot.NO}


def votes(line: Line) -> Iterator[Draft]:
    """Yield the votes that a sentence tells of."""
    for word in line.sentence.words:
        if is_verb(word) and word.lemma in {"vote", "abstain"}:
            noun = subject(word)
            if noun is None or _modal(word):
                continue
            words = unique([*verb_words(word), *word.subtree()])
            start, end = extent([one for one in words if one.pos != "PUNCT"])
            yield Draft(
                kind=ClaimKind.VOTE,
                line=line,
                trigger=word,
                start=start,
                end=end,
                actors=actors_in(line, noun),
                dates=tuple(line.over(words, Sort.DATE)[:1]),
                treaties=tuple(_treaties(line, words)[:1]),
                ballot=_ballot(word),
                stance=Stance.AFFIRMED,
            )


def _ballot(verb: Word) -> Ballot:
    if verb.lemma == "abstain":
        return Ballot.ABSTAIN
    for child in verb.subtree():
        if child.lower == "against" and child.head is verb:
            return Ballot.NO
        if child.lower == "no" and child.head is verb:
            return Ballot.NO
    return Ballot.YES

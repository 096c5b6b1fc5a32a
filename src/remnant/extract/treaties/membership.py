"""Membership: who is party to a treaty, who is not, and how many are."""

from collections.abc import Iterator
from dataclasses import replace

from remnant.extract.drafts.draft import Draft
from remnant.extract.drafts.filling import actors_in, doers, unique, verb_words
from remnant.extract.language.frames import PEOPLE
from remnant.extract.language.grammar import (
    clause_head,
    complements,
    extent,
    is_verb,
    objects,
    phrase,
    subject,
)
from remnant.extract.language.stance import excluded, negated
from remnant.extract.language.words import Word, lemmas
from remnant.extract.names.marks import Line, Mark, Sort
from remnant.model.claim import ClaimKind, Membership, Stance

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

NEGATED = {
    Membership.PARTY: Membership.NOT_PARTY,
    Membership.ACCEDED: Membership.NOT_PARTY,
    Membership.SIGNATORY: Membership.NON_SIGNATORY,
    Membership.NON_SIGNATORY: Membership.NON_SIGNATORY,
    Membership.WITHDREW: Membership.PARTY,
}
STATES = lemmas("country state nation party government other member")


def memberships(line: Line) -> Iterator[Draft]:
    """Yield the propositions about standing towards treaties, one for each state and treaty."""
    for word in line.sentence.words:
        if word.lemma in _VERBS:
            yield from _joined(line, word)
            yield from _standing(line, word)
            yield from _outside(line, word)
            yield from _short(line, word)
        if word.lemma in _NOUNS or word.lower in _NOUNS:
            yield from _labelled(line, word)
            yield from _numbered(line, word)


def treaties_in(line: Line, words: list[Word]) -> list[Mark]:
    """Return the treaties named, or the noun that takes one up."""
    named = line.over(words, Sort.TREATY)
    if named:
        return list({one.entry or str(one.start): one for one in reversed(named)}.values())[::-1]
    return [Mark(Sort.TREATY, (word,)) for word in words if _takes_up(word)][:1]


def _takes_up(noun: Word) -> bool:
    """Say whether a common noun takes up a treaty on arms: `the convention`, no `peace treaty`."""
    other = any(child.dep == "compound" for child in noun.children)
    return noun.lemma in TREATY_NOUNS and not (other and noun.pos == "NOUN")


def _joined(line: Line, verb: Word) -> Iterator[Draft]:
    """A state acceded to, ratified, signed, joined or left a treaty, or did not."""
    if not is_verb(verb) or verb.lemma not in JOINING or is_only_possible(verb):
        return
    status = JOINING[verb.lemma]
    if verb.lemma == "sign" and any(
        child.lower in {"up", "on"} and child.dep == "prt" for child in verb.children
    ):
        status = Membership.PARTY
    words = verb_words(verb)
    treaties = treaties_in(line, [*words, *verb.subtree()])
    taken_up = [one for one in objects(verb) if one.lower in {"it", "them", "either"}]
    if not treaties and not (taken_up and _by_state(line, verb)):
        return
    governor = verb.head if verb.dep == "xcomp" else verb
    against = excluded(verb) or negated(governor) or governor.lemma in {"fail", "refuse", "decline"}
    against = against or any(one.lower == "yet" for one in governor.children)  # `has yet to sign`
    if governor is not verb and not against:
        return
    noun = subject(verb) or next((mark.head for mark in doers(line, verb)), None)
    if noun is None:
        return
    if against:
        status = Membership.NOT_PARTY if status is Membership.PARTY else NEGATED[status]
    noun = _members(noun, verb)
    words = unique([*words, *verb_words(governor)])
    yield from standings(line, verb, words, noun, (treaties, status))
    for other, against in _compared(verb):
        yield from standings(
            line, verb, words, other, (treaties, NEGATED[status] if against else status)
        )


def _members(noun: Word, verb: Word) -> Word:
    """Return the states in `countries with stocks that have not joined`, hung on what they have."""
    above = noun.head.head if noun.dep == "pobj" and noun.head.lower == "with" else noun
    return above if verb.dep == "relcl" and above.lemma in STATES else noun


def _compared(verb: Word) -> Iterator[tuple[Word, bool]]:
    """Yield whom a state is like or unlike in this: `unlike Syria, Russia has signed`."""
    for name, noun in complements(verb):
        if name in {"like", "unlike"}:
            yield noun, name == "unlike"


def _numbered(line: Line, noun: Word) -> Iterator[Draft]:
    """A treaty has a number of parties or signatories: `with 110 States Parties`."""
    status = STANDINGS.get(noun.lemma) or STANDINGS.get(_SINGULAR.get(noun.lower, ""))
    number = next((one for one in noun.children if one.dep == "nummod"), None)
    counted = line.at(number, Sort.NUMBER) if number is not None else None
    there = noun.dep == "attr" and noun.head.has("expl")
    if status is None or counted is None or (not there and noun.dep in _PLAIN):
        return
    before = [child.lower for child in noun.children if child.dep in {"compound", "amod"}]
    after = dict(complements(noun))
    plainly = noun.lower.startswith("signator") or "states" in before or "state" in before
    named = treaties_in(line, [*after["to"].subtree()]) if "to" in after else []
    verb = clause_head(noun)
    owner = subject(verb) if is_verb(verb) and verb.lemma in {"have", "count"} else None
    before_it = [word for word in line.sentence.words if word.index < noun.index]
    near = before_it if verb.dep == "relcl" else [owner, *owner.subtree()] if owner else []
    has = owner is not None and bool(treaties_in(line, near))
    if not (plainly or named or has):
        return
    treaties = named or treaties_in(line, before_it)
    close = [one for one in noun.children if one.dep in {"nummod", "compound", "amod", "det"}]
    words = unique(
        [noun, *(w for one in close for w in one.subtree()), *(noun.subtree() if named else ())]
    )
    treaty = treaties[-1] if treaties else None
    yield replace(
        standing(line, noun, words, (), (treaty, status)),
        count=(counted.start, counted.end),
        dates=(),
    )


_PLAIN = frozenset({"attr", "nsubj", "nsubjpass"})
"""Places of a noun of standing that `_standing` reads."""

_SINGULAR = {"parties": "party", "signatories": "signatory", "members": "member"}
"""Plurals that the parser takes for names: `110 States Parties`."""

_VERBS = JOINING.keys() | lemmas("be become remain stay stand keep")
"""Verbs that tell of a standing, or of an act that gives one."""

_NOUNS = STANDINGS.keys() | _SINGULAR.keys()
"""Nouns that tell of a standing without such a verb."""


def is_only_possible(verb: Word) -> bool:
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
        treaties = treaties_in(line, unique([*child.subtree(), *verb_words(verb)]))
        if noun is None:
            continue
        if not treaties and (not _plainly(child) or is_only_possible(verb)):
            continue
        status = STANDINGS[child.lemma]
        if status is Membership.SIGNATORY and _is_non(line, child):
            status = Membership.NON_SIGNATORY
        denied = negated(verb) or negated(child) or _neither(line, verb) or _neither_to(child)
        status = NEGATED[status] if denied else status
        words = unique([*verb_words(verb), *phrase(noun)])
        yield from standings(line, verb, words, noun, (treaties, status))


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
        if noun is None or child.lower != "outside" or is_only_possible(verb):
            continue
        treaties = treaties_in(line, list(child.subtree()))
        if treaties:
            status = Membership.PARTY if negated(verb) else Membership.NOT_PARTY
            yield from standings(line, verb, verb_words(verb), noun, (treaties, status))


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
                treaties = treaties_in(line, list(child.subtree()))
                status = NEGATED[STANDINGS[child.lemma]]
                yield from standings(line, verb, verb_words(verb), noun, (treaties, status))


def _plainly(noun: Word) -> bool:
    """Say whether a noun of standing needs no treaty beside it: `a State Party`."""
    state = any(child.lower in {"state", "states"} for child in noun.children)
    return state or noun.lemma in {"signatory", "non-signatory"}


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
    yield standing(line, word, unique(words), (mark,), (None, status))


def standings(
    line: Line,
    verb: Word,
    words: list[Word],
    noun: Word,
    held: tuple[list[Mark], Membership],
) -> Iterator[Draft]:
    """Yield a standing for each state that a noun names and each treaty."""
    treaties, status = held
    actors = actors_in(line, noun)
    count = None
    if not actors:
        numbers = line.over([*phrase(noun), *noun.subtree()], Sort.NUMBER)
        if numbers and any(word.lemma in STATES | PEOPLE for word in phrase(noun)):
            status = Membership.PARTY if status is Membership.ACCEDED else status
            count = (numbers[0].start, numbers[0].end)
        elif noun.lower not in {"it", "they", "we", "that", "who"} and noun.lemma != "country":
            return
    for actor in actors or (None,):
        for treaty in treaties or (None,):
            draft = standing(line, verb, words, (actor,) if actor else (), (treaty, status))
            yield _with_count(draft, count)


def _with_count(draft: Draft, count: tuple[int, int] | None) -> Draft:
    return replace(draft, count=count) if count else draft


def standing(
    line: Line,
    trigger: Word,
    words: list[Word],
    actors: tuple[Mark, ...],
    held: tuple[Mark | None, Membership],
) -> Draft:
    """Return the proposition that parties have a standing towards a treaty."""
    treaty, status = held
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

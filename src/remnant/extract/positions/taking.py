"""Taking a position: who takes it, and the proposition that its words give."""

from dataclasses import replace

from remnant.extract.drafts.draft import Draft
from remnant.extract.drafts.filling import actors_in, smallest, unique
from remnant.extract.language.cues import ASSERTING, CITING
from remnant.extract.language.grammar import (
    RELATIVE,
    agent,
    complements,
    extent,
    is_passive,
    is_verb,
    phrase,
    subject,
)
from remnant.extract.language.roles import OFFICES
from remnant.extract.language.words import Word, lemmas
from remnant.extract.names.marks import Line, Mark, Sort
from remnant.extract.speaking.unspoken import is_asked_for
from remnant.extract.speaking.voices import FIRST_PERSON
from remnant.extract.treaties.membership import TREATY_NOUNS
from remnant.extract.treaties.staying import ACCEDING
from remnant.model.claim import ClaimKind, Stance

_STANCE_TAKERS = lemmas(
    "organisation organization group coalition council committee union campaign party bloc "
    "country state nation delegation leader power community assembly parliament opposition "
    "activist observatory movement ngo expert envoy statement policy memo member correspondent "
    "blogger analyst commentator critic lawmaker parliamentarian senator politician campaigner "
    "tribunal court church charity"
)
"""Common nouns for those who take positions, besides offices."""

_TEXTS = lemmas("statement letter resolution declaration communique report tweet message petition")
"""Texts in which somebody takes a position: `a statement condemning the attack`."""

_ISSUING = lemmas(
    "issue release publish make send sign adopt pass approve read post submit deliver draft write "
    "circulate support back endorse"
)
"""Verbs whose subject speaks in the text that is their object."""


def can_declare(line: Line, noun: Word) -> bool:
    """Say whether a noun names somebody who can take a position."""
    if noun.lower in FIRST_PERSON | {"he", "she", "it", "they"}:
        return True
    if noun.pos == "PROPN" or line.at(noun, Sort.ACTOR) is not None:
        return True
    named = noun.lemma in _TEXTS and bool(line.over(phrase(noun), Sort.ACTOR))
    return named or noun.lemma in OFFICES | _STANCE_TAKERS


def taker(verb: Word) -> Word | None:
    """Return who does what a verb of declaring says, also where a text of theirs does."""
    own = verb.child("nsubj")
    if verb.dep in {"acl", "relcl"} and (own is None or own.lower in RELATIVE):
        if verb.head.lemma in _TEXTS and not is_passive(verb):
            whole = verb.dep == "acl" or verb.head.lemma != "resolution"
            return _issuer(verb.head) if whole else None
        if verb.dep == "acl" and verb.tag == "VBG":
            return _sayer(verb)
    if verb.dep == "pcomp" and verb.head.lower == "as":
        citing = verb.head.head
        return subject(citing) if is_passive(citing) else citing.child("dobj")
    if is_passive(verb) and (own is None or verb.has("auxpass")):
        return agent(verb) or _text_of(verb)
    if own is None and verb.dep == "xcomp" and verb.head.pos == "ADJ":
        return subject(verb.head.head)
    return _first_to(verb) or subject(verb)


def _first_to(verb: Word) -> Word | None:
    """Return who was the first to do something: `A became the first country to ban mines`."""
    first = verb.head
    infinitive = verb.dep in {"acl", "relcl"} and verb.tag == "VB" and not verb.has("nsubj")
    told = infinitive and first.dep == "attr" and is_verb(first.head)
    return subject(first.head) if told else None


def _text_of(verb: Word) -> Word | None:
    """Return the text in which somebody is condemned: `was condemned in a council resolution`."""
    inside = [one for name, one in complements(verb) if name in {"in", "by"}]
    return next((one for one in inside if one.lemma in _TEXTS), None)


def _sayer(participle: Word) -> Word | None:
    """Return who goes on to speak in `told the channel, condemning the attack`."""
    above = next((one for one in participle.ancestors() if is_verb(one)), None)
    return subject(above) if above is not None and above.lemma in ASSERTING else None


def _issuer(text: Word) -> Word | None:
    """Return whose text it is: `the ministry's statement`, `issued a statement`."""
    owner = text.child("poss")
    by = next((one.child("pobj") for one in text.children if one.lower in {"by", "from"}), None)
    if owner is not None or by is not None:
        return owner or by
    verb = text.head
    voted = text.lemma == "resolution" and verb.lemma in {"pass", "adopt", "approve"}
    if text.dep == "dobj" and is_verb(verb) and verb.lemma in _ISSUING:
        return None if voted else subject(verb)
    if text.dep == "nsubjpass" and verb.lemma in _ISSUING:
        return agent(verb)
    if text.dep == "pobj" and text.head.lower in {"in", "through", "with"}:
        said = text.head.head
        return subject(said) if is_verb(said) and not is_passive(said) else None
    return text


def utterer(noun: Word) -> Word | None:
    """Return who utters a warning or call: `its warning that`, `issued a warning`, `calls by A`."""
    if not (noun.has("acl", "relcl") or {name for name, _ in complements(noun)} & _ABOUT):
        return None
    owner = noun.child("poss")
    by = next((one for name, one in complements(noun) if name in {"by", "from"}), None)
    if owner is not None or by is not None:
        return owner or by
    verb = noun.head
    light = noun.dep == "dobj" and is_verb(verb) and verb.lemma in _ISSUING | _REPEATING
    return subject(verb) if light else None


_ABOUT = frozenset({"for", "to", "of", "against", "on"})
_REPEATING = lemmas("renew repeat reiterate deliver voice join echo give")


def is_told_of(verb: Word) -> bool:
    """Say whether a verb tells of an act of its subject: no participle that only describes."""
    if not is_verb(verb) or is_asked_for(verb):
        return False
    if verb.dep == "conj" and verb.tag == "VB" and verb.head.dep == "xcomp":
        return False
    if verb.dep == "advcl" and any(one.lower == "to" and one.dep == "aux" for one in verb.children):
        return False
    if verb.tag not in {"VBN", "VBG"} or verb.dep not in {"amod", "acl", "pcomp"}:
        return True
    if verb.dep != "pcomp":
        goes_on = verb.head.lemma in _TEXTS or _sayer(verb) is not None
        return verb.dep == "acl" and verb.tag == "VBG" and goes_on
    governor = verb.head.head
    cited = verb.head.lower == "as" and governor.lemma in CITING
    return verb.tag == "VBG" and (cited or verb.head.lower in {"in", "by"})


def about_treaty(line: Line, draft: Draft, words: list[Word]) -> Draft:
    """Add the treaty that somebody is urged to join."""
    joining = [w for w in words if w.lemma in ACCEDING and w.index > draft.trigger.index]
    if not joining or (draft.weapons and _comes_second(joining[0])):
        return draft
    treaties = line.over(words, Sort.TREATY) or [
        Mark(Sort.TREATY, (word,)) for word in words if word.lemma in TREATY_NOUNS | ACCEDING
    ]
    return replace(draft, treaties=tuple(treaties[:1]), weapons=(), places=())


def _comes_second(act: Word) -> bool:
    """Say whether joining is asked for after something else: `to stop its use and join`."""
    while act.dep in {"conj", "dobj", "pobj", "prep"} and not act.is_root:
        if act.dep == "conj" and is_verb(act):
            return True
        act = act.head
    return False


def position_draft(line: Line, verb: Word, noun: Word, words: list[Word]) -> Draft:
    """Return the proposition that the words of `noun` take the position that `verb` tells of."""
    before = noun.index < verb.index and not (verb.dep == "conj" and is_verb(verb.head))
    near = list(unique([*words, *(phrase(noun) if before else [])]))
    cut = [word for word in near if not _is_other(word, verb)]
    while len(cut) > 1 and cut[-1].pos == "PUNCT" and cut[-1].text not in {"”", '"'}:
        cut.pop()
    start, end = extent(cut)
    named = noun.index < verb.index and can_declare(line, noun)
    own = {word.index for word in noun.subtree()} if named else set()
    return Draft(
        kind=ClaimKind.POSITION,
        line=line,
        trigger=verb,
        start=start,
        end=end,
        actors=actors_in(line, noun),
        weapons=tuple(line.over(cut, Sort.WEAPON)),
        treaties=tuple(line.over(cut, Sort.TREATY)[:1]),
        places=smallest(
            one
            for one in line.over(cut, Sort.PLACE)
            if not _is_addressed(one, verb) and one.words[0].index not in own
        ),
        dates=tuple(_own_dates(line, verb)),
        stance=Stance.AFFIRMED,
        own=True,
        author=noun,
    )


def _is_addressed(place: Mark, verb: Word) -> bool:
    """Say whether the words name the party that is called on: `called on Azerbaijan to`."""
    noun = place.head
    while noun.dep == "conj":
        noun = noun.head
    return noun.head is verb or (noun.head.head is verb and noun.head.lower in {"on", "upon"})


def _is_other(word: Word, verb: Word) -> bool:
    """Say whether the word belongs to a verb coordinated with this one."""
    current = word
    while current is not verb and not current.is_root:
        if current.head is verb and current.dep == "conj" and is_verb(current):
            return True
        current = current.head
    return False


def _own_dates(line: Line, verb: Word) -> list[Mark]:
    """Return the dates of the act itself, not of what it is about."""
    own = {word.index for child in verb.children for word in _timed(child)}
    own |= {word.index for word in line.sentence.words[: verb.index]}
    return [one for one in line.marks if one.sort is Sort.DATE and one.words[0].index in own]


def _timed(child: Word) -> list[Word]:
    if child.dep in {"npadvmod", "advmod"} or (child.dep == "prep" and child.lower in {"in", "on"}):
        return list(child.subtree())
    return []

"""Positions: what a party, organisation or official condemns, demands, fears or cannot do."""

from collections.abc import Iterator
from dataclasses import replace

from remnant.extract.declaring import declares, must
from remnant.extract.draft import Draft
from remnant.extract.filling import actors_in, smallest, unique
from remnant.extract.frames import ATTACKS, USES
from remnant.extract.grammar import (
    agent,
    clause_head,
    complements,
    extent,
    is_passive,
    is_verb,
    objects,
    subject,
)
from remnant.extract.marks import Line, Mark, Sort
from remnant.extract.membership import TREATY_NOUNS
from remnant.extract.roles import OFFICES
from remnant.extract.speech import ASKING
from remnant.extract.stance import negated
from remnant.extract.staying import ACCEDING, is_held_back
from remnant.extract.voices import FIRST_PERSON
from remnant.extract.words import Word, lemmas
from remnant.model.claim import ClaimKind, Membership, Stance

CONDEMNING = lemmas(
    "condemn denounce deplore decry criticise criticize slam lambast urge demand deplore "
    "appeal welcome lament castigate abhor implore regret"
)
"""Verbs that take a stance by themselves."""

CALLING = {
    "call": frozenset({"on", "upon", "for"}),
    "express": frozenset(),
    "voice": frozenset(),
    "share": frozenset(),
}
"""Verbs that take a stance with what follows them."""

FEELINGS = lemmas(
    "concern alarm outrage shock horror condemnation regret dismay sorrow revulsion indignation "
    "worry anxiety unease anger"
)
"""Nouns of concern: `expressed concern`."""

MOVED = lemmas("appalled concerned alarmed horrified shocked outraged disgusted dismayed saddened")
"""Participles of concern: `I am appalled`."""

UNLAWFUL = lemmas("violation crime breach unlawful illegal unacceptable illegitimate outrage")
"""How a speaker judges an act: `the attack is a violation of`."""

_STANCE_TAKERS = lemmas(
    "organisation organization group coalition council committee union campaign party bloc "
    "country state nation delegation leader power community assembly parliament opposition "
    "activist observatory movement ngo expert envoy statement"
)


def positions(line: Line) -> Iterator[Draft]:
    """Yield the positions that a sentence tells of."""
    for word in line.sentence.words:
        found = _declared(line, word) or _cannot_join(line, word) or _moved(line, word)
        found = found or _stays_out(line, word) or _voiced(line, word) or _judged(line, word)
        found = found or _taken(line, word) or _told_to(line, word)
        if found is not None:
            yield found


def _declared(line: Line, verb: Word) -> Draft | None:
    """A party condemns, urges, demands, calls on or expresses concern."""
    if not is_verb(verb) or (verb.tag in {"VBN", "VBG"} and verb.dep in {"amod", "acl", "pcomp"}):
        return None
    if verb.lemma not in CONDEMNING and not _calls(verb) and not _asks(verb):
        return None
    if verb.dep == "xcomp" and verb.head.lemma in ASKING:
        return None
    noun = agent(verb) if is_passive(verb) else subject(verb)
    if noun is None or not _can_declare(line, noun) or negated(verb):
        return None
    if verb.lemma == "call" and verb.has("oprd", "ccomp"):
        return None
    draft = _draft(line, verb, noun, [*verb.subtree()])
    return _about_treaty(line, draft, [*verb.subtree()])


def _taken(line: Line, verb: Word) -> Draft | None:
    """A party takes a position in another way than by condemning or calling."""
    noun = declares(line, verb)
    if noun is None or not _can_declare(line, noun):
        return None
    draft = _draft(line, verb, noun, [*verb.subtree()])
    return _about_treaty(line, draft, [*verb.subtree()])


def _told_to(line: Line, verb: Word) -> Draft | None:
    """A speaker says what must be done."""
    noun = subject(verb)
    if noun is None or not must(line, verb):
        return None
    return replace(_draft(line, verb, noun, [*verb.subtree()]), author=None, actors=())


def _about_treaty(line: Line, draft: Draft, words: list[Word]) -> Draft:
    """Add the treaty that somebody is urged to join."""
    if not any(word.lemma in ACCEDING and word.index > draft.trigger.index for word in words):
        return draft
    treaties = line.over(words, Sort.TREATY) or [
        Mark(Sort.TREATY, (word,)) for word in words if word.lemma in TREATY_NOUNS | ACCEDING
    ]
    return replace(draft, treaties=tuple(treaties[:1]), weapons=(), places=())


def _calls(verb: Word) -> bool:
    prepositions = CALLING.get(verb.lemma)
    if prepositions is None:
        return False
    if prepositions:
        return any(child.dep == "prep" and child.lower in prepositions for child in verb.children)
    return any(noun.lemma in FEELINGS for noun in objects(verb))


def _asks(verb: Word) -> bool:
    """Say whether somebody is asked to do something: `asked the states to join`."""
    if verb.lemma not in {"ask", "invite", "encourage", "request", "press", "implore"}:
        return False
    wished = verb.child("xcomp", "ccomp")
    told = wished is not None and any(child.lower == "to" for child in wished.children)
    if wished is None or negated(wished) or not (objects(verb) or wished.has("nsubj")):
        return False
    return told and wished.lemma not in {"comment", "respond", "leave"}


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
    if noun is None or not treaties or not _can_declare(line, noun):
        return None
    status = Membership.CANNOT_JOIN if not _is_plan(verb) else None
    draft = _draft(line, verb, noun, words)
    return replace(draft, membership=status, treaties=tuple(treaties[:1]), weapons=(), places=())


def _is_plan(verb: Word) -> bool:
    """Say whether it is a matter of will, such as plans, and not of being able."""
    return verb.lemma in {"have", "rule"}


def _can_declare(line: Line, noun: Word) -> bool:
    if noun.lower in FIRST_PERSON | {"he", "she", "it", "they"}:
        return True
    if noun.pos == "PROPN" or line.at(noun, Sort.ACTOR) is not None:
        return True
    return noun.lemma in OFFICES | _STANCE_TAKERS


def _cannot_join(line: Line, verb: Word) -> Draft | None:
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
    draft = _draft(line, verb, speaker or noun, words)
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


def _moved(line: Line, word: Word) -> Draft | None:
    """A speaker is appalled or concerned at something."""
    if word.lower not in MOVED:
        return None
    verb = word if is_verb(word) and word.has("nsubj", "nsubjpass") else word.head
    noun = subject(verb)
    if noun is None or not _can_declare(line, noun):
        return None
    return _draft(line, word, noun, [*verb.subtree()])


def _voiced(line: Line, noun: Word) -> Draft | None:
    """Concerns or condemnation expressed by somebody."""
    if noun.lemma not in FEELINGS or noun.pos != "NOUN":
        return None
    for child in noun.children:
        if child.dep == "acl" and child.lemma in {"express", "voice", "raise"}:
            for name, one in complements(child):
                if name == "by":
                    return _draft(line, noun, one, list(noun.subtree()))
    return None


def _judged(line: Line, word: Word) -> Draft | None:
    """A speaker calls an act a crime or a violation of law."""
    named = word.lemma in UNLAWFUL and word.dep in {"attr", "pobj", "acomp", "oprd", "dobj"}
    if _is_condemned(word):
        named = True
    banned = word.lower in {"banned", "prohibited"} and any(
        noun.lemma in {"law", "convention"} for _, noun in complements(word)
    )
    if not named and not banned:
        return None
    verb = clause_head(word)
    act = subject(verb) if is_verb(verb) else None
    if act is None or act.lemma not in _ACTS | ATTACKS | USES:
        return None
    draft = _draft(line, word, act, [*verb.subtree()])
    return replace(
        draft, author=None, actors=(), treaties=tuple(line.over(verb.subtree(), Sort.TREATY))
    )


def _is_condemned(word: Word) -> bool:
    """Say whether an act is to be condemned, without anybody named who does."""
    must = any(child.lower in {"to", "must", "should"} for child in word.children)
    return word.lemma in {"condemn", "denounce", "deplore"} and must and is_passive(word)


_ACTS = lemmas("use act violation crime this that number toll death loss killing casualty it")


def _draft(line: Line, verb: Word, noun: Word, words: list[Word]) -> Draft:
    near = list(unique([*words, *([noun] if noun.index < verb.index else [])]))
    cut = [word for word in near if not _is_other(word, verb)]
    while len(cut) > 1 and cut[-1].pos == "PUNCT" and cut[-1].text not in {"”", '"'}:
        cut.pop()
    start, end = extent(cut)
    actors = actors_in(line, noun)
    rest = cut
    return Draft(
        kind=ClaimKind.POSITION,
        line=line,
        trigger=verb,
        start=start,
        end=end,
        actors=actors,
        weapons=tuple(line.over(rest, Sort.WEAPON)),
        places=smallest(one for one in line.over(rest, Sort.PLACE) if not _is_addressed(one, verb)),
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

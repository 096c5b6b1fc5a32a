"""Positions: what a party, organisation or official condemns, demands, fears or declares."""

from collections.abc import Iterator
from dataclasses import replace

from remnant.extract.drafts.draft import Draft
from remnant.extract.drafts.finding import Finder, first
from remnant.extract.language.cues import ASSERTING
from remnant.extract.language.grammar import complements, is_verb, objects, subject
from remnant.extract.language.stance import negated
from remnant.extract.language.words import Word, lemmas
from remnant.extract.names.marks import Line, Sort
from remnant.extract.positions.declaring import declares
from remnant.extract.positions.judging import judged, must
from remnant.extract.positions.pledging import AGREEING
from remnant.extract.positions.refusing import cannot_join, refused
from remnant.extract.positions.taking import (
    about_treaty,
    can_declare,
    is_told_of,
    position_draft,
    taker,
    utterer,
)
from remnant.extract.positions.topics import is_on_topic
from remnant.extract.speaking.speech import ASKING
from remnant.model.value import GeoPrecision

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

MOVED = lemmas(
    "appalled concerned alarmed horrified shocked outraged disgusted dismayed saddened disturbed "
    "distressed troubled sickened"
)
"""Participles of concern: `I am appalled`."""


_UTTERED = lemmas("warning call appeal plea demand ultimatum pledge promise vow condemnation")
"""Nouns for positions: `a warning by the mission that it would strike`."""


def positions(line: Line) -> Iterator[Draft]:
    """Yield the positions that a sentence tells of."""
    at_words = (
        first(READERS if is_verb(one) else OTHERS, line, one) for one in line.sentence.words
    )
    found = [draft for draft in at_words if draft is not None]
    triggers = {draft.trigger for draft in found}
    seen: set[Word] = set()
    for draft in found:
        again = draft.trigger in seen
        seen.add(draft.trigger)
        content = draft.author is None and _is_content(draft.trigger, triggers)
        content = content or _is_willed(draft.trigger, triggers)
        content = content or _is_uttered(draft.trigger, triggers)
        if not again and not content:
            yield draft


def _at(line: Line, word: Word) -> Draft | None:
    """Return the position that a word carries, or `None`."""
    return first(READERS if is_verb(word) else OTHERS, line, word)


def _is_willed(verb: Word, triggers: set[Word]) -> bool:
    """Say whether an act is what another position wills: `decides that it shall not use`."""
    modal = any(child.lower in {"shall", "will"} for child in verb.children)
    return modal and verb.dep == "ccomp" and verb.head in triggers


def _is_uttered(noun: Word, triggers: set[Word]) -> bool:
    """Say whether a noun is what a position's verb utters: `renewed its call`."""
    return noun.lemma in _UTTERED and noun.dep == "dobj" and noun.head in triggers


def _is_content(verb: Word, triggers: set[Word]) -> bool:
    """Say whether a statement is what a position is about: `stressed that it is vital`."""
    word = verb
    while word.dep in {"ccomp", "xcomp", "conj"} and not word.is_root:
        word = word.head
        if word in triggers:
            return True
    return False


def _declared(line: Line, verb: Word) -> Draft | None:
    """A party condemns, urges, demands, calls on or expresses concern."""
    if not is_told_of(verb):
        return None
    if verb.lemma not in CONDEMNING and not _calls(verb) and not _asks(verb):
        return None
    if verb.dep == "xcomp" and verb.head.lemma in ASKING:
        return None
    noun = _who_declares(line, verb)
    if noun is None or negated(verb):
        return None
    if verb.lemma == "call" and verb.has("oprd"):
        return None
    words = [*verb.subtree()]
    if verb.dep == "nsubj":  # `the group condemns reported use`, taken for a report
        second = {w for one in verb.head.children if one.dep == "conj" for w in one.subtree()}
        words = [word for word in verb.head.subtree() if word not in second]
    return about_treaty(line, position_draft(line, verb, noun, words), words)


def _who_declares(line: Line, verb: Word) -> Word | None:
    """Return who declares; in `said that food ran out, and called for help` who said it."""
    noun = taker(verb) or _just_before(line, verb)
    if noun is not None and noun.lemma in CONDEMNING and is_verb(noun):
        noun = subject(noun)  # `the group condemns reported use and calls on …`
    if noun is not None and can_declare(line, noun):
        return noun
    first = verb.head
    above = first.head if verb.dep == "conj" and first.dep == "ccomp" else None
    noun = subject(above) if above is not None and above.lemma in ASSERTING else None
    return noun if noun is not None and can_declare(line, noun) else None


def _just_before(line: Line, verb: Word) -> Word | None:
    """Return the party right before a finite verb whose subject the parser missed."""
    before = line.sentence.words[verb.index - 1] if verb.index else None
    mark = line.at(before, Sort.ACTOR, Sort.PLACE) if before is not None else None
    named = mark is not None and (mark.sort is Sort.ACTOR or mark.scale >= GeoPrecision.COUNTRY)
    return before if named and verb.tag in {"VBD", "VBZ", "VBP"} else None


def _taken(line: Line, verb: Word) -> Draft | None:
    """A party takes a position in another way than by condemning or calling."""
    noun = declares(line, verb)
    if noun is None or not can_declare(line, noun):
        return None
    words = [*verb.subtree()]
    draft = position_draft(line, verb, noun, words)
    return replace(about_treaty(line, draft, words), joint=verb.lemma in AGREEING)


def _stated(line: Line, word: Word) -> Draft | None:
    """A speaker judges an act, or says what must be done."""
    verb = word if must(line, word) else judged(line, word)
    noun = subject(verb) if verb is not None else None
    if verb is None or noun is None:
        return None
    draft = position_draft(line, verb, noun, [*verb.subtree()])
    treaties = tuple(line.over(verb.subtree(), Sort.TREATY))
    return replace(draft, author=None, actors=(), treaties=treaties)


def _calls(verb: Word) -> bool:
    prepositions = CALLING.get(verb.lemma)
    if prepositions is None:
        return False
    if prepositions:
        return any(child.dep == "prep" and child.lower in prepositions for child in verb.children)
    return any(noun.lemma in FEELINGS for noun in objects(verb))


def _asks(verb: Word) -> bool:
    """Say whether somebody is asked to do something: `asked the states to join`."""
    if verb.lemma not in _ASKING:
        return False
    wished = verb.child("xcomp", "ccomp")
    told = wished is not None and any(child.lower == "to" for child in wished.children)
    if wished is None or not (objects(verb) or wished.has("nsubj")):
        return False
    return told and wished.lemma not in {"comment", "respond", "leave", "name", "identify", "be"}


_ASKING = lemmas("ask invite encourage request press implore advise warn beg plead pressure")


def _operative(line: Line, verb: Word) -> Draft | None:
    """A paragraph of a resolution begins with what its body does: `Condemns the use of …`."""
    if verb.lemma not in _OPERATIVE or verb.tag not in {"VBZ", "NNS"} or verb.has("nsubj"):
        return None
    words = line.sentence.words
    opening = all(word.pos in {"NUM", "PUNCT", "X", "ADV"} for word in words[: verb.index])
    if not opening or not verb.text[:1].isupper() or len(words) <= _SHORT:
        return None
    if not is_on_topic(line, verb, wide=True):
        return None
    draft = position_draft(line, verb, verb, [*verb.subtree()])
    return replace(draft, author=None, actors=())


_SHORT = 4
_OPERATIVE = CONDEMNING | lemmas(
    "call decide reaffirm express stress emphasize emphasise request encourage underline "
    "underscore endorse authorize authorise reiterate insist affirm support invite"
)
"""Verbs with which a body begins the paragraphs of its resolutions."""


def _moved(line: Line, word: Word) -> Draft | None:
    """A speaker is appalled or concerned at something."""
    if word.lower not in MOVED:
        return None
    verb = word if is_verb(word) and word.has("nsubj", "nsubjpass") else word.head
    noun = subject(verb)
    if noun is None or not can_declare(line, noun):
        return None
    return position_draft(line, word, noun, [*verb.subtree()])


def _voiced(line: Line, noun: Word) -> Draft | None:
    """Concerns or condemnation expressed by somebody, a warning or a call that somebody made."""
    if noun.pos != "NOUN" or (noun.lemma not in FEELINGS and noun.lemma not in _UTTERED):
        return None
    if noun.lemma in _UTTERED and is_on_topic(line, noun, wide=True):
        who = utterer(noun)
        if who is not None and can_declare(line, who):
            return position_draft(line, noun, who, list(noun.subtree()))
    for child in noun.children:
        if child.dep == "acl" and child.lemma in {"express", "voice", "raise"}:
            for name, one in complements(child):
                if name == "by":
                    return position_draft(line, noun, one, list(noun.subtree()))
    return None


READERS: tuple[Finder, ...] = (
    _declared,
    refused,
    _moved,
    _operative,
    _voiced,
    _taken,
    _stated,
)
"""Tried in order; a word carries at most one position."""

OTHERS: tuple[Finder, ...] = (cannot_join, _moved, _operative, _voiced, _stated)
"""Those of them that may ask about a word that is no verb."""

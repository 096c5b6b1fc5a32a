"""Left over: weapons that lie about, did not go off, or make land dangerous."""

from dataclasses import replace

from remnant.extract.drafts.draft import Draft
from remnant.extract.drafts.filling import is_weapon, unique, verb_words
from remnant.extract.drafts.finding import Finder
from remnant.extract.finds.remains import LEFT_OVER, is_left, remnant_draft
from remnant.extract.language.grammar import (
    clause_head,
    complements,
    is_noun,
    is_passive,
    is_verb,
    phrase,
    subject,
)
from remnant.extract.language.words import Word, lemmas
from remnant.extract.names.marks import PLACE_NOUNS, Line, Mark, Sort
from remnant.knowledge import Form
from remnant.model.value import GeoPrecision


def _contaminated(line: Line, noun: Word) -> Draft | None:
    """Contamination or clearance of a weapon somewhere."""
    if not is_noun(noun) or noun.lemma not in {"contamination", "clearance", "remnant"}:
        return None
    words = list(noun.subtree())
    around = phrase(noun, through=frozenset({"of", "from", "with"}))
    if not line.over(around, Sort.WEAPON) or not line.over(line.sentence.words, Sort.PLACE):
        return None
    verb = noun.head if is_verb(noun.head) else noun
    return remnant_draft(line, verb, unique([*words, *verb_words(verb)]), noun)


def _polluting(line: Line, verb: Word) -> Draft | None:
    """Remnants contaminate or litter a place, or lie in it."""
    if not is_verb(verb) or verb.lemma not in {"contaminate", "litter", "lie", "remain", "plague"}:
        return None
    after = [one for name, one in complements(verb) if name in {"with", "by"}]
    noun = subject(verb)
    causes = after if is_passive(verb) else [noun] if noun is not None else []
    found = [one for one in causes if is_weapon(one, line) and (is_left(one) or after)]
    if not found:
        return None
    draft = remnant_draft(line, verb, verb_words(verb), found[0])
    struck = line.at(noun, Sort.ACTOR) if is_passive(verb) and noun is not None else None
    return replace(draft, places=draft.places or _lands(struck))


def _lands(party: Mark | None) -> tuple[Mark, ...]:
    """Return a state as the place that is contaminated."""
    if party is None or party.form is Form.ADJECTIVE:
        return ()
    return (Mark(Sort.PLACE, party.words, party.entry, party.form, GeoPrecision.COUNTRY),)


def _lying(line: Line, noun: Word) -> Draft | None:
    """An unexploded weapon somewhere: `a picture of an unexploded rocket in the city`."""
    if not is_noun(noun) or not any(child.lower in LEFT_OVER for child in noun.children):
        return None
    if not is_weapon(noun, line):
        return None
    words = list(noun.subtree())
    if not line.over(words, Sort.PLACE):
        return None
    return remnant_draft(line, noun, words, noun)


def _mined(line: Line, word: Word) -> Draft | None:
    """A road was mined; a country is heavily mined."""
    if word.lower not in {"mined", "booby-trapped"}:
        return None
    ground = word.head if word.dep == "amod" else subject(word) if is_passive(word) else None
    if ground is None or ground is word:
        return None
    names = bool(line.over(phrase(ground), Sort.PLACE)) or line.at(ground, Sort.ACTOR) is not None
    if not names and not any(one.lemma in _GROUND | PLACE_NOUNS for one in phrase(ground)):
        return None
    verb = clause_head(word) if word.dep == "amod" else word
    words = unique([*verb_words(verb), *ground.subtree(), word])
    mine = Mark(Sort.WEAPON, (word,), "landmine")
    draft = remnant_draft(line, word, words, word)
    noun = subject(verb) if is_verb(verb) else None
    land = _lands(line.at(noun, Sort.ACTOR)) if noun is not None else ()
    return replace(draft, weapons=draft.weapons or (mine,), places=draft.places or land)


_GROUND = lemmas(
    "road field area land country ground village bridge house path corridor approach coast beach "
    "farmland forest territory zone border position street route state nation track railway shore"
)
"""What can be mined."""


def _failed(line: Line, verb: Word) -> Draft | None:
    """A weapon failed to explode, or did not."""
    if not is_verb(verb) or verb.lemma not in {"explode", "detonate"}:
        return None
    failed = verb.dep == "xcomp" and verb.head.lemma == "fail"
    noun = subject(verb.head) if failed else None
    if noun is None or not is_weapon(noun, line):
        return None
    words = unique([*verb_words(verb.head), *verb.subtree()])
    return remnant_draft(line, verb.head, words, noun)


def _stuck(line: Line, verb: Word) -> Draft | None:
    """A weapon, or a part of one, is stuck, embedded or lying somewhere."""
    if not is_verb(verb) or verb.lemma not in _STICKING:
        return None
    noun = subject(verb)
    if noun is None or not (_is_part(line, noun) or (is_left(noun) and is_weapon(noun, line))):
        return None
    if not line.over(verb.subtree(), Sort.PLACE) and not list(complements(verb)):
        return None
    return remnant_draft(line, verb, verb_words(verb), noun)


_STICKING = lemmas(
    "lie remain stand stick embed lodge hang sit rest protrude strew scatter pose threaten "
    "endanger hamper hinder hide dot abound litter show see photograph display arise"
)
"""Verbs of what is left of a weapon."""


def _is_part(line: Line, noun: Word) -> bool:
    """Say whether a noun names a part of a weapon: `the tail section of an Uragan rocket`."""
    part = any(one.lemma in _PARTS for one in (noun, *noun.children))
    return part and any(
        name in {"of", "from"} and is_weapon(one, line) for name, one in complements(noun)
    )


_PARTS = lemmas(
    "tail motor fin nose nosecone cone fuze fuse parachute section wreck scrap splinter shard "
    "fragment remnant remains casing body half piece part"
)
"""Parts of a weapon that are found after its use."""


def _captioned(line: Line, noun: Word) -> Draft | None:
    """A part of a weapon as a caption: `The rocket motor of an Uragan rocket near Kharkiv`."""
    if not noun.is_root or not is_noun(noun) or not _is_part(line, noun):
        return None
    return remnant_draft(line, noun, list(noun.subtree()), noun)


def _freed(line: Line, word: Word) -> Draft | None:
    """Land became free of mines."""
    if word.lemma not in {"free", "clear"}:
        return None
    for name, one in complements(word):
        risk = [below for of, below in complements(one) if of == "of"] or [one]
        if name in {"of", "from"} and any(is_weapon(each, line) for each in risk):
            verb = word if is_verb(word) else word.head
            words = unique([*verb_words(verb), *word.subtree()])
            draft = remnant_draft(line, word, words, risk[0])
            noun = subject(verb)
            land = _lands(line.at(noun, Sort.ACTOR)) if noun is not None else ()
            return replace(draft, places=draft.places or land)
    return None


LEFT_BEHIND: tuple[Finder, ...] = (
    _contaminated,
    _lying,
    _polluting,
    _mined,
    _failed,
    _stuck,
    _captioned,
    _freed,
)
"""Tried in order, after the readers of finds."""

LYING: tuple[Finder, ...] = (_contaminated, _lying, _mined, _captioned, _freed)
"""Those of them that may ask about a word that is no verb."""

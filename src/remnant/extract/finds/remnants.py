"""Remnants: weapons or what is left of them were found, identified, cleared, or contaminate."""

from collections.abc import Iterator
from dataclasses import replace

from remnant.extract.drafts.draft import Draft
from remnant.extract.drafts.filling import doers, is_weapon, unique, verb_words
from remnant.extract.drafts.finding import Finder, first
from remnant.extract.finds.clearing import CLEARING, SAFE
from remnant.extract.finds.leftover import LEFT_BEHIND, LYING
from remnant.extract.finds.remains import (
    LEFT_OVER,
    REMAINS,
    counted,
    is_left,
    remnant_draft,
    without_others,
)
from remnant.extract.language.grammar import (
    antecedent,
    complements,
    is_noun,
    is_passive,
    is_verb,
    objects,
    phrase,
    subject,
)
from remnant.extract.language.roles import ORGANISATION_NOUNS
from remnant.extract.language.words import FUNCTIONAL, Word, lemmas
from remnant.extract.names.marks import Line, Sort

FINDING = lemmas(
    "find discover identify recover observe spot photograph clear remove locate collect uncover "
    "unearth retrieve defuse demine neutralise neutralize dispose detect litter contaminate "
    "scatter preserve film picture encounter seize"
)
"""Verbs of finding and clearing."""

IDENTIFYING = lemmas(
    "see identify find discover observe photograph document verify show examine record recognise "
    "recognize"
)
"""Verbs of finding whose subject vouches for what was found."""

SHOWING = lemmas(
    "show depict display contain see document examine analyse analyze verify record destroy"
)
"""Verbs that count only with the remains of a weapon: `photographs showing remnants of`."""

_TELLING = FINDING | SHOWING
"""Verbs that tell of a find."""


def remnants(line: Line) -> Iterator[Draft]:
    """Yield the propositions about remnants in a sentence, one for each run of verbs."""
    done: set[int] = set()
    for word in line.sentence.words:
        if word.index in done or word.pos in FUNCTIONAL:
            continue
        found = first(FINDERS if is_verb(word) else OTHERS, line, word)
        if found is not None:
            done |= {one.index for one in line.sentence.within(found.start, found.end)}
            yield found


def _themes(verb: Word) -> list[Word]:
    noun = subject(verb)
    if is_passive(verb):
        return [one for one in (noun, antecedent(verb)) if one is not None][:1]
    hidden = [one for child in verb.children if child.lower in LEFT_OVER for one in objects(child)]
    return objects(verb) or hidden


def _found(line: Line, verb: Word) -> Draft | None:
    """A verb of finding with a weapon as its object, or the subject of its passive."""
    picked = verb.lemma in {"pick", "turn", "dig"} and any(c.lower == "up" for c in verb.children)
    if not is_verb(verb) or not (verb.lemma in _TELLING or picked) or _is_task(verb):
        return None
    themes = _themes(verb) + _named_as(verb)
    weapons = [one for one in themes if is_weapon(one, line) and not _is_action(one)]
    if not weapons:
        return _taken_up(line, verb, themes) or _unnamed(line, verb, themes)
    if verb.lemma in SHOWING and not (any(is_left(one) for one in weapons) or _is_disused(verb)):
        return None
    draft = remnant_draft(line, verb, verb_words(verb), weapons[0])
    return _told_by(draft, _finder(line, verb))


def _told_by(draft: Draft, author: Word | None) -> Draft:
    """Name who tells of a find; a place in the name of the teller is not where it lay."""
    own = set(author.subtree()) if author is not None else set()
    places = tuple(one for one in draft.places if one.head not in own)
    return replace(draft, author=author, places=places)


def _taken_up(line: Line, verb: Word, themes: list[Word]) -> Draft | None:
    """Read `they were found in a field`; what they are, the sentence before must say."""
    pronoun = any(one.lower in {"they", "these"} for one in themes)
    if not pronoun or not is_passive(verb) or verb.lemma not in _PLAIN_FINDING:
        return None
    draft = remnant_draft(line, verb, verb_words(verb), themes[0])
    return replace(draft, weapons=(), definite=True)


def _unnamed(line: Line, verb: Word, themes: list[Word]) -> Draft | None:
    """Read `remnants of the weapon were documented`, which does not say what weapon."""
    if verb.lemma not in _TELLING | {"recover"}:
        return None
    for theme in themes:
        of = [one for name, one in complements(theme) if name in {"of", "from"}]
        if theme.lemma in REMAINS and any(one.lemma in _ANY_WEAPON for one in of):
            return replace(remnant_draft(line, verb, verb_words(verb), theme), weapons=())
    return None


_ANY_WEAPON = lemmas("weapon munition ammunition projectile ordnance explosive device")


def _is_task(verb: Word) -> bool:
    """Say whether the verb only says what is to be done: `the task of clearing mines`."""
    governor = verb.head.head if verb.dep == "pcomp" else verb.head
    return verb.dep in {"pcomp", "acl"} and governor.lemma in _TASKS


_TASKS = lemmas(
    "task need requirement call obligation effort commitment plan cost programme program deadline "
    "duty pledge request appeal aim goal way method means importance challenge"
)


_PLAIN_FINDING = lemmas("find discover recover photograph collect retrieve remove clear")


def _named_as(verb: Word) -> list[Word]:
    """Return what a find was identified as: `identified the munitions as M095 submunitions`."""
    if verb.lemma not in {"identify", "recognise", "recognize"}:
        return []
    return [noun for name, noun in complements(verb) if name == "as"]


def _is_disused(verb: Word) -> bool:
    """Say whether the place of the find was given up: `in an abandoned store`."""
    return any(
        word.dep == "pobj" and word.head.lower in {"in", "at", "inside"} and is_left(word)
        for word in verb.subtree()
    )


def _finder(line: Line, verb: Word) -> Word | None:
    """Return the organisation that identified the weapon: it is who says so."""
    if verb.lemma not in IDENTIFYING or is_passive(verb):
        return None
    noun = subject(verb) or next((one.head for one in doers(line, verb)), None)
    if noun is None:
        return None
    named = bool(line.over(phrase(noun), Sort.ACTOR))
    taken_up = noun.lower in {"it", "they"} or noun.lemma in _EXAMINERS
    return noun if named or taken_up or noun.lemma in ORGANISATION_NOUNS else None


_EXAMINERS = lemmas("expert researcher investigator analyst specialist inspector")
"""Those whose work is to say what weapon was found."""


def _is_action(noun: Word) -> bool:
    return noun.lemma in {"use", "attack", "strike", "airstrike", "shelling", "incident", "raid"}


def _shown(line: Line, noun: Word) -> Draft | None:
    """The remains of a weapon as the object of any verb: `preserving fragments of the bombs`."""
    if not is_noun(noun) or noun.lemma not in REMAINS or not is_verb(noun.head):
        return None
    if noun.dep not in {"dobj", "nsubjpass"}:
        return None
    around = phrase(noun, through=frozenset({"of", "from", "with"}))
    if not line.over(around, Sort.WEAPON):
        return None
    return remnant_draft(line, noun.head, verb_words(noun.head), noun)


def _pictured(line: Line, noun: Word) -> Draft | None:
    """Pictures of a weapon that somebody shows: `published photographs of the remains of`."""
    verb = noun.head
    if noun.lemma not in PICTURES or not is_verb(verb) or verb.lemma not in PUBLISHING:
        return None
    if noun.dep not in {"dobj", "nsubjpass"}:
        return None
    shown = [one for name, one in complements(noun) if name == "of" and is_weapon(one, line)]
    if not shown or _is_action(shown[0]):
        return None
    draft = remnant_draft(line, verb, verb_words(verb), shown[0])
    return _told_by(draft, None if is_passive(verb) else subject(verb))


PICTURES = lemmas("photograph photo picture image footage video film")
PUBLISHING = lemmas("publish release show share post present display circulate issue produce")
"""Verbs of making pictures known."""


def _matched(line: Line, verb: Word) -> Draft | None:
    """Remains that were those of a weapon: `the fragments were those of Smerch rockets`."""
    noun = subject(verb) if verb.lemma in {"be", "come", "belong", "match"} else None
    if noun is None or noun.lemma not in REMAINS or not is_verb(verb):
        return None
    attribute = verb.child("attr")
    below = [verb] if attribute is None else [attribute]
    weapons = [
        one
        for word in below
        for name, one in complements(word)
        if name in {"of", "from", "to"} and is_weapon(one, line)
    ]
    weapons += [one for one in objects(verb) if is_weapon(one, line)]
    if attribute is not None and is_weapon(attribute, line):
        weapons.append(attribute)
    if not weapons:
        return None
    return remnant_draft(line, verb, unique([*verb_words(verb), *noun.subtree()]), weapons[0])


def _traced(line: Line, word: Word) -> Draft | None:
    """Samples tested positive for an agent, or traces of it were found."""
    if word.lemma == "contain" and is_verb(word):
        return _containing(line, word)
    positive = word.lower == "positive" and any(
        name == "for" and is_weapon(one, line) for name, one in complements(word)
    )
    trace = word.lemma in {"trace", "residue", "presence"} and any(
        name == "of" and is_weapon(one, line) for name, one in complements(word)
    )
    if not (positive or trace):
        return None
    verb = word.head if is_verb(word.head) else word
    agent = next(one for name, one in complements(word) if name in {"for", "of"})
    words = unique([*verb_words(verb), *without_others(word)])
    return remnant_draft(line, verb, words, agent)


def _containing(line: Line, verb: Word) -> Draft | None:
    """Samples contained an agent."""
    noun = subject(verb)
    held = next((one for one in objects(verb) if is_weapon(one, line)), None)
    if noun is None or held is None or noun.lemma not in {"sample", "soil", "specimen", "swab"}:
        return None
    return remnant_draft(line, verb, unique([*verb_words(verb), *noun.subtree()]), held)


FINDERS: tuple[Finder, ...] = (
    _found,
    _shown,
    _pictured,
    _matched,
    _traced,
    *LEFT_BEHIND,
    *CLEARING,
)
"""Tried in order; a word tells of remnants at most once."""

OTHERS: tuple[Finder, ...] = (_shown, _pictured, _traced, *LYING, *SAFE)
"""Those of them that may ask about a word that is no verb."""

__all__ = ["counted", "remnants"]

"""Remnants: weapons or what is left of them were found, identified, cleared, or contaminate."""

from collections.abc import Iterator
from dataclasses import replace

from remnant.extract.draft import Draft
from remnant.extract.filling import doers, is_weapon, smallest, unique, verb_words
from remnant.extract.frames import WIELDING
from remnant.extract.grammar import (
    antecedent,
    clause_head,
    clause_words,
    complements,
    extent,
    is_noun,
    is_passive,
    is_verb,
    objects,
    phrase,
    subject,
)
from remnant.extract.marks import Line, Mark, Sort
from remnant.extract.roles import ORGANISATION_NOUNS
from remnant.extract.words import Word, lemmas
from remnant.knowledge import Form
from remnant.model.claim import ClaimKind
from remnant.model.value import GeoPrecision

FINDING = lemmas(
    "find discover identify recover observe spot photograph clear remove locate collect uncover "
    "unearth retrieve defuse demine neutralise neutralize dispose detect litter contaminate "
    "scatter preserve film picture encounter seize"
)
"""Verbs of finding and clearing."""

IDENTIFYING = lemmas("see identify find discover observe photograph document verify show examine")
"""Verbs of finding whose subject vouches for what was found."""

SHOWING = lemmas("show depict display contain see document examine analyse analyze verify record")
"""Verbs that count only with the remains of a weapon: `photographs showing remnants of`."""

REMAINS = lemmas(
    "remnant remains remain fragment debris dud wreckage shrapnel casing uxo piece "
    "contamination clearance crater"
)
"""What is left of a weapon, and the work it makes."""

LEFT_OVER = frozenset({"unexploded", "failed", "abandoned", "dud", "undetonated", "exploded"})
"""What a weapon is called that did not work or was left."""


def remnants(line: Line) -> Iterator[Draft]:
    """Yield the propositions about remnants in a sentence, one for each run of verbs."""
    done: set[int] = set()
    for word in line.sentence.words:
        if word.index in done:
            continue
        found = _found(line, word) or _contaminated(line, word) or _shown(line, word)
        found = found or _lying(line, word) or _pictured(line, word) or _matched(line, word)
        found = found or _traced(line, word) or _polluting(line, word)
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
    if not is_verb(verb) or not (verb.lemma in FINDING | SHOWING or picked):
        return None
    themes = _themes(verb) + _named_as(verb)
    weapons = [one for one in themes if is_weapon(one, line) and not _is_action(one)]
    if not weapons:
        return _taken_up(line, verb, themes)
    if verb.lemma in SHOWING and not (any(_is_left(one) for one in weapons) or _is_disused(verb)):
        return None
    draft = _draft(line, verb, verb_words(verb), weapons[0])
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
    return replace(_draft(line, verb, verb_words(verb), themes[0]), weapons=())


_PLAIN_FINDING = lemmas("find discover recover photograph collect retrieve remove clear")


def _named_as(verb: Word) -> list[Word]:
    """Return what a find was identified as: `identified the munitions as M095 submunitions`."""
    if verb.lemma not in {"identify", "recognise", "recognize"}:
        return []
    return [noun for name, noun in complements(verb) if name == "as"]


def _is_disused(verb: Word) -> bool:
    """Say whether the place of the find was given up: `in an abandoned store`."""
    return any(
        word.dep == "pobj" and word.head.lower in {"in", "at", "inside"} and _is_left(word)
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
    return noun if named or noun.lemma in ORGANISATION_NOUNS else None


def _is_action(noun: Word) -> bool:
    return noun.lemma in {"use", "attack", "strike", "airstrike", "shelling", "incident", "raid"}


def _is_left(noun: Word) -> bool:
    words = phrase(noun, through=frozenset({"of", "from"}))
    return any(word.lemma in REMAINS or word.lower in LEFT_OVER for word in words)


def _contaminated(line: Line, noun: Word) -> Draft | None:
    """Contamination or clearance of a weapon somewhere."""
    if not is_noun(noun) or noun.lemma not in {"contamination", "clearance", "remnant"}:
        return None
    words = list(noun.subtree())
    around = phrase(noun, through=frozenset({"of", "from", "with"}))
    if not line.over(around, Sort.WEAPON) or not line.over(line.sentence.words, Sort.PLACE):
        return None
    verb = noun.head if is_verb(noun.head) else noun
    return _draft(line, verb, unique([*words, *verb_words(verb)]), noun)


def _shown(line: Line, noun: Word) -> Draft | None:
    """The remains of a weapon as the object of any verb: `preserving fragments of the bombs`."""
    if not is_noun(noun) or noun.lemma not in REMAINS or not is_verb(noun.head):
        return None
    if noun.dep not in {"dobj", "nsubjpass"}:
        return None
    around = phrase(noun, through=frozenset({"of", "from", "with"}))
    if not line.over(around, Sort.WEAPON):
        return None
    return _draft(line, noun.head, verb_words(noun.head), noun)


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
    draft = _draft(line, verb, verb_words(verb), shown[0])
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
    return _draft(line, verb, unique([*verb_words(verb), *noun.subtree()]), weapons[0])


def _polluting(line: Line, verb: Word) -> Draft | None:
    """Remnants contaminate or litter a place, or lie in it."""
    if not is_verb(verb) or verb.lemma not in {"contaminate", "litter", "lie", "remain", "plague"}:
        return None
    after = [one for name, one in complements(verb) if name in {"with", "by"}]
    noun = subject(verb)
    causes = after if is_passive(verb) else [noun] if noun is not None else []
    found = [one for one in causes if is_weapon(one, line) and (_is_left(one) or after)]
    if not found:
        return None
    draft = _draft(line, verb, verb_words(verb), found[0])
    struck = line.at(noun, Sort.ACTOR) if is_passive(verb) and noun is not None else None
    return replace(draft, places=draft.places or _lands(struck))


def _lands(party: Mark | None) -> tuple[Mark, ...]:
    """Return a state as the place that is contaminated."""
    if party is None or party.form is Form.ADJECTIVE:
        return ()
    return (Mark(Sort.PLACE, party.words, party.entry, party.form, GeoPrecision.COUNTRY),)


def _traced(line: Line, word: Word) -> Draft | None:
    """Samples tested positive for an agent, or traces of it were found."""
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
    return _draft(line, verb, unique([*verb_words(verb), *word.subtree()]), agent)


def _lying(line: Line, noun: Word) -> Draft | None:
    """An unexploded weapon somewhere: `a picture of an unexploded rocket in the city`."""
    if not is_noun(noun) or not any(child.lower in LEFT_OVER for child in noun.children):
        return None
    if not is_weapon(noun, line):
        return None
    words = list(noun.subtree())
    if not line.over(words, Sort.PLACE):
        return None
    return _draft(line, noun, words, noun)


def _without_others(verb: Word) -> Iterator[Word]:
    """Yield the words below a verb, without the clauses that tell when or why by themselves."""
    apart = [one for one in verb.children if one.dep == "advcl" and one.has("nsubj", "nsubjpass")]
    left = {word.index for one in apart for word in one.subtree()}
    return (word for word in verb.subtree() if word.index not in left)


def _draft(line: Line, trigger: Word, words: list[Word], weapon: Word) -> Draft:
    around = _without_others(trigger) if is_verb(trigger) else ()
    near = unique([*words, *clause_words(weapon), *around])
    start, end = extent(near)
    return Draft(
        kind=ClaimKind.REMNANTS,
        line=line,
        trigger=trigger,
        start=start,
        end=end,
        weapons=tuple(line.over(near, Sort.WEAPON)),
        places=smallest(one for one in line.over(near, Sort.PLACE) if not _is_aside(one, trigger)),
        dates=tuple(line.over(near, Sort.DATE)),
        count=counted(line, weapon),
    )


def _is_aside(place: Mark, trigger: Word) -> bool:
    """Say whether a place is where the weapon was made or used, not where it lay."""
    governor = clause_head(place.head)
    return governor is not trigger and governor.lemma in _ELSEWHERE


_ELSEWHERE = WIELDING | lemmas("make produce manufacture build")


def counted(line: Line, noun: Word) -> tuple[int, int] | None:
    """Return the words that count a noun, if a number stands before it."""
    heads = [noun, *(one for name, one in complements(noun) if name == "of")]
    for head in heads:
        words = phrase(head, through=frozenset())
        numbers: list[Mark] = [
            mark
            for mark in line.over(words, Sort.NUMBER)
            if any(word.dep in {"nummod", "det", "amod"} for word in mark.words)
        ]
        if numbers:
            return numbers[0].start, numbers[0].end
    for conjunct in (child for head in heads for child in head.children):
        if conjunct.dep == "conj":
            found = counted(line, conjunct)
            if found is not None:
                return found
    return None

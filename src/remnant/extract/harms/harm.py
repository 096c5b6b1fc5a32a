"""Harm: people were killed, died, were wounded or suffered."""

from collections.abc import Iterator
from dataclasses import replace

from remnant.extract.drafts.draft import Draft
from remnant.extract.drafts.filling import (
    noun_words,
    setting,
    unique,
    verb_words,
)
from remnant.extract.harms.fatal import fatal
from remnant.extract.harms.harming import figure_of, harm_draft, is_people
from remnant.extract.harms.joining import belongs, joined
from remnant.extract.harms.suffering import suffering
from remnant.extract.harms.tolls import (
    before,
    has_own,
    is_close,
    is_participle,
    with_earlier,
)
from remnant.extract.harms.totals import is_in_total, total
from remnant.extract.language.frames import (
    CASUALTIES,
    CASUALTY_VERBS,
    DEATHS,
    DYING,
    INJURIES,
    INJURING,
    KILLING,
)
from remnant.extract.language.grammar import (
    clause_words,
    complements,
    is_noun,
    is_passive,
    is_verb,
    objects,
    phrase,
    subject,
)
from remnant.extract.language.words import FUNCTIONAL, Word, lemmas
from remnant.extract.names.marks import Line, Sort
from remnant.model.claim import Stance

_TAKING = lemmas(
    "leave claim cause report record take result lead suffer experience inflict confirm announce "
    "acknowledge witness sustain bring"
)
"""Verbs whose object are deaths and injuries that came about."""

_COMING = lemmas("occur happen result mount follow ensue come")
"""Verbs whose subject they are."""


def harms(line: Line) -> Iterator[Draft]:
    """Yield the harm propositions of a sentence; killed and injured of one clause are one."""
    drafts: list[Draft] = []
    for word in line.sentence.words:
        if word.pos in FUNCTIONAL:
            continue
        found = _from_verb(line, word) or _from_noun(line, word) or _beside(line, word)
        found = found or suffering(line, word)
        if found is None:
            continue
        if drafts and belongs(drafts[-1], found):
            drafts[-1] = joined(drafts[-1], found)
        else:
            drafts.append(found)
    deadly = fatal(line, aside=bool(drafts))
    for draft in (*drafts, *([deadly] if deadly else [])):
        yield from with_earlier(_without(_jointly(draft)))


def _jointly(draft: Draft) -> Draft:
    """Drop a figure that dead and wounded have together: `30 dead and wounded`."""
    if not draft.killed or not draft.injured:
        return draft
    first, last = sorted((draft.killed, draft.injured))
    words = draft.line.sentence.within(first[0], last[1])
    link = [word.lower for word in draft.line.sentence.within(first[1], last[0])]
    numbered = any(mark.sort is Sort.NUMBER for mark in draft.line.marks if mark.start >= first[1])
    counted = draft.line.over(draft.line.sentence.within(*first), Sort.NUMBER)
    plain = words[-1].lower in {"dead", "killed", "wounded", "injured"} and len(link) <= _LINK
    if counted and plain and not numbered and "and" in link:
        return replace(draft, killed=None, injured=None)
    return draft


_LINK = 2
"""Words between a figure with its participle and the participle that shares it."""


def _without(draft: Draft) -> Draft:
    """Read `22 were injured without casualties` as nobody killed."""
    if draft.killed or not draft.injured:
        return draft
    words = draft.line.sentence.words
    for word in words:
        near = word.lower == "without" and draft.start <= word.start < draft.end + _NEAR
        if near and any(one.lemma in CASUALTIES | DEATHS for one in word.children):
            return replace(draft, killed=(word.start, word.end))
    return draft


_NEAR = 12
"""Code points after a passage within which `without casualties` belongs to it."""


def _beside(line: Line, word: Word) -> Draft | None:
    """Read a figure right before a participle: `raised to 4 killed and 13 injured`."""
    figure = before(line, word) if is_participle(word) else None
    if figure is None:
        return None
    first = figure.words[0].index
    inside = line.sentence.words[first : word.index + 1]
    words = unique([*inside, *clause_words(word)])
    words = [one for one in words if one.index >= first]
    deadly = word.lemma in KILLING | DEATHS
    return harm_draft(line, word, words, (figure.start, figure.end), deadly=deadly)


def _from_verb(line: Line, verb: Word) -> Draft | None:
    lemma = verb.lemma
    told = total(line, verb) or _dead(line, verb)
    if told is not None:
        return told
    harmful = is_verb(verb) and lemma in CASUALTY_VERBS
    if not harmful or is_close(line, verb) or is_in_total(line, verb):
        return None
    sufferer = _sufferer(verb)
    counted = _counted_after(line, verb)
    if counted is not None and (sufferer is None or sufferer.index < verb.index):
        return harm_draft(line, verb, verb_words(verb), counted, deadly=lemma not in INJURING)
    if sufferer is None or not is_people(line, sufferer, verb) or has_own(line, verb, sufferer):
        return None
    if sufferer.lower in {"those", "who"} and verb.dep in {"acl", "relcl"}:
        return _among(line, verb)
    figure = _nearer(line, verb) or figure_of(line, sufferer, verb)
    own = before(line, verb) if is_participle(verb) else None
    if own is not None and not line.over(line.sentence.within(*figure), Sort.NUMBER):
        figure = own.start, own.end
    words = verb_words(verb)
    return harm_draft(line, verb, words, figure, deadly=lemma not in INJURING)


def _dead(line: Line, verb: Word) -> Draft | None:
    """Read `ten people were dead`, `were found dead` and `are feared dead`."""
    dead = next((child for child in verb.children if child.lower == "dead"), None)
    if dead is None or verb.lemma not in {"be", "lie"} | _FEARING | _FINDING:
        return None
    noun = subject(verb) if verb.lemma in {"be", "lie"} or is_passive(verb) else None
    noun = noun or next((one for one in objects(verb) if one is not dead), None)
    if noun is None or not is_people(line, noun):
        return None
    draft = harm_draft(line, verb, verb_words(verb), figure_of(line, noun), deadly=True)
    return replace(draft, stance=Stance.HEDGED) if verb.lemma in _FEARING else draft


_FEARING = frozenset({"fear", "believe", "presume", "think", "suspect", "assume"})
_FINDING = frozenset({"find", "pronounce", "declare", "confirm", "report"})


def _counted_after(line: Line, verb: Word) -> tuple[int, int] | None:
    """Return the number right after an active verb: `wounding at least 70 more`."""
    if is_passive(verb) or verb.lemma in DYING:
        return None
    after = {verb.index + 1, verb.index + 2}
    for mark in line.marks:
        if mark.sort is Sort.NUMBER and mark.words[0].index in after:
            return mark.start, mark.end
    return None


def _among(line: Line, verb: Word) -> Draft | None:
    """Read `five children were among those killed` as the death of five."""
    for above in verb.ancestors():
        noun = subject(above) if above.lemma in {"be", "include"} else None
        noun = noun or (above.child("attr") if above.lemma == "be" else None)
        if noun is None or noun in verb.ancestors() or not is_people(line, noun):
            continue
        words = unique([*verb_words(above), *verb.subtree()])
        return harm_draft(
            line, above, words, figure_of(line, noun), deadly=verb.lemma not in INJURING
        )
    return None


def _nearer(line: Line, verb: Word) -> tuple[int, int] | None:
    """Return the number just before a coordinated participle: `and many more injured`."""
    before = line.sentence.words[max(0, verb.index - _ELLIPSIS) : verb.index]
    if verb.dep != "conj" or verb.tag != "VBN" or objects(verb):
        return None
    deadly = [word.index for word in before if word.lemma in KILLING | DYING]
    rest = [word for word in before if word.index > max(deadly, default=-1)]
    numbers = line.over(rest, Sort.NUMBER)
    return (numbers[-1].start, numbers[-1].end) if numbers else None


_ELLIPSIS = 5
"""Words before a participle among which its own number stands."""


def _sufferer(verb: Word) -> Word | None:
    if verb.lemma in DYING or is_passive(verb):
        return subject(verb)
    found = objects(verb)
    return found[0] if found else None


def _from_noun(line: Line, noun: Word) -> Draft | None:
    lemma = noun.lemma
    deadly = lemma in DEATHS
    named = is_noun(noun) or noun.lower in {"dead", "wounded", "injured"}
    if not named or (not deadly and lemma not in INJURIES | CASUALTIES):
        return None
    victims = _of_victims(line, noun)
    if victims is not None:
        return victims
    cause = (
        lemma == "suffocation" and noun.dep == "pobj" and noun.head.lower in {"of", "from", "by"}
    )
    if cause:
        return None
    untold = lemma == "toll" and any(child.lower == "no" for child in noun.children)
    named = line.at(noun, Sort.ACTOR) is not None
    inside = noun.dep in {"compound", "amod", "nmod"} or is_in_total(line, noun)
    if cause or untold or named or inside:
        return None
    words = noun_words(noun)
    counted = bool(line.over(phrase(noun, through=frozenset()), Sort.NUMBER)) or _numbered(
        line, noun
    )
    top = noun
    while top.dep == "conj" and is_noun(top.head):
        top = top.head
    verb = top.head
    source = verb.head if top.dep == "pobj" else verb
    reported = top.dep in {"dobj", "nsubjpass", "pobj", "conj"} and source.lemma in _TAKING
    reported = reported or _came(noun)
    if not (counted or reported or _of_people(line, noun) or _stated(noun)):
        return None
    if noun.dep in {"dobj", "nsubj", "nsubjpass"} or _numbered(line, noun):
        words = unique([*words, *setting(noun)])
    figure = _own_figure(line, noun) if lemma not in CASUALTIES else None
    if lemma == "toll" and any(child.lower == "death" for child in noun.children):
        deadly, figure = True, (noun.start, noun.end)
    return harm_draft(line, noun, words, figure, deadly=deadly)


def _came(noun: Word) -> bool:
    """Say whether deaths or injuries occurred: `casualties occurred`, `there were casualties`."""
    verb = noun.head
    there = noun.dep == "attr" and any(child.lower == "there" for child in verb.children)
    return there or (noun.dep == "nsubj" and verb.lemma in _COMING)


def _numbered(line: Line, noun: Word) -> bool:
    """Say whether a number of them is named: `hundreds of casualties`."""
    of = noun.dep == "pobj" and noun.head.lower == "of"
    return of and line.at(noun.head.head, Sort.NUMBER) is not None


def _own_figure(line: Line, noun: Word) -> tuple[int, int]:
    """Return the number before a noun of death or injury, or whom it is about."""
    part = line.at(noun.head.head, Sort.NUMBER) if _numbered(line, noun) else None
    if part is not None:
        return part.start, part.end
    for mark in line.over(phrase(noun, through=frozenset()), Sort.NUMBER):
        if any(word is noun or (word.head is noun and word.dep != "conj") for word in mark.words):
            return mark.start, mark.end
    close = before(line, noun) if is_participle(noun) else None
    if close is not None:
        return close.start, close.end
    for mark in line.marks:
        if mark.sort is Sort.NUMBER and mark.words[-1].index == noun.index - 1:
            return mark.start, mark.end
    for name, one in complements(noun):
        if name == "of":
            return figure_of(line, one)
    return noun.start, noun.end


def _of_victims(line: Line, noun: Word) -> Draft | None:
    """Read `two of the victims were minors` as the death of two."""
    number = noun.head.head if noun.dep == "pobj" and noun.head.lower == "of" else None
    if noun.lemma != "victim" or number is None or number.dep != "nsubj":
        return None
    mark = line.at(number, Sort.NUMBER)
    if mark is None:
        return None
    return harm_draft(line, noun, verb_words(number.head), (mark.start, mark.end), deadly=True)


def _stated(noun: Word) -> bool:
    """Say whether deaths are spoken of as a fact: `civilian casualties`, `the rising toll`."""
    kinds = {child.lower for child in noun.children}
    mounting = noun.lemma in {"toll", "death"} and bool(kinds & _MOUNTING)
    return mounting or (noun.lemma in CASUALTIES | {"death"} and bool(kinds & _WHOSE))


_WHOSE = frozenset({"civilian", "civil"})
_MOUNTING = frozenset(
    {"rising", "mounting", "escalating", "growing", "heavy", "largest", "highest"}
)


def _of_people(line: Line, noun: Word) -> bool:
    return any(name == "of" and is_people(line, one) for name, one in complements(noun))

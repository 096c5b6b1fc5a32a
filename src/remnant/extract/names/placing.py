"""Placing: which names stand as places, from the lexicon and from the gazetteer.

The gazetteer is asked only about capitalised names that stand where a place stands.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from remnant.extract.language.frames import ATTACKS, FORCES
from remnant.extract.language.words import Sentence, Word, head_of, lemmas
from remnant.extract.names.marks import (
    LOCATIVE,
    PLACE_NOUNS,
    PROVINCE_NOUNS,
    PURELY_LOCATIVE,
    Mark,
    Sort,
)
from remnant.extract.names.pieces import (
    LISTED,
    SHORT,
    TERRITORIAL,
    WATERS,
    known_part,
    parts,
    size,
    text_of,
)
from remnant.knowledge import Form, Knowledge
from remnant.model.value import GeoPrecision

_LINKS = frozenset({"-", "al", "el", "as", "ash", "ad", "az", "at", "ar", "an", "of", "’", "'"})


def is_province(head: Word) -> bool:
    """Say whether the name stands beside `province` or `region`."""
    joined = head.dep in {"compound", "nmod", "amod", "poss"}
    return joined and head.head.lemma in PROVINCE_NOUNS


def placed(marks: list[Mark], knowledge: Knowledge) -> list[Mark]:
    """Read the name of a state or territory as a place where it stands as one."""
    actors = {one.start: one for one in marks if one.sort is Sort.ACTOR}
    large = {
        one.start: one
        for one in marks
        if one.sort is Sort.PLACE and one.start in actors and one.end == actors[one.start].end
    }
    found = []
    for one in marks:
        if one.start in large and one.sort is Sort.PLACE:
            continue
        if one.sort is not Sort.ACTOR or not _is_territory(one, knowledge):
            found.append(one)
        elif _is_in(one.head, PURELY_LOCATIVE):
            found.append(large.get(one.start) or _as_place(one))
            if _holds_backed_forces(one.head):
                found.append(one)
        elif one.form is Form.CAPITAL and _is_in(one.head, LOCATIVE | {"of", "from"}):
            found.append(Mark(Sort.PLACE, one.words, "", one.form, GeoPrecision.NEAR))
        elif one.form is Form.CAPITAL and _is_struck(one.head):
            found.append(large.get(one.start) or Mark(Sort.PLACE, one.words, scale=_NEAR))
        elif one.form is Form.CAPITAL and one.start in large and one.head.is_root:
            found.append(large[one.start])  # the head of a list item: "Stepanakert on 3 October"
        else:
            found.append(one)
            located = _is_in(one.head, LOCATIVE | {"of"}) or _of_region(one.head)
            if located or _names_war(one.head):
                found.append(large.get(one.start) or _as_place(one))
    return found


_NEAR = GeoPrecision.NEAR


def _is_struck(word: Word) -> bool:
    """Say whether a name is what was bombed or shelled: the city, then, and not its state."""
    while word.dep == "conj" and not word.is_root:
        word = word.head
    return word.dep in {"dobj", "nsubjpass"} and word.head.lemma in STRUCK


def _holds_backed_forces(name: Word) -> bool:
    """Say whether its forces are meant too: `forces that it supports in Nagorno-Karabakh`."""
    verb = name.head.head
    backed = verb.lemma in _BACKING and verb.dep in {"relcl", "acl"}
    return backed and verb.head.lemma in FORCES


_BACKING = lemmas("support back arm lead control sponsor equip")


def _as_place(one: Mark) -> Mark:
    return Mark(Sort.PLACE, one.words, one.entry, one.form, GeoPrecision.COUNTRY)


def _is_territory(one: Mark, knowledge: Knowledge) -> bool:
    if one.form not in {Form.NAME, Form.ALIAS, Form.CAPITAL}:
        return False
    return knowledge.actors.get(one.entry).kind in TERRITORIAL


def _is_in(word: Word, prepositions: frozenset[str]) -> bool:
    """Say whether a name, or the one it is coordinated with, follows a preposition."""
    while word.dep in {"conj", "appos"} and not word.is_root:
        word = word.head
    return word.dep == "pobj" and word.head.lower in prepositions


def _of_region(word: Word) -> bool:
    several = word.head.lower == "states"  # `in all Myanmar states and regions`
    joined = word.dep in {"compound", "nmod", "poss"}
    return joined and (several or word.head.lemma in PLACE_NOUNS)


def _names_war(word: Word) -> bool:
    """Say whether a war is named by its place: `used in the Nagorno-Karabakh conflict`."""
    war = word.head
    named = word.dep in {"compound", "nmod"} and war.lemma in {"conflict", "war"}
    named = named and war.text.islower()  # "Iran–Iraq War" is a name of its own
    return named and war.dep == "pobj" and war.head.lower in {"in", "during"}


def gazetted(sentence: Sentence, marks: Iterable[Mark], knowledge: Knowledge) -> Iterator[Mark]:
    """Yield the capitalised names in a place's position that the gazetteer knows."""
    taken = {word.index for one in marks for word in one.words}
    for run in _names(sentence, taken):
        head = head_of(run)
        if (
            _is_piece(run, marks, knowledge)
            or _is_of_office(sentence, run)
            or (len(run) == 1 and _is_no_name(run[0]))
        ):
            continue
        sure = _beside_place_noun(head, run) or _dated(sentence, run, marks)
        sure = sure or _after_place_noun(sentence, run)
        if not sure and not _in_place_position(head):
            continue
        text = text_of(run)
        several = parts(run, knowledge)
        if several:
            for part in several:
                yield Mark(Sort.PLACE, part, scale=size(text_of(part), knowledge))
            continue
        if sure or _is_unknown_place(run) or knowledge.places.known(text):
            large = is_province(head)
            scale = GeoPrecision.PROVINCE if large else size(text, knowledge)
            yield Mark(Sort.PLACE, run, scale=scale)
        elif len(run) >= LISTED and (known := known_part(run, knowledge)):
            yield Mark(Sort.PLACE, known, scale=size(text_of(known), knowledge))


def _is_no_name(word: Word) -> bool:
    """Say whether a single capitalised word names no place: `PM`, `IDP`, `Blast` in a headline."""
    short = word.text.isupper() and 1 < len(word.text) <= SHORT
    return short or word.lower in _NOT_PLACES or word.lemma.lower() in ATTACKS


def _is_of_office(sentence: Sentence, run: tuple[Word, ...]) -> bool:
    """Say whether a name is that of what a ministry looks after: `the Ministry of Industry`."""
    first = run[0].index
    before = [word.lower for word in sentence.words[max(0, first - 2) : first]]
    return len(before) > 1 and before[0] in _BRANCHES and before[1] == "of"


_BRANCHES = frozenset(
    {"ministry", "ministries", "minister", "department", "directorate", "secretary", "secretariat"}
)


def _is_piece(run: tuple[Word, ...], marks: Iterable[Mark], knowledge: Knowledge) -> bool:
    """Say whether a run goes on from the name of a place: `Aleppo` before `International`.

    After the name of a state only an unknown name does: `in Syria` and then a person's name.
    """
    before = [one for one in marks if one.words[-1].index == run[0].index - 1]
    if any(one.sort is Sort.PLACE for one in before):
        return True
    after_state = any(one.sort is Sort.ACTOR and _is_territory(one, knowledge) for one in before)
    return after_state and not knowledge.places.known(text_of(run))


def _after_place_noun(sentence: Sentence, run: tuple[Word, ...]) -> bool:
    """Say whether `town of` stands right before a name, however the name was parsed."""
    first = run[0].index
    before = sentence.words[max(0, first - 2) : first]
    named = len(before) > 1 and before[0].lemma in PLACE_NOUNS and before[1].lower == "of"
    return named and not any(word.lower in _NOT_PLACES for word in run)


def whole_names(sentence: Sentence, marks: list[Mark]) -> list[Mark]:
    """Return the marks with places in their whole names: `east Aleppo`, `Aleppo Airport`."""
    return [_whole(sentence, one) if one.sort is Sort.PLACE else one for one in marks]


def _whole(sentence: Sentence, place: Mark) -> Mark:
    words = sentence.words
    first, last = place.words[0].index, place.words[-1].index
    end = last + 1
    while end < len(words) and words[end].text[:1].isupper() and words[end].pos in _NAMING:
        end += 1
    if end > last + 1 and words[end - 1].lemma in _FACILITIES and end - last <= _LONGEST:
        return Mark(Sort.PLACE, words[first:end], scale=GeoPrecision.NEAR)
    quarter = first and words[first - 1].lower in _QUARTERS and _is_town(place, words)
    return replace(place, words=words[first - 1 : last + 1]) if quarter else place


def _is_town(place: Mark, words: tuple[Word, ...]) -> bool:
    """Say whether a name is that of a town, whose parts have names of their own."""
    following = words[place.words[-1].index + 1 : place.words[-1].index + 2]
    large = any(word.lemma in PROVINCE_NOUNS | ATTACKS for word in following)
    return place.scale <= GeoPrecision.NEAR and not large


_NAMING = frozenset({"PROPN", "NOUN", "ADJ"})
_FACILITIES = lemmas("airport airbase bridge square project dam crossing junction checkpoint base")
_QUARTERS = lemmas("east west north south eastern western northern southern")
_LONGEST = 4
"""Words that can follow the name of a town in the name of something in it."""


def _is_unknown_place(run: tuple[Word, ...]) -> bool:
    """Say whether a name that no gazetteer has stands as a place: `by Daesh in Marea`."""
    head = head_of(run)
    while head.dep == "conj" and not head.is_root:
        head = head.head
    located = head.dep == "pobj" and head.head.lower in {"in", "near"}
    located = located or (head.dep in {"dobj", "nsubjpass"} and head.head.lemma in _STRUCK_PLACES)
    aimed = head.dep == "pobj" and head.head.lower in {"on", "at", "into"}
    located = located or (aimed and head.head.head.lemma in _AIMING)
    struck = head.dep == "pobj" and head.head.lower == "on" and head.head.head.lemma in ATTACKS
    located = located or (struck and len(run) == 1 and head.tag == "NNP")
    names = [word for word in run if word.lower not in _LINKS]
    plain = all(word.pos == "PROPN" for word in names) and len(names) <= _NAME
    return located and plain and not any(word.lower in _NOT_PLACES for word in run)


_AIMING = lemmas("drop fire rain fall land launch lob shell")
"""Verbs of a weapon after which `on NAME` is where it went."""

_NAME = 3

_STRUCK_PLACES = lemmas("bomb bombard shell pound raid target")
"""Verbs whose object is a place rather than a person, where it is a name."""


_NOT_PLACES = lemmas(
    "operation resolution article protocol parliament congress council twitter facebook youtube "
    "telegram convention agreement committee court ministry university january february march "
    "april may june july august september october november december monday tuesday wednesday "
    "thursday friday saturday sunday jan feb mar apr jun jul aug sep sept oct nov dec utc gmt est "
    "asia europe africa america americas central international center centre agency commission "
    "ramadan eid christmas easter english arabic russian war world battle conflict century"
)
"""Capitalised words after `in` that are no places."""


def _dated(sentence: Sentence, run: tuple[Word, ...], marks: Iterable[Mark]) -> bool:
    """Say whether the name is one of a list of places with dates: `Tartar on 4 May, …`."""
    after = run[-1].index + 1
    if after >= len(sentence.words) or sentence.words[after].lower != "on":
        return False
    listed = run[0].index == 0 or sentence.words[run[0].index - 1].lower in {",", ":", "and", ";"}
    dates = {one.words[0].index for one in marks if one.sort is Sort.DATE}
    return listed and after + 1 in dates


def _names(sentence: Sentence, taken: set[int]) -> Iterator[tuple[Word, ...]]:
    """Yield runs of capitalised words, with the small words that join them."""
    run: list[Word] = []
    for word in (*sentence.words, None):
        if word is not None and word.index not in taken and _continues(word, run):
            run += [] if run else _article(sentence, word, taken)
            run.append(word)
            continue
        while run and not run[-1].text[0].isupper():
            run.pop()
        if run:
            yield tuple(run)
        run = []


def _article(sentence: Sentence, word: Word, taken: set[int]) -> list[Word]:
    """Return the Arabic article joined on before a name, which is part of it: `al-Shaar`."""
    before = sentence.words[max(0, word.index - 2) : word.index]
    if len(before) < len(("al", "-")) or before[0].lower not in _ARTICLES:
        return []
    joined = before[1].text in {"-", "’", "'"} and before[0].end == before[1].start
    free = not taken & {one.index for one in before}
    return list(before) if joined and free and before[1].end == word.start else []


_ARTICLES = frozenset({"al", "el", "as", "ash", "ad", "az", "at", "ar", "an"})


def _continues(word: Word, run: list[Word]) -> bool:
    if word.text[0].isupper():
        return word.pos in {"PROPN", "NOUN", "ADJ", "X"} and word.lemma not in PLACE_NOUNS
    if word.lower == "of" and len(run) == 1:
        return run[0].lower in WATERS
    return bool(run) and (word.lower in _LINKS - {"of"} or word.text[0] in "-’'")


def _in_place_position(head: Word) -> bool:
    while head.dep in {"conj", "appos"} and not head.is_root:
        head = head.head
    if head.dep == "pobj":
        return head.head.lower in LOCATIVE | {"of", "from"}
    return head.dep in {"dobj", "nsubjpass"} and head.head.lemma in STRUCK


STRUCK = lemmas("strike hit bomb bombard shell attack pound target raid bombed shelled")


def _beside_place_noun(head: Word, run: tuple[Word, ...]) -> bool:
    while head.dep == "conj" and not head.is_root:
        head = head.head
    if head.dep in {"compound", "nmod"} and head.head.lemma in PLACE_NOUNS:
        return True
    if head.dep == "pobj" and head.head.lower == "of" and head.head.head.lemma in PLACE_NOUNS:
        return True
    after = [child for child in run[-1].children if child.dep == "appos"]
    return any(child.lemma in PLACE_NOUNS for child in after)

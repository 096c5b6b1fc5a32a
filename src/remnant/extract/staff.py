"""Staff: the bodies that people are said to work for or to be members of."""

from remnant.extract.grammar import extent, phrase
from remnant.extract.roles import OFFICES, ORGANISATION_NOUNS, ROLES_OF
from remnant.extract.words import Word, lemmas

_DROPPED = frozenset({"other", "some", "the", "a", "an", "more", "these", "those", "this", "that"})


def core(noun: Word) -> tuple[int, int]:
    """Return the range of a name or description without articles and complements."""
    words = [noun]
    for child in noun.children:
        if child.dep in {"compound", "amod", "nummod", "nmod"} and child.index < noun.index:
            words += [one for one in phrase(child) if one.lower not in _DROPPED]
        elif (child.dep == "poss" and noun.pos == "PROPN") or child.lower == "another":
            words += phrase(child)
    return extent(words)


def holds_office(noun: Word) -> bool:
    """Say whether a name stands after an office: `Ambassador Jane Doe`."""
    if noun.pos != "PROPN":
        return False
    titles = {child.lemma for child in noun.children if child.index < noun.index}
    return bool(titles & OFFICES) and not titles & {"former", "ex"}


def employer(noun: Word) -> tuple[int, int] | None:
    """Find the named body in `Hamza Khatib the manager of Al-Quds hospital`."""
    for role in (noun, *(child for child in noun.children if child.dep in {"appos", "compound"})):
        if role.lemma not in ROLES_OF | {"activist", "campaigner", "fighter"}:
            continue
        for child in role.children:
            if child.dep == "prep" and child.lower in {"of", "at", "for", "with", "in"}:
                body = child.child("pobj")
                if body is not None and _is_named_body(body, inside=child.lower == "in"):
                    return core(body)
    return None


def _is_named_body(noun: Word, *, inside: bool) -> bool:
    """Say whether a noun names a body; after `in`, one that people can be members of."""
    named = any(word.pos == "PROPN" for word in phrase(noun))
    return named and (not inside or noun.lemma in ORGANISATION_NOUNS | _MEMBERSHIPS)


_MEMBERSHIPS = lemmas(
    "council union association movement committee party front brigade army league"
)

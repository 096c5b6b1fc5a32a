"""Proceedings: investigations, criminal cases, sanctions and steps before a court."""

from collections.abc import Iterator

from remnant.extract.draft import Draft
from remnant.extract.filling import actors_in, verb_words
from remnant.extract.grammar import complements, extent, is_passive, is_verb, objects, subject
from remnant.extract.marks import Line, Mark, Sort
from remnant.extract.words import Word, lemmas
from remnant.model.claim import ClaimKind

PROSECUTING = lemmas("charge indict convict sentence prosecute sanction acquit")
"""Verbs whose object, or passive subject, is the accused."""

OPENING = lemmas(
    "open launch initiate begin start conduct order announce establish file bring institute issue "
    "impose lodge carry set create"
)
"""Verbs that open a proceeding."""

CASES = lemmas(
    "investigation inquiry probe case trial lawsuit proceeding indictment sanction prosecution "
    "warrant tribunal enquiry"
)
"""Nouns of proceedings."""

_LEGAL = lemmas(
    "crime war court prosecutor criminal murder terrorism humanity offence offense treason"
)


def proceedings(line: Line) -> Iterator[Draft]:
    """Yield the proceedings that a sentence tells of."""
    for word in line.sentence.words:
        found = _prosecuted(line, word) or _opened(line, word)
        found = found or _liable(line, word) or _inquired(line, word)
        if found is not None:
            yield found


def _prosecuted(line: Line, verb: Word) -> Draft | None:
    """Somebody was charged, indicted, sentenced or sanctioned."""
    if not is_verb(verb) or verb.lemma not in PROSECUTING:
        return None
    accused = [subject(verb)] if is_passive(verb) else objects(verb)
    found = [one for one in accused if one is not None]
    if not found or (verb.lemma == "charge" and not _is_legal(verb)):
        return None
    return _draft(line, verb, [mark for one in found for mark in actors_in(line, one)])


def _is_legal(verb: Word) -> bool:
    return any(word.lemma in _LEGAL for word in verb.subtree())


def _opened(line: Line, verb: Word) -> Draft | None:
    """An investigation, a case or sanctions were opened."""
    if not is_verb(verb) or verb.lemma not in OPENING:
        return None
    noun = subject(verb)
    themes = [noun] if is_passive(verb) and noun is not None else objects(verb)
    cases = [one for one in themes if one.lemma in CASES]
    if not cases:
        return None
    pairs = [*complements(verb), *(pair for case in cases for pair in complements(case))]
    accused = [one for name, one in pairs if name in {"against", "on", "into"}]
    return _draft(line, verb, [mark for one in accused for mark in actors_in(line, one)])


def _liable(line: Line, verb: Word) -> Draft | None:
    """A court found somebody liable or guilty, or ordered a party to pay."""
    if not is_verb(verb) or verb.lemma not in {"find", "rule", "hold", "declare", "order"}:
        return None
    below = {word.lemma for word in verb.subtree()}
    accused = subject(verb) if is_passive(verb) else next(iter(objects(verb)), None)
    judged = verb.lemma != "order" and below & {"liable", "guilty"}
    fined = verb.lemma == "order" and "pay" in below
    if accused is None or not (judged or fined):
        return None
    return _draft(line, verb, list(actors_in(line, accused)))


def _inquired(line: Line, verb: Word) -> Draft | None:
    """A body sends a mission to investigate, or investigates."""
    if not is_verb(verb) or verb.lemma not in {"send", "dispatch", "deploy", "appoint", "mandate"}:
        return None
    sent = [one for one in objects(verb) if one.lemma in _MISSIONS]
    below = {word.lemma for word in verb.subtree()}
    if not sent or not below & {"investigate", "inquire", "examine", "investigation", "fact"}:
        return None
    return _draft(line, verb, [])


_MISSIONS = lemmas("mission team commission panel inspector investigator expert")


def _draft(line: Line, verb: Word, accused: list[Mark]) -> Draft:
    words = [*verb_words(verb), *verb.subtree()]
    start, end = extent([word for word in words if word.pos != "PUNCT"])
    return Draft(
        kind=ClaimKind.PROCEEDING,
        line=line,
        trigger=verb,
        start=start,
        end=end,
        actors=tuple(accused),
        dates=tuple(line.over(verb_words(verb), Sort.DATE)),
    )

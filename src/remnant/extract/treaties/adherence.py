"""Adherence: standing towards a treaty told by a noun, an apposition or the treaty itself.

`Lithuania's withdrawal from the convention`, `Sri Lanka, a non-signatory to it`, `it entered into
force for Chad`.
"""

from collections.abc import Iterator

from remnant.extract.drafts.draft import Draft
from remnant.extract.drafts.filling import actors_in, modifiers, unique, verb_words
from remnant.extract.language.grammar import clause_head, complements, is_verb, phrase, subject
from remnant.extract.language.stance import negated
from remnant.extract.language.words import Word, lemmas
from remnant.extract.names.marks import Line, Mark, Sort
from remnant.extract.treaties.membership import NEGATED, STANDINGS, standing, treaties_in
from remnant.extract.treaties.staying import ACCEDING
from remnant.model.claim import Membership

_ACTS = {
    "accession": Membership.ACCEDED,
    "ratification": Membership.ACCEDED,
    "withdrawal": Membership.WITHDREW,
    "signature": Membership.SIGNATORY,
}
"""Nouns of acts towards a treaty, with the standing that they give."""

_DONE = lemmas("take enter become deposit notify complete follow come occur make announce bring")
"""Verbs beside which such an act was done, and not asked for or planned."""


def adherences(line: Line) -> Iterator[Draft]:
    """Yield the standings that a sentence tells of without a verb of joining or being."""
    for word in line.sentence.words:
        if word.lemma in _ACTS:
            yield from _named_act(line, word)
        elif word.lemma in STANDINGS and word.dep == "appos":
            yield from _apposed(line, word)
        elif word.lemma == "enter":
            yield from _in_force(line, word)


def _named_act(line: Line, noun: Word) -> Iterator[Draft]:
    """A state's accession or withdrawal took effect, or was notified."""
    verb = clause_head(noun)
    modal = any(child.tag == "MD" or child.lower == "to" for child in verb.children)
    if not is_verb(verb) or verb.lemma not in _DONE or modal or negated(verb):
        return
    treaties: list[Mark] | list[None] = treaties_in(line, list(noun.subtree()))
    if not treaties and verb.lemma == "deposit":  # which treaty it was, the text told before
        treaties = [None]
    by = [one for name, one in complements(noun) if name in {"by", "of"}]
    actors = modifiers(line, noun) or tuple(mark for one in by for mark in actors_in(line, one))
    above = noun.head.head if noun.dep == "pobj" and noun.head.head.lemma == "instrument" else noun
    owned = any(child.lower in {"its", "their"} for one in (noun, above) for child in one.children)
    owned = owned or (verb.lemma == "deposit" and above is not noun)
    whose = subject(verb) if owned else None
    actors = actors or (actors_in(line, whose) if whose is not None else ())
    words = unique([*verb_words(verb), *noun.subtree()])
    owned = owned and not actors and whose is not None and whose.lower in {"it", "they"}
    for actor in actors or ((None,) if owned else ()):
        for treaty in treaties:
            yield standing(
                line, noun, words, (actor,) if actor else (), (treaty, _ACTS[noun.lemma])
            )


def _apposed(line: Line, noun: Word) -> Iterator[Draft]:
    """A state is called a party or non-signatory beside its name."""
    treaties = treaties_in(line, list(noun.subtree()))
    mark = line.at(noun.head, Sort.ACTOR)
    if mark is None or not treaties:
        return
    before = [word.lower for word in line.sentence.words[max(0, noun.index - 3) : noun.index]]
    status = STANDINGS[noun.lemma]
    against = "not" in before or negated(noun)
    if noun.lemma == "signatory" and "non" in before:
        status = Membership.NON_SIGNATORY
    elif against:
        status = NEGATED[status]
    words = unique([*mark.words, *noun.subtree()])
    yield standing(line, noun, words, (mark,), (treaties[0], status))


def _in_force(line: Line, verb: Word) -> Iterator[Draft]:
    """A treaty entered into force for a state, which is party from then on."""
    noun = subject(verb)
    treaties = treaties_in(line, phrase(noun)) if noun is not None else []
    force = next((one for name, one in complements(verb) if one.lemma == "force"), None)
    if not treaties or force is None or negated(verb):
        return
    parties = [one for above in (force, verb) for name, one in complements(above) if name == "for"]
    words = unique([*verb_words(verb), *force.subtree()])
    marks: list[Mark] = [mark for one in parties for mark in actors_in(line, one)]
    first = verb.head if verb.dep == "conj" else verb
    if not parties and first.lemma in ACCEDING and not negated(first):  # `A acceded, and it …`
        whose = subject(first)
        marks = list(actors_in(line, whose)) if whose is not None else []
    for mark in marks:
        yield standing(line, verb, words, (mark,), (treaties[0], Membership.PARTY))

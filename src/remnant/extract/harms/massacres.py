"""Massacres: nouns for killing that name where it was done, or to whom."""

from remnant.extract.drafts.draft import Draft
from remnant.extract.drafts.filling import unique
from remnant.extract.harms.harming import figure_of, harm_draft, is_people
from remnant.extract.language.grammar import complements, is_noun
from remnant.extract.language.words import Word, lemmas
from remnant.extract.names.marks import Line, Sort

_KILLINGS = lemmas("massacre murder bloodbath carnage slaughter butchery assassination genocide")
_AT = frozenset({"at", "in", "near", "around"})
_BEFORE = lemmas(
    "prevent avoid avert prepare commit plan threaten fear risk stop end describe call"
)
"""Verbs that only speak of a massacre, or whose object is what somebody else is said to do."""


def massacred(line: Line, noun: Word) -> Draft | None:
    """People were killed in a massacre: `the massacre at Račak`, `the Račak massacre`."""
    if noun.lemma not in _KILLINGS or not is_noun(noun) or noun.dep in {"compound", "amod"}:
        return None
    if noun.head.lemma in _BEFORE or noun.dep in {"attr", "oprd"} or noun.head.lower == "as":
        return None
    if any(child.lower in {"this", "these", "such"} for child in noun.children):
        return None  # it was told before
    victims = [one for name, one in complements(noun) if name == "of" and is_people(line, one)]
    where = [one for name, one in complements(noun) if name in _AT]
    raging = noun.dep == "nsubj" and any(one.lower == "place" for one in noun.head.children)
    if raging:  # `a massacre is taking place in Homs`
        where += [one for name, one in complements(noun.head) if name in _AT]
    beside = [child for child in noun.children if child.dep in {"compound", "nmod", "amod"}]
    around = [word for one in (*where, *beside) for word in one.subtree()]
    if not victims and not line.over(around, Sort.PLACE):
        return None
    figure = figure_of(line, victims[0]) if victims else (noun.start, noun.end)
    own = [word for word in noun.subtree() if word.dep not in {"relcl", "acl"}]
    return harm_draft(line, noun, unique([*own, *around]), figure, deadly=True)

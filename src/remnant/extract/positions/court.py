"""Steps before a court, and what follows from one: trials, verdicts, sentences, fines, listings."""

from collections.abc import Iterator

from remnant.extract.language.grammar import (
    complements,
    is_noun,
    is_passive,
    is_verb,
    objects,
    subject,
    undergoers,
)
from remnant.extract.language.stance import negated
from remnant.extract.language.words import Word, lemmas

COURTS = lemmas("court tribunal prosecutor judge magistrate chamber jury bench icc icj")
"""Those before whom a case comes."""

_PUNISHING = lemmas("fine fin discipline reprimand demote remand")
"""Verbs whose object, or passive subject, is punished; the lemmatiser makes `fin` of `fined`."""

_JAILING = lemmas("jail imprison")
"""The same, where a court, a crime or a term is named: parties to a war hold people too."""

_TERMS = lemmas("year month life crime murder terrorism court judge tribunal conviction absentia")
_GIVING = lemmas(
    "give receive get serve face request seek hand impose demand deny admit bring press drop "
    "pronounce dismiss answer deserve await"
)
"""Verbs that take a sentence, a fine or charges as their object."""

_PENALTIES = lemmas("sentence fine penalty imprisonment")
_VERDICTS = lemmas("verdict conviction sentence ruling judgment judgement acquittal appeal")
_REVIEWING = lemmas("uphold overturn quash reverse annul dismiss confirm reject appeal challenge")
_HEARING = lemmas("hear rule order adjourn hold grant approve begin award decide dismiss")
"""What a court does, besides finding somebody guilty."""

_APPEARING = lemmas("appear bring come summon take stand haul call put")
_LISTING = lemmas("add put place include enter")
_TAKING = lemmas("arrest detain apprehend")
_SUSPECTING = lemmas("suspicion connection suspect charge warrant involvement complicity")
_ASSETS = lemmas("asset account fund property")
_BREACHES = lemmas("violation violate breach compliance wrongdoing unlawful illegal misconduct")
_FINDING = lemmas("find conclude determine establish rule")
_INQUIRIES = lemmas("inquiry enquiry investigation probe inquest review panel")


def court_step(verb: Word) -> list[Word] | None:
    """Return whom a step before a court concerns, perhaps nobody; `None` if it is no such step.

    A step that is only asked for or denied is none.
    """
    if not is_verb(verb):
        return None
    found = next((found for rule in _STEPS if (found := rule(verb)) is not None), None)
    return None if found is None or negated(verb) or _is_wished(verb) else found


def _is_wished(verb: Word) -> bool:
    """Say whether a step is only to come: `must stand trial`, `asked the court to fine it`."""
    return any(
        child.lower in {"must", "should", "to", "would", "could", "may", "might", "can"}
        for child in verb.children
        if child.dep == "aux"
    )


def _doer(verb: Word) -> list[Word]:
    noun = subject(verb)
    return [] if noun is None or noun.lemma in COURTS else [noun]


def _names(words: Iterator[Word] | list[Word], lemma: frozenset[str]) -> bool:
    return any(word.lemma in lemma for word in words)


def _punished(verb: Word) -> list[Word] | None:
    """Somebody was fined, jailed or disciplined."""
    jailed = verb.lemma in _JAILING and _names(verb.subtree(), _TERMS)
    return undergoers(verb) or None if verb.lemma in _PUNISHING or jailed else None


def _sentenced(verb: Word) -> list[Word] | None:
    """Somebody was given a sentence or a fine, or faces charges."""
    if verb.lemma not in _GIVING:
        return None
    themes = [*objects(verb), *([subject(verb)] if is_passive(verb) else [])]
    if any(one is not None and _is_penalty(one) for one in themes):
        return _doer(verb)
    return None


def _is_penalty(noun: Word) -> bool:
    """Say whether a noun is a penalty, or charges, which are several: `faces charges`."""
    charges = noun.lemma == "charge" and noun.tag == "NNS" and is_noun(noun)
    return charges or (noun.lemma in _PENALTIES and is_noun(noun))


def _tried(verb: Word) -> list[Word] | None:
    """Somebody stands trial, or appears before a court."""
    trial = verb.lemma in {"stand", "await", "face"} and _names(objects(verb), _TRIALS)
    pairs = list(complements(verb))
    trial = trial or any(name in {"on", "to"} and one.lemma == "trial" for name, one in pairs)
    before = verb.lemma in _APPEARING and any(
        name in {"before", "in"} and one.lemma in COURTS for name, one in pairs
    )
    if not (trial or before):
        return None
    return undergoers(verb) if is_passive(verb) else _doer(verb)


_TRIALS = lemmas("trial justice prosecution court-martial")


def _reviewed(verb: Word) -> list[Word] | None:
    """A verdict, a sentence or a ruling was upheld, overturned or appealed."""
    if verb.lemma not in _REVIEWING:
        return None
    against = [one for name, one in complements(verb) if name == "against"]
    return [] if _names([*undergoers(verb), *against], _VERDICTS) else None


def _heard(verb: Word) -> list[Word] | None:
    """A court heard, ruled or ordered."""
    noun = subject(verb)
    if noun is None or verb.lemma not in _HEARING or is_passive(verb):
        return None
    return [] if noun.lemma in COURTS else None


def _sued(verb: Word) -> list[Word] | None:
    """Somebody was sued."""
    return undergoers(verb) or None if verb.lemma == "sue" else None


def _listed(verb: Word) -> list[Word] | None:
    """Somebody was put on a list of sanctions, or assets were frozen."""
    if verb.lemma in {"freeze", "unfreeze"}:
        return undergoers(verb) if _names(undergoers(verb), _ASSETS) else None
    lists = [one for _, one in complements(verb) if one.lemma in {"list", "blacklist"}]
    named = any(_names(list(one.subtree()), _SANCTIONS) for one in lists)
    return undergoers(verb) if verb.lemma in _LISTING and named else None


_SANCTIONS = lemmas("sanction sanctions blacklist")


def _arrested(verb: Word) -> list[Word] | None:
    """Somebody was arrested on a suspicion."""
    if verb.lemma not in _TAKING:
        return None
    below = [word for word in verb.subtree() if word is not verb]
    return undergoers(verb) or None if _names(below, _SUSPECTING) else None


def _judged(verb: Word) -> list[Word] | None:
    """An inquiry found a breach of law, or none."""
    noun = subject(verb)
    if noun is None or verb.lemma not in _FINDING or noun.lemma not in _INQUIRIES:
        return None
    found = _names(list(verb.subtree()), _BREACHES)
    return [one for one in objects(verb) if one.lemma not in _BREACHES] if found else None


def _looked_into(verb: Word) -> list[Word] | None:
    """A body looks into something that happened."""
    into = any(child.lower == "into" for child in verb.children)
    noun = subject(verb)
    if not (verb.lemma in {"look", "inquire", "enquire"} and into) or noun is None:
        return None
    return []


_STEPS = (
    _punished,
    _sentenced,
    _tried,
    _reviewed,
    _heard,
    _sued,
    _listed,
    _arrested,
    _judged,
    _looked_into,
)
"""Tried in order."""

"""Proceedings: investigations, criminal cases, sanctions and steps before a court."""

from collections.abc import Iterator
from dataclasses import replace

from remnant.extract.drafts.draft import Draft
from remnant.extract.drafts.filling import actors_in, verb_words
from remnant.extract.drafts.finding import Finder, first
from remnant.extract.language.grammar import (
    agent,
    complements,
    extent,
    is_passive,
    is_verb,
    objects,
    subject,
    undergoers,
)
from remnant.extract.language.stance import negated
from remnant.extract.language.words import Word, lemmas
from remnant.extract.names.marks import Line, Mark, Sort
from remnant.extract.positions.court import COURTS, court_step
from remnant.model.claim import ClaimKind, Stance

PROSECUTING = lemmas(
    "charge indict convict sentence prosecute sanction acquit blacklist extradite arraign designate"
)
"""Verbs whose object, or passive subject, is the accused."""

OPENING = lemmas(
    "open launch initiate begin start conduct order announce establish file bring institute issue "
    "impose lodge carry set create drop close reopen hold complete"
)
"""Verbs that open a proceeding."""

CASES = lemmas(
    "investigation inquiry probe case trial lawsuit proceeding indictment sanction prosecution "
    "warrant tribunal enquiry complaint inquest hearing court-martial"
)
"""Nouns of proceedings."""

INQUIRING = OPENING | lemmas("release publish investigate send dispatch deploy appoint")
"""What a body that announces an inquiry says it will do."""

_ANNOUNCING = lemmas("announce promise pledge vow say decide agree declare confirm")
_INVESTIGATORS = lemmas(
    "prosecutor police court authority tribunal commission ministry army military government "
    "mission committee judge magistrate panel expert inspector investigator"
)

_LEGAL = lemmas(
    "crime war court prosecutor criminal murder terrorism humanity offence offense treason"
)


def proceedings(line: Line) -> Iterator[Draft]:
    """Yield the proceedings that a sentence tells of."""
    for word in line.sentence.words:
        found = first(READERS if is_verb(word) else OTHERS, line, word)
        if found is not None:
            yield found


def _announced(line: Line, verb: Word) -> Draft | None:
    """A body announces or promises an inquiry, or that it will send a mission."""
    if not is_verb(verb) or verb.lemma not in _ANNOUNCING or is_passive(verb):
        return None
    noun = subject(verb)
    act = verb.child("xcomp", "ccomp")
    promised = act is not None and _is_ahead(act) and not negated(act) and _inquires(act)
    named = verb.lemma in {"announce", "promise"} and bool(_cases(objects(verb)))
    if noun is None or not (promised or named) or negated(verb):
        return None
    draft = _draft(line, verb, list(actors_in(line, noun)))
    return replace(draft, author=noun, stance=Stance.AFFIRMED)


def _is_ahead(act: Word) -> bool:
    """Say whether an act is still to come: `that it will send`, `to open`."""
    return any(
        child.tag == "MD" or (child.lower == "to" and child.dep == "aux") for child in act.children
    )


def _inquires(act: Word) -> bool:
    """Say whether an act to come is an inquiry: `send a mission to investigate`."""
    if act.lemma == "investigate":
        return True
    nouns = [word for one in objects(act) for word in one.subtree()]
    sent = any(one.lemma in _MISSIONS for one in objects(act))
    examining = any(word.lemma in _EXAMINING for word in act.subtree())
    return act.lemma in INQUIRING and bool((sent and examining) or _cases(nouns))


def _cases(nouns: list[Word]) -> list[Word]:
    return [one for one in nouns if one.lemma in CASES]


def _prosecuted(line: Line, verb: Word) -> Draft | None:
    """Somebody was charged, indicted, sentenced or sanctioned."""
    if not is_verb(verb) or verb.lemma not in PROSECUTING:
        return None
    if verb.lemma in _LISTING and not verb.has("nsubj", "nsubjpass"):
        return None  # `designated as terrorist` only describes
    found = undergoers(verb)
    if not found or (verb.lemma == "charge" and not _is_legal(verb)):
        return None
    return _draft(line, verb, [mark for one in found for mark in actors_in(line, one)])


_LISTING = lemmas("designate blacklist")


def _is_legal(verb: Word) -> bool:
    return any(word.lemma in _LEGAL for word in verb.subtree())


def _opened(line: Line, verb: Word) -> Draft | None:
    """An investigation, a case or sanctions were opened."""
    if not is_verb(verb) or verb.lemma not in OPENING:
        return None
    if any(child.lower == "to" and child.dep == "aux" for child in verb.children):
        return None
    noun = subject(verb)
    themes = [noun] if is_passive(verb) and noun is not None else objects(verb)
    cases = [one for one in themes if one.lemma in CASES]
    if not cases or not any(_is_of_law(verb, one) for one in cases):
        return None
    pairs = [*complements(verb), *(pair for case in cases for pair in complements(case))]
    accused = [one for name, one in pairs if name in {"against", "on", "into"}]
    return _draft(line, verb, [mark for one in accused for mark in actors_in(line, one)])


def _is_of_law(verb: Word, case: Word) -> bool:
    """Say whether a case is one of law: `a case against him`, no `29 cases brought to hospital`."""
    if case.lemma not in {"case", "complaint", "file"}:
        return True
    named = {name for one in (verb, case) for name, _ in complements(one)}
    return "against" in named or any(word.lemma in _LEGAL for word in verb.subtree())


def _liable(line: Line, verb: Word) -> Draft | None:
    """A court found somebody liable or guilty, or ordered a party to pay."""
    if not is_verb(verb) or verb.lemma not in {"find", "rule", "hold", "declare", "order"}:
        return None
    below = {word.lemma for word in verb.subtree()}
    accused = next(iter(undergoers(verb)), None)
    clause = verb.child("ccomp")
    accused = accused or (clause.child("nsubj") if clause is not None else None)
    judged = verb.lemma != "order" and bool(below & {"liable", "guilty"})
    judged = judged or (verb.lemma == "find" and bool(below & _BREACHES) and _by_panel(verb))
    fined = verb.lemma == "order" and "pay" in below
    if accused is None or not (judged or fined):
        return None
    draft = _draft(line, verb, list(actors_in(line, accused)))
    court = agent(verb) if is_passive(verb) else subject(verb)
    spoken = court is not None and bool(
        {word.lemma for word in court.subtree()} & (COURTS | _MISSIONS)
    )
    return replace(draft, author=court) if spoken else draft


def _inquired(line: Line, verb: Word) -> Draft | None:
    """A body sends a mission to investigate, or investigates."""
    if not is_verb(verb) or verb.lemma not in _SENDING:
        return None
    sent = [one for one in objects(verb) if one.lemma in _MISSIONS]
    below = {word.lemma for word in verb.subtree()}
    if not sent or not below & _EXAMINING:
        return None
    return _draft(line, verb, [])


def _by_panel(verb: Word) -> bool:
    noun = agent(verb) if is_passive(verb) else subject(verb)
    return noun is not None and bool({word.lemma for word in noun.subtree()} & _MISSIONS)


_BREACHES = lemmas("non-compliance noncompliance violation breach contravention compliance")
"""What a panel or commission finds somebody to be in."""

_SENDING = lemmas("send dispatch deploy appoint mandate establish create form")


def _under_way(line: Line, verb: Word) -> Draft | None:
    """An investigation is under way, or a trial began."""
    noun = subject(verb) if verb.lemma in _GOING_ON else None
    if noun is None or noun.lemma not in CASES or is_passive(verb) or negated(verb):
        return None
    ways = [one for name, one in complements(verb) if name == "under"]
    going = any(one.lower == "way" for one in ways)
    going = going or any(one.lower in {"underway", "ongoing"} for one in verb.children)
    if verb.lemma == "be" and not going:
        return None
    about = [one for name, one in complements(noun) if name in {"of", "against"}]
    return _draft(line, verb, [mark for one in about for mark in actors_in(line, one)])


_GOING_ON = lemmas("be begin start open continue resume conclude")


def _investigated(line: Line, verb: Word) -> Draft | None:
    """An authority investigates."""
    if not is_verb(verb) or verb.lemma not in {"investigate", "probe"}:
        return None
    noun = agent(verb) if is_passive(verb) else subject(verb)
    sent = noun is not None and noun.lemma in _MISSIONS and verb.tag == "VB"
    if sent and verb.head.dep != "relcl":  # `a mission formed to investigate` only describes
        return replace(_draft(line, verb, []), stance=Stance.AFFIRMED)
    if noun is None or verb.dep in {"xcomp", "relcl", "acl"}:
        return None
    known = line.at(noun, Sort.ACTOR) is not None or noun.lower in {"it", "they"}
    under_way = verb.tag == "VBG" and known
    if noun.lemma not in _INVESTIGATORS and not under_way:
        return None
    return _draft(line, verb, [])


def _referred(line: Line, verb: Word) -> Draft | None:
    """A case is referred to a court."""
    if not is_verb(verb) or verb.lemma not in {"refer", "submit"} or verb.dep == "conj":
        return None
    if any(child.lower == "to" and child.dep == "aux" for child in verb.children):
        return None
    courts = [one for name, one in complements(verb) if name in {"to", "before"}]
    named = any(word.lemma in COURTS for one in courts for word in one.subtree())
    return _draft(line, verb, []) if named else None


_EXAMINING = lemmas("investigate inquire examine investigation fact inquiry probe finding")
_MISSIONS = lemmas("mechanism mission team commission panel inspector investigator expert")


def _before_court(line: Line, verb: Word) -> Draft | None:
    """Somebody stands trial, a verdict is upheld, a court rules."""
    concerned = court_step(verb)
    if concerned is None:
        return None
    return _draft(line, verb, [mark for one in concerned for mark in actors_in(line, one)])


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
        weapons=tuple(line.over(words, Sort.WEAPON)),
        dates=tuple(line.over(verb_words(verb), Sort.DATE)),
    )


READERS: tuple[Finder, ...] = (
    _announced,
    _prosecuted,
    _opened,
    _liable,
    _inquired,
    _investigated,
    _referred,
    _under_way,
    _before_court,
)
"""Tried in order; a word tells of a proceeding at most once."""

OTHERS: tuple[Finder, ...] = (_under_way,)
"""Those of them that may ask about a word that is no verb: `the case is open`."""

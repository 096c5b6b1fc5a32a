"""Judging: how a speaker judges an act or says what is due, as a plain statement.

`This is a war crime`, `the sum is quite inadequate`, `clearance is an urgent priority`, `those
who did it must be held to account`. Such a sentence is a position of whoever speaks it.
"""

from remnant.extract.holding.arms import ARMS
from remnant.extract.language.frames import ATTACKS, STRIKING, USES, WIELDING
from remnant.extract.language.grammar import (
    clause_head,
    complements,
    is_passive,
    is_verb,
    objects,
    phrase,
    subject,
)
from remnant.extract.language.roles import OFFICES
from remnant.extract.language.stance import negated
from remnant.extract.language.words import Word, lemmas
from remnant.extract.names.marks import Line, Sort
from remnant.extract.positions.topics import is_on_topic

UNLAWFUL = lemmas("violation crime breach unlawful illegal unacceptable illegitimate outrage")
"""How a speaker judges an act: `the attack is a violation of`."""

_GRAVE = lemmas(
    "inadequate insufficient disappointing reprehensible unacceptable intolerable inexcusable "
    "unjustifiable unjustified shameful appalling abhorrent deplorable despicable horrifying "
    "heinous barbaric inhumane inhuman cowardly outrageous disgraceful unforgivable immoral "
    "unconscionable indefensible repugnant sickening disturbing troubling alarming worrying "
    "regrettable irresponsible provocative disproportionate indiscriminate deplorable scandalous "
    "commendable laudable welcome encouraging disgrace outrage shame atrocity travesty barbarity "
    "abomination scandal betrayal provocation mistake inadmissible unethical unwarranted criminal "
    "shocking horrific horrendous horrible barbarous savage brutal atrocious unconscionable "
    "proportionate justified legitimate lawful "
    "cynical monstrous treacherous crazy ridiculous absurd hypocritical hypocrisy"
)
"""Words that judge: nobody uses them to tell what happened."""

_NEEDED = lemmas(
    "imperative vital essential critical crucial indispensable paramount necessary urgent "
    "important inevitable priority responsibility duty obligation necessity time"
)
"""Words for what is due: they count with arms, attacks or relief, or with an act to be done."""

_PEACE = lemmas(
    "dialogue peace settlement ceasefire truce negotiation reconciliation de-escalation"
)
"""What answers a war, and is called vital."""

_BEING = lemmas("be seem remain become sound look represent constitute")
_LEARNING = lemmas("establish note remember understand know see say mention point recall")
"""What is important to do in an argument, and no demand."""

_DUTIES = lemmas("responsibility duty obligation")
_INTOLERABLE = lemmas("tolerate ignore accept allow justify condone excuse forget permit stand go")
_ACTS = lemmas("use act violation crime this that number toll death loss killing casualty it")


def judged(line: Line, word: Word) -> Word | None:
    """Return the verb of a clause in which a word judges an act or says what is due."""
    if word.pos not in {"ADJ", "NOUN", "VERB", "PROPN"}:
        return None
    if _is_unlawful(line, word) or _is_condemned(word):
        verb = clause_head(word)
        act = subject(verb) if is_verb(verb) else None
        aside = verb.dep == "relcl" or (word.dep == "pobj" and verb.lemma not in _BEING)
        return verb if act is not None and not aside and _is_act(line, act) else None
    return _evaluated(line, word) or _questioned(word) or _explained(line, word)


def _explained(line: Line, verb: Word) -> Word | None:
    """Return the verb in `the new policy advances the aims of the convention`."""
    noun = subject(verb) if verb.lemma in _EXPLAINING else None
    if noun is None or is_passive(verb) or not _is_stated(verb):
        return None
    if noun.lemma in _POLICIES and is_on_topic(line, verb):
        return verb
    below = [word for one in objects(verb) for word in phrase(one)]
    judged_so = any(word.lemma in UNLAWFUL | _GRAVE for word in below)
    return verb if noun.lemma in ATTACKS and judged_so else None


_EXPLAINING = lemmas(
    "represent reflect align mark demonstrate advance build underscore reaffirm show strengthen"
)
_POLICIES = lemmas("policy commitment change decision announcement measure plan pledge initiative")


def _questioned(verb: Word) -> Word | None:
    """Return the verb in `the attack calls into question the peace process`.

    Also in `the deaths raise serious doubts about the lawfulness of the raids`.
    """
    if verb.lemma not in {"raise", "call"}:
        return None
    doubts = [one for one in objects(verb) if one.lemma in _DOUBTS]
    if verb.lemma == "raise" and doubts and not is_passive(verb):
        below = {word.lemma for one in doubts for word in one.subtree()}
        return verb if below & _LAWFULNESS and subject(verb) is not None else None
    into = [one for name, one in complements(verb) if name == "into"]
    asked = verb.lemma == "call" and any(one.lemma == "question" for one in into)
    return verb if asked and subject(verb) is not None else None


_DOUBTS = lemmas("question doubt concern issue")
_LAWFULNESS = lemmas(
    "lawfulness legality legitimacy proportionality compliance legal lawful law morality conduct"
)
"""What a speaker who judges an act raises questions about."""


def _is_act(line: Line, act: Word) -> bool:
    """Say whether a noun names an act or, of what is banned, a weapon."""
    words = phrase(act)
    armed = line.over(words, Sort.WEAPON) or any(word.lemma in ARMS for word in words)
    return act.lemma in _ACTS | ATTACKS | USES or bool(armed)


def _is_unlawful(_line: Line, word: Word) -> bool:
    if word.lemma in UNLAWFUL:
        within = word.dep == "pobj" and word.head.lower in {"in", "as"}
        amounts = word.dep == "dobj" and word.head.lemma in _BEING
        return within or amounts or word.dep in {"attr", "acomp", "oprd"}
    return word.lower in {"banned", "prohibited"} and any(
        noun.lemma in {"law", "convention"} for _, noun in complements(word)
    )


def _is_condemned(word: Word) -> bool:
    """Say whether an act is to be condemned, without anybody named who does."""
    told = any(child.lower in {"to", "must", "should"} for child in word.children)
    return word.lemma in {"condemn", "denounce", "deplore"} and told and is_passive(word)


def _evaluated(line: Line, word: Word) -> Word | None:
    """Return the verb in `the sum is quite inadequate`, `clearance is an urgent priority`."""
    if word.lemma not in _GRAVE and word.lemma not in _NEEDED:
        return None
    top = word
    while top.dep in {"conj", "amod"} and top.head.pos in {"ADJ", "NOUN"}:
        top = top.head
    verb = top.head
    if top.dep not in {"acomp", "attr", "oprd", "dobj"} or verb.lemma not in _BEING | {"have"}:
        return None
    if not _is_stated(verb) or (verb.lemma == "have" and word.lemma not in _DUTIES):
        return None
    if word.lemma in _GRAVE and verb.lemma != "have":
        return verb if word is top or word.lemma not in _GRAVE & {"criminal"} else None
    asked = verb.child("xcomp", "advcl") or top.child("xcomp", "acl", "relcl")
    if asked is not None and asked.lemma in _LEARNING:
        return None
    clauses = [one for above in (top, verb) for one in above.children if one.dep in _CLAUSES]
    due = any(one.dep != "advcl" or _is_infinitive(one) for one in clauses)
    ending = word.lemma in _NEEDED and any(one.lemma in _PEACE for one in verb.subtree())
    return verb if due or ending or is_on_topic(line, verb, whole=True) else None


_CLAUSES = frozenset({"xcomp", "ccomp", "acl", "relcl", "advcl"})


def _is_infinitive(verb: Word) -> bool:
    return any(child.lower == "to" and child.dep == "aux" for child in verb.children)


def _is_stated(verb: Word) -> bool:
    """Say whether a clause states: it is no condition, question or relative clause."""
    marks = {child.lower for child in verb.children if child.dep in {"mark", "advmod"}}
    if marks & {"if", "whether", "unless", "why", "how", "when", "because", "although"}:
        return False
    return verb.dep not in {"relcl", "advcl"} and subject(verb) is not None


def _arms(line: Line, verb: Word, noun: Word) -> bool:
    """Say whether a party uses or hands on weapons: what it is told not to do."""
    acts = verb.lemma in WIELDING | STRIKING | {"transfer", "sell", "supply"}
    return acts and line.at(noun, Sort.ACTOR) is not None and is_on_topic(line, verb)


def must(line: Line, verb: Word) -> bool:
    """Say whether somebody is told what must or should be done: `light must be shed on it`."""
    if not is_verb(verb) or verb.dep in {"relcl", "advcl"}:
        return False
    noun = subject(verb)
    if noun is None:
        return False
    if verb.lemma == "need" and verb.tag in {"VBZ", "VBP"} and not negated(verb):
        return verb.has("xcomp") and is_on_topic(line, verb, whole=True, wide=True)
    modals = {child.lower for child in verb.children if child.tag == "MD"}
    due = bool(modals & {"must", "should"})
    if modals & {"can", "ca", "could", "must", "should", "will"} and negated(verb):
        borne = verb.lemma in _INTOLERABLE and (is_passive(verb) or verb.lemma == "go")
        return borne or (due and _arms(line, verb, noun))
    if not due:
        return False
    below = any(word.lemma in OFFICES for word in noun.subtree())
    ended = verb.lemma in {"stop", "end", "cease"}
    return below or ended or is_on_topic(line, verb) or line.at(noun, Sort.ACTOR) is not None

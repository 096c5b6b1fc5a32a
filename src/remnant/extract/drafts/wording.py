"""Wording: passages that hold the words by which something is denied or left open."""

from dataclasses import replace

from remnant.extract.drafts.draft import Draft
from remnant.extract.language.grammar import is_verb, phrase, subject
from remnant.extract.language.stance import DENIALS, UNCERTAIN_ADJECTIVES, UNCERTAIN_VERBS
from remnant.extract.language.words import Word


def with_denial(draft: Draft) -> Draft:
    """Let the passage of a denial hold the words that deny: `we reject the allegations on …`."""
    word = draft.trigger
    while not word.is_root:
        word = word.head
        if is_verb(word) and word.lemma in DENIALS:
            return _from(draft, word)
    return draft


def with_doubt(draft: Draft) -> Draft:
    """Let the passage of what is left open say so: `it is unclear whether A fired, or supplied`."""
    word = draft.trigger
    while not word.is_root and _is_asked(word) is None:
        word = word.head
    clause, above = word, word.head
    if clause.is_root:
        return draft
    doubt = next((one for one in (above, *above.children) if _is_doubt(one)), None)
    if doubt is None or doubt.index > clause.index:
        return draft
    verb = above if is_verb(above) or above.pos == "AUX" else above.head
    others = (word for one in _alternatives(clause, above) for word in one.subtree())
    ends = [word.end for word in others if word.pos != "PUNCT"]
    return replace(_from(_from(draft, doubt), verb), end=max([draft.end, *ends]))


def _alternatives(clause: Word, above: Word) -> list[Word]:
    """Return the other clauses of a question: `whether A fired it, or if A supplied it`."""
    beside = [one for one in above.children if _is_asked(one) is not None]
    joined = [one for one in clause.children if one.dep == "conj"]
    linked = any(one.lower == "or" for one in (*clause.children, *above.children))
    return [one for one in (*beside, *joined) if linked and one.index > clause.index]


def _is_asked(verb: Word) -> Word | None:
    """Return `whether` or `if` before a clause that is the content of another."""
    content = verb.dep in {"ccomp", "csubj", "advcl", "xcomp", "pcomp"}
    marks = (one for one in verb.children if one.lower in {"whether", "if"})
    return next(marks, None) if content else None


def _is_doubt(word: Word) -> bool:
    return word.lemma in UNCERTAIN_ADJECTIVES | UNCERTAIN_VERBS


def _from(draft: Draft, word: Word) -> Draft:
    """Return the draft with a passage that begins with the clause of a word."""
    noun = subject(word) if word.pos in {"VERB", "AUX"} else None
    first = min(one.start for one in (word, *(phrase(noun) if noun else ())))
    return replace(draft, start=min(first, draft.start))

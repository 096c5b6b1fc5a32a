"""Stance: how the innermost speaker stands towards a proposition.

The words between the trigger of a proposition and the top of its clause, or the
verb that attributes it, are compared with a table of rules. Each rule is a small
function whose docstring is the sentence shown as the reason. The scale follows
the wording of the Landmine and Cluster Munition Monitor's country profiles.
"""

from collections.abc import Callable, Iterable
from typing import TypeAlias

from remnant.extract.language.cues import HEDGING_VERBS
from remnant.extract.language.grammar import RELATIVE, agent, is_noun, is_passive, is_verb
from remnant.extract.language.modality import Mood, Unreal, is_asked, is_supposed, unreal
from remnant.extract.language.polarity import excluded, negated, nobody
from remnant.extract.language.rejecting import is_foretold, rejects_no_act
from remnant.extract.language.words import Word, lemmas
from remnant.model.claim import Commitment, Stance

HEDGING_ADVERBS = lemmas(
    "allegedly apparently reportedly likely probably possibly presumably seemingly supposedly "
    "purportedly ostensibly perhaps maybe potentially"
)
HEDGING_ADJECTIVES = lemmas(
    "alleged suspected reported apparent possible probable likely purported supposed presumed "
    "unconfirmed unverified potential"
)
HEDGING_PASSIVES = lemmas(
    "believe suspect allege think presume report claim accuse say assume consider suppose "
    "fear understand rumour rumor blame estimate"
)
HEDGING_NOUNS = lemmas(
    "allegation report claim accusation suspicion indication rumour rumor sign fear"
)
EVIDENCE_NOUNS = lemmas("evidence proof indication confirmation record")
DOUBT = frozenset({"may", "might", "MAY", "MIGHT"})
DENIALS = frozenset(
    {"deny", "reject", "refute", "dismiss", "disprove", "debunk", "repudiate", "rebuff"}
)
UNCERTAIN_VERBS = lemmas(
    "verify confirm establish determine know ascertain clarify tell see corroborate "
    "authenticate prove"
)
UNCERTAIN_ADJECTIVES = frozenset({"unclear", "uncertain", "unknown", "unconfirmed", "clear"})


_FALSE = lemmas("false untrue wrong baseless unfounded fabricated lie fabrication fake falsehood")
"""What somebody calls a claim that he denies."""

_LIKELIHOOD = frozenset({"likelihood", "probability"})
_WHETHER = frozenset({"whether", "if"})
_QUESTIONS = frozenset({"who", "what", "which", "how"})


Judgement: TypeAlias = Stance | Unreal | None
Rule: TypeAlias = Callable[[Word, Word], Judgement]


def _not_known(node: Word, below: Word) -> Judgement:
    """It is not known to have happened, or there is no evidence or report of it."""
    if node.lemma == "know" and negated(node):
        return Stance.OPEN if _whether(below) or _asks(below) else Stance.NOT_KNOWN
    nouns = EVIDENCE_NOUNS | HEDGING_NOUNS
    source = node.child("nsubj", "nsubjpass") if node is not below else None
    if source is None and node.dep == "relcl" and node is not below:
        source = node.head
    there = node.child("attr")
    source = there if there is not None and there is not below and source is None else source
    told = below.dep == "ccomp" or (below.dep == "dobj" and below.lemma in nouns)
    silent = source is not None and nobody(source) and told
    if silent and (_whether(below) or _asks(below)):
        return Stance.OPEN
    if silent or (source is not None and source.lemma in nouns and negated(source)):
        return Stance.NOT_KNOWN
    lacking = negated(node) or (node.dep == "pobj" and node.head.lower == "without")
    return Stance.NOT_KNOWN if node.lemma in nouns and node is not below and lacking else None


def _open(node: Word, below: Word) -> Judgement:
    """It was left open, or could not be verified."""
    said = node.child("acomp", "attr")
    doubtful = node.lemma in UNCERTAIN_ADJECTIVES or (
        said is not None and said.lemma in UNCERTAIN_ADJECTIVES
    )
    if _alternative(node, below) or (doubtful and (_whether(below) or _asks(below))):
        return Stance.OPEN
    if _whether(below) and node.lemma in UNCERTAIN_VERBS | {"ask", "question", "investigate"}:
        return Stance.OPEN
    unsure = node.lemma in UNCERTAIN_VERBS and (negated(node) or unable(node))
    return Stance.OPEN if unsure and node is not below else None


def _alternative(node: Word, below: Word) -> bool:
    """Say whether it is one of two that are left open: `either fired or supplied`."""
    doing = node is below or (below.dep == "nsubjpass" and agent(node) is not None)
    if not doing or node.dep in {"acl", "relcl"}:
        return False
    first = node.head if node.dep == "conj" else node
    nouns = [one for one in first.children if one.dep in {"nsubj", "nsubjpass"}]
    by = agent(first)
    parts = [first, *nouns, *([by] if by is not None else [])]
    below_them = [child.lower for one in parts for child in (*one.children, *_described(one))]
    return "either" in below_them and "or" in below_them


def _described(noun: Word) -> list[Word]:
    """Return what stands below the adjectives of a noun: `either Syrian or Russian aircraft`."""
    return [below for one in noun.children if one.dep == "amod" for below in one.children]


def unable(node: Word) -> bool:
    """Say whether somebody could not, or would not, do it: `refused to confirm`."""
    head = node.head
    if node.dep not in {"xcomp", "ccomp", "advcl"}:
        return False
    if head.lemma in {"unable", "fail", "impossible", "refuse", "decline"}:
        return True
    return head.lemma in {"able", "possible"} and (negated(head) or negated(head.head))


def _asks(word: Word) -> bool:
    """Say whether a clause is a question put indirectly: `who fired the rockets`."""
    parts = [one for one in word.children if one.dep in {"nsubj", "nsubjpass", "dobj"}]
    asked = any(one.lower in _QUESTIONS for part in parts for one in (part, *part.subtree()))
    return word.dep in {"ccomp", "csubj"} and asked


def _whether(word: Word) -> bool:
    return any(
        child.lower in _WHETHER and child.dep in {"mark", "advmod"} for child in word.children
    )


def _denied(node: Word, below: Word) -> Judgement:
    """It is denied or rejected."""
    if is_noun(node) and _is_absent(node, below):
        return Stance.DENIED
    if not is_verb(node):
        return None
    if node is not below and node.lemma in DENIALS | {"doubt"}:
        return _contested(node, below)
    if node is not below and _called_false(node, below):
        return Stance.DENIED
    within = node is below or below.dep in {"ccomp", "xcomp", "dobj", "attr", "acomp"}
    against = excluded(node) if node is below else negated(node)
    return Stance.DENIED if against and within and node.lemma not in UNCERTAIN_VERBS else None


def _contested(verb: Word, below: Word) -> Judgement:
    """Somebody denies or doubts it, or does not."""
    if verb.lemma == "doubt":
        content = below.dep in {"ccomp", "acl", "dobj"}
        return Stance.OPEN if content and not negated(verb) else None
    if rejects_no_act(verb) or is_foretold(verb):
        return None
    return Stance.OPEN if negated(verb) else Stance.DENIED


def _is_absent(noun: Word, below: Word) -> bool:
    """Say whether the noun that carries the proposition is negated: `no attack`."""
    if noun is not below:
        return False
    return nobody(noun) or (noun.dep == "pobj" and noun.head.lower == "without")


def _called_false(node: Word, below: Word) -> bool:
    """Say whether what stands below is called false: `claims that … are false`."""
    if not is_verb(node) or negated(node) or below.dep not in {"nsubj", "csubj", "ccomp"}:
        return False
    said = node.child("acomp", "attr", "oprd")
    return said is not None and said.lemma in _FALSE


def _hedged(node: Word, below: Word) -> Judgement:
    """It appears, is likely, reported, alleged or suspected."""
    if any(_is_hedge(child) for child in node.children) or _must_have(node):
        return Stance.HEDGED
    shown = below.dep == "xcomp" and node.lemma in _PURPORTING
    governed = node is not below and (shown or _hedging_governor(node))
    return Stance.HEDGED if governed else None


def _is_hedge(child: Word) -> bool:
    """Say whether a part of a clause or phrase hedges it: `reportedly`, `alleged`, `may`."""
    if child.dep in {"amod", "compound"}:
        return child.lower in HEDGING_ADJECTIVES | HEDGING_ADVERBS
    if child.dep == "prep":
        return any(one.lemma in _LIKELIHOOD for one in child.children)
    return child.lower in HEDGING_ADVERBS or (child.dep == "aux" and child.text in DOUBT)


def _must_have(verb: Word) -> bool:
    """Say whether it is inferred: `must have fired`."""
    return {"must", "have"} <= {child.lower for child in verb.children if child.dep == "aux"}


_PURPORTING = lemmas("claim purport profess")
"""Verbs that hedge what somebody or something is said to do: `claiming to show`."""

_SUGGESTING = lemmas("suggest imply hint")
"""Verbs that hedge what they govern, unless evidence is their subject."""

_SHOWING = lemmas("evidence proof finding analysis investigation remnant imagery")
"""What commits an author who lets it speak: `the evidence suggests`."""


def _hedging_governor(node: Word) -> bool:
    if is_verb(node):
        said = node.child("acomp")
        if node.lemma in HEDGING_VERBS or (said is not None and said.lower in _PROBABLE):
            return True
        if node.lemma in _SUGGESTING:
            shown = node.child("nsubj")
            return shown is None or shown.lemma not in _SHOWING
        return node.lemma in HEDGING_PASSIVES and is_passive(node) and agent(node) is None
    return node.lemma in HEDGING_NOUNS or node.lower in _PROBABLE


_PROBABLE = frozenset({"likely", "possible", "probable", "plausible", "conceivable"})


RULES: tuple[Rule, ...] = (_not_known, _open, _denied, _hedged)
"""In order of precedence: the first rule that speaks, anywhere on the path, decides.

What nobody claims, by the rules of `modality`, goes before them all.
"""


def judge(trigger: Word, top: Word | None) -> Stance | Unreal:
    """Return the stance towards what the trigger says.

    Args:
        trigger: The word that carries the proposition.
        top: The verb that attributes it to a speaker, which is not looked at, or `None`.
    """
    path = _path(trigger, top)
    if top is not None and is_supposed(top):
        return Unreal(Mood.SUPPOSED)
    if top is not None and is_verb(top) and top.lemma in _HELD and is_asked(top):
        return Unreal(Mood.ASKED)
    if top is not None and top.lemma == "warn" and any(one.lower == "against" for one, _ in path):
        return Unreal(Mood.BARRED)  # `warned against new strikes`
    moods = [mood for node, below in path if (mood := unreal(node, below, trigger))]
    if moods:
        return next((one for one in moods if one.mood is Mood.AVERTED), moods[0])
    for rule in RULES:
        for node, below in path:
            found = rule(node, below)
            if found is not None:
                return found
    return Stance.AFFIRMED


_HELD = lemmas("believe say think claim suggest deny doubt confirm suspect know")
"""Verbs that a question may ask about: `Who can believe that`."""


def _path(trigger: Word, top: Word | None) -> list[tuple[Word, Word]]:
    """Return the words above the trigger, each with the one below it.

    A finite verb coordinated with another shares what stands above both, but not
    the negation of the other: `is not known to have made, but inherited`.
    """
    path = [(trigger, trigger)]
    below = trigger
    for above in trigger.ancestors():
        if above is top or _is_boundary(below):
            break
        if not (below.dep == "conj" and below.tag in {"VBD", "VBZ", "VBP"}):
            path.append((above, below))
        below = above
    return path


def hedged_noun(noun: Word) -> bool:
    """Say whether a noun of attack is itself hedged: `alleged airstrikes hit`."""
    named = [one for one in noun.children if one.dep == "compound"]
    return any(one.lower in HEDGING_ADJECTIVES for part in (noun, *named) for one in part.children)


def _is_boundary(word: Word) -> bool:
    """Stop where the proposition is background to what stands above it."""
    if _whether(word):
        return False
    if word.dep == "relcl" and (word.head.dep == "attr" or _is_content(word)):
        return False  # `what is claimed to be an attack that hit` is no background
    if word.dep == "acl" and word.lemma in HARMING and word.has("dobj"):
        return (
            True  # `an alleged attack killed 58`, read as a participle: the dead are no allegation
        )
    if word.dep in {"conj", "advcl", "relcl", "parataxis"} and is_verb(word):
        return not (word.dep == "conj" and not word.has("nsubj", "nsubjpass"))
    return False


HARMING = lemmas("kill wound injure hurt maim")
"""Verbs for what an attack does to people."""


def _is_content(clause: Word) -> bool:
    """Say whether a clause is what a noun is about, read as relative: `the risk that X uses`."""
    own = clause.child("nsubj", "nsubjpass")
    doubted = clause.head.lemma in HEDGING_NOUNS | _RISKS
    return doubted and own is not None and own.lower not in RELATIVE


_RISKS = lemmas("risk threat possibility chance danger")


def commitment(trigger: Word, weapons: Iterable[Word], stance: Stance) -> Commitment:
    """Take the stance apart: towards the event, the weapon and who did it.

    `Appear to have been fired by X` hedges who did it, not that it was fired; `gas
    believed to be chlorine` hedges the weapon alone.
    """
    if stance is not Stance.HEDGED:
        return Commitment(stance, stance, stance)
    if any(_is_doubted(weapon) for weapon in weapons):
        return Commitment(Stance.AFFIRMED, Stance.HEDGED, Stance.AFFIRMED)
    above = trigger.head
    appears = above.lemma in HEDGING_VERBS or above.lower in {"likely", "believed", "thought"}
    if is_verb(trigger) and is_passive(trigger) and agent(trigger) is not None and appears:
        return Commitment(Stance.AFFIRMED, Stance.AFFIRMED, Stance.HEDGED)
    return Commitment(stance, stance, stance)


def _is_doubted(weapon: Word) -> bool:
    doubting = {"believe", "suspect", "think", "appear"}
    return any(
        child.dep in {"acl", "relcl"} and child.lemma in doubting for child in weapon.children
    )


__all__ = [
    "DENIALS",
    "HEDGING_ADJECTIVES",
    "Unreal",
    "commitment",
    "excluded",
    "hedged_noun",
    "judge",
    "negated",
    "nobody",
    "unable",
]

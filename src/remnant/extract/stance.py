"""Stance: how the innermost speaker stands towards a proposition.

The words between the trigger of a proposition and the top of its clause, or the
verb that attributes it, are compared with a table of rules. Each rule is a small
function whose docstring is the sentence shown as the reason. The scale follows
the wording of the Landmine and Cluster Munition Monitor's country profiles.
"""

from collections.abc import Callable, Iterable
from typing import TypeAlias

from remnant.extract.grammar import agent, is_noun, is_passive, is_verb
from remnant.extract.words import Word, lemmas
from remnant.model.claim import Commitment, Stance

HEDGING_ADVERBS = lemmas(
    "allegedly apparently reportedly likely probably possibly presumably seemingly supposedly "
    "purportedly ostensibly perhaps maybe potentially"
)
HEDGING_ADJECTIVES = lemmas(
    "alleged suspected reported apparent possible probable likely purported supposed presumed "
    "unconfirmed unverified potential"
)
HEDGING_VERBS = frozenset({"appear", "seem", "tend", "look"})
HEDGING_PASSIVES = lemmas(
    "believe suspect allege think presume report claim accuse say assume consider suppose "
    "fear understand rumour rumor blame"
)
HEDGING_NOUNS = lemmas(
    "allegation report claim accusation suspicion indication rumour rumor sign fear"
)
EVIDENCE_NOUNS = lemmas("evidence proof indication confirmation record")
CAPABILITY = frozenset({"can", "could"})
DOUBT = frozenset({"may", "might"})
FUTURE = frozenset({"will", "would", "shall", "should", "must", "'ll", "wo", "’ll", "'d"})
UNREAL_VERBS = lemmas(
    "ban prohibit forbid outlaw prevent stop halt cease avoid renounce threaten plan want intend "
    "prepare vow refuse hope aim seek try attempt wish refrain restrict criminalise criminalize "
    "discourage stigmatise stigmatize fail continue_not call urge appeal demand ask order_not "
    "promote pledge commit agree allow permit let help enable consider discuss define "
    "address warn_against decide promise propose oppose"
)
PRESUPPOSING = frozenset(
    {"condemn", "denounce", "deplore", "investigate", "answer", "explain", "admit"}
)
"""Verbs that take what they govern as having happened: `called on all to condemn its use`."""

UNREAL_NOUNS = lemmas(
    "ban prohibition threat risk plan possibility moratorium halt end ability capability "
    "capacity option restriction convention treaty call permission discretion intention need "
    "right impact effect danger"
)
DENIALS = frozenset(
    {"deny", "reject", "refute", "dismiss", "disprove", "debunk", "repudiate", "rebuff"}
)
UNCERTAIN_VERBS = lemmas(
    "verify confirm establish determine know ascertain clarify tell see corroborate "
    "authenticate prove"
)
UNCERTAIN_ADJECTIVES = frozenset({"unclear", "uncertain", "unknown", "unconfirmed", "clear"})


_NEGATIONS = frozenset({"not", "n't", "never", "no", "neither", "nor", "n’t", "hardly"})
_NONE = frozenset({"no", "neither"})
_AT_LEAST = frozenset({"fewer", "less", "more"})
"""Words with which `no` is part of a number: `no fewer than 30`."""

_NOBODY = frozenset({"nobody", "none", "neither"})
_OCCASIONS = lemmas("time case circumstance occasion point way instance event moment")
"""Nouns with which `no` negates a whole clause: `at no time`."""

_FALSE = lemmas("false untrue wrong baseless unfounded fabricated lie fabrication fake falsehood")
"""What somebody calls a claim that he denies."""

_LIKELIHOOD = frozenset({"likelihood", "probability"})
_WHETHER = frozenset({"whether", "if"})
_QUESTIONS = frozenset({"who", "what", "which", "how"})


class Unreal:
    """The words speak of something banned, planned or feared: nobody claims that it was."""


UNREAL = Unreal()
Judgement: TypeAlias = Stance | Unreal | None
Rule: TypeAlias = Callable[[Word, Word], Judgement]


def negated(word: Word) -> bool:
    """Say whether the word itself is negated: `never targeted`, `no evidence`."""
    return any(child.lower in _NEGATIONS and child.dep != "conj" for child in word.children)


def excluded(word: Word) -> bool:
    """Say whether a verb is negated, by itself or by a part: `at no time did`, `neither side`."""
    if negated(word) or any(_no_longer(child) for child in word.children):
        return True
    return any(_excludes(child) for child in word.children)


def nobody(noun: Word) -> bool:
    """Say whether a noun phrase names nobody and nothing: `no state`, `neither side`."""
    inside = {word.lower for one in noun.children for word in one.subtree()}
    if "than" in inside and inside & _AT_LEAST:
        return False
    return noun.lower in _NOBODY or any(one.lower in _NONE for one in noun.children)


def _excludes(child: Word) -> bool:
    """Say whether a part of a clause negates it: `nobody`, `no state`, `in no case`."""
    if child.dep in {"nsubj", "nsubjpass", "dobj"}:
        return nobody(child)
    if child.dep != "prep":
        return False
    if child.lower in {"neither", "nor"} or any(one.lower == "neither" for one in child.children):
        return True
    noun = child.child("pobj")
    return noun is not None and noun.lemma in _OCCASIONS and negated(noun)


def _no_longer(child: Word) -> bool:
    return child.lower == "longer" and negated(child)


def _not_known(node: Word, below: Word) -> Judgement:
    """It is not known to have happened, or there is no evidence or report of it."""
    if node.lemma == "know" and negated(node):
        return Stance.OPEN if _whether(below) else Stance.NOT_KNOWN
    nouns = EVIDENCE_NOUNS | HEDGING_NOUNS
    source = node.child("nsubj", "nsubjpass") if node is not below else None
    if source is None and node.dep == "relcl" and node is not below:
        source = node.head
    there = node.child("attr")
    source = there if there is not None and there is not below and source is None else source
    told = below.dep == "ccomp" or (below.dep == "dobj" and below.lemma in nouns)
    silent = source is not None and nobody(source) and told
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
    if node is not below or node.dep in {"acl", "relcl"}:
        return False
    first = node.head if node.dep == "conj" else node
    nouns = [one for one in first.children if one.dep in {"nsubj", "nsubjpass"}]
    by = agent(first)
    parts = [first, *nouns, *([by] if by is not None else [])]
    below_them = [child.lower for one in parts for child in one.children]
    return "either" in below_them and "or" in below_them


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
    return word.dep in {"ccomp", "csubj"} and any(
        child.lower in _QUESTIONS and child.dep in {"nsubj", "nsubjpass", "dobj"}
        for child in word.children
    )


def _whether(word: Word) -> bool:
    return any(
        child.lower in _WHETHER and child.dep in {"mark", "advmod"} for child in word.children
    )


def _denied(node: Word, below: Word) -> Judgement:
    """It is denied or rejected."""
    if is_verb(node) and node.lemma in DENIALS and node is not below:
        return Stance.DENIED
    if node is not below and _called_false(node, below):
        return Stance.DENIED
    within = node is below or below.dep in {"ccomp", "xcomp", "dobj", "attr", "acomp"}
    against = excluded(node) if node is below else negated(node)
    if is_verb(node) and against and within and node.lemma not in UNCERTAIN_VERBS:
        return Stance.DENIED
    return None


def _called_false(node: Word, below: Word) -> bool:
    """Say whether what stands below is called false: `claims that … are false`."""
    if not is_verb(node) or negated(node) or below.dep not in {"nsubj", "csubj", "ccomp"}:
        return False
    said = node.child("acomp", "attr", "oprd")
    return said is not None and said.lemma in _FALSE


def _unreal(node: Word, below: Word) -> Judgement:
    """It is banned, planned, feared, possible or asked for, not said to have happened."""
    if node is below:
        return UNREAL if _future(node) else None
    if below.dep == "conj" and below.tag in {"VBN", "VB"} and is_verb(node) and _future(node):
        return UNREAL
    wished = is_verb(node) and node.lemma in UNREAL_VERBS and below.lemma not in PRESUPPOSING
    if wished and below.dep not in {"nsubj", "advcl"}:
        return UNREAL
    if is_noun(node) and node.lemma in UNREAL_NOUNS and _under_noun(below):
        return UNREAL
    return None


def _under_noun(below: Word) -> bool:
    return below.dep in {"prep", "acl", "pobj", "relcl", "compound", "pcomp", "ccomp"}


def _future(node: Word) -> bool:
    """A modal of ability or future, a bare condition, or an order."""
    auxiliaries = {child.lower for child in node.children if child.dep == "aux"}
    if auxiliaries & (FUTURE | CAPABILITY):
        return True
    conditional = any(
        child.lower in {"if", "unless"} and child.dep == "mark" for child in node.children
    )
    return conditional and node.head.lemma not in UNCERTAIN_VERBS | UNCERTAIN_ADJECTIVES


def _hedged(node: Word, below: Word) -> Judgement:
    """It appears, is likely, reported, alleged or suspected."""
    for child in node.children:
        if child.lower in HEDGING_ADVERBS:
            return Stance.HEDGED
        if child.dep in {"amod", "compound"} and child.lower in HEDGING_ADJECTIVES:
            return Stance.HEDGED
        if child.dep == "aux" and child.lower in DOUBT:
            return Stance.HEDGED
        if child.dep == "prep" and any(one.lemma in _LIKELIHOOD for one in child.children):
            return Stance.HEDGED
    if node is below:
        return None
    return Stance.HEDGED if _hedging_governor(node) else None


def _hedging_governor(node: Word) -> bool:
    if is_verb(node):
        said = node.child("acomp")
        if node.lemma in HEDGING_VERBS or (said is not None and said.lower in _PROBABLE):
            return True
        return node.lemma in HEDGING_PASSIVES and is_passive(node) and agent(node) is None
    return node.lemma in HEDGING_NOUNS or node.lower in _PROBABLE


_PROBABLE = frozenset({"likely", "possible", "probable", "plausible", "conceivable"})


RULES: tuple[Rule, ...] = (_unreal, _not_known, _open, _denied, _hedged)
"""In order of precedence: the first rule that speaks, anywhere on the path, decides."""


def judge(trigger: Word, top: Word | None) -> Stance | Unreal:
    """Return the stance towards what the trigger says.

    Args:
        trigger: The word that carries the proposition.
        top: The verb that attributes it to a speaker, which is not looked at, or `None`.
    """
    path = _path(trigger, top)
    for rule in RULES:
        for node, below in path:
            found = rule(node, below)
            if found is not None:
                return found
    return Stance.AFFIRMED


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
    return any(child.lower in HEDGING_ADJECTIVES for child in noun.children)


def _is_boundary(word: Word) -> bool:
    """Stop where the proposition is background to what stands above it."""
    if _whether(word):
        return False
    if word.dep in {"conj", "advcl", "relcl", "parataxis"} and is_verb(word):
        return not (word.dep == "conj" and not word.has("nsubj", "nsubjpass"))
    return False


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

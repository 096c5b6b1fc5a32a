"""Modality: what is banned, planned, feared, possible or asked for, and so nobody claims.

A proposition stands below a modal verb, a wish, a condition or an infinitive. What it then
is, such as planned or averted, is kept, because an averted event did not happen, while a
planned one may have.
"""

from dataclasses import dataclass
from enum import StrEnum

from remnant.extract.language.cues import HEDGING_VERBS
from remnant.extract.language.frames import ATTACKS
from remnant.extract.language.grammar import is_noun, is_verb, objects
from remnant.extract.language.polarity import excluded, negated
from remnant.extract.language.words import Word, lemmas


class Mood(StrEnum):
    """Why nobody claims that it happened."""

    FUTURE = "future"
    """It will, or would, happen."""

    POSSIBLE = "possible"
    """It can, or could."""

    REQUIRED = "required"
    """It must, or should."""

    ASKED = "asked"
    """It stands in a direct question."""

    GENERIC = "generic"
    """It tells what happens as a rule: `such weapons typically kill`."""

    SUPPOSED = "supposed"
    """It is a condition: `if`, `unless`, `until`."""

    AIMED = "aimed"
    """It is wanted, planned, tried or asked for."""

    BARRED = "barred"
    """It is banned, prevented, refused or feared."""

    TOUCHED = "touched"
    """It is what a wish, plan or future act is about: `will investigate the attack`."""

    AVERTED = "averted"
    """It is said not to be possible, planned or to come: `would not comment`."""


@dataclass(frozen=True, slots=True)
class Unreal:
    """The words speak of something that nobody claims to have happened.

    Attributes:
        mood: Why.
    """

    mood: Mood


_MODALS = {
    "will": Mood.FUTURE,
    "would": Mood.FUTURE,
    "shall": Mood.FUTURE,
    "'ll": Mood.FUTURE,
    "’ll": Mood.FUTURE,
    "wo": Mood.FUTURE,
    "'d": Mood.FUTURE,
    "can": Mood.POSSIBLE,
    "ca": Mood.POSSIBLE,
    "could": Mood.POSSIBLE,
    "should": Mood.REQUIRED,
    "must": Mood.REQUIRED,
}

_PERCEIVING = lemmas("see hear observe discern smell distinguish glimpse")
"""Verbs with which `can` says that it is so: `two bomblets can be seen in the picture`."""

_BARRING = lemmas(
    "ban prohibit forbid outlaw prevent stop halt cease avoid renounce refuse refrain restrict "
    "criminalise criminalize discourage stigmatise stigmatize fail oppose decline avert bar "
    "preclude hinder block forgo rule_out abandon reduce minimise minimize "
    "mitigate"
)
"""Verbs that keep what they govern from happening."""

_AIMING = lemmas(
    "threaten plan want intend prepare vow hope aim seek try attempt wish call urge appeal demand "
    "ask promote pledge commit agree allow permit let enable consider discuss define address "
    "decide promise propose warn_against order_not need expect fear_that schedule negotiate "
    "offer choose struggle encourage invite request recommend design authorise authorize "
    "continue_not predict await require"
)
"""Verbs of which what they govern is only wanted, planned, tried or allowed."""

PRESUPPOSING = frozenset(
    {"condemn", "denounce", "deplore", "investigate", "answer", "explain", "admit"}
)
"""Verbs that take what they govern as having happened: `called on all to condemn its use`."""

_INQUIRIES = lemmas("investigation inquiry probe accountability justice explanation condemnation")
"""Nouns for what follows an act that has happened: `demanded an inquiry into the strike`."""

_BARRING_NOUNS = lemmas("ban prohibition moratorium halt end restriction")
_AIMING_NOUNS = lemmas(
    "threat risk plan possibility ability capability capacity option convention treaty call "
    "permission discretion intention need right impact effect danger effort attempt bid desire "
    "willingness readiness refusal decision chance opportunity potential proposal pledge promise "
    "failure obligation commitment fear"
)
_WILLING = lemmas(
    "willing ready able prepared eager unwilling reluctant unable determined keen capable free"
)
"""Adjectives under which an infinitive has not happened: `ready to fire`."""

_KEEPING = lemmas("fail refuse decline failure refusal unable unwilling reluctant")
"""Words of which the infinitive below did not happen: `declined to say`."""

_LIGHT = lemmas(
    "conduct carry launch make take have hold lead result cause mean face mount stage trigger "
    "provoke bring see entail involve give offer deliver do perform begin start suffer expect "
    "receive undertake commit pose continue resume"
)
"""Verbs whose object is the event: under a modal, `will lead to more deaths`."""

_FACTUAL_HEADS = lemmas(
    "manage begin start continue happen force cause lead help use dare proceed come say report "
    "know find show claim accuse allege confirm believe suspect think go remain be have presume "
    "suppose rumour rumor"
)
"""Verbs of which an infinitive below them has happened, or is judged by another rule."""

_MOVING = lemmas("rise fall drop climb plunge slip rebound recover return grow wake")
"""Verbs after which an infinitive tells how it ended: `fell to reach its lowest level`."""

_CONDITIONS = frozenset({"if", "unless", "until", "lest"})
_OPEN = lemmas(
    "verify confirm establish determine know ascertain clarify tell see corroborate authenticate "
    "prove unclear uncertain unknown unconfirmed clear ask question investigate"
)
"""Words after which `if` asks, rather than sets a condition."""

_COMPLEMENT = frozenset({"xcomp", "ccomp", "pcomp"})


def unreal(node: Word, below: Word, trigger: Word) -> Unreal | None:
    """Say why nobody claims what stands below a word, or `None` if nothing says so.

    Args:
        node: A word above the trigger, or the trigger.
        below: The word between them that is next to `node`, or the trigger.
        trigger: The word that carries the proposition.
    """
    mood = _mood(node, below)
    if mood is None:
        return None
    if is_noun(trigger) and is_verb(below) and below.lemma not in _LIGHT:
        return Unreal(Mood.TOUCHED)
    if mood in _TURNED and (_is_against(node) or (node is below and _is_kept_from(node))):
        return Unreal(Mood.AVERTED)
    return Unreal(mood)


_TURNED = frozenset({Mood.FUTURE, Mood.POSSIBLE, Mood.REQUIRED, Mood.AIMED})
"""Moods that a negation turns into their contrary."""


def _is_against(word: Word) -> bool:
    return excluded(word) if is_verb(word) else negated(word)


def _is_kept_from(infinitive: Word) -> bool:
    """Say whether an infinitive is what somebody fails, refuses or does not plan to do."""
    head = infinitive.head
    if infinitive.dep not in {"xcomp", "acl"} or head is infinitive:
        return False
    above = head.head if head.pos in {"ADJ", "NOUN"} else head
    return head.lemma in _KEEPING or _is_against(head) or (above is not head and negated(above))


def is_supposed(verb: Word) -> bool:
    """Say whether a verb of saying stands in a condition: `should they confirm that`."""
    return _auxiliary(verb) is Mood.SUPPOSED


def is_asked(verb: Word) -> bool:
    """Say whether a verb of saying is the verb of a question: `Did they say that`."""
    return verb.is_root and _is_question(verb) and not verb.has("parataxis")


def _mood(node: Word, below: Word) -> Mood | None:
    if node.is_root and _is_question(node):
        return Mood.ASKED
    if node is below:
        return _generic(node) or _auxiliary(node) or _infinitive(node) or _qualified(node)
    shared = below.dep == "conj" and below.tag in {"VBN", "VB"} and is_verb(node)
    modal = _auxiliary(node) if shared or _carried(node, below) else None
    return modal or _governed(node, below)


def _qualified(word: Word) -> Mood | None:
    """A word beside it says that it did not happen, or not yet: `the foiled attack`, `nearly`."""
    beside = {child.lower for child in word.children if child.dep in {"amod", "advmod"}}
    if beside & (_AVERTING if is_noun(word) else _NEARLY):
        return Mood.AVERTED
    armed = word.lemma in ATTACKS and word.has("compound")  # `attempted missile attacks`
    tried = armed and beside & _INTENDED == {"attempted"}
    if is_noun(word) and beside & _INTENDED and not tried:
        return Mood.AIMED
    order = word.tag == "VB" and word.is_root and word.has("dobj")
    return Mood.REQUIRED if order and not word.has("nsubj", "aux", "nsubjpass") else None


_AVERTING = lemmas(
    "foiled thwarted averted aborted cancelled canceled now-cancelled abandoned failed"
)
_NEARLY = frozenset({"nearly", "almost"})
_INTENDED = lemmas(
    "planned intended attempted threatened proposed would-be imminent impending future"
)


def _governed(node: Word, below: Word) -> Mood | None:
    """What a verb, noun or adjective above makes of what stands below it."""
    if is_verb(node):
        presupposed = below.lemma in PRESUPPOSING | _INQUIRIES
        barring = below.dep == "prep" and below.lower in {"on", "upon", "against"}
        if barring and any(one.lemma in _BARRING_NOUNS for one in objects(node)):
            return Mood.BARRED  # `placed a ban on the transfer of`
        bound = not presupposed and below.dep not in {"nsubj", "advcl"}
        asked = any(one.lower == "whether" for one in below.children)
        return _kind(node, _BARRING, _AIMING) if bound and not asked else None
    if is_noun(node) and _under_noun(below):
        return _kind(node, _BARRING_NOUNS, _AIMING_NOUNS)
    return Mood.POSSIBLE if node.lemma == "capable" and below.dep == "prep" else None


_CALLED_OFF = lemmas("cancel abort foil thwart avert scrap")
"""Verbs after which an event did not happen: `the strike was called off`."""


def _kind(word: Word, barring: frozenset[str], aiming: frozenset[str]) -> Mood | None:
    if word.lemma in _CALLED_OFF and is_verb(word):
        return Mood.AVERTED
    if word.lemma in barring:
        return Mood.BARRED
    return Mood.AIMED if word.lemma in aiming else None


def _carried(node: Word, below: Word) -> bool:
    """Say whether the modal of a verb holds for what stands below it: `will lead to deaths`."""
    if below.dep in _COMPLEMENT:
        return is_verb(node) and node.lemma not in PRESUPPOSING
    return node.lemma in _LIGHT and below.dep in {"dobj", "prep", "attr", "nsubjpass"}


def _under_noun(below: Word) -> bool:
    return below.dep in {"prep", "acl", "pobj", "relcl", "compound", "pcomp", "ccomp"}


def _is_question(root: Word) -> bool:
    """Say whether the sentence ends with a question mark."""
    return any(child.text == "?" for child in root.children)


_RULE_ADVERBS = lemmas("typically usually generally normally commonly ordinarily invariably")
_PRESENT = frozenset({"VBZ", "VBP"})


def _generic(verb: Word) -> Mood | None:
    """What happens as a rule, in the present tense: `usually fail to explode`."""
    finite = [verb, *(child for child in verb.children if child.dep in {"aux", "auxpass"})]
    present = any(one.tag in _PRESENT and one.lemma != "have" for one in finite)
    ruled = any(child.lower in _RULE_ADVERBS for child in verb.children)
    return Mood.GENERIC if present and ruled else None


def _auxiliary(node: Word) -> Mood | None:
    """A modal of ability or future, or a condition."""
    if node.dep == "advcl" and _inverted(node):
        return Mood.SUPPOSED
    auxiliaries = [child for child in node.children if child.dep == "aux"]
    lowered = {child.lower for child in auxiliaries}
    for child in auxiliaries:
        perceived = child.lower in {"can", "could"} and node.lemma in _PERCEIVING
        if child.lower in _MODALS and not {"must", "have"} <= lowered and not perceived:
            return _MODALS[child.lower]
    conditional = any(
        child.lower in _CONDITIONS and child.dep in {"mark", "advmod"} for child in node.children
    )
    return Mood.SUPPOSED if conditional and not _is_asked(node) else None


def _inverted(clause: Word) -> bool:
    """Say whether a clause is a condition by its order: `Had Russia bombed`, `Should it`."""
    noun = clause.child("nsubj", "nsubjpass")
    return noun is not None and any(
        child.dep in {"aux", "auxpass"}
        and child.lower in {"had", "should", "were"}
        and child.index < noun.index
        for child in clause.children
    )


def _is_asked(clause: Word) -> bool:
    """Say whether `if` asks: `it remains unclear if`, `asked if`."""
    head = clause.head
    return head.lemma in _OPEN or any(
        child.dep in {"acomp", "attr", "oprd"} and child.lemma in _OPEN for child in head.children
    )


def _infinitive(node: Word) -> Mood | None:
    """An infinitive that tells of an aim: `is fighting to keep`, `ready to fire`."""
    if node.tag != "VB" or node.dep not in {"xcomp", "acl", "advcl"}:
        return None
    if node.head.lower == "going":
        return Mood.FUTURE
    marks = {child.lower for child in node.children if child.dep in {"aux", "mark"}}
    aimed = "to" in marks and "have" not in marks and _is_aim(node.head, node)
    return Mood.AIMED if aimed else None


def _is_aim(head: Word, infinitive: Word) -> bool:
    """Say whether an infinitive below a word tells of an aim, and not of what happened."""
    if head.lemma in _FACTUAL_HEADS | HEDGING_VERBS:
        return False
    if head.pos == "ADJ":
        return head.lemma in _WILLING
    if is_noun(head):
        ordinal = any(child.dep in {"amod", "nummod", "advmod"} for child in head.children)
        return head.lemma in _AIMING_NOUNS or not ordinal
    return is_verb(head) and not (infinitive.dep != "acl" and head.lemma in _MOVING)

"""Declaring: positions taken without a verb of condemning or calling.

A party holds another responsible, calls an act a crime, supports or opposes a ban, warns,
stresses, accuses. Each counts only where its words are about weapons, attacks, treaties or what
answers them.
"""

from collections.abc import Callable
from typing import TypeAlias

from remnant.extract.language.frames import ATTACKS, KILLING, STRIKING, USES, WIELDING
from remnant.extract.language.grammar import complements, is_passive, is_verb, objects, phrase
from remnant.extract.language.stance import negated
from remnant.extract.language.words import Word, lemmas
from remnant.extract.names.marks import Line, Sort
from remnant.extract.positions.pledging import PLEDGES
from remnant.extract.positions.taking import is_told_of, taker
from remnant.extract.positions.topics import is_on_topic

Sign: TypeAlias = Callable[[Line, Word], bool]
"""From a sentence and a verb to whether the verb takes a position."""

_SUPPORTING = lemmas(
    "support back oppose favour favor endorse reject promote advocate champion renew repeat block "
    "veto reaffirm welcome hail praise applaud commend laud protest resist dismiss rebuff "
    "defend recommend"
)
_SUPPORTED = lemmas(
    "ban prohibition treaty convention call moratorium investigation resolution inquiry norm use "
    "nonuse non-use clearance universalization universalisation embargo ceasefire proposal probe "
    "truce plan decision move step demand request deal agreement strike intervention action "
    "excuse justification interference aggression presence blockade "
    "deployment effort commitment initiative announcement sanction draft ultimatum offer transfer"
)
_BRANDING = lemmas(
    "describe call brand denounce label term slam regard see consider announce deem decry "
    "characterise characterize blast"
)
_EVIL = lemmas(
    "crime massacre atrocity violation barbaric inhumane inhuman terrorism terrorist savage "
    "barbarism savagery unacceptable unlawful illegal cowardly heinous genocide provocation "
    "outrage criminal disproportionate indiscriminate brutal horrific escalation aggression "
    "regrettable deplorable shocking disturbing mistake "
    "reprehensible abhorrent intolerable unjustified inexcusable outrageous despicable treacherous "
    "vile shameful disgrace monstrous carnage slaughter betrayal breach act"
)
_WARNING = lemmas("warn caution")
_STRESSING = lemmas(
    "stress emphasise emphasize underline underscore insist reiterate highlight reaffirm maintain"
)
_WEIGHT = lemmas(
    "need importance seriousness gravity urgency necessity right commitment support call position "
    "demand readiness responsibility obligation determination opposition condemnation"
)
"""Nouns for what is stressed: `emphasising the seriousness of the situation`."""

_DUE = lemmas(
    "essential critical vital necessary urgent important imperative crucial unacceptable priority "
    "responsibility obligation key"
)
_ACCUSING = lemmas("accuse blame")
_OTHERWISE = (
    STRIKING
    | WIELDING
    | ATTACKS
    | USES
    | KILLING
    | lemmas("possess stockpile supply produce arm transfer send provide smuggle develop death")
)
"""Charges that are claims of another kind."""


def declares(line: Line, verb: Word) -> Word | None:
    """Return the words for who takes a position with this verb, or `None`."""
    if not is_told_of(verb) or not any(sign(line, verb) for sign in SIGNS):
        return None
    to = any(child.lower == "to" and child.dep == "aux" for child in verb.children)
    infinitive = verb.dep in {"xcomp", "ccomp"} and to
    if infinitive and verb.head.pos != "ADJ":
        return None
    noun = taker(verb)
    return noun if noun is not None and line.at(noun, Sort.TREATY) is None else None


def _holds_responsible(line: Line, verb: Word) -> bool:
    """A party holds another responsible or accountable."""
    if verb.lemma != "hold":
        return False
    below = {word.lemma for word in verb.subtree()}
    if not below & {"responsible", "accountable", "responsibility"}:
        return False
    if any(one.lemma == "responsibility" for one in objects(verb)):  # who holds it is to blame
        return False
    if verb.tag not in {"VBZ", "VBP"}:  # told of the past, it is an accusation
        return False
    return any(line.at(one, Sort.ACTOR) for one in verb.subtree())


def _brands(_line: Line, verb: Word) -> bool:
    """A party calls an act a crime, barbaric, a violation."""
    if verb.lemma not in _BRANDING or is_passive(verb) or negated(verb):
        return False
    acts = objects(verb) + [c for c in verb.children if c.dep in {"nsubj", "ccomp", "oprd"}]
    below = _named_as(verb)
    told = any(word.lemma in _EVIL for word in below)
    named = [word for one in acts for word in one.subtree()]
    struck = any(word.lemma in ATTACKS | USES | _DECIDED for word in named)
    attacked = any(word.lemma in ATTACKS for word in below)
    taken_up = any(one.lower in {"it", "this", "them"} for one in acts)
    armed = any(word.lemma in _ARMS for word in named)
    return (told and (struck or (taken_up and attacked))) or (
        armed and any(word.lemma in _EVIL | _LAWFUL for word in below)
    )


_LAWFUL = lemmas("legitimate lawful justified acceptable indispensable obsolete inhumane")
"""What a weapon itself is called."""

_DECIDED = lemmas("killing incident decision move transfer sale")


def _named_as(verb: Word) -> list[Word]:
    """Return the words for what an act is called: `a crime`, `as barbaric`."""
    clause = verb.child("ccomp")
    if clause is not None and any(one.dep == "mark" for one in clause.children):
        return []
    names = [
        one for above in (verb, *objects(verb)) for name, one in complements(above) if name == "as"
    ]
    names += [one for one in verb.children if one.dep in {"oprd", "ccomp", "dobj", "acomp"}]
    return [word for one in names for word in phrase(one)]


def _supports(line: Line, verb: Word) -> bool:
    """A party supports, opposes, rejects or promotes a ban, a treaty, an investigation."""
    if verb.lemma not in _SUPPORTING or is_passive(verb):
        return False
    what = [one for one in objects(verb) if one.lemma in _SUPPORTED]
    return bool(what) and is_on_topic(line, verb, wide=True)


def _warns(line: Line, verb: Word) -> bool:
    """A party warns another, of or against something, or that something would follow."""
    if verb.lemma not in _WARNING or is_passive(verb):
        return False
    against = any(name in {"against", "of", "about"} for name, _ in complements(verb))
    party = any(line.at(one, Sort.ACTOR) for one in objects(verb))
    clause = verb.child("ccomp", "xcomp")
    ahead = clause is not None and any(
        child.lower in {"will", "would", "must", "should", "to", "not"} for child in clause.children
    )
    judged = any(word.lemma in _EVIL | {"inadmissible"} for word in verb.subtree())
    on_topic = is_on_topic(line, verb, wide=True) or (judged and against)
    return (party or against or ahead) and on_topic


def _stresses(line: Line, verb: Word) -> bool:
    """A party stresses how grave or needed something is."""
    if verb.lemma not in _STRESSING or is_passive(verb):
        return False
    if any(one.lemma in _WEIGHT for one in objects(verb)):
        return is_on_topic(line, verb, wide=True) or verb.lemma in {"emphasise", "emphasize"}
    clause = verb.child("ccomp")
    if clause is None:
        return False
    said = clause.child("acomp", "attr")
    own = [clause, *clause.children, *(said.children if said is not None else ())]
    modal = any(word.lower in {"must", "should"} for word in own)
    due = modal or any(word.lemma in _DUE | {"need"} for word in own if word.dep != "dobj")
    return due and is_on_topic(line, verb, wide=True)


def _accuses(line: Line, verb: Word) -> bool:
    """A party accuses another of something else than an attack or a weapon."""
    if verb.lemma not in _ACCUSING or is_passive(verb):
        return False
    noun = taker(verb)
    parties = [*objects(verb), *([noun] if noun is not None else [])]
    accused = objects(verb) and any(line.over(phrase(one), Sort.ACTOR) for one in parties)
    charges = [one for name, one in complements(verb) if name in {"of", "for", "over"}]
    charges += [by for one in charges for name, by in complements(one) if name == "by"]
    core = [word for one in charges for word in (one, *one.children, *objects(one))]
    core += [inner for one in core for name, inner in complements(one) if name == "of"]
    armed = any(line.at(word, Sort.WEAPON) is not None for word in core)
    struck = armed or any(word.lemma in _OTHERWISE for word in core)
    told = is_on_topic(line, verb, wide=True) or any(word.lemma in _MISDEEDS for word in core)
    return bool(accused and charges) and not struck and told


_MISDEEDS = lemmas(
    "back support fund finance harbour harbor violate breach defy undermine block starve sponsor "
    "orchestrate sabotage provoke obstruct"
)
"""What somebody is accused of besides attacks."""


def _protests(line: Line, verb: Word) -> bool:
    """A party protests, complains or objects, or recommends that something be done."""
    if verb.lemma == "recommend":
        return verb.has("ccomp", "xcomp") and is_on_topic(line, verb)
    if verb.lemma not in {"protest", "complain", "object"}:
        return False
    against = any(name in {"about", "against", "over", "to"} for name, _ in complements(verb))
    return against and is_on_topic(line, verb)


def _reminds(line: Line, verb: Word) -> bool:
    """A party reminds another of its duties."""
    if verb.lemma != "remind" or is_passive(verb) or not objects(verb):
        return False
    duties = [one for name, one in complements(verb) if name in {"of", "about"}]
    owed = any(one.lemma in _OWED for one in duties)
    return owed or (verb.has("ccomp") and is_on_topic(line, verb))


_OWED = lemmas("obligation duty responsibility commitment promise undertaking law agreement")


def _regrets(line: Line, verb: Word) -> bool:
    """A party apologises for an attack, or offers its condolences."""
    if verb.lemma in {"apologise", "apologize"}:
        return any(name == "for" for name, _ in complements(verb)) and is_on_topic(
            line, verb, wide=True
        )
    if verb.lemma not in {"offer", "express", "extend", "send", "issue"}:
        return False
    noun = taker(verb)
    if noun is None or noun.lower in {"we", "i"}:  # in a statement it is how a harm is told
        return False
    return any(one.lemma in {"condolence", "sympathy", "apology"} for one in objects(verb))


def _breaks_off(line: Line, verb: Word) -> bool:
    """A state summons, recalls or expels diplomats over an attack."""
    if verb.lemma not in _RECALLING or not any(one.lemma in _ENVOYS for one in objects(verb)):
        return False
    return is_on_topic(line, verb, wide=True)


_ENVOYS = lemmas("ambassador diplomat envoy attache")
_RECALLING = lemmas("summon recall expel withdraw")


def _holds_that(line: Line, verb: Word) -> bool:
    """A party believes that something should or must be done, or wants it to be."""
    if verb.lemma not in _HOLDING or is_passive(verb) or negated(verb):
        return False
    clause = verb.child("ccomp", "xcomp")
    if clause is None or not is_on_topic(line, verb, wide=True):
        return False
    if verb.lemma == "want":
        return clause.has("nsubj", "nsubjpass")
    modals = {child.lower for child in clause.children if child.tag == "MD"}
    return bool(modals & {"must", "should", "ought"})


_HOLDING = lemmas("believe think feel agree want")


def _abides(_line: Line, verb: Word) -> bool:
    """A party says that it abides by law, or will."""
    if verb.lemma not in {"abide", "comply", "adhere", "respect", "observe"} or is_passive(verb):
        return False
    rules = [one for _, one in complements(verb)] + objects(verb)
    return any(word.lemma in {"law", "ceasefire", "truce"} for one in rules for word in [one])


def _reviews(line: Line, verb: Word) -> bool:
    """A party reviews its policy or its support."""
    reviewed = [one for one in objects(verb) if one.lemma == "review"]
    if verb.lemma == "review" and any(one.lemma in _POLICIES for one in objects(verb)):
        return True
    below = [word for one in reviewed for word in one.subtree()]
    return any(word.lemma in _POLICIES for word in below) and not line.over(below, Sort.TREATY)


_POLICIES = lemmas("policy support assistance aid cooperation sale export licence license stance")


def _bans(line: Line, verb: Word) -> bool:
    """A party bans or suspends the use, production or export of a weapon."""
    if verb.lemma not in {"ban", "outlaw", "prohibit", "suspend", "halt"}:
        return False
    noun = taker(verb)
    if noun is None or not is_verb(verb) or not line.over(phrase(noun), Sort.ACTOR):
        return False
    duties = [one for one in objects(verb) if one.lemma in _DUTIES]
    if duties and line.over(verb.subtree(), Sort.TREATY):
        return True
    themes = [one for one in verb.children if one.dep in {"dobj", "nsubjpass"}]
    below = [word for one in themes for word in one.subtree()]
    named = line.over(below, Sort.WEAPON) or any(word.lemma in _ARMS for word in below)
    return bool(named) and not line.over(phrase(noun), Sort.TREATY)


_DUTIES = lemmas("obligation participation implementation membership commitment")
_ARMS = lemmas("weapon arm munition mine")

SIGNS: tuple[Sign, ...] = (
    *PLEDGES,
    _holds_responsible,
    _brands,
    _supports,
    _warns,
    _stresses,
    _accuses,
    _protests,
    _reminds,
    _regrets,
    _breaks_off,
    _holds_that,
    _abides,
    _reviews,
    _bans,
)
"""Tried in order."""

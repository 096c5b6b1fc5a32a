"""Words for what somebody wants, plans, judges or doubts: the cues of attitudes.

The classes follow Levin, English Verb Classes and Alternations (University of Chicago Press,
1993): say, tell and complain verbs (37), characterize, declare and conjecture verbs (29), admire
and judgement verbs (31.2 and 33), want and long verbs (32). Which verbs stand in each is our own
list. A class says with which complements its verbs attribute what follows: `asked for` does,
`asked` alone does not.
"""

from dataclasses import dataclass
from enum import StrEnum

from remnant.extract.language.words import lemmas


class Holding(StrEnum):
    """How somebody holds what follows a cue, short of stating it."""

    SUPPOSED = "supposed"
    """Suggested, predicted, felt or asked."""

    WISHED = "wished"
    """Wanted, planned, promised, demanded, refused."""

    JUDGED = "judged"
    """Praised, criticised, described or spoken of."""


@dataclass(frozen=True, slots=True)
class CueClass:
    """Verbs with the complements that give what somebody holds.

    Attributes:
        holding: How it is held.
        verbs: Their dictionary forms.
        complements: `clause`, `to`, `object`, or a preposition such as `for`.
    """

    holding: Holding
    verbs: frozenset[str]
    complements: frozenset[str]


CUE_CLASSES: tuple[CueClass, ...] = (
    CueClass(
        Holding.SUPPOSED,
        lemmas(
            "suggest imply hint predict forecast foresee joke quip boast brag reply respond answer "
            "recall remember repeat agree caution ask wonder know realize realise understand feel "
            "guess imagine speculate calculate reckon contend posit signal foretell gripe lament "
            "learn hear recommend propose vow promise pledge swear insist hope wish expect worry "
            "fear decide demand request complain consider see ensure assure stipulate mean reason "
            "theorize theorise figure doubt dispute question prove anticipate threaten acknowledge "
            "recognize recognise credit warn teach joke shout yell whisper mutter declare read"
        ),
        lemmas("clause"),
    ),
    CueClass(
        Holding.WISHED,
        lemmas(
            "want wish hope plan intend seek aim vow pledge promise threaten refuse decline agree "
            "decide choose offer propose prefer long desire aspire expect commit resolve swear "
            "ask urge call request order encourage invite advise beg implore persuade push press "
            "demand like hesitate opt volunteer warn remind convince instruct direct lobby "
            "campaign claim elect scramble"
        ),
        lemmas("to"),
    ),
    CueClass(
        Holding.WISHED,
        lemmas("want seek demand request propose recommend favor favour prefer desire expect plan"),
        lemmas("object"),
    ),
    CueClass(
        Holding.WISHED,
        lemmas("call ask push hope wish press plead appeal campaign lobby argue advocate opt vote"),
        lemmas("for against"),
    ),
    CueClass(
        Holding.JUDGED,
        lemmas(
            "support back endorse oppose criticize criticise praise blast applaud commend hail "
            "laud mock ridicule deride blame accuse credit thank congratulate welcome embrace "
            "dismiss defend champion tout dislike love hate admire detest despise fear resent "
            "appreciate trust distrust view regard consider describe call dub label characterize "
            "characterise portray depict cite discuss highlight emphasize emphasise stress "
            "underscore reiterate repeat question challenge doubt dispute assail lambast castigate "
            "rebuke chide disparage insult scold condemn denounce decry deplore protest reject "
            "advocate acknowledge recognize recognise recall explain detail outline echo vilify "
            "chastise berate slam bash scorn pan rip tease respect value prize extol celebrate "
            "honor honour bemoan bewail slight belittle disavow disown espouse profess proclaim "
            "announce declare predict foresee pledge vow float reveal disclose admit concede claim "
            "allege raise express voice mention note observe remember know see name propose "
            "understand suggest envision"
        ),
        lemmas("object"),
    ),
    CueClass(
        Holding.JUDGED,
        lemmas("refer point speak talk respond react object appeal allude admit confess attest"),
        lemmas("toward to"),
    ),
    CueClass(
        Holding.JUDGED,
        lemmas(
            "speak talk complain worry boast brag warn joke testify comment tweet lie learn "
            "inquire ask write gripe fret rail muse opine reminisce think"
        ),
        lemmas("about of on against"),
    ),
    CueClass(
        Holding.JUDGED,
        lemmas("agree disagree side sympathize sympathise"),
        lemmas("with on"),
    ),
    CueClass(Holding.JUDGED, lemmas("focus insist comment elaborate reflect"), lemmas("on")),
    CueClass(Holding.JUDGED, lemmas("apologize apologise vouch root thank"), lemmas("for")),
    CueClass(Holding.JUDGED, lemmas("balk scoff bristle hint marvel"), lemmas("at")),
    CueClass(Holding.JUDGED, lemmas("believe"), lemmas("in object")),
)
"""The classes, in no order of precedence: a verb can stand in several."""

HEARSAY = lemmas(
    "allegedly apparently reportedly supposedly purportedly ostensibly seemingly presumably"
)
"""Adverbs with which the author says that somebody says so, and names nobody."""

SEEMING = lemmas("seem appear")
"""Verbs with which the author hedges, and names nobody."""

SEEN = lemmas(
    "expect see consider view know believe think regard say report rumor rumour allege suppose "
    "presume describe project estimate perceive deem understand assume"
)
"""Verbs whose passive without an agent hedges likewise: `is expected to`."""

ATTITUDE_NOUNS = lemmas(
    "concern support criticism opposition question complaint view opinion worry fear belief "
    "condemnation praise call demand plan proposal promise pledge suggestion hope desire wish "
    "confidence skepticism scepticism endorsement objection warning apology commitment "
    "determination decision refusal willingness request assertion argument contention notion "
    "statement comment remark prediction anger frustration enthusiasm disdain preference "
    "admiration respect interest vow threat attack"
)
"""Nouns for what somebody holds: `his support for`."""

ATTITUDE_ADJECTIVES = lemmas(
    "confident glad skeptical sceptical aware sure certain convinced worried concerned afraid "
    "eager proud supportive critical hopeful optimistic pessimistic angry upset happy doubtful "
    "wary unsure furious mindful dismissive inclined adamant willing unwilling reluctant clear "
    "determined open frustrated disappointed"
)
"""Adjectives for how somebody stands towards what follows: `is confident that`."""

"""Cues: the verbs and nouns that say whose words follow.

They are say, tell and complain verbs (37) and characterize, declare and conjecture verbs (29) of
Levin, English Verb Classes and Alternations (University of Chicago Press, 1993). Which verbs stand
in each list is our own.
"""

from remnant.extract.language.words import lemmas

ASSERTING = lemmas(
    "say state report announce tell add note claim allege accuse warn stress explain declare "
    "reveal conclude establish document describe insist maintain argue estimate write tweet post "
    "acknowledge admit assert charge blame confirm find identify record indicate point "
    "emphasize emphasise affirm reaffirm reiterate testify recount complain quote remark "
    "disclose inform determine show list publish mention observe denounce decry slam "
    "condemn criticise criticize verify assess hold put release issue share express voice "
    "concede attribute ascribe regret deplore lament count register tally remind corroborate"
)
"""Verbs whose subject stands behind what they govern."""

PLAIN_SAYING = lemmas(
    "say state report announce tell add note claim warn stress explain declare write tweet "
    "insist confirm estimate allege maintain argue recount remark"
)
"""Verbs that can follow what was said: `…, the ministry said.`"""

BELIEVING = lemmas(
    "believe suspect think fear assume suppose presume suggest speculate guess imply hint doubt"
)
"""Verbs whose subject hedges what they govern."""

DENYING = lemmas("deny reject refute dismiss repudiate")
"""Verbs whose subject denies what they govern."""

CHECKING = lemmas(
    "confirm verify establish determine corroborate say know identify disclose reveal specify name"
)
"""Verbs whose negation leaves open what they govern: `could not confirm that`."""

ASKING = lemmas(
    "ask urge call appeal invite encourage request press demand tell implore beg order remind"
)
"""Verbs whose object is told to do something: it neither speaks nor acts."""

MENTIONING = lemmas(
    "find identify document record show hold put release issue share publish list verify assess "
    "determine condemn criticise criticize denounce decry slam blame accuse describe "
    "observe express voice attribute ascribe regret deplore lament count register tally remind"
)
"""Verbs that also have plain objects: they attribute only with a clause or an act of use."""

QUOTING = lemmas(
    "ask reply respond answer continue joke recall chant interject shout yell exclaim retort "
    "counter muse reminisce begin agree boast scoff whisper murmur mutter plead repeat reassure "
    "assure caution suggest predict remind urge vow pledge promise quip implore cry inquire "
    "advise contend opine snap read conclude demand lament sigh jest wonder ponder"
)
"""Verbs that attribute where a quotation stands beside them: `“…?” she asked`."""

QUOTING_BACK = frozenset(
    {("go", "on"), ("cut", "in"), ("shoot", "back"), ("fire", "back"), ("chime", "in")}
)
"""Verbs that do so with a particle."""

INANIMATE = lemmas(
    "photo photograph footage video image picture map datum table graph evidence attack strike "
    "weapon bomb missile which that what clip screenshot sample result test tweet warhead rocket "
    "shell shrapnel fragment remnant crater imagery debris munition statistic symptom smell wound "
    "information proof indication case bombing light shelling blast explosion incident death crime "
    "material tactic pattern situation silence aftermath fact absence presence lack destruction "
    "scene damage aircraft plane helicopter operation offensive battle clash fighting casualty "
    "victim attempt effort bid conflict war violence unrest fire blaze policy day week month year "
    "hour city town village neighbourhood neighborhood field"
)
"""Things that show, but do not speak."""

WORKS = lemmas(
    "analysis investigation research survey probe inquiry enquiry review study report statement "
    "article assessment finding conclusion monitoring letter tweet post account toll tally count"
)
"""Works through which their makers speak: `an investigation by Amnesty found`."""

JUDGING = lemmas(
    "condemn denounce deplore decry slam criticise criticize lament regret mourn protest"
)
"""Verbs that take what they judge as known: `condemned the alleged attack`."""

CITING = lemmas("quote cite describe report")
"""Verbs that quote somebody: `quoted the army as saying`."""

VAGUE_SOURCES = lemmas(
    "report source medium account allegation rumour rumor estimate claim figure datum "
    "information press"
)
"""Sources that name nobody: the author hedges with them."""

TELLING = lemmas("tell inform warn remind assure notify ask advise brief urge")
"""Verbs whose object is who is told, where a clause says what."""

ADDING = lemmas("say add cite note refer call point describe explain stress warn argue tell")
"""Verbs with which a speaker goes on: `…, adding that`."""

HEDGING_VERBS = frozenset({"appear", "seem", "tend", "look"})
"""Verbs with which the author of a clause hedges it."""

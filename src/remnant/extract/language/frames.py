"""Frames: the verbs and nouns that carry propositions, as tables.

Each family of claims reads its words here. They are the language of monitors,
agencies and governments at large, not of any one text.
"""

from remnant.extract.language.words import lemmas

WIELDING = lemmas(
    "use employ fire drop launch deploy unleash lob detonate release utilise utilize throw "
    "rain hurl shower dump re-use reuse spray"
)
"""Verbs of using a weapon: they count with a weapon, or with an attack, as their object."""

STRIKING = lemmas(
    "attack bomb bombard shell strike hit target pound raid blast gas assault ambush "
    "barrel-bomb strafe pummel pepper hammer torpedo mortar shoot bombed "
    "rocket carpet-bomb firebomb"
)
"""Verbs of striking a place or people."""

LOOSE_STRIKING = lemmas("hit strike target hammer pepper blast gas shell pound shoot")
"""Verbs of striking with other meanings: they need a weapon, a force or aircraft beside them."""

RUINING = lemmas(
    "destroy damage level flatten demolish ruin wreck raze batter devastate rock shake rattle gut "
    "obliterate pulverise pulverize incinerate wreck collapse"
)
"""Verbs of destruction: they count when a weapon, an attack or a force is the subject."""

FALLING = lemmas(
    "fall land explode hit strike rain impact detonate slam crash burst smash plough rip tear "
    "pour plunge plow"
)
"""What a weapon does when it is used."""

CARRYING_OUT = lemmas(
    "carry launch conduct mount stage make perform execute undertake perpetrate intensify step "
    "resume continue commit wage deliver start begin deny suspect escalate reduce increase "
    "spearhead lead head renew expand"
)
"""Light verbs: the attack is their object."""

UNDERGOING = lemmas("come suffer face endure experience sustain witness see survive withstand")
"""Light verbs whose subject is struck: `came under shelling`."""

ATTACKS = lemmas(
    "attack strike airstrike air-strike bombing bombardment shelling raid assault offensive "
    "barrage airraid targeting firing missile-attack onslaught salvo bombardement shelling "
    "shellfire gunfire fire blitz bombing blast explosion counterattack counter-attack"
)
"""Nouns of attack."""

BARE_ATTACKS = lemmas(
    "fire firing targeting offensive assault barrage blast counterattack counter-attack"
)
"""Nouns of attack that need more than a place beside them."""

USES = frozenset(
    {"use", "usage", "employment", "deployment", "firing", "launch", "dropping"}
    | {"laying", "planting", "emplacement", "sowing"}
)
"""Nouns of using; they need a weapon after `of`."""

AIRCRAFT = lemmas(
    "plane warplane aircraft jet helicopter drone gunship bomber airplane aeroplane chopper "
    "fighter-bomber"
)
"""Aircraft: raids by them are airstrikes."""

FORCES = lemmas(
    "force troop army military regime militant fighter rebel gunman gunner soldier militia "
    "insurgent "
    "separatist navy artillery government coalition terrorist aircrew pilot police brigade "
    "battalion unit guard paramilitary guerrilla sniper attacker bomber"
)
"""Words for those who fight."""

PEOPLE = lemmas(
    "civilian people person child woman man resident villager worker soldier fighter militant "
    "rebel volunteer journalist boy girl family baby infant student patient doctor medic nurse "
    "member troop officer policeman user refugee protester demonstrator inhabitant citizen victim "
    "other passenger teacher farmer minor adult rescuer activist brother sister father mother son "
    "daughter wife husband servicemen serviceman combatant individual body youth teenager syrian "
    "palestinian israeli russian ukrainian yemeni iraqi afghan staff paramedic employee reporter "
    "insurgent gunman terrorist personnel guard police parent those many dozen score hundred "
    "thousand one two three four five six seven eight nine ten life casualty several extremist "
    "evacuee detainee prisoner pilgrim worshipper mourner shopper bystander tourist migrant "
    "jihadist official commander leader cleric driver pilot recruit cadet conscript peacekeeper "
    "deminer herder fisherman shepherd miner elderly relative survivor lawmaker pupil schoolchild "
    "sibling cousin neighbour neighbor toddler newborn veteran militiaman tribesman trader vendor "
    "guest actor artist lawyer judge engineer technician operative imam sheikh preacher priest "
    "bishop monk nun mayor governor minister president general colonel major captain lieutenant "
    "sergeant corporal brigadier admiral marshal ambassador diplomat envoy spokesman spokeswoman "
    "activist blogger cameraman photographer photojournalist correspondent broadcaster translator "
    "interpreter contractor humanitarian peasant labourer laborer shopkeeper merchant businessman "
    "fireman firefighter sailor marine airman crew crewman trooper infantryman mercenary sniper "
    "bomber suspect attacker assailant hostage captive inmate orphan widow widower pensioner "
    "grandmother grandfather uncle aunt nephew niece mum dad mom kid teen schoolboy schoolgirl "
    "supporter politician parliamentarian mp councillor prosecutor policewoman rioter looter "
    "foreigner national american briton turk jordanian egyptian pakistani indian somali kurd "
    "yazidi christian muslim armenian azerbaijani azeri georgian serb croat bosniak believer "
    "sufferer aid-worker warrior recruiter elder chieftain councilman senator negotiator "
    "observer monitor inspector deminer sapper motorist commuter hundreds chief deputy"
)
"""Words for people."""

TARGETS = lemmas(
    "hospital school market mosque house home building clinic camp base depot airport airfield "
    "village town city area district neighbourhood neighborhood position facility infrastructure "
    "station plant bus convoy car vehicle center centre office shelter residential bakery church "
    "kindergarten pre-school preschool university bridge tank headquarters settlement target "
    "object part site place street residence warehouse checkpoint ambulance "
    "farm field truck port ship refinery compound apartment block suburb quarter region pipeline "
    "railway rail road highway runway hangar silo tunnel bunker barracks barrack trench substation "
    "grid dam mill granary silo theatre theater cinema museum monument shop store mall stall hotel "
    "restaurant cafe library court courthouse prison jail embassy consulate parliament palace "
    "tower antenna radar vessel boat warship tanker frigate train locomotive tram aircraft plane "
    "helicopter jet tent shrine temple cathedral monastery synagogue cemetery equipment property "
    "roof wall window livestock crop column outpost stronghold fleet consignment shipment supply "
    "ward gate yard village storehouse depot landmark dwelling storey floor shipping housing "
    "factory arena stadium gym gymnasium garage shed hostel dormitory villa mansion workshop "
    "farmhouse barn greenhouse reservoir well waterworks minibus van taxi lorry motorcycle "
    "motorbike howitzer battery launcher laboratory orphanage playground park pool "
    "project complex gathering funeral wedding hall ceremony crowd rally procession"
)
"""Words for things that are struck."""

STRIKERS = FORCES | AIRCRAFT
"""Nouns for those who strike, on the ground and from the air."""

KILLING = lemmas(
    "kill murder massacre slaughter execute assassinate slay butcher exterminate martyr behead "
    "decapitate lynch"
)
"""Verbs of killing."""

DYING = frozenset({"die", "perish", "succumb", "drown"})
"""Verbs of dying."""

INJURING = lemmas("wound injure maim hurt harm burn mutilate hospitalise hospitalize")
"""Verbs of injury."""

CASUALTY_VERBS = KILLING | DYING | INJURING
"""Verbs of killing, dying and injury."""

DEATHS = lemmas("death fatality killing massacre dead martyr martyrdom")
"""Nouns of death."""

INJURIES = lemmas("injury wound wounded injured suffocation")
"""Nouns of injury."""

CASUALTIES = frozenset({"casualty", "victim", "toll"})
"""Nouns that do not say whether people were killed or injured."""

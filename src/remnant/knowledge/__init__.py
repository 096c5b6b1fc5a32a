"""The knowledge: weapons, actors, places, treaties and votes as reviewed, cited files."""

from remnant.knowledge.actors import ActorRegister
from remnant.knowledge.entries import (
    DO_NOT_TOUCH,
    Actor,
    ActorKind,
    AdminPath,
    Citation,
    ClusterStatus,
    Fact,
    Form,
    Hit,
    Office,
    PlaceName,
    Source,
    Sureness,
    Voice,
    Weapon,
    WeaponLevel,
)
from remnant.knowledge.grading import GradeTable
from remnant.knowledge.lexicon import Lexicon
from remnant.knowledge.loading import Knowledge, load_knowledge
from remnant.knowledge.obligations import (
    Act,
    Article,
    Milestone,
    Resolution,
    Step,
    Treaty,
    TreatyAction,
)
from remnant.knowledge.places import Gazetteer
from remnant.knowledge.treaties import TreatyLedger
from remnant.knowledge.votes import VoteLedger
from remnant.knowledge.weapons import WeaponCatalogue

__all__ = [
    "DO_NOT_TOUCH",
    "Act",
    "Actor",
    "ActorKind",
    "ActorRegister",
    "AdminPath",
    "Article",
    "Citation",
    "ClusterStatus",
    "Fact",
    "Form",
    "Gazetteer",
    "GradeTable",
    "Hit",
    "Knowledge",
    "Lexicon",
    "Milestone",
    "Office",
    "PlaceName",
    "Resolution",
    "Source",
    "Step",
    "Sureness",
    "Treaty",
    "TreatyAction",
    "TreatyLedger",
    "Voice",
    "VoteLedger",
    "Weapon",
    "WeaponCatalogue",
    "WeaponLevel",
    "load_knowledge",
]

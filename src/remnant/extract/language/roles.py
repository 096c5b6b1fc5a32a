"""Roles: the nouns for those who speak, and for whom they speak."""

from remnant.extract.language.words import lemmas

LOCAL_ROLES = lemmas(
    "governor mayor resident activist witness doctor hospital medic rescuer villager journalist "
    "reporter correspondent photographer local prosecutor councillor teacher survivor volunteer "
    "man woman people person eyewitness refugee nurse lawyer analyst expert relative paramedic "
    "parliamentarian lawmaker legislator senator politician blogger scholar academic cleric "
    "bystander farmer shopkeeper student worker victim passer-by detainee inhabitant citizen"
)
"""Speakers who speak for themselves, whatever nationality stands beside them."""

OFFICES = lemmas(
    "president minister ministry spokesman spokeswoman spokesperson ambassador official authority "
    "government army military department secretary staff diplomat delegation envoy force "
    "representative commander general chief regime mission command premier chancellor king "
    "parliament administration cabinet office embassy state side mod mfa agency medium media "
    "presidency leadership council committee delegate investigator inspector leader"
)
"""Offices, which speak for the state or body named beside them."""

PERSONS = lemmas(
    "president minister ambassador spokesman spokeswoman spokesperson secretary commander general "
    "premier chancellor leader director chief governor mayor envoy diplomat representative"
)
"""Roles of one person, to whom `he` and `she` go back."""

ORGANISATION_NOUNS = lemmas(
    "group organisation organization monitor watchdog agency ngo charity observatory coalition "
    "network centre center service ministry body commission statement report committee article "
    "newspaper institute archive"
)
"""Nouns that take up an organisation named before: `the rights group`."""

ROLES_OF = lemmas(
    "manager director head chief spokesman spokeswoman spokesperson member representative "
    "coordinator founder chairman chairwoman president volunteer researcher adviser advisor "
    "official leader commander deputy expert"
)
"""Roles in which a person works for a body named beside them."""

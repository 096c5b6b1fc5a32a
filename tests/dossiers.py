"""Small dossiers for tests of the whole path: a few reports, added and built as a person would."""

from collections.abc import Mapping

from remnant.acquire import Vault
from remnant.cli.building import Built, bring_up_to_date
from remnant.dossier import Dossier, utc_now
from remnant.knowledge import Knowledge
from remnant.model.source import Metadata, Provenance, Stated
from remnant.publish import Material
from remnant.publish.datasets import EXPORTS, export
from remnant.settings import Settings
from remnant.store import Store

REPORTS: Mapping[str, tuple[str, str, str]] = {
    "watch.txt": (
        "Human Rights Watch",
        "2021-06-05",
        """Azerbaijan fired cluster munitions at Stepanakert on 3 June 2021, killing at least four \
civilians, Human Rights Watch said. Researchers examined remnants of the rockets in Stepanakert.
""",
    ),
    "amnesty.txt": (
        "Amnesty International",
        "2021-06-08",
        """Azerbaijan used cluster munitions in Stepanakert on 3 June 2021, Amnesty International \
said. At least six people were killed.
""",
    ),
    "post.txt": (
        "Washington Post",
        "2021-06-09",
        """Azerbaijan fired cluster munitions at Stepanakert on 3 June 2021, according to Human \
Rights Watch.
""",
    ),
    "statement.txt": (
        "Republic of Azerbaijan",
        "2021-06-20",
        """Azerbaijan denies that it used cluster munitions in Stepanakert.
""",
    ),
    "war.txt": (
        "Cluster Munition Coalition",
        "2021-07-01",
        """Azerbaijan used cluster munitions in Nagorno-Karabakh in May and June 2021. A rocket \
attack on Barda on 12 June 2021 by Armenia killed two people.
""",
    ),
}
"""Name → publisher, date and text of invented reports. The events did not happen."""


def add_report(dossier: Dossier, name: str, *, at: str = "2021-08-01T00:00:00Z") -> None:
    """Preserve one of the invented reports."""
    publisher, published, text = REPORTS[name]
    preserve(dossier.vault, name, text.encode(), publisher=publisher, published=published, at=at)


def preserve(  # noqa: PLR0913 - a capture has this many facts
    vault: Vault, name: str, content: bytes, *, publisher: str, published: str, at: str
) -> None:
    """Preserve a text with what is known of it."""
    vault.preserve(
        content,
        origin=name,
        at=at,
        media_type="text/plain",
        given=Metadata(
            title=Stated(name, Provenance.GIVEN),
            publisher=Stated(publisher, Provenance.GIVEN),
            published=Stated(published, Provenance.GIVEN),
        ),
    )


def build(
    dossier: Dossier, *, processes: int = 1, again: bool = False, at: str = "", url: str = ""
) -> Built:
    """Bring the dossier's record up to date, at a moment if one is given."""
    settings = Settings(processes=processes)
    clock = (lambda: at) if at else utc_now
    with Store.open(dossier.record_url(url)) as store:
        return bring_up_to_date(
            dossier, store, settings=settings, again=again, quiet=True, clock=clock
        )


def exports(dossier: Dossier, *, knowledge: Knowledge) -> dict[str, str]:
    """Return every dataset of a dossier, by name."""
    with Store.open(dossier.record_url("")) as store, store.read() as record:
        material = Material(record, knowledge)
        return {name: "".join(export(name, material)) for name in sorted(EXPORTS)}

"""The page of one state: its profile, with numbered notes that lead to the passages."""

from dataclasses import dataclass, replace
from typing import ClassVar

from remnant.model.value import DateInterval
from remnant.model.words import counted, date_words
from remnant.publish.pages.catalogue import Catalogue
from remnant.publish.pages.context import Link, PageContext, file_name
from remnant.publish.pages.coverage import Coverage
from remnant.publish.pages.prose import NoteView, SentenceView, note_view, refs_of, sentence_view
from remnant.publish.profile_values import Profile


@dataclass(frozen=True, slots=True)
class SectionView:
    """A headed part of the profile."""

    title: str
    anchor: str
    paragraphs: tuple[tuple[SentenceView, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryPage(PageContext):
    """Context of a state's page."""

    template: ClassVar[str] = "country.html"
    name: str
    theme: str
    updated: str
    preface: str
    sections: tuple[SectionView, ...]
    notes: tuple[NoteView, ...]
    incidents: tuple[Link, ...]
    use: bool
    ledger: Link | None = None
    coverage: Coverage | None = None


@dataclass(frozen=True, slots=True)
class CountryRow:
    """One state in the index."""

    name: str
    href: str
    first: str
    sentences: str
    sources: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CountriesPage(PageContext):
    """Context of the index of states."""

    template: ClassVar[str] = "countries.html"
    rows: tuple[CountryRow, ...]


def country_path(state: str) -> str:
    """Return the path of a state's page."""
    return f"countries/{file_name(state)}.html"


def country_page(
    catalogue: Catalogue,
    profile: Profile,
    *,
    ledger: Link | None = None,
    coverage: Coverage | None = None,
) -> CountryPage:
    """Return the context of the page of one state, with a link to its ledger if it is accused.

    Raises:
        PublishError: A sentence names a claim that is not in the record.
    """
    page = country_path(profile.state)
    return CountryPage(
        path=page,
        title=f"{profile.title}: {profile.theme}",
        description=f"{profile.theme} of {profile.title}, every sentence with its passages.",
        section="countries",
        name=profile.title,
        theme=profile.theme,
        updated=date_words(DateInterval(profile.updated)) if profile.updated else "",
        preface=profile.preface,
        sections=tuple(
            SectionView(
                section.title,
                f"section-{place}",
                tuple(
                    tuple(
                        replace(
                            sentence_view(catalogue, one, page=page),
                            refs=refs_of(one, profile.notes),
                        )
                        for one in paragraph
                    )
                    for paragraph in section.paragraphs
                ),
            )
            for place, section in enumerate(profile.sections, 1)
        ),
        notes=tuple(note_view(catalogue, note, page=page) for note in profile.notes),
        incidents=tuple(
            catalogue.label(number)
            for number, incident in catalogue.incidents.items()
            if any(profile.state == one.id or profile.title == one.name for one in incident.actors)
        ),
        ledger=ledger,
        coverage=coverage,
        use=any("use" in section.title.lower() for section in profile.sections),
    )


def country_row(page: CountryPage) -> CountryRow:
    """Return a state's line in the index, from its page."""
    paragraphs = [paragraph for section in page.sections for paragraph in section.paragraphs]
    first = paragraphs[0][0].text if paragraphs and paragraphs[0] else ""
    total = sum(len(paragraph) for paragraph in paragraphs)
    return CountryRow(
        page.name,
        page.path,
        first,
        counted(total, "sentence"),
        counted(len(page.notes), "note"),
    )


def countries_page(rows: tuple[CountryRow, ...]) -> CountriesPage:
    """Return the context of the index of states."""
    return CountriesPage(
        path="countries/index.html",
        title="Countries",
        description=f"Profiles of {counted(len(rows), 'state or territory', 'states')}.",
        section="countries",
        rows=tuple(sorted(rows, key=lambda row: row.name)),
    )

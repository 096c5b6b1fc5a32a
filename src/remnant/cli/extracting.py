"""Which extractor the settings choose, and what it did to the purse."""

from dataclasses import dataclass
from pathlib import Path

from remnant.cli.console import print_line, print_table
from remnant.consult import Form, Limits, ModelExtractor
from remnant.dossier import utc_now
from remnant.endpoint import Endpoint, check_client
from remnant.errors import SettingsError
from remnant.extractor import GRAMMAR, Extractor
from remnant.replies import RecordedSource, Replies, Spent
from remnant.settings import Settings

MILLION = 1_000_000


def extractor_of(
    settings: Settings, *, replies: Path, run: str, offline: bool = False
) -> Extractor:
    """Return the extractor that the settings choose.

    Args:
        settings: The settings.
        replies: Folder of recorded replies.
        run: The build for which a model is asked.
        offline: Ask no endpoint, whatever the settings: only recorded replies count.

    Raises:
        SettingsError: A model is chosen, and nobody is there to answer for it.
        UsageError: The client library is not installed, or the endpoint is no address.
    """
    if settings.extractor == "grammar":
        return GRAMMAR
    recorded = Replies(replies)
    if not settings.model_endpoint and not recorded.journal.path.is_file():
        message = "setting extractor is 'model', but no endpoint is named; set model_endpoint"
        raise SettingsError(message)
    return ModelExtractor(
        model=settings.model,
        source=RecordedSource(recorded, _endpoint(settings, offline=offline), run, utc_now),
        limits=Limits(
            part=settings.model_part_characters,
            parts=settings.model_parts,
            reply=settings.model_reply_tokens,
        ),
        form=Form(settings.model_form),
        options=settings.model_options,
    )


def _endpoint(settings: Settings, *, offline: bool) -> Endpoint | None:
    if offline or not settings.model_endpoint:
        return None
    check_client()
    return Endpoint(
        settings.model_endpoint,
        key=settings.model_key,
        seconds=settings.model_seconds,
        retries=settings.model_retries,
    )


@dataclass(frozen=True, slots=True)
class Consultation:
    """What a model was asked in one build, and what became of its claims.

    Attributes:
        spent: The questions and their tokens.
        cost: At the prices of the settings; `None` if no price is set.
        kept: Claims that the documents bore out.
        dropped: Claims that were dropped, by reason.
    """

    spent: Spent
    cost: float | None
    kept: int
    dropped: tuple[tuple[str, int], ...]


def consultation(
    settings: Settings, spent: Spent, *, kept: int, dropped: dict[str, int]
) -> Consultation:
    """Return what a build's questions came to."""
    prices = (settings.model_prompt_price, settings.model_reply_price)
    cost = (spent.prompt_tokens * prices[0] + spent.reply_tokens * prices[1]) / MILLION
    return Consultation(spent, cost if any(prices) else None, kept, tuple(sorted(dropped.items())))


def as_consulted(found: Consultation) -> dict[str, object]:
    """Return a consultation as figures."""
    return {
        "questions": found.spent.questions,
        "prompt_tokens": found.spent.prompt_tokens,
        "reply_tokens": found.spent.reply_tokens,
        "cost": found.cost,
        "kept": found.kept,
        "dropped": dict(found.dropped),
    }


def print_consulted(found: Consultation) -> None:
    """Print what a model was asked, what it cost, and what was dropped."""
    spent = found.spent
    if not spent.questions:
        print_line("The model answered no new question; recorded answers cost nothing.")
    else:
        cost = "" if found.cost is None else f", cost {found.cost:.4f}"
        print_line(
            f"The model answered {spent.questions} questions: {spent.prompt_tokens} tokens sent, "
            f"{spent.reply_tokens} received{cost}."
        )
    print_table(
        ["claims of the model", "number"],
        [("kept", found.kept), *((f"dropped: {name}", times) for name, times in found.dropped)],
    )

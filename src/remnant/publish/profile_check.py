"""The gate before publishing: each sentence has its claims, and says no more than they do."""

import re
from collections.abc import Iterable

from remnant.errors import PublishError, SpanError
from remnant.knowledge import Knowledge
from remnant.model.record import Record
from remnant.publish.profile_values import Profile, Sentence, Summary
from remnant.publish.sentences import MARKERS
from remnant.publish.sentences_claims import Said, cited, said, stronger
from remnant.publish.sentences_names import Names


def check_profile(profile: Profile | Summary, record: Record, *, knowledge: Knowledge) -> None:
    """Make sure that all a page says still follows from the record.

    Raises:
        PublishError: A claim is missing or withdrawn, its words or values changed, a sentence
            is stronger than one of its claims, lacks its hedge or names no speaker, or a note
            holds other words than the claim.
    """
    sentences = profile.sentences
    check_sentences(sentences, record, Names(knowledge))
    for note in profile.notes:
        for claim, passage in note.passages:
            if record.claim(claim).claim.passage != passage:
                message = f"note {note.number}: the words of claim {claim} changed; publish again"
                raise PublishError(message)
    printed = {note.number for note in profile.notes}
    for sentence in sentences:
        if not set(sentence.notes) <= printed:
            message = f"{sentence.text[:60]!r}: a note number has no note; publish again"
            raise PublishError(message)


def check_sentences(sentences: Iterable[Sentence], record: Record, names: Names) -> None:
    """Make sure that each sentence follows from its claims as the record has them now.

    Raises:
        PublishError: As in `check_profile`.
    """
    known: dict[str, Said] = {}
    for sentence in sentences:
        if sentence.table:
            continue
        for claim in sentence.claims:
            if claim not in known:
                known[claim] = _current(claim, sentence, record, names)
        items = [known[claim] for claim in sentence.claims]
        for item in items:
            _not_stronger(sentence, item)
            _not_nameless(sentence, item)
        basis = " ".join(item.basis for item in items)
        if sentence.basis and basis != sentence.basis:
            message = f"{sentence.text[:60]!r}: a claim behind it changed; publish again"
            raise PublishError(message)


def _current(claim: str, sentence: Sentence, record: Record, names: Names) -> Said:
    try:
        resolved = record.claim(claim)
        document = record.result(resolved.claim.passage.document).document
        document.check(resolved.claim.passage)
    except KeyError:
        message = (
            f"{sentence.text[:60]!r}: its claim {claim} is missing or was withdrawn; "
            "publish again or remove the sentence"
        )
        raise PublishError(message) from None
    except SpanError as error:
        message = f"{sentence.text[:60]!r}: the words of claim {claim} changed: {error}"
        raise PublishError(message) from error
    return said(resolved, cited(document, names), names)


def _not_stronger(sentence: Sentence, item: Said) -> None:
    if stronger(sentence.stance, item.stance):
        message = (
            f"{sentence.text[:60]!r}: the sentence is {sentence.stance.value}, but its claim "
            f"{item.id} is {item.stance.value}; weaken the sentence"
        )
        raise PublishError(message)
    marker = MARKERS.get(sentence.stance)
    outside = re.sub(r"“[^”]*”", "", sentence.text)
    if marker is not None and not marker.search(outside):
        message = f"{sentence.text[:60]!r}: the sentence lacks the hedge of claim {item.id}"
        raise PublishError(message)


def _not_nameless(sentence: Sentence, item: Said) -> None:
    if not sentence.speakers or any(
        name.lower() not in sentence.text.lower() for name in sentence.speakers
    ):
        message = f"{sentence.text[:60]!r}: it does not name who says so ({item.speakers})"
        raise PublishError(message)

"""The path from a document to its claims."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from remnant.extract.carrying.carry import carry
from remnant.extract.carrying.cited_titles import within_titles
from remnant.extract.carrying.headings import charged, scenes, staged
from remnant.extract.carrying.series import continued
from remnant.extract.claims import EXTRACTOR, claims_of, ordered
from remnant.extract.drafts.draft import Draft
from remnant.extract.drafts.lists import expanded
from remnant.extract.facts import facts, is_labelled
from remnant.extract.finds.remnants import remnants
from remnant.extract.harms.harm import harms
from remnant.extract.harms.tolls import revised
from remnant.extract.holding.holdings import holdings
from remnant.extract.language.grammar import antecedent, is_passive, is_verb, subject
from remnant.extract.names.initials import with_initials
from remnant.extract.names.labels import own_labels
from remnant.extract.names.marking import mark
from remnant.extract.names.marks import Line
from remnant.extract.names.parties import parties
from remnant.extract.parsing.parser import blanked, parse, word_classes
from remnant.extract.parsing.recasing import recased
from remnant.extract.parsing.titles import calmed
from remnant.extract.positions.position import positions
from remnant.extract.positions.proceeding import proceedings
from remnant.extract.positions.undertakings import undertakings
from remnant.extract.speaking.attribution import attribute
from remnant.extract.treaties.adherence import adherences
from remnant.extract.treaties.membership import memberships
from remnant.extract.treaties.voting import votes
from remnant.extract.using.use import uses
from remnant.knowledge import Hit, Knowledge
from remnant.knowledge.subject import is_on_the_subject
from remnant.model.claim import Claim, ClaimKind
from remnant.model.document import Document

__all__ = ["EXTRACTOR", "extract"]

FAMILIES = (uses, harms, remnants, holdings, memberships, adherences, votes, positions, proceedings)
"""The families of claims, each a function from a sentence to drafts."""


def extract(document: Document, *, knowledge: Knowledge) -> tuple[Claim, ...]:
    """Return a document's claims, in order of their passages."""
    lines = marked(document, knowledge=knowledge)
    if not lines:
        return ()
    set_ = (*staged(document, charged(_drafts(lines), knowledge), scenes(document, lines)),)
    set_ = (*set_, *undertakings(document, lines, set_))
    known = parties(lines, knowledge=knowledge)
    told = carry(document, lines, set_, parties=known, knowledge=knowledge)
    carried = filter(_tells_something, told)
    drafts = expanded(document, lines, continued(carried, knowledge.weapons))
    drafts = tuple(within_titles(document, drafts))
    attributor = attribute(document, lines, drafts, parties=known, knowledge=knowledge)
    found: Sequence[Claim] = [
        _supplied(claim, lines, document)
        for draft in drafts
        for claim in claims_of(draft, attributor, document)
    ]
    return ordered(found)


def _supplied(claim: Claim, lines: Sequence[Line], document: Document) -> Claim:
    """Return the claim with the sentences that supply what it carries from the text around it."""
    starts = [line.sentence.start for line in lines]
    carried = sorted(mention.span.start for mention in claim.mentions if mention.carried)
    found = dict.fromkeys(max(0, bisect_right(starts, start) - 1) for start in carried)
    sentences = [lines[index].sentence for index in found]
    also = tuple(
        document.span(one.start, one.end)
        for one in sentences
        if not one.start <= claim.passage.start < one.end
    )
    return replace(claim, also=also) if also else claim


def marked(document: Document, *, knowledge: Knowledge, every: bool = False) -> tuple[Line, ...]:
    """Return a document's sentences with their marks.

    A text that can hold no claim is not parsed and has none, unless `every` is asked for.
    """
    if not every and not can_hold_a_claim(document, knowledge=knowledge):
        return ()
    written = recased(document, document.text, knowledge=knowledge, known=word_classes)
    text = blanked(document, written)
    hits = with_initials(text, own_labels(text, _names(text, knowledge), knowledge=knowledge))
    sentences = parse(document, calmed(text, hits), written)
    return mark(text, hits, sentences, knowledge=knowledge)


def can_hold_a_claim(document: Document, *, knowledge: Knowledge) -> bool:
    """Say whether a document has anything to say on the subject; the others are set aside.

    The names are looked for only where no word of the subject stands, since words are quicker.
    """
    if is_on_the_subject(document.text, ()):
        return True
    hits = _names(blanked(document, document.text), knowledge)
    return is_on_the_subject(document.text, hits)


def _names(text: str, knowledge: Knowledge) -> tuple[Hit, ...]:
    """Return the catalogued names, also where a text has lost its apostrophes: `Syrias Aleppo`."""
    hits = knowledge.lexicon.scan(text, capitals=True)
    if "'" in text or "’" in text:
        return hits
    owned = knowledge.lexicon.scan(_OWNER.sub(" ", text), capitals=True)
    begun = {hit.start: hit.entry for hit in hits}
    taken = {offset for hit in hits for offset in range(hit.start, hit.end)}
    more = [
        hit
        for hit in owned
        if text[hit.end : hit.end + 1] == "s"
        and hit.end - 1 not in taken
        and (hit.start not in taken or begun.get(hit.start, hit.entry) != hit.entry)
    ]
    longer = {offset for hit in more for offset in range(hit.start, hit.end)}
    kept = (hit for hit in hits if hit.start not in longer)
    return tuple(sorted((*kept, *more)))


_OWNER = re.compile(r"(?<=[a-z])s(?=\s)|(?<=[A-Z]{2})s(?=\s[a-z])")
"""A final `s` that may have had an apostrophe before it."""


def _drafts(lines: Iterable[Line]) -> Iterator[Draft]:
    told: list[Draft] = []
    for line in lines:
        labelled = list(facts(line))
        plain = (draft for family in FAMILIES for draft in family(line))
        found = [*labelled, *(one for one in plain if not is_labelled(one, labelled))]
        told = [one for one in told if one.line.sentence.section == line.sentence.section]
        told += (one for one in found if one.kind is ClaimKind.HARM)
        again = revised(line, told)
        found += [again] if again else []
        told += [again] if again else []
        yield from (draft for draft in found if not _told_twice(draft, found))


def _tells_something(draft: Draft) -> bool:
    """Say whether a use names a party, a weapon or a place, or whom it struck and when."""
    if draft.kind is ClaimKind.TREATY:  # `the agreement` is a treaty on arms if one was named
        return not any(one.entry == "" and one.head.lemma == "agreement" for one in draft.treaties)
    if draft.kind is not ClaimKind.USE:
        return True
    named = draft.actors or draft.weapons or draft.places
    return bool(named or (draft.targets and (draft.dates or is_verb(draft.trigger))))


def _brings(other: Draft, draft: Draft) -> bool:
    """Say whether `rockets launched by A` are the subject of what tells where they fell."""
    if other is draft or other.kind is not ClaimKind.USE or not is_verb(other.trigger):
        return False
    noun = antecedent(draft.trigger) if draft.trigger.dep == "acl" else None
    falling = noun is not None and subject(other.trigger) is noun and not is_passive(other.trigger)
    return falling and set(draft.weapons) <= set(other.weapons) and bool(other.actors)


def _explains(other: Draft, draft: Draft) -> bool:
    """Say whether `the Mosul airstrike was a bombing in A` tells of the strike that it names."""
    named, told = draft.trigger, other.trigger
    copula = named.dep == "nsubj" and told.dep == "attr" and named.head is told.head
    return other.kind is ClaimKind.USE and copula


def _told_twice(draft: Draft, drafts: Iterable[Draft]) -> bool:
    """Say whether another proposition of the sentence tells of the same thing.

    A noun of attack can be the subject of a verb that tells of the same attack, and
    joining a treaty what somebody says that he cannot do.
    """
    trigger = draft.trigger
    if draft.kind is ClaimKind.TREATY:
        return any(
            other.kind is ClaimKind.POSITION
            and other.membership is not None
            and other.trigger in trigger.ancestors()
            for other in drafts
        )
    if draft.kind is ClaimKind.POSITION:  # `vetoed the resolution` is a vote
        return any(other.kind is ClaimKind.VOTE and other.trigger is trigger for other in drafts)
    if draft.kind is ClaimKind.REMNANTS:  # `removed two guns from the depot` clears nothing
        kinds = {other.kind for other in drafts if other.trigger is trigger}
        return ClaimKind.POSSESSION in kinds
    if draft.kind is ClaimKind.USE and any(
        _brings(other, draft) or _explains(other, draft) for other in drafts
    ):
        return True
    return draft.kind is ClaimKind.USE and any(
        other.kind is ClaimKind.USE
        and other is not draft
        and is_verb(other.trigger)
        and subject(other.trigger) is trigger
        for other in drafts
    )

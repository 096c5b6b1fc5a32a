"""Reads event mentions, links, incidents, their numbers and their assessments."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Executable

from remnant.model.assessment import Assessment
from remnant.model.incident import EventMention, Founding, Incident, Link, serial
from remnant.store import questions
from remnant.store.asking import Asking
from remnant.store.codec import decode
from remnant.store.current import batches


class IncidentReader(Asking):
    """Reads what was gathered from event mentions, in a fixed order."""

    def mentions(self, mentions: Iterable[str]) -> tuple[EventMention, ...]:
        """Return the current event mentions among the given ones, in order of identifier."""
        return self._mentions(questions.MENTIONS, mentions)

    def mentions_named_in(self, documents: Iterable[str]) -> frozenset[str]:
        """Return the identifiers of the event mentions of those documents that are current."""
        rows = self.among(questions.MENTIONS_NAMED_IN, sorted(set(documents)))
        return frozenset(row.id for row in rows)

    def mentions_sharing(
        self, keys: Iterable[str], *, but: Collection[str] = ()
    ) -> tuple[EventMention, ...]:
        """Return the current event mentions with a blocking key, without some, by identifier."""
        return self._mentions(questions.MENTIONS_SHARING, keys, but=but)

    def links_of(self, mentions: Iterable[str]) -> tuple[Link, ...]:
        """Return the current links of event mentions, in order; both ends are current."""
        asked = sorted(set(mentions))
        found = {
            (row.left, row.right): row.body
            for statement in (questions.LINKS_LEFT, questions.LINKS_RIGHT)
            for row in self.among(statement, asked)
        }
        asked = sorted({end for pair in found for end in pair})
        ends = {row.id for row in self.among(questions.MENTIONS, asked)}
        return tuple(decode(Link, found[pair]) for pair in sorted(found) if ends.issuperset(pair))

    def incidents(self) -> Iterator[Incident]:
        """Yield the current incidents and episodes, in order of number.

        The links of each are in order of their two event mentions.
        """
        for heads in batches(self.pages(questions.INCIDENTS, ("number",))):
            yield from self._incidents(heads)

    def heads(self) -> Iterator[Incident]:
        """Yield the current incidents and episodes without their event mentions and links."""
        for row in self.pages(questions.INCIDENTS, ("number",)):
            yield decode(Incident, row.body)

    def episodes(self) -> tuple[Incident, ...]:
        """Return the current episodes without their event mentions, in order of number."""
        return tuple(decode(Incident, head.body) for head in self.rows(questions.EPISODES))

    def incident(self, number: str) -> Incident:
        """Return one incident or episode; an absorbed number leads to the one that absorbed it."""
        found = self.connection.execute(questions.INCIDENT, {"among": [number]}).first()
        if found is None:
            found = self.one(questions.INCIDENT, self.one(questions.REDIRECT, number).number)
        return next(self._incidents([found]))

    def incidents_numbered(self, numbers: Sequence[str]) -> tuple[Incident, ...]:
        """Return those of the incidents that are current, as they were asked for."""
        heads = {row.number: row for row in self.among(questions.INCIDENT, numbers)}
        return tuple(self._incidents([heads[number] for number in numbers if number in heads]))

    def incidents_of(self, mentions: Iterable[str]) -> tuple[Incident, ...]:
        """Return the current incidents that hold any of the event mentions, in order of number."""
        numbers = sorted(self.numbers_of(mentions))
        return tuple(self._incidents(list(self.among(questions.INCIDENT, numbers))))

    def numbers_of(self, mentions: Iterable[str]) -> frozenset[str]:
        """Return the numbers of the incidents that hold any of the event mentions."""
        rows = self.among(questions.NUMBERS_OF, sorted(set(mentions)))
        return frozenset(row.number for row in rows)

    def by_document(self, numbers: Iterable[str]) -> tuple[str, ...]:
        """Return current numbers so that those of one document follow each other.

        Documents come in order of their lowest number, which a first build gives to the
        earliest event, so that neighbours in time are near each other too.
        """
        of_document: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for row in self.among(questions.FIRST_DOCUMENTS, sorted(set(numbers))):
            of_document[row.document].append((serial(row.number), row.number))
        groups = sorted(sorted(group) for group in of_document.values())
        return tuple(number for group in groups for _, number in group)

    def numbers_keyed(self, keys: Iterable[str]) -> frozenset[str]:
        """Return the numbers of incidents that have one of the keys."""
        rows = self.among(questions.NUMBERS_KEYED, sorted(set(keys)))
        return frozenset(row.number for row in rows)

    def foundings(self, numbers: Iterable[str] | None = None) -> tuple[Founding, ...]:
        """Return the foundings of the given incident numbers, or of all, in order of number."""
        rows = (
            self.pages(questions.FOUNDINGS, ("number",))
            if numbers is None
            else self.among(questions.FOUNDINGS_AMONG, sorted(set(numbers)))
        )
        return tuple(Founding(*row) for row in rows)

    def foundings_of(self, mentions: Iterable[str]) -> tuple[Founding, ...]:
        """Return the numbers that event mentions hold, in order of number."""
        rows = self.among(questions.FOUNDINGS_OF, sorted(set(mentions)))
        return tuple(sorted((Founding(*row) for row in rows), key=lambda one: one.number))

    def foundings_given_in(self, documents: Iterable[str]) -> tuple[Founding, ...]:
        """Return numbers as they were first given out in documents, in order of number."""
        rows = self.among(questions.FOUNDINGS_GIVEN_IN, sorted(set(documents)))
        return tuple(sorted((Founding(*row) for row in rows), key=lambda one: one.number))

    def assessment(self, number: str) -> Assessment:
        """Return the assessment of one current incident."""
        return decode(Assessment, self.one(questions.ASSESSMENT, number).body)

    def _mentions(
        self, statement: Executable, values: Iterable[str], *, but: Collection[str] = ()
    ) -> tuple[EventMention, ...]:
        found = {row.id: row.body for row in self.among(statement, sorted(set(values)))}
        return tuple(decode(EventMention, found[name]) for name in sorted(found.keys() - set(but)))

    def _incidents(self, heads: Sequence[Any]) -> Iterator[Incident]:
        """Yield incidents with their members, which are asked for together."""
        numbers = [head.number for head in heads]
        mentions: dict[str, list[EventMention]] = defaultdict(list)
        for row in self.among(questions.MEMBERS, numbers):
            mentions[row.number].append(decode(EventMention, row.body))
        links: dict[str, list[Link]] = defaultdict(list)
        for row in self.among(questions.MEMBER_LINKS, numbers):
            links[row.number].append(decode(Link, row.body))
        for head in heads:
            yield replace(
                decode(Incident, head.body),
                mentions=tuple(mentions[head.number]),
                links=tuple(links[head.number]),
            )

"""The path from a document through a model to its claims."""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from remnant.consult.checking import QUOTE_RULES, SLOT_RULES, Shown, place
from remnant.consult.claims import claim_of, ordered
from remnant.consult.exchange import Form, Reply, Request, Source, Unanswered
from remnant.consult.instructions import INSTRUCTIONS, SCHEMA
from remnant.consult.parts import Limits, Part, as_data, parts_of
from remnant.consult.proposals import Answer, read_answer
from remnant.knowledge import Knowledge
from remnant.knowledge.subject import is_on_the_subject
from remnant.model.claim import Claim
from remnant.model.document import Document
from remnant.model.extraction import UNANSWERED, UNUSABLE, Extraction
from remnant.model.finding import Issue, Severity
from remnant.model.ids import content_id

VERSION = "1"
"""Rises when the same answers can give other claims."""

REASONS: dict[str, str] = {
    **{name: str(rule.__doc__) for name, rule in (*QUOTE_RULES, *SLOT_RULES)},
    "slot-not-found": "The words of a slot do not stand in the quote.",
    "referent-not-found": "The words that a slot refers back to do not stand before the quote.",
    "malformed": "The proposal does not have the form that was asked for.",
    "too-many": "The answer holds more claims than one part of a document can.",
    "repeated": "The answer gives the same claim twice.",
}
"""Why a proposed claim is dropped: the name of the rule and its sentence."""


@dataclass
class _Tally:
    """What one document gave so far."""

    claims: list[Claim] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    dropped: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class ModelExtractor:
    """Finds claims by asking a model, and keeps those that the document bears out.

    Attributes:
        model: The model's name at its endpoint.
        source: Who gives the answers.
        limits: What one document may cost.
        form: How the endpoint is told the form of the answer.
        options: Further fields of the request's body, as a JSON object; null leaves a field out.
    """

    model: str
    source: Source
    limits: Limits
    form: Form = Form.SCHEMA
    options: str = "{}"

    @property
    def name(self) -> str:
        """The extractor's name: with the model, and a digest of all that it is asked."""
        asked = (INSTRUCTIONS, SCHEMA, self.limits.part, self.limits.parts, self._options())
        return f"model {VERSION} {self.model} {content_id('q', asked)}"

    def __call__(self, document: Document, *, knowledge: Knowledge) -> Extraction:
        """Return the claims that the model proposes and the document bears out."""
        tally = _Tally()
        for number, part in enumerate(self._parts(document, knowledge)):
            if number == self.limits.parts:
                tally.issues.append(_too_long(part, self.limits))
                break
            self._consult(Shown(document, part, knowledge), tally)
        dropped = tuple(sorted(tally.dropped.items()))
        issues = (*tally.issues, *(_dropped(reason, times) for reason, times in dropped))
        return Extraction(ordered(tally.claims), issues, dropped)

    def _parts(self, document: Document, knowledge: Knowledge) -> Iterator[Part]:
        """Yield the parts that can hold a claim at all: the others are not worth a question."""
        for part in parts_of(document, self.limits):
            words = part.words()
            if is_on_the_subject(words, knowledge.lexicon.scan(words)):
                yield part

    def _options(self) -> str:
        schema = json.loads(SCHEMA)
        asked = {"name": "claims", "strict": True, "schema": schema}
        wanted: dict[str, object] = {
            "temperature": 0,
            "max_tokens": self.limits.reply,
            "response_format": {"type": "json_schema", "json_schema": asked}
            if self.form is Form.SCHEMA
            else {"type": "json_object", "schema": schema},
            **json.loads(self.options),
        }
        return json.dumps({name: one for name, one in wanted.items() if one is not None})

    def _request(self, shown: Shown) -> Request:
        words = as_data(shown.part, shown.document)
        return Request(self.model, INSTRUCTIONS, words, self._options())

    def _consult(self, shown: Shown, tally: _Tally) -> None:
        reply = self._reply(self._request(shown))
        if isinstance(reply, Unanswered):
            tally.issues.append(_unanswered(shown.part, reply))
            return
        halves = shown.part.halves() if not reply.whole else ()
        if halves:
            for half in halves:
                self._consult(Shown(shown.document, half, shown.knowledge), tally)
            return
        answer = read_answer(reply.content)
        if answer is None:
            tally.issues.append(_unusable(shown.part, reply))
            return
        self._check(answer, shown, tally)

    def _reply(self, request: Request) -> Reply | Unanswered:
        """Return the recorded reply, or a new one where there is none that can be used."""
        recorded = self.source.recorded(request)
        if recorded is not None and _is_usable(recorded):
            return recorded
        fresh = self.source.ask(request)
        return recorded if recorded is not None and isinstance(fresh, Unanswered) else fresh

    def _check(self, answer: Answer, shown: Shown, tally: _Tally) -> None:
        tally.dropped.update({"malformed": answer.malformed} if answer.malformed else {})
        tally.dropped.update({"too-many": answer.beyond} if answer.beyond else {})
        known = {claim.id for claim in tally.claims}
        for proposal in answer.proposals:
            borne = place(proposal, shown)
            if isinstance(borne, str):
                tally.dropped[borne] += 1
                continue
            claim = claim_of(borne, shown.document, extractor=self.name)
            if claim.id in known:
                tally.dropped["repeated"] += 1
                continue
            known.add(claim.id)
            tally.claims.append(claim)


def _is_usable(reply: Reply) -> bool:
    return not reply.whole or read_answer(reply.content) is not None


def _dropped(reason: str, times: int) -> Issue:
    noun = "claim that the model proposed was" if times == 1 else "claims that the model proposed"
    verb = noun if times == 1 else f"{noun} were"
    return Issue(f"dropped-{reason}", f"{times} {verb} dropped: {REASONS[reason]}", Severity.NOTICE)


def _unanswered(part: Part, reply: Unanswered) -> Issue:
    message = (
        f"The model gave no answer to characters {part.start} to {part.end} ({reply.why}); "
        "no claim was taken from them, and the next build asks again."
    )
    return Issue(UNANSWERED, message, Severity.ERROR, part.start)


def _unusable(part: Part, reply: Reply) -> Issue:
    if not reply.whole:
        message = (
            f"The model's answer to characters {part.start} to {part.end} was cut off; "
            "no claim was taken from them: raise model_reply_tokens."
        )
        return Issue("model-reply-cut", message, Severity.ERROR, part.start)
    message = (
        f"The model's answer to characters {part.start} to {part.end} is not the JSON that was "
        "asked for; no claim was taken from them, and the next build asks again."
    )
    return Issue(UNUSABLE, message, Severity.ERROR, part.start)


def _too_long(part: Part, limits: Limits) -> Issue:
    message = (
        f"The document has more than {limits.parts} parts for the model; nothing was asked about "
        f"the text from character {part.start} on: raise model_parts, or split the document."
    )
    return Issue("model-too-long", message, Severity.WARNING, part.start)

"""Acts of speech in a sentence: who says something, and which words are what is said.

Verbs and nouns of saying are tables in `cues`. The scope of a verb is what it governs; in
prose without commas, where the parser loses the thread, it is what stands before
`… the group said` at the end, or after `The group said that …` at the start.
"""

from collections.abc import Iterator

from remnant.extract.language.cues import (
    ADDING,
    ASKING,
    ASSERTING,
    BELIEVING,
    CHECKING,
    CITING,
    DENYING,
    INANIMATE,
    PLAIN_SAYING,
    QUOTING,
    QUOTING_BACK,
    VAGUE_SOURCES,
    WORKS,
)
from remnant.extract.language.frames import ATTACKS, USES
from remnant.extract.language.grammar import agent, is_passive, is_verb, subject
from remnant.extract.language.rejecting import is_foretold, rejects_no_act
from remnant.extract.language.roles import LOCAL_ROLES, OFFICES, ORGANISATION_NOUNS
from remnant.extract.language.stance import negated, nobody, unable
from remnant.extract.language.words import Word
from remnant.extract.names.marks import Line, Sort
from remnant.extract.speaking.saying import Speech, according, by_nouns, by_views, headlines, maker
from remnant.extract.speaking.scope import TRAILING, is_last, scope_of
from remnant.extract.speaking.unspoken import unspoken
from remnant.model.claim import Stance


def speeches(line: Line) -> tuple[Speech, ...]:
    """Return the acts of speech of a sentence, those with the widest scope first."""
    if sum(word.text == ":" for word in line.sentence.words) >= _FIELDS:
        return ()
    found = [*_verbs(line), *according(line), *by_views(line), *by_nouns(line), *headlines(line)]
    return tuple(sorted(found, key=lambda one: (-len(one.scope), one.cue)))


_FIELDS = 3
"""Colons that make a run of words a form with labels and values, in which nobody speaks."""


def vague(speaker: Word) -> bool:
    """Say whether the words name no identifiable source: `reports on the ground`."""
    if speaker.lemma not in VAGUE_SOURCES:
        return False
    if speaker.lemma in {"source", "medium"}:
        return not any(child.dep in _IDENTIFYING for child in speaker.children)
    definite = any(child.lower in {"the", "its", "their"} for child in speaker.children)
    official = any(child.lower == "official" for child in speaker.children)
    return not official and not (definite and speaker.tag == "NN" and speaker.lemma == "report")


_IDENTIFYING = frozenset({"amod", "compound", "nmod", "poss", "prep"})
"""Parts of a phrase that say what kind of source it is: `medical sources`."""


_SPEAKING = ASSERTING | BELIEVING | DENYING
"""Verbs whose subject says, believes or denies what they govern."""


def _verbs(line: Line) -> Iterator[Speech]:
    for word in line.sentence.words:
        quoting = _quotes(line, word)
        quoting = quoting or _inquires(word)
        if word.pos != "VERB" or not (quoting or word.lemma in _SPEAKING):
            continue
        if unspoken(word):
            continue
        if word.lemma in DENYING and (rejects_no_act(word) or is_foretold(word)):
            continue
        speaker = _speaker(line, word)
        if speaker is None or nobody(speaker):
            continue
        scope = scope_of(line, word, speaker)
        if scope or quoting or word.lemma in PLAIN_SAYING:
            cue = (min(speaker.start, word.start), max(speaker.end, word.end))
            yield Speech(word, speaker, scope, _stance(word), cue)
            quoted = _quoted_by(speaker)
            if quoted is not None:
                inner = (quoted.start, max(quoted.end, word.end))
                yield Speech(word, quoted, scope, _stance(word), inner)


def _quoted_by(speaker: Word) -> Word | None:
    """Return whose words somebody passes on: `Reuters, quoting US officials, said`."""
    passing = [
        one for one in speaker.children if one.dep == "acl" and one.lemma in {"quote", "cite"}
    ]
    return passing[0].child("dobj") if passing else None


def _quotes(line: Line, verb: Word) -> bool:
    """Say whether a verb hands over a quotation: `“…?” she asked`, `he shot back: “…`."""
    particle = verb.child("prt", "advmod", "prep")
    if verb.lemma not in QUOTING and (
        particle is None or (verb.lemma, particle.lower) not in QUOTING_BACK
    ):
        return False
    if verb.has("xcomp"):
        return False
    words = line.sentence.words
    near = words[max(0, verb.index - _NEAR) : verb.index + _NEAR]
    return len(words) <= _NEAR or any(set(word.text) <= _QUOTE_MARKS for word in near)


def _inquires(verb: Word) -> bool:
    """Say whether somebody asks whether something is so."""
    clause = verb.child("ccomp") if verb.lemma in {"ask", "wonder", "question"} else None
    return clause is not None and any(
        one.lower in {"whether", "if"} and one.dep in {"mark", "advmod"} for one in clause.children
    )


_NEAR = 9
"""Words within which a quotation begins or ends beside a verb that hands it over."""

_QUOTE_MARKS = frozenset("\"“”„«»'")


def _speaker(line: Line, verb: Word) -> Word | None:
    if verb.dep == "xcomp" and verb.head.lemma in ASKING:
        found = agent(verb.head) if is_passive(verb.head) else subject(verb.head)
    else:
        found = _of_another(verb) or _own_speaker(line, verb)
    if found is not None and found.lemma in {"victim", "casualty"} and verb.lemma in _TELLING:
        return found
    return _able_to_speak(line, found) if found is not None else None


_TELLING = frozenset({"say", "tell", "describe", "recount", "recall"})
"""What the wounded do, while a victim that shows a symptom says nothing."""


def _of_another(verb: Word) -> Word | None:
    """Return who speaks where the verb has no subject of its own: `quoted the army as saying`."""
    cited = _cited(verb)
    if cited is not None:
        return cited
    going_on = _goes_on(verb)
    if going_on is not None:
        return subject(going_on)
    if verb.dep == "xcomp" and verb.head.pos == "ADJ":
        return subject(verb.head.head)
    return None


def _own_speaker(line: Line, verb: Word) -> Word | None:
    active = not is_passive(verb) or (verb.lower == "said" and not verb.has("auxpass"))
    found = subject(verb) if active else agent(verb)
    after = [one for one in verb.children if one.dep == "nsubj" and one.index > verb.index]
    if after and verb.lemma in PLAIN_SAYING | QUOTING:
        found = after[-1]
    if found is not None and found.lower in {"vice", "co"}:  # `Vice-president Jane Doe said`
        parts = [one for one in verb.children if one.dep == "nsubj" and one.index < verb.index]
        found = parts[-1] if parts else found
    if found is not None and found.tag == "VBG":  # `Speaking from Homs, activist Jane Doe said`
        found = _name_before(line, verb) or found
    if found is None or verb.dep in {"amod", "compound", "acl"}:
        found = (
            _interrupted(verb)
            or _name_after(line, verb)
            or _just_before(line, verb)
            or _inverted(line, verb)
            or found
        )
    if found is None and not is_passive(verb):
        found = _named_before(line, verb)
    return found


def _name_before(line: Line, verb: Word) -> Word | None:
    before = line.sentence.words[verb.index - 1] if verb.index else None
    return before if before is not None and before.pos == "PROPN" else None


def _name_after(line: Line, verb: Word) -> Word | None:
    """Find the name that closes the sentence: `… in the open field said Doe.`."""
    rest = [one for one in line.sentence.words[verb.index + 1 :] if one.pos != "PUNCT"]
    named = rest and len(rest) < TRAILING and all(one.pos == "PROPN" for one in rest)
    named = named and line.at(rest[-1], Sort.DATE, Sort.PLACE) is None
    return rest[-1] if named and verb.lemma in PLAIN_SAYING and verb.index else None


def _able_to_speak(line: Line, noun: Word) -> Word | None:
    """Return who speaks where a thing does: `analysis by Amnesty shows`; `None` for mere things."""
    noun = maker(counted(noun))
    if noun.lemma in WORKS and noun.dep == "dobj" and is_verb(noun.head):
        noun = subject(noun.head) or noun  # `ETA issued a statement denying responsibility`
    if noun.text[0] in _QUOTE_MARKS:  # a mark that the parser left on the word after it
        return None
    thing = (
        (noun.lemma in INANIMATE and noun.pos != "PROPN")
        or noun.text == "Who"
        or line.at(noun, Sort.WEAPON) is not None
        or (noun.lower in _ACTS and line.at(noun, Sort.ACTOR) is None)
    )
    return None if thing else noun


_ACTS = ATTACKS | USES
"""Nouns for what is done with a weapon: none of them speaks, in a headline neither."""


def counted(noun: Word) -> Word:
    """Return those who speak behind a word that counts them: `a number of states`."""
    of = (one.child("pobj") for one in noun.children if one.lower == "of")
    found = next((one for one in of if one is not None), None) if noun.lower in _PARTS else None
    return found if found is not None and found.lower not in {"those", "them"} else noun


_PARTS = frozenset(
    {"all", "most", "some", "much", "many", "none", "several", "one", "part", "number", "majority"}
    | {"handful", "dozens", "scores", "hundreds", "couple", "host", "range"}
)
"""Words that count those who speak: `most of the witnesses`."""


def _goes_on(verb: Word) -> Word | None:
    """Return the verb whose speaker goes on in a participle: `called it a crime, insisting that …`.

    No crime insists, nor does what the speaker tells of: `said a woman was killed, adding that …`.
    """
    noun = verb.head
    if verb.tag != "VBG" or verb.dep not in {"acl", "advcl"} or verb.has("nsubj"):
        return None
    above = [one for one in verb.ancestors() if is_verb(one)]
    spoken = next((one for one in above if one.lemma in _SPEAKING), None)
    if verb.dep == "advcl":
        told = spoken is not None and spoken is not above[0] and _is_in_clause(above[0], spoken)
        return spoken if told and verb.lemma in ADDING else None
    shown = noun.lemma in INANIMATE and verb.lemma in _SHOWING
    if (
        shown
        or noun.pos != "NOUN"
        or noun.lemma in WORKS | LOCAL_ROLES | OFFICES | ORGANISATION_NOUNS
    ):
        return None
    return spoken


_SHOWING = frozenset({"show", "document", "record", "reveal", "indicate", "describe"})
"""What a film does itself: `published a video showing`."""


def _is_in_clause(verb: Word, spoken: Word) -> bool:
    """Say whether a verb stands in what another says."""
    while not verb.is_root and verb.head is not spoken:
        verb = verb.head
    return verb.dep == "ccomp"


def _interrupted(verb: Word) -> Word | None:
    """Find the speaker before a clause that the parser stumbled over: `officials, who …, said`."""
    noun = verb.head
    stumbled = verb.dep == "parataxis" and noun.is_root and noun.index < verb.index
    named = noun.pos in {"NOUN", "PROPN"} and verb.lemma in PLAIN_SAYING
    return noun if stumbled and named and noun.has("relcl", "acl", "appos") else None


def _cited(verb: Word) -> Word | None:
    """Return whom somebody quotes: `state television quoted the army as saying`."""
    above = verb.head.head
    if verb.dep != "pcomp" or verb.head.lower != "as" or above.lemma not in CITING:
        return None
    return subject(above) if is_passive(above) else above.child("dobj")


def _named_before(line: Line, verb: Word) -> Word | None:
    """Find the name right before a finite verb whose subject the parser missed."""
    first = min([verb.index, *(one.index for one in verb.children if one.dep in _BETWEEN)])
    before = line.sentence.words[first - 1] if first else None
    mark = line.at(before, Sort.ACTOR) if before is not None else None
    finite = verb.tag in {"VBD", "VBZ", "VBP"} or (verb.tag == "VBN" and verb.has("aux"))
    return before if mark is not None and finite and before is mark.words[-1] else None


_BETWEEN = frozenset({"aux", "advmod"})


def _just_before(line: Line, verb: Word) -> Word | None:
    """Find the speaker that closes a sentence without commas: `… the observatory reported.`."""
    if verb.lemma not in PLAIN_SAYING or verb.index == 0 or not is_last(line, verb):
        return None
    before = line.sentence.words[verb.index - 1]
    mark = line.at(before, Sort.ACTOR)
    if mark is not None:
        return mark.head
    return before if before.pos in {"NOUN", "PROPN"} and verb.index > TRAILING else None


def _inverted(line: Line, verb: Word) -> Word | None:
    """Find the speaker after the verb: `…”, said the observatory`, `…, says Amnesty`."""
    if verb.lemma not in PLAIN_SAYING or verb.tag not in {"VBD", "VBZ", "VBP"}:
        return None
    for word in line.sentence.words[verb.index + 1 : verb.index + TRAILING]:
        if line.at(word, Sort.DATE) is not None:
            return None
        if word.pos in {"PROPN", "NOUN"} and word.dep not in {"compound", "amod", "poss", "nmod"}:
            return word
        if word.pos in {"VERB", "SCONJ", "PUNCT"}:
            return None
    return None


def _stance(verb: Word) -> Stance:
    if verb.lemma in DENYING:
        neither = verb.dep == "conj" and verb.head.lemma in {"confirm", "admit"}
        return Stance.OPEN if neither or negated(verb) else Stance.DENIED
    if verb.lemma == "doubt":
        return Stance.AFFIRMED if negated(verb) else Stance.OPEN
    unsure = verb.lemma in CHECKING and (negated(verb) or unable(verb))
    if unsure or _inquires(verb):
        return Stance.OPEN
    return Stance.HEDGED if verb.lemma in BELIEVING else Stance.AFFIRMED


__all__ = ["ASKING", "PLAIN_SAYING", "Speech", "counted", "speeches", "vague"]

"""The rule table of the grade, and how its words stand beside those of other organisations."""

from collections.abc import Mapping
from dataclasses import dataclass

from remnant.errors import KnowledgeError
from remnant.knowledge.entries import Citation, Source
from remnant.knowledge.files import Row, citations
from remnant.model.assessment import Grade

RULES = (
    "nothing said",
    "accused accepts",
    "evidence against",
    "rival attributions",
    "independent and examined",
    "independent",
    "one origin",
    "party alone",
)
"""The rules that a table may name; each is a function of the same name."""


@dataclass(frozen=True, slots=True)
class GradeRule:
    """One line of the table: if the rule speaks, the incident has the grade.

    Attributes:
        grade: The grade.
        rule: Name of the rule.
        origins: How many independent origins it wants, where it counts them.
    """

    grade: Grade
    rule: str
    origins: int = 2


@dataclass(frozen=True, slots=True)
class GradeWords:
    """A grade beside the words of others.

    Attributes:
        grade: The grade.
        airwars: The grading of civilian harm that is nearest at Airwars; empty if none is.
        nearest: What is nearest elsewhere.
    """

    grade: Grade
    airwars: str
    nearest: str


@dataclass(frozen=True, slots=True)
class GradeTable:
    """The rules in the order in which they are asked, and the crosswalk.

    Attributes:
        id: Name and version, printed with each grade.
        rules: The rules.
        crosswalk: The words of others, by grade.
        citations: Where those words come from.
    """

    id: str
    rules: tuple[GradeRule, ...]
    crosswalk: tuple[GradeWords, ...]
    citations: tuple[Citation, ...]

    def words(self, grade: Grade) -> GradeWords:
        """Return the words of others for a grade, empty if the table has none."""
        found = (one for one in self.crosswalk if one.grade is grade)
        return next(found, GradeWords(grade, "", ""))


def grade_table(row: Row, sources: Mapping[str, Source]) -> GradeTable:
    """Read a rule table.

    Raises:
        KnowledgeError: It has no rule, or names one that does not exist.
    """
    row.only("id", "rules", "crosswalk", "citations")
    rules = tuple(_rule(one) for one in row.rows("rules"))
    if not rules:
        message = f"{row.place}: a rule table needs at least one rule"
        raise KnowledgeError(message)
    return GradeTable(
        row.text("id"),
        rules,
        tuple(_words(one) for one in row.rows("crosswalk")),
        citations(row, sources),
    )


def _rule(row: Row) -> GradeRule:
    row.only("grade", "rule", "origins")
    name = row.text("rule")
    if name not in RULES:
        message = f"{row.place}: unknown rule {name!r}; use one of {', '.join(RULES)}"
        raise KnowledgeError(message)
    wanted = row.whole("origins")
    return GradeRule(row.choice("grade", Grade), name, 2 if wanted is None else wanted)


def _words(row: Row) -> GradeWords:
    row.only("grade", "airwars", "nearest")
    return GradeWords(row.choice("grade", Grade), row.text("airwars", ""), row.text("nearest", ""))

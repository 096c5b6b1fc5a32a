import pytest
from hypothesis import given
from hypothesis import strategies as st

from remnant.store.query import LONGEST, Query, Term, marks, parse


def term(*words: str, prefix: bool = False) -> Term:
    """Return a term of the words."""
    return Term(words, prefix)


@pytest.mark.parametrize(
    ("typed", "query"),
    [
        ("Hadrut rocket", Query(((term("hadrut"),), (term("rocket"),)))),
        ("Hadrut AND rocket", Query(((term("hadrut"),), (term("rocket"),)))),
        ('"cluster munition"', Query(((term("cluster", "munition"),),))),
        ("“cluster munition”", Query(((term("cluster", "munition"),),))),
        ('"cluster munition', Query(((term("cluster", "munition"),),))),
        ("Hadrut OR Barda", Query(((term("hadrut"), term("barda")),))),
        ("a OR b c", Query(((term("a"), term("b")), (term("c"),)))),
        ("a | b", Query(((term("a"), term("b")),))),
        ("rocket -Grad", Query(((term("rocket"),),), (term("grad"),))),
        ('a -"b c"', Query(((term("a"),),), (term("b", "c"),))),
        ("muni*", Query(((term("muni", prefix=True),),))),
        ('"cluster muni"*', Query(((term("cluster", "muni", prefix=True),),))),
        ("cluster-munition", Query(((term("cluster", "munition"),),))),
        ("OR a", Query(((term("a"),),))),
        ("a OR", Query(((term("a"),),))),
        ("-a", Query((), (term("a"),))),
        ("or and", Query(((term("or"),), (term("and"),)))),
        ('"" ( ) * ^ : - --', Query(())),
        ("", Query(())),
    ],
)
def test_typed_text_is_understood(typed: str, query: Query) -> None:
    """Words, phrases, OR, exclusions and prefixes are read as documented."""
    assert parse(typed) == query


def test_long_query_is_cut() -> None:
    """Words after the longest query are left out."""
    assert len(parse("a " * (LONGEST + 10)).groups) == LONGEST


@given(st.text())
def test_nothing_typed_is_an_error(typed: str) -> None:
    """Whatever is typed is a query of plain words."""
    query = parse(typed)
    terms = [one for group in query.groups for one in group] + list(query.excluded)
    assert all(one.words and all(word.isalnum() for word in one.words) for one in terms)


@pytest.mark.parametrize(
    ("text", "typed", "found"),
    [
        ("Rockets hit Xankəndi.", "xankendi", ["Xankəndi"]),
        ("Cluster munitions, a cluster munition", '"cluster munition"', ["cluster munition"]),
        ("Cluster munitions", "munit*", ["munitions"]),
        ("munitions", "munition", []),
        ("a b c", '"a b" "b c"', ["a b c"]),
        ("a b", "-b a", ["a"]),
        ("ends on cluster", '"cluster munition"', []),
    ],
)
def test_matching_words_are_marked(text: str, typed: str, found: list[str]) -> None:
    """The marks of a text are the words that answer the query; those that overlap are one."""
    assert [text[start:end] for start, end in marks(text, parse(typed))] == found

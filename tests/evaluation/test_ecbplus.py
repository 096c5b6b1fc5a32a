from pathlib import Path
from typing import TYPE_CHECKING

from evaluation.ecbplus import Article, Mention, articles_in, either, measure, scores
from remnant.knowledge import load_knowledge

if TYPE_CHECKING:
    from collections.abc import Hashable

WORDS = "Azerbaijan shelled Hadrut on 3 October 2020 , killing {} civilians ."
SENTENCES = "Topic,File,Sentence Number\n1,1ecb,0\n1,2ecb,0\n"


def xml(chain: str, number: str) -> str:
    """Return an article of one sentence whose second word is an action of a chain."""
    tokens = "".join(
        f'<token t_id="{place}" sentence="0" number="{place}">{word}</token>'
        for place, word in enumerate(WORDS.format(number).split(), start=1)
    )
    return (
        f"<Document>{tokens}<Markables>"
        '<ACTION_OCCURRENCE m_id="1"><token_anchor t_id="2"/></ACTION_OCCURRENCE>'
        '<LOC_GEO m_id="2"><token_anchor t_id="3"/></LOC_GEO>'
        f'<ACTION_OCCURRENCE m_id="3" TAG_DESCRIPTOR="x" instance_id="{chain}"/></Markables>'
        f'<Relations><CROSS_DOC_COREF r_id="9" note="{chain}"><source m_id="1"/>'
        '<target m_id="3"/></CROSS_DOC_COREF></Relations></Document>'
    )


def folder_of(tmp_path: Path) -> Path:
    """Return a folder with two articles on one event and one that is not scored."""
    (tmp_path / "1").mkdir()
    (tmp_path / "ECBplus_coreference_sentences.csv").write_text(SENTENCES, "utf-8")
    for name, number in (("1_1ecb", "three"), ("1_2ecb", "3"), ("1_3ecb", "some")):
        (tmp_path / "1" / f"{name}.xml").write_text(xml("ACT1", number), "utf-8")
    return tmp_path


def test_actions_of_scored_sentences_are_read(tmp_path: Path) -> None:
    """Places are no mentions, and articles without scored sentences are left out."""
    articles = articles_in(folder_of(tmp_path))

    assert [one.name for one in articles] == ["1_1ecb", "1_2ecb"]
    assert articles[0].chains == {"1": "ACT1"}
    assert articles[0].text[slice(*articles[0].actions["1"])] == "shelled"


def test_a_topic_has_two_events() -> None:
    """The suffix of the name says which event of its topic an article is about."""
    article = Article("41_2ecbplus", "", {}, {})

    assert (article.topic, article.event) == ("41", "41ecbplus")


def test_the_gold_itself_scores_one_and_nothing_scores_less() -> None:
    """Chains against themselves score 1.0; mentions left alone find no link."""
    gold = {("a", "1"): "x", ("b", "1"): "x", ("b", "2"): "y"}

    assert scores(dict(gold), dict(gold))["conll"] == 1.0
    assert scores(dict(gold), {one: one for one in gold})["muc"] == {
        "precision": 0.0,
        "recall": 0.0,
        "f1": 0.0,
    }


def test_one_shelling_in_two_articles_is_joined(tmp_path: Path) -> None:
    """Place, day and party agree, so the program's linker makes one incident of two."""
    found = measure(articles_in(folder_of(tmp_path)), load_knowledge())

    assert found["mentions"] == 2
    assert found["pairs of articles joined"] == 1
    assert isinstance(found["linker"], dict)
    assert found["linker"]["conll"] == 1.0


def test_what_either_joins_is_joined() -> None:
    """An incident over two chains of the text makes them one; a mention it leaves alone stays."""
    text: dict[Mention, Hashable] = {("a", "1"): 1, ("a", "2"): 1, ("b", "1"): 2, ("c", "1"): 3}
    ours: dict[Mention, Hashable] = {one: one for one in text}
    assert len(set(either(text, ours).values())) == 3
    both = either(text, {**ours, ("a", "2"): "R-1", ("b", "1"): "R-1"})
    assert both["a", "1"] == both["b", "1"] != both["c", "1"]

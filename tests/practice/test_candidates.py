import pytest
import yaml

from practice.candidates import find_new_words
from scorer.rubric import KeywordGroup, RubricPoint
from tests.practice.fakes import answer
from tests.practice.visiting import click, html, visit

POINT = RubricPoint(
    id="p",
    statement="Old drains are choked with silt.",
    phrasings=("Nobody cleans the gutters.",),
    keywords=(KeywordGroup(any=("plastic", "waste")),),
)


@pytest.mark.parametrize(
    ("sentences", "words"),
    [
        ([], ()),
        (["Old drains are choked."], ()),
        (["The gutter was full of plastics."], ("full",)),
        (["Culverts clog, and culverts burst."], ("culverts", "clog", "burst")),
    ],
)
def test_words_that_the_point_does_not_know_are_candidates(sentences, words):
    assert find_new_words(sentences, POINT) == words


def exported(practice):
    return yaml.safe_load(practice.export_candidates())


def test_objections_are_exported_by_question_and_point(practice):
    first, second = answer(practice), answer(practice)
    practice.dispute(first.id, "drains", words="Culverts clog.")
    practice.dispute(second.id, "drains", words="Culverts clog.")
    practice.dispute(second.id, "paving")
    practice.dispute(first.id, None, "other_point", "Wetlands: they “store” water.")
    assert exported(practice) == {
        "rivers": {
            "points": [
                {
                    "id": "drains",
                    "statement": "Old drains are choked with silt and plastic.",
                    "times": 2,
                    "phrasings": ["Culverts clog."],
                    "aliases": ["culverts", "clog"],
                },
                {
                    "id": "paving",
                    "statement": "Paved ground keeps the rain from sinking in.",
                    "times": 1,
                    "phrasings": [],
                    "aliases": [],
                },
            ],
            "other_points": ["Wetlands: they “store” water."],
        }
    }


def test_a_point_or_a_question_that_is_gone_is_exported_all_the_same(practice, monkeypatch):
    practice.dispute(answer(practice).id, "gone", words="It was.")
    (point,) = exported(practice)["rivers"]["points"]
    assert point == {"id": "gone", "times": 1, "phrasings": ["It was."]}
    monkeypatch.setattr(practice.catalogue, "find_rubric", {}.get)
    assert exported(practice)["rivers"]["points"] == [point]


def test_without_objections_nothing_is_exported(practice):
    assert exported(practice) == {}


def test_the_sentence_in_which_a_point_was_made_is_kept(service):
    attempt = answer(service, text="Culverts <i>clog</i>. It rains.")
    app = click(visit("feedback", attempt=attempt.id), "said_drains")
    app.selectbox(key="where_drains").set_value("Culverts <i>clog</i>.")
    app = click(app, "keep_said")
    (dispute,) = service.disputes()
    assert dispute.words == "Culverts <i>clog</i>."
    assert "Your words: “Culverts &lt;i&gt;clog&lt;/i&gt;.”" in html(app)
    page = visit("past")
    assert "silt and plastic. Your words: “Culverts &lt;i&gt;" in html(page)
    assert "Export them for the rubric (YAML)" in [
        each.label for each in page.get("download_button")
    ]

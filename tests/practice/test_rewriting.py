import pytest

from practice.rewriting import choose_sentence, cut_sentence, find_sentence, list_sentences
from tests.practice.fakes import answer
from tests.practice.visiting import click, html, visit

TEXT = "It rains.\n- Paved ground keeps the rain from sinking in.\n\nOld drains are a matter."


def sentences(practice, text=TEXT):
    return list_sentences(practice.review(answer(practice, text=text).id))


def test_sentences_and_bullets_stand_in_their_order(practice):
    found = sentences(practice)
    assert [each.text for each in found] == [
        "It rains.",
        "Paved ground keeps the rain from sinking in.",
        "Old drains are a matter.",
    ]
    assert [len(each.notes) for each in found[:2]] == [0, 1]


def test_an_answer_that_is_not_marked_has_sentences_too(practice, monkeypatch):
    def fail(*_):
        raise ZeroDivisionError

    monkeypatch.setattr(practice, "_score", fail)
    assert len(sentences(practice)) == 3


def test_without_words_there_is_no_sentence(practice):
    assert sentences(practice, " ") == ()


@pytest.mark.parametrize(
    ("kinds", "number"),
    [
        (["made", "wrong"], 1),
        (["partly", "doubtful"], 1),
        (["made", None], 1),
        ([None, "partly"], 1),
        (["made", "made"], 0),
    ],
)
def test_the_sentence_that_gains_most_is_offered_first(practice, kinds, number):
    class Note:
        def __init__(self, kind):
            self.kind = kind

    class Sentence:
        def __init__(self, kind):
            self.notes = (Note(kind),) if kind else ()

    assert choose_sentence([Sentence(kind) for kind in kinds]) == number


def test_only_the_words_of_the_sentence_are_cut(practice):
    assert cut_sentence(TEXT, sentences(practice)[1]) == "It rains.\n- \n\nOld drains are a matter."


@pytest.mark.parametrize(
    ("number", "text"),
    [("0", "It rains."), ("3", None), ("-1", None), ("x", None), ("²", None), (None, None)],
)
def test_an_address_may_name_a_sentence(practice, number, text):
    found = find_sentence(practice.review(answer(practice, text=TEXT).id), number)
    assert (found and found.text) == text


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("rewrite_sentence", TEXT),
        ("rewrite_sentence_blank", TEXT.replace("Old drains are a matter.", "")),
    ],
)
def test_one_sentence_is_rewritten_in_its_place(service, key, text):
    attempt = answer(service, text=TEXT)
    app = visit("feedback", attempt=attempt.id)
    app.selectbox(key="sentence").set_value(2).run()
    app = click(app, key)
    (draft,) = service.open_drafts()
    assert (draft.parent_id, draft.mode, draft.text) == (attempt.id, "relaxed", text)
    assert "The sentence to rewrite" in html(app)
    assert "Old drains are a matter." in html(app)


def test_without_a_sentence_in_the_address_the_editor_stands_alone(service):
    draft = service.start("rivers", parent_id=answer(service).id)
    for query in ({}, {"sentence": "99"}):
        assert "The sentence to rewrite" not in html(visit("write", draft=draft.id, **query))

"""Warnings about a whole answer: each fires on its kind, none on genuine answers."""

from __future__ import annotations

import pytest

from scorer.advisories import Subject, find_advisories
from scorer.examination import examine
from scorer.lexicon import Lexicon, Term
from scorer.loading import load_exemplars, load_rubric
from scorer.prompts import load_prompts
from scorer.text import count_words
from tests.scorer.samples import flood_rubric
from tests.scorer.test_wording import BAG, NOTES, PROSE, SCRAMBLED

TERMS = ("city", "flood", "lake", "drain", "paving", "monsoon")
TOPIC = Lexicon(id="cities", terms=tuple(Term(id=word, forms=(word,)) for word in TERMS))
QUESTION = "How do paving and the loss of lakes make a city flood in the monsoon?"
CRICKET = (
    "The match was decided by the bowlers, who kept a good length through the morning and gave "
    "the batsmen no room. After lunch the wicket was slower, and the captain set a field for spin."
)
HINDI = "शहरों में बाढ़ इसलिए आती है क्योंकि झीलें भर दी गई हैं और नालियाँ साफ नहीं होतीं।"
STRUNG = (
    "Paving, lakes, wetlands, drains, silt, plastic, sealed ground, runoff and sewers are there. "
    "Tanks, concrete, housing, storm water, ponds, garbage, pumps, soil and the master plan are "
    "important too. The way forward is desilting, warning, zoning, sponge city, retention, "
    "green roofs and clean canals."
)
MODEL = flood_rubric().model_answer


def subject_of(answer, rubric, **measured):
    found = examine(answer, rubric)
    shares = {"denied": found.denied, "bearing": found.bearing} | measured
    return Subject(found.reading, rubric, answer, count_words(answer), **shares)


def warned(answer, measured=None, **changes):
    """Return what is found in an answer to the question on floods."""
    rubric = flood_rubric(**({"prompt_text": QUESTION, "lexicon": TOPIC} | changes))
    return find_advisories(subject_of(answer, rubric, **(measured or {})))


def codes(answer, **options) -> list[str]:
    return [one.advisory.code for one in warned(answer, **options)]


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        pytest.param(HINDI, "another_script", id="another script"),
        pytest.param(f"{HINDI} (storm water)", "another_script", id="English terms in brackets"),
        pytest.param(BAG, "list", id="words in a row"),
        pytest.param(SCRAMBLED, "scrambled", id="words in no order"),
        pytest.param(f"{STRUNG} {PROSE}", "enumerated", id="names in sentences"),
        pytest.param(
            "Rain is not it. No lake helps. Nobody cares. Nothing is cleared. None is new.",
            "denying",
            id="denials",
        ),
        pytest.param(f"{QUESTION} Let us see.", "copied_question", id="the question again"),
        pytest.param(MODEL, "copied_model", id="the model answer"),
        pytest.param(f"So: {MODEL[:150]} And so on.", "copied_model", id="half the model answer"),
        pytest.param(
            "The lakes of the city were filled. " * 8, "repetition", id="one sentence again"
        ),
        pytest.param(
            " ".join(f"There is {name} and it is of use in the city." for name in TERMS * 2),
            "repetition",
            id="one sentence with other names in it",
        ),
        pytest.param(f"{CRICKET} {CRICKET[:60]}", "off_topic", id="another topic"),
        pytest.param("Lakes were filled.", "too_brief", id="a sentence"),
        pytest.param(f"{PROSE} " * 4, "over_limit", id="far too many words"),
        pytest.param(
            f"{PROSE} Wetlands are to a city what a sponge is to a sink,",
            "unfinished",
            id="a comma at the end",
        ),
    ],
)
def test_a_warning_fires_on_its_kind(answer, code):
    assert code in codes(answer)


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param(PROSE + " " + PROSE.replace("the", "its")[:80], id="prose"),
        pytest.param(NOTES + "\nA city without lakes has nowhere to put its monsoon.", id="notes"),
        pytest.param(
            PROSE + " The word for it is बाढ़, and it is naïve to blame the clouds.",
            id="a word in another script",
        ),
        pytest.param(PROSE + f" The question was: {QUESTION}", id="the question quoted"),
    ],
)
def test_genuine_answers_earn_none(answer):
    assert codes(answer) == []


BANK = [
    pytest.param(prompt.id, exemplar.answer, id=exemplar.id)
    for prompt in load_prompts()
    for exemplar in load_exemplars(prompt.id)
    if exemplar.quality in ("strong", "good", "average")
]


@pytest.mark.parametrize(("prompt_id", "answer"), BANK)
def test_no_genuine_answer_of_the_bank_is_limited(prompt_id, answer):
    rubric = load_rubric(prompt_id)
    limited = [one.cap for one in find_advisories(subject_of(answer, rubric)) if one.cap]
    assert limited == []


@pytest.mark.parametrize(
    ("prose", "keeps"),
    [(0, [0.10]), (8, [0.30]), (10, [0.37]), (11, [0.47]), (22, [])],
    ids=["nothing else", "little", "more", "a sentence more", "enough"],
)
def test_the_more_stands_beside_lists_the_more_of_an_answer_is_kept(prose, keeps):
    answer = " ".join([STRUNG, *(f"Lake {n} was filled for houses." for n in range(prose))])
    listed = [one for one in warned(answer) if one.advisory.code in ("list", "enumerated")]
    assert [one.cap.share for one in listed] == keeps


@pytest.mark.parametrize("answer", ["", " \n", "…", "👍"])
def test_an_answer_without_words_earns_no_warning(answer):
    assert codes(answer) == []


def test_a_limit_says_what_it_keeps():
    (one,) = [one for one in warned(MODEL) if one.cap]
    assert one.advisory.effect == f"keeps {one.cap.share:.0%} of the marks"
    assert one.advisory.message == one.cap.why
    assert one.advisory.code == one.cap.code


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        pytest.param(HINDI, "another_script", id="another script"),
        pytest.param("Lakes were filled.", "too_brief", id="brief"),
        pytest.param(f"{PROSE} " * 4, "over_limit", id="long"),
        pytest.param(
            f"{PROSE} The city that plans for its monsoon, and so,", "unfinished", id="unfinished"
        ),
    ],
)
def test_a_note_limits_nothing_and_says_so(answer, code):
    (note,) = [one for one in warned(answer) if one.advisory.code == code]
    assert note.cap is None
    assert note.advisory.effect


def test_what_cannot_be_read_is_not_called_a_list():
    assert codes(HINDI * 3) == ["another_script"]
    assert codes(f"{HINDI * 12}{MODEL}") == ["another_script", "copied_model", "over_limit"]


@pytest.mark.parametrize(
    ("answer", "changes"),
    [
        pytest.param(MODEL, {"model_answer": ""}, id="there is no model answer to copy"),
        pytest.param(
            f"{CRICKET} {CRICKET[:60]}",
            {"prompt_text": "Why floods?"},
            id="the question names too little",
        ),
        pytest.param(CRICKET, {"word_limit": 300}, id="too short to tell"),
        pytest.param(f"{PROSE} The floods came,", {"word_limit": 300}, id="too short to break off"),
        pytest.param(f"{PROSE} {PROSE[:60]}\nand so,", {}, id="a last line of two words"),
        pytest.param("No lake. No drain. Nothing helps.", {}, id="too few sentences"),
    ],
)
def test_a_warning_needs_its_grounds(answer, changes):
    limits = {"copied_model", "off_topic", "unfinished", "denying"}
    assert limits.isdisjoint(codes(answer, **changes))


@pytest.mark.parametrize(("bearing", "expected"), [(0.0, True), (0.5, True), (0.7, False)])
def test_sentences_that_bear_on_marking_points_are_on_topic(bearing, expected):
    """An answer may meet the points without naming what the question names."""
    answer = f"{CRICKET} {CRICKET[:60]}"
    assert ("off_topic" in codes(answer, measured={"bearing": bearing})) is expected


def test_a_cut_answer_is_judged_by_its_own_end():
    """Where the counted words stop, the learner did not."""
    subject = Subject(
        reading=examine(f"{PROSE} and so on, and so on,", flood_rubric()).reading,
        rubric=flood_rubric(word_limit=50),
        answer=f"{PROSE} and so on, and so on, to the end.",
        words=50,
        denied=0.0,
        bearing=1.0,
    )
    assert "unfinished" not in [one.advisory.code for one in find_advisories(subject)]


@pytest.mark.parametrize(("denied", "expected"), [(0.0, False), (0.4, False), (1.0, True)])
def test_a_few_denials_are_part_of_an_argument(denied, expected):
    five = "The lakes are gone. The drains are full. The rain is hard. The city is new. It floods."
    assert ("denying" in codes(five, measured={"denied": denied})) is expected

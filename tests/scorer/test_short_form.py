"""Questions in short form: any topic, typed by anybody."""

from contextlib import suppress
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from scorer import load_prompts, load_rubric, score_answer
from scorer.bank import Bank, is_safe_id
from scorer.cli import main
from scorer.issues import DataFileError
from scorer.linting import lint_file
from scorer.linting.short import lint_short
from scorer.loading import short_rubric
from scorer.prompts import short_prompt
from scorer.short_form import ShortQuestion, dump_short, parse_short
from scorer.short_points import build_dimensions, parse_points, slug

FLOODS = """\
Why do Indian cities flood every monsoon?
Critically examine what has been done.
Marks: 15
Words: 150
Topic: Cities

# Causes
- Paved ground keeps the rain from soaking in: concrete, sealed surface
- Lakes and wetlands were built over, so water has nowhere to wait
# Remedies
1. Storm drains are cleaned before the monsoon begins: desilting
2. Sponge parks store the rain where it falls; and let it sink

Model answer:
Cities flood because they are paved.

They can be opened again.
"""
GOOD = (
    "Cities flood because concrete and other paved ground keeps rain from soaking into the soil. "
    "Lakes and wetlands that once held the water were built over. Storm drains should be cleaned "
    "before the monsoon, by desilting. Sponge parks can store rain where it falls and let it sink."
)


def test_the_short_form_holds_a_whole_question():
    question = parse_short(FLOODS)
    assert question.text.endswith("every monsoon? Critically examine what has been done.")
    assert (question.marks, question.words, question.minutes) == (15, 150, 11)
    assert question.topic == "Cities"
    assert question.model_answer.startswith("Cities flood")
    assert question.model_answer.endswith("opened again.")
    prompt = short_prompt(question, "floods")
    assert (prompt.directive, prompt.tags) == ("critically examine", ("Cities",))
    rubric = short_rubric(question, "floods")
    assert [dimension.title for dimension in rubric.dimensions] == ["Causes", "Remedies"]
    assert rubric.points[0].id == "paved_ground_keeps_the_rain"


@pytest.mark.parametrize(
    ("line", "statement", "aliases"),
    [
        pytest.param("Rain falls hard", "Rain falls hard", (), id="alone"),
        pytest.param("Rain falls: cloudburst, downpour", "Rain falls", ("cloudburst", "downpour"),
                     id="aliases"),
        pytest.param("Rain falls: it pours, and how; downpour", "Rain falls",
                     ("it pours, and how", "downpour"), id="semicolons"),
        pytest.param("• Rain falls.", "Rain falls.", (), id="bullet"),
        pytest.param("(3) Rain falls", "Rain falls", (), id="number"),
        pytest.param("b) Rain falls", "Rain falls", (), id="letter"),
        pytest.param("The ratio is 2:1 now", "The ratio is 2:1 now", (), id="colon in a ratio"),
        pytest.param("Rain falls: , ,", "Rain falls", (), id="empty aliases"),
        pytest.param("वर्षा का जल: बारिश", "वर्षा का जल", ("बारिश",), id="Hindi"),
    ],
)  # fmt: skip
def test_a_line_is_a_point_with_other_ways_to_say_it(line, statement, aliases):
    (dimension,) = parse_points(line)
    (point,) = dimension.points
    assert (point.statement, point.aliases) == (statement, aliases)


@pytest.mark.parametrize("heading", ["# Causes", "## Causes:", "Causes:", "1. Causes:"])
def test_a_heading_begins_with_a_hash_or_ends_with_a_colon(heading):
    (dimension,) = parse_points(f"{heading}\nRain falls\n\nRivers rise")
    assert (dimension.title, len(dimension.points)) == ("Causes", 2)


def test_a_heading_that_is_repeated_goes_on():
    causes, remedies = parse_points("# A\nRain falls\n# B\nDrains open\n# a\nRivers rise")
    assert [len(causes.points), len(remedies.points)] == [2, 1]


def test_every_point_weighs_the_same_and_some_are_enough():
    points = "\n".join(f"Canal number {n} was filled in" for n in range(12))
    (dimension,) = build_dimensions(parse_points(points), word_limit=150)
    assert dimension.full_at == 6
    assert len({point.id for point in dimension.points}) == 12


@pytest.mark.parametrize(
    "text", ["", "\n\n", "../../etc/passwd", "<script>", "वर्षा का जल", "9 lives"]
)
def test_ids_hold_nothing_but_plain_letters(text):
    (*_, dimension) = (*parse_points(text), *parse_points("Rain falls"))
    for built in build_dimensions([dimension], 150):
        assert all(point.id.replace("_", "").isalnum() for point in built.points)
        assert all(point.id.isascii() for point in built.points)
    assert set(slug(text, "-", 6)) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")


@given(st.text(max_size=300))
def test_any_text_builds_a_rubric_or_is_refused_with_issues(text):
    with suppress(DataFileError):
        question = parse_short(text)
        rubric = short_rubric(question, "any")
        assert len({point.id for point in rubric.points}) == len(rubric.points)
        lint_short(question)


WORDS = st.text("abc é:,#हि\n", max_size=60)


@given(text=WORDS, points=WORDS, model=WORDS, marks=st.integers(1, 250))
def test_what_is_written_is_read_again(text, points, model, marks):
    question = ShortQuestion(
        text=f"Discuss {text}", points=points, marks=marks, minutes=3.5, model_answer=model
    )
    again = parse_short(dump_short(question))
    assert (again.marks, again.words, again.minutes) == (marks, 150, 3.5)
    assert again.text == " ".join(question.text.split())
    assert short_rubric(again, "x").dimensions == short_rubric(question, "x").dimensions
    assert again.model_answer.split() == model.split()


@pytest.mark.parametrize(
    ("text", "line", "code"),
    [
        pytest.param("", 1, "S02", id="empty"),
        pytest.param("Marks: 10\n# A", 1, "S02", id="no question"),
        pytest.param("Discuss rain.\nMarks: ten", 2, "S03", id="marks in words"),
        pytest.param("Discuss rain.\nMarks: 0", 2, "S03", id="no marks"),
        pytest.param("Discuss rain.\nWords: 99999", 2, "S03", id="too many words"),
        pytest.param("Discuss rain.\nMarks: 2.5", 2, "S03", id="half marks"),
        pytest.param("x" * 100_001, 1, "S01", id="too long"),
    ],
)
def test_a_head_with_mistakes_is_refused_with_its_line(text, line, code):
    with pytest.raises(DataFileError) as refused:
        parse_short(text)
    (issue,) = refused.value.issues
    assert (issue.line, issue.code) == (line, code)


@pytest.mark.parametrize(
    ("points", "found"),
    [
        pytest.param("", [(1, "S04")], id="no points"),
        pytest.param("Rain falls on the roofs", [(1, "S04")], id="one point"),
        pytest.param("# Empty", [(1, "S04"), (1, "S06")], id="empty heading"),
        pytest.param("Rain\nRivers rise in the north\nDrains are choked with silt", [(1, "S07")],
                     id="too short"),
        pytest.param("Rivers rise in the north: it, the\nDrains are choked with silt\n"
                     "Lakes were built over", [(1, "S08")], id="alias without content"),
        pytest.param("Drains are choked with silt\nLakes were built over by 1990\n"
                     "The drains were choked by silt", [(3, "S09")], id="alike"),
        pytest.param("Why do cities flood\nLakes were built over\nDrains are choked with silt",
                     [(1, "S10")], id="repeats the question"),
        pytest.param("\n".join(f"Canal number {n} was filled{' again' * n} in" for n in range(121)),
                     [(1, "S05")], id="too many"),
    ],
)  # fmt: skip
def test_the_checks_name_the_line_and_what_to_write(points, found):
    issues = lint_short(ShortQuestion(text="Why do cities flood?", points=points))
    told = [(issue.line, issue.code) for issue in issues if issue.line < 40]
    assert [each for each in told if each[1] in {code for _, code in found}][: len(found)] == found
    assert all(issue.remedy for issue in issues)


def test_a_point_of_too_many_words_is_two_points():
    issues = lint_short(ShortQuestion(text="Why?", points="rain " * 41))
    assert "S07" in [issue.code for issue in issues]


@pytest.fixture
def bank(tmp_path):
    (tmp_path / "prompts").mkdir()
    (tmp_path / "prompts" / "floods.txt").write_text(FLOODS, "utf-8")
    (tmp_path / "prompts" / "Not An Id.txt").write_text(FLOODS, "utf-8")
    return Bank.at(tmp_path)


def test_a_bank_reads_questions_in_short_form(bank):
    assert [prompt.id for prompt in load_prompts(bank)] == ["floods"]
    assert load_rubric("floods", bank).max_marks == 15
    assert load_rubric(bank.short_file("floods")) == load_rubric("floods", bank)


@pytest.mark.parametrize("name", ["../floods", "a/b", "", "A", "-a", "a" * 81, "a\n"])
def test_no_name_leads_out_of_the_bank(bank, name):
    assert not is_safe_id(name)
    with pytest.raises(ValueError, match="kebab-case"):
        bank.short_file(name)


def test_a_file_with_an_unfit_name_is_told_how_to_be_named(bank):
    (issue,) = lint_file(Path(bank.prompts, "Not An Id.txt"))
    assert issue.code == "S11"
    assert "not-an-id.txt" in issue.remedy
    assert lint_file(bank.short_file("floods")) == ()


def test_lint_tells_what_is_wrong_with_a_file(tmp_path):
    path = tmp_path / "bad.txt"
    path.write_bytes(b"\xff\xfeMarks: 10")
    assert [issue.code for issue in lint_file(path)]


@pytest.fixture
def floods():
    return short_rubric(parse_short(FLOODS), "floods")


def test_a_good_answer_earns_most_and_an_empty_one_nothing(floods):
    good = score_answer(GOOD, floods)
    assert good.coverage >= 0.8
    assert score_answer("", floods).marks == 0
    assert {point.status for point in good.points} <= {"covered", "partial"}


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param(
            "Why do Indian cities flood every monsoon? It should be examined.", id="asked"
        ),
        pytest.param("Education is a right of every child, and schools need teachers.", id="other"),
        pytest.param("The government has taken many steps. Much remains to be done.", id="empty"),
    ],
)
def test_an_answer_without_the_points_earns_next_to_nothing(floods, answer):
    assert score_answer(answer, floods).coverage <= 0.1


def test_another_way_to_say_it_counts(floods):
    with_alias = score_answer("A sealed surface keeps the rain out.", floods)
    without = score_answer("A metalled road keeps the rain out.", floods)
    assert with_alias.points[0].coverage > without.points[0].coverage


def test_the_command_line_scores_with_a_question_in_short_form(bank, tmp_path):
    answer = tmp_path / "answer.txt"
    answer.write_text(GOOD, "utf-8")
    run = CliRunner().invoke(main, ["score", str(bank.short_file("floods")), str(answer)])
    assert run.exit_code == 0
    assert "of 15" in run.output


def test_a_short_file_with_a_mistaken_head_is_an_issue(tmp_path):
    path = tmp_path / "my-question.txt"
    path.write_text("Why do cities flood?\nMarks: many\n")
    (issue,) = lint_file(path)
    assert (issue.path, issue.line) == (str(path), 2)

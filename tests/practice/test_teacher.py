"""A teacher's marks stand before the tool's."""

from tests.practice.fakes import answer
from tests.practice.visiting import checked, html, visit


def test_a_teachers_marks_and_comment_stand_first(service, hands):
    attempt = answer(service)
    service.add_teacher_mark(attempt.id, 6, "Ms Rao", "<b>Clear.</b>")
    hands.wait(days=1)
    service.add_teacher_mark(attempt.id, 6.5)
    page = html(visit("feedback", attempt=attempt.id))
    tools = service.review(attempt.id).report.marks
    places = [page.index(each) for each in ("A teacher ·", ">6.5<", "Ms Rao ·", ">6.0<")]
    assert places == sorted(places)
    assert places[-1] < page.index("This tool") < page.rindex(f'"mp-number">{tools:.1f}<')
    assert "&lt;b&gt;Clear.&lt;/b&gt;" in page


def test_a_teachers_marks_are_taken_in(service):
    attempt = answer(service)
    app = visit("feedback", attempt=attempt.id)
    app.text_input(key="teacher_name").set_value("Ms Rao")
    app.number_input(key="teacher_marks").set_value(6.5)
    app.text_area(key="teacher_comment").set_value("Clear.")
    checked(app.button(key="FormSubmitter:teacher-Keep it").click().run())
    (mark,) = service.review(attempt.id).remarks.teacher_marks
    assert (mark.teacher, mark.marks, mark.comment) == ("Ms Rao", 6.5, "Clear.")


def test_without_marks_nothing_is_kept(service):
    attempt = answer(service)
    app = visit("feedback", attempt=attempt.id)
    checked(app.button(key="FormSubmitter:teacher-Keep it").click().run())
    assert service.review(attempt.id).remarks.teacher_marks == ()
    assert "This tool</p>" not in html(app)


def test_a_teachers_marks_stand_first_in_the_list_too(service, hands):
    attempt = answer(service)
    service.add_teacher_mark(attempt.id, 5)
    hands.wait(days=1)
    service.add_teacher_mark(attempt.id, 6)
    (row,) = service.attempts()
    assert row.teacher_marks == 6
    assert f"6.0 of 10 by a teacher (this tool: {row.marks:.1f} of 10)" in html(visit("past"))


def test_an_answer_that_the_tool_cannot_mark_has_its_teachers_marks(service, monkeypatch):
    monkeypatch.setattr(service, "_score", None)
    attempt = answer(service)
    service.add_teacher_mark(attempt.id, 6)
    assert ">6.0<" in html(visit("feedback", attempt=attempt.id))
    (row,) = service.attempts()
    assert (row.marks, row.teacher_marks) == (None, 6)

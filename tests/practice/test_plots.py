import json
import subprocess
import sys

import pytest

from practice.plots import marks_chart, minutes_chart, pace_chart, words_chart
from practice.progress import effort, marks_over_time, pace, pace_trend, trend
from tests.practice.test_progress import make_rows

ROWS = make_rows([number / 20 for number in range(12)])
POINTS = marks_over_time(ROWS)
PACE = pace(ROWS)


@pytest.mark.parametrize(
    "chart",
    [
        pytest.param(marks_chart(POINTS, trend(POINTS)), id="marks with a line"),
        pytest.param(marks_chart(()), id="no marks"),
        pytest.param(words_chart(effort(ROWS)), id="words"),
        pytest.param(
            pace_chart(PACE, "words_per_minute", "Pace", pace_trend(PACE, "words_per_minute")),
            id="pace with a line",
        ),
        pytest.param(pace_chart((), "overtime_minutes", "Overtime"), id="no pace"),
        pytest.param(minutes_chart(effort(ROWS)), id="minutes"),
    ],
)
def test_a_chart_is_valid_and_leaves_colours_to_the_theme(chart):
    spec = json.dumps(chart.to_dict())
    assert '"mark"' in spec
    assert '"color"' not in spec
    assert '"fill"' not in spec


def test_the_axis_shows_hours_on_one_day_and_days_after():
    def form(points):
        return marks_chart(points).to_dict()["layer"][0]["encoding"]["x"]["axis"]["format"]

    assert (form(POINTS[:1]), form(POINTS)) == ("%H:%M", "%d %b")


def test_answers_of_one_evening_stand_side_by_side():
    for chart in (words_chart(effort(ROWS)), minutes_chart(effort(ROWS))):
        [values] = chart.to_dict()["datasets"].values()
        assert [value["number"] for value in values] == list(range(1, len(ROWS) + 1))


def test_only_what_draws_loads_the_charts_and_then_waits_for_all_of_pandas():
    code = (
        "import sys, practice.app;"
        "assert 'altair' not in sys.modules;"
        "import practice.plots;"
        "assert 'pandas' in sys.modules"
    )
    subprocess.run([sys.executable, "-W", "ignore", "-c", code], check=True, capture_output=True)


def test_a_line_is_drawn_only_where_there_is_one():
    with_line = marks_chart(POINTS, trend(POINTS)).to_dict()
    without = marks_chart(POINTS[:9], trend(POINTS[:9])).to_dict()
    assert [layer["mark"]["type"] for layer in with_line["layer"]] == ["point", "line"]
    assert [layer["mark"]["type"] for layer in without["layer"]] == ["point"]


def test_every_row_reaches_the_chart():
    [values] = marks_chart(POINTS).to_dict()["datasets"].values()
    assert [value["percent"] for value in values] == [point.percent for point in POINTS]
    assert values[0]["submitted_at"] == POINTS[0].submitted_at.isoformat()

import pytest
from hypothesis import given
from hypothesis import strategies as st

from practice.diffing import diff_words


def shown(before, after):
    """Return both texts with what changed in brackets."""
    return tuple(
        "".join(f"[{piece.text.strip()}]" if piece.changed else piece.text for piece in side)
        for side in diff_words(before, after)
    )


@pytest.mark.parametrize(
    ("before", "after", "left", "right"),
    [
        pytest.param("", "", "", "", id="nothing"),
        pytest.param("", "Rain falls.", "", "[Rain falls.]", id="from a blank page"),
        pytest.param("Rain falls.", "Rain falls.", "Rain falls.", "Rain falls.", id="the same"),
        pytest.param(
            "Rain falls fast.",
            "Rain sinks fast.",
            "Rain [falls]fast.",
            "Rain [sinks]fast.",
            id="word",
        ),
        pytest.param("It rains.", "It rains, hard.", "It rains.", "It rains[, hard].", id="added"),
        pytest.param("20,000 homes", "20,500 homes", "[20,000]homes", "[20,500]homes", id="figure"),
        pytest.param(
            "One.\n\nTwo.", "One. Two.", "One.\n\nTwo.", "One. Two.", id="only white space"
        ),
        pytest.param("rain", "Rain", "[rain]", "[Rain]", id="capital"),
    ],
)
def test_only_what_differs_is_marked(before, after, left, right):
    assert shown(before, after) == (left, right)


@given(st.text(), st.text())
def test_the_pieces_make_up_the_texts(before, after):
    left, right = diff_words(before, after)
    assert "".join(piece.text for piece in left) == before
    assert "".join(piece.text for piece in right) == after


@given(st.text(), st.text())
def test_what_is_not_marked_stands_in_both(before, after):
    def unmarked(side):
        return "".join(piece.text for piece in side if not piece.changed).split()

    left, right = diff_words(before, after)
    assert "".join(unmarked(left)) == "".join(unmarked(right))


def test_the_same_word_without_end_is_compared_too():
    left, _ = diff_words("rain " * 20_000, "rain " * 20_001)
    assert not any(piece.changed for piece in left)

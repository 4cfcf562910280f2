import pytest
from hypothesis import given
from hypothesis import strategies as st

from practice.filters import NOWHERE, Place, read_place, write_place

places = st.builds(
    Place,
    search=st.text(max_size=20),
    question=st.none() | st.text(min_size=1, max_size=9),
    how=st.sampled_from([None, "relaxed", "practice", "exam"]),
    tag=st.none() | st.text(min_size=1, max_size=9),
    order=st.sampled_from(["newest", "oldest", "highest", "lowest"]),
    first_only=st.booleans(),
    deleted=st.booleans(),
    page=st.integers(1, 999_999),
)


@given(places)
def test_an_address_leads_back_to_its_place(place):
    assert read_place(write_place(place)) == place


def test_the_plain_list_has_a_plain_address():
    assert write_place(NOWHERE) == {}


@pytest.mark.parametrize(
    "address",
    [
        {"how": "strict"},
        {"order": ""},
        {"page": "0"},
        {"page": "-1"},
        {"page": "²"},
        {"page": "9" * 5000},
        {"first_only": "perhaps"},
        {"colour": "red"},
    ],
)
def test_what_an_address_says_wrongly_is_left_out(address):
    assert read_place(address) == NOWHERE

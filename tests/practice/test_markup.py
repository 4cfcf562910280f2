import re

from hypothesis import given
from hypothesis import strategies as st

from practice.markup import element, join


def test_text_is_escaped_and_markup_is_not():
    inner = element("b", "<script>")
    assert element("p", "a < b ", inner, None) == "<p>a &lt; b <b>&lt;script&gt;</b></p>"


def test_attributes_are_written_as_in_html_and_escaped():
    assert (
        element("a", "x", class_="note", aria_label='say "hi" & go', href=None)
        == '<a class="note" aria-label="say &quot;hi&quot; &amp; go">x</a>'
    )


@given(st.lists(st.text(), max_size=4))
def test_no_text_opens_a_tag(texts):
    assert not re.search("[<>]", join(*texts))

"""What the tests of faults share: a text, and that it is whole on the server and on the screen."""

import pytest

from tests.browser.writer import Writer

TYPED = " ".join(f"word{n:03}" for n in range(25))
MORE = " and some more words after that"

breaks_the_server = pytest.mark.parametrize("server", ["own_server"], indirect=True)


def assert_whole(writer, practice, text):
    """Assert that server and screen hold exactly this text."""
    writer.saved()
    assert writer.text == text
    assert practice.get_draft(writer.draft_id).text == text


def again(writer, page=None):
    """Open the same draft in another page."""
    other = Writer(page or writer.page.context.new_page(), writer.url, writer.draft_id)
    other.open()
    return other

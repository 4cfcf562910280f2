import tomllib
from pathlib import Path

import pytest

CONFIG = tomllib.loads(
    Path(__file__).parents[2].joinpath(".streamlit", "config.toml").read_text("utf-8")
)
TEXTS = ["textColor", "linkColor", "codeTextColor", "primaryColor"] + [
    f"{name}TextColor" for name in ("red", "orange", "yellow", "green", "blue", "gray")
]


def luminance(colour):
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def mixed(colour, ground, share):
    """Return what CSS's color-mix makes of two colours."""
    pairs = [(int(colour[at : at + 2], 16), int(ground[at : at + 2], 16)) for at in (1, 3, 5)]
    return "#" + "".join(f"{round(a * share + b * (1 - share)):02x}" for a, b in pairs)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("ground", ["backgroundColor", "secondaryBackgroundColor"])
@pytest.mark.parametrize("text", TEXTS)
def test_text_is_legible_on_every_ground(theme, text, ground):
    colours = CONFIG["theme"][theme]
    assert contrast(colours[text], colours[ground]) >= 4.5


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_editors_quiet_text_is_legible_too(theme):
    colours = CONFIG["theme"][theme]
    ground = colours["backgroundColor"]
    assert contrast(mixed(colours["textColor"], ground, 0.72), ground) >= 4.5


def test_nothing_asks_the_network():
    assert CONFIG["browser"]["gatherUsageStats"] is False
    assert CONFIG["server"]["showEmailPrompt"] is False
    assert "fontFaces" not in CONFIG["theme"]
    assert "http" not in str(CONFIG)


def test_the_server_listens_on_this_computer_only():
    assert CONFIG["server"]["address"] == "127.0.0.1"

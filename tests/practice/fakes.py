"""A clock moved by hand, three small prompts, and a service that uses them."""

from datetime import UTC, datetime, timedelta

from practice.clock import Clock
from practice.own import OwnQuestions
from practice.saving import Save
from practice.service import Catalogue, Practice
from practice.storage import open_store
from scorer import score_answer
from scorer.prompts import Prompt
from scorer.rubric import Demand, Dimension, KeywordGroup, Rubric, RubricPoint

START = datetime(2026, 3, 1, 18, 0, tzinfo=UTC)


class Hands:
    """The two clocks of a computer."""

    def __init__(self, wall=START, ticks=1000.0):
        self.wall = wall
        self.ticks = ticks

    def wait(self, **time):
        """Let time pass."""
        passed = timedelta(**time)
        self.wall += passed
        self.ticks += passed.total_seconds()

    def set_wall(self, **forward):
        """Change the system clock; no time passes."""
        self.wall += timedelta(**forward)

    def clock(self):
        return Clock(wall=lambda: self.wall, ticks=lambda: self.ticks)


def make_prompt(prompt_id, *, marks=10, minutes=7, tags=(), **more):
    fields = {"text": f"Discuss {prompt_id}.", "directive": "discuss", "words": 15 * marks}
    return Prompt(id=prompt_id, marks=marks, minutes=minutes, tags=tags, **fields | more)


PROMPTS = (
    make_prompt("rivers", tags=("water",)),
    make_prompt("floods", marks=15, minutes=11, tags=("water", "cities")),
    make_prompt("tides", tags=("sea",)),
)


def make_rubric(prompt_id, *, statement="Paved ground keeps the rain from sinking in."):
    prompt = next(prompt for prompt in PROMPTS if prompt.id == prompt_id)
    keywords = (KeywordGroup(any=("paved", "concrete")), KeywordGroup(any=("rain", "water")))
    point = RubricPoint(id="paving", statement=statement, keywords=keywords)
    other = RubricPoint(id="drains", statement="Old drains are choked with silt and plastic.")
    return Rubric(
        id=prompt_id,
        prompt_text=prompt.text,
        max_marks=prompt.marks,
        word_limit=prompt.words,
        demands=(Demand(id="causes", text="Say why."),),
        dimensions=(
            Dimension(id="ground", title="Ground", points=(point,)),
            Dimension(id="works", title="Public works", points=(other,)),
        ),
        as_of="2026-01-01",
    )


GOOD_ANSWER = (
    "Paved ground keeps the rain from sinking in, so concrete streets flood within the hour. "
    "Old drains are choked with silt and plastic, because nobody cleans them before the monsoon."
)


def make_catalogue(rubric=make_rubric, own=None):
    return Catalogue(prompts=lambda: PROMPTS, rubric=rubric, own=own)


def make_practice(url, hands, *, score=score_answer, **more):
    """Open a service on a database as one run of the program would."""
    store = open_store(url)
    own = OwnQuestions(store.folder / "questions") if store.folder else None
    more = {"catalogue": make_catalogue(own=own)} | more
    return Practice(store, clock=hands.clock(), score=score, **more)


def file_url(folder, name="practice.db"):
    return f"sqlite:///{folder / name}"


def typed(text, seq=1, base_rev=0, **more):
    """One save of a page."""
    return Save(**{"client_id": "page", "seq": seq, "base_rev": base_rev, "text": text} | more)


def answer(practice, prompt_id="rivers", text=GOOD_ANSWER, **start):
    """Start, write and submit; return the attempt."""
    draft = practice.start(prompt_id, **start)
    practice.save_draft(draft.id, typed(text))
    return practice.submit(draft.id)

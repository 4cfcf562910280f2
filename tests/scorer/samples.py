"""A small topic, written for the tests: why cities flood."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scorer.lexicon import Lexicon, Term
from scorer.rubric import (
    Demand,
    Dimension,
    FactCheck,
    KeywordGroup,
    Misconception,
    Rubric,
    RubricPoint,
    Source,
)

if TYPE_CHECKING:
    from pathlib import Path

SEALED = RubricPoint(
    id="sealed_ground",
    statement="Paved ground keeps rain from soaking in, so it runs off at once.",
    phrasings=(
        "Concretisation raises surface runoff.",
        "When soil is covered with cement, water has nowhere to go but the street.",
        "Built-up land cannot absorb a cloudburst.",
    ),
    keywords=(
        KeywordGroup(any=("@paving", "concrete", "cement", "built-up"), role="object"),
        KeywordGroup(any=("cannot absorb", "run off", "runs off", "raises"), role="relation"),
        KeywordGroup(any=("Bengaluru", "93 per cent"), role="specific"),
    ),
    demand="causes",
    tags=("C1",),
    feedback="Say what paving does to rain water.",
    correction="Paving reduces absorption.",
    source="nidm_2021",
)
LAKES = RubricPoint(
    id="lost_lakes",
    statement="Lakes and wetlands that used to store storm water have been filled and built on.",
    phrasings=(
        "Encroachment has swallowed the tanks that held the monsoon.",
        "Where a pond once took the overflow there is now a bus stand.",
        "Wetlands were drained for housing and no longer hold water back.",
    ),
    keywords=(
        KeywordGroup(any=("lakes", "wetlands", "ponds", "tanks"), role="object"),
        KeywordGroup(any=("filled", "swallowed", "drained", "encroached"), role="relation"),
    ),
    demand="causes",
    tags=("C2",),
    feedback="Say where the water used to go.",
    correction="Wetlands store water; filling them worsens floods.",
    source="nidm_2021",
)
DRAINS = RubricPoint(
    id="clean_drains",
    statement="City councils should desilt drains before the monsoon and keep rubbish out of them.",
    phrasings=(
        "Clearing sewers of silt and plastic before June lets rain flow away.",
        "A drain full of garbage carries nothing, so sweep it in May.",
        "Yearly desilting gives storm water its channel back.",
    ),
    keywords=(
        KeywordGroup(any=("drains", "sewers", "storm water channels"), role="object"),
        KeywordGroup(any=("desilt", "clear", "sweep"), role="relation"),
    ),
    demand="measures",
    tags=("M1",),
    feedback="Name who should do what before the rains.",
    correction="Drains have to be cleared before the rains, not after.",
    source="nidm_2021",
)


def flood_rubric(**changes: object) -> Rubric:
    """Return the rubric on floods, with some of its parts replaced."""
    parts: dict[str, object] = {
        "id": "urban-floods",
        "prompt_text": "Why do Indian cities flood? Suggest measures.",
        "max_marks": 10,
        "word_limit": 100,
        "demands": (
            Demand(id="causes", text="Say why cities flood"),
            Demand(id="measures", text="Suggest measures"),
        ),
        "dimensions": (
            Dimension(id="causes", title="Causes", weight=2, points=(SEALED, LAKES)),
            Dimension(id="measures", title="Measures", points=(DRAINS,)),
        ),
        "misconceptions": (
            Misconception(
                id="only_rain",
                statement="Nothing but heavy rain is to blame.",
                keywords=(KeywordGroup(any=("nothing but heavy rain", "rain alone")),),
                correction="Drains, paving and lost wetlands decide the size of a flood.",
            ),
        ),
        "facts": (
            FactCheck(
                id="built_up",
                about="built-up share of Bengaluru",
                cues=(KeywordGroup(any=("Bengaluru",)), KeywordGroup(any=("built-up", "paved"))),
                unit="percent",
                accept=((88, 95),),
                correction="About 93 per cent of Bengaluru was built up in 2021.",
            ),
        ),
        "sources": (Source(id="nidm_2021", title="Floods", publisher="NIDM", date="2021"),),
        "model_answer": (
            "Paved, built-up ground cannot absorb rain: 93 per cent of Bengaluru is built-up. "
            "Lakes and wetlands have been filled for housing and no longer hold water back. "
            "Councils should desilt drains before the monsoon and keep rubbish out."
        ),
        "plain_answer": (
            "Cement covers the soil, so rain runs off at once, as in Bengaluru. "
            "The ponds and lakes that took the overflow were filled. "
            "Clear the drains of silt and plastic before the rains come."
        ),
        "as_of": "2026-06-02",
        "lexicon": Lexicon(id="cities", terms=(Term(id="paving", forms=("paved", "paving")),)),
    }
    return Rubric(**(parts | changes))  # type: ignore[arg-type]


PROMPTS_YAML = """\
topic: cities
title: Indian cities
prompts:
  - id: urban-floods
    text: Why do Indian cities flood? Suggest measures.
    directive: discuss
    marks: 10
    words: 100
    minutes: 7
    tags: [water]
    demands:
      - {id: causes, text: Say why cities flood}
      - {id: measures, text: Suggest measures}
    hints: [Follow the rain]
"""

LEXICON_YAML = """\
topic: cities
terms:
  - {id: paving, forms: [paved, paving]}
"""

SOURCES_YAML = """\
topic: cities
sources:
  - {id: nidm_2021, title: Floods, publisher: NIDM, date: "2021"}
"""

RUBRIC_YAML = """\
id: urban-floods
topic: cities
as_of: 2026-06-02
dimensions:
  - id: causes
    title: Causes
    points:
      - id: sealed_ground
        statement: Paved ground keeps rain from soaking in, so it runs off at once.
        demand: causes
        tags: [C1]
        phrasings:
          - Concretisation raises surface runoff.
          - When soil is covered with cement, water has nowhere to go but the street.
          - Built-up land cannot absorb a cloudburst.
        keywords:
          - {role: object, any: ["@paving", concrete, cement, built-up]}
          - {role: relation, any: [cannot absorb, run off, runs off, raises]}
        feedback: Say what paving does to rain water.
        source: nidm_2021
      - id: lost_lakes
        statement: Lakes and wetlands that used to store storm water have been filled.
        demand: causes
        phrasings:
          - Encroachment has swallowed the tanks that held the monsoon.
          - Where a pond once took the overflow there is now a bus stand.
          - Wetlands were drained for housing and no longer hold water back.
        keywords:
          - {role: object, any: [lakes, wetlands, ponds, tanks]}
          - {role: relation, any: [filled, swallowed, drained]}
        feedback: Say where the water used to go.
        source: nidm_2021
  - id: measures
    title: Measures
    points:
      - id: clean_drains
        statement: Councils should desilt drains before the monsoon and keep rubbish out of them.
        demand: measures
        phrasings:
          - Clearing sewers of silt and plastic before June lets rain flow away.
          - A drain full of garbage carries nothing, so sweep it in May.
          - Yearly desilting gives storm water its channel back.
        keywords:
          - {role: object, any: [drains, sewers]}
          - {role: relation, any: [desilt, clear, sweep]}
        feedback: Name who should do what before the rains.
        source: nidm_2021
model_answer: >-
  Paved, built-up ground cannot absorb rain, so it runs off. Lakes and wetlands have been filled
  for housing. Councils should desilt drains before the monsoon and keep rubbish out of them.
plain_answer: >-
  Cement covers the soil and rain runs off. Ponds and lakes were filled. Councils should clear the
  drains before the monsoon.
"""

_QUALITY_MARKS = {
    "strong": 6.5,
    "good": 5.5,
    "average": 4,
    "generic": 2.5,
    "thin": 1,
    "confused": 0.5,
}
EXEMPLARS_YAML = "id: urban-floods\nexemplars:\n" + "".join(
    f"  - {{id: {quality}_1, quality: {quality}, marks: {marks}, answer: Rain falls.}}\n"
    for quality, marks in _QUALITY_MARKS.items()
)


def write_bank(folder: Path, **texts: str) -> Path:
    """Write a bank with one prompt into a folder; texts replace those of files."""
    written = {
        "prompts/cities.yaml": PROMPTS_YAML,
        "rubrics/cities.lexicon.yaml": LEXICON_YAML,
        "rubrics/cities.sources.yaml": SOURCES_YAML,
        "rubrics/urban-floods.yaml": RUBRIC_YAML,
        "rubrics/urban-floods.exemplars.yaml": EXEMPLARS_YAML,
    }
    for name, text in (written | texts).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder

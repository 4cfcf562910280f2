"""Everything a learner of the topic's study note could write is marked somewhere.

The note itself is not part of the project: its bullets have numbers and labels here.
"""

from __future__ import annotations

from typing import NamedTuple

import pytest

from scorer.loading import load_rubric
from scorer.scoring import score_answer


class Bullet(NamedTuple):
    """One bullet of the study note, where it is marked, and how one might put it."""

    number: int
    label: str
    points: str
    """Points that mark it, as ``rubric/point``."""
    said: str
    """The bullet in a learner's own words."""


BULLETS = (
    Bullet(
        1,
        "earlier mineral clubs",
        "trust-overview/minerals_groupings critical-minerals-security/msp_link "
        "china-dependence/allied_sources",
        "The initiative rests on India's seat in the Minerals Security Partnership and its finance "
        "network.",
    ),
    Bullet(
        2,
        "many suppliers",
        "trust-overview/why_china critical-minerals-security/diversify msp-msfn/less_china",
        "Supplies are to be spread over many countries so that both partners lean less on China.",
    ),
    Bullet(
        3,
        "technology and commerce",
        "trust-overview/export_rules trust-overview/trade_and_jobs trade-investment/control_easing "
        "tech-transfer-export-controls/trade_gain",
        "Technology transfer becomes easier, and trade in high-technology goods grows between the "
        "two countries.",
    ),
    Bullet(
        4,
        "metals for industry",
        "trust-overview/mineral_uses msp-msfn/strategic_uses "
        "critical-minerals-security/technology_uses",
        "Lithium and rare earths are vital for arms, chips and batteries, so their supply is to be "
        "made secure.",
    ),
    Bullet(
        5,
        "mines and refineries",
        "trust-overview/own_capacity critical-minerals-security/exploration "
        "critical-minerals-security/refining clean-energy-ev/home_processing",
        "India is encouraged to explore for ore and to refine and process it on its own soil.",
    ),
    Bullet(
        6,
        "American capital, know-how",
        "trust-overview/american_support critical-minerals-security/us_capital "
        "critical-minerals-security/us_technology",
        "Washington encourages American firms to invest in Indian minerals and to bring their "
        "latest technology.",
    ),
    Bullet(
        7,
        "drug ingredients",
        "trust-overview/api_dependence pharma-api/import_share china-dependence/api_reliance",
        "India would rely less on Chinese APIs, the active ingredients that its drug makers "
        "import from China.",
    ),
    Bullet(
        8,
        "second medicine source",
        "trust-overview/medicine_supply pharma-api/alternative_chains",
        "Other supply chains for medicines are built, so that essential drugs keep being made "
        "whatever happens.",
    ),
    Bullet(
        9,
        "fewer export curbs",
        "trust-overview/export_rules tech-transfer-export-controls/ease_controls "
        "trade-investment/control_easing",
        "Export controls on sensitive technology between the two countries are to be eased.",
    ),
    Bullet(
        10,
        "frontier fields",
        "trust-overview/frontier_sectors tech-transfer-export-controls/sector_cooperation "
        "china-dependence/trusted_technology",
        "The partners work together on chips, artificial intelligence, quantum machines, space and "
        "arms production.",
    ),
    Bullet(
        11,
        "shared laboratories",
        "trust-overview/joint_research innovation-partnership/joint_sectors "
        "clean-energy-ev/joint_research",
        "Scientists of both countries do joint R&D on clean energy, digital tools and modern "
        "manufacturing.",
    ),
    Bullet(
        12,
        "state, campus, company",
        "trust-overview/three_partners pharma-api/joint_research msp-msfn/joint_research",
        "Ministries, universities and private companies are brought together in joint research "
        "under INDUS Innovation.",
    ),
    Bullet(
        13,
        "China's mineral share",
        "china-dependence/rare_earth_grip trust-overview/why_china "
        "critical-minerals-security/china_hold",
        "China controls 70 per cent of the rare earths that the world mines, and both countries "
        "want to depend on it less.",
    ),
    Bullet(
        14,
        "digging, refining, reuse",
        "atmanirbhar-ncmm/processing atmanirbhar-ncmm/recycling "
        "critical-minerals-security/recovery msp-msfn/home_capacity",
        "It helps India to mine, refine and recycle minerals at home instead of buying them.",
    ),
    Bullet(
        15,
        "national minerals mission",
        "trust-overview/self_reliance critical-minerals-security/mission_fit msp-msfn/mission_fit",
        "It supports the National Critical Mineral Mission and through it Atmanirbhar Bharat.",
    ),
    Bullet(
        16,
        "steady drug inputs",
        "pharma-api/alternative_chains pharma-api/industry_gains trust-overview/medicine_supply",
        "Indian drug makers would get their APIs from trusted alternative supply chains without "
        "interruption.",
    ),
    Bullet(
        17,
        "materials for arms",
        "defence-strategic-tech/defence_materials atmanirbhar-ncmm/defence_chips "
        "china-dependence/strategic_inputs",
        "Safe access to rare earths and special metals keeps missiles and aircraft in production.",
    ),
    Bullet(
        18,
        "battery supplies",
        "clean-energy-ev/diversified_supply clean-energy-ev/battery_minerals "
        "trust-overview/clean_energy atmanirbhar-ncmm/clean_energy",
        "Electric vehicle batteries and renewable power need lithium and cobalt, which are to come "
        "from trusted partners.",
    ),
    Bullet(
        19,
        "India's climate standing",
        "clean-energy-ev/global_role msp-msfn/clean_energy",
        "India gains a stronger role in the world's energy transition.",
    ),
    Bullet(
        20,
        "investors from America",
        "trade-investment/mineral_investment trade-investment/chip_investment "
        "trust-overview/american_support atmanirbhar-ncmm/us_investment",
        "American companies are encouraged to invest more in Indian mines and technology.",
    ),
    Bullet(
        21,
        "growth of computing",
        "trade-investment/emerging_technology trade-investment/space_defence "
        "trust-overview/frontier_sectors",
        "Cooperation helps artificial intelligence, chips, space and the computing of tomorrow to "
        "grow.",
    ),
)
each_bullet = pytest.mark.parametrize("bullet", BULLETS, ids=lambda bullet: bullet.label)


def named_points(bullet):
    """Return the points that mark a bullet, by rubric."""
    named: dict[str, list[str]] = {}
    for name in bullet.points.split():
        rubric, point = name.split("/")
        named.setdefault(rubric, []).append(point)
    return named


def test_every_bullet_has_its_number_and_label():
    assert [bullet.number for bullet in BULLETS] == list(range(1, 22))
    assert len({bullet.label for bullet in BULLETS}) == len(BULLETS)
    assert all(2 <= len(bullet.label.split()) <= 4 for bullet in BULLETS)


@each_bullet
def test_the_points_that_mark_a_bullet_exist(bullet):
    for rubric, points in named_points(bullet).items():
        assert set(points) <= {point.id for point in load_rubric(rubric).points}


@each_bullet
def test_saying_a_bullet_earns_something(bullet):
    earned = {
        f"{rubric}/{point.id}": point.coverage
        for rubric, points in named_points(bullet).items()
        for point in score_answer(bullet.said, load_rubric(rubric)).points
        if point.id in points
    }
    assert max(earned.values()) > 0, earned

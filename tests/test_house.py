"""The house rules: fast imports, a pure core, small files, a README that works."""

from __future__ import annotations

import ast
import re
import shutil
import statistics
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
IS_CLONE = (ROOT / ".git").exists() and shutil.which("git") is not None
PYTHON_FILES = [
    path
    for folder in ("scorer", "practice", "tests", "benchmarks")
    for path in sorted((ROOT / folder).rglob("*.py"))
]
PRODUCT_FILES = [path for path in PYTHON_FILES if path.parts[len(ROOT.parts)] != "tests"]
LINES = 300
TOP_LEVEL = {
    ".ci",
    ".gitignore",
    ".pre-commit-config.yaml",
    ".streamlit",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "LICENSE",
    "README.md",
    "benchmarks",
    "docs",
    "practice",
    "prompts",
    "pyproject.toml",
    "rubrics",
    "scorer",
    "streamlit_app.py",
    "tests",
}


def python(*arguments: str) -> str:
    """Run Python in a process of its own and return what it printed."""
    done = subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return done.stdout


def imported_by(statement: str) -> set[str]:
    """Return the top-level packages that a statement imports."""
    code = f"import sys\n{statement}\nprint(*{{name.split('.')[0] for name in sys.modules}})"
    return set(python("-c", code).split())


SLOW = {"nltk", "sklearn", "scipy", "numpy", "pydantic", "yaml", "rapidfuzz"}
FOREIGN = {"practice", "streamlit", "sqlalchemy", "alembic", "altair"}


HELP = (
    "from click.testing import CliRunner\nfrom scorer.cli import main\nCliRunner().invoke(main, {})"
)


@pytest.mark.parametrize(
    "statement",
    [
        pytest.param("import scorer", id="import scorer"),
        pytest.param(HELP.format(["--help"]), id="scorer --help"),
        pytest.param(HELP.format(["batch", "--help"]), id="scorer batch --help"),
    ],
)
def test_the_scorer_starts_without_a_slow_library(statement):
    assert imported_by(statement).isdisjoint(SLOW | FOREIGN)


def test_scoring_knows_nothing_of_the_app():
    statement = "from scorer import *\nscore_answer('Rain.', load_rubric('pharma-api'))"
    assert imported_by(statement).isdisjoint(FOREIGN)


@pytest.mark.parametrize("path", PRODUCT_FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_file_has_two_subjects(path):
    assert len(path.read_text("utf-8").splitlines()) <= LINES


def test_functions_are_small():
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    lengths = sorted(
        _body_lines(node)
        for path in PRODUCT_FILES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, kinds)
    )
    assert statistics.median(lengths) <= 7
    assert lengths[len(lengths) * 9 // 10] <= 25


def _body_lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Count the lines of a function without its signature and docstring."""
    body = function.body
    if ast.get_docstring(function) is not None:
        body = body[1:]
    return body[-1].end_lineno - body[0].lineno + 1 if body else 0


@pytest.mark.parametrize("path", PYTHON_FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_nothing_is_left_to_be_done_in_a_comment(path):
    marks = re.findall(r"#.*\b(TO" r"DO|FIX" r"ME|XX" r"X)\b", path.read_text("utf-8"))
    assert marks == []


@pytest.mark.skipif(not IS_CLONE, reason="only a clone knows which files are its own")
def test_the_top_of_the_repository_holds_no_leftovers():
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],  # noqa: S607
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.splitlines()
    assert {name.split("/")[0] for name in listed} <= TOP_LEVEL


VENV = "python3 -m venv .venv\n. .venv/bin/activate\n"
START = "pip install . && streamlit run streamlit_app.py"
TEST = 'pip install ".[test]" && pytest'


def test_readme_prints_two_commands_that_need_nothing_else():
    blocks = re.findall(r"```sh\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
    assert blocks[:2] == [f"{VENV}{START}\n", f"{VENV}{TEST}\n"]


def test_readme_begins_with_one_sentence_and_one_screenshot():
    lines = (ROOT / "README.md").read_text("utf-8").splitlines()
    text = [line for line in lines if line][1:3]
    assert text[0].count(".") == 1
    assert re.fullmatch(r"!\[.+\]\(docs/screenshot\.png\)", text[1])


def test_the_full_check_runs_readmes_test_command():
    assert f"readonly test_command='{TEST}'" in (ROOT / ".ci" / "run").read_text("utf-8")


@pytest.mark.parametrize(
    "page",
    [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))],
    ids=lambda page: str(page.relative_to(ROOT)),
)
def test_every_link_to_a_file_leads_somewhere(page):
    links = re.findall(r"\]\((?!https?:)([^)#]+)[^)]*\)", page.read_text("utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []

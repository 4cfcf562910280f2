"""Measure coverage as a point detector on public human-graded answers.

Run as ``python benchmarks/public_sets.py --data FOLDER``. Each group of a file
(a question, or a document) becomes a rubric with phrasings only. Thresholds are
chosen on one half of the groups and reported on the other.
"""

from __future__ import annotations

import argparse
import gzip
import json
import time
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from scipy.stats import spearmanr
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics import cohen_kappa_score, f1_score, roc_auc_score
from sklearn.metrics.pairwise import cosine_similarity

from scorer import Dimension, Rubric, RubricPoint, score_answer
from scorer.text import stop_stems, tokenize

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

FILES = (
    "semeval_beetle_train",
    "semeval_seb_train",
    "saf_train",
    "realsumm_even",
    "argkp_train_dev",
)


@dataclass(frozen=True, slots=True)
class Item:
    """One answer with the points of its own group and what people said of them."""

    group: str
    question: str
    answer: str
    points: tuple[tuple[str, ...], ...]
    truths: tuple[float, ...]


def read_items(path: Path) -> list[Item]:
    """Read a gzipped JSONL file of graded answers."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [_item(json.loads(line)) for line in lines]


def _item(row: dict[str, Any]) -> Item:
    points = tuple(tuple(point) for point in row["points"])
    truths = tuple(row["labels"]) if "labels" in row else (row["score"],)
    return Item(row["group"], row["question"], row["answer"], points, truths)


def our_coverage(items: Sequence[Item]) -> list[list[float]]:
    """Score with the product itself."""
    reports = (score_answer(item.answer, _rubric(item)) for item in items)
    return [[point.coverage for point in report.points] for report in reports]


def _rubric(item: Item) -> Rubric:
    points = tuple(
        RubricPoint(id=f"p{number}", statement=phrasings[0], phrasings=phrasings[1:])
        for number, phrasings in enumerate(item.points)
    )
    return Rubric(
        id="public",
        prompt_text=item.question,
        max_marks=10,
        word_limit=150,
        dimensions=(Dimension(id="all", title="All", points=points),),
    )


def pair_cosine(items: Sequence[Item]) -> list[list[float]]:
    """Fit TF-IDF on each phrasing and answer alone, as most public graders do."""
    return _best_of(items, _pair_cosine)


def _pair_cosine(phrasing: str, answer: str) -> float:
    try:
        rows = TfidfVectorizer().fit_transform([phrasing, answer])
    except ValueError:  # nothing but stop words
        return 0.0
    return float(cosine_similarity(rows[0], rows[1])[0, 0])


def corpus_cosine(items: Sequence[Item]) -> list[list[float]]:
    """Fit TF-IDF once on the whole file."""
    texts = {item.answer for item in items} | set(_phrasings(items))
    vectorizer = TfidfVectorizer(sublinear_tf=True).fit(sorted(texts))
    rows = {text: vectorizer.transform([text]) for text in texts}
    return _best_of(items, lambda one, two: float((rows[one] @ rows[two].T).sum()))


def idf_coverage(items: Sequence[Item]) -> list[list[float]]:
    """Share of a phrasing's idf weight that stands anywhere in the answer."""
    documents = sorted(set(_phrasings(items)))
    vectorizer = TfidfVectorizer(analyzer=_stems).fit(documents)
    weights = dict(zip(vectorizer.get_feature_names_out(), vectorizer.idf_, strict=True))
    return _best_of(items, lambda one, two: _share(_stems(one), _stems(two), weights))


def keyword_share(items: Sequence[Item]) -> list[list[float]]:
    """Share of a phrasing's content words that stand anywhere in the answer."""
    return _best_of(items, lambda one, two: _share(_content(one), _stems(two), {}))


def length(items: Sequence[Item]) -> list[list[float]]:
    """Nothing but the answer's words."""
    return [[float(len(item.answer.split()))] * len(item.points) for item in items]


def _phrasings(items: Iterable[Item]) -> Iterator[str]:
    return (phrasing for item in items for point in item.points for phrasing in point)


def _best_of(items: Sequence[Item], similarity: Callable[[str, str], float]) -> list[list[float]]:
    return [
        [max(similarity(phrasing, item.answer) for phrasing in point) for point in item.points]
        for item in items
    ]


def _stems(text: str) -> set[str]:
    return {token.stem for token in tokenize(text)}


def _content(text: str) -> set[str]:
    return _stems(text) - stop_stems()


def _share(wanted: set[str], found: set[str], weights: dict[str, float]) -> float:
    total = sum(weights.get(word, 1.0) for word in wanted)
    return sum(weights.get(word, 1.0) for word in wanted & found) / total if total else 0.0


METHODS: dict[str, Callable[[Sequence[Item]], list[list[float]]]] = {
    "mains-practice": our_coverage,
    "pair cosine": pair_cosine,
    "corpus cosine": corpus_cosine,
    "idf coverage": idf_coverage,
    "keyword share": keyword_share,
    "length": length,
}


def measure(items: Sequence[Item], values: Sequence[Sequence[float]]) -> dict[str, float]:
    """Compare a method's values with people's labels, or with their scores."""
    flat = np.array([value for row in values for value in row])
    truth = np.array([value for item in items for value in item.truths])
    if set(np.unique(truth)) - {0, 1}:
        return {"Spearman": float(spearmanr(flat, truth).statistic)}
    half = np.array([_half(item.group) for item in items for _ in item.truths])
    threshold = _best_threshold(flat[half == 0], truth[half == 0])
    told, true = flat[half == 1] >= threshold, truth[half == 1] == 1
    return {
        "macro-F1": float(f1_score(true, told, average="macro")),
        "kappa": float(cohen_kappa_score(true, told)),
        "AUC": float(roc_auc_score(true, flat[half == 1])),
    }


def _half(group: str) -> int:
    return zlib.crc32(group.encode()) % 2


def _best_threshold(values: np.ndarray, truth: np.ndarray) -> float:
    candidates = np.quantile(values, np.linspace(0.02, 0.98, 49))
    return float(max(candidates, key=lambda at: f1_score(truth, values >= at, average="macro")))


def main() -> None:
    """Print one table per file."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="folder of the .jsonl.gz files")
    parser.add_argument("--methods", nargs="*", default=list(METHODS), choices=list(METHODS))
    options = parser.parse_args()
    for name in FILES:
        items = read_items(options.data / f"{name}.jsonl.gz")
        groups = len({item.group for item in items})
        print(f"\n{name}: {len(items)} answers, {groups} groups")
        for method in options.methods:
            started = time.perf_counter()
            values = METHODS[method](items)
            spent = (time.perf_counter() - started) * 1000 / len(items)
            figures = "  ".join(f"{k} {v:.3f}" for k, v in measure(items, values).items())
            print(f"  {method:16} {figures}  {spent:7.2f} ms/answer")


if __name__ == "__main__":
    main()

"""Matrices that are mostly empty, kept so that the empty part costs nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from scipy.sparse import csr_array


def sparse_rows(rows: Sequence[Mapping[int, float]], width: int) -> csr_array:
    """Return rows, each given as values by column, as a matrix of so many columns.

    Multiplying it uses one core only, so that workers do not wait for each other.
    """
    # Importing scipy takes a while, so only scoring pays for it.
    from scipy.sparse import csr_array

    values = [value for row in rows for value in row.values()]
    columns = [column for row in rows for column in row]
    ends = np.cumsum([0, *map(len, rows)])
    return csr_array((values, columns, ends), shape=(len(rows), width), dtype=np.float64)

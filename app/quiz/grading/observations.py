"""What was observed of answers, kept in a file: a long measurement can go on another day."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from types import TracebackType
from typing import Self

import numpy as np
from numpy.typing import NDArray

from app.quiz.grading.alignment import ALIGNMENT_FEATURES, Alignment, TokenScale, align
from app.quiz.grading.cache import open_cache
from app.quiz.grading.passages import Reading
from app.quiz.grading.reader import DEPTHS, INPUTS, Reader


@dataclass(frozen=True, eq=False)
class Seen:
    """What was observed of one reading.

    Attributes
    ----------
    inputs : array of float32, [inputs, width]
        In the order of ``INPUTS``.
    aligned : Alignment
    seconds : float
        How long it took, once its question had been read; of what was read together, the share.
    """

    inputs: NDArray[np.float32]
    aligned: Alignment
    seconds: float


class Observations:
    """What was observed, by model and reading, in a SQLite file.

    It is a cache: deleting the file loses nothing but time.

    Parameters
    ----------
    path : Path
        The file; it is made when missing.
    model : str
        What tells the model apart from others, such as the hash of its file.
    scale : TokenScale
        What tokens are standardized with.
    """

    def __init__(self, path: Path, model: str, scale: TokenScale) -> None:
        self._matters = [model, scale.packed(), [each.name for each in INPUTS], DEPTHS]
        self._matters += ALIGNMENT_FEATURES
        self._scale = scale
        self._database = open_cache(path)
        self._table = self._database.table("observations")
        if not self._table.exists():
            columns = {"key": str, "seconds": float, "aligned": str, "inputs": bytes}
            self._table.create(columns, pk="key")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._database.conn.close()

    def key(self, prompts: str, reading: Reading) -> str:
        """Return what a reading is kept under: the same only if all that matters is the same."""
        texts = [reading.question, reading.reference, reading.answer, reading.misconceptions]
        return hashlib.sha256(json.dumps([*self._matters, prompts, texts]).encode()).hexdigest()

    def get(self, key: str) -> Seen | None:
        """Return what was observed, or None if that is not known."""
        for row in self._table.rows_where("key = ?", [key]):
            inputs = np.frombuffer(row["inputs"], dtype="<f2").astype(np.float32)
            aligned = Alignment(*json.loads(row["aligned"]))
            return Seen(inputs.reshape(len(INPUTS), -1), aligned, float(row["seconds"]))
        return None

    def put(self, key: str, seen: Seen) -> None:
        """Keep what was observed, at the half precision in which the engine sends it."""
        row = {
            "key": key,
            "seconds": seen.seconds,
            "aligned": json.dumps(seen.aligned.row().tolist()),
            "inputs": seen.inputs.astype("<f2").tobytes(),
        }
        self._table.insert(row, replace=True)

    def observe(self, reader: Reader, readings: Sequence[Reading]) -> list[Seen]:
        """Return what is observed of each reading, asking the engine for the unknown in one go.

        Answers to one question that are read together take two thirds of the time that they take
        one after the other.

        Raises
        ------
        EngineError
            The engine failed.
        """
        keys = [self.key(reader.templates.label, reading) for reading in readings]
        seen = {key: self.get(key) for key in keys}
        unknown = {
            key: reading for key, reading in zip(keys, readings, strict=True) if seen[key] is None
        }
        began = perf_counter()
        observed = reader.read(list(unknown.values())) if unknown else []
        for key, each in zip(unknown, observed, strict=True):
            aligned = align(self._scale, each.tokens)
            share = (perf_counter() - began) / len(unknown)
            seen[key] = found = Seen(each.inputs, aligned, share)
            self.put(key, found)
        return [known for key in keys if (known := seen[key]) is not None]

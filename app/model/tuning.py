"""What was measured of a model on this machine: how it is best run, and how fast it is then.

This is kept in the user's data, one file for each model, by what runs it: another processor or
another version of llama.cpp measures again.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from app.model.fingerprint import fingerprint
from app.model.hardware import Hardware
from app.model.options import RunOptions
from app.whole_file import write_whole

FORMAT = 1
SECONDS = 20.0
"""How long a measurement may take."""


class TuningError(Exception):
    """What was measured cannot be kept; the text says why, for the learner."""


@dataclass(frozen=True)
class Comparison:
    """One choice that was tried against what it would replace.

    Attributes
    ----------
    option : str
        Field of `RunOptions` that it is about.
    value : int, bool or str
        What was tried.
    against : int, bool or str
        What it was compared with.
    ratio : float or None
        Its time over that of the other, the median of alternating runs; None where the time did
        not suffice.
    pairs : int
        Runs of each.
    chosen : bool
        Whether it took the other's place.
    """

    option: str
    value: int | bool | str
    against: int | bool | str
    ratio: float | None
    pairs: int
    chosen: bool

    def packed(self) -> dict[str, Any]:
        """Return it as plain values."""
        return {
            "option": self.option,
            "value": self.value,
            "against": self.against,
            "ratio": None if self.ratio is None else round(self.ratio, 4),
            "pairs": self.pairs,
            "chosen": self.chosen,
        }

    @classmethod
    def unpacked(cls, values: Mapping[str, Any]) -> Self:
        """Return it from plain values.

        Raises
        ------
        KeyError, TypeError, ValueError
            They are not what `packed` gave.
        """
        ratio = values["ratio"]
        return cls(
            str(values["option"]),
            values["value"],
            values["against"],
            None if ratio is None else float(ratio),
            int(values["pairs"]),
            bool(values["chosen"]),
        )


@dataclass(frozen=True)
class Found:
    """What a measurement has come to.

    Attributes
    ----------
    options : RunOptions
        How the model is best run.
    read_tokens_per_second, write_tokens_per_second : float
        How fast it is then.
    busy : float
        The share of the processor that other programs took meanwhile, from 0 to 1.
    comparisons : tuple of Comparison
        What was tried, in this order.
    """

    options: RunOptions
    read_tokens_per_second: float
    write_tokens_per_second: float
    busy: float
    comparisons: tuple[Comparison, ...]

    def packed(self) -> dict[str, Any]:
        """Return it as plain values."""
        return {
            **self.options.packed(),
            "read_tokens_per_second": round(self.read_tokens_per_second, 2),
            "write_tokens_per_second": round(self.write_tokens_per_second, 2),
            "busy": round(self.busy, 3),
            "comparisons": [each.packed() for each in self.comparisons],
        }

    @classmethod
    def unpacked(cls, values: Mapping[str, Any]) -> Self:
        """Return it from plain values.

        Raises
        ------
        KeyError, TypeError, ValueError
            They are not what `packed` gave.
        """
        read = float(values["read_tokens_per_second"])
        write = float(values["write_tokens_per_second"])
        if not (read > 0 and write > 0):
            raise ValueError(f"no model reads {read} and writes {write} tokens a second")
        return cls(
            RunOptions.unpacked(values),
            read,
            write,
            float(values["busy"]),
            tuple(Comparison.unpacked(each) for each in values["comparisons"]),
        )


@dataclass(frozen=True)
class Tuning:
    """A measurement of one model, and what it holds for.

    Attributes
    ----------
    model : str
        What the model is called.
    size : int
        Bytes of its file: other models are about as much slower as they are larger.
    measured_on : str
        ISO date.
    """

    model: str
    size: int
    hardware: Hardware
    llama_cpp: str
    measured_on: str
    found: Found

    @property
    def options(self) -> RunOptions:
        """How the model is best run."""
        return self.found.options

    def packed(self) -> dict[str, Any]:
        """Return it as plain values, for the file and for `segue model tune --json`."""
        return {
            "model": self.model,
            "size": self.size,
            "hardware": self.hardware.packed(),
            "llama_cpp": self.llama_cpp,
            "measured_on": self.measured_on,
            **self.found.packed(),
        }

    @classmethod
    def unpacked(cls, values: Mapping[str, Any]) -> Self:
        """Return it from plain values; unknown ones are passed over.

        Raises
        ------
        KeyError, TypeError, ValueError
            They are not what `packed` gave.
        """
        return cls(
            str(values["model"]),
            int(values["size"]),
            Hardware.unpacked(values["hardware"]),
            str(values["llama_cpp"]),
            str(values["measured_on"]),
            Found.unpacked(values),
        )


@dataclass(frozen=True)
class TuningStore:
    """The measurements that were made with one version of llama.cpp on one machine.

    A data folder may be used by several machines, so each keeps its own beside the others'.

    Attributes
    ----------
    folder : Path
        One file for each model, named by its fingerprint.
    hardware : Hardware
        This machine.
    llama_cpp : str
        The version in use.
    """

    folder: Path
    hardware: Hardware
    llama_cpp: str

    def find(self, model: Path) -> Tuning | None:
        """Return what was measured of a model here; None when nothing was, or another file."""
        try:
            path = self._path(model)
        except OSError:
            # A model that cannot be read is the engine's to complain of.
            return None
        return self._of_here(path)

    def all(self) -> list[Tuning]:
        """Return what was measured of any model here."""
        found = [self._of_here(path) for path in sorted(self.folder.glob("*.json"))]
        return [tuning for tuning in found if tuning is not None]

    def keep(self, model: Path, tuning: Tuning) -> None:
        """Keep a measurement in place of the one made here before.

        What a file holds for other machines, and fields of it that are not known, stay.

        Raises
        ------
        TuningError
            It cannot be written, or belongs to a newer version of Segue.
        """
        try:
            path = self._path(model)
            self.folder.mkdir(parents=True, exist_ok=True)
            data = _load(path)
            if data.get("format", FORMAT) != FORMAT:
                raise TuningError(f"{path} was written by a newer version of Segue; update Segue")
            measured = _measured(data)
            # One measurement for each machine: that with an older llama.cpp is of no more use.
            here = self.hardware.packed()
            before = next((each for each in measured if each.get("hardware") == here), {})
            others = [each for each in measured if each.get("hardware") != here]
            kept = [*others, {**before, **tuning.packed()}]
            text = json.dumps({**data, "format": FORMAT, "measured": kept}, indent=1)
            write_whole(path, f"{text}\n")
        except OSError as error:
            raise TuningError(f"the measurement could not be written: {error}") from error

    def _path(self, model: Path) -> Path:
        return self.folder / f"{fingerprint(model)}.json"

    def _of_here(self, path: Path) -> Tuning | None:
        data = _load(path)
        if data.get("format") != FORMAT:
            return None
        for each in _measured(data):
            if self._is_of_here(each):
                try:
                    return Tuning.unpacked(each)
                except (KeyError, TypeError, ValueError):
                    # Of another version, or damaged: it can be measured again.
                    return None
        return None

    def _is_of_here(self, values: Mapping[str, Any]) -> bool:
        same = values.get("hardware") == self.hardware.packed()
        return same and values.get("llama_cpp") == self.llama_cpp


def _load(path: Path) -> dict[str, Any]:
    """Return what a file holds; nothing if there is none, or if it is not what it should be."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return data if isinstance(data, dict) else {}


def _measured(data: Mapping[str, Any]) -> list[dict[str, Any]]:
    measured = data.get("measured")
    if not isinstance(measured, list):
        return []
    return [each for each in measured if isinstance(each, dict)]

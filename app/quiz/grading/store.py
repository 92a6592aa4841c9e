"""Where calibrations and certificates are: those that ship with Segue, and those made here."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from app.model.fingerprint import fingerprint
from app.quiz.grading.calibration import Calibration, CalibrationError
from app.quiz.grading.certificate import Certificate, Certified


@dataclass(frozen=True)
class GradingStore:
    """Two folders of files, ``NAME.json`` and ``NAME.certificate.json`` for each model.

    Beside them lies ``NAME.features.csv.gz``, from which the combiner can be fitted again.

    Attributes
    ----------
    shipped : Path
        Named by the model's id in the catalogue.
    own : Path
        Named by the fingerprint of the model's file.
    """

    shipped: Path
    own: Path

    def find(self, model: Path, catalogue_id: str | None) -> Certified | None:
        """Return what is known of a model: measured here if it was, else as shipped.

        A file of another version or that is broken counts as none: it can be made again.
        """
        for here in (True, False):
            try:
                if here:
                    return _load(self.own, fingerprint(model), here=True)
                if catalogue_id is not None:
                    return _load(self.shipped, catalogue_id, here=False)
            except (OSError, CalibrationError):
                # A model that cannot be read is the engine's to complain of.
                continue
        return None

    def certificate(self, model: Path | None, catalogue_id: str) -> Certificate | None:
        """Return what a model of the catalogue is worth, also when its file is not here."""
        if model is not None:
            try:
                return _certificate(self.own, fingerprint(model), here=True)
            except (OSError, CalibrationError):
                pass  # it was not measured here
        try:
            return _certificate(self.shipped, catalogue_id, here=False)
        except (OSError, CalibrationError):
            return None

    def keep(self, model: Path, certified: Certified) -> None:
        """Keep what was measured here.

        Raises
        ------
        OSError
            The folder cannot be written.
        """
        save(self.own, fingerprint(model), certified)


def save(folder: Path, name: str, certified: Certified) -> None:
    """Write the files, the certificate last: without it the others are not used.

    Raises
    ------
    OSError
        The folder cannot be written.
    """
    certified.calibration.save(folder / f"{name}.json")
    if certified.table is not None:
        certified.table.save(folder / f"{name}.features.csv.gz")
    text = json.dumps(certified.certificate.as_json(), indent=1) + "\n"
    (folder / f"{name}.certificate.json").write_text(text, encoding="utf-8")


def _load(folder: Path, name: str, *, here: bool) -> Certified:
    calibration = Calibration.load(folder / f"{name}.json")
    return Certified(calibration, _certificate(folder, name, here=here))


def _certificate(folder: Path, name: str, *, here: bool) -> Certificate:
    path = folder / f"{name}.certificate.json"
    try:
        return Certificate.from_json(json.loads(path.read_text(encoding="utf-8")), here=here)
    except (TypeError, ValueError) as error:
        raise CalibrationError(f"{path}: not a certificate: {error}") from error

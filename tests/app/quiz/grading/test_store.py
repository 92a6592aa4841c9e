"""What was measured here counts before what ships, and broken files count as none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from app.model.fingerprint import fingerprint
from app.quiz.grading.certificate import Certified
from app.quiz.grading.fit import fit_calibration
from app.quiz.grading.store import GradingStore, save
from app.quiz.grading.table import FeatureTable
from tests.helpers.calibrations import CERTIFICATE, certified
from tests.helpers.measured import SCALE, planted

MEGABYTE = 1 << 20


@pytest.fixture
def store(tmp_path: Path) -> GradingStore:
    return GradingStore(tmp_path / "shipped", tmp_path / "own")


@pytest.fixture
def model(tmp_path: Path) -> Path:
    path = tmp_path / "model.gguf"
    path.write_bytes(b"GGUF" + bytes(3 * MEGABYTE))
    return path


def called(name: str) -> Certified:
    found = certified()
    return replace(found, certificate=replace(found.certificate, model=name))


def test_a_model_that_nobody_measured_has_none(store: GradingStore, model: Path) -> None:
    assert store.find(model, None) is None
    assert store.find(model, "small") is None


def test_a_shipped_certificate_is_found_by_the_catalogues_id(
    store: GradingStore, model: Path
) -> None:
    save(store.shipped, "small", called("shipped"))
    found = store.find(model, "small")
    assert found is not None
    assert found.certificate == replace(CERTIFICATE, model="shipped", here=False)
    assert store.find(model, None) is None
    assert store.find(model, "large") is None


def test_what_was_measured_here_counts_before_what_ships(store: GradingStore, model: Path) -> None:
    save(store.shipped, "small", called("shipped"))
    store.keep(model, called("own"))
    found = store.find(model, "small")
    assert found is not None
    assert found.certificate == replace(CERTIFICATE, model="own", here=True)
    assert found.calibration.model == "Scripted"


def test_a_later_measurement_replaces_an_earlier_one(store: GradingStore, model: Path) -> None:
    store.keep(model, called("first"))
    store.keep(model, called("second"))
    found = store.find(model, None)
    assert found is not None
    assert found.certificate.model == "second"


def own_calibration(store: GradingStore, model: Path) -> Path:
    return store.own / f"{fingerprint(model)}.json"


def own_certificate(store: GradingStore, model: Path) -> Path:
    return store.own / f"{fingerprint(model)}.certificate.json"


@pytest.mark.parametrize("place", [own_calibration, own_certificate])
@pytest.mark.parametrize("content", [None, b"", b"{", b"[1]", b"{}", b"\xff", b'{"model": "x"}'])
def test_a_broken_or_missing_file_counts_as_none(
    store: GradingStore,
    model: Path,
    place: Callable[[GradingStore, Path], Path],
    content: bytes | None,
) -> None:
    store.keep(model, called("own"))
    path = place(store, model)
    if content is None:
        path.unlink()
    else:
        path.write_bytes(content)
    assert store.find(model, "small") is None
    save(store.shipped, "small", called("shipped"))
    found = store.find(model, "small")
    assert found is not None
    assert found.certificate.model == "shipped"


def test_a_certificate_with_a_field_of_another_version_counts_as_none(
    store: GradingStore, model: Path
) -> None:
    store.keep(model, called("own"))
    path = own_certificate(store, model)
    path.write_text(path.read_text(encoding="utf-8").replace('"unsure"', '"doubt"'))
    assert store.find(model, None) is None


def test_a_model_that_cannot_be_read_is_not_the_stores_to_complain_of(
    store: GradingStore, tmp_path: Path
) -> None:
    save(store.shipped, "small", called("shipped"))
    assert store.find(tmp_path / "gone.gguf", None) is None
    found = store.find(tmp_path / "gone.gguf", "small")
    assert found is not None
    assert not found.certificate.here


def test_the_table_of_a_fit_lies_beside_it(tmp_path: Path) -> None:
    fitted = fit_calibration(planted(60), SCALE, model="small", fitted_on="noise")
    save(tmp_path, "small", Certified(fitted.calibration, CERTIFICATE, fitted.table))
    kept = FeatureTable.load(tmp_path / "small.features.csv.gz")
    assert kept.combiner().packed() == fitted.calibration.combiner.packed()

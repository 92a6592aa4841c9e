"""A table of features holds all that a combiner was fitted to, and gives the shipped one again."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import numpy as np
import pytest

from app.paths import GRADING
from app.quiz.grading.calibration import Calibration
from app.quiz.grading.fit import fit_calibration
from app.quiz.grading.table import FeatureTable
from tests.helpers.measured import SCALE, planted, unjudged, unscored

SHIPPED = sorted((GRADING / "models").glob("*.features.csv.gz"))


def table() -> FeatureTable:
    rows = [*planted(60), *map(unjudged, planted(20, seed=4)), *map(unscored, planted(20, seed=5))]
    return fit_calibration(rows, SCALE, model="small", fitted_on="noise").table


def test_what_is_kept_is_read_again(tmp_path: Path) -> None:
    made = table()
    made.save(tmp_path / "kept")
    kept = FeatureTable.load(tmp_path / "kept")
    assert kept.features == made.features
    np.testing.assert_array_equal(kept.rows, made.rows)
    assert kept.judgements == made.judgements
    for mine, other in (
        (kept.scores, made.scores),
        (kept.importance, made.importance),
        (kept.score_importance, made.score_importance),
        (kept.gold, made.gold),
    ):
        np.testing.assert_allclose(mine, other, atol=1e-4)


def test_the_same_table_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("once", "again"):
        table().save(tmp_path / name)
    assert (tmp_path / "once").read_bytes() == (tmp_path / "again").read_bytes()


def test_a_kept_table_gives_the_combiner_of_its_calibration(tmp_path: Path) -> None:
    fitted = fit_calibration(planted(80), SCALE, model="small", fitted_on="noise")
    fitted.table.save(tmp_path / "kept")
    again = FeatureTable.load(tmp_path / "kept").combiner()
    assert again.packed() == fitted.calibration.combiner.packed()


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name)
def test_the_shipped_combiner_is_fitted_again_from_its_table(path: Path) -> None:
    shipped = Calibration.load(path.with_name(path.name.replace(".features.csv.gz", ".json")))
    kept = FeatureTable.load(path)
    again = kept.combiner()
    assert again.features == shipped.combiner.features
    # Another build of the solver stops a hair's breadth away.
    np.testing.assert_allclose(again.weights, shipped.combiner.weights, atol=2e-3)
    np.testing.assert_allclose(again.constants, shipped.combiner.constants, atol=2e-3)
    np.testing.assert_allclose(again.score_weights, shipped.combiner.score_weights, atol=2e-3)
    assert kept.sure_from(again) == pytest.approx(shipped.sure_from, abs=0.01)


def test_each_calibration_that_ships_has_its_table() -> None:
    names = {path.name.removesuffix(".features.csv.gz") for path in SHIPPED}
    certified = {
        path.name.removesuffix(".certificate.json")
        for path in (GRADING / "models").glob("*.certificate.json")
    }
    assert names == certified != set()


@pytest.mark.parametrize(
    "content",
    [
        b"no archive",
        gzip.compress(b"a,b\n1,2\n"),
        gzip.compress(b"a,judgement,score,importance,score_importance,gold\nx,,,1,1,0\n"),
        gzip.compress(b"a,judgement,score,importance,score_importance,gold\n1,fine,,1,1,0\n"),
        gzip.compress(json.dumps({"features": []}).encode())[:-6],
    ],
)
def test_anything_else_is_refused_by_name(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "broken").write_bytes(content)
    with pytest.raises(ValueError, match="broken: not a table of features"):
        FeatureTable.load(tmp_path / "broken")

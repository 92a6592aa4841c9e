"""Formulas sit on the line of the text around them."""

from __future__ import annotations

import pytest

from ui.widgets.pictures import draw_formula, draw_svg, fit_image

X_HEIGHT = 8.0


def bar(top: float, height: float) -> bytes:
    """Return a formula that is one black bar, its baseline at 0."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="10" height="{height}" '
        f'viewBox="0 {top} 10 {height}"><rect x="0" y="{top}" width="10" height="{height}" '
        'fill="#1b1f24"/></svg>'
    ).encode()


@pytest.mark.parametrize(
    ("top", "height"), [(-12, 12), (-12, 16), (-4, 16)], ids=["plain", "descender", "deep"]
)
def test_the_baseline_is_that_of_the_line(qapp: object, top: float, height: float) -> None:
    image = draw_formula(
        bar(top, height), dark=False, density=1.0, widest=700, scale=1.0, x_height=X_HEIGHT
    )
    # Qt puts the middle of such a picture a quarter of an x-height above the baseline.
    baseline = image.height() / 2 + X_HEIGHT / 4
    inked = [y for y in range(image.height()) if image.pixelColor(5, y).alpha() > 128]
    assert baseline - inked[0] == pytest.approx(-top, abs=1.1)


def test_dense_screens_get_more_pixels_for_the_same_size(qapp: object) -> None:
    once, twice = (
        draw_svg(bar(-12, 12), dark=False, density=density, widest=700) for density in (1.0, 2.0)
    )
    assert twice.width() == 2 * once.width()
    assert twice.deviceIndependentSize() == once.deviceIndependentSize()


def test_what_is_no_picture_is_empty(qapp: object) -> None:
    assert draw_svg(b"no picture", dark=False, density=1.0, widest=700).isNull()
    assert fit_image(b"no picture", density=1.0, widest=700).isNull()

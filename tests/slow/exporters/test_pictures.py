from __future__ import annotations

from tests.exporters.test_pictures import image, printed, sizes


def test_a_large_picture_is_made_smaller_and_keeps_its_shape() -> None:
    assert sizes(printed(image(3200, 800, "JPEG", noisy=True))) == [(1600, 400)]
    assert sizes(printed(image(1, 9000))) == [(1, 1600)]

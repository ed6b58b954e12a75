"""A text has letters of one script beside each other; bytes that were read as a text have letters of any."""

from __future__ import annotations

import random

import pytest

from xinhui_viewer.importers.senseless import has_senseless


@pytest.mark.parametrize("seed", range(5))
def test_bytes_that_are_no_text_make_no_sense(seed: int) -> None:
    content = random.Random(seed).randbytes(400)
    assert has_senseless("沟渠巡查情况" + content.decode("utf-16-le", "replace"))


@pytest.mark.parametrize(
    "text",
    [
        "云汀区各镇街应当在第1季度末前报送巡查记录，共7件。",
        "བོད་སྐད། ᠮᠣᠩᠭᠣᠯ ᠪᠢᠴᠢᠭ，ئۇيغۇرچە，한국어，ไทย，हिन्दी，Ελληνικά，Հայերեն，ქართული，Tiếng Việt。",
        "㑇㐱䓖䥽䦃䲟䴉等人名用字，㸆干㧟水。",
        "① Ⅲ ㎡ ℃ → ■ □ ☆ \uf06c \uf0b7 ‘’“”…—　Ａ１",
        "[ˈtʃaɪnə] naïve façade čeština",
        "",
    ],
)
def test_texts_of_all_scripts_make_sense(text: str) -> None:
    assert not has_senseless(text * 20)

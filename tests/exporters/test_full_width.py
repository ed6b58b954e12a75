from __future__ import annotations

import pytest

from xinhui_viewer.exporters.full_width import full_width, widened


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("2月23日,新会区召开会议:部署任务;总结工作!", "2月23日，新会区召开会议：部署任务；总结工作！"),
        ("村(社区)党组织(人脸)、(一)防汛", "村（社区）党组织（人脸）、（一）防汛"),
        ("能力增强,2020年完成", "能力增强，2020年完成"),
        ("经济(GDP)增长11.5%,居全市第一", "经济（GDP）增长11.5%，居全市第一"),
        (
            "3,000元 12:30 a,b f(x) Who? 见https://a.example/?q=1",
            "3,000元 12:30 a,b f(x) Who? 见https://a.example/?q=1",
        ),
    ],
)
def test_signs_beside_han_become_full_width_and_others_stay(text: str, shown: str) -> None:
    assert full_width(text) == shown


def test_addresses_and_checksums_stay_as_they_are() -> None:
    data = {"url": "http://云.example/a,b:区(一)", "lead": ["会议,部署"], "level": 1}
    assert widened(data) == {"url": "http://云.example/a,b:区(一)", "lead": ["会议，部署"], "level": 1}

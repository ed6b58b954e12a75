"""Bulletins as a JSON list, with everything the archive knows of each."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date

from xinhui_viewer.records import Bulletin
from xinhui_viewer.summary.cite import reference


def json_object(one: Bulletin) -> str:
    """Return one bulletin as a JSON object: dates in ISO form or null, spans as offsets in ``body``."""
    values = {**asdict(one), "reference": reference(one)}
    return json.dumps(values, ensure_ascii=False, indent=1, default=_value)


def _value(value: object) -> str:
    assert isinstance(value, date), value
    return value.isoformat()

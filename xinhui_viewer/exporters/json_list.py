"""Bulletins as a JSON list, with everything the archive knows about each."""

from __future__ import annotations

import json
from dataclasses import asdict

from xinhui_viewer import facts
from xinhui_viewer.exporters.facts import grounds
from xinhui_viewer.exporters.figures import told_figures
from xinhui_viewer.records import Bulletin
from xinhui_viewer.summary.cite import reference


def json_object(one: Bulletin) -> str:
    """Return one bulletin as a JSON object: dates in ISO form or null, spans as offsets in ``body``."""
    beside = {name: value for name, value in asdict(one).items() if name not in ("id", "facts", "grounds")}
    beside["figures"] = told_figures(one.figures, one.body)
    said = {**facts.json(one.facts), "grounds": grounds(one)}
    values = {"id": one.id, **said, **beside, "reference": reference(one)}
    return json.dumps(values, ensure_ascii=False, indent=1)

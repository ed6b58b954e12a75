"""Read files into drafts and import them into an archive: the formats, and the import itself."""

from __future__ import annotations

from xinhui_viewer.importers.run.sources import import_passed_over, import_sources, read
from xinhui_viewer.importers.table import IMPORTERS, Importer

__all__ = ["IMPORTERS", "Importer", "import_passed_over", "import_sources", "read"]

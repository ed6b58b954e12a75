"""Data and a template become PDF bytes: through Typst, with our own fonts and no others, then packed by pikepdf."""

from __future__ import annotations

import io
import json
from datetime import datetime
from functools import cache
from typing import Any

from xinhui_viewer.errors import ExportError
from xinhui_viewer.exporters.glyphs import printable
from xinhui_viewer.i18n import tr
from xinhui_viewer.job import Job
from xinhui_viewer.resources import resource


def typeset(template: str, data: dict[str, Any], made: str, job: Job) -> bytes:
    """Return the PDF of ``data`` in a template: tagged PDF/A-2a and PDF/UA-1, the same bytes for the same data.

    The data reach the template as values, never as markup. Characters that no shipped font has are named in its
    ``missing`` entry, where the template prints them. ``made`` is the ISO date the file claims to be made at.
    """
    missing: set[str] = set()
    data = printable(data, missing)
    data["missing"] = [f"U+{ord(character):04X}" for character in sorted(missing)]
    job.check()
    pages = _compiled(template, data, made)
    job.check()
    return _packed(pages)


def _compiled(template: str, data: dict[str, Any], made: str) -> bytes:
    import typst

    folder = resource("typst")
    try:
        compiler = typst.Compiler(str(folder / f"{template}.typ"), root=str(folder), font_paths=_fonts())
        pages = compiler.compile(
            format="pdf",
            sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
            pdf_standards=["a-2a", "ua-1"],
            timestamp=int(datetime.fromisoformat(made).timestamp()),
        )
    except typst.TypstError as error:
        problem = tr("The pages could not be typeset: {reason}.").format(reason=error.message)
        raise ExportError(problem, tr("Report it with the number of the bulletin.")) from error
    assert isinstance(pages, bytes)
    return pages


@cache
def _fonts() -> Any:
    import typst

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(resource("fonts"))])


def _packed(pages: bytes) -> bytes:
    """Return the same PDF with its objects in compressed streams: about a third of the size."""
    import pikepdf

    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pages)) as pdf:
        pdf.save(
            out,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            compress_streams=True,
            deterministic_id=True,
        )
    return out.getvalue()

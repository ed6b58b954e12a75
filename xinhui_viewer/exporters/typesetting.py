"""Data and a template become PDF bytes: through Typst, with our own fonts first, then packed by pikepdf."""

from __future__ import annotations

import io
import json
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from xinhui_viewer.errors import ExportError
from xinhui_viewer.exporters.glyphs import printable, unprintable
from xinhui_viewer.exporters.system_fonts import without_glyph
from xinhui_viewer.i18n import tr
from xinhui_viewer.job import Job
from xinhui_viewer.resources import resource

_ARCHIVAL = ["a-2a", "ua-1"]


def typeset(template: str, data: dict[str, Any], made: str, job: Job, archival: bool = True) -> bytes:
    """Return the PDF of ``data`` in a template: tagged, PDF/A-2a and PDF/UA-1 when archival; same data, same bytes.

    The data reach the template as values, never as markup; ``pictures`` in them are files by name. Characters that
    neither our fonts nor the system's have are named in its ``missing`` entry, which the template prints with
    ``plain``: why the pages are not archival although they were to be. ``made`` is the ISO date the file claims.
    """
    pictures: dict[str, bytes] = data.pop("pictures", {})
    foreign = unprintable(data)
    missing = without_glyph(foreign) if foreign else frozenset()
    data = printable(data, missing)
    data["missing"] = [f"U+{ord(character):04X}" for character in sorted(missing)]
    job.check()
    system = foreign != missing or bool(data.get("system_fonts"))
    pages = _compiled(template, data, made, pictures, system, archival)
    job.check()
    return _packed(pages)


def _compiled(
    template: str, data: dict[str, Any], made: str, pictures: dict[str, bytes], system: bool, archival: bool
) -> bytes:
    import typst

    with _root(pictures) as folder:
        compiler = typst.Compiler(str(folder / f"{template}.typ"), root=str(folder), font_paths=_fonts(system))

        def attempt(standards: list[Any], plain: str) -> bytes:
            pages = compiler.compile(
                format="pdf",
                sys_inputs={"data": json.dumps({**data, "plain": plain}, ensure_ascii=False)},
                pdf_standards=standards,
                timestamp=int(datetime.fromisoformat(made).timestamp()),
            )
            assert isinstance(pages, bytes)
            return pages

        try:
            try:
                return attempt(_ARCHIVAL if archival else [], "")
            except typst.TypstError as error:
                if not archival:
                    raise
                return attempt([], tr("These pages are plain PDF, not PDF/A: {reason}.").format(reason=error.message))
        except typst.TypstError as error:
            problem = tr("The pages could not be typeset: {reason}.").format(reason=error.message)
            raise ExportError(problem, tr("Report it with the number of the bulletin.")) from error


@contextmanager
def _root(pictures: dict[str, bytes]) -> Iterator[Path]:
    """Give the folder that Typst may read: our templates, with the pictures beside them when there are any."""
    templates = resource("typst")
    if not pictures:
        yield templates
        return
    with tempfile.TemporaryDirectory(prefix="xinhui-") as name:
        for path in templates.glob("*.typ"):
            shutil.copyfile(path, Path(name, path.name))
        for file, content in pictures.items():
            Path(name, file).write_bytes(content)
        yield Path(name)


@cache
def _fonts(system: bool) -> Any:
    import typst

    return typst.Fonts(include_system_fonts=system, include_embedded_fonts=False, font_paths=[str(resource("fonts"))])


def _packed(pages: bytes) -> bytes:
    """Return the same PDF with its objects in compressed streams: about a third of the size."""
    import pikepdf

    out = io.BytesIO()
    pikepdf.settings.set_flate_compression_level(9)
    with pikepdf.open(io.BytesIO(pages)) as pdf:
        pdf.save(
            out,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            compress_streams=True,
            deterministic_id=True,
        )
    return out.getvalue()

"""Typeset data with a template into PDF bytes: by Typst, with our own fonts first, then packed by pikepdf."""

from __future__ import annotations

import io
import json
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from importlib import import_module
from pathlib import Path
from threading import Thread
from typing import Any

from xinhui_viewer.errors import ExportError
from xinhui_viewer.exporters.glyphs import printable, unprintable
from xinhui_viewer.exporters.system_fonts import fonts, without_glyph
from xinhui_viewer.i18n import tr
from xinhui_viewer.job import Job
from xinhui_viewer.resources import resource

_ARCHIVAL = ["a-2a", "ua-1"]


@dataclass(frozen=True, slots=True)
class Ready:
    """Data fit for a template; ``pictures`` are files by name, ``system`` asks for the system's fonts beside ours."""

    data: dict[str, Any]
    pictures: dict[str, bytes] = field(default_factory=dict)
    system: bool = False


def typeset(template: str, data: dict[str, Any], made: str, job: Job, archival: bool = True) -> bytes:
    """Return the PDF of ``data`` in a template: tagged, PDF/A-2a and PDF/UA-1 when archival; same data, same bytes.

    ``plain`` in the data, which the template prints, says why the pages are not archival although that was asked for.
    ``made`` is the ISO date the file claims.
    """
    fit = ready(data)
    job.check()
    # Typst lets other threads run: the library that packs its pages is loaded meanwhile, a tenth of a second.
    Thread(target=import_module, args=("pikepdf",), daemon=True).start()
    pages, _plain = compiled(template, fit, made, archival)
    job.check()
    return packed(pages)


def ready(data: dict[str, Any]) -> Ready:
    """Return data that can be printed: as values, never as markup; ``pictures`` in them are files by name.

    Characters that neither our fonts nor the system's have are named in its ``missing`` entry.
    """
    pictures: dict[str, bytes] = data.get("pictures", {})
    data = {key: value for key, value in data.items() if key != "pictures"}
    foreign = unprintable(data)
    missing = without_glyph(foreign) if foreign else frozenset()
    system = foreign != missing or bool(data.get("system_fonts"))
    data = printable(data, missing)
    data["missing"] = [f"U+{ord(character):04X}" for character in sorted(missing)]
    return Ready(data, pictures, system)


def compiled(
    template: str, fit: Ready, made: str, archival: bool, plain: str = "", tagged: bool = True
) -> tuple[bytes, str]:
    """Return PDF, not yet packed, and the reason when it is plain although archival was asked for, else an empty text.

    ``plain`` says from the start why it is.
    """
    import typst

    stamp = int(datetime.fromisoformat(made).timestamp())
    with _compiler(template, fit) as compiler:

        def attempt(standards: list[Any], plain: str) -> bytes:
            pages = compiler.compile(
                format="pdf",
                sys_inputs=_inputs(fit, plain),
                pdf_standards=standards,
                timestamp=stamp,
                pdf_tags=tagged,
            )
            assert isinstance(pages, bytes)
            return pages

        try:
            if not archival or plain:
                return attempt([], plain), plain
            try:
                return attempt(_ARCHIVAL, ""), ""
            except typst.TypstError as error:
                plain = tr("These pages are plain PDF, not PDF/A: {reason}.").format(reason=error.message)
                return attempt([], plain), plain
        except typst.TypstError as error:
            raise _failed(error) from error


def measured(template: str, fit: Ready, label: str) -> Any:
    """Return the value that a template leaves under a label, without making PDF: about half the time."""
    import typst

    with _compiler(template, fit, _inputs(fit, "")) as compiler:
        try:
            return json.loads(compiler.query(f"<{label}>", field="value", one=True))
        except typst.TypstError as error:
            raise _failed(error) from error


def packed(pages: bytes) -> bytes:
    """Return the same PDF with its objects in compressed streams: about a third of the size."""
    import pikepdf

    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pages)) as pdf:
        save(pdf, out)
    return out.getvalue()


def save(pdf: Any, to: Any) -> None:
    """Write a pikepdf.Pdf compressed and deterministically."""
    import pikepdf

    pikepdf.settings.set_flate_compression_level(9)
    pdf.save(
        to,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        compress_streams=True,
        deterministic_id=True,
    )


def _inputs(fit: Ready, plain: str) -> dict[str, str]:
    return {"data": json.dumps({**fit.data, "plain": plain}, ensure_ascii=False)}


def _failed(error: Any) -> ExportError:
    problem = tr("The pages could not be typeset: {reason}.").format(reason=error.message)
    return ExportError(problem, tr("Report this with the bulletin number."))


@contextmanager
def _compiler(template: str, fit: Ready, inputs: dict[str, str] | None = None) -> Iterator[Any]:
    import typst

    with _root(fit.pictures) as folder:
        path = str(folder / f"{template}.typ")
        yield typst.Compiler(path, root=str(folder), font_paths=fonts(fit.system), sys_inputs=inputs or {})


@contextmanager
def _root(pictures: dict[str, bytes]) -> Iterator[Path]:
    """Yield the folder that Typst may read: our templates, with the pictures beside them when there are any."""
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

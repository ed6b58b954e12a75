"""Parse XML of documents safely: no document type, no entities, limited depth."""

from __future__ import annotations

from typing import Any

from xinhui_viewer.errors import UnreadableSource
from xinhui_viewer.i18n import tr


def parsed(content: bytes, name: str) -> Any:
    """Return the root element; UnreadableSource when the XML is damaged, too deep, or declares a document type."""
    from lxml import etree

    plain = content.replace(b"\0", b"")  # UTF-16
    if b"<!DOCTYPE" in plain or b"<!ENTITY" in plain:
        problem = tr("{name} declares a document type (DOCTYPE), which no proper document needs.").format(name=name)
        raise UnreadableSource(problem, tr("Do not open it: no proper document is like that."))
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        problem = tr("{name} is damaged and cannot be read.").format(name=name)
        raise UnreadableSource(problem, tr("Get the file from its source again.")) from error


def name_of(node: Any) -> str:
    """Return the name of an element without its namespace, empty for a comment."""
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""


def child(node: Any, name: str) -> Any:
    """Return the first child of a name; None when there is none."""
    return next(iter(all_named(node, name)), None)


def all_named(node: Any, name: str) -> list[Any]:
    """Return the children of a name, none for a missing node."""
    return [one for one in node if name_of(one) == name] if node is not None else []

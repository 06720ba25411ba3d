"""REFI-QDA projects in tests: how they are made, valid, and taken apart."""

import io
import zipfile
from pathlib import Path
from typing import Any

from lxml import etree

from reviewer.workspace.exporting.tool_forms import TOOL_FORMS
from tests.exporters.cases import made_for
from tests.exporters.reviews import Reviewed

PROJECT = "urn:QDA-XML:project:1.0"
CODEBOOK = "urn:QDA-XML:codebook:1.0"
NS = {"q": PROJECT, "c": CODEBOOK}

_SCHEMA = Path(__file__).with_name("refi_qda_project.xsd")


def project_schema() -> etree.XMLSchema:
    """The published schema of projects."""
    return etree.XMLSchema(etree.parse(_SCHEMA))


def codebook_schema() -> etree.XMLSchema:
    """The schema of codebooks, which has the types of projects in a namespace of its own, and its own root."""
    text = _SCHEMA.read_text(encoding="utf-8").replace(PROJECT, CODEBOOK)
    project = '<xsd:element name="Project"'
    text = text.replace(project, f'<xsd:element name="CodeBook" type="CodeBookType"/>\n{project}')
    origin = '</xsd:sequence><xsd:attribute name="origin" type="xsd:string"/></xsd:complexType>'
    start = text.index('<xsd:complexType name="CodeBookType">')
    end = text.index("</xsd:complexType>", start) + len("</xsd:complexType>")
    inner = text[start : text.index("</xsd:sequence>", start)]
    return etree.XMLSchema(etree.fromstring((text[:start] + inner + origin + text[end:]).encode()))


def project_of(*chats: Reviewed) -> bytes:
    """The project with these reviews."""
    return made_for(TOOL_FORMS["qdpx"], "feedback", *chats)["project.qdpx"]


def codebook_of(*chats: Reviewed) -> bytes:
    """The codebook with the rubrics of these reviews."""
    return made_for(TOOL_FORMS["qdc"], "feedback", *chats)["codebook.qdc"]


def tree_of(project: bytes) -> Any:
    """The XML of a project."""
    return etree.fromstring(zipfile.ZipFile(io.BytesIO(project)).read("project.qde"), etree.XMLParser(huge_tree=True))


def text_of(project: bytes, source: Any) -> str:
    """The text of one of its text sources."""
    name = source.get("plainTextPath").removeprefix("internal://")
    return zipfile.ZipFile(io.BytesIO(project)).read(f"sources/{name}").decode("utf-8")


def packed(qde: str | bytes, files: dict[str, bytes] | None = None, *, name: str = "project.qde") -> bytes:
    """A project as another program would have written it: this XML, and these files."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, qde)
        for path, content in (files or {}).items():
            archive.writestr(path, content)
    return stream.getvalue()

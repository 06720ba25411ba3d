"""Documents, mails and archives around a chat, made with the usual libraries."""

import zipfile
from collections.abc import Mapping
from email.message import EmailMessage
from email.policy import SMTP
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

LINES = (
    "Ola Berg: Guten Tag, my lamp “Lumen” came without its shade – again 🙂.",
    "Agent Mira: I am sorry to hear that. May I have the order number?",
    "Ola Berg: It is L-2207.",
    "Agent Mira: Thank you. A new shade leaves today, at no cost.",
    "Ola Berg: Great, merci.",
)
CHAT = "\n".join(LINES)
PLAIN = tuple(line.replace(" 🙂", "").replace("“", '"').replace("”", '"').replace(" –", ",") for line in LINES)
"""The same in signs that every font of a PDF has."""

ODT_HEAD = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"><office:body><office:text>'
)
ODT_END = "</office:text></office:body></office:document-content>"


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    written = BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return written.getvalue()


def saved(document: Any) -> bytes:
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def word(lines: tuple[str, ...] = LINES) -> bytes:
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    return saved(document)


def open_document(body: str) -> bytes:
    return zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": f"{ODT_HEAD}{body}{ODT_END}"})


def rich_text(lines: tuple[str, ...] = LINES) -> bytes:
    body = "\\par\n".join("".join(_rtf(sign) for sign in line) for line in lines)
    return ("{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0 Arial;}}\\f0\\fs22 " + body + "\\par}").encode("ascii")


def _rtf(sign: str) -> str:
    if sign.isascii():
        return f"\\{sign}" if sign in "\\{}" else sign
    units = sign.encode("utf-16-le")
    pairs = (int.from_bytes(units[at : at + 2], "little", signed=True) for at in range(0, len(units), 2))
    return "".join(f"\\u{unit}?" for unit in pairs)


def printed(pages: list[list[str]], password: str = "") -> bytes:
    written = BytesIO()
    canvas = Canvas(written, pagesize=A4, encrypt=password or None, invariant=True)
    for page in pages:
        for row, line in enumerate(page):
            canvas.drawString(60, 780 - 16 * row, line)
        canvas.showPage()
    canvas.save()
    return written.getvalue()


def mail(text: str = CHAT, subject: str = "Missing shade", **parts: str | bytes) -> bytes:
    """A mail; `html` is another form of its words, every other part a file that is attached."""
    made = EmailMessage(policy=SMTP)
    made["From"], made["To"], made["Subject"] = "shop@example.org", "ola@example.org", subject
    made["Date"] = "Tue, 03 Mar 2026 10:02:00 +0100"
    made["Message-ID"] = "<1@example.org>"
    made.set_content(text)
    if "html" in parts:
        made.add_alternative(str(parts.pop("html")), subtype="html")
    for name, content in parts.items():
        whole = content.encode() if isinstance(content, str) else content
        made.add_attachment(whole, maintype="application", subtype="octet-stream", filename=name.replace("_", "."))
    return bytes(made)


def write(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path

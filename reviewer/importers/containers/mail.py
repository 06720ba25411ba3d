"""Saved mails (.eml): the words, and what is attached."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage
from html import escape
from typing import Final

from reviewer.errors import Unreadable
from reviewer.importers.base import Source
from reviewer.importers.containers.container import Member

HEAD: Final = 65536
STUB: Final = 200

_FIELD: Final = re.compile(rb"^([A-Za-z][A-Za-z0-9-]{0,60}):[ \t\r\n]|^[ \t]|^From ")
_KNOWN: Final = frozenset(
    b"from to cc date subject received message-id mime-version return-path delivered-to content-type reply-to".split()
)
_NEEDED: Final = frozenset({b"message-id", b"mime-version", b"received", b"return-path", b"content-type"})
_PICTURES: Final = ("image", "audio", "video", "font")
_LINE_END: Final = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail as RFC 5322 and MIME have it, read with the standard library."""

    def opens(self, source: Source) -> bool:
        """Whether it begins with the fields of a mail, one of them such as only mail programs write."""
        names: set[bytes] = set()
        for line in source.content[:HEAD].lstrip(b"\xef\xbb\xbf\r\n").split(b"\n"):
            if not line.strip():
                break
            field = _FIELD.match(line)
            if field is None:
                return False
            names.add((field[1] or b"").lower())
        return b"from" in names and bool(names & _NEEDED) and len(names & _KNOWN) >= 3

    def unpack(self, source: Source) -> Iterator[Member]:
        """What is attached and may hold a chat, and the words of the mail, with its subject and date above them.

        Raises:
            Unreadable: it holds neither.
        """
        try:
            mail = message_from_bytes(source.whole(), _class=EmailMessage, policy=policy.default)
            attached = list(_attached(source, mail))
            body = _body(source, mail)
        except (MessageError, ValueError, LookupError, AttributeError, TypeError) as trouble:
            raise Unreadable(f"{source.name} could not be read: it is no whole mail. Save it again.") from trouble
        if body is None and not attached:
            raise Unreadable(f"{source.name} is a mail without text.")
        yield from attached
        if body is not None:
            yield Member(body, optional=bool(attached))


def _attached(source: Source, mail: EmailMessage) -> Iterator[Member]:
    for part in mail.iter_attachments():
        if part.get_content_maintype() in _PICTURES:
            continue
        name = part.get_filename() or "attached"
        content = part.get_content()
        if isinstance(content, EmailMessage):
            content = content.as_bytes()
        if isinstance(content, str):
            content = content.encode("utf-8", "replace")
        if content:
            yield Member(Source(f"{source.name}/{name}", bytes(content)), optional=True)


def _body(source: Source, mail: EmailMessage) -> Source | None:
    plain, page = mail.get_body(("plain",)), mail.get_body(("html",))
    text = _text(plain)
    written = _text(page)
    fields = [(name, str(mail[name])) for name in ("Subject", "Date") if mail[name]]
    if written.strip() and len(text.strip()) < STUB and len(written) > len(text):
        above = "".join(f"<p>{escape(name)}: {escape(value)}</p>" for name, value in fields)
        return Source(source.name, f'<meta charset="utf-8"><div>{above}</div>{written}'.encode("utf-8", "replace"))
    if not text.strip():
        return None
    if plain is not None and str(plain.get_param("format", "")).casefold() == "flowed":
        text = _unflowed(text, joined=str(plain.get_param("delsp", "")).casefold() == "yes")
    above = "".join(f"{name}: {value}\n" for name, value in fields)
    return Source(source.name, f"{above}\n{text}".encode("utf-8", "replace"))


def _text(part: object) -> str:
    content = part.get_content() if isinstance(part, EmailMessage) else ""
    return content if isinstance(content, str) else ""


def _unflowed(text: str, *, joined: bool) -> str:
    """Lines that end with a blank go on in the next (RFC 3676); the mark of a signature does not."""
    lines: list[str] = []
    goes_on = False
    for line in _LINE_END.split(text):
        bare = line.removeprefix(" ") if not line.startswith(" >") else line
        if goes_on:
            lines[-1] += bare
        else:
            lines.append(bare)
        goes_on = line.endswith(" ") and line != "-- "
        if goes_on and joined:
            lines[-1] = lines[-1][:-1]
    return "\n".join(lines)

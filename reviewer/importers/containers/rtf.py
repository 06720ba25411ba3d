"""Rich text (RTF)."""

from collections.abc import Iterator
from dataclasses import dataclass

from reviewer.errors import Unreadable
from reviewer.importers.base import Source
from reviewer.importers.containers.container import Member
from reviewer.importers.containers.paragraphs import Body


@dataclass(frozen=True, slots=True)
class Rtf:
    """RTF, read with striprtf; signs beyond ASCII are cp1252 unless the document names another code page."""

    def opens(self, source: Source) -> bool:
        """Whether it begins as RTF does."""
        return source.content.startswith(b"{\\rtf")

    def unpack(self, source: Source) -> Iterator[Member]:
        """Its text.

        Raises:
            Unreadable: it is damaged, or holds no text.
        """
        from striprtf.striprtf import rtf_to_text

        try:
            text = str(rtf_to_text(source.whole().decode("latin-1"), encoding="cp1252", errors="replace"))  # type: ignore[no-untyped-call]
        except (ValueError, LookupError, IndexError, OverflowError) as trouble:
            raise Unreadable(
                f"{source.name} could not be read: its rich text is damaged. Open it in a word processor and save it "
                "again."
            ) from trouble
        body = Body()
        whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        body.paragraph(whole.replace("\r\n", "\n").replace("\r", "\n"))
        yield body.member(source)

"""Elements of a REFI-QDA project, one after the other."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any

from reviewer.domain.xml_words import in_xml
from reviewer.exchange.refi_qda.names import PROJECT, guid


class Xml:
    """An incremental writer of lxml, `file`; attributes without a value are left out."""

    def __init__(self, file: Any) -> None:
        self.file = file

    @contextmanager
    def within(self, element: str, /, **attributes: str) -> Iterator[None]:
        """What is written inside goes into this element."""
        self.file.write("\n")
        given = {key: in_xml(value) for key, value in attributes.items() if value}
        with self.file.element(f"{{{PROJECT}}}{element}", given):
            yield

    def put(self, element: str, text: str = "", /, **attributes: str) -> None:
        """An element that holds words or nothing."""
        given = {key: in_xml(value) for key, value in attributes.items() if value}
        with self.file.element(f"{{{PROJECT}}}{element}", given):
            if text:
                self.file.write(in_xml(text))

    def refer(self, element: str, identity: str) -> None:
        """An element that points to another by its identity."""
        self.put(element, "", targetGUID=guid(identity))


def moment(stamp: str | None, day: date) -> str:
    """A time as XML Schema writes it; `day` where there is none."""
    try:
        return datetime.fromisoformat(stamp or "").isoformat(timespec="seconds").replace("+00:00", "Z")
    except ValueError:
        return f"{day.isoformat()}T00:00:00Z"

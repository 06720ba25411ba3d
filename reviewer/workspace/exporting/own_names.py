"""File names that belong to one transcript alone."""

from collections import Counter

from reviewer.domain.transcript import Transcript
from reviewer.exporters.naming import file_name
from reviewer.store.reading import Reading


class OwnNames:
    """Where titles give the same name, later imports get a number; the library is looked through once for an ending.

    A name stays the same from export to export, so that a new page replaces the old one of the same transcript.
    """

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._by_ending: dict[str, dict[str, str]] = {}

    def of(self, transcript: Transcript, ending: str) -> str:
        """The name of this transcript's file with this ending."""
        if ending not in self._by_ending:
            self._by_ending[ending] = self._all(ending)
        return self._by_ending[ending].get(transcript.id) or file_name(transcript.title, ending)

    def _all(self, ending: str) -> dict[str, str]:
        taken: Counter[str] = Counter()
        names = {}
        for one in sorted(self._reading.transcripts(), key=lambda one: (one.imported_at, one.id)):
            name = file_name(one.title, ending)
            taken[name] += 1
            names[one.id] = name if taken[name] == 1 else file_name(one.title, f"{taken[name]}-{ending}")
        return names

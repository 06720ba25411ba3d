"""Tables in which a row is a turn."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from reviewer.domain.transcript import Role, TurnKind
from reviewer.importers.base import LineKind
from reviewer.importers.drafts import HEARD, Draft, Person
from reviewer.importers.names import cleaned
from reviewer.importers.notices import is_notice
from reviewer.importers.roles import MOST_SPEAKERS, Voice, guess_roles
from reviewer.importers.tables.columns import Layout
from reviewer.importers.tables.ledger import Ledger, is_blank
from reviewer.importers.tables.markup import words_of
from reviewer.importers.tables.words import FALSE, SPOKEN_KIND, SYSTEM_KIND, TRUE, bare, plain, role_of

HEARD_IN_ALL: Final = 5000
LONGEST_NAME: Final = 80

_NO_WORDS: Final = (
    "Row {} says nothing and names nobody. It was left out.",
    "{} rows say nothing and name nobody. They were left out.",
)
_NO_NAME: Final = ("Row {} does not name who speaks.", "{} rows do not name who speaks.")
_INTERNAL: Final = ("Row {} is an internal note.", "{} rows are internal notes.")
_UNEVEN: Final = (
    "Row {} has more cells than there are headings.",
    "{} rows have more cells than there are headings.",
)


@dataclass(slots=True)
class Turns:
    """Reads rows by a layout; conversations come in the order in which they are first met."""

    layout: Layout
    ledger: Ledger
    width: int
    delimiter: str = "\t"
    breaks: bool = False
    """Whether empty rows part conversations."""
    drafts: dict[str, Draft] = field(default_factory=dict)
    ids: list[tuple[str, str]] = field(default_factory=list)
    """The id of each row read, and of the row that it answers."""
    _part: int = 0
    _turn: float | None = None
    _roles: dict[str, tuple[Role | None, str]] = field(default_factory=dict)

    def run(self, rows: Iterable[list[str]], headings: list[str]) -> list[Draft]:
        """The conversations in these rows."""
        layout, ledger, width = self.layout, self.ledger, self.width
        kinds, texts, at = ledger.kinds, ledger.texts, layout.text
        time = layout.time
        simple = layout.kind is None and layout.public is None and layout.reply is None
        for row in rows:
            if len(row) != width:
                row = self._evened(row)
            text = row[at].rstrip()
            if not text and is_blank(row):
                ledger.blank()
                self._part += self.breaks
                continue
            if "\r" in text:
                text = text.replace("\r\n", "\n").replace("\r", "\n")
            if layout.markup:
                text = words_of(text)
            draft = self._draft(row)
            person = self._person(draft, row)
            if person is None and not text:
                self.ledger.skip(row, *_NO_WORDS)
                continue
            number = len(kinds) + 1
            sent = (row[time] if layout.clock is None else self._moment(row)) if time is not None else None
            if simple and person is not None:
                draft.say(person, text, sent, (number, number))
                kinds.append(LineKind.TURN)
            else:
                kinds.append(self._say(draft, person, text, sent, row, headings))
                text = draft.said[-1].text
            texts.append(text)
        return [draft for draft in self.drafts.values() if draft.said]

    def _evened(self, row: list[str]) -> list[str]:
        if len(row) < self.width:
            return row + [""] * (self.width - len(row))
        if self.layout.text == self.width - 1:
            return [*row[: self.width - 1], self.delimiter.join(row[self.width - 1 :])]
        if any(cell.strip() for cell in row[self.width :]):
            self.ledger.remark(len(self.ledger.kinds) + 1, *_UNEVEN)
        return row[: self.width]

    def _draft(self, row: list[str]) -> Draft:
        layout = self.layout
        if layout.conversation is not None:
            key = row[layout.conversation]
        elif layout.turn is not None and not self.breaks:
            key = self._by_turn(row[layout.turn])
        else:
            key = str(self._part)
        draft = self.drafts.get(key)
        if draft is None:
            title = row[layout.title] if layout.title is not None else ""
            if not title.strip() and layout.conversation is not None:
                title = bare(key.strip())
            draft = self.drafts[key] = Draft(cleaned(title[:LONGEST_NAME]))
            if layout.channel is not None:
                draft.channel = row[layout.channel].strip() or None
        return draft

    def _by_turn(self, cell: str) -> str:
        try:
            turn = float(cell)
        except ValueError:
            return str(self._part)
        if self._turn is not None and turn <= self._turn and turn <= 1:
            self._part += 1
        self._turn = turn
        return str(self._part)

    def _person(self, draft: Draft, row: list[str]) -> Person | None:
        layout = self.layout
        key = row[layout.speaker].strip() if layout.speaker is not None else ""
        name = row[layout.name].strip() if layout.name is not None else ""
        role = row[layout.role].strip() if layout.role is not None else ""
        if not key:
            key = name or role
            if not key:
                return None
        person = draft.people.get(key)
        if person is not None and (not name or person.name != person.key):
            return person
        part, reason = self._role(role) if role else (None, "")
        if not name and layout.numbered and layout.inbound is None:
            name = role
        if layout.speaker == layout.role or not role:
            part = part or _special(key)
        return draft.person((name or bare(key))[:LONGEST_NAME], key, part, reason or "the file says so")

    def _role(self, cell: str) -> tuple[Role | None, str]:
        if self.layout.inbound is None:
            return role_of(cell), ""
        yes = cell.casefold() in TRUE
        if not yes and cell.casefold() not in FALSE:
            return None, ""
        return (Role.CUSTOMER if yes == self.layout.inbound else Role.AGENT), ""

    def _moment(self, row: list[str]) -> str:
        day = row[self.layout.time or 0].strip().removesuffix("T00:00:00").removesuffix(" 00:00:00")
        return f"{day} {row[self.layout.clock or 0].strip()}"

    def _say(
        self, draft: Draft, person: Person | None, text: str, sent: str | None, row: list[str], headings: list[str]
    ) -> LineKind:
        layout, number = self.layout, len(self.ledger.kinds) + 1
        where = (number, number)
        if layout.reply is not None and layout.own is not None:
            self.ids.append((bare(row[layout.own].strip()), bare(row[layout.reply].strip())))
        if layout.public is not None and _is_internal(headings[layout.public], row[layout.public]):
            self.ledger.remark(number, *_INTERNAL)
        kind = row[layout.kind].strip() if layout.kind is not None else ""
        if kind and SYSTEM_KIND.search(kind) and not (text and SPOKEN_KIND.search(kind)):
            who = f"{person.name}: " if person and person.role is not Role.SYSTEM else ""
            draft.say(None, text or f"{who}{kind}", sent, where)
            return LineKind.SYSTEM
        if person is None and is_notice(text):
            draft.say(None, text, sent, where)
            return LineKind.SYSTEM
        if person is None:
            if layout.shown().speaker is not None:
                self.ledger.remark(number, *_NO_NAME)
            draft.say_unnamed(text, sent, where)
        else:
            draft.say(person, text, sent, where)
        return LineKind.TURN


def _special(key: str) -> Role | None:
    """The role in a key such as “agent:31” or “__system”; plain words are left to the guess from names."""
    return role_of(key) if key.startswith("_") or ":" in key else None


def _is_internal(heading: str, cell: str) -> bool:
    value, head = cell.strip().casefold(), plain(heading)
    if head in ("public", "is_public"):
        return value in FALSE
    if head in ("visibility", "part_type"):
        return value in ("internal", "private", "agents", "note")
    return value in TRUE


def share_roles(drafts: list[Draft]) -> None:
    """Where the same few people speak in all conversations, their roles are guessed once."""
    names = {person.key: person for draft in drafts for person in draft.people.values()}
    if len(drafts) < 2 or len(names) > MOST_SPEAKERS:
        return
    voices = {key: Voice(key, person.name) for key, person in names.items()}
    counts: Counter[str] = Counter()
    for key, text in _heard(drafts):
        counts[key] += 1
        if counts[key] <= HEARD:
            voices[key].texts.append(text)
    known = {key: (person.role, person.reason) for key, person in names.items() if person.role}
    roles = guess_roles(list(voices.values()), [], (), known)
    for draft in drafts:
        for person in draft.people.values():
            if person.role is None:
                person.role, person.reason = roles[person.key]


def _heard(drafts: list[Draft]) -> Iterator[tuple[str, str]]:
    left = HEARD_IN_ALL
    for draft in drafts:
        for one in draft.said:
            if one.speaker is not None:
                yield one.speaker, one.text
        left -= len(draft.said)
        if left < 0:
            return


def system_rows(drafts: list[Draft], ledger: Ledger) -> None:
    """Rows of those who turn out to be the chat program are system lines."""
    for draft in drafts:
        system = {person.key for person in draft.people.values() if person.role is Role.SYSTEM}
        for one in draft.said if system else ():
            if one.speaker in system:
                one.speaker, one.kind = None, TurnKind.SYSTEM
                ledger.kinds[one.where[0] - 1] = LineKind.SYSTEM

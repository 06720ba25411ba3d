"""What the palette offers for what was typed."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial

from reviewer.gui.actions import Actions, Offer
from reviewer.gui.palette.matching import Match, match
from reviewer.gui.session import Session
from reviewer.gui.words import isolated
from reviewer.store.listing import Query

BEST, COMMANDS, RECENT, HERE, TRANSCRIPTS, TURNS = (
    "Best match", "Commands", "Last used", "Here", "Transcripts", "In this transcript",
)  # fmt: skip
MOST_BEST, MOST_COMMANDS, MOST_TRANSCRIPTS, MOST_TURNS, MOST_RECENT = 2, 40, 5, 5, 5
MOST_LOOKED_AT = 200
"""Transcripts that hold the words, of which those with the words in their title are shown."""
LONGEST = 70
LEAST_WORDS = 2
"""So many letters are needed before transcripts and turns are looked through."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: what it says, what it does, its key; `reason` says why it cannot run now."""

    text: str
    run: Callable[[], object] = field(compare=False)
    icon: str = "keyboard"
    keys: tuple[str, ...] = ()
    aside: str = ""
    reason: str = ""
    spans: tuple[tuple[int, int], ...] = ()
    name: str = ""


Groups = list[tuple[str, list[Entry]]]


class Entries:
    """Looks through commands, transcripts and turns."""

    def __init__(
        self,
        actions: Actions,
        session: Session,
        open_transcript: Callable[[str], None],
        go_to_turn: Callable[[int], None],
    ) -> None:
        self._actions = actions
        self._session = session
        self._open = open_transcript
        self._go_to_turn = go_to_turn

    def groups(self, typed: str, recent: Sequence[str]) -> Groups:
        """What fits, in groups; empty ones are left out."""
        kind, words = typed[:1], typed[1:].strip()
        if kind == "#":
            found = [(TURNS, self._numbered(words))]
        elif kind == "@":
            found = [(TRANSCRIPTS, self._transcripts(words))]
        elif kind == ">":
            found = self._commands(words)
        elif not typed.strip():
            found = self._at_rest(recent)
        else:
            words = typed.strip()
            long = len(words) >= LEAST_WORDS
            rest = [(TRANSCRIPTS, self._transcripts(words)), (TURNS, self._turns(words))] if long else []
            found = [*self._commands(words), *rest]
        return [(name, entries) for name, entries in found if entries]

    def _at_rest(self, recent: Sequence[str]) -> Groups:
        offers = {one.name: one for one in self._actions.offers()}
        last = [_entry(offers[name]) for name in recent if name in offers][:MOST_RECENT]
        here = [_entry(one) for one in offers.values() if not one.reason and one.name not in recent]
        return [(RECENT, last), (HERE, here)]

    def _commands(self, words: str) -> Groups:
        fits = [(found, one) for one in self._actions.offers() if (found := match(words, one.text))]
        can = _sorted((found, one) for found, one in fits if not one.reason)
        cannot = _sorted((found, one) for found, one in fits if one.reason)
        best = [(found, one) for found, one in can if found.good][:MOST_BEST] if words else []
        rest = [pair for pair in can if pair not in best]
        entries = [_entry(one, found) for found, one in (*rest, *cannot)][:MOST_COMMANDS]
        return [(BEST, [_entry(one, found) for found, one in best]), (COMMANDS, entries)]

    def _transcripts(self, words: str) -> list[Entry]:
        reading = self._session.library.workspace.reading
        ids = reading.listing(Query(words=words))
        homes = {one.id: one.name for one in reading.collections()}
        entries: list[Entry] = []
        for one in reading.these(ids[:MOST_LOOKED_AT]):
            title = isolated(one.title)
            found = match(words, title)
            if found and len(entries) < MOST_TRANSCRIPTS:
                home = isolated(homes.get(one.collection or "", ""))
                go = partial(self._open, one.id)
                entries.append(Entry(title, go, "message-square-text", aside=home, spans=found.spans))
        return entries

    def _turns(self, words: str) -> list[Entry]:
        full = self._session.full
        if full is None:
            return []
        reading = self._session.library.workspace.reading
        return [
            self._turn(position, text, words)
            for position, text in reading.turns_holding(full.transcript.id, words, MOST_TURNS)
        ]

    def _numbered(self, words: str) -> list[Entry]:
        full = self._session.full
        if full is None or not words.isdecimal() or not 1 <= int(words) <= full.transcript.turn_count:
            return []
        turn = self._session.turn(int(words))
        return [self._turn(turn.position, turn.text, "")] if turn else []

    def _turn(self, position: int, text: str, words: str) -> Entry:
        line = " ".join(text.split())
        at = max(line.casefold().find(words.casefold()), 0)
        start = 0 if at + len(words) < LONGEST else at - LONGEST // 3
        shown = f"{'…' if start else ''}{line[start : start + LONGEST]}{'…' if len(line) > start + LONGEST else ''}"
        found = match(words, shown) if words else None
        spans = found.spans if found else ()
        go = partial(self._go_to_turn, position)
        return Entry(shown, go, "message-square", aside=f"turn {position:,}", spans=spans)


def _sorted(fits: Iterable[tuple[Match, Offer]]) -> list[tuple[Match, Offer]]:
    return sorted(fits, key=lambda fit: -fit[0].rank)


def _entry(offer: Offer, found: Match | None = None) -> Entry:
    spans = found.spans if found else ()
    return Entry(offer.text, offer.run, offer.icon, offer.keys, "", offer.reason, spans, offer.name)

"""The revised dialogue as plain text: clean, or as a script for two to read aloud."""

from collections.abc import Callable, Iterator

from reviewer.domain.full_review import FullReview
from reviewer.domain.standing_turn import standing_turn
from reviewer.domain.transcript import Turn, TurnKind
from reviewer.exporters.page_language import ENGLISH, page_language
from reviewer.exporters.pauses import LONG_GAP_SECONDS, seconds_between

TurnAt = Callable[[int], Turn | None]


def clean_text(full: FullReview, turn_at: TurnAt) -> str:
    """“Dana R.: I am sorry.”, a turn a paragraph."""
    said = (f"{name}: {text}" if name else text for name, text, _ in _said(full, turn_at))
    return "\n\n".join(said) + "\n"


def role_play(full: FullReview, turn_at: TurnAt) -> str:
    """Title and cast on top, names in capitals, and what happens between the words in brackets."""
    title = full.transcript.title.strip()
    names = list(dict.fromkeys(name for name, _, _ in _said(full, turn_at) if name))
    parts = [title.upper() if title else "", f"[{', '.join(names)}]" if names else ""]
    for name, text, pause in _said(full, turn_at):
        if pause:
            parts.append(f"[{pause}]")
        parts.append(f"{name.upper()}\n{text}" if name else f"[{text}]")
    return "\n\n".join(part for part in parts if part) + "\n"


def _said(full: FullReview, turn_at: TurnAt) -> Iterator[tuple[str, str, str]]:
    """Name, words and the pause before them, turn by turn; system lines have no name."""
    names = {one.id: one.name for one in full.shown_speakers}
    sent_before: str | None = None
    for row, line in enumerate(full.dialogue):
        if not line.stands:
            continue
        turn = standing_turn(full.dialogue, row, turn_at)
        system = bool(turn.originals) and turn.originals[0].kind is TurnKind.SYSTEM
        sent = turn.originals[0].sent_at if turn.originals else None
        waited = seconds_between(sent_before, sent)
        sent_before = sent or sent_before
        name = "" if system else names.get(turn.speaker or "", "")
        yield name, turn.text, page_language(ENGLISH).later(waited) if waited >= LONG_GAP_SECONDS else ""

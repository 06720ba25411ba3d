"""Hostile words through a real library: chats from files, reviewed through its one door, and exported as pages."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from reviewer.domain.anchor import anchor_at, turn_anchor
from reviewer.domain.annotation import Verdict
from reviewer.domain.edits import exercises, replying, reviewing, revising, transcripts
from reviewer.domain.full_review import FullReview
from reviewer.domain.ids import new_id
from reviewer.domain.review import Point
from reviewer.domain.transcript import Collection, Transcript
from reviewer.importers.base import Source
from reviewer.workspace.exporting.transcripts import export_transcript
from reviewer.workspace.exporting.wish import Wish
from reviewer.workspace.importing import import_source
from reviewer.workspace.progress import SILENT
from reviewer.workspace.workspace import Workspace
from tests.hostile_words import HOSTILE, as_kept

IN_EACH: Final = 48
_NOT_IN_LINES: Final = re.compile(r"[\x00-\x08\n-\x1f\x7f]")


@dataclass(frozen=True)
class Exported:
    """One chat, the words that went in at each place, and its two pages."""

    transcript: Transcript
    words: tuple[str, ...]
    """What is said turn by turn; every other place holds the same words in another order."""
    names: tuple[str, ...]
    """Who speaks turn by turn, as the library knows them: an import joins names that differ in marks alone."""
    feedback: Path
    revised: Path

    @property
    def title(self) -> str:
        return self.words[-1]

    def shifted(self, by: int) -> tuple[str, ...]:
        """The words as another place holds them, so that no string meets itself."""
        return self.words[by:] + self.words[:by]


def exported(workspace: Workspace, folder: Path) -> Iterator[Exported]:
    """Every hostile string in every place, twice: from text files, as far as a line can hold it, and from JSON."""
    words = [as_kept(one) for one in HOSTILE]
    for first in range(0, len(words), IN_EACH):
        some = words[first : first + IN_EACH]
        lines = tuple(one.strip() for one in some if one.strip() and not _NOT_IN_LINES.search(one))
        yield _through(workspace, folder, _text_file(lines, first), lines)
        yield _through(workspace, folder, _json_file(some, first), tuple(some))


def _text_file(lines: Sequence[str], number: int) -> Source:
    said = [f"{('Mira', 'Customer')[at % 2]}: {line}" for at, line in enumerate(lines)]
    return Source(f"chat-{number}.txt", "\n".join([f"Chat {number}", "", *said]).encode())


def _json_file(words: Sequence[str], number: int) -> Source:
    said = [{"speaker": text if text.strip() else "Ida", "text": text} for text in words]
    return Source(f"chat-{number}.json", json.dumps(said).encode())


def _through(workspace: Workspace, folder: Path, source: Source, words: tuple[str, ...]) -> Exported:
    (transcript,) = import_source(workspace, source, SILENT).transcripts
    reviewer = next((one for one in words if one.strip()), "Ada")
    workspace.set_reviewer(reviewer)
    _ask(workspace, transcript, words)
    workspace.do(transcripts.rename(_now(workspace, transcript), words[-1]))
    chat = Exported(_now(workspace, transcript), words, (), folder, folder)
    _comment(workspace, chat)
    _judge(workspace, chat)
    _rewrite(workspace, chat)
    pages = [export_transcript(workspace, transcript.id, folder, Wish(kind)) for kind in ("feedback", "revised")]
    said = workspace.reading.each_turn(transcript.id)
    kept = {one.id: one.name for one in _full(workspace, chat).speakers}
    names = tuple(kept[turn.speaker or ""] for turn in said)
    return replace(chat, names=names, feedback=pages[0], revised=pages[1])


def _now(workspace: Workspace, transcript: Transcript) -> Transcript:
    found = workspace.reading.transcript(transcript.id)
    assert found
    return found


def _ask(workspace: Workspace, transcript: Transcript, words: Sequence[str]) -> None:
    exercise = Collection(new_id(), words[0] or "Exercise", instructions=words[-1])
    workspace.do(exercises.begin(exercise, [exercises.Asked(one) for one in words if one.strip()], [transcript]))


def _comment(workspace: Workspace, chat: Exported) -> None:
    full = _full(workspace, chat)
    texts = workspace.reading.texts(full.transcript.id, 1, full.transcript.turn_count)
    said, suggested = chat.shifted(1), chat.shifted(2)
    for turn, text in texts.items():
        anchor = anchor_at(texts, turn, 0, turn, len(text)) if text else turn_anchor(texts, turn, turn)
        slot = full.rubric.criteria[turn % len(full.rubric.criteria)].id
        edit = reviewing.add_comment(full, anchor, slot, Verdict.CONCERN, said[turn - 1], suggested[turn - 1])
        workspace.do(edit)
        full = full if full.saved else _full(workspace, chat)
    full = _full(workspace, chat)
    for one, reply in zip(full.annotations, chat.shifted(3), strict=True):
        workspace.do(replying.add_reply(full, one.id, reply, workspace.now().isoformat()))


def _judge(workspace: Workspace, chat: Exported) -> None:
    for criterion, note in zip(_full(workspace, chat).rubric.criteria, chat.shifted(4), strict=False):
        workspace.do(reviewing.note_rating(_full(workspace, chat), criterion.id, note))
    full = _full(workspace, chat)
    for question, answer in zip(full.questions, chat.shifted(5), strict=False):
        workspace.do(reviewing.answer(full, question.id, answer))
    points = tuple(Point(one, (full.annotations[0].id,)) for one in chat.shifted(6))
    workspace.do(reviewing.summarise(_full(workspace, chat), chat.words[0], points[::3], points[1::3], points[2::3]))


def _rewrite(workspace: Workspace, chat: Exported) -> None:
    turns = list(workspace.reading.each_turn(chat.transcript.id))
    full = _full(workspace, chat)
    for turn, text, reason in zip(turns, chat.shifted(7), chat.shifted(8), strict=True):
        edit = revising.reword(full, turn, text, reason)
        assert edit, f"{text!r} says nothing else"
        workspace.do(edit)
        full = full if full.revision else _full(workspace, chat)


def _full(workspace: Workspace, chat: Exported) -> FullReview:
    return workspace.review_of(chat.transcript.id)

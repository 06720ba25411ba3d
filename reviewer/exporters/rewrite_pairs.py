"""Rewritten agent turns as JSON Lines, to train or to test a model with.

`pairs` has the fields `prompt`, `chosen` and `rejected` in the conversational form that TRL documents for preferences;
`messages` has one dialogue a line, as it would have been said, in the form of chat completions. The agent is
`assistant`, all others `user`; lines of the chat program are left out.
"""

from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from reviewer.domain.annotation import Annotation
from reviewer.domain.full_review import FullReview
from reviewer.domain.revision import ChangeKind, RevisedTurn
from reviewer.domain.transcript import Turn, TurnKind
from reviewer.exporters.chat import AGENTS, Files, Making, ReviewedChat
from reviewer.exporters.json_pieces import dense
from reviewer.exporters.original_turns import changed_turns, revised_turns
from reviewer.exporters.tables import criterion_name

CONTEXT_TURNS: Final = 40
"""A pair holds at most so many turns before it, so that files of long chats stay in proportion."""


@dataclass(frozen=True, slots=True)
class _Rewrite:
    """Better words for the turns from `first` on, said by the agent."""

    first: int
    chosen: str
    rejected: str
    source: str
    reason: str
    criteria: tuple[str, ...]


def write_pairs(chats: Sequence[ReviewedChat], _making: Making) -> Files:
    """One pair a rewrite."""
    yield "rewrites.jsonl", (_line(pair) for chat in chats for pair in _pairs(chat))


def write_messages(chats: Sequence[ReviewedChat], _making: Making) -> Files:
    """One revised dialogue a line."""
    yield "messages.jsonl", (piece for chat in chats for piece in _dialogue(chat))


def _dialogue(chat: ReviewedChat) -> Iterator[str]:
    full = chat.full.showing(None)
    if not full.changes:
        return
    yield f'{{"transcript": {dense(full.transcript.id)}, "title": {dense(chat.title)}, "messages": ['
    comma = ""
    for turn in revised_turns(full, chat.turns):
        if turn.kind is not TurnKind.SYSTEM:
            yield f"{comma}{dense(_message(chat, turn))}"
            comma = ", "
    yield "]}\n"


def _pairs(chat: ReviewedChat) -> Iterator[dict[str, Any]]:
    by_turn: dict[int, list[_Rewrite]] = defaultdict(list)
    for one in _rewrites(chat):
        by_turn[one.first].append(one)
    before: deque[dict[str, str]] = deque(maxlen=CONTEXT_TURNS)
    for turn in chat.turns() if by_turn else ():
        for one in by_turn.get(turn.position, ()):
            yield {
                "prompt": list(before),
                "chosen": [{"role": "assistant", "content": one.chosen}],
                "rejected": [{"role": "assistant", "content": one.rejected}],
                "transcript": chat.full.transcript.id,
                "turn": turn.position,
                "source": one.source,
                "reason": one.reason,
                "criteria": list(one.criteria),
            }
        if turn.kind is not TurnKind.SYSTEM:
            before.append(_message(chat, turn))


def _rewrites(chat: ReviewedChat) -> Iterator[_Rewrite]:
    full = chat.full.showing(None)
    turns = changed_turns(full, chat.turns)
    comments = {one.id: one for one in full.annotations}
    groups: dict[tuple[int, ...], list[RevisedTurn]] = defaultdict(list)
    for change in full.changes:
        if change.origins and change.kind is not ChangeKind.REMOVED and _agents_words(full, change):
            groups[tuple(sorted(change.origins))].append(change)
    for origins, changes in groups.items():
        rejected = "\n".join(turns[one].text for one in origins if one in turns)
        chosen = "\n".join(one.text for one in changes)
        if rejected != chosen and all(one not in turns or chat.by_agent(turns[one]) for one in origins):
            linked = (comments[link] for one in changes for link in one.annotations if link in comments)
            reason = " ".join(dict.fromkeys(one.reason for one in changes if one.reason))
            criteria = dict.fromkeys(criterion_name(full, one) for one in linked)
            yield _Rewrite(origins[0], chosen, rejected, "revision", reason, tuple(criteria))
    yield from _suggestions(chat, changed=set(turns))


def _agents_words(full: FullReview, change: RevisedTurn) -> bool:
    speaker = full.speaker(change.speaker)
    return speaker is not None and speaker.role in AGENTS


def _suggestions(chat: ReviewedChat, *, changed: set[int]) -> Iterator[_Rewrite]:
    """Words suggested in comments, in turns that the revision leaves as they are."""
    wanted: dict[int, list[Annotation]] = defaultdict(list)
    for one in chat.full.annotations:
        anchor = one.anchor
        if one.suggestion is not None and anchor.found and anchor.first_turn == anchor.last_turn:
            wanted[anchor.first_turn].append(one)
    for turn in chat.turns() if wanted else ():
        if turn.position in changed or not chat.by_agent(turn):
            continue
        for one in wanted.get(turn.position, ()):
            chosen = turn.text[: one.anchor.start] + (one.suggestion or "") + turn.text[one.anchor.end :]
            if chosen not in (turn.text, ""):
                name = criterion_name(chat.full, one)
                yield _Rewrite(turn.position, chosen, turn.text, "suggestion", one.text, (name,))


def _message(chat: ReviewedChat, turn: Turn) -> dict[str, str]:
    return {"role": "assistant" if chat.by_agent(turn) else "user", "content": turn.text}


def _line(record: dict[str, Any]) -> str:
    return dense(record) + "\n"

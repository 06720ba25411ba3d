"""Chats as a ConvoKit corpus: a folder of five JSON files.

Source: https://convokit.cornell.edu/documentation/data_format.html. A conversation bears the id of its first utterance;
every utterance replies to the one before. Comments and revised words are metadata.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from reviewer.domain.annotation import Annotation, Verdict
from reviewer.domain.full_review import FullReview
from reviewer.domain.transcript import Turn
from reviewer.exporters.chat import Files, Making, ReviewedChat
from reviewer.exporters.json_pieces import dense
from reviewer.exporters.original_turns import revised_turns
from reviewer.exporters.tables import criterion_name, hundredths, number_of

FOLDER: Final = "corpus"
SYSTEM: Final = "system"
UTTERANCE_META: Final = {"number": int, "sent_at": str, "comments": list, "changed": bool, "revised": str}
SPEAKER_META: Final = {"name": str, "role": str}
CONVERSATION_META: Final = {
    "title": str, "transcript": str, "language": str, "reviewer": str, "rubric": str, "score": float, "ratings": dict
}  # fmt: skip
OVERALL_META: Final = {"made_with": str, "made_on": str}


def write(chats: Sequence[ReviewedChat], making: Making) -> Files:
    """The files of the folder; of the kind `revised` the revised dialogues alone."""
    revised = making.kind == "revised"
    folder = "revised-corpus" if revised else FOLDER
    overall = {"made_with": f"Transcript Reviewer {making.version}", "made_on": making.when.isoformat()}
    yield f"{folder}/utterances.jsonl", (line for chat in chats for line in _utterances(chat, revised=revised))
    yield f"{folder}/speakers.json", _object(_speakers(chats))
    yield f"{folder}/conversations.json", _object(_conversations(chats))
    yield f"{folder}/corpus.json", [dense(overall) + "\n"]
    yield f"{folder}/index.json", [dense(_index()) + "\n"]


def _utterances(chat: ReviewedChat, *, revised: bool) -> Iterator[str]:
    full = chat.full.showing(None)
    comments: dict[int, list[Annotation]] = defaultdict(list)
    for one in () if revised else full.annotations:
        if one.anchor.found:
            comments[one.anchor.first_turn].append(one)
    last = None
    for turn in revised_turns(full, chat.turns) if revised else chat.turns():
        identity = f"{full.transcript.id}-{turn.position}"
        speaker = chat.speaker(turn)
        utterance: dict[str, Any] = {
            "id": identity,
            "conversation_id": _root(full),
            "text": turn.text,
            "speaker": speaker.id if speaker else SYSTEM,
            "meta": _meta(full, turn, comments.get(turn.position, ()), revised=revised),
            "reply-to": last,
            "timestamp": seconds(turn.sent_at),
            "vectors": [],
        }
        last = identity
        yield dense(utterance) + "\n"


def _meta(full: FullReview, turn: Turn, comments: Iterable[Annotation], *, revised: bool) -> dict[str, Any]:
    changes = () if revised else full.dialogue.changes_of(turn.position)
    return {
        "number": turn.position,
        "sent_at": turn.sent_at,
        "comments": [_comment(full, one) for one in comments],
        "changed": bool(changes),
        "revised": "\n".join(one.text for one in changes if number_of(full.dialogue, one)) or None,
    }


def _comment(full: FullReview, one: Annotation) -> dict[str, Any]:
    return {
        "number": full.numbers[one.id],
        "criterion": criterion_name(full, one),
        "verdict": None if one.verdict is Verdict.NONE else one.verdict.value,
        "start": one.anchor.start,
        "last_turn": one.anchor.last_turn,
        "end": one.anchor.end,
        "words": one.anchor.quote,
        "text": one.text,
        "suggestion": one.suggestion,
    }


def _speakers(chats: Sequence[ReviewedChat]) -> Iterator[tuple[str, dict[str, Any]]]:
    for chat in chats:
        for one in chat.full.speakers:
            yield one.id, {"name": one.name, "role": one.role.value}
    yield SYSTEM, {"name": SYSTEM, "role": SYSTEM}


def _conversations(chats: Sequence[ReviewedChat]) -> Iterator[tuple[str, dict[str, Any]]]:
    for chat in chats:
        full = chat.full
        yield (
            _root(full),
            {
                "title": chat.title,
                "transcript": full.transcript.id,
                "language": full.transcript.language,
                "reviewer": full.reviewer.name,
                "rubric": f"{full.rubric.rubric.name}, version {full.rubric.rubric.version}",
                "score": None if full.score.total is None else float(hundredths(full.score.total)),
                "ratings": {part.criterion.name: part.value for part in full.score.parts},
            },
        )


def _root(full: FullReview) -> str:
    return f"{full.transcript.id}-1"


def _object(members: Iterable[tuple[str, dict[str, Any]]]) -> Iterator[str]:
    before = "{\n"
    for name, meta in members:
        yield f"{before}{dense(name)}: {dense({'meta': meta, 'vectors': []})}"
        before = ",\n"
    yield "\n}\n"


def _index() -> dict[str, Any]:
    def types(meta: Mapping[str, type]) -> dict[str, list[str]]:
        return {name: [str(kind)] for name, kind in meta.items()}

    return {
        "utterances-index": types(UTTERANCE_META),
        "speakers-index": types(SPEAKER_META),
        "conversations-index": types(CONVERSATION_META),
        "overall-index": types(OVERALL_META),
        "version": 1,
        "vectors": [],
    }


def seconds(sent_at: str | None) -> int | None:
    """Seconds since 1970 of a time with a date and an offset; None of others, which name no moment."""
    if not sent_at or sent_at.startswith("T"):
        return None
    moment = datetime.fromisoformat(sent_at)
    return int(moment.timestamp()) if moment.tzinfo else None

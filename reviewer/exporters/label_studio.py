"""Chats with their comments as tasks for Label Studio, with the labelling setup that shows them.

Source: https://labelstud.io/guide/task_format and https://labelstud.io/tags/paragraphs. Offsets count code points.
"""

from collections.abc import Iterator, Sequence
from typing import Any, Final
from xml.sax.saxutils import quoteattr

from reviewer.domain.annotation import Annotation, Verdict
from reviewer.domain.rubric import NOTE_NAME
from reviewer.domain.xml_words import in_xml
from reviewer.exporters.chat import Files, Making, ReviewedChat
from reviewer.exporters.json_pieces import dense, listed
from reviewer.exporters.tables import criterion_name, hundredths

DIALOGUE: Final = "dialogue"
VERDICTS: Final = (Verdict.CONCERN.value, Verdict.STRENGTH.value)
SYSTEM: Final = "System"


def write(chats: Sequence[ReviewedChat], _making: Making) -> Files:
    """The tasks, one a chat, and the setup."""
    yield "tasks.json", _tasks(chats)
    yield "labels.xml", [_setup(chats)]


def _tasks(chats: Sequence[ReviewedChat]) -> Iterator[str]:
    before = "[\n"
    for chat in chats:
        full = chat.full
        facts = {
            "transcript": full.transcript.id,
            "title": chat.title,
            "reviewer": full.reviewer.name,
            "score": None if full.score.total is None else hundredths(full.score.total),
        }
        yield f'{before}{{"data": {dense(facts).removesuffix("}")}, "{DIALOGUE}": '
        before = ",\n"
        yield from listed(_paragraphs(chat))
        yield '}, "annotations": [{"result": '
        yield from listed(result for one in full.annotations for result in _results(chat, one))
        yield "}]}"
    yield "\n]\n"


def _paragraphs(chat: ReviewedChat) -> Iterator[dict[str, str]]:
    for turn in chat.turns():
        speaker = chat.speaker(turn)
        yield {"author": speaker.name if speaker else SYSTEM, "text": turn.text}


def _results(chat: ReviewedChat, one: Annotation) -> Iterator[dict[str, Any]]:
    anchor = one.anchor
    if not anchor.found:
        return
    region = {
        "start": str(anchor.first_turn - 1),
        "end": str(anchor.last_turn - 1),
        "startOffset": anchor.start,
        "endOffset": anchor.end,
    }

    def result(name: str, kind: str, value: dict[str, Any]) -> dict[str, Any]:
        return {"id": one.id, "from_name": name, "to_name": DIALOGUE, "type": kind, "value": region | value}

    label = {"text": anchor.quote, "paragraphlabels": [criterion_name(chat.full, one)]}
    yield result("criterion", "paragraphlabels", label)
    if one.verdict is not Verdict.NONE:
        yield result("verdict", "choices", {"choices": [one.verdict.value]})
    if one.text:
        yield result("comment", "textarea", {"text": [one.text]})
    if one.suggestion is not None:
        yield result("suggestion", "textarea", {"text": [one.suggestion]})


def _setup(chats: Sequence[ReviewedChat]) -> str:
    names = dict.fromkeys(one.name for chat in chats for one in chat.full.rubric.criteria) | {NOTE_NAME: None}
    labels = "".join(f"    <Label value={quoteattr(in_xml(name))}/>\n" for name in names)
    choices = "".join(f'    <Choice value="{one}"/>\n' for one in VERDICTS)
    on_words = f'toName="{DIALOGUE}" perRegion="true"'
    return (
        f'<View>\n  <ParagraphLabels name="criterion" toName="{DIALOGUE}">\n{labels}  </ParagraphLabels>\n'
        f'  <Paragraphs name="{DIALOGUE}" value="${DIALOGUE}" layout="dialogue" nameKey="author" textKey="text"/>\n'
        f'  <Choices name="verdict" {on_words}>\n{choices}  </Choices>\n'
        f'  <TextArea name="comment" {on_words} editable="true"/>\n'
        f'  <TextArea name="suggestion" {on_words} editable="true"/>\n</View>\n'
    )

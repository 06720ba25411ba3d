"""What a screen reader says about a turn."""

from collections.abc import Sequence

from reviewer.domain.annotation import Annotation, Verdict
from reviewer.domain.revision import ChangeKind
from reviewer.domain.rubric import NOTE_NAME, RubricSet
from reviewer.domain.worddiff import Mark
from reviewer.gui.conversation import times
from reviewer.gui.conversation.review_row import Spoken
from reviewer.gui.conversation.revision_row import RevisionRow

CHANGES = {
    ChangeKind.REWORDED: "reworded",
    ChangeKind.REMOVED: "deleted",
    ChangeKind.INSERTED: "inserted",
    ChangeKind.MOVED: "moved",
    ChangeKind.SPLIT: "split",
    ChangeKind.JOINED: "joined",
}


def turn_words(spoken: Spoken, annotations: Sequence[Annotation], rubric: RubricSet) -> str:
    """“Turn 7, agent Dana R., 10:07. You can may be put it. One comment, Grammar, concern.”"""
    return " ".join(
        part for part in (_sentence(_who(spoken)), spoken.turn.text, _comments(annotations, rubric)) if part
    )


def revised_words(row: RevisionRow) -> str:
    """“Turn 7, agent Dana R., 10:07, reworded. You can add it. Deleted: may be put. Inserted: add.”"""
    spoken = row.spoken
    if spoken is None:
        return ""
    if row.change is None:
        return f"{_sentence(_who(spoken))} {spoken.turn.text}"
    changes = [
        _sentence(f"{'Inserted' if one.mark is Mark.INSERTED else 'Deleted'}: {one.text.strip()}")
        for one in row.aligned.pieces
        if one.mark is not Mark.KEPT and one.text.strip()
    ]
    if row.after is None:
        head = _sentence(f"{_who(spoken)}, {row.aside.revised[:1].lower()}{row.aside.revised[1:]}")
        return " ".join([head, *changes])
    whole = row.change.kind is ChangeKind.INSERTED
    head = _sentence(f"{_who(spoken)}, {CHANGES[row.change.kind]}{', other speaker' * row.aligned.speaker_changed}")
    return " ".join([head, spoken.turn.text, *([] if whole else changes)])


def _who(spoken: Spoken) -> str:
    name = spoken.speaker.name if spoken.speaker and not spoken.system else ""
    clock = times.clock(spoken.turn.sent_at)
    role = "" if name.casefold() == spoken.role.value else spoken.role.value
    speaker = " ".join(part for part in (role, name) if part)
    return ", ".join(part for part in (f"Turn {spoken.turn.position}", speaker, clock) if part)


def _comments(annotations: Sequence[Annotation], rubric: RubricSet) -> str:
    if not annotations:
        return ""
    named = [_comment(one, rubric) for one in annotations]
    if len(named) == 1:
        return f"One comment, {named[0]}."
    return f"{len(named)} comments: {'; '.join(named)}."


def _comment(annotation: Annotation, rubric: RubricSet) -> str:
    criterion = rubric.criterion(annotation.criterion)
    name = criterion.name if criterion else NOTE_NAME
    return name if annotation.verdict is Verdict.NONE else f"{name}, {annotation.verdict.value}"


def _sentence(words: str) -> str:
    return words if words.endswith((".", "!", "?", "…")) else f"{words}."

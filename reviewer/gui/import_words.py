"""What an import brought, in words."""

from collections.abc import Sequence

from reviewer.gui.difference_words import merged_words
from reviewer.gui.words import counted, isolated
from reviewer.workspace.importing import Outcome


def imported_words(outcomes: Sequence[Outcome]) -> str:
    """“Imported 24 transcripts from 12 files.”, or of a single file what was left out of it."""
    words = _imported(outcomes)
    notices = [one.notice for one in outcomes if one.notice]
    if len(outcomes) == 1:
        return " ".join([words, *notices])
    return f"{words} Not all could be taken: Details says what." if notices else words


def _imported(outcomes: Sequence[Outcome]) -> str:
    transcripts = [one for outcome in outcomes for one in outcome.transcripts]
    rubrics = [one for one in outcomes if one.rubric]
    if len(outcomes) == 1 and (outcomes[0].exercise or outcomes[0].phrases is not None):
        return _outcome(outcomes[0])
    reviews = [one for one in outcomes if one.review]
    if len(reviews) == len(outcomes) > 1:
        return reviews_words(reviews)
    if rubrics and not transcripts:
        return _outcome(rubrics[0]) if len(rubrics) == 1 else f"Imported {counted(len(rubrics), 'rubric')}."
    if len(outcomes) > 1 or not transcripts:
        new = [one for outcome in outcomes if not outcome.already_there for one in outcome.transcripts]
        there = sum(outcome.already_there for outcome in outcomes)
        more = f" {counted(there, 'file')} had the same text as one in the library." if there else ""
        return f"Imported {counted(len(new), 'transcript')} from {counted(len(outcomes) - there, 'file')}.{more}"
    outcome, first = outcomes[0], transcripts[0]
    if outcome.differences:
        return merged_words(outcome.differences, nothing_changed=outcome.already_there)
    if outcome.already_there and outcome.review:
        return f"This review of ‘{isolated(first.title)}’ is in the library already."
    if outcome.already_there:
        return f"Same text as ‘{isolated(first.title)}’, which is in the library already."
    several = f" and {len(transcripts) - 1} more" if len(transcripts) > 1 else ""
    before, after = outcome.left_out
    parts = [
        f"{counted(before, 'line')} above it" if before else "",
        f"{counted(after, 'line')} below it" if after else "",
    ]
    left = " and ".join(part for part in parts if part)
    left_words = f" {left} {'is' if before + after == 1 else 'are'} not part of the chat." if left else ""
    return f"Imported ‘{isolated(first.title)}’{several}: {counted(first.turn_count, 'turn')}.{left_words}"


def reviews_words(outcomes: Sequence[Outcome]) -> str:
    """“5 reviews came in, 1 was there already.”"""
    there = sum(one.already_there for one in outcomes)
    came = len(outcomes) - there
    old = f"{there:,} {'was' if there == 1 else 'were'} there already" if there else ""
    new = f"{counted(came, 'review')} came in" if came else ""
    return f"{', '.join(part for part in (new, old) if part)}."


def rest_words(good: int) -> str:
    """What became of the files beside one that failed; nothing when there are none."""
    if not good:
        return ""
    others = "file was" if good == 1 else f"{good:,} files were"
    return f" The other {others} imported."


def outcome_words(outcome: Outcome) -> str:
    """One line for one file."""
    return " ".join(part for part in (_outcome(outcome), outcome.notice) if part)


def _outcome(outcome: Outcome) -> str:
    if outcome.error:
        return outcome.error
    if outcome.rubric:
        there = "is in the library already" if outcome.already_there else "is imported"
        return f"The rubric ‘{isolated(outcome.rubric.name)}’, version {outcome.rubric.version}, {there}."
    if outcome.phrases is not None:
        return f"{outcome.name}: {counted(outcome.phrases, 'ready comment')} added to the comment bank."
    if outcome.exercise:
        chats = counted(len(outcome.transcripts), "chat")
        there = "is in the library already" if outcome.already_there else f"is imported with {chats}"
        return f"The exercise ‘{isolated(outcome.exercise.name)}’ {there}."
    titles = ", ".join(f"‘{isolated(one.title)}’, {counted(one.turn_count, 'turn')}" for one in outcome.transcripts[:3])
    more = f" and {len(outcome.transcripts) - 3:,} more" if len(outcome.transcripts) > 3 else ""
    if outcome.already_there and outcome.review is None:
        return f"{outcome.name}: same text as {titles}, which is in the library already."
    return f"{outcome.name}: {'review of ' if outcome.review else ''}{titles}{more}."

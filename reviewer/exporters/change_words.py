"""Changes of the revised dialogue in words."""

from typing import Final

from reviewer.domain.alignment import AlignedLine
from reviewer.domain.annotation import Verdict
from reviewer.domain.dialogue import tally
from reviewer.domain.revision import ChangeKind, RevisedTurn
from reviewer.domain.worddiff import Mark
from reviewer.exporters.page_language import PageLanguage
from reviewer.exporters.review_words import ReviewWords

COUNTED: Final = (
    ChangeKind.REWORDED,
    ChangeKind.INSERTED,
    ChangeKind.REMOVED,
    ChangeKind.JOINED,
    ChangeKind.SPLIT,
    ChangeKind.MOVED,
)
"""The order in which kinds of changes are counted."""


def revised_count(words: ReviewWords) -> str:
    """“7 turns edited. 6 of 8 concerns addressed.”; empty without changes."""
    found, language = tally(words.full.changes), words.language
    kinds = [kind for kind in COUNTED if found[kind]]
    if not kinds:
        return ""
    if len(kinds) == 1:
        changes = _turns_changed(language, kinds[0], found[kinds[0]])
    else:
        listed = language.listed(_counted(language, kind, found[kind]) for kind in kinds)
        changes = language.count(
            "%(number)s change: %(kinds)s.", "%(number)s changes: %(kinds)s.", found.total(), kinds=listed
        )
    return " ".join(filter(None, (changes, _addressed(words))))


def _turns_changed(language: PageLanguage, kind: ChangeKind, number: int) -> str:
    count = language.count
    match kind:
        case ChangeKind.REWORDED:
            return count("%(number)s turn edited.", "%(number)s turns edited.", number)
        case ChangeKind.INSERTED:
            return count("%(number)s turn inserted.", "%(number)s turns inserted.", number)
        case ChangeKind.REMOVED:
            return count("%(number)s turn deleted.", "%(number)s turns deleted.", number)
        case ChangeKind.JOINED:
            return count("%(number)s turn joined.", "%(number)s turns joined.", number)
        case ChangeKind.SPLIT:
            return count("%(number)s turn split.", "%(number)s turns split.", number)
    return count("%(number)s turn moved.", "%(number)s turns moved.", number)


def _counted(language: PageLanguage, kind: ChangeKind, number: int) -> str:
    count = language.count
    match kind:
        case ChangeKind.REWORDED:
            return count("%(number)s turn edited", "%(number)s turns edited", number)
        case ChangeKind.INSERTED:
            return count("%(number)s inserted", "%(number)s inserted", number)
        case ChangeKind.REMOVED:
            return count("%(number)s deleted", "%(number)s deleted", number)
        case ChangeKind.JOINED:
            return count("%(number)s joined", "%(number)s joined", number)
        case ChangeKind.SPLIT:
            return count("%(number)s split", "%(number)s split", number)
    return count("%(number)s moved", "%(number)s moved", number)


def _addressed(words: ReviewWords) -> str:
    """How many concerns the changes answer; empty where there is nothing to count."""
    concerns = {one.id for one in words.full.annotations if one.verdict is Verdict.CONCERN}
    addressed = concerns & {link for change in words.full.changes for link in change.annotations}
    if not concerns or (addressed == concerns and len(concerns) == 1):
        return ""
    count = words.language.count
    if addressed == concerns:
        return count("All %(number)s concern addressed.", "All %(number)s concerns addressed.", len(concerns))
    return count(
        "%(addressed)s of %(number)s concern addressed.",
        "%(addressed)s of %(number)s concerns addressed.",
        len(concerns),
        addressed=len(addressed),
    )


def change_words(language: PageLanguage, change: RevisedTurn, lines: list[AlignedLine]) -> str:
    """What happened in the rows of one change: “Edited”, “Turns 3 and 4 joined, and edited”."""
    edited = any(one.mark is not Mark.KEPT for line in lines for one in (*line.before, *line.after))
    say = language.say
    match change.kind:
        case ChangeKind.INSERTED:
            return say("Inserted")
        case ChangeKind.REMOVED:
            return say("Deleted")
        case ChangeKind.JOINED:
            turns = language.together([str(one) for one in change.origins])
            if edited:
                return say("Turns %(turns)s joined, and edited", turns=turns)
            return say("Turns %(turns)s joined", turns=turns)
        case ChangeKind.SPLIT:
            return _split_words(language, sum(line.revised is not None for line in lines), edited)
        case ChangeKind.MOVED:
            return say("Moved, and edited") if edited else say("Moved")
    if any(line.speaker_changed for line in lines):
        return say("Other speaker, and edited") if edited else say("Other speaker")
    return say("Edited")


def _split_words(language: PageLanguage, parts: int, edited: bool) -> str:
    """Parts that moved away are not counted; one alone is called split."""
    say, count = language.say, language.count
    if parts < 2:
        return say("Split, and edited") if edited else say("Split")
    if parts == 2:
        return say("Split in two, and edited") if edited else say("Split in two")
    if edited:
        return count("Split in %(number)s part, and edited", "Split in %(number)s parts, and edited", parts)
    return count("Split in %(number)s part", "Split in %(number)s parts", parts)


def void_before(language: PageLanguage, change: RevisedTurn) -> str:
    """Why nothing stands in the original beside a change."""
    if change.origin is None:
        return language.say("No turn in the original")
    if change.kind is ChangeKind.SPLIT:
        return language.say("Turn %(number)s of the original, split", number=change.origin)
    return language.say("Turn %(number)s of the original, moved here", number=change.origin)


def void_after(words: ReviewWords, change: RevisedTurn) -> str:
    """Why nothing stands in the revision beside a turn."""
    dialogue, say = words.full.dialogue, words.language.say
    if change.kind is ChangeKind.REMOVED:
        return say("Turn deleted")
    row = dialogue.row_of_change(change.id)
    number = dialogue[row].number if row is not None else None
    if change.kind is ChangeKind.JOINED:
        return say("Joined with turn %(number)s", number=number)
    return say("Moved to turn %(number)s", number=number)

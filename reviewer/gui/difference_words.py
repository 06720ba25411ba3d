"""What a merged review file and the review that was here differed on, in words."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from reviewer.domain.absent import PartKind
from reviewer.domain.differences import Fate
from reviewer.domain.telling import REVIEW, Told
from reviewer.gui.words import isolated

HEADINGS: Final = {
    Fate.REPLACED: "Replaced by what is newer there",
    Fate.CAME: "Came in",
    Fate.DELETED: "Deleted there, and now here",
    Fate.KEPT: "Kept as it is here, because that is newer",
    Fate.STAYS_DELETED: "Deleted here, and stays so",
    Fate.SET_ASIDE: "Set aside: another one has its place, or what it belongs to is gone",
}
COUNTED: Final = {
    Fate.REPLACED: "replaced",
    Fate.CAME: "came in",
    Fate.DELETED: "deleted",
    Fate.KEPT: "kept",
    Fate.STAYS_DELETED: "deleted here before",
    Fate.SET_ASIDE: "set aside",
}
KINDS: Final = {
    REVIEW: "Summary and status",
    PartKind.RATING.value: "Rating",
    PartKind.ANNOTATION.value: "Comment",
    PartKind.REPLY.value: "Reply",
    PartKind.ANSWER.value: "Answer",
    PartKind.REVISION.value: "Revision",
    PartKind.REVISED_TURN.value: "Change",
}


def merged_words(differences: Sequence[Told], *, nothing_changed: bool) -> str:
    """“Merged with the review that was here: 1 replaced, 2 came in, 1 kept.”"""
    counts = Counter(one.fate for one in differences)
    parts = ", ".join(f"{counts[fate]:,} {words}" for fate, words in COUNTED.items() if counts[fate])
    return f"{'Nothing changed here' if nothing_changed else 'Merged with the review that was here'}: {parts}."


def grouped(differences: Iterable[Told]) -> Iterator[tuple[str, list[Told]]]:
    """Differences under their headings, what changed here first."""
    found = list(differences)
    for fate, heading in HEADINGS.items():
        same = [one for one in found if one.fate is fate]
        if same:
            yield heading, same


def name_of(difference: Told) -> str:
    """“Comment, turn 2: “parcel””."""
    turn = f", turn {difference.turn}" if difference.turn else ""
    about = f": “{isolated(difference.about)}”" if difference.about else ""
    return f"{KINDS[difference.kind]}{turn}{about}"


def lines(differences: Iterable[Told]) -> list[str]:
    """All of it as text, to be read or copied."""
    found = []
    for heading, same in grouped(differences):
        found.append(heading)
        for one in same:
            found.append(f"  {name_of(one)}")
            sides = (("Here", one.here), ("There", one.there))
            found += [f"    {side}: {words}".replace("\n", "\n      ") for side, words in sides if words]
    return found

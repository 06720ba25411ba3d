"""What is unfinished in what would be written, each with a way to mend it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from reviewer.domain.full_review import FullReview
from reviewer.domain.personal import Kind
from reviewer.domain.unfinished import Gap, Lack, gaps
from reviewer.exporters.options import ALL_PARTS, Part
from reviewer.gui.dialogs.exporting.answer import Place
from reviewer.gui.dialogs.exporting.contents import empty_parts
from reviewer.gui.dialogs.exporting.kinds import has_parts, is_page
from reviewer.gui.dialogs.exporting.subject import Subject
from reviewer.gui.words import counted, isolated
from reviewer.workspace.exporting.wish import Wish, carries_review, is_report

DETAILS = {
    Kind.EMAIL: ("email", "emails"),
    Kind.PHONE: ("phone number", "phone numbers"),
    Kind.CARD: ("card number", "card numbers"),
    Kind.ADDRESS: ("address", "addresses"),
}


@dataclass(frozen=True, slots=True)
class Act:
    """Something that is mended in the dialog itself, by its name."""

    name: str


HIDE, ALL, WITHOUT, LOOK = Act("hide"), Act("all"), Act("without"), Act("look")


@dataclass(frozen=True, slots=True)
class Caution:
    """A sentence, the words of the button, none where nothing can be done, and what it does or where it goes."""

    sentence: str
    button: str
    mend: Gap | Place | Act


def cautions(subject: Subject, wish: Wish, details: Mapping[Kind, int], look: str = "") -> list[Caution]:
    """All of them, what matters most first; `details` are those that the turns hold, `look` is what ails the look."""
    looks = [Caution(look, "", LOOK)] if look and is_page(wish.file_format) else []
    if subject.many:
        return [*looks, *_of_many(subject, wish)]
    found = _of_one(subject, wish, details)
    return looks + [one if subject.own or isinstance(one.mend, Act) else replace(one, button="") for one in found]


def _of_many(subject: Subject, wish: Wish) -> Iterator[Caution]:
    without = len(subject.unreviewed.intersection(subject.ids))
    if without and without < len(subject.ids):
        have = "has" if without == 1 else "have"
        alone = "show the conversation alone" if is_report(wish.file_format) else "bring nothing but the chat"
        sentence = f"{without:,} of {len(subject.ids):,} chats {have} no review yet, and would {alone}."
        yield Caution(sentence, "Leave out" if without == 1 else f"Leave {without:,} out", WITHOUT)


def _of_one(subject: Subject, wish: Wish, details: Mapping[Kind, int]) -> Iterator[Caution]:
    full, shown = subject.full, _shown(wish)
    if wish.kind == "feedback":
        yield from _unrated(full)
    if Part.CONVERSATION in shown:
        yield from _without_text(full)
        yield from _without_place(full)
    if Part.DISCUSSION in shown:
        yield from _unanswered(full)
    if subject.drafts:
        words = "An unfinished text is" if subject.drafts == 1 else f"{subject.drafts:,} unfinished texts are"
        yield Caution(f"{words} left out.", "Show it", Place.DRAFT)
    if details and not wish.privacy.hide_details:
        yield _readable(details)
    if has_parts(wish) and wish.file_format == "html" and not carries_review(wish):
        left = ALL_PARTS - {Part.LEGEND} - wish.page.parts - empty_parts(full)
        sentence = "Without all parts the page cannot be opened in this program again."
        if left:
            yield Caution(sentence, "Tick all", ALL)


def _shown(wish: Wish) -> frozenset[Part]:
    """The parts of a review that are written."""
    if has_parts(wish):
        return wish.page.parts
    return ALL_PARTS if wish.kind == "feedback" else frozenset({Part.REVISED})


def _unrated(full: FullReview) -> Iterator[Caution]:
    lacking = [gap for gap in gaps(full) if gap.lack is Lack.RATING]
    if not lacking:
        return
    score = full.score
    if score.shown is None:
        yield Caution("Nothing is rated yet. There will be no score.", "Rate now", lacking[0])
        return
    first = isolated(lacking[0].name)
    rest = len(lacking) - 1
    who = f"{first} has" if not rest else f"{first} and {counted(rest, 'more criterion', 'more criteria')} have"
    said = f"{score.shown} of 100, {score.rated} of {score.to_rate} rated"
    yield Caution(f"{who} no rating yet. The page will say “{said}”.", "Rate it now", lacking[0])


def _without_text(full: FullReview) -> Iterator[Caution]:
    lacking = [gap for gap in gaps(full) if gap.lack is Lack.TEXT]
    if lacking:
        one = f"{lacking[0].name} is a concern without text."
        many = f"{len(lacking):,} concerns have no text, {lacking[0].name.lower()} the first of them."
        yield Caution(one if len(lacking) == 1 else many, "Write it now", lacking[0])


def _without_place(full: FullReview) -> Iterator[Caution]:
    lost = sum(not one.anchor.found for one in full.annotations)
    if lost:
        which = (
            "A comment has lost its words and stands"
            if lost == 1
            else f"{lost:,} comments have lost their words and stand"
        )
        yield Caution(f"{which} at the end of the conversation.", "Show it", Place.LOST)


def _unanswered(full: FullReview) -> Iterator[Caution]:
    lacking = [gap for gap in gaps(full) if gap.lack is Lack.ANSWER]
    if lacking:
        one = f"{lacking[0].name} has no answer yet."
        many = f"{len(lacking):,} questions have no answer yet."
        yield Caution(one if len(lacking) == 1 else many, "Answer it now", lacking[0])


def _readable(details: Mapping[Kind, int]) -> Caution:
    parts = [counted(details[kind], *DETAILS[kind]) for kind in DETAILS if details.get(kind)]
    words = f"{', '.join(parts[:-1])} and {parts[-1]}" if len(parts) > 1 else parts[0]
    return Caution(f"Personal details can be read: {words}.", "Hide them", HIDE)

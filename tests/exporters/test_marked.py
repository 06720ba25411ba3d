"""The revised dialogue with what was changed in it."""

from dataclasses import replace

import html5lib
import pytest

from reviewer.domain.order_keys import order_key
from reviewer.domain.revision import ChangeKind, RevisedTurn, Revision
from reviewer.exporters.formats import FORMATS
from reviewer.exporters.options import PageOptions
from reviewer.exporters.revised_view import clean_views, marked_views
from reviewer.exporters.view_model import MarkedView
from tests.exporters.cases import CASES, MARKED, made_for, tablet_order
from tests.exporters.reviews import Reviewed, identity, review_of

SAID = (
    ("Mira", "Hello there, I am Mira."),
    ("Customer", "Where is my lamp?"),
    ("Mira", "It was sent. It will come soon."),
    ("Customer", "When?"),
    ("", "The line is closed."),
)


def changed(*changes: tuple[ChangeKind, int | None, str, str, tuple[int, ...]]) -> Reviewed:
    """The chat with changes of (kind, origin, order key, words, joined turns)."""
    chat = review_of("Lamp", SAID)
    revision = Revision(identity("c", 0), chat.full.review.id)
    records = tuple(
        RevisedTurn(
            identity("d", place), revision.id, origin, key, chat.turns[(origin or 1) - 1].speaker, text, kind,
            f"Reason {place}", joined=joined,
        )
        for place, (kind, origin, key, text, joined) in enumerate(changes)
    )  # fmt: skip
    return replace(chat, full=replace(chat.full, revisions=(revision,), revised_turns=records))


def seen(chat: Reviewed) -> list[MarkedView]:
    return list(marked_views(chat.told(), lambda: chat.turns))


def signs(one: MarkedView) -> str:
    return "".join({"del": "[-{}-]", "ins": "+{}+"}.get(piece.tag, "{}").format(piece.text) for piece in one.pieces)


def every_kind() -> Reviewed:
    return changed(
        (ChangeKind.REWORDED, 1, order_key(1), "Hello there, I am glad to help.", ()),
        (ChangeKind.INSERTED, None, order_key(1) + "5", "How are you?", ()),
        (ChangeKind.SPLIT, 3, order_key(3), "It was sent.", ()),
        (ChangeKind.SPLIT, 3, order_key(3) + "5", "It comes today.", ()),
        (ChangeKind.REMOVED, 4, order_key(4), "", ()),
        (ChangeKind.MOVED, 5, order_key(1) + "7", "The line is closed.", ()),
    )


def test_words_that_were_inserted_and_deleted_stand_in_one_turn() -> None:
    first, *_ = seen(every_kind())
    assert signs(first) == "Hello there, I am [-Mira-]+glad to help+."
    assert (first.number, first.change, first.sign, first.reason) == (1, "Edited", "pen", "Reason 0")


def test_what_became_of_every_turn() -> None:
    told = [(one.number, signs(one), one.change) for one in seen(every_kind())]
    assert told[1:] == [
        (2, "+How are you?+", "Inserted"),
        (3, "The line is closed.", "Moved"),
        (4, "Where is my lamp?", ""),
        (5, "It was sent.", "Split in two, and edited"),
        (6, "It +comes today+.", ""),
        (None, "[-When?-]", "Deleted"),
        (None, "", "Moved to turn 3"),
    ]


def test_words_deleted_in_a_split_stand_beside_it() -> None:
    split = seen(every_kind())[4]
    assert [(one.tag, one.text) for one in split.original if one.tag] == [("del", "will come soon")]


@pytest.mark.parametrize("chat", [every_kind(), *(made() for made in CASES.values())], ids=["kinds", *CASES])
def test_without_what_was_deleted_it_is_the_clean_dialogue(chat: Reviewed) -> None:
    clean = list(clean_views(chat.told(), lambda: chat.turns))
    stand = [one for one in seen(chat) if one.number is not None]
    said = ["".join(piece.text for piece in one.pieces if piece.tag != "del") for one in stand]
    assert [(one.number, one.name) for one in stand] == [(one.number, one.name) for one in clean]
    assert said == [one.text for one in clean]


def test_only_a_page_with_marks_shows_what_was_changed() -> None:
    marked, clean = tablet_order().page("revised", MARKED), tablet_order().page("revised")
    for page, there in ((marked, True), (clean, False)):
        root = html5lib.parse(page, namespaceHTMLElements=False)
        (dialogue,) = (one for one in root.iter("section") if one.get("id") == "dialogue")
        assert any(True for _ in dialogue.iter("ins")) is there
        assert ("Do you already have an account" in page) is there
        assert ("Plain words and an apology." in page) is there


@pytest.mark.parametrize("form", ["md", "txt"])
def test_reports_show_marks_too(form: str) -> None:
    (words,) = made_for(FORMATS[form], "revised", every_kind(), options=PageOptions(marks=True)).values()
    said = words.decode().replace("\\", "")
    assert "I am [-Mira-]{+glad to help+}." in said
    assert "[-When?-]" in said
    assert "Deleted: Reason 4" in said
    (clean,) = made_for(FORMATS[form], "revised", every_kind()).values()
    assert "When?" not in clean.decode()

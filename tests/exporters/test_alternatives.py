"""Several revisions of one chat on its page."""

from dataclasses import replace

import html5lib

from reviewer.domain.order_keys import order_key
from reviewer.domain.revision import ChangeKind, RevisedTurn, Revision
from reviewer.exporters.options import PageOptions, Part
from tests.exporters.reviews import Reviewed, identity, review_of

EVERY = PageOptions(alternatives=True)


def chat(*said: str) -> Reviewed:
    """A chat with a revision for each of these words, the first recommended; an empty one changes nothing."""
    made = review_of("Lamp", [("Mira", "Hello."), ("Customer", "Where is my lamp?")])
    revisions = tuple(
        Revision(identity("c", at), made.full.review.id, "" if at == 2 else f"Way {at}", f"Because {at}.", at, not at)
        for at in range(len(said))
    )
    turns = tuple(
        RevisedTurn(
            identity("d", at), revisions[at].id, 1, order_key(1), made.turns[0].speaker, words, ChangeKind.REWORDED
        )
        for at, words in enumerate(said)
        if words
    )
    return replace(made, full=replace(made.full, revisions=revisions, revised_turns=turns))


def headings(page: str) -> list[tuple[str | None, str]]:
    """Anchor and heading of each section."""
    root = html5lib.parse(page, namespaceHTMLElements=False)
    return [
        (one.get("id"), "".join(one.find("h2/span").itertext()))
        for one in root.iter("section")
        if one.find("h2/span") is not None
    ]


def test_the_recommended_one_comes_first_and_the_others_have_names() -> None:
    page = chat("Hello there.", "Good morning.", "Hi.").page(options=EVERY)
    assert headings(page) == [
        ("revised", "Revised dialogue: Way 0"),
        ("revised-2", "Alternative: Way 1"),
        ("revised-3", "Alternative: Revision 3"),
    ]
    assert [f"Because {at}." in page for at in range(3)] == [True, True, True]
    assert '<a href="#revised">' in page
    assert '<a href="#revised-2">' not in page


def test_without_the_option_there_is_the_recommended_one_alone() -> None:
    page = chat("Hello there.", "Good morning.").page()
    assert [anchor for anchor, _ in headings(page)] == ["revised"]


def test_alternatives_are_reached_where_the_recommended_one_changes_nothing() -> None:
    page = chat("", "Good morning.").page(options=EVERY)
    assert headings(page) == [("revised-2", "Alternative: Way 1")]
    assert '<a href="#revised-2">Alternative</a>' in page
    assert 'href="#revised"' not in page


def test_an_alternative_that_changes_nothing_says_so() -> None:
    page = chat("Hello there.", "").page(options=EVERY)
    assert "says what the original says" in page


def test_no_alternatives_where_the_revised_dialogue_is_left_out() -> None:
    page = chat("Hello there.", "Good morning.").page(options=replace(EVERY, parts=EVERY.parts - {Part.REVISED}))
    assert headings(page) == []
    assert "Good morning." not in page.partition("<script")[0]

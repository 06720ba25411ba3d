"""Pages stay small enough to mail."""

from reviewer.domain.annotation import Verdict
from tests.exporters.cases import tablet_order
from tests.exporters.reviews import Reviewed, comment, review_of

TURNS = 100
EVERY = 10
BYTES = 150_000


def hundred_turns() -> Reviewed:
    """The words of the sample chat over and over, one turn in ten with a comment and rewritten."""
    texts = [turn.text for turn in tablet_order().turns if turn.speaker]
    said = [(("Dana R.", "Customer")[at % 2], texts[at % len(texts)]) for at in range(TURNS)]
    times = [f"2026-03-20T09:{at // 2:02}:00" for at in range(TURNS)]
    chat = review_of("A hundred turns", said, times=times).rated(2, 3, 3, 4, 2, 3, 2)
    advice, better = "Say what it means for the customer first, then why.", "I am sorry. I have taken the charge off."
    for turn in range(EVERY, TURNS + 1, EVERY):
        anchor = chat.span(turn, 0, turn, 15)
        chat = chat.commented(comment(anchor, 1 + turn // EVERY % 7, Verdict.CONCERN, advice, better))
        chat = chat.reworded(turn, better, "Shorter, and with an apology.")
    return chat


def test_a_page_of_a_hundred_turns_with_the_review_inside() -> None:
    chat = hundred_turns()
    assert len(chat.full.annotations) == len(chat.full.revised_turns) == TURNS // EVERY
    assert len(chat.page().encode()) < BYTES

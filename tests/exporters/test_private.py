"""Pages that do not say who it was."""

from collections.abc import Iterable
from dataclasses import replace

from reviewer.domain.annotation import Verdict
from reviewer.domain.privacy import Privacy, private_review, private_turns
from reviewer.domain.review import Reply, Reviewer
from reviewer.domain.transcript import Role, Turn
from reviewer.exchange import review_file
from tests.exporters.reviews import Reviewed, comment, identity, review_of

NAMES, DETAILS, REVIEWER = Privacy(hide_names=True), Privacy(hide_details=True), Privacy(hide_reviewer=True)
SAID = (
    ("Miranda Quill", "Hello. Which address shall we write to?"),
    ("Barnaby Stone", "To b.stone@example.org, or call me on 020 7946 0123, thanks."),
)


def private(chat: Reviewed, privacy: Privacy) -> Reviewed:
    turns: Iterable[Turn] = private_turns(chat.turns, privacy)
    return replace(chat, full=private_review(chat.full, chat.turns, privacy), turns=tuple(turns))


def test_names_become_parts() -> None:
    said = [(name, "Hello.") for name in ("Mira", "Sam", "Kim", "Botty", "Lee")]
    chat = review_of("Chat", said)
    roles = (Role.AGENT, Role.CUSTOMER, Role.CUSTOMER, Role.BOT, Role.OTHER)
    full = replace(
        chat.full, speakers=tuple(replace(one, role=role) for one, role in zip(chat.full.speakers, roles, strict=True))
    )
    hidden = private_review(full, chat.turns, NAMES)
    assert [one.name for one in hidden.speakers] == ["Agent", "Customer", "Customer 2", "Bot", "Speaker"]


def test_the_page_and_its_island_hold_no_speaker_names() -> None:
    page = private(review_of("Chat", SAID), NAMES).page()
    assert "Miranda" not in page
    assert "Barnaby" not in page
    assert "<bdi>Customer</bdi>" in page


def test_details_are_covered_wherever_they_stand() -> None:
    chat = review_of("Chat with b.stone@example.org", SAID)
    chat = chat.commented(
        comment(chat.words(2, "b.stone@example.org"), 1, Verdict.NONE, "Spell b.stone@example.org back."),
        comment(chat.words(2, "7946 0123"), 2, Verdict.CONCERN, "A part of it", "call +44 20 7946 0123"),
    ).reworded(2, "Write to b.stone@example.org.", "so that b.stone@example.org is used")
    chat = replace(chat, full=replace(chat.full, review=replace(chat.full.review, headline="020 7946 0123 was asked")))
    covered = private(chat, DETAILS)
    page = covered.page()
    for detail in ("stone@", "example.org", "7946", "0123"):
        assert detail not in page
    assert "or call me on •••••••••••••, thanks." in page.replace("</mark>", "").replace('<mark class="s2">', "")
    assert "thanks" in page


def test_what_is_covered_is_a_whole_review_whose_comments_stand_where_they_stood() -> None:
    chat = review_of("Chat", SAID)
    chat = chat.commented(comment(chat.words(2, "7946 0123, thanks"), 2, Verdict.CONCERN, "Read it back."))
    file = review_file.loads(private(chat, DETAILS).json, "it")
    (before,), (after,) = chat.full.annotations, file.full.annotations
    assert (after.anchor.start, after.anchor.end) == (before.anchor.start, before.anchor.end)
    assert after.anchor.quote == "•••• ••••, thanks".replace(" ", "•", 1)


def test_reviewers_stay_unnamed() -> None:
    chat = review_of("Chat", SAID)
    chat = chat.commented(comment(chat.words(1, "Hello"), 1, Verdict.NONE, "Short."))
    reply = Reply(identity("9", 1), chat.full.annotations[0].id, identity("6", 2), "Yes.")
    full = replace(chat.full, replies=(reply,), people=(Reviewer(identity("6", 2), "Bertram"),))
    page = private(replace(chat, full=full), REVIEWER).page()
    assert "Bertram" not in page
    assert "Ada" not in page
    assert "Reviewed by" not in page

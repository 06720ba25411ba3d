"""Pages without names."""

from dataclasses import replace

from reviewer.domain.transcript import Role
from reviewer.exporters.masking import masked
from tests.exporters.reviews import review_of


def test_names_become_parts() -> None:
    said = [(name, "Hello.") for name in ("Mira", "Sam", "Kim", "Botty", "Lee")]
    chat = review_of("Chat", said)
    roles = (Role.AGENT, Role.CUSTOMER, Role.CUSTOMER, Role.BOT, Role.OTHER)
    full = replace(
        chat.full, speakers=tuple(replace(one, role=role) for one, role in zip(chat.full.speakers, roles, strict=True))
    )
    assert [one.name for one in masked(full).speakers] == ["Agent", "Customer", "Customer 2", "Bot", "Speaker"]


def test_the_page_and_its_island_hold_no_speaker_names() -> None:
    chat = review_of("Chat", [("Miranda Quill", "Hello."), ("Barnaby Stone", "Hi.")])
    page = replace(chat, full=masked(chat.full)).page()
    assert "Miranda" not in page
    assert "Barnaby" not in page
    assert "<bdi>Customer</bdi>" in page

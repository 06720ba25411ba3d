"""Who is the agent and who the customer, each with the reason in words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from reviewer.domain.transcript import Role
from reviewer.importers.names import key_of
from reviewer.importers.notices import agents_in, joined_in

_VOCABULARY: Final = (
    (Role.SYSTEM, frozenset({"system", "info", "chat information", "break", "automated message", "notification"})),
    (Role.BOT, frozenset({"bot", "chatbot", "virtual assistant", "assistant", "ai assistant"})),
    (
        Role.AGENT,
        frozenset(
            {"agent", "support", "customer service", "customer support", "representative", "rep", "operator", "advisor"}
            | {"adviser", "associate", "csr", "analyst", "helpdesk", "help desk", "service", "staff", "specialist"}
        ),
    ),
    (
        Role.CUSTOMER,
        frozenset({"customer", "visitor", "user", "client", "guest", "you", "me", "caller", "shopper", "buyer"}),
    ),
)
_SERVICE: Final = re.compile(
    r"\b(?:how (?:can|may) I (?:help|assist)|(?:may|can) I help you|what can I do for you|anything else I can"
    r"|thank you for (?:contacting|visiting|calling|chatting|your patience|being|waiting)|welcome to"
    r"|you(?:’re| are|'re) (?:most |very )?welcome|I apologi[sz]e|feed ?back|have a (?:great|nice|good) day)\b",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Voice:
    """What is known of one speaker while roles are guessed."""

    key: str
    name: str
    texts: list[str] = field(default_factory=list)


def is_known_part(key: str) -> bool:
    """Whether a name is itself the word for a part in a chat, such as “customer”."""
    return _by_vocabulary(key) is not None


def guess_roles(voices: Sequence[Voice], notices: Sequence[str]) -> dict[str, tuple[Role, str]]:
    """Key to role and reason: the name itself, then notices, then offers of help, then who is left."""
    roles: dict[str, tuple[Role, str]] = {}
    named = {key_of(name) for notice in notices for name in agents_in(notice)}
    joined = {key_of(name) for notice in notices for name in joined_in(notice)}
    for voice in voices:
        role = _by_vocabulary(voice.key)
        if role:
            roles[voice.key] = role, "the name says so"
        elif voice.key in named or any(voice.key.startswith(f"{name} ") for name in named):
            roles[voice.key] = Role.AGENT, "named in a system line"
    for voice in voices:
        if voice.key not in roles and voice.key in joined:
            roles[voice.key] = Role.AGENT, "named in a system line"
    _by_service(voices, roles)
    _by_rest(voices, roles)
    return {voice.key: roles.get(voice.key, (Role.OTHER, "nothing tells")) for voice in voices}


def _by_service(voices: Sequence[Voice], roles: dict[str, tuple[Role, str]]) -> None:
    if Role.AGENT in {role for role, _ in roles.values()}:
        return
    offers = {voice.key: sum(bool(_SERVICE.search(text)) for text in voice.texts) for voice in voices}
    best = max(offers, key=lambda key: offers[key], default=None)
    if best is not None and best not in roles and list(offers.values()).count(offers[best]) == 1:
        roles[best] = Role.AGENT, "speaks as a helper does"


def _by_rest(voices: Sequence[Voice], roles: dict[str, tuple[Role, str]]) -> None:
    """With one side known, whoever else speaks is the other side when they are the only one."""
    people = [voice for voice in voices if voice.key not in roles]
    taken = {role for role, _ in roles.values()}
    if len(people) == 1 and Role.AGENT in taken and Role.CUSTOMER not in taken:
        roles[people[0].key] = Role.CUSTOMER, "the other speaker"
    elif len(people) == 1 and Role.CUSTOMER in taken and Role.AGENT not in taken:
        roles[people[0].key] = Role.AGENT, "the other speaker"


def _by_vocabulary(key: str) -> Role | None:
    words = key.split(" ")
    for role, names in _VOCABULARY:
        if key in names or (len(words) > 1 and (words[0] in names or words[-1] in names)):
            return role
    return None

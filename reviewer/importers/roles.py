"""Who is the agent and who the customer, each with the reason in words."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from reviewer.domain.transcript import Role
from reviewer.importers.likeness import likeness
from reviewer.importers.names import key_of
from reviewer.importers.notices import agents_in, customers_in, joined_in

NAMED: Final = "named in a system line"
# With more speakers it is no service chat, and an offer of help tells nothing.
MOST_SPEAKERS: Final = 4
MOST_TURNS_TO_AN_OFFER: Final = 20
_BRACKETS: Final = str.maketrans("#()[]", "     ")

_VOCABULARY: Final = (
    (Role.SYSTEM, frozenset({"system", "info", "chat information", "break", "automated message", "notification"})),
    (
        Role.BOT,
        frozenset(
            {"bot", "chatbot", "virtual assistant", "virtual agent", "assistant", "ai assistant"}
            | {"ai", "chatgpt", "gpt", "claude", "gemini", "copilot", "grok", "deepseek", "perplexity", "llm"}
        ),
    ),
    (
        Role.AGENT,
        frozenset(
            {"agent", "support", "customer service", "customer support", "representative", "rep", "operator", "advisor"}
            | {"adviser", "associate", "csr", "analyst", "helpdesk", "help desk", "service", "staff", "specialist"}
            | {"customer service representative", "service representative", "service agent", "sales representative"}
            | {"sales rep", "sales", "tech support", "technician", "moderator", "supervisor"}
            | {"berater", "beraterin", "mitarbeiter", "mitarbeiterin", "kundenservice", "conseiller", "conseillère"}
            | {"agente", "asesor", "asesora", "operador", "operatore", "atendente", "medewerker", "客服", "оператор"}
        ),
    ),
    (
        Role.CUSTOMER,
        frozenset(
            {"customer", "visitor", "user", "client", "guest", "you", "me", "caller", "shopper", "buyer", "human"}
            | {"kunde", "kundin", "cliente", "usuario", "usuária", "usuário", "utente", "klant", "客户", "клиент"}
        ),
    ),
)
_ALONE_ONLY: Final = frozenset({"me", "you", "break", "info", "service", "sales", "staff", "support"})
_SERVICE: Final = re.compile(
    r"\b(?:how (?:can|may) I (?:help|assist)|(?:may|can) I help you|what can (?:I|we) do for you"
    r"|anything else (?:I|we) can|is there anything else|can I help with anything else"
    r"|thank(?:s| you) for (?:contacting|visiting|calling|chatting|your patience|being|waiting|reaching out)"
    r"|welcome to(?!.{0,40} (?:show|podcast|pod|episode)\b)|you(?:’re| are|'re) (?:most |very )?welcome"
    r"|I apologi[sz]e|(?:bear|be) with me|one moment"
    r"|let me (?:check|look|pull|see)|(?:happy|glad) to (?:help|assist)|may I have your|I understand how you feel)\b",
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


def is_part_itself(key: str) -> bool:
    """Whether a name is such a word and no more, but for a number."""
    return any(key.rstrip("0123456789 #") in names for _, names in _VOCABULARY)


def is_system_name(key: str) -> bool:
    """Whether a name stands for the chat program."""
    return _by_vocabulary(key) is Role.SYSTEM


def guess_roles(
    voices: Sequence[Voice],
    notices: Sequence[str],
    declared: Sequence[tuple[str, str]] = (),
    known: Mapping[str, tuple[Role, str]] | None = None,
) -> dict[str, tuple[Role, str]]:
    """Key to role and reason: what is known or declared, the name, notices, offers of help, then who is left.

    `declared` pairs a word for a part with a name, as in the line “Agent: Dana” above a chat. `known` has what the
    file itself says of a key. A name counts, not the key, where the two differ.
    """
    roles: dict[str, tuple[Role, str]] = dict(known or {})
    for voice in voices:
        for part, name in declared if voice.key not in roles else ():
            if _names(key_of(voice.name), {key_of(name)}) and (role := _by_vocabulary(key_of(part))):
                roles[voice.key] = role, "declared above the chat"
    for voice in voices:
        role = None if voice.key in roles else _by_vocabulary(key_of(voice.name))
        if role:
            roles[voice.key] = role, "the name says so"
    _by_notices(voices, notices, roles)
    _by_service(voices, roles)
    _by_likeness(voices, roles)
    _by_rest(voices, roles)
    return {voice.key: roles.get(voice.key, (Role.OTHER, "nothing tells")) for voice in voices}


def _by_notices(voices: Sequence[Voice], notices: Sequence[str], roles: dict[str, tuple[Role, str]]) -> None:
    agents = {key_of(name) for notice in notices for name in agents_in(notice)}
    customers = {key_of(name) for notice in notices for name in customers_in(notice)}
    joined = {key_of(name) for notice in notices for name in joined_in(notice)}
    unnamed = {voice.key: key_of(voice.name) for voice in voices if voice.key not in roles}
    for key, name in unnamed.items():
        if _names(name, agents):
            roles[key] = Role.AGENT, NAMED
        elif _names(name, customers):
            roles[key] = Role.CUSTOMER, NAMED
    came = [key for key, name in unnamed.items() if key not in roles and _names(name, joined)]
    if len(came) == 1 and Role.AGENT not in {role for role, _ in roles.values()}:
        roles[came[0]] = Role.AGENT, NAMED


def _names(key: str, names: set[str]) -> bool:
    """Whether a notice means this speaker, who may sign with more of the name than it gives, or less."""
    return any(
        key == name or key.rstrip(".") == name.rstrip(".") or key.startswith(f"{name} ") or name.startswith(f"{key} ")
        for name in names
    )


def _by_service(voices: Sequence[Voice], roles: dict[str, tuple[Role, str]]) -> None:
    people = [voice for voice in voices if roles.get(voice.key, (Role.OTHER, ""))[0] is not Role.SYSTEM]
    if len(people) > MOST_SPEAKERS or Role.AGENT in {role for role, _ in roles.values()}:
        return
    if all(voice.key in roles for voice in people):
        return
    offers = {voice.key: sum(bool(_SERVICE.search(text)) for text in voice.texts) for voice in people}
    best = max(offers, key=lambda key: offers[key], default=None)
    if best is None or best in roles or list(offers.values()).count(offers[best]) > 1:
        return
    if offers[best] * MOST_TURNS_TO_AN_OFFER >= sum(len(voice.texts) for voice in people if voice.key == best) > 0:
        roles[best] = Role.AGENT, "speaks as a helper does"


def _by_likeness(voices: Sequence[Voice], roles: dict[str, tuple[Role, str]]) -> None:
    """In a chat of a few, whose name is nearly that of the agent or the customer has the same part."""
    if len(voices) > MOST_SPEAKERS:
        return
    sides = [voice for voice in voices if roles.get(voice.key, (None, ""))[0] in (Role.AGENT, Role.CUSTOMER)]
    for voice in voices:
        like = [side for side in sides if voice.key not in roles and likeness(voice.name, side.name)]
        if len(like) == 1:
            roles[voice.key] = roles[like[0].key][0], f"the name is like that of {like[0].name}"


def _by_rest(voices: Sequence[Voice], roles: dict[str, tuple[Role, str]]) -> None:
    """With one side known, whoever else speaks is the other side when they are the only one."""
    people = [voice for voice in voices if voice.key not in roles]
    taken = {role for role, _ in roles.values()}
    if len(people) != 1:
        return
    if taken & {Role.AGENT, Role.BOT} and Role.CUSTOMER not in taken:
        roles[people[0].key] = Role.CUSTOMER, "the other speaker"
    elif Role.CUSTOMER in taken and Role.AGENT not in taken:
        roles[people[0].key] = Role.AGENT, "the other speaker"


@lru_cache(maxsize=4096)
def _by_vocabulary(key: str) -> Role | None:
    words = key.translate(_BRACKETS).split()
    for role, names in _VOCABULARY:
        if key in names:
            return role
        if len(words) > 1 and any(word.rstrip("0123456789") in names - _ALONE_ONLY for word in (words[0], words[-1])):
            return role
        if words and len(words) == 1 and words[0].rstrip("0123456789") in names:
            return role
    return None

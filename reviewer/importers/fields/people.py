"""Who stands behind an id: lists of people beside the turns, and which side a turn came from."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from reviewer.domain.transcript import Role
from reviewer.importers.fields.reading import Keys, Who, nested, who
from reviewer.importers.fields.vocabulary import PEOPLE, SIDES, folded

OF_CUSTOMERS = frozenset({"customer", "contact", "visitor", "enduser", "client", "lead", "requester"})


@dataclass(frozen=True, slots=True)
class Company:
    """All who speak in one conversation; `side` is the key of a yes or no that tells the customer from the agent."""

    known: dict[str, Who] = field(default_factory=dict)
    side: str | None = None
    user_answers: bool = False

    def of(self, record: dict[str, Any], keys: Keys) -> Who | None:
        """Who says a record, with the name and the part that stand elsewhere; None where nothing tells it."""
        found = who(record, keys)
        role = self._side_of(record)
        if found is None:
            return None if role is None else Who(role.value, role.value, role)
        known = self.known.get(found.key)
        named = Who(found.key, known.name if known else found.name, (known and known.role) or found.role or role)
        if self.user_answers and named.role is Role.CUSTOMER and found.word == "user":
            return Who(named.key, named.name, Role.AGENT)
        return named

    def _side_of(self, record: dict[str, Any]) -> Role | None:
        value = record.get(self.side) if self.side else None
        if not isinstance(value, bool) or self.side is None:
            return None
        return Role.CUSTOMER if value is SIDES[folded(self.side)] else Role.AGENT


def company(records: list[Any], keys: Keys, around: dict[str, Any]) -> Company:
    """Who is there, by the records themselves and by the object around them."""
    spoken = [one for one in records if isinstance(one, dict)]
    return Company(_listed(around), side_key(spoken), _user_answers(spoken, keys))


def side_key(records: list[dict[str, Any]]) -> str | None:
    """The key of a yes or no that tells the customer from the agent."""
    for name in records[0] if records else ():
        if folded(name) in SIDES and len({one.get(name) for one in records if isinstance(one.get(name), bool)}) > 1:
            return name
    return None


def _user_answers(records: list[dict[str, Any]], keys: Keys) -> bool:
    """Whether “user” is somebody of the shop, because the others are customers by another word."""
    found = [one for record in records if (one := who(record, keys))]
    words = {one.word for one in found}
    return "user" in words and bool(words & OF_CUSTOMERS) and not any(one.role is Role.AGENT for one in found)


def _listed(around: dict[str, Any]) -> dict[str, Who]:
    known: dict[str, Who] = {}
    for key, value in around.items():
        if folded(str(key)) in PEOPLE:
            for identity, one in _people(value):
                if found := nested(one, None):
                    known[folded(identity) or identity] = known[identity] = found
    return known


def _people(value: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(value, dict):
        for key, one in value.items():
            if isinstance(one, dict):
                yield str(key), one
            elif isinstance(one, str):
                yield str(key), {"name": one}
    elif isinstance(value, list):
        for one in value:
            if isinstance(one, dict):
                yield from ((str(one[key]), one) for key in one if _is_id(str(key), one[key]))


def _is_id(key: str, value: Any) -> bool:
    return folded(key) in ("id", "userid", "participantid", "key", "sid", "username") and isinstance(value, str | int)

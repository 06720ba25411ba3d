"""A source that wraps others, read as one: what its members hold, one after the other."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reviewer.errors import NoConversation, Unreadable
from reviewer.importers.base import Conversation, Found, Problem, Source
from reviewer.importers.containers.container import Member
from reviewer.importers.registry import CONTAINERS

DEEPEST = 3


def members(source: Source, depth: int = 0) -> Iterator[Member]:
    """The source itself, or what it wraps, down to what wraps nothing more.

    Raises:
        Unreadable: the wrapping is damaged, locked or unsafe.
    """
    container = next((one for one in CONTAINERS if one.opens(source)), None)
    if container is None:
        yield Member(source)
        return
    if depth == DEEPEST:
        raise Unreadable(f"{source.name} is packed more than {DEEPEST} times over. Unpack it first.")
    for member in container.unpack(source):
        if member.error:
            yield member
            continue
        try:
            for inner in members(member.source, depth + 1):
                yield _within(inner, member)
        except Unreadable as error:
            yield replace(member, error=error.sentence)


def _within(inner: Member, outer: Member) -> Member:
    return replace(
        inner,
        problems=(*outer.problems, *inner.problems),
        unit=inner.unit or outer.unit,
        optional=inner.optional or outer.optional,
    )


def as_member(found: Found, member: Member) -> Found:
    """What was found, as the content of what wraps it."""
    return replace(found, unit=member.unit or found.unit, problems=(*member.problems, *found.problems))


def joined(source: Source, all_found: Sequence[Found], errors: Sequence[str]) -> Found:
    """What several members hold, as one; the units of each follow those of the one before.

    Raises:
        NoConversation: no member holds one.
    """
    if not all_found:
        raise NoConversation(errors[0] if len(errors) == 1 else f"{source.name} holds no conversation in any file.")
    if len(all_found) == 1 and not errors:
        return all_found[0]
    formats = {one.format for one in all_found}
    conversations: list[Conversation] = []
    problems: list[Problem] = [Problem((1, 1), error, "") for error in errors]
    before = 0
    for one in all_found:
        conversations += [_moved(conversation, before) for conversation in one.conversations]
        problems += [replace(problem, where=_after(problem.where, before)) for problem in one.problems]
        before += len(one.lines)
    return replace(
        all_found[0],
        format=formats.pop() if len(formats) == 1 else "zip",
        confidence=min(one.confidence for one in all_found),
        conversations=tuple(conversations),
        lines=tuple(kind for one in all_found for kind in one.lines),
        problems=tuple(problems),
        texts=[text for one in all_found for text in one.texts],
    )


def _moved(conversation: Conversation, before: int) -> Conversation:
    turns = tuple(replace(turn, where=_after(turn.where, before)) for turn in conversation.turns)
    return replace(conversation, turns=turns)


def _after(where: tuple[int, int], before: int) -> tuple[int, int]:
    return where[0] + before, where[1] + before

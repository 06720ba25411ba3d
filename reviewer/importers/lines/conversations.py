"""From marked lines to conversations: speakers, roles and times."""

from collections import Counter
from collections.abc import Iterator
from math import sqrt
from typing import Final

from reviewer.domain.transcript import Role
from reviewer.importers.base import Conversation, LineKind
from reviewer.importers.drafts import Draft, Person, assembled
from reviewer.importers.lines.engine import Event, Marked
from reviewer.importers.lines.headings import Heading
from reviewer.importers.lines.unwrapping import unwrapped
from reviewer.importers.names import cleaned, key_of
from reviewer.importers.roles import is_system_name
from reviewer.importers.times import Timeline

ENOUGH_HITS: Final = 4
ENOUGH_WHEN_TIMED: Final = 3
ENOUGH_WHEN_STRICT: Final = 2
LEAST_DENSITY_WHEN_SOLID: Final = 0.5
LEAST_SHARE_WHEN_STRICT: Final = 0.25


def score(marked: Marked) -> float:
    """Root of density in the hit span x recurrence x talk x names x number of hits, where one turn alone is no talk."""
    events = [event for fragment in marked.fragments for event in fragment if event.name]
    written = {event.name for event in events}
    names = {key for name in written if name and not is_system_name(key := key_of(name))}
    if not names:
        return 0.0
    counts = Counter(marked.kinds)
    hits = sum(event.name is not None or event.stamp is not None for fragment in marked.fragments for event in fragment)
    if marked.strict:
        headed = counts[LineKind.TURN] + counts[LineKind.SYSTEM]
        return _strict_score(len(events), 0 if marked.noisy else headed)
    below = sum(len(event.parts) > 1 and not event.parts[0].strip() for event in events)
    density = len(events) / (counts[LineKind.TURN] + counts[LineKind.CONTINUATION] - below)
    enough = ENOUGH_WHEN_TIMED if marked.timed else ENOUGH_HITS
    if marked.solid:
        density = max(density, LEAST_DENSITY_WHEN_SOLID)
    recurrence = marked.recurring / len(events)
    talked = sum(count for fragment in marked.fragments if (count := _count(fragment)) > 1) / len(events)
    return sqrt(density) * recurrence * talked * (1 if len(names) >= 2 else 0.5) * min(1, hits / enough)


def _strict_score(spoken: int, headed: int) -> float:
    """A header that looks like nothing else says more than how many lines stand between two of them."""
    if spoken < LEAST_SHARE_WHEN_STRICT * headed:
        return 0.1
    return 1.0 if spoken >= ENOUGH_WHEN_STRICT else 0.5


def conversations(
    marked: Marked, heading: Heading, timeline: Timeline, *, unwrap: bool = False
) -> Iterator[Conversation]:
    """One for each run of turns that belong together; roles are guessed once for all of them.

    With `unwrap` paragraphs broken into lines are made whole.
    """
    spoken = [fragment for fragment in marked.fragments if _count(fragment)]
    names = _names([event for fragment in spoken for event in fragment])
    drafts = [_filled(fragment, names, timeline, unwrap=unwrap) for fragment in spoken]
    roles = _roles(drafts, heading) if len(drafts) > 1 else {}
    for number, draft in enumerate(drafts, start=1):
        draft.title = heading.title if len(drafts) == 1 else f"{heading.title} ({number})"
        draft.channel, draft.declared = heading.channel, heading.declared
        for person in draft.people.values():
            person.role, person.reason = roles.get(person.key, (None, ""))
        if number == 1 and "T" in (heading.started_at or ""):
            draft.started_at = heading.started_at
        made = assembled(draft, draft.title)
        yield made if made.started_at or not heading.day else _started(made, heading.day)


def _roles(drafts: list[Draft], heading: Heading) -> dict[str, tuple[Role | None, str]]:
    """What all of them together tell of each speaker."""
    whole = Draft(declared=heading.declared)
    for draft in drafts:
        whole.people |= draft.people
        whole.said += draft.said
    return {one.key: (one.role, one.reason) for one in assembled(whole, "").speakers}


def _count(fragment: list[Event]) -> int:
    return sum(event.name is not None for event in fragment)


def _names(events: list[Event]) -> dict[str, str]:
    """Speakers by key; of spellings that differ in case the most frequent is shown."""
    spellings = Counter(event.name for event in events if event.name)
    names: dict[str, str] = {}
    for written, _ in spellings.most_common():
        names.setdefault(key_of(written), cleaned(written))
    return names


def _filled(fragment: list[Event], names: dict[str, str], timeline: Timeline, *, unwrap: bool) -> Draft:
    draft = Draft()
    people: dict[str, Person] = {}
    for event in fragment:
        sent_at = timeline.place(event.stamp) if event.stamp else None
        person = people.get(event.name) if event.name else None
        if event.name and person is None:
            person = people[event.name] = draft.person(names[key_of(event.name)], key_of(event.name))
        text = unwrapped(event.text) if unwrap else event.text
        draft.say(person, text, sent_at, (event.first, event.last))
    return draft


def _started(made: Conversation, day: str) -> Conversation:
    return Conversation(made.title, day, made.speakers, made.turns, made.channel)

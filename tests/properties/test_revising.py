"""Any walk of changes to a dialogue leaves every original turn accounted for exactly once, and can be taken back."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.domain.edit import Edit
from reviewer.domain.edits import rearranging, revising
from reviewer.domain.full_review import FullReview
from reviewer.domain.order_keys import is_order_key, key_between, order_key
from reviewer.domain.revision import ChangeKind
from reviewer.domain.standing_turn import StandingTurn, standing_turn
from tests.domain.dialogues import begun, turn_at

KEYS = st.text("01Vz", min_size=1, max_size=6).map(lambda tail: order_key(3) + tail).filter(is_order_key)
PARTS = frozenset({ChangeKind.SPLIT, ChangeKind.JOINED})
STEPS = st.lists(
    st.tuples(
        st.sampled_from(
            ["reword", "back", "insert", "above", "remove", "restore", "up", "down", "drag", "split", "join", "speaker",
             "revert", "revert_all"]
        ),
        st.integers(0, 40),
        st.integers(0, 40),
    ),
    max_size=25,
)  # fmt: skip


@given(st.lists(st.integers(0, 100), max_size=40))
def test_a_key_fits_between_any_two_and_leaves_room(places: list[int]):
    keys = [order_key(1), order_key(2)]
    for place in places:
        at = place % (len(keys) - 1)
        made = key_between(keys[at], keys[at + 1])
        assert keys[at] < made < keys[at + 1]
        assert is_order_key(made)
        keys.insert(at + 1, made)


@given(KEYS, KEYS)
def test_a_key_fits_between_any_good_keys(one: str, other: str):
    low, high = sorted((one, other))
    if low != high:
        assert low < key_between(low, high) < high


def changed(full: FullReview, step: str, first: int, second: int) -> Edit | None:
    rows = [row for row in range(len(full.dialogue)) if full.dialogue[row].stands]
    if step == "revert_all":
        return revising.revert_all(full)
    if step == "restore":
        gone = [one for one in full.changes if one.kind is ChangeKind.REMOVED]
        if not gone:
            return None
        change = gone[first % len(gone)]
        row = full.dialogue.row_of_change(change.id)
        assert row is not None
        return revising.restore(full, standing_turn(full.dialogue, row, turn_at))
    if step == "revert":
        return revising.revert(full, full.changes[first % len(full.changes)]) if full.changes else None
    if not rows:
        return rearranging.insert(full, 0, "Anybody there?", None)
    row = rows[first % len(rows)]
    return at_row(full, step, row, standing_turn(full.dialogue, row, turn_at), second)


def at_row(full: FullReview, step: str, row: int, at: StandingTurn, number: int) -> Edit | None:
    match step:
        case "reword":
            return revising.reword(full, at, f"{at.text} Sorry, {number} times."[number % 3 :])
        case "back":
            return revising.reword(full, at, at.originals[0].text if at.originals else "")
        case "insert" | "above":
            return rearranging.insert(full, row, f"New {number}.", "agent", above=step == "above")
        case "remove":
            return revising.remove(full, at)
        case "up" | "down":
            return rearranging.move_step(full, at, row, 1 if step == "down" else -1)
        case "drag":
            return rearranging.move(full, at, row, number % (len(full.dialogue) + 1))
        case "split":
            place = number % (len(at.text) + 1)
            return rearranging.split(full, at, row, at.text[:place], at.text[place:])
        case "speaker":
            return revising.change_speaker(full, at, "agent" if number % 2 else "customer")
    after = full.dialogue.standing(row, 1)
    return rearranging.join(full, at, standing_turn(full.dialogue, after, turn_at)) if after is not None else None


@given(STEPS)
@settings(max_examples=150)
def test_every_turn_is_accounted_for_once_and_undoing_all_gives_the_original(steps):
    start = full = begun()
    done: list[Edit] = []
    for step in steps:
        edit = changed(full, *step)
        if edit is not None:
            assert all(delta.before != delta.after for delta in edit.deltas)
            done.append(edit)
            full = full.after(edit)
            see_that_all_turns_are_accounted_for(full)
    ends = full
    for edit in reversed(done):
        full = full.after(edit.inverse())
    assert full.revised_turns == ()
    assert not full.saved
    assert said(full) == said(start)
    for edit in done:
        full = full.after(edit)
    assert said(full) == said(ends)
    if ends.changes:
        back = revising.revert_all(ends)
        assert back is not None
        assert said(ends.after(back)) == said(start)


def said(full: FullReview) -> list[tuple[str | None, str]]:
    found = []
    for row, line in enumerate(full.dialogue):
        if line.stands:
            turn = standing_turn(full.dialogue, row, turn_at)
            found.append((turn.speaker, turn.text))
    return found


def see_that_all_turns_are_accounted_for(full: FullReview) -> None:
    lines = list(full.dialogue)
    assert sorted(line.position for line in lines if line.position) == list(range(1, full.transcript.turn_count + 1))
    standing = [line for line in lines if line.stands]
    assert [line.number for line in standing] == list(range(1, full.dialogue.count + 1))
    shown = Counter(line.change.id for line in standing if line.change)
    assert shown == Counter(one.id for one in full.changes if one.kind is not ChangeKind.REMOVED)
    for position in range(1, full.transcript.turn_count + 1):
        fates = [one.kind for one in full.dialogue.changes_of(position)]
        assert len(fates) <= 1 or PARTS.issuperset(fates)
        assert fates != [ChangeKind.SPLIT]
        line = full.dialogue[full.dialogue.row_of(position)]
        assert line.position == position
        assert line.stands or fates
    assert all(one.text.strip() for one in full.changes if one.kind is not ChangeKind.REMOVED)
    assert all(is_order_key(one.order_key) for one in full.changes)
    rows = [full.dialogue.row_of_change(one.id) for one in full.changes]
    assert None not in rows
    assert len(set(rows)) == len(rows)
    keys = [full.dialogue.key_at(row) for row in range(len(lines))]
    assert keys == sorted(set(keys))


def test_a_part_of_a_split_that_was_joined_and_stands_for_itself_again_is_a_part_still():
    full = begun()
    for step in (("split", 0, 5), ("join", 1, 0), ("split", 1, 4)):
        edit = changed(full, *step)
        assert edit is not None
        full = full.after(edit)
        see_that_all_turns_are_accounted_for(full)
    assert [one.kind for one in full.dialogue.changes_of(1)] == [ChangeKind.SPLIT, ChangeKind.SPLIT]

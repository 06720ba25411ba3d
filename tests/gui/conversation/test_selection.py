"""The selection knows no window."""

from reviewer.gui.conversation.selection import Selection, Spot


def test_a_selection_lies_between_its_ends_whichever_came_first():
    selection = Selection()
    selection.put_both(Spot(4, 3), Spot(2, 5))
    assert (selection.first, selection.last) == (Spot(2, 5), Spot(4, 3))
    assert selection.span_in(1, 9) is None
    assert selection.span_in(2, 9) == (5, 9)
    assert selection.span_in(3, 9) == (0, 9)
    assert selection.span_in(4, 9) == (0, 3)
    assert selection.span_in(5, 9) is None


def test_a_moved_caret_drops_the_selection_unless_it_extends_it():
    selection = Selection()
    selection.put(Spot(2, 1))
    selection.put(Spot(2, 4), extend=True)
    assert not selection.empty
    selection.put(Spot(3, 0))
    assert selection.empty


def test_whole_turns_are_no_words():
    selection = Selection()
    selection.put_turns(5, 3, 20)
    assert (selection.first.turn, selection.last) == (3, Spot(5, 20))
    assert selection.span_in(4, 9) is None
    assert selection.holds_turn(4)
    assert not selection.holds_turn(6)


def test_clearing_says_whether_there_was_something():
    selection = Selection()
    assert not selection.clear()
    selection.put_turns(1, 2, 3)
    assert selection.clear()
    assert selection.empty

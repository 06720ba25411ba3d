"""Open recent lists the chats that were opened last, also after a restart."""

from tests.gui.opening import open_sample


def titles(shown):
    shown.recent.aboutToShow.emit()
    return [act.text().split("  ", 1)[-1] for act in shown.recent.actions()]


def test_the_last_chat_stands_first_and_opens(window):
    shown = window(reviewer="Reviewer A")
    assert titles(shown) == ["No chat was opened yet"]
    open_sample(shown, 1)
    first = shown.session.full.transcript.title
    open_sample(shown, 0)
    second = shown.session.full.transcript.title
    assert titles(shown) == [second, first]
    shown = window()
    assert titles(shown) == [second, first]
    shown.recent.actions()[1].trigger()
    assert shown.session.full.transcript.title == first
    assert titles(shown) == [first, second]


def test_a_chat_that_is_gone_is_not_listed(window):
    shown = window(reviewer="Reviewer A")
    open_sample(shown, 1)
    shown.shelving.delete([shown.session.full.transcript.id])
    assert titles(shown) == ["No chat was opened yet"]


def test_it_is_in_the_file_menu(window):
    shown = window()
    (menu,) = [act.menu() for act in shown.menuBar().actions() if act.text() == "&File"]
    assert shown.recent.menuAction() in menu.actions()

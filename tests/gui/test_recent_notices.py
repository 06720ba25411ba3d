"""Notices go after a while and live on in the Help menu."""

from reviewer.gui import messages
from tests.gui.opening import open_sample


def test_what_notices_said_can_be_read_again(window, monkeypatch):
    told = []
    monkeypatch.setattr(messages, "details", lambda parent, sentence, lines: told.append((sentence, list(lines))))
    shown = window(reviewer="Reviewer A", size=(1440, 900))
    shown.actions_table["notices"].trigger()
    assert told == [("There was no notice yet.", [])]
    open_sample(shown)
    shown.notice.say("Second.")
    shown.actions_table["notices"].trigger()
    sentence, lines = told[-1]
    assert lines[0] == "Second."
    assert lines[1].startswith("Imported")
    assert sentence.startswith("The last notices:\n\nSecond.\nImported")

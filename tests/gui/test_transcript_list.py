"""The list beside the conversation: which collection it shows."""

import pytest
from PySide6.QtCore import Qt

from reviewer.domain.edits import library as edits
from reviewer.domain.transcript import Collection
from tests.gui.opening import open_sample
from tests.gui.steps import press


@pytest.fixture
def shown(window):
    made = window(reviewer="Reviewer A", size=(1440, 900))
    for place in range(3):
        made.show_page("library")
        open_sample(made, place)
    return made


def listed(window):
    rows = window.review.list.rows
    return {one.transcript.id for one in rows.entries if hasattr(one, "transcript")}


def collect(window, name, transcripts, kind="exercise"):
    window.session.library.workspace.do(edits.move(transcripts, Collection(name * 32, f"Week {name}", kind), new=True))


def test_it_shows_one_collection_and_follows_the_open_chat(shown):
    chooser = shown.review.list.chooser
    assert not chooser.isVisible()
    everything = shown.session.library.workspace.reading.transcripts()
    collect(shown, "a", everything[:1])
    collect(shown, "b", everything[1:2], "folder")
    assert chooser.isVisible()
    assert [chooser.itemText(row) for row in range(chooser.count())] == ["All transcripts", "Week a", "Week b"]
    shown.open_transcript(everything[0].id)
    assert listed(shown) == {one.id for one in everything}

    chooser.setFocus()
    press(chooser, Qt.Key.Key_Down)
    assert chooser.currentText() == "Week a"
    assert listed(shown) == {everything[0].id}
    shown.open_transcript(everything[1].id)
    assert (chooser.currentText(), listed(shown)) == ("Week b", {everything[1].id})
    shown.open_transcript(everything[2].id)
    assert (chooser.currentText(), listed(shown)) == ("All transcripts", {one.id for one in everything})


def test_undoing_a_collection_takes_it_from_the_list(shown):
    chooser = shown.review.list.chooser
    (first, *_) = shown.session.library.workspace.reading.transcripts()
    collect(shown, "a", [first])
    shown.open_transcript(first.id)
    chooser.setCurrentIndex(1)
    chooser.chosen.emit()
    shown.show_page("library")
    shown.stepping.undo()
    shown.show_page("review")
    assert not chooser.isVisible()
    assert len(listed(shown)) == 3

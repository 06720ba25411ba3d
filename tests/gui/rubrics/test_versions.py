"""Versions, files, the rubric for new reviews: what is done with a rubric as a whole."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from reviewer.domain import rubric_changes as changes
from reviewer.domain.edits import rubrics as edits
from reviewer.domain.rubric import Level, Trade, Variant
from reviewer.domain.rubric_file import read_rubric
from reviewer.domain.rubric_writing import write_rubric
from reviewer.gui import messages
from tests.gui.opening import wait_for_job
from tests.gui.rubrics.working import CHAT, focused, letters, make_own, open_page, rows, saved, type_over
from tests.gui.steps import CONTROL, click, press, rate


@pytest.fixture
def shown(window, tmp_path):
    """One chat in the library."""
    opened = window(reviewer="Reviewer A", size=(1440, 900))
    path = tmp_path / "chat.txt"
    path.write_text(CHAT, encoding="utf-8")
    opened.desk.import_files([str(path)])
    wait_for_job(opened)
    return opened


@pytest.fixture
def used(shown):
    """A rubric of the person's own that a review follows."""
    make_own(shown)
    shown.actions_table["prefer_rubric"].trigger()
    shown.show_page("review")
    wait_for_job(shown)
    rate(shown, [2])
    return open_page(shown)


def test_the_first_change_of_a_used_version_begins_the_next_one(shown, used):
    old = saved(shown, "Returns desk")
    assert used.bar.words.text() == "1 review uses version 1. Your changes become version 2; that review keeps its own."
    entry = rows(used)[0].name.entry
    type_over(rows(used)[0].name, "Patience")
    assert focused() is entry
    new = saved(shown, "Returns desk")
    assert (new.rubric.version, new.criteria[0].name) == (2, "Patience")
    assert new.criteria[0].root == old.criteria[0].root
    reading = shown.session.library.workspace.reading
    assert reading.rubric(old.rubric.id) == old
    assert reading.rubric_uses()[old.rubric.id].reviews == 1
    assert used.versions.currentText() == "Version 2"
    assert not used.bar.isVisible()
    type_over(rows(used)[0].weight, "90")
    assert saved(shown, "Returns desk").rubric.version == 2
    for _ in range(2):
        press(focused(), Qt.Key.Key_Z, modifier=CONTROL)
    assert saved(shown, "Returns desk") == old
    assert used.versions.currentText() == "Version 1"
    press(focused(), Qt.Key.Key_Y, modifier=CONTROL)
    assert saved(shown, "Returns desk").criteria[0].name == "Patience"


def test_older_versions_are_looked_at_and_not_changed(shown, used):
    type_over(rows(used)[0].name, "Patience")
    used.versions.setFocus()
    press(used.versions, Qt.Key.Key_Down)
    used.versions.activated.emit(1)
    assert used.bar.words.text() == "1 review uses version 1. This is version 1 of 2; it is read only."
    row = rows(used)[0]
    assert row.name.entry.text() == "New criterion"
    assert row.name.entry.isReadOnly()
    assert not row.critical.isEnabled()
    assert not used.editor.criteria.add.isVisible()
    QTest.keyClicks(row.name.entry, "x")
    shown.actions_table["add_criterion"].trigger()
    assert len(rows(used)) == 1
    click(used.bar.button)
    assert rows(used)[0].name.entry.text() == "Patience"
    assert not rows(used)[0].name.entry.isReadOnly()


def test_a_version_that_came_into_use_meanwhile_is_not_undone(shown, used):
    type_over(rows(used)[0].name, "Patience")
    new = saved(shown, "Returns desk")
    workspace = shown.session.library.workspace
    review = shown.session.full.review
    assert review.rubric != new.rubric.id
    chat = workspace.reading.transcripts()[0]
    with_new = workspace.review_of(chat.id)
    assert with_new.rubric.rubric.version == 1
    workspace.do(edits.retire([new]))
    assert used.bar.words.text().startswith("This rubric is not offered for new reviews")
    click(used.bar.button)
    assert not saved(shown, "Returns desk").rubric.retired


def test_a_shipped_version_is_left_as_it_came(shown):
    page = open_page(shown)
    old = saved(shown, "Live chat evaluation")
    version = old.rubric.version
    assert page.bar.words.text() == (
        f"Version {version} comes with the program. Your changes become version {version + 1};"
        f" version {version} stays as it is."
    )
    type_over(rows(page)[0].name, "Words")
    assert saved(shown, "Live chat evaluation").criteria[0].name == "Words"
    assert shown.session.library.workspace.reading.rubric(old.rubric.id) == old


def test_a_review_that_is_not_begun_follows_the_newest_version(shown):
    page = open_page(shown)
    type_over(rows(page)[0].name, "Words")
    wait_for_job(shown)
    shown.show_page("review")
    assert shown.session.full.rubric.criteria[0].name == "Words"
    rate(shown, [3])
    assert shown.session.full.saved


def test_the_rubric_for_new_reviews_is_kept(shown, window):
    page = make_own(shown)
    click(page.prefer)
    assert shown.notice.sentence == "New reviews follow ‘Returns desk’."
    assert page.preferred.isVisible()
    again = window()
    workspace = again.session.library.workspace
    chat = workspace.reading.transcripts()[0]
    assert workspace.review_of(chat.id).rubric.rubric.name == "Returns desk"
    assert open_page(again).title.accessibleName() == "Returns desk"


def test_copying_and_deleting(shown):
    page = make_own(shown)
    shown.actions_table["duplicate_rubric"].trigger()
    assert page.title.accessibleName() == "Returns desk, copy"
    assert focused() is page.editor.head.name.entry
    copy, own = saved(shown, "Returns desk, copy"), saved(shown, "Returns desk")
    assert copy.rubric.root != own.rubric.root
    page.list.rows.setFocus()
    press(page.list.rows, Qt.Key.Key_Delete)
    assert shown.notice.sentence == "‘Returns desk, copy’ deleted."
    assert shown.session.library.workspace.reading.rubric(copy.rubric.id) is None
    shown.stepping.undo()
    assert shown.session.library.workspace.reading.rubric(copy.rubric.id) == copy
    shown.stepping.undo()
    assert shown.notice.sentence == "Undone: new rubric."


def test_a_used_rubric_is_taken_out_of_the_offer_and_put_back(shown, used):
    shown.actions_table["delete_rubric"].trigger()
    assert shown.notice.sentence == "‘Returns desk’ is no longer offered for new reviews."
    assert used.bar.button.text() == "Offer it again"
    assert rows(used)[0].name.entry.isReadOnly()
    names = [used.list.rows.item(at).text() for at in range(used.list.rows.count())]
    assert names[-2:] == ["No longer offered", "Returns desk"]
    click(used.bar.button)
    assert not saved(shown, "Returns desk").rubric.retired


def test_a_rubric_goes_out_as_a_file_and_comes_in_again(shown, tmp_path, monkeypatch):
    page = make_own(shown)
    path = tmp_path / "mine.toml"
    monkeypatch.setattr(messages, "rubric_to_save", lambda *_: path)
    click(page.export)
    assert shown.notice.sentence == "Exported mine.toml."
    own = saved(shown, "Returns desk")
    assert read_rubric(path.read_text("utf-8"), "mine.toml") == own
    monkeypatch.setattr(messages, "rubrics_to_open", lambda *_: [str(path)])
    click(page.list.bring)
    assert shown.notice.sentence == "‘Returns desk’, version 1, is in the library already."
    path.write_text(path.read_text("utf-8").replace('name = "New criterion"', 'name = "Patience"'), encoding="utf-8")
    click(page.list.bring)
    assert shown.notice.sentence == "‘Returns desk’, version 2, imported."
    assert rows(page)[0].name.entry.text() == "Patience"
    path.write_text(path.read_text("utf-8").replace("weight = 100", "weight = 0"), encoding="utf-8")
    click(page.list.bring)
    assert shown.notice.sentence == (
        "mine.toml is not a complete rubric: All weights are 0. At least one criterion needs a weight."
    )


def test_a_rubric_file_that_is_dropped_is_shown_on_its_page(shown, tmp_path):
    path = tmp_path / "mine.toml"
    own = changes.new_rubric("From a colleague")
    path.write_text(write_rubric(own), encoding="utf-8")
    shown.show_page("library")
    shown.desk.offer_files([str(path)])
    wait_for_job(shown)
    assert shown.pages.currentWidget() is shown.rubrics_page
    assert shown.rubrics_page.title.accessibleName() == "From a colleague"
    assert shown.notice.sentence == "The rubric ‘From a colleague’, version 1, is imported."
    path.write_bytes(b"\x00\xff broken")
    shown.desk.offer_files([str(path)])
    wait_for_job(shown)
    assert shown.notice.sentence == "mine.toml is not a rubric file: it is not UTF-8 text."


def test_a_trade_is_chosen_and_its_levels_are_edited(shown):
    own = changes.new_rubric("Personal touch")
    levels = own.criteria[0].levels
    formal = tuple(Level(one.name, "Formal.") for one in levels)
    own = changes.with_criterion(own, own.criteria[0].root, variants=(Variant("shop", levels), Variant("bank", formal)))
    trades = (Trade("shop", "Retail", "Small talk is welcome."), Trade("bank", "Banking", "Keep to the matter."))
    shown.session.library.workspace.do(edits.add(changes.with_head(own, trades=trades, trade="shop")))
    page = open_page(shown)
    page.copy.choose(own.rubric.root)
    head = page.editor.head
    assert head.trade.currentText() == "Trade: Retail"
    assert head.guidance.text() == "Small talk is welcome."
    head.trade.setFocus()
    press(head.trade, Qt.Key.Key_Down)
    head.trade.activated.emit(head.trade.currentIndex())
    assert head.guidance.text() == "Keep to the matter."
    click(rows(page)[0].unfold)
    assert rows(page)[0].body.levels.rows[0].description.entry.text() == "Formal."
    type_over(rows(page)[0].body.levels.rows[0].description, "Too warm.")
    kept = saved(shown, "Personal touch")
    assert kept.rubric.trade == "bank"
    assert kept.in_trade("shop").in_trade("bank").criteria[0].levels[0].description == "Too warm."
    assert letters(page) == "A"


def test_menus_are_those_of_what_lies_under_the_mouse(shown, monkeypatch):
    opened = []
    monkeypatch.setattr(QMenu, "popup", lambda menu, place: opened.append(menu))
    page = make_own(shown)
    view = page.list.rows
    at = view.visualItemRect(view.item(0)).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, view.viewport().mapToGlobal(at))
    QApplication.sendEvent(view.viewport(), event)
    assert "Duplicate" in [act.text() for act in opened[-1].actions()]
    assert page.title.accessibleName() == view.item(0).text()
    page.copy.choose(saved(shown, "Returns desk").rubric.root)
    grip = rows(page)[0].grip
    place = grip.rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, grip.mapToGlobal(place))
    QApplication.sendEvent(grip, event)
    next(act for act in opened[-1].actions() if act.text() == "Duplicate").trigger()
    assert len(rows(page)) == 2

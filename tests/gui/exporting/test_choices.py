"""What is chosen in the export dialog: kinds, forms, parts, names; and what is remembered of it."""

from dataclasses import replace

import pytest
from pypdf import PdfReader
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QWidget

from reviewer.domain.exercise import Exercise
from reviewer.domain.privacy import Privacy
from reviewer.domain.transcript import Collection
from reviewer.exporters.options import ALL_PARTS, Part
from reviewer.exporters.paper import Paper
from reviewer.gui import messages
from reviewer.gui.dialogs.exporting.dialog import ExportDialog
from reviewer.gui.dialogs.exporting.kinds import cards
from reviewer.gui.dialogs.exporting.subject import Subject
from reviewer.workspace.exporting.wish import FORMATS, Wish, kinds_of
from tests.gui.exporting_by_hand import wait_until_looked, write_path
from tests.gui.opening import let_live
from tests.gui.steps import click


def choose(dialog, key):
    next(one for one in dialog.choices.cards if one.card.key == key).click()
    wait_until_looked(dialog)


def choose_form(dialog, title):
    box = dialog.choices.form.box
    at = box.findText(title)
    box.setCurrentIndex(at)
    box.activated.emit(at)
    wait_until_looked(dialog)


def test_every_form_of_the_command_line_stands_on_one_card():
    offered = [(form.kind, form.file_format) for card in cards() for form in card.forms]
    assert sorted(offered) == sorted((kind, name) for name in FORMATS for kind in kinds_of(name, "both"))
    assert all(form.title for card in cards() for form in card.forms)


def test_details_are_hidden_and_the_reviewer_is_named_until_somebody_chooses(ask):
    dialog = ask()
    assert dialog.choices.wish == Wish(privacy=Privacy(hide_details=True))
    choose(dialog, "review")
    assert dialog.choices.wish == Wish(file_format="json")


def test_the_name_follows_the_kind_until_somebody_writes_another(ask):
    dialog = ask()
    names = []
    for key in ("feedback", "revised", "review", "scores", "other"):
        choose(dialog, key)
        names.append(dialog.save.path.name.removeprefix("tablet-order-connection-charge"))
    assert names == ["-feedback.html", "-revised.html", "-review.json", "", "-feedback.md"]
    write_path(dialog, "~/for Dana.md")
    choose(dialog, "feedback")
    assert dialog.save.field.text() == "~/for Dana.html"
    choose(dialog, "scores")
    assert dialog.save.field.text() == "~/for Dana"
    choose(dialog, "review")
    assert dialog.save.field.text() == "~/for Dana.json"


def test_several_files_are_named_before_they_are_written(ask, tmp_path):
    dialog = ask()
    choose(dialog, "scores")
    write_path(dialog, tmp_path / "march")
    assert dialog.save.told.words == "Writes march-scores.csv, march-comments.csv and march-changes.csv."
    choose_form(dialog, "Excel")
    assert dialog.save.told.words == ""
    assert dialog.save.path.name == "march.xlsx"


def test_the_file_dialog_gives_another_place(ask, monkeypatch, tmp_path):
    dialog = ask()
    monkeypatch.setattr(messages, "file_for_export", lambda parent, path: tmp_path / "new" / path.name)
    click(dialog.save.field.folder)
    assert dialog.save.path == tmp_path / "new" / "tablet-order-connection-charge-feedback.html"
    assert dialog.save.told.words == "Makes the folder ‘new’."
    choose(dialog, "review")
    assert dialog.save.path.parent == tmp_path / "new"


def test_parts_say_how_much_there_is_and_empty_ones_cannot_be_ticked(shown, ask):
    full = shown.session.full
    boxes = ask().choices.parts.boxes
    assert boxes[Part.SCORECARD].accessibleName() == f"Scorecard, {full.score.rated} of {full.score.to_rate} rated"
    assert boxes[Part.CONVERSATION].accessibleName() == f"Conversation and comments, {len(full.annotations)}"
    assert all(box.isEnabled() and box.isChecked() for box in boxes.values())
    shown.open_transcript(fresh_chat(shown))
    boxes = ask().choices.parts.boxes
    assert [part for part, box in boxes.items() if box.isEnabled()] == [Part.CONVERSATION]
    assert [part for part, box in boxes.items() if box.isChecked()] == [Part.CONVERSATION]


def test_parts_that_are_empty_do_not_count_as_left_out(shown, ask):
    shown.open_transcript(fresh_chat(shown))
    dialog = ask()
    dialog.choices.parts.boxes[Part.CONVERSATION].click()
    dialog.choices.parts.boxes[Part.CONVERSATION].click()
    assert dialog.choices.wish.page.parts == ALL_PARTS


def test_all_strategies_are_offered_where_there_are_several(shown, ask):
    dialog = ask()
    box = dialog.choices.parts.alternatives
    assert box.isVisible() == (len(shown.session.full.revisions) > 1)
    box.click()
    assert dialog.choices.wish.page.alternatives


def test_names_that_the_exercise_hides_cannot_be_shown_but_in_a_review_file(shown, ask):
    exercise = Exercise(Collection("e" * 32, "Exercise 5", "exercise", hide_names=True), ())
    dialog = ask(full=replace(shown.session.full, exercise=exercise))
    pane = dialog.choices.privacy
    assert (pane.by_role.isChecked(), pane.as_said.isEnabled(), pane.by_role.isEnabled()) == (True, False, False)
    pane.details.click()
    assert not dialog.choices.wish.privacy.hide_names, "what the person chose is kept for chats of other exercises"
    choose(dialog, "review")
    assert (pane.as_said.isChecked(), pane.as_said.isEnabled()) == (True, True)


def test_changes_are_marked_on_the_page_of_the_revised_dialogue_alone(ask):
    dialog = ask()
    choose(dialog, "revised")
    assert dialog.choices.form.marks.isVisible()
    dialog.choices.form.marks.click()
    assert dialog.choices.wish.page.marks
    choose_form(dialog, "Plain text")
    assert not dialog.choices.form.marks.isVisible()
    assert dialog.choices.wish.file_format == "txt"


def paper_of(path):
    """Width and height of the first page of a PDF, in points."""
    sheet = PdfReader(path).pages[0].mediabox
    return round(sheet.width), round(sheet.height)


def test_a_pdf_lies_on_the_paper_that_is_chosen_and_keeps_to_it(ask, tmp_path, monkeypatch):
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    dialog = ask()
    form = dialog.choices.form
    assert not form.paper.isVisible()
    choose_form(dialog, "PDF")
    assert (form.paper.isVisible(), form.paper.currentText()) == (True, "As usual here (A4)")
    write_path(dialog, tmp_path / "usual.pdf")
    dialog.write()
    wait_until_looked(dialog)
    dialog = ask()
    form = dialog.choices.form
    form.paper.setFocus()
    QTest.keyClicks(form.paper, "L")
    assert dialog.choices.wish.page.paper is Paper.LETTER
    write_path(dialog, tmp_path / "letter.pdf")
    dialog.write()
    wait_until_looked(dialog)
    assert [paper_of(tmp_path / name) for name in ("usual.pdf", "letter.pdf")] == [(595, 842), (612, 792)]
    again = ask()
    assert again.choices.form.paper.currentText() == "Letter"
    choose_form(again, "Web page")
    assert not again.choices.form.paper.isVisible()


def test_the_page_speaks_another_language(ask, tmp_path):
    dialog = ask()
    box = dialog.choices.privacy.language
    at = box.findData("de")
    box.setCurrentIndex(at)
    box.activated.emit(at)
    write_path(dialog, tmp_path / "page.html")
    wait_until_looked(dialog)
    dialog.write()
    wait_until_looked(dialog)
    assert '<html lang="de"' in (tmp_path / "page.html").read_text(encoding="utf-8")
    choose(dialog, "review")
    assert not box.isVisible()


def test_choices_are_remembered_for_each_kind(ask, tmp_path, window, shown):
    dialog = ask()
    dialog.choices.parts.boxes[Part.LEGEND].click()
    dialog.choices.privacy.by_role.click()
    write_path(dialog, tmp_path / "pages" / "page.html")
    dialog.write()
    wait_until_looked(dialog)
    dialog = ask()
    choose(dialog, "scores")
    dialog.choices.privacy.reviewer.click()
    choose_form(dialog, "Excel")
    write_path(dialog, tmp_path / "pages" / "table.xlsx")
    dialog.write()
    wait_until_looked(dialog)
    again = ask()
    assert again.choices.card.key == "scores"
    assert again.choices.wish == Wish(file_format="xlsx", privacy=Privacy(hide_details=True, hide_reviewer=True))
    assert again.save.path.parent == tmp_path / "pages"
    choose(again, "feedback")
    assert again.choices.wish.page.parts == ALL_PARTS - {Part.LEGEND}
    assert again.choices.wish.privacy == Privacy(hide_names=True, hide_details=True)


@pytest.mark.parametrize("spoiled", ["nonsense", "", "\u0000"])
def test_spoiled_settings_count_as_never_set(shown, ask, spoiled):
    file = shown.export_flow.exporting.places.settings._file
    for name in ("kind", "folder", "feedback/form", "feedback/part", "feedback/hide_details"):
        file.setValue(f"export/{name}", spoiled)
    dialog = ask()
    assert dialog.choices.card.key == "feedback"
    assert (dialog.choices.wish.kind, dialog.choices.wish.file_format) == ("feedback", "html")


def test_every_control_has_a_name_and_tab_reaches_it(shown, ask):
    dialog = ask()
    kinds = (QComboBox, QAbstractButton, QLineEdit)
    controls = [one for one in dialog.findChildren(QWidget) if isinstance(one, kinds) and one.isVisible()]
    inside = [one for one in controls if not isinstance(one.parentWidget(), (QComboBox, QAbstractButton))]
    named = [one for one in inside if one.accessibleName() or getattr(one, "text", str)()]
    assert named == inside
    reached = set()
    dialog.export.setFocus()
    for _ in range(60):
        QTest.keyClick(dialog.focusWidget(), "\t")
        reached.add(dialog.focusWidget())
    alone = {one for one in inside if one.isEnabled() and one not in reached}
    assert {type(one).__name__ for one in alone} <= {"KindCard", "RadioBox", "Segment"}, "arrows reach these"
    assert dialog.choices.cards[0] in reached


def test_alt_letters_are_given_once(ask):
    dialog = ask()
    for key in ("feedback", "revised", "other"):
        choose(dialog, key)
        words = [one.text() for one in dialog.findChildren(QWidget) if hasattr(one, "text") and one.isVisible()]
        letters = [word[word.index("&") + 1].lower() for word in words if isinstance(word, str) and "&" in word]
        assert sorted(letters) == sorted(set(letters))


def test_everything_has_room_in_the_smallest_window_at_every_text_size(window):
    shown = window(reviewer="Reviewer A", size=(1024, 640))
    shown.library_page.welcome.sample_buttons[0].click()
    while shown.desk.busy:
        let_live(20)
    let_live(50)
    for percent in (100, 150, 200):
        shown.appearance.set_text_size(percent)
        seen = []
        dialog = dialog_of(shown)
        for card in dialog.choices.cards:
            card.click()
            wait_until_looked(dialog)
            bar = dialog.choices.area.horizontalScrollBar()
            seen.append((bar.maximum(), dialog.width() <= 1024, dialog.height() <= 640))
        assert set(seen) == {(0, True, True)}, percent
        assert dialog.export.visibleRegion().boundingRect().size() == dialog.export.size()
        dialog.done(0)


def dialog_of(shown):
    workspace, full = shown.session.library.workspace, shown.session.full
    turns = tuple(workspace.reading.turns(full.transcript.id, 1, 60))
    places = shown.export_flow.exporting.places
    dialog = ExportDialog(Subject(full, turns), workspace, places, shown.appearance.theme, shown)
    dialog.show()
    wait_until_looked(dialog)
    return dialog


def fresh_chat(shown):
    """A chat that nobody has reviewed."""
    sample = shown.library_page.welcome.sample_buttons[1].sample
    shown.desk.import_sample(sample)
    while shown.desk.busy:
        let_live(20)
    let_live(50)
    return shown.session.full.transcript.id

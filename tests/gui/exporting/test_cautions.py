"""What is unfinished is said, and its button mends it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from reviewer.domain.edits import reviewing
from reviewer.domain.personal import Kind
from reviewer.domain.privacy import Privacy
from reviewer.exporters.options import ALL_PARTS, PageOptions, Part
from reviewer.gui.dialogs.exporting.cautions import cautions
from reviewer.gui.dialogs.exporting.subject import Subject
from reviewer.workspace.exporting.wish import Wish
from tests.gui.steps import CONTROL, click, comment, press, row_of


def sentences(dialog):
    """All that the bar can say, one press on the link after the other."""
    bar = dialog.choices.caution
    found = []
    while bar.isVisible() and bar.sentence.words not in found:
        found.append(bar.sentence.words)
        if bar.more.isVisible():
            bar.more.click()
    return found


def reopen(window):
    full = window.session.full
    assert full.review.done_at is None or window.session.do(reviewing.reopen(full))


def clear(window, criterion):
    reopen(window)
    one = next(one for one in window.session.full.rubric.criteria if one.name == criterion)
    assert window.session.do(reviewing.rate(window.session.full, one.id, None))


def test_nothing_is_said_of_a_review_that_lacks_nothing(ask):
    assert sentences(ask()) == []


def test_rate_it_now_goes_to_the_criterion(shown, exports):
    clear(shown, "Relationship")
    said = []
    exports.acts.append(lambda dialog: said.extend(sentences(dialog)))
    exports.acts.append(lambda dialog: click(dialog.choices.caution.mend))
    press(shown, Qt.Key.Key_E, modifier=CONTROL)
    score = shown.session.full.score
    assert said == [f"Relationship has no rating yet. The page will say “{score.shown} of 100, 6 of 7 rated”."]
    row = row_of(shown, "Relationship")
    assert row.isAncestorOf(QApplication.focusWidget())
    assert "Exported" not in shown.notice.sentence


def test_several_ratings_are_counted(shown, ask):
    for name in ("Relationship", "Tone"):
        clear(shown, name)
    (said,) = sentences(ask())
    assert said.startswith("Tone and 1 more criterion have no rating yet.")


def test_write_it_now_opens_the_comment(shown, exports):
    reopen(shown)
    one = comment(shown, 4, "Too curt", Qt.Key.Key_3)
    shown.session.do(reviewing.edit_comment(shown.session.full, one, replace(one, text="")))
    exports.acts.append(lambda dialog: click(dialog.choices.caution.mend))
    press(shown, Qt.Key.Key_E, modifier=CONTROL)
    assert shown.review.margin.active == one.id
    QApplication.focusWidget().insertPlainText("Say it kindly.")
    shown.review.keep_all()
    assert "Say it kindly." in [one.text for one in shown.session.full.annotations]


def test_details_are_counted_and_hidden_by_the_button(shown, ask, tmp_path):
    dialog = ask()
    dialog._found({Kind.EMAIL: 1, Kind.PHONE: 2})
    assert sentences(dialog) == []
    dialog.choices.privacy.details.click()
    assert sentences(dialog) == ["Personal details can be read: 1 email and 2 phone numbers."]
    click(dialog.choices.caution.mend)
    assert dialog.choices.wish.privacy.hide_details
    assert dialog.choices.privacy.details.isChecked()
    assert sentences(dialog) == []


def test_a_page_without_all_parts_cannot_be_opened_again(ask):
    dialog = ask()
    dialog.choices.parts.boxes[Part.SUMMARY].click()
    assert sentences(dialog) == ["Without all parts the page cannot be opened in this program again."]
    click(dialog.choices.caution.mend)
    assert dialog.choices.wish.page.parts == ALL_PARTS
    dialog.choices.parts.boxes[Part.LEGEND].click()
    assert sentences(dialog) == []


def test_a_text_that_was_begun_and_not_kept_is_shown(shown, exports):
    full = shown.session.full
    shown.unfinished._keep(full.annotations[0].id, "Half a reply")
    shown.review.margin.drafts = shown.unfinished._replies()
    said = []
    exports.acts.append(lambda dialog: said.extend(sentences(dialog)))
    exports.acts.append(lambda dialog: click(dialog.choices.caution.mend))
    press(shown, Qt.Key.Key_E, modifier=CONTROL)
    assert said == ["An unfinished text is left out."]
    assert shown.review.margin.active == full.annotations[0].id


def test_a_comment_without_a_place_is_shown(shown, ask):
    full = shown.session.full
    lost = replace(full.annotations[0], anchor=replace(full.annotations[0].anchor, found=False))
    lacking = replace(full, annotations=(*full.annotations[1:], lost))
    (one,) = cautions(Subject(lacking, ()), Wish(), {})
    assert one.sentence == "A comment has lost its words and stands at the end of the conversation."
    without = PageOptions(parts=frozenset({Part.SUMMARY}))
    assert one not in cautions(Subject(lacking, ()), Wish(page=without), {})


@pytest.mark.parametrize("file_format", ["csv", "json", "tei"])
def test_files_for_other_programs_are_warned_of_too(shown, ask, file_format):
    clear(shown, "Tone")
    wish = Wish(file_format=file_format, privacy=Privacy())
    found = cautions(Subject(shown.session.full, ()), wish, {Kind.CARD: 1})
    assert [one.button for one in found] == ["Rate it now", "Hide them"]


def test_what_somebody_else_wrote_is_warned_of_without_a_button_that_changes_it(shown):
    clear(shown, "Tone")
    found = cautions(Subject(shown.session.full, (), own=False), Wish(), {Kind.CARD: 1})
    assert [one.button for one in found] == ["", "Hide them"]


def test_the_revised_dialogue_alone_is_not_warned_of_ratings(shown):
    clear(shown, "Tone")
    assert cautions(Subject(shown.session.full, ()), Wish("revised"), {}) == []

"""The sketch follows the ticks, has the real words' lengths and colours, and says how large the file is."""

import pytest
from PySide6.QtGui import QImage

from reviewer.domain.privacy import Privacy
from reviewer.exporters.options import PageOptions, Part
from reviewer.gui.dialogs.exporting.preview_pane import size_words
from reviewer.gui.dialogs.exporting.sketch import Screen
from reviewer.gui.dialogs.exporting.sketch_marks import Bar, Ring, Words
from reviewer.gui.dialogs.exporting.sketch_page import SIGN
from reviewer.gui.theme import Theme
from reviewer.workspace.exporting.wish import Wish
from tests.gui.exporting_by_hand import wait_until_looked, write_path

HEADINGS = ["Summary", "Scorecard", "Conversation", "Revised dialogue", "Discussion", "Legend"]


def shapes(dialog, kind):
    return [one for block in dialog.preview.sketch.blocks for one in block.shapes if isinstance(one, kind)]


def headings(dialog):
    return [one.text for one in shapes(dialog, Words) if one.text in HEADINGS]


def test_it_shows_the_title_the_score_and_every_part(shown, ask):
    dialog, full = ask(), shown.session.full
    assert full.transcript.title in [one.text for one in shapes(dialog, Words)]
    assert [one.score for one in shapes(dialog, Ring)] == [full.score.shown]
    assert headings(dialog) == HEADINGS


@pytest.mark.parametrize(("part", "heading"), list(zip(Part, HEADINGS, strict=True)))
def test_it_follows_a_tick_at_once(ask, part, heading):
    dialog = ask()
    dialog.choices.parts.boxes[part].click()
    without = {heading, "Legend"} if part is Part.CONVERSATION else {heading}
    assert set(headings(dialog)) == set(HEADINGS) - without
    dialog.choices.parts.boxes[part].click()
    assert headings(dialog) == HEADINGS


def test_bars_are_as_long_as_the_words(shown, ask):
    dialog, full = ask(), shown.session.full
    dialog.choices.show_wish(Wish(page=PageOptions(parts=frozenset({Part.CONVERSATION}))))
    said = sum(len(turn.text) for turn in shown.session.library.workspace.reading.each_turn(full.transcript.id))
    beside = sum(len(one.text) + len(one.suggestion or "") for one in full.annotations)
    beside += sum(len(one.text) for one in full.replies)
    drawn = sum(one.width for one in shapes(dialog, Bar) if one.ink == "line" and one.height > 1 and one.x > 8)
    headed = sum(len(one) for one in (full.review.headline,))
    assert drawn == pytest.approx(SIGN * (said + beside), abs=SIGN * (headed + 200))


def test_comments_have_the_colours_of_their_criteria(shown, ask):
    dialog, full = ask(), shown.session.full
    dialog.choices.show_wish(Wish(page=PageOptions(parts=frozenset({Part.CONVERSATION}))))
    drawn = sorted(one.ink for one in shapes(dialog, Bar) if isinstance(one.ink, int))
    slots = [full.rubric.criterion(one.criterion) for one in full.annotations]
    assert drawn == sorted(one.slot if one else 8 for one in slots)


def test_paper_has_sheets_and_a_phone_has_one_narrow_one(ask):
    dialog = ask()
    sketch, screens = dialog.preview.sketch, dialog.preview.screens
    widest = max(one.x + one.width for one in shapes(dialog, Bar))
    screens.button(Screen.PAPER).click()
    assert sketch.sheets > 1
    screens.button(Screen.PHONE).click()
    assert sketch.sheets == 1
    assert max(one.x + one.width for one in shapes(dialog, Bar)) < widest * 0.6


def test_the_sheet_is_light_in_both_themes(shown, ask):
    paper = Theme.load("light").color("paper").rgb()
    for theme in ("light", "dark"):
        shown.appearance.choose(theme)
        sketch = ask().preview.sketch
        image = QImage(sketch.size(), QImage.Format.Format_RGB32)
        sketch.render(image)
        assert image.pixel(sketch.width() // 2, sketch.height() - 12) == paper


@pytest.mark.parametrize(
    "wish",
    [
        Wish(),
        Wish("revised", page=PageOptions(marks=True)),
        Wish(file_format="json"),
        Wish(file_format="csv", privacy=Privacy(hide_names=True)),
        Wish(file_format="xlsx"),
        Wish(file_format="md"),
        Wish(file_format="qdpx"),
    ],
)
def test_the_size_is_that_of_what_is_written(ask, tmp_path, wish):
    dialog = ask()
    dialog.choices.show_wish(wish)
    wait_until_looked(dialog)
    write_path(dialog, tmp_path / "file")
    dialog.write()
    wait_until_looked(dialog)
    size = sum(path.stat().st_size for path in dialog.left.paths)
    assert dialog.preview.look.size == size
    assert dialog.preview.size_words.text().endswith(f" {size_words(size)}.")


def test_files_of_words_show_how_they_begin_and_others_what_they_are(ask):
    dialog = ask()
    dialog.choices.show_wish(Wish(file_format="md"))
    wait_until_looked(dialog)
    assert shapes(dialog, Words)[0].text == "# Tablet order, connection charge"
    dialog.choices.show_wish(Wish(file_format="csv"))
    wait_until_looked(dialog)
    assert [one.text for one in shapes(dialog, Words)[:2]] == ["Transcript", "Agent"]
    dialog.choices.show_wish(Wish(file_format="xlsx"))
    wait_until_looked(dialog)
    assert [one.text for one in shapes(dialog, Words)] == ["Excel", "Scores, comments and changes, a sheet each."]
    assert dialog.preview.size_words.text().startswith("What the file holds. About ")


def test_sizes_are_said_in_round_numbers():
    assert [size_words(one) for one in (0, 12, 1000, 48_400, 1_250_000)] == [
        "The file would be empty",
        "Less than 1 KB",
        "About 1 KB",
        "About 48 KB",
        "About 1.2 MB",
    ]

"""Scores, comments and changes as CSV and XLSX, read back by other readers."""

import csv
import io
import zipfile
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from openpyxl import load_workbook
from openpyxl.utils.escape import unescape

from reviewer.domain.annotation import Verdict
from reviewer.domain.rubric import Criterion
from reviewer.exporters.csv_tables import defused
from reviewer.exporters.formats import FORMATS
from reviewer.exporters.xlsx_book import MOST_UNITS
from tests.exporters.cases import made_for, right_to_left, tablet_order
from tests.exporters.hostile_words import FORMULAS, TURNS, hostile_chat
from tests.exporters.reviews import Reviewed, comment, review_of


def csv_rows(name: str, *chats: Reviewed) -> list[dict[str, str]]:
    text = made_for(FORMATS["csv"], "feedback", *chats)[f"{name}.csv"].decode("utf-8")
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text[1:], newline=""), strict=True))


def sheet(name: str, *chats: Reviewed) -> list[tuple[object, ...]]:
    book = load_workbook(io.BytesIO(made_for(FORMATS["xlsx"], "feedback", *chats)["review.xlsx"]))
    return list(book[name].iter_rows(values_only=True))


def test_scores_have_one_row_a_review_with_each_level() -> None:
    (row,) = csv_rows("scores", tablet_order())
    assert (row["Agent"], row["Score"], row["Band"], row["Rated"]) == ("Dana R.", "38.75", "Needs work", "7")
    assert (row["Word choice"], row["Professionalism"]) == ("2", "4")
    assert row["Word choice: reason"] == "Policy words where plain ones would do."


def test_reviews_share_columns_and_what_does_not_apply_is_said() -> None:
    first, second = csv_rows("scores", tablet_order(), right_to_left().rated(3, 0))
    assert first.keys() == second.keys()
    names = [one.name for one in right_to_left().full.rubric.criteria[:3]]
    assert [second[name] for name in names] == ["3", "N/A", ""]


def test_criteria_of_one_name_have_columns_of_their_own() -> None:
    chat = review_of("Two", [("A", "x")])
    one, two, *rest = chat.full.rubric.criteria
    criteria: tuple[Criterion, ...] = (one, replace(two, name=one.name), *rest)
    full = replace(chat.full, rubric=replace(chat.full.rubric, criteria=criteria))
    (row,) = csv_rows("scores", replace(chat, full=full).rated(1, 5))
    assert [value for name, value in row.items() if name.startswith(f"{one.name} (")][:2] == ["1", "5"]


def test_no_two_columns_have_one_heading() -> None:
    """Not even with criteria that are called like a column, or alike with the same letter in two rubrics."""
    chat = review_of("Two", [("A", "x")])
    first, second, *rest = chat.full.rubric.criteria
    own = (replace(first, name="Score"), replace(second, name="Tone"), *rest)
    other = tuple(replace(one, id=f"{one.id[:-1]}x", origin="") for one in own)
    chats = [
        replace(chat, full=replace(chat.full, rubric=replace(chat.full.rubric, criteria=criteria)))
        for criteria in (own, other)
    ]
    text = made_for(FORMATS["csv"], "feedback", *chats)["scores.csv"].decode("utf-8-sig")
    header = next(csv.reader(io.StringIO(text, newline="")))
    assert len(set(header)) == len(header) == 10 + 2 * 2 * len(own)


def test_comments_and_changes_of_the_sample() -> None:
    comments, changes = csv_rows("comments", tablet_order()), csv_rows("changes", tablet_order())
    full = tablet_order().full
    assert [row["Comment"] for row in comments] == [one.text for one in full.annotations]
    assert [row["Words"] for row in comments] == [one.anchor.quote for one in full.annotations]
    assert len(changes) == len(full.changes)
    removed = next(row for row in changes if row["Change"] == "removed")
    assert (removed["Original"], removed["Revised"]) == ("Do you already have an account with us?", "")


@pytest.mark.parametrize("formula", FORMULAS)
def test_no_cell_of_a_csv_file_begins_as_a_formula(formula: str) -> None:
    assert defused(formula) == f"'{formula}"
    assert defused(f"x{formula}") == f"x{formula}"


def test_hostile_words_are_whole_in_csv() -> None:
    chat = hostile_chat()
    for name in ("scores", "comments", "changes"):
        for row in csv_rows(name, chat):
            assert not [cell for cell in (*row, *row.values()) if cell[:1] in tuple("=+-@\t\r\uff1d")]
    found = [row["Original"].removeprefix("'") for row in csv_rows("changes", chat)]
    assert found == list(TURNS)


def test_hostile_words_are_words_in_xlsx() -> None:
    content = made_for(FORMATS["xlsx"], "feedback", hostile_chat())["review.xlsx"]
    book = load_workbook(io.BytesIO(content))
    cells = [cell for page in book for row in page.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "inlineStr", "n"}
    assert all(cell.quotePrefix for cell in cells if isinstance(cell.value, str))
    originals = [unescape(str(row[6])) for row in list(book["Changes"].iter_rows(values_only=True))[1:]]
    held = [text.replace("\x01", "\ufffd").replace("\x1b", "\ufffd") for text in TURNS]
    assert originals == held
    for part in zipfile.ZipFile(io.BytesIO(content)).namelist():
        if part.startswith("xl/worksheets"):
            tree = ElementTree.fromstring(zipfile.ZipFile(io.BytesIO(content)).read(part))
            assert not [one for one in tree.iter() if one.tag.endswith("}f")]


def test_what_looks_like_a_sign_by_its_number_stays_as_it_is() -> None:
    chat = review_of("Signs", [("A", "_x0041_")])
    rows = sheet("Comments", chat.commented(comment(chat.whole(1, 1), 1, Verdict.NONE, "_x0041_ a_b_x_")))
    assert rows[1][7:9] == ("_x005F_x0041_", "_x005F_x0041_ a_b_x_")


def test_numbers_stay_numbers_in_xlsx() -> None:
    header, row = sheet("Scores", tablet_order())
    found = dict(zip(header, row, strict=True))
    assert (found["Score"], found["Word choice"], found["Rated"]) == (38.75, 2, 7)


def test_words_too_long_for_a_cell_end_with_an_ellipsis() -> None:
    chat = review_of("Long", [("A", "😀" * 20_000)])
    chat = chat.commented(comment(chat.words(1, "😀"), 1, Verdict.NONE, "y" * 40_000))
    _, row = sheet("Comments", chat.commented(comment(chat.whole(1, 1), 1, Verdict.NONE, "z")))[:2]
    long = max((cell for cell in row if isinstance(cell, str)), key=len)
    assert long.endswith("…")
    assert len(long.encode("utf-16-le")) // 2 <= MOST_UNITS


def test_equal_reviews_give_equal_bytes_without_the_time_of_day() -> None:
    first, second = (made_for(FORMATS["xlsx"], "feedback", tablet_order())["review.xlsx"] for _ in range(2))
    assert first == second
    parts = zipfile.ZipFile(io.BytesIO(first))
    assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert load_workbook(io.BytesIO(first)).properties.modified.isoformat() == "2026-03-21T00:00:00"

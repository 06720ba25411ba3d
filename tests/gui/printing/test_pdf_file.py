"""What the file offers besides its words: contents, links, facts, sizes."""

import pytest
from pypdf.generic import StreamObject

from reviewer.errors import Cancelled
from reviewer.exporters.paper import Paper, usual_paper
from tests.exporters.cases import hostile, tablet_order
from tests.exporters.reviews import review_of
from tests.gui.printing.reading import bookmarks, opened, pdf_of, words_of


@pytest.fixture(scope="module")
def content() -> bytes:
    return pdf_of(tablet_order())


def test_parts_and_comments_are_the_table_of_contents(content):
    found = bookmarks(content)
    parts = [(title, page) for depth, title, page in found if not depth]
    assert parts == [
        ("Summary", 1),
        ("Scorecard", 1),
        ("Conversation", 2),
        ("Revised dialogue: Apologise and waive", 3),
        ("Discussion", 5),
        ("Legend", 5),
    ]
    comments = [title for depth, title, _ in found if depth]
    assert comments[:2] == ["1 Tone, strength", "2 Word choice, concern"]
    assert len(comments) == 9


def test_numbers_lead_to_their_comments_and_back(content):
    reader = opened(content)
    leads = {
        number: [one.get_object()["/Dest"] for one in page.get("/Annots", [])]
        for number, page in enumerate(reader.pages)
    }
    numbers = {page.indirect_reference.idnum: number for number, page in enumerate(reader.pages)}
    assert [numbers[dest[0].idnum] for dest in leads[0]].count(1) >= 8
    assert {numbers[dest[0].idnum] for dest in leads[1]} == {1}
    assert {numbers[dest[0].idnum] for dest in leads[3]} <= {1, 2}
    assert all(0 < float(dest[3]) <= 842 for found in leads.values() for dest in found)


def test_facts_of_the_document(content):
    reader = opened(content)
    found = reader.metadata
    assert found.title == "Tablet order, connection charge"
    assert found.author == "Reviewer A"
    assert found["/CreationDate"] == found["/ModDate"] == "D:20260321000000Z"
    assert found["/Producer"] == "Transcript Reviewer 1.0"
    root = reader.trailer["/Root"]
    assert root["/Lang"] == "en"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"] == True  # noqa: E712
    assert root["/PageMode"] == "/UseOutlines"
    assert reader.page_labels == ["1", "2", "3", "4", "5"]


def test_every_page_says_its_number_and_how_many_there_are(content):
    for number, page in enumerate(opened(content).pages, start=1):
        text = page.extract_text()
        assert f"{number} / 5" in text
        assert "Chat review: Tablet order, connection charge" in text


@pytest.mark.parametrize(("paper", "size"), [(Paper.A4, (595, 842)), (Paper.LETTER, (612, 792))])
def test_the_size_of_the_paper(paper, size):
    for page in opened(pdf_of(tablet_order(), paper=paper)).pages:
        assert (round(page.mediabox.width), round(page.mediabox.height)) == size


@pytest.mark.parametrize(
    ("place", "paper"),
    [
        ("en_US.UTF-8", Paper.LETTER),
        ("de_DE.UTF-8", Paper.A4),
        ("C", Paper.A4),
        ("fr_CA", Paper.LETTER),
        ("xx", Paper.A4),
    ],
)
def test_the_paper_that_is_usual_here(monkeypatch, place, paper):
    for name in ("LANGUAGE", "LC_ALL", "LANG", "LC_CTYPE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LC_PAPER", place)
    assert usual_paper() is paper


def test_typefaces_are_inside(content):
    reader = opened(content)
    names = set()
    for page in reader.pages:
        for font in page["/Resources"]["/Font"].values():
            inner = font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object()
            assert "/FontFile2" in inner
            names.add(inner["/FontName"].partition("+")[2])
    assert {"Inter-Regular", "Inter-Bold", "Inter-SemiBold"} <= names


@pytest.mark.parametrize("case", [tablet_order, hostile])
def test_every_stream_is_an_object_of_its_own(case):
    """ISO 32000-1, 7.3.8.1: a stream within a dictionary is no PDF, though some readers take it."""
    made = opened(pdf_of(case()))
    objects = [made.get_object(number) for number in made.xref[0]]
    inside = [one.raw_get(name) for one in objects if isinstance(one, dict) for name in one]
    assert len(inside) > 100
    assert not [one for one in inside if isinstance(one, StreamObject)]


def test_equal_reviews_give_equal_bytes(content):
    assert pdf_of(tablet_order()) == content
    assert pdf_of(hostile()) == pdf_of(hostile())
    assert opened(content).trailer["/ID"] != opened(pdf_of(hostile())).trailer["/ID"]


def test_a_title_of_several_lines_is_one_line_of_the_facts():
    chat = review_of("One\nline\0 and \ud800 more", (("Ann", "Hello."), ("Kim", "Hello.")))
    assert opened(pdf_of(chat)).metadata.title == "One line\ufffd and \ufffd more"


def test_a_long_chat_has_a_bookmark_every_fifty_turns():
    said = [("Ann" if number % 2 else "Kim", f"Words of turn {number}.") for number in range(1, 131)]
    content = pdf_of(review_of("Long", said))
    assert [title for depth, title, _ in bookmarks(content) if depth] == ["Turn 50", "Turn 100"]
    words = words_of(content)
    assert all(f"Wordsofturn{number}." in words for number in range(1, 131))


def test_it_says_how_far_it_is_and_stops_when_told():
    steps = []
    pdf_of(tablet_order(), step=lambda done, total, text: steps.append((done, total)))
    assert steps == [(1, 0), (2, 0), (3, 0), (4, 0), (5, 0), (1, 5), (2, 5), (3, 5), (4, 5), (5, 5)]

    def stop(done: int, total: int, text: str) -> None:
        if total and done == 2:
            raise Cancelled("Stopped.")

    with pytest.raises(Cancelled):
        pdf_of(tablet_order(), step=stop)

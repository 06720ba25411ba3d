"""A chat in a document is the chat itself, turn by turn."""

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from reviewer.errors import NoConversation, Unreadable
from reviewer.importers.base import LineKind, Unit
from tests.importers.containers import building
from tests.importers.reading import chat, found, said

ODT = "".join(f"<text:p>{line}</text:p>" for line in building.LINES)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("chat.docx", building.word()),
        ("chat.odt", building.open_document(ODT)),
        ("chat.rtf", building.rich_text()),
        ("of no kind", building.word()),
    ],
)
def test_the_turns_are_those_of_the_text(name: str, content: bytes):
    result = found(content, name)
    assert said(result.conversations[0]) == said(chat(building.CHAT))
    assert result.unit is Unit.PARAGRAPH
    assert result.ledger()["turn"] == 5


def test_a_pdf_says_that_its_lines_can_be_out_of_order():
    result = found(building.printed([list(building.PLAIN)]), "chat.pdf")
    assert said(result.conversations[0]) == said(chat("\n".join(building.PLAIN)))
    assert result.problems[0].what.startswith("The text was taken out of a PDF")


def test_what_stands_on_every_page_of_a_pdf_is_no_part_of_the_chat():
    turns = [f"{name}: Words number {at}." for at in range(8) for name in ("Ola", "Mira")]
    pages = [["The Lamp Shop", *turns[at : at + 4], f"Page {at // 4 + 1} of 4"] for at in range(0, len(turns), 4)]
    result = found(building.printed(pages), "chat.pdf")
    assert said(result.conversations[0]) == said(chat("\n".join(turns)))
    assert any("stand on most pages" in problem.what for problem in result.problems)


def test_a_word_cut_at_a_lines_end_in_a_pdf_is_whole():
    lines = ["Ola: The lamp came with-", "out its shade.", "Mira: Oh.", "Ola: Yes.", "Mira: Sorry."]
    assert said(chat(building.printed([lines]), "chat.pdf"))[0] == ("Ola", "The lamp came without its shade.")


def test_line_breaks_tabs_and_insertions_of_word_are_read_and_deletions_are_not():
    document = docx.Document()
    first = document.add_paragraph("Ola: One")
    first.add_run().add_break()
    first.add_run("two")
    first._p.append(parse_xml(f'<w:ins {nsdecls("w")}><w:r><w:t xml:space="preserve"> in</w:t></w:r></w:ins>'))
    first._p.append(parse_xml(f"<w:del {nsdecls('w')}><w:r><w:delText> out</w:delText></w:r></w:del>"))
    for line in building.LINES[1:]:
        document.add_paragraph(line.replace("Ola Berg", "Ola"))
    assert said(chat(building.saved(document), "chat.docx"))[0] == ("Ola", "One\ntwo in")


def test_text_of_a_table_between_paragraphs_is_not_lost():
    document = docx.Document()
    for line in building.LINES:
        document.add_paragraph(line)
    row = document.add_table(rows=1, cols=2).rows[0]
    row.cells[0].text, row.cells[1].text = "Ticket", "L-2207"
    result = found(building.saved(document), "chat.docx")
    assert "Ticket\tL-2207" in list(result.texts)


def test_blanks_and_tabs_of_open_document():
    body = '<text:p>Ola: a<text:s text:c="2"/>b<text:tab/>c<text:line-break/>d <text:span>e</text:span></text:p>'
    rest = "".join(f"<text:p>{line.replace('Ola Berg', 'Ola')}</text:p>" for line in building.LINES[1:])
    assert said(chat(building.open_document(body + rest), "chat.odt"))[0] == ("Ola", "a  b\tc\nd e")


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("chat.docx", building.zipped({"[Content_Types].xml": "<a/>", "word/document.xml": "<"}), "no whole Word"),
        ("chat.docx", building.word()[:-400], "damaged"),
        ("chat.odt", building.open_document("<text:p>"), "damaged, or locked"),
        ("chat.pdf", building.printed([[]]), "pictures of pages"),
        ("chat.pdf", building.printed([list(building.PLAIN)], "secret"), "locked with a password"),
        ("chat.pdf", building.printed([list(building.PLAIN)])[:300], "no whole PDF"),
        ("chat.docx", building.word(()), "holds no text"),
        ("chat.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "an old Office file"),
        (
            "chat.xlsx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"),
            "locked with a password",
        ),
    ],
)
def test_what_cannot_be_read_is_refused_in_a_sentence(name: str, content: bytes, words: str):
    with pytest.raises(Unreadable, match=words) as refusal:
        found(content, name)
    assert refusal.value.sentence.startswith(name)
    assert refusal.value.sentence.endswith(".")


def test_a_letter_in_word_is_no_conversation():
    letter = ("Dear Ola,", "your lamp is on its way and will be with you on Friday.", "Yours, the shop")
    with pytest.raises(NoConversation):
        found(building.word(letter), "letter.docx")


def test_every_paragraph_is_counted():
    result = found(building.word(("Our chat of March", "", *building.LINES)), "chat.docx")
    assert result.lines[:2] == (LineKind.PREAMBLE, LineKind.BLANK)
    assert result.conversations[0].title == "Our chat of March"

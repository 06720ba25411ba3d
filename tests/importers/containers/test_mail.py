"""Mails: their words, their pages, what is attached."""

import pytest

from tests.importers.containers import building
from tests.importers.reading import chat, found, said


def test_the_words_of_a_mail_with_its_subject_as_title_and_its_day():
    conversation = chat(building.mail(), "saved.eml")
    assert said(conversation) == said(chat(building.CHAT))
    assert conversation.title == "Missing shade"
    assert (conversation.started_at or "").startswith("2026-03-03")


def test_the_page_counts_where_the_words_are_a_stub():
    page = "<html><body>" + "".join(f"<p>{line}</p>" for line in building.LINES) + "</body></html>"
    mail = building.mail("This mail needs a program that shows pages.", html=page)
    assert said(chat(mail, "saved.eml")) == said(chat(building.CHAT))


def test_an_attached_chat_is_read_and_the_letter_around_it_is_no_fault():
    result = found(building.mail("Dear all,\n\nsee the chat.\n", chat_txt=building.CHAT), "saved.eml")
    assert said(result.conversations[0]) == said(chat(building.CHAT))


def test_a_quoted_chat():
    quoted = "\n".join(f"> {line}" for line in building.LINES)
    assert said(chat(building.mail(quoted), "saved.eml")) == said(chat(building.CHAT))


def test_flowing_lines_are_whole_again():
    flowed = "Ola: One line that goes \non here.\nMira: Yes.\nOla: So.\nMira: Fine.\n"
    mail = building.mail(flowed).replace(b'charset="utf-8"', b'charset="utf-8"; format=flowed')
    assert said(chat(mail, "saved.eml"))[0] == ("Ola", "One line that goes on here.")


@pytest.mark.parametrize("cut", [40, 90, 160])
def test_a_mail_cut_short_is_read_as_far_as_it_goes(cut: int):
    content = building.mail("See below.", chat_txt=building.CHAT)[:-cut]
    turns = said(chat(content, "saved.eml"))
    assert 2 <= len(turns) <= 5
    assert turns[0] == said(chat(building.CHAT))[0]


def test_a_pasted_chat_with_labels_is_no_mail():
    text = f"From: the shop\nDate: 3 March 2026\n\n{building.CHAT}"
    assert said(chat(text)) == said(chat(building.CHAT))

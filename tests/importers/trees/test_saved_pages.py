"""Pages saved from programs in the browser, and what phones and collections hand out."""

import pytest

from tests.importers.reading import chat, found, roles, said, times

TURNS = [("Nell", "one"), ("Nell", "two"), ("Toby", "three 🙂"), ("Nell", "four")]

PAGES = {
    "slack_page": (
        (
            "<div class='c-virtual_list__item'><div class='c-message_kit__background' data-qa='message_container'>"
            "{sender}<a class='c-timestamp' data-ts='161476560{at}.000200'><span>10:0{at} AM</span></a>"
            "<div class='c-message_kit__blocks'><div class='p-rich_text_block'>{words}</div></div>"
            "<div class='c-reaction_bar'>+1 2</div></div></div>"
        ),
        "<button class='c-message__sender_button' data-message-sender='U{name}'>{name}</button>",
        "2021-03-03T10:00:00+00:00",
    ),
    "teams_page": (
        (
            "<div data-tid='chat-pane-item'><div>{sender}<time datetime='2021-03-03T10:0{at}:00.000Z'>10:0{at}</time>"
            "<div data-tid='messageBodyContent'><p>{words}</p></div></div></div>"
        ),
        "<span data-tid='message-author-name'>{name}</span>",
        "2021-03-03T10:00:00+00:00",
    ),
    "element_html": (
        (
            "<li class='mx_EventTile'>{sender}<a><span class='mx_MessageTimestamp'>10:0{at}</span></a>"
            "<div class='mx_EventTile_line'><span class='mx_EventTile_body'>{words}</span></div></li>"
        ),
        "<span class='mx_DisambiguatedProfile_displayName'>{name}</span>",
        "T10:00:00",
    ),
    "whatsapp_web": (
        (
            "<div class='message-in'><div class='copyable-text' data-pre-plain-text='[10:0{at}, 3/13/2021] {name}: '>"
            "<span class='selectable-text'><span>{words}</span></span></div></div>"
        ),
        "",
        "2021-03-13T10:00:00",
    ),
    "imessage_html": (
        (
            "<div class='message'><div class='sent'><p>"
            "<span class='timestamp'><a>Mar 03, 2021 10:0{at}:00 AM</a></span>"
            "{sender}</p><div class='message_part'><span class='bubble'>{words}</span></div></div></div>"
        ),
        "<span class='sender'>{name}</span>",
        "2021-03-03T10:00:00",
    ),
    "google_voice": (
        (
            "<div class='message'><abbr class='dt' title='2021-03-03T10:0{at}:00.000-07:00'>10:0{at}</abbr>: {sender}"
            "<q>{words}</q></div>"
        ),
        "<cite class='sender vcard'><a class='tel' href='tel:+1'><span class='fn'>{name}</span></a></cite>",
        "2021-03-03T10:00:00-07:00",
    ),
    "adium_html": (
        (
            "<div class='receive'><span class='timestamp'>10:0{at}:00 AM</span> {sender}"
            "<pre class='message'>{words}</pre></div>"
        ),
        "<span class='sender'>{name}: </span>",
        "T10:00:00",
    ),
}


def rows(form: str, sender: str) -> list[str]:
    return [
        form.format(at=at, words=words, name=name, sender=sender.format(name=name))
        for at, (name, words) in enumerate(TURNS)
    ]


@pytest.mark.parametrize("key", PAGES)
def test_a_saved_page(key: str):
    form, sender, start = PAGES[key]
    result = found(f"<!DOCTYPE html><html><body><div>{''.join(rows(form, sender))}</div></body></html>", "a.html")
    assert result.format == key
    (conversation,) = result.conversations
    assert said(conversation) == TURNS
    assert times(conversation)[0] == start


def test_the_newest_turn_first():
    form = (
        "<div class='pam _a6-g'><div class='_2ph_ _a6-h'>{name}</div><div class='_2ph_ _a6-p'><div><div></div>"
        "<div>{words}</div></div></div><div class='_a6-o'>Mar 3, 2021 10:0{at} AM</div></div>"
    )
    conversation = chat(f"<html><body><div>{''.join(reversed(rows(form, '')))}</div></body></html>", "message_1.html")
    assert said(conversation) == TURNS
    assert times(conversation)[3] == "2021-03-03T10:03:00"


def test_the_parts_of_an_assistant():
    text = "".join(
        f"<div data-message-author-role='{part}'><div><p>{words}</p></div></div>"
        for part, words in [("user", "why is it blue"), ("assistant", "it scatters"), ("user", "thanks")]
    )
    conversation = chat(f"<html><body><main>{text}</main></body></html>", "a.html")
    assert said(conversation) == [("User", "why is it blue"), ("Assistant", "it scatters"), ("User", "thanks")]
    assert roles(conversation)["Assistant"][0] == "bot"


def test_text_messages_by_number():
    text = """<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>
<smses count="4">
  <sms address="+4479" date="1614765600000" type="1" body="are you in?&#10;it rains" contact_name="Nell" />
  <sms address="+4479" date="1614765660000" type="2" body="yes" contact_name="Nell" />
  <sms address="555" date="1614765700000" type="1" body="your code is 1" contact_name="(Unknown)" />
  <mms address="+4479" date="1614765720000" msg_box="1" contact_name="Nell"><parts>
    <part ct="text/plain" text="see this" /><part ct="image/jpeg" cl="rope.jpg" /></parts></mms>
</smses>"""
    from reviewer import importers
    from tests.importers.reading import source

    first, second = importers.read(source(text, "sms.xml")).conversations
    assert said(first) == [("Nell", "are you in?\nit rains"), ("Me", "yes"), ("Nell", "see this\n[rope.jpg]")]
    assert said(second) == [("555", "your code is 1")]
    assert times(first)[0] == "2021-03-03T10:00:00+00:00"


@pytest.mark.parametrize("space", ["", " xmlns='http://www.tei-c.org/ns/1.0'"])
def test_research_chats(space: str):
    text = f"""<?xml version="1.0" encoding="UTF-8"?>
<TEI{space}><teiHeader><fileDesc><titleStmt><title>Harbour room</title></titleStmt></fileDesc>
<profileDesc><particDesc><listPerson><person xml:id="A1"><persName>Nell</persName></person>
<person xml:id="A2"><persName>Toby</persName></person></listPerson></particDesc></profileDesc></teiHeader>
<text><body><div>
<post who="#A1" when="2010-05-01T10:00:00" n="1"><p>hello <emph>all</emph></p></post>
<post who="#A2" when="" n="2"><head>Re</head><p>hi<lb/>there</p></post>
<post who="#A1" when="2010-05-01T10:01:00" type="event"><p>Nell leaves</p></post>
</div></body></text></TEI>"""
    conversation = chat(text, "chat.xml")
    assert conversation.title == "Harbour room"
    assert said(conversation) == [("Nell", "hello all"), ("Toby", "Re\nhi\nthere"), (None, "Nell leaves")]
    assert times(conversation) == ["2010-05-01T10:00:00", None, "2010-05-01T10:01:00"]

"""Chats that programs save as pages or XML."""

import pytest

from reviewer.errors import Unreadable
from reviewer.importers.base import LineKind
from tests.importers.reading import chat, found, roles, said, times

PIDGIN = """<html><head><meta http-equiv="content-type" content="text/html; charset=UTF-8">
<title>Conversation with nell@example.org at 13/4/2021 21:02:00 on toby (jabber)</title></head><body>
<h3>Conversation with nell@example.org at 13/4/2021 21:02:00 on toby (jabber)</h3>
<font color="#16569E"><font size="2">(21:02:11)</font> <b>Toby:</b></font> is the <i>boat</i> in?<br/>
<font size="2">(21:02:30)</font><b> Nell has gone away.</b><br/>
<font color="#A82F2F"><font size="2">(21:03:00)</font> <b>Nell:</b></font> in &amp; tied up<br/>both ropes<br/>
<font color="#A82F2F"><font size="2">(00:03:09)</font> <b>***Nell</b></font> waves<br/>
</body></html>
"""


def test_pidgin():
    result = found(PIDGIN, "2021-04-13.txt")
    assert result.format == "pidgin"
    (conversation,) = result.conversations
    assert said(conversation) == [
        ("Toby", "is the boat in?"),
        (None, "Nell has gone away."),
        ("Nell", "in & tied up\nboth ropes"),
        ("Nell", "waves"),
    ]
    assert times(conversation) == [
        "2021-04-13T21:02:11",
        "2021-04-13T21:02:30",
        "2021-04-13T21:03:00",
        "2021-04-14T00:03:09",
    ]
    assert conversation.channel == "jabber"


def test_adium():
    text = """<?xml version="1.0" encoding="UTF-8" ?>
<chat xmlns="http://purl.org/net/ulf/ns/0.4-02" account="toby77" service="AIM">
<event type="windowOpened" sender="toby77" time="2009-05-02T10:00:00+0200"></event>
<message sender="nell5" time="2009-05-02T10:00:04+0200" alias="Nell"><div>
<span>rope’s <b>gone</b></span></div></message>
<status type="away" sender="nell5" time="2009-05-02T10:00:09+0200"><div>Nell went away</div></status>
<message sender="toby77" time="2009-05-02T10:01:00+0200"><div>one<br/>two</div></message>
</chat>"""
    conversation = chat(text, "a.chatlog")
    assert said(conversation) == [
        (None, "window opened"),
        ("Nell", "rope’s gone"),
        (None, "Nell went away"),
        ("toby77", "one\ntwo"),
    ]
    assert times(conversation)[1] == "2009-05-02T10:00:04+02:00"


SALESFORCE = (
    '<p align="center">Chat Started: Monday, March 02, 2020, 09:59:50 (+0100)</p>'
    '<p align="center">Chat Origin: Shop</p>'
    '<p align="center">Agent Ruben K</p>( 10s ) Ruben: Good day &amp; welcome<br>( 1m 3s ) Visitor: my order:<br>nr 7'
    "<br><br>is late<br>( 1h 0m 3s ) Ruben: It&#39;s on its way<br>"
    '<p align="center">Chat Transferred From Ruben to Ida</p><p align="center">Agent Ida</p>'
    "( 1h 2s ) Ida: bye<br>( 3m 32s )"
)


def test_salesforce():
    conversation = chat(SALESFORCE, "body.html")
    assert said(conversation) == [
        (None, "Chat Started: Monday, March 02, 2020, 09:59:50 (+0100)"),
        (None, "Chat Origin: Shop"),
        (None, "Agent Ruben K"),
        ("Ruben", "Good day & welcome"),
        ("Visitor", "my order:\nnr 7\n\nis late"),
        ("Ruben", "It's on its way"),
        (None, "Chat Transferred From Ruben to Ida"),
        (None, "Agent Ida"),
        ("Ida", "bye"),
    ]
    assert times(conversation)[3:5] == ["2020-03-02T10:00:00+01:00", "2020-03-02T10:00:53+01:00"]


TELEGRAM = """<!DOCTYPE html><html><head><meta charset="utf-8"/><title>Exported Data</title></head><body>
<div class="page_header"><div class="content"><div class="text bold"> Boat crew </div></div></div>
<div class="history">
<div class="message service" id="message-1"><div class="body details"> 2 March 2020 </div></div>
<div class="message default clearfix" id="message1">
<div class="pull_left userpic_wrap"><div class="initials">N</div></div>
<div class="body"><div class="pull_right date details" title="02.03.2020 10:02:11">10:02</div>
<div class="from_name"> Nell </div><div class="text"> hello <strong>you</strong><br>all </div></div></div>
<div class="message default clearfix joined" id="message2"><div class="body">
<div class="pull_right date details" title="02.03.2020 10:03:00">10:03</div><div class="text">still me</div></div></div>
<div class="message default clearfix" id="message3"><div class="body">
<div class="pull_right date details" title="02.03.2020 10:04:00">10:04</div><div class="from_name">Toby</div>
<div class="forwarded body"><div class="from_name">Ida
<span class="date details" title="01.03.2020 09:00:00"> then</span>
</div><div class="text">news</div></div></div></div>
</div></body></html>"""


def test_telegram():
    conversation = chat(TELEGRAM, "messages.html")
    assert conversation.title == "Boat crew"
    assert said(conversation) == [
        (None, "2 March 2020"),
        ("Nell", "hello you\nall"),
        ("Nell", "still me"),
        ("Toby", "news"),
    ]
    assert times(conversation)[1:] == ["2020-03-02T10:02:11", "2020-03-02T10:03:00", "2020-03-02T10:04:00"]


DISCORD = """<!DOCTYPE html><html><body><div class="preamble"><div class="preamble__entry">Harbour</div>
<div class="preamble__entry">Text / crew</div></div><div class="chatlog"><div class="chatlog__message-group">
<div class="chatlog__message-container" data-message-id="1"><div class="chatlog__message">
<div class="chatlog__message-primary"><div class="chatlog__header">
<span class="chatlog__author" title="nell" data-user-id="5">Nell</span>
<span class="chatlog__timestamp" title="Monday, 2 March 2020 10:02">02/03/2020 10:02</span></div>
<div class="chatlog__content chatlog__markdown"><span class="chatlog__markdown-preserve">one
two <img class="chatlog__emoji" alt="⛵" title="sailboat"></span></div></div></div></div>
<div class="chatlog__message-container" data-message-id="2"><div class="chatlog__message">
<div class="chatlog__message-aside"><div class="chatlog__short-timestamp" title="Monday, 2 March 2020 10:03">10:03
</div></div><div class="chatlog__content chatlog__markdown"><span class="chatlog__markdown-preserve">three</span></div>
</div></div>
</div><div class="chatlog__message-group"><div class="chatlog__message-container" data-message-id="3">
<div class="chatlog__message"><div class="chatlog__header"><span class="chatlog__author" data-user-id="6">Keel</span>
<span class="chatlog__author-tag">BOT</span></div><div class="chatlog__attachment"><a href="map.png">map.png</a></div>
</div></div></div></div></body></html>"""


def test_discord():
    conversation = chat(DISCORD, "crew.html")
    assert said(conversation) == [("Nell", "one\ntwo ⛵"), ("Nell", "three"), ("Keel", "map.png")]
    assert times(conversation) == ["2020-03-02T10:02:00", "2020-03-02T10:03:00", None]
    assert roles(conversation)["Keel"][0] == "bot"
    assert conversation.title == "Text / crew"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("<?xml version='1.0'?>\n<chat>\n<message></chat>", "line 3, column"),
        ("<?xml version='1.0'?><!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>", "declares entities"),
        ("<?xml version='1.0'?>" + "<a>" * 100_000, "nested too deep"),
        ("<html><body>" + "<div>x" * 100_000, "nested too deep"),
    ],
)
def test_damage_is_told_with_its_place(text: str, place: str):
    with pytest.raises(Unreadable, match=place):
        found(text, "a.xml")


def test_a_time_without_words_ends_the_turn_above_it():
    result = found("<p>( 10s ) Ana: Hello<br>( 20s ) Bo: Hi<br>( 3m )<br>left over</p>", "body.html")
    assert said(result.conversations[0])[-1] == ("Bo", "Hi")
    assert result.lines[-1] is LineKind.SKIPPED

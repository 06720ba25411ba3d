"""Pages and XML of no known program."""

import pytest

from reviewer.errors import NoConversation
from reviewer.importers.base import LineKind
from tests.importers.reading import ARTICLE, chat, found, said, times

WORDS = (
    *("is the boat in?", "in and tied up", "which rope, the blue one?", "yes", "then we go at nine", "fine by me"),
    *("bring the maps", "and the lamp"),
)
TURNS = [(("Nell", "Toby")[at % 2], words) for at, words in enumerate(WORDS)]


def page(*pieces: str, before: str = "", after: str = "") -> str:
    return (
        "<!DOCTYPE html><html><head><title>Harbour</title><style>p {}</style></head><body>"
        f"<nav><ul><li>Home<li>Shop<li>Help</ul></nav>{before}{''.join(pieces)}{after}"
        "<footer>Opening hours</footer></body></html>"
    )


def each(form: str) -> list[str]:
    return [form.format(name=name, words=words, minute=f"{at:02}") for at, (name, words) in enumerate(TURNS)]


FORMS = {
    "bubbles": (
        "<div class='msg m{minute}'><span class=author>{name}</span> <i class=time>10:{minute}</i><p>{words}</p></div>"
    ),
    "no classes": "<div><span>{name}</span> <span>10:{minute}</span><p>{words}</p></div>",
    "bold": "<p><b>{name}:</b> {words}</p>",
    "breaks": "<b>{name}:</b> {words}<br>",
    "paragraphs": "<p>{name}: {words}</p>",
    "list": "<li><strong>{name}</strong> <time datetime='2021-03-03T10:{minute}:00Z'>now</time><div>{words}</div></li>",
    "cells": "<tr><td>10:{minute}</td><td>{name}</td><td>{words}</td></tr>",
    "two cells": "<tr><td>{name}</td><td>{words}</td></tr>",
    "terms": "<dt>{name}</dt><dd>{words}</dd>",
    "headings": "<h4>{name}</h4><p>{words}</p>",
    "mail": "<p><strong>{name}</strong>  <em>March 3, 2021 10:{minute} AM</em></p><p>{words}</p>",
    "mail in a table": (
        "<tr><td><b>{name}</b></td></tr><tr><td>{words}<p style='color: grey'>10:{minute}</p></td></tr>"
    ),
    "a button each": (
        "<div class=row><div class=avatar>N</div><b class=who>{name}</b><div>{words}</div><a class=x>Reply</a></div>"
    ),
    "an attribute": "<div class=turn data-author='{name}'><p>{words}</p></div>",
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", ["page.html", "page.txt"])
def test_each_form_gives_the_same_turns(form: str, name: str):
    wrap = {"cells": "table", "two cells": "table", "mail in a table": "table", "terms": "dl", "list": "ul"}.get(form)
    pieces = each(FORMS[form])
    text = page(*([f"<{wrap}>", *pieces, f"</{wrap}>"] if wrap else pieces))
    conversation = chat(text, name)
    assert said(conversation) == TURNS
    assert conversation.title == "Harbour"
    if "10:" in FORMS[form]:
        assert (times(conversation)[3] or "").removesuffix("+00:00").endswith("T10:03:00")


@pytest.mark.parametrize(
    "form",
    [
        "<message from='{name}' time='2021-03-03T10:{minute}:00'>{words}</message>",
        "<turn><id>{minute}</id><speaker>{name}</speaker><text>{words}</text></turn>",
        "<row author='{name}' body='{words}'/>",
    ],
)
def test_xml_of_any_names(form: str):
    assert said(chat("<?xml version='1.0'?><log>" + "\n".join(each(form)) + "</log>", "log.xml")) == TURNS


def test_who_goes_on_is_not_named_again():
    pieces = [
        "<li class=m><span class=sender>Nell</span><p class=text>one</p></li>",
        "<li class=m><p class=text>two</p></li>",
        "<li class=m><span class=sender>Toby</span><p class=text>three</p></li>",
        "<li class=m><p class=text>four <b>and</b> five</p></li>",
        "<li class=m><span class=sender>Nell</span><p class=text>six</p></li>",
    ]
    assert said(chat(page("<ul>", *pieces, "</ul>"))) == [
        ("Nell", "one"),
        ("Nell", "two"),
        ("Toby", "three"),
        ("Toby", "four and five"),
        ("Nell", "six"),
    ]


def test_words_around_a_chat_are_kept_apart():
    text = page(*each(FORMS["bubbles"]), before=f"<p>{ARTICLE}</p>", after="<div>Share this page</div>")
    result = found(text, "a.html")
    assert [said(one) for one in result.conversations] == [TURNS]
    assert result.lines[0] is LineKind.PREAMBLE
    assert result.lines[-1] is LineKind.POSTAMBLE
    assert sum(kind is LineKind.TURN for kind in result.lines) == len(TURNS)


def test_a_chat_in_an_article_leaves_the_article_out():
    text = page(*each(FORMS["paragraphs"]), before=f"<article><p>{ARTICLE}</p></article>", after=f"<p>{ARTICLE}</p>")
    result = found(text, "a.html")
    assert [said(one) for one in result.conversations] == [TURNS]
    assert result.texts[-1] == "Opening hours"
    assert result.lines[-1] is LineKind.SKIPPED


def test_words_between_turns_are_told():
    pieces = each(FORMS["bubbles"])
    text = page(*pieces[:4], "<h3>Later</h3>", "<p>Ida has joined the chat</p>", *pieces[4:])
    result = found(text, "a.html")
    (conversation,) = result.conversations
    assert said(conversation) == [*TURNS[:4], (None, "Ida has joined the chat"), *TURNS[4:]]
    (problem,) = result.problems
    assert problem.excerpt == "Later"


@pytest.mark.parametrize(
    "text",
    [
        page(*(f"<p>{words}, she thought, and it was time to go on with the long day.</p>" for words in WORDS)),
        page(*(f"<li class=product><b class=title>{words}</b><p>{words} {words}</p></li>" for words in WORDS)),
        "<!DOCTYPE html><p>Ola: hi</p>",
        '<?xml version="1.0"?>\n<a/>',
        "<rss>" + "<item><author>Ola</author><title>Of lamps</title><p>A long day</p></item>" * 5 + "</rss>",
        "<set>" + "<match><test name='lang'/><string>aa</string></match>" * 5 + "</set>",
        page(*(f"<li><a class=name>Vec::new()</a><p>{words}</p></li>" for words in WORDS)),
    ],
)
def test_a_page_without_a_chat_is_refused(text: str):
    with pytest.raises(NoConversation, match=r"a\.html (?:holds|is) a web page or XML without a conversation"):
        found(text, "a.html")


def test_a_copied_piece_of_a_page():
    copied = "".join(each(FORMS["bold"]))
    text = f"Version:0.9\r\n<html><body>\r\n<!--StartFragment-->{copied}<!--EndFragment--></body></html>"
    assert said(chat(text, "clipboard")) == TURNS


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16", "utf-8-sig", "iso-8859-1"])
def test_the_encoding_is_taken_from_mark_or_meta(encoding: str):
    declared = encoding if encoding == "iso-8859-1" else "utf-8"
    text = f"<meta charset='{declared}'>" + page(*each(FORMS["bold"])).replace("fine by me", "déjà vu")
    assert said(chat(text.encode(encoding), "a.html"))[5] == ("Toby", "déjà vu")


def test_text_comes_through_as_it_is_shown():
    words = (
        "a\u00a0b &nbsp;c &lt;d&gt; 👩🏻\u200d⚖️  e<br>f <img alt='🙂' src=s.png>"
        "<img alt='a photo' src=p.png>&rsquo;\u200fש"
    )
    pieces = each(FORMS["bubbles"])
    text = page(*pieces[:-1], pieces[-1].replace(WORDS[-1], words))
    assert said(chat(text))[-1] == ("Toby", "a\u00a0b \u00a0c <d> 👩🏻\u200d⚖️ e\nf 🙂’\u200fש")


def test_plain_text_with_a_few_tags_keeps_its_lines():
    lines = "\n".join(f"{name}: {words}" for name, words in TURNS)
    assert said(chat(f"<!-- exported -->\n<b>Harbour</b>\n\n{lines}\n", "a.md")) == TURNS

"""Whatever a page says comes back whole, and nothing that is read breaks the program."""

import html
import re

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.importers.reading import check, found, said
from tests.importers.test_properties import NAMES, WORDS, survives

PIECES = st.sampled_from(
    re.split(
        r"\|",
        "<p>|</p>|<div class=m>|</div>|<span class=author>|</span>|<b>|</b>|<br>|<tr><td>|</td><td>|<table>|<dt>|<dd>"
        "|<li>|<time datetime='2021-03-03T10:00:00'>|</time>|Ana|Bo|: |10:02|hello there|<!--|-->|<script>|</script>"
        "|&amp;|&#0;|&bogus;|\0|\ufeff|<?xml version='1.0'?>|<chat>|</chat>|<message sender='a' time='x'>|</message>"
        "|<!DOCTYPE html>|( 10s ) Ana: |( 3m )|Chat Started: |<font>(10:02:11)</font> <b>|<div class='message default'>"
        "|<pre>|<img alt=x>|<div class='message service'>|<div class=text>|<div class=from_name>|<form>|<nav>|<svg>"
        "|<![CDATA[|]]>|\n|\t|\u00a0|<!--StartFragment-->|<!--EndFragment-->|<TEI>|<post who='#a'>|<sms type='2'/>"
        "|<div class='message bot'>|<div data-pre-plain-text='[x] y: '>|<q>|<cite class=sender>|<div class=message>",
    )
)


@settings(max_examples=300)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_odd_pages_are_read_or_refused(text: str):
    survives(text.encode())


@given(st.text(max_size=200), st.sampled_from(["<html>", "<?xml version='1.0'?><a>", "<p>Ana: ", "<chat account=''>"]))
def test_any_text_in_a_page_is_read_or_refused(text: str, start: str):
    survives((start + text).encode("utf-8", "surrogatepass"))


@given(
    st.binary(max_size=300), st.sampled_from([b"<html>", b"<?xml version='1.0' encoding='utf-16'?>", b"\xff\xfe<\0p\0"])
)
def test_any_bytes_in_a_page_are_read_or_refused(content: bytes, start: bytes):
    survives(start + content)


@given(st.lists(NAMES, min_size=2, max_size=3, unique=True), st.lists(WORDS, min_size=4, max_size=12))
def test_what_is_said_comes_back_as_a_page_shows_it(names: list[str], words: list[str]):
    turns = [(names[at % len(names)], one) for at, one in enumerate([*words, *words])]
    rows = "".join(
        f"<div class='msg'><span class='author'>{html.escape(name)}</span><p class='text'>{html.escape(one)}</p></div>"
        for name, one in turns
    )
    result = found(f"<html><body><div>{rows}</div></body></html>", "a.html")
    (conversation,) = result.conversations
    assert said(conversation) == [(name, re.sub(" +", " ", one).rstrip()) for name, one in turns]


def test_long_repeats_take_no_longer_than_their_length():
    for sign in ("<", "<p", "<p>", "&", "<!--", "<script>", "( 1s )", "<a b='", "<b>x</b>:", "data:,"):
        survives(("<html><p>Ana: x</p>" + sign * 30_000).encode())


def test_a_page_that_ends_too_soon_is_read():
    rows = "".join(f"<div class=m><b>{'Ana' if at % 2 else 'Bo'}</b><p>number {at} it is</p></div>" for at in range(12))
    result = found(f"<!DOCTYPE html><html><body><div>{rows}<div class=m><b>An", "a.html")
    check(result)
    assert len(result.conversations[0].turns) >= 12

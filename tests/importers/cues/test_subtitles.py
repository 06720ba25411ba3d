"""WebVTT, SubRip and SubViewer, with speakers and without."""

import pytest

from reviewer import importers
from reviewer.errors import NoConversation
from reviewer.importers.base import LineKind
from reviewer.importers.cues.reading import Kind, read_cues
from tests.importers.reading import chat, found, said, source, times

FIRST, SECOND, THIRD = (f"00:00:0{at}.000 --> 00:00:0{at}.900" for at in (1, 3, 5))


def test_voices():
    text = (
        "\ufeffWEBVTT - Bakery\n\nNOTE by hand\nand more\n\nSTYLE\n::cue { color: red }\n\n"
        f"1\n{FIRST} align:start\n<v Ann Lee>Oven <b>on</b>?</v>\n\n"
        f"4f1c-22/7-0\n{SECOND}\n<v.loud Bo>no <00:00:03.500>&amp; yes\nmaybe</v>\n"
    )
    result = found(text, "talk.vtt")
    assert (result.format, result.question) == ("webvtt", None)
    (conversation,) = result.conversations
    assert said(conversation) == [("Ann Lee", "Oven on?"), ("Bo", "no & yes\nmaybe")]
    assert times(conversation) == ["T00:00:01", "T00:00:03"]
    assert conversation.title == "talk"


def test_two_voices_in_one_line():
    result = importers.read(source(f"WEBVTT\n\n{FIRST}\n<v Ann>Oven?</v> <v Bo>no</v>\n", "talk.vtt"))
    assert said(result.conversations[0]) == [("Ann", "Oven?"), ("Bo", "no")]


@pytest.mark.parametrize("form", ["{name}: {words}", "[{name}] {words}", "[{name}]: {words}", ">> {name}: {words}"])
def test_names_before_the_words(form: str):
    talk = [("Ann Lee", "Oven?"), ("Bo", "no"), ("Ann Lee", "Note: cold")]
    cues = [form.format(name=name, words=words) for name, words in talk]
    text = "\n\n".join(
        f"{at}\n{when}\n{cue}" for at, when, cue in zip("123", (FIRST, SECOND, THIRD), cues, strict=True)
    )
    assert said(chat(text.replace(".", ","), "talk.srt")) == talk


def test_two_speakers_in_a_cue_and_none_by_name():
    result = found(
        "1\n00:00:01,000 --> 00:00:02,000\n- Oven?\n- no\n\n2\n00:00:03,000 --> 00:00:04,000\nwell-\n- known\n"
    )
    assert said(result.conversations[0]) == [(None, "Oven?"), (None, "no"), (None, "well-\n- known")]
    assert result.question == "Who speaks? The file does not say it."
    assert result.confidence >= 0.6


def test_cues_without_blank_lines_or_numbers():
    for number in ("2\n", ""):
        text = f"{number}00:00:01,000 --> 00:00:02,000\nOven?\n{number}00:00:03,000 --> 00:00:04,000\nno\n"
        assert [words for _, words in said(chat(text, "talk.srt"))] == ["Oven?", "no"]


def test_a_broken_cue_is_told_and_the_rest_is_read():
    result = found(f"WEBVTT\n\n1\n{FIRST}\nOven?\n\n2\n00:00:0x --> 3\nlost\n\n3\n{THIRD}\nno\n", "talk.vtt")
    assert [words for _, words in said(result.conversations[0])] == ["Oven?", "no"]
    (problem,) = result.problems
    assert problem.where == (7, 9)
    assert result.lines[6:9] == (LineKind.SKIPPED,) * 3


def test_subviewer():
    conversation = chat("0:00:01.000,0:00:02.000\nAnn: Oven?\n\n0:00:03.000,0:00:04.000\nBo: no\n", "talk.sbv")
    assert said(conversation) == [("Ann", "Oven?"), ("Bo", "no")]


@pytest.mark.parametrize("text", ["WEBVTT\n\n", f"WEBVTT\n\n{FIRST}\n\n", f"{FIRST}\nno first line\n"])
def test_no_words(text: str):
    with pytest.raises(NoConversation, match=r"talk\.vtt"):
        importers.read(source(text, "talk.vtt"))


@pytest.mark.parametrize("sign", ["<", "<v ", "-", "1", ":", "&", " ", "{\\", "[", ">"])
def test_repeated_signs(sign: str):
    lines = [f"{FIRST}", sign * 30_000, "", sign * 30_000, FIRST + " " + sign * 30_000, "x"]
    for kind in Kind:
        assert len(read_cues(lines, kind).kinds) == len(lines)

"""Projects and codebooks that are damaged, unsafe or odd: one clear sentence, and nothing happens."""

import io
import zipfile
from collections import Counter

import pytest

from reviewer.errors import Unreadable
from reviewer.exchange.refi_qda import archive as refi_qda_archive
from reviewer.exchange.refi_qda.counting import counting
from reviewer.exchange.refi_qda.names import guid, identity
from reviewer.exchange.refi_qda.placing import Places, placed_turns
from reviewer.exchange.refi_qda.reading import read_codebook, read_project
from reviewer.exchange.refi_qda.rubric import scheme_of
from tests.exchange.refi_qda import CODEBOOK, PROJECT, codebook_of, packed
from tests.exporters.cases import tablet_order
from tests.exporters.reviews import RUBRIC

EMPTY = f'<Project xmlns="{PROJECT}" name="x"/>'
BOMB = (
    '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;">]>'
    f'<Project xmlns="{PROJECT}" name="&c;"/>'
)
FETCHED = (
    '<!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]>'
    f'<Project xmlns="{PROJECT}" name="x"><Users>&y;</Users></Project>'
)


def refused(project: bytes) -> str:
    with pytest.raises(Unreadable) as caught:
        read_project(io.BytesIO(project), "study.qdpx")
    return caught.value.sentence


@pytest.mark.parametrize(
    ("project", "sentence"),
    [
        (b"PK\x03\x04 and then nothing", "it is damaged or not whole"),
        (b"no archive at all", "it is damaged or not whole"),
        (packed(EMPTY)[:-40], "it is damaged or not whole"),
        (packed(EMPTY, name="other.xml"), "its project.qde is missing"),
        (packed("<Project"), "its XML is broken"),
        (packed("<Other/>"), "is not a project for qualitative analysis"),
        (packed(f'<Other xmlns="{PROJECT}"/>'), "is not a project for qualitative analysis"),
        (packed(""), "its XML is broken"),
        (packed(BOMB), "definitions that projects do not have"),
        (packed(FETCHED), "definitions that projects do not have"),
        (packed(f"<a xmlns='{PROJECT}'>" * 5000), "its XML is broken"),
        (packed(b"\xff\xfe\x00<Project"), "its XML is broken"),
        (packed(EMPTY + " " * (11 << 20)), "more than a project of chats needs"),
        (packed(EMPTY, name="below/project.qde"), "its project.qde is missing"),
    ],
)
def test_what_cannot_be_read_is_said_in_a_sentence(project: bytes, sentence: str) -> None:
    told = refused(project)
    assert told.startswith("study.qdpx ")
    assert sentence in told
    assert "\n" not in told


def test_a_text_that_claims_two_gigabytes() -> None:
    text = '<Sources><TextSource guid="x" plainTextPath="internal://a.txt"/></Sources>'
    project = packed(f'<Project xmlns="{PROJECT}" name="x">{text}</Project>', {"sources/a.txt": b"A: b\nC: d\n"})
    at = project.rindex(b"PK\x01\x02")
    claimed = project[: at + 24] + (2 << 30).to_bytes(4, "little") + project[at + 28 :]
    assert "2,048 MB" in refused(claimed)


def test_a_text_that_unpacks_without_end() -> None:
    text = '<Sources><TextSource guid="x" plainTextPath="internal://a.txt"/></Sources>'
    project = packed(f'<Project xmlns="{PROJECT}" name="x">{text}</Project>', {"sources/a.txt": b"\0" * (20 << 20)})
    assert "more than a project of chats needs" in refused(project)


def test_many_texts_that_are_large_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(refi_qda_archive, "MOST_TEXTS", 1000)
    texts = "".join(f'<TextSource guid="{n}" plainTextPath="internal://{n}.txt"/>' for n in range(4))
    files = {f"sources/{n}.txt": b"x" * 300 for n in range(4)}
    assert "more than a project" in refused(
        packed(f'<Project xmlns="{PROJECT}"><Sources>{texts}</Sources></Project>', files)
    )


def test_a_locked_text() -> None:
    text = '<Sources><TextSource guid="x" plainTextPath="internal://a.txt"/></Sources>'
    project = bytearray(packed(f'<Project xmlns="{PROJECT}" name="x">{text}</Project>', {"sources/a.txt": b"A: b"}))
    at = project.rindex(b"PK\x01\x02")
    project[at + 8] |= 1
    assert "could not be unpacked" in refused(bytes(project))


def test_wrong_guids_are_made_good_the_same_each_time() -> None:
    text = (
        '<Sources><TextSource guid="not one" name="A"><PlainTextContent>A: b</PlainTextContent></TextSource></Sources>'
    )
    project = packed(f'<Project xmlns="{PROJECT}" name="x"><Users><User guid="?"/></Users>{text}</Project>')
    first, second = (read_project(io.BytesIO(project), "x") for _ in range(2))
    assert first == second
    assert identity(guid(first.texts[0].id)) == first.texts[0].id
    assert first.texts[0].content == b"A: b"


@pytest.mark.parametrize("written", ["{5C94BC9E-DB8C-4F1D-9CD6-E900C7440860}", "5c94bc9edb8c4f1d9cd6e900c7440860"])
def test_guids_as_programs_write_them(written: str) -> None:
    assert identity(written) == "5c94bc9edb8c4f1d9cd6e900c7440860"
    assert guid("5c94bc9edb8c4f1d9cd6e900c7440860") == "5c94bc9e-db8c-4f1d-9cd6-e900c7440860"


def test_a_codebook_comes_back_as_the_rubric_with_its_levels() -> None:
    scheme = scheme_of(read_codebook(codebook_of(tablet_order()), "x.qdc"), "Chats", Counter())
    assert scheme.rubric is not None
    criteria = [(one.name, one.description, one.levels) for one in scheme.rubric.criteria]
    assert criteria == [(one.name, one.description, one.levels) for one in RUBRIC.criteria]
    assert scheme.without == 0


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"<CodeBook", "its XML is broken"),
        (b"<Other/>", "is not a codebook"),
        (f'<!DOCTYPE x><CodeBook xmlns="{CODEBOOK}"/>'.encode(), "definitions that"),
    ],
)
def test_what_is_no_codebook(content: bytes, sentence: str) -> None:
    with pytest.raises(Unreadable, match=sentence):
        read_codebook(content, "x.qdc")


def test_odd_names_of_codes_make_a_rubric_that_can_be_used() -> None:
    names = ["", " ", "N", "n", "A\u202eB\x01", "x" * 300, "N", "Ñandú", "123", "名前", "&lt;b&gt;", "a"]
    codes = "".join(
        f'<Code guid="{guid(f"{n:032x}")}" name="{name}" isCodable="1"/>'
        for n, name in enumerate(names)
        if "\x01" not in name
    )
    content = f'<CodeBook xmlns="{CODEBOOK}"><Codes>{codes}</Codes></CodeBook>'.encode()
    scheme = scheme_of(read_codebook(content, "x"), "\x00", Counter())
    assert scheme.rubric is not None
    letters = [one.letter for one in scheme.rubric.criteria]
    assert len(set(letters)) == len(letters) == 11
    assert "N" not in letters
    assert scheme.rubric.criteria[0].name == "Code 1"


def test_the_way_of_counting_is_found_out() -> None:
    text = "Ann: one 😀\r\nBen: two words\r\nAnn: three 😀 four\r\n"
    words = [text.index("words"), text.index("four")]
    by_point = [(at, at + 4) for at in words]
    assert [counting(text, False, by_point)(at) for at in words] == words
    in_units = [len(text[:at].encode("utf-16-le")) // 2 for at in words]
    assert [counting(text, False, [(at, at + 4) for at in in_units])(at) for at in in_units] == words
    one_sign = [at - text[:at].count("\r\n") for at in words]
    assert [counting(text, False, [(at, at + 4) for at in one_sign])(at) for at in one_sign] == words
    with_mark = [at + 1 for at in words]
    assert [counting(text, True, [(at, at + 4) for at in with_mark])(at) for at in with_mark] == words
    assert counting(text, False, [])(10_000) > len(text)


def test_words_of_joined_and_wrapped_lines_are_found() -> None:
    text = "Ann:  one  two\n   three\nBen: Ben\n"
    turns = ["one two three", "Ben"]
    places = Places(placed_turns(text, [(turns[0], (1, 2)), (turns[1], (3, 3))]))
    texts = dict(enumerate(turns, start=1))

    def marked(words: str, last: bool = False) -> str | None:
        start = text.rindex(words) if last else text.index(words)
        anchor = places.anchor(texts, start, start + len(words))
        return anchor and f"{anchor.quote}{'!' if anchor.whole_turns else ''}"

    assert marked("two\n   thr") == "two thr"
    assert marked("Ben", last=True) == "Ben"
    assert marked("Ben") == "Ben!"
    assert marked("Ann:  one  two\n   three") == "one two three!"
    assert marked("three\nBen: B") == "three\nB"
    assert places.anchor(texts, 5, 5) is None


def test_a_zip_archive_of_chats_is_no_project() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("chat.txt", "A: b")
    assert not refi_qda_archive.is_archive(stream)
    assert refi_qda_archive.is_archive(io.BytesIO(packed(EMPTY)))

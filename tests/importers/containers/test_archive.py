"""Archives: every file in them is looked at, and none may do harm."""

import json
import zipfile
from io import BytesIO

import pytest

from reviewer.errors import Unreadable
from reviewer.importers.base import Source
from reviewer.importers.members import members
from tests.importers.containers import building
from tests.importers.reading import chat, found, said

TWO = "Kim: Hello.\nBo: Hello Kim.\nKim: Bye.\nBo: Bye.\n"


def test_one_chat_in_an_archive():
    assert said(chat(building.zipped({"a/chat.txt": building.CHAT}), "a.zip")) == said(chat(building.CHAT))


def test_several_chats_each_with_its_lines():
    result = found(building.zipped({"a.txt": building.CHAT, "b.txt": TWO}), "both.zip")
    assert [len(one.turns) for one in result.conversations] == [5, 4]
    assert result.conversations[1].turns[0].where == (6, 6)
    assert result.ledger()["turn"] == 9


def test_members_are_named_after_the_archive_and_their_path():
    named = [one.source.name for one in members(Source("both.zip", building.zipped({"b.txt": TWO, "x/a.txt": TWO})))]
    assert named == ["both.zip/b.txt", "both.zip/x/a.txt"]


def test_a_document_in_a_mail_in_an_archive():
    mail = building.mail("See below.", chat_docx=building.word())
    assert said(chat(building.zipped({"saved.eml": mail}), "a.zip")) == said(chat(building.CHAT))


def test_pictures_beside_the_chat_are_counted_and_not_read():
    result = found(building.zipped({"_chat.txt": TWO, "1.jpg": b"\xff\xd8\xff", "2.opus": b"OggS"}), "w.zip")
    assert result.problems[0].what == "2 pictures, sounds and the like in the archive were not read."


def test_a_bad_file_beside_a_good_one_is_told():
    result = found(building.zipped({"a.txt": TWO, "b.txt": "Nothing that anybody said."}), "a.zip")
    assert len(result.conversations) == 1
    assert any("b.txt holds no conversation" in problem.what for problem in result.problems)


@pytest.mark.parametrize("path", ["../../chat.txt", "/etc/chat.txt", "..\\chat.txt", "C:/chat.txt"])
def test_a_path_that_leads_outside_is_left_out(path: str):
    result = found(building.zipped({"good.txt": TWO, path: TWO}), "a.zip")
    assert len(result.conversations) == 1
    assert any("leads out of the archive" in problem.what for problem in result.problems)


def test_hidden_files_are_none_of_ours():
    files = {"__MACOSX/._chat.txt": b"\0\1", ".DS_Store": b"\0", "chat.txt": building.CHAT}
    assert found(building.zipped(files), "a.zip").problems == ()


def test_a_bomb_is_not_unpacked():
    with pytest.raises(Unreadable, match="would unpack to"):
        found(building.zipped({"chat.txt": b" " * 40_000_000}), "bomb.zip")


def test_an_archive_in_an_archive_without_end_is_refused():
    content = building.zipped({"chat.txt": TWO})
    for _ in range(5):
        content = building.zipped({"inner.zip": content})
    with pytest.raises(Unreadable, match="packed more than"):
        found(content, "deep.zip")


def locked() -> bytes:
    content = bytearray(building.zipped({"chat.txt": TWO}))
    content[6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1
    return bytes(content)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (building.zipped({"chat.txt": TWO})[:-30], "damaged or not whole"),
        (building.zipped({}), "holds no files"),
        (building.zipped({"a.jpg": b"x"}), "nothing but pictures"),
        (locked(), "locked with a password"),
        (building.zipped({"a.txt": "One.", "b.txt": "Two."}), "holds no conversation in any file"),
    ],
)
def test_what_holds_no_chat_is_refused_in_a_sentence(content: bytes, words: str):
    with pytest.raises(Unreadable, match=words) as refusal:
        found(content, "a.zip")
    assert refusal.value.sentence.endswith(".")


def test_a_member_that_is_damaged_does_not_stop_the_others():
    written = BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("a.txt", TWO)
        archive.writestr("b.txt", building.CHAT)
    content = written.getvalue().replace(b"Bo: Hello Kim.", b"Bo: Hallo Kim.")
    result = found(content, "a.zip")
    assert said(result.conversations[0]) == said(chat(building.CHAT))
    assert any("damaged" in problem.what for problem in result.problems)


def test_the_channels_of_a_slack_export():
    users = [{"id": "U1", "name": "ola", "profile": {"display_name": "Ola"}}, {"id": "U2", "name": "mira"}]
    day = [
        {"type": "message", "user": "U1", "text": "My lamp?", "ts": "1772532120.0001"},
        {"type": "message", "user": "U2", "text": "Sent today.", "ts": "1772532180.0001"},
    ]
    files = {
        "users.json": json.dumps(users),
        "channels.json": json.dumps([{"id": "C1", "name": "orders"}]),
        "orders/2026-03-03.json": json.dumps(day),
        "orders/2026-03-04.json": json.dumps([{**day[0], "text": "Thank you.", "ts": "1772618520.0001"}]),
        "lamps/2026-03-04.json": "[{",
    }
    found_members = list(members(Source("export.zip", building.zipped(files))))
    documents = {one.source.name: json.loads(one.source.content) for one in found_members}
    assert [one["text"] for one in documents["export.zip/orders.json"]["messages"]] == [
        "My lamp?",
        "Sent today.",
        "Thank you.",
    ]
    assert documents["export.zip/orders.json"]["channel"] == {"id": "C1", "name": "orders"}
    assert any("not whole" in problem.what for one in found_members for problem in one.problems)


def test_the_parts_of_one_messenger_chat_are_put_together():
    parts = {
        f"inbox/ola/message_{at}.json": json.dumps(
            {"participants": [{"name": "Ola"}], "messages": [{"sender_name": "Ola", "content": f"part {at}"}]}
        )
        for at in (1, 2, 10)
    }
    (one,) = members(Source("export.zip", building.zipped(parts)))
    assert [part["content"] for part in json.loads(one.source.content)["messages"]] == ["part 1", "part 2", "part 10"]

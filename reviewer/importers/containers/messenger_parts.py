"""A Messenger or Instagram export: the parts `message_1.json`, `message_2.json` … of one chat, put together."""

import json
import re
import zipfile
from collections import defaultdict
from pathlib import PurePosixPath
from typing import Any, Final

from reviewer.errors import Unreadable
from reviewer.importers.base import Problem, Source
from reviewer.importers.containers.container import Member
from reviewer.importers.containers.zips import leads_outside, member_bytes

_PART: Final = re.compile(r"message_(\d{1,6})\.json")


def members(name: str, archive: zipfile.ZipFile, names: list[str]) -> tuple[list[Member], set[str]]:
    """One member a chat, and the names used; none when there are no such parts. The first part is the newest."""
    chats: dict[str, dict[int, str]] = defaultdict(dict)
    for one in names:
        part = _PART.fullmatch(PurePosixPath(one).name)
        if part and not leads_outside(one):
            chats[str(PurePosixPath(one).parent)][int(part[1])] = one
    found = [_chat(name, archive, folder, parts) for folder, parts in sorted(chats.items())]
    return found, {one for parts in chats.values() for one in parts.values()}


def _chat(name: str, archive: zipfile.ZipFile, folder: str, parts: dict[int, str]) -> Member:
    whole: dict[str, Any] = {}
    problems: list[Problem] = []
    for number in sorted(parts):
        shown = f"{name}/{parts[number]}"
        try:
            part = json.loads(member_bytes(archive, parts[number], shown))
        except (ValueError, RecursionError):
            problems.append(Problem((1, 1), f"{shown} could not be read: its JSON is not whole. It was left out.", ""))
            continue
        except Unreadable as error:
            problems.append(Problem((1, 1), error.sentence, ""))
            continue
        if isinstance(part, dict) and isinstance(part.get("messages"), list):
            whole = {**part, **whole, "messages": [*whole.get("messages", []), *part["messages"]]}
    shown = f"{name}/{folder}.json" if folder != "." else f"{name}/messages.json"
    if not whole:
        return Member(Source(shown, b""), f"{shown} holds no messages that can be read.", tuple(problems))
    return Member(Source(shown, json.dumps(whole).encode()), None, tuple(problems))

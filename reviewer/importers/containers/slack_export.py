"""A Slack export: the days of each channel, with the list of users, as one document a channel."""

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

_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d\.json")
_LISTS: Final = ("channels.json", "groups.json", "dms.json", "mpims.json")


def members(name: str, archive: zipfile.ZipFile, names: list[str]) -> tuple[list[Member], set[str]]:
    """One member a channel, and the names used; none when it is no Slack export."""
    roots = [PurePosixPath(one).parent for one in names if PurePosixPath(one).name == "users.json"]
    if not roots:
        return [], set()
    root = min(roots, key=lambda path: len(path.parts))
    days: dict[str, list[str]] = defaultdict(list)
    for one in sorted(names):
        path = PurePosixPath(one)
        if path.parent.parent == root and _DAY.fullmatch(path.name) and not leads_outside(one):
            days[path.parent.name].append(one)
    if not days:
        return [], set()
    users, channels = _list(name, archive, str(root / "users.json")), _channels(name, archive, root, names)
    found = [_channel(name, archive, channel, files, users, channels) for channel, files in days.items()]
    used = {one for files in days.values() for one in files}
    used |= {one for one in names if PurePosixPath(one).parent == root and one.endswith(".json")}
    return found, used


def _channel(
    name: str, archive: zipfile.ZipFile, channel: str, files: list[str], users: list[Any], channels: dict[str, Any]
) -> Member:
    days: list[Any] = []
    problems: list[Problem] = []
    for file in files:
        try:
            days += _list(name, archive, file)
        except Unreadable as error:
            problems.append(Problem((1, 1), error.sentence, ""))
    document = {"channel": channels.get(channel, {"name": channel}), "users": users, "messages": days}
    content = json.dumps(document).encode()
    return Member(Source(f"{name}/{channel}.json", content), None, tuple(problems))


def _channels(name: str, archive: zipfile.ZipFile, root: PurePosixPath, names: list[str]) -> dict[str, Any]:
    known: dict[str, Any] = {}
    for one in _LISTS:
        path = str(root / one)
        for channel in _list(name, archive, path) if path in names else []:
            if isinstance(channel, dict):
                known[str(channel.get("name") or channel.get("id"))] = channel
    return known


def _list(name: str, archive: zipfile.ZipFile, path: str) -> list[Any]:
    shown = f"{name}/{path}"
    try:
        found = json.loads(member_bytes(archive, path, shown))
    except (ValueError, RecursionError) as trouble:
        raise Unreadable(f"{shown} could not be read: its JSON is not whole. It was left out.") from trouble
    return found if isinstance(found, list) else []

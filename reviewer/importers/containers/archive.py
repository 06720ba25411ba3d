"""Zip archives: each file in them is one thing to import, but for exports that only make sense together."""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

from reviewer.errors import Unreadable
from reviewer.importers.base import Problem, Source
from reviewer.importers.containers import messenger_parts, slack_export
from reviewer.importers.containers.container import Member
from reviewer.importers.containers.documents import is_document
from reviewer.importers.containers.zips import is_zip, leads_outside, member_bytes, opened_zip

WHATSAPP: Final = "_chat.txt"

_ATTACHED: Final = frozenset(
    re.split(
        r"\s+",
        """.jpg .jpeg .png .gif .webp .heic .bmp .tif .tiff .svg .ico .mp4 .mov .avi .mkv .webm .3gp .mp3 .m4a .aac .ogg
        .opus .wav .amr .vcf .ttf .woff .woff2 .css .js .map .exe .dll .tgs .thumb .db""",
    )
)


@dataclass(frozen=True, slots=True)
class Archive:
    """Zip files that are no document."""

    def opens(self, source: Source) -> bool:
        """Whether it is a zip file, and neither a document nor a sheet."""
        return is_zip(source) and not is_document(source)

    def unpack(self, source: Source) -> Iterator[Member]:
        """Each file that may hold a chat; files that lie beside one are counted in a problem.

        Raises:
            Unreadable: the archive is damaged, empty, or holds nothing but pictures and sounds.
        """
        with opened_zip(source) as archive:
            names = [name for name in archive.namelist() if not name.endswith("/") and not _is_hidden(name)]
            together, rest = _composed(source, archive, names)
            attached = [name for name in rest if PurePosixPath(name.casefold()).suffix in _ATTACHED]
            apart = set(attached)
            chats = _chats([name for name in rest if name not in apart])
            if not together and not chats:
                what = "nothing but pictures, sounds and the like" if attached else "no files"
                raise Unreadable(f"{source.name} holds {what}, and so no conversation.")
            problems = _unread(len(attached))
            for member in together:
                yield Member(member.source, member.error, (*member.problems, *problems))
                problems = ()
            for name in chats:
                yield _member(source, archive, name, problems)
                problems = ()


def _composed(source: Source, archive: zipfile.ZipFile, names: list[str]) -> tuple[list[Member], list[str]]:
    """What is put together from several files, and the names of the others."""
    for kind in (slack_export, messenger_parts):
        members, used = kind.members(source.name, archive, names)
        if members:
            return members, [name for name in names if name not in used]
    return [], names


def _chats(names: list[str]) -> list[str]:
    """Of a WhatsApp export the chat alone, else all."""
    for name in names:
        if PurePosixPath(name).name == WHATSAPP:
            return [name]
    return sorted(names)


def _member(source: Source, archive: zipfile.ZipFile, name: str, problems: tuple[Problem, ...]) -> Member:
    shown = f"{source.name}/{name}"
    if leads_outside(name):
        sentence = f"{source.name} holds a file whose path leads out of the archive ({name[:80]}). It was left out."
        return Member(Source(source.name, b""), sentence, problems)
    try:
        return Member(Source(shown, member_bytes(archive, name, shown)), None, problems)
    except Unreadable as error:
        return Member(Source(shown, b""), error.sentence, problems)


def _unread(count: int) -> tuple[Problem, ...]:
    if not count:
        return ()
    what = "1 picture, sound or the like" if count == 1 else f"{count:,} pictures, sounds and the like"
    verb = "was" if count == 1 else "were"
    return (Problem((1, 1), f"{what} in the archive {verb} not read.", ""),)


def _is_hidden(name: str) -> bool:
    parts = PurePosixPath(name.replace("\\", "/")).parts
    return any(part.startswith(".") and part not in ("..", ".") for part in parts) or "__MACOSX" in parts

"""Pictures for logos, drawn when they are wanted."""

import zlib
from io import BytesIO
from random import Random
from typing import Any

from PIL import Image, ImageDraw


def drawn(width: int = 200, height: int = 60, mode: str = "RGBA") -> Image.Image:
    """A green disc on nothing, or on white where the mode knows no transparency."""
    picture = Image.new("RGBA", (width, height), (255, 255, 255, 0))
    ImageDraw.Draw(picture).ellipse((5, 5, height - 5, height - 5), fill=(15, 95, 80, 255))
    return picture if mode == "RGBA" else picture.convert(mode)


def noise(width: int, height: int) -> Image.Image:
    """What no PNG makes smaller."""
    return Image.frombytes("RGBA", (width, height), Random(7).randbytes(width * height * 4))


def saved(picture: Image.Image, kind: str, **more: Any) -> bytes:
    stream = BytesIO()
    picture.save(stream, kind, **more)
    return stream.getvalue()


def chunk(kind: bytes, body: bytes) -> bytes:
    return len(body).to_bytes(4) + kind + body + zlib.crc32(kind + body).to_bytes(4)


def png_of(width: int, height: int, *chunks: bytes) -> bytes:
    """A PNG with a head that says so much, 8 bits of grey, and these chunks."""
    head = width.to_bytes(4) + height.to_bytes(4) + bytes((8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + b"".join(chunks) + chunk(b"IEND", b"")

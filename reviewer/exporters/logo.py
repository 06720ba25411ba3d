"""A picture that people give as a logo, made into a small PNG without anything else in it.

What others made is decoded by Pillow and written anew; only a PNG that is small and holds nothing but its picture stays
byte for byte, so that a logo which was taken in once is never changed again.
"""

import warnings
import zlib
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Final

from PIL import Image, ImageOps, UnidentifiedImageError

from reviewer.errors import Unreadable

KINDS: Final = ("PNG", "JPEG", "WEBP", "GIF")
MOST_FILE_BYTES: Final = 10_000_000
MOST_PIXELS: Final = 25_000_000
WIDEST, HIGHEST = 480, 160
MOST_BYTES: Final = 40_000
_SMALLER: Final = 0.8
_SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
_NEEDED: Final = {b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"}
_FRAME: Final = (b"IHDR", b"IEND", 1)
_CHANNELS: Final = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
"""How many numbers a pixel has, by the kind of colour in the head of a PNG."""


@dataclass(frozen=True, slots=True)
class Logo:
    """A PNG of at most 40,000 bytes; `width` and `height` are pixels, at most 480 and 160."""

    png: bytes
    width: int
    height: int

    @property
    def address(self) -> str:
        """The picture as a `data:` address."""
        return f"data:image/png;base64,{b64encode(self.png).decode()}"


def logo_of(content: bytes, name: str) -> Logo:
    """The logo that a file holds; `name` is the file's, for messages. Of a moving picture it is the first frame.

    Raises:
        Unreadable: it is no PNG, JPEG, WebP or GIF, it is damaged, or it is too large.
    """
    if len(content) > MOST_FILE_BYTES:
        raise Unreadable(f"{name} is too large for a logo: a file may have {MOST_FILE_BYTES // 1_000_000} MB at most.")
    picture = _decoded(content, name)
    if _is_small(content, picture):
        return Logo(content, *picture.size)
    picture = _plain(picture)
    picture.thumbnail((WIDEST, HIGHEST), Image.Resampling.LANCZOS)
    while len(png := _encoded(picture)) > MOST_BYTES:
        size = (max(1, int(picture.width * _SMALLER)), max(1, int(picture.height * _SMALLER)))
        picture = picture.resize(size, Image.Resampling.LANCZOS)
    return Logo(png, *picture.size)


def _decoded(content: bytes, name: str) -> Image.Image:
    """The picture, with all its pixels really read."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            picture = Image.open(BytesIO(content), formats=KINDS)
            if picture.width * picture.height > MOST_PIXELS:
                raise Image.DecompressionBombError
            picture.load()
    except Image.DecompressionBombError as bomb:
        raise Unreadable(
            f"{name} is too large for a logo: a picture may have {MOST_PIXELS // 1_000_000} million pixels at most."
        ) from bomb
    except UnidentifiedImageError as other:
        raise Unreadable(f"{name} is no PNG, JPEG, WebP or GIF. Save the logo as PNG.") from other
    except (OSError, ValueError, SyntaxError, EOFError, IndexError, MemoryError) as damage:
        raise Unreadable(f"{name} is damaged and cannot be shown. Save the logo anew, as PNG.") from damage
    return picture


def _plain(picture: Image.Image) -> Image.Image:
    """The picture upright, in red, green, blue and transparency."""
    upright = ImageOps.exif_transpose(picture)
    if upright.mode.startswith(("I", "F")):
        upright = upright.convert("F").point(lambda light: light / 257).convert("L")
    return upright.convert("RGBA")


def _encoded(picture: Image.Image) -> bytes:
    """The picture as PNG, in 256 colours where all of them would take too much room."""
    png = _png(picture)
    return png if len(png) <= MOST_BYTES else _png(picture.quantize(256, method=Image.Quantize.FASTOCTREE))


def _png(picture: Image.Image) -> bytes:
    stream = BytesIO()
    picture.save(stream, "PNG", optimize=True)
    return stream.getvalue()


def _is_small(content: bytes, picture: Image.Image) -> bool:
    """Whether a file that was decoded is a small PNG that holds nothing but the rows of its picture."""
    if picture.format != "PNG" or picture.width > WIDEST or picture.height > HIGHEST or len(content) > MOST_BYTES:
        return False
    chunks = list(_chunks(content))
    kinds = [kind for kind, _ in chunks]
    whole = sum(len(body) + 12 for _, body in chunks) + len(_SIGNATURE) == len(content)
    if not whole or not _NEEDED.issuperset(kinds) or (kinds[0], kinds[-1], kinds.count(b"IEND")) != _FRAME:
        return False
    bits, colour, *_, interlaced = chunks[0][1][8:13]
    rows = (1 + (picture.width * bits * _CHANNELS[colour] + 7) // 8) * picture.height
    inflated = zlib.decompressobj()
    pixels = inflated.decompress(b"".join(body for kind, body in chunks if kind == b"IDAT"), rows + 1)
    return not interlaced and len(pixels) == rows and inflated.eof and not inflated.unused_data


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Kind and content of each part of a PNG."""
    at = len(_SIGNATURE)
    while at + 12 <= len(content):
        length = int.from_bytes(content[at : at + 4])
        yield content[at + 4 : at + 8], content[at + 8 : at + 8 + length]
        at += 12 + length

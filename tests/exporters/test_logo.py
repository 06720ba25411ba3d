"""Logos are pictures and nothing else, small, and the same each time."""

import zlib
from io import BytesIO

import pytest
from PIL import Image, PngImagePlugin

from reviewer.errors import Unreadable
from reviewer.exporters.logo import HIGHEST, MOST_BYTES, MOST_FILE_BYTES, WIDEST, logo_of
from tests.conftest import CHECKOUT
from tests.exporters.pictures import chunk, drawn, noise, png_of, saved

SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
OTHER = "logo is no PNG, JPEG, WebP or GIF. Save the logo as PNG."
DAMAGED = "logo is damaged and cannot be shown. Save the logo anew, as PNG."
KINDS = [("PNG", "RGBA"), ("PNG", "P"), ("PNG", "L"), ("PNG", "I;16"), ("PNG", "1"), ("JPEG", "RGB"), ("JPEG", "CMYK"),
         ("WEBP", "RGBA"), ("GIF", "P")]  # fmt: skip


def shown(png: bytes) -> Image.Image:
    picture = Image.open(BytesIO(png), formats=["PNG"])
    picture.load()
    return picture.convert("RGBA")


@pytest.mark.parametrize(("kind", "mode"), KINDS)
def test_pictures_of_every_kind_become_small_pngs(kind: str, mode: str) -> None:
    picture = Image.new("I;16", (1000, 300), 40_000) if mode == "I;16" else drawn(1000, 300, mode)
    logo = logo_of(saved(picture, kind), "logo")
    made = shown(logo.png)
    assert (logo.width, logo.height) == made.size == (480, 144)
    assert len(logo.png) <= MOST_BYTES
    assert logo.address.startswith("data:image/png;base64,iVBORw0KGgo")
    if mode == "I;16":
        assert abs(made.getpixel((200, 80))[0] - 40_000 / 257) < 2
    elif mode not in ("1", "L"):
        assert all(abs(one - other) < 24 for one, other in zip(made.getpixel((70, 70)), (15, 95, 80, 255), strict=True))


def test_a_small_picture_keeps_its_pixels() -> None:
    picture = drawn(120, 40)
    logo = logo_of(saved(picture, "WEBP", lossless=True, exact=True), "logo.webp")
    assert shown(logo.png).tobytes() == picture.tobytes()


def test_what_was_taken_in_once_is_never_changed_again() -> None:
    once = logo_of(saved(noise(700, 300), "PNG"), "logo.png")
    assert logo_of(once.png, "logo.png") == once
    own = (CHECKOUT / "exports" / "themed" / "logo.png").read_bytes()
    assert logo_of(own, "logo.png").png == own


def test_what_is_hard_to_shrink_gets_smaller_until_it_fits() -> None:
    logo = logo_of(saved(noise(1500, 500), "PNG"), "logo.png")
    assert len(logo.png) <= MOST_BYTES
    assert 100 < logo.width < WIDEST
    assert logo.height <= HIGHEST


def test_a_photograph_is_turned_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    logo = logo_of(saved(drawn(100, 40, "RGB"), "JPEG", exif=exif), "photo.jpg")
    assert (logo.width, logo.height) == (40, 100)


def test_nothing_comes_along_that_is_not_the_picture() -> None:
    words = PngImagePlugin.PngInfo()
    words.add_text("Author", "Miranda Quill")
    pixels = zlib.compress((b"\x00" + bytes(30)) * 20)
    files = [
        saved(drawn(), "PNG", pnginfo=words),
        saved(drawn(200, 60, "RGB"), "JPEG", comment=b"Miranda Quill"),
        saved(drawn(), "PNG") + b"<script>alert('Miranda Quill')</script>",
        saved(drawn(200, 60, "P"), "GIF", comment=b"Miranda Quill */=1;alert(1)"),
        png_of(30, 20, chunk(b"IDAT", pixels + b"Miranda Quill")),
        png_of(30, 20, chunk(b"IDAT", zlib.compress((b"\x00" + bytes(30)) * 20 + b"Miranda Quill" * 3))),
        png_of(30, 20, chunk(b"IDAT", pixels), chunk(b"IEND", b""), chunk(b"tRNS", b"Miranda Quill")),
    ]
    for content in files:
        logo = logo_of(content, "logo")
        assert logo.png != content
        assert b"Miranda" not in logo.png
        assert b"script" not in logo.png
        kinds = {logo.png[at - 4 : at] for at in _ends_of_kinds(logo.png)}
        assert kinds <= {b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"}


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (SVG, OTHER),
        (b"", OTHER),
        (saved(drawn(), "BMP"), OTHER),
        (saved(drawn(), "TIFF"), OTHER),
        (b"GIF89a<script>alert(1)</script>", OTHER),
        (saved(noise(90, 90), "PNG")[:4000], DAMAGED),
        (saved(drawn(200, 60, "RGB"), "JPEG")[:700], DAMAGED),
        (png_of(40, 40, chunk(b"IDAT", b"no zlib")), DAMAGED),
        (
            png_of(60_000, 60_000, chunk(b"IDAT", zlib.compress(bytes(60_001), 9))),
            "logo is too large for a logo: a picture may have 25 million pixels at most.",
        ),
        (
            png_of(9_000, 9_000, chunk(b"IDAT", zlib.compress(bytes(9_001), 9))),
            "logo is too large for a logo: a picture may have 25 million pixels at most.",
        ),
        (
            png_of(40, 40, chunk(b"zTXt", b"k\x00\x00" + zlib.compress(bytes(80_000_000), 9))),
            DAMAGED,
        ),
        (
            saved(drawn(), "PNG") + bytes(20_000_000),
            "logo is too large for a logo: a file may have 10 MB at most.",
        ),
    ],
    ids=[
        "svg",
        "empty",
        "bmp",
        "tiff",
        "gif head",
        "cut png",
        "cut jpeg",
        "no zlib",
        "bomb",
        "large",
        "text bomb",
        "20 MB",
    ],
)
def test_everything_else_is_refused_in_one_sentence(content: bytes, sentence: str) -> None:
    with pytest.raises(Unreadable) as refused:
        logo_of(content, "logo")
    assert refused.value.sentence == sentence
    assert len(content) <= MOST_FILE_BYTES or "10 MB" in sentence


def _ends_of_kinds(png: bytes) -> list[int]:
    ends, at = [], 8
    while at < len(png):
        ends.append(at + 8)
        at += 12 + int.from_bytes(png[at : at + 4])
    return ends

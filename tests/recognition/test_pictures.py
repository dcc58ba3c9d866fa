import struct
import subprocess
import sys
import zlib
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from lenet_gui.errors import PictureError
from lenet_gui.recognition.paper import ink_on_paper
from lenet_gui.recognition.pictures import open_picture

Picture = NDArray[np.float32]

SEVEN = np.zeros((60, 48), np.float32)
SEVEN[10:16, 10:40] = 1
SEVEN[10:50, 34:40] = 1
"""A seven of full ink; neither symmetric nor square, so that a turn or a flip is seen."""

DARK_ON_LIGHT = Image.fromarray((255 * (1 - SEVEN)).astype(np.uint8))
LIGHT_ON_DARK = Image.fromarray((255 * SEVEN).astype(np.uint8))


def _assert_seven(ink: Picture, tolerance: float = 1e-6) -> None:
    assert ink.dtype == np.float32
    np.testing.assert_allclose(ink, SEVEN, rtol=0, atol=tolerance)


@pytest.mark.parametrize("picture", [DARK_ON_LIGHT, LIGHT_ON_DARK], ids=["dark", "light"])
@pytest.mark.parametrize(
    ("name", "tolerance"), [("seven.png", 1e-6), ("seven.bmp", 1e-6), ("seven.jpg", 0.15)]
)
def test_dark_on_light_and_light_on_dark_are_the_same_ink(
    tmp_path: Path, picture: Image.Image, name: str, tolerance: float
) -> None:
    picture.save(tmp_path / name, quality=95)
    _assert_seven(open_picture(tmp_path / name), tolerance)


def test_the_format_is_found_by_the_content_not_by_the_name(tmp_path: Path) -> None:
    DARK_ON_LIGHT.save(tmp_path / "seven.txt", format="PNG")
    _assert_seven(open_picture(tmp_path / "seven.txt"))


def test_faint_ink_is_as_good_as_strong(tmp_path: Path) -> None:
    Image.fromarray((200 - 60 * SEVEN).astype(np.uint8)).save(tmp_path / "faint.png")
    _assert_seven(open_picture(tmp_path / "faint.png"))


def test_the_grain_of_the_paper_is_no_ink(tmp_path: Path) -> None:
    grain = np.random.default_rng(0).integers(-8, 9, SEVEN.shape)
    Image.fromarray((230 - 200 * SEVEN + grain).astype(np.uint8)).save(tmp_path / "paper.png")
    ink = open_picture(tmp_path / "paper.png")
    assert not ink[SEVEN == 0].any()
    assert ink[SEVEN == 1].min() > 0.85


@pytest.mark.parametrize("shade", [0, 128, 255])
@pytest.mark.parametrize("mode", ["RGBA", "LA"])
def test_on_transparent_paper_any_shade_is_ink(tmp_path: Path, mode: str, shade: int) -> None:
    alpha = Image.fromarray((255 * SEVEN).astype(np.uint8))
    picture = Image.new("L", alpha.size, shade).convert(mode)
    picture.putalpha(alpha)
    picture.save(tmp_path / "transparent.png")
    _assert_seven(open_picture(tmp_path / "transparent.png"))


def test_what_lies_hidden_under_transparent_paper_does_not_show(tmp_path: Path) -> None:
    shades = np.random.default_rng(0).integers(0, 255, (*SEVEN.shape, 3))
    shades[SEVEN == 1] = 20
    pixels = np.dstack([shades, 255 * SEVEN]).astype(np.uint8)
    Image.fromarray(pixels).save(tmp_path / "hidden.png")
    _assert_seven(open_picture(tmp_path / "hidden.png"))


def test_opaque_alpha_changes_nothing(tmp_path: Path) -> None:
    DARK_ON_LIGHT.convert("RGBA").save(tmp_path / "opaque.png")
    _assert_seven(open_picture(tmp_path / "opaque.png"))


def test_all_transparent_is_blank(tmp_path: Path) -> None:
    Image.new("RGBA", (9, 7), (0, 0, 0, 0)).save(tmp_path / "nothing.png")
    assert not open_picture(tmp_path / "nothing.png").any()


def test_colours_of_a_palette_are_shades_and_one_may_be_transparent(tmp_path: Path) -> None:
    picture = Image.fromarray(SEVEN.astype(np.uint8), mode=None).convert("P")
    picture.putpalette([200, 30, 30, 250, 250, 240])
    picture.save(tmp_path / "palette.png")
    _assert_seven(open_picture(tmp_path / "palette.png"))
    picture.save(tmp_path / "transparent.png", transparency=0)
    _assert_seven(open_picture(tmp_path / "transparent.png"))


def test_sixteen_bits_keep_all_shades(tmp_path: Path) -> None:
    for name, pixels in (("dark", 60_000 - 40_000 * SEVEN), ("light", 300 + 50_000 * SEVEN)):
        Image.fromarray(pixels.astype(np.uint16)).save(tmp_path / f"{name}.png")
        _assert_seven(open_picture(tmp_path / f"{name}.png"))


def test_one_bit_is_enough(tmp_path: Path) -> None:
    for name in ("bits.png", "bits.bmp"):
        DARK_ON_LIGHT.convert("1").save(tmp_path / name)
        _assert_seven(open_picture(tmp_path / name))


def test_a_jpeg_for_print_is_read(tmp_path: Path) -> None:
    DARK_ON_LIGHT.convert("CMYK").save(tmp_path / "print.jpg", quality=95)
    _assert_seven(open_picture(tmp_path / "print.jpg"), 0.15)


def test_a_photograph_stands_as_the_camera_says(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # orientation: turn by 90° clockwise to look at it
    turned = DARK_ON_LIGHT.transpose(Image.Transpose.ROTATE_90)
    turned.save(tmp_path / "photograph.jpg", exif=exif, quality=95)
    _assert_seven(open_picture(tmp_path / "photograph.jpg"), 0.15)


@pytest.mark.parametrize("mode", ["L", "1", "P", "RGB", "RGBA", "I;16"])
def test_a_large_picture_is_made_smaller_without_losing_thin_lines(
    tmp_path: Path, mode: str
) -> None:
    pixels = np.full((3000, 2000), 255, np.uint8)
    pixels[:, 1001] = 0
    picture = Image.fromarray(pixels)
    if mode == "I;16":
        picture = Image.fromarray(pixels.astype(np.uint16) * 257)
    picture.convert(mode).save(tmp_path / "large.png")
    ink = open_picture(tmp_path / "large.png")
    assert ink.shape == (1024, 683)
    assert (ink.max(axis=1) == 1).all()


@pytest.mark.parametrize("mode", ["L", "RGB", "1", "RGBA"])
def test_blank_paper_has_no_ink(tmp_path: Path, mode: str) -> None:
    Image.new(mode, (31, 17), "white").save(tmp_path / "blank.png")
    ink = open_picture(tmp_path / "blank.png")
    assert ink.shape == (17, 31)
    assert not ink.any()


def test_a_blank_photograph_has_no_ink() -> None:
    grain = np.random.default_rng(0).normal(0.8, 0.005, (50, 50)).astype(np.float32)
    assert not ink_on_paper(grain[..., None]).any()


def test_a_picture_of_one_pixel_is_blank(tmp_path: Path) -> None:
    Image.new("L", (1, 1), 7).save(tmp_path / "pixel.png")
    assert open_picture(tmp_path / "pixel.png").tolist() == [[0.0]]


def _declaring(width: int, height: int) -> bytes:
    """A PNG whose header promises more than its few bytes hold."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        check = zlib.crc32(kind + content)
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", check)

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress(bytes(1000))
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize(
    ("width", "height"),
    [(10_000, 10_000), (8_000, 8_001), (60_000, 60_000), (2**31 - 1, 2**31 - 1)],
)
def test_more_than_64_megapixels_are_refused_before_they_are_decoded(
    tmp_path: Path, width: int, height: int
) -> None:
    path = tmp_path / "large.png"
    path.write_bytes(_declaring(width, height))
    # Decoding it would find it truncated, and say so.
    with pytest.raises(PictureError, match=r"large.png is too large: at most 64 megapixels"):
        open_picture(path)


_OPEN = """
import sys, warnings
from pathlib import Path
from lenet_gui.recognition.pictures import open_picture
warnings.simplefilter("default")
print(open_picture(Path(sys.argv[1])).shape)
"""


def test_64_megapixels_are_opened_without_a_warning(tmp_path: Path) -> None:
    Image.new("1", (8_000, 8_000), 1).save(tmp_path / "limit.png")
    command = [sys.executable, "-c", _OPEN, str(tmp_path / "limit.png")]
    answer = subprocess.run(command, capture_output=True, text=True, check=True)
    assert (answer.stdout, answer.stderr) == ("(1024, 1024)\n", "")


@pytest.mark.parametrize("name", ["cut.png", "cut.jpg", "cut.bmp"])
def test_a_truncated_picture_is_refused(tmp_path: Path, name: str) -> None:
    noise = np.random.default_rng(0).integers(0, 255, (90, 90), np.uint8)
    path = tmp_path / name
    Image.fromarray(noise).save(path)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    with pytest.raises(PictureError, match=f"The picture .*{name} cannot be read: .*trunc"):
        open_picture(path)


def test_an_altered_png_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "altered.png"
    DARK_ON_LIGHT.save(path)
    content = bytearray(path.read_bytes())
    for place in range(45, 60):
        content[place] ^= 0xFF
    path.write_bytes(content)
    with pytest.raises(PictureError, match=r"altered.png cannot be read"):
        open_picture(path)


@pytest.mark.parametrize(
    "content",
    [b"", b"hello, I am no picture\n", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"BM", bytes(5000)],
    ids=["empty", "text", "png-mark", "jpeg-mark", "bmp-mark", "zeros"],
)
def test_what_is_no_picture_is_refused_whatever_its_name(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "odd.png"
    path.write_bytes(content)
    with pytest.raises(PictureError, match=r"odd.png (is no PNG, JPEG or BMP|cannot be read)"):
        open_picture(path)


@pytest.mark.parametrize("format", ["GIF", "TIFF", "WEBP"])
def test_a_picture_of_another_format_is_refused(tmp_path: Path, format: str) -> None:  # noqa: A002
    DARK_ON_LIGHT.save(tmp_path / "seven.png", format=format)
    with pytest.raises(PictureError, match=r"seven.png is no PNG, JPEG or BMP picture"):
        open_picture(tmp_path / "seven.png")


def test_a_missing_file_and_a_folder_are_named(tmp_path: Path) -> None:
    with pytest.raises(PictureError, match=r"missing.png cannot be read: No such file"):
        open_picture(tmp_path / "missing.png")
    with pytest.raises(PictureError, match=f"{tmp_path} cannot be read: Is a directory"):
        open_picture(tmp_path)

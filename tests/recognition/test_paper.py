"""Pictures of paper as people take them, made from strokes: is the digit read, and only it?"""

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter

from lenet_gui.network.card import card_path
from lenet_gui.recognition.drawing import Drawing
from lenet_gui.recognition.paper import ink_on_paper
from lenet_gui.recognition.pictures import open_picture
from lenet_gui.recognition.recognizer import Recognizer

Levels = NDArray[np.float32]
Stroke = Sequence[tuple[float, float]]

WIDTH, HEIGHT = 1280, 960
"""Of the photographs, in pixels."""

DIGITS: dict[int, list[Stroke]] = {
    0: [[(50 + 30 * np.sin(a), 50 - 50 * np.cos(a)) for a in np.linspace(0, 6.28, 40)]],
    2: [
        [(22 + 28 * (1 - np.cos(a)), 28 - 28 * np.sin(a)) for a in np.linspace(0, 3.4, 20)]
        + [(20, 100), (84, 100)]
    ],
    3: [
        [(50 - 28 * np.cos(a), 25 - 25 * np.sin(a)) for a in np.linspace(0.5, 4.4, 20)]
        + [(50 - 28 * np.cos(a), 75 - 27 * np.sin(a)) for a in np.linspace(1.9, 5.8, 20)]
    ],
    4: [[(40, 0), (18, 62), (82, 62)], [(62, 28), (62, 100)]],
    5: [
        [(30, 4), (26, 45)]
        + [(46 - 34 * np.cos(a), 70 - 30 * np.sin(a)) for a in np.linspace(1.1, 5.3, 20)],
        [(38, 0), (80, 0)],
    ],
    7: [[(15, 0), (80, 0), (42, 100)]],
}
"""Strokes in a box of about 100 pixels; the four is open and the hat of the five lies apart."""


@pytest.fixture(scope="module")
def recognizer() -> Recognizer:
    return Recognizer.load(card_path("lenet5-sigmoid"))


class Sheet:
    """A sheet of paper with a digit on it, and what else there is, as light that comes from it."""

    def __init__(
        self, digit: int | None, size: int = 400, pen: float = 14, left: int = 480
    ) -> None:
        self.digit = digit
        self.random = np.random.default_rng(0)
        self.box = (left, 270, left + size, 270 + size)
        self.margin = pen / 2 + 6
        self.coverage = np.zeros((HEIGHT, WIDTH), np.float32)
        if digit is not None:
            self.coverage = _drawn(DIGITS[digit], left, 270, size / 100, pen)
        self.colours = np.ones((HEIGHT, WIDTH, 3), np.float32)

    def on(self, *shade: float) -> "Sheet":
        self.colours *= np.array(shade, np.float32)
        return self

    def ruled(
        self, gap: int, squared: bool = False, skew: float = 0.0, curl: float = 0.0
    ) -> "Sheet":
        y, x = np.mgrid[0:HEIGHT, 0:WIDTH].astype(np.float32)
        slope = np.tan(np.radians(skew))
        places = [y + slope * x + curl * x * y / HEIGHT]
        if squared:
            places.append(x - slope * y + curl * x * y / WIDTH)
        for place in places:
            line = np.clip(1.6 - np.abs(place % gap - gap / 2), 0, 1)
            self.colours *= 1 - line[..., None] * np.array([0.4, 0.28, 0.12], np.float32)
        return self

    def written(self, *shade: float) -> "Sheet":
        cover = self.coverage[..., None]
        self.colours = self.colours * (1 - cover) + cover * np.array(shade, np.float32)
        return self

    def with_shapes(
        self, draw: Callable[[ImageDraw.ImageDraw], None], shade: float = 0.1
    ) -> "Sheet":
        cover = _mask(draw)[..., None]
        self.colours = self.colours * (1 - cover) + cover * np.float32(shade)
        return self

    def under(self, light: Levels) -> "Sheet":
        self.colours *= light[..., None]
        return self

    def photographed(self, path: Path, noise: float = 0.03, quality: int = 80) -> Path:
        grain = self.random.normal(0, noise, self.colours.shape)
        Image.fromarray(_bytes(self.colours + grain)).save(path, format="JPEG", quality=quality)
        return path

    def stored(self, path: Path) -> Path:
        Image.fromarray(_bytes(self.colours)).save(path, format="PNG")
        return path

    def assert_read(self, path: Path, recognizer: Recognizer) -> None:
        ink = open_picture(path)
        probabilities = recognizer.read(Drawing(picture=ink)).probabilities
        assert int(probabilities[:10].argmax()) == self.digit
        scale = len(ink) / HEIGHT
        left, top, right, bottom = (
            int(scale * (place + sign * self.margin))
            for place, sign in zip(self.box, (-1, -1, 1, 1), strict=True)
        )
        outside = ink.copy()
        outside[max(top, 0) : bottom + 2, max(left, 0) : right + 2] = 0
        assert not (outside > 0.25).any()  # what is fainter counts for no digit's size


def _drawn(strokes: list[Stroke], left: int, top: int, scale: float, pen: float) -> Levels:
    """How much of each pixel a pen of this width covers, with soft edges."""

    def draw(canvas: ImageDraw.ImageDraw) -> None:
        for stroke in strokes:
            points = [(left + scale * x, top + scale * y) for x, y in stroke]
            canvas.line(points, fill=255, width=round(pen), joint="curve")
            for x, y in (points[0], points[-1]):
                canvas.ellipse((x - pen / 2, y - pen / 2, x + pen / 2, y + pen / 2), fill=255)

    return _mask(draw, 0.8)


def _mask(draw: Callable[[ImageDraw.ImageDraw], None], blur: float = 0.0) -> Levels:
    mask = Image.new("L", (WIDTH, HEIGHT))
    draw(ImageDraw.Draw(mask))
    return np.asarray(mask.filter(ImageFilter.GaussianBlur(blur)), np.float32) / np.float32(255)


def _bytes(colours: NDArray[np.floating]) -> NDArray[np.uint8]:
    return np.asarray(255 * np.clip(colours, 0, 1) + 0.5, np.uint8)


def _gradient() -> Levels:
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH].astype(np.float32)
    return 0.25 + 0.75 * (0.7 * x / WIDTH + 0.3 * y / HEIGHT)  # type: ignore[no-any-return]


def _vignette() -> Levels:
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH].astype(np.float32)
    return 1 - 0.7 * ((x / WIDTH - 0.5) ** 2 + (y / HEIGHT - 0.5) ** 2) / 0.5  # type: ignore[no-any-return]


def _shadow_of_a_phone(blur: float) -> Levels:
    corners = [(700, -50), (1350, 120), (1200, 640), (600, 480)]
    return 1 - 0.5 * _mask(lambda canvas: canvas.polygon(corners, fill=255), blur)


def _shadow_of_a_hand(blur: float) -> Levels:
    def draw(canvas: ImageDraw.ImageDraw) -> None:
        canvas.ellipse((-200, 500, 420, 1200), fill=255)
        for x, y in ((380, 420), (560, 560), (600, 760)):
            canvas.line([(150, 800), (x, y)], fill=255, width=80)
            canvas.ellipse((x - 40, y - 40, x + 40, y + 40), fill=255)

    return 1 - 0.45 * _mask(draw, blur)


LIGHTS = {
    "even": np.ones((HEIGHT, WIDTH), np.float32),
    "from-one-side": _gradient(),
    "vignette": _vignette(),
    "phone": _shadow_of_a_phone(15),
    "phone-with-an-edge": _shadow_of_a_phone(1),
    "hand": _shadow_of_a_hand(15),
    "hand-with-an-edge": _shadow_of_a_hand(2),
}


@pytest.mark.parametrize("light", LIGHTS)
@pytest.mark.parametrize(("digit", "pen"), [(3, 6), (5, 14), (4, 24)])
def test_uneven_light_and_shadows_are_no_ink(
    tmp_path: Path, recognizer: Recognizer, light: str, digit: int, pen: float
) -> None:
    sheet = Sheet(digit, pen=pen).on(0.93, 0.92, 0.88).written(0.12, 0.12, 0.15)
    path = sheet.under(LIGHTS[light]).photographed(tmp_path / "photograph.jpg")
    sheet.assert_read(path, recognizer)


@pytest.mark.parametrize("squared", [False, True], ids=["ruled", "squared"])
@pytest.mark.parametrize(
    ("digit", "light", "skew", "curl"),
    [
        (2, "even", 0.0, 0.0),
        (5, "phone", 2.0, 0.0),
        (7, "vignette", -2.0, 0.0),
        (0, "vignette", 1.0, 0.06),
    ],
)
def test_the_lines_of_a_notebook_are_no_ink(
    tmp_path: Path,
    recognizer: Recognizer,
    light: str,
    squared: bool,
    digit: int,
    skew: float,
    curl: float,
) -> None:
    sheet = Sheet(digit, pen=10).on(0.95, 0.95, 0.93).ruled(48, squared, skew, curl)
    sheet.written(0.1, 0.12, 0.4).under(LIGHTS[light])
    sheet.assert_read(sheet.photographed(tmp_path / "notebook.jpg"), recognizer)


@pytest.mark.parametrize("squared", [False, True], ids=["ruled", "squared"])
def test_lines_of_a_drawn_notebook_are_no_ink(
    tmp_path: Path, recognizer: Recognizer, squared: bool
) -> None:
    sheet = Sheet(5).ruled(40, squared).written(0, 0, 0)
    sheet.assert_read(sheet.stored(tmp_path / "notebook.png"), recognizer)


COLOURS = {
    "red-on-white": ((0.95, 0.95, 0.95), (0.8, 0.1, 0.15)),
    "blue-on-white": ((0.95, 0.95, 0.95), (0.15, 0.2, 0.75)),
    "yellow-on-white": ((0.97, 0.97, 0.95), (0.95, 0.9, 0.2)),
    "red-on-green-as-grey": ((0.15, 0.52, 0.2), (0.85, 0.2, 0.15)),
    "chalk-on-a-board": ((0.12, 0.25, 0.18), (0.85, 0.85, 0.8)),
    "pencil": ((0.93, 0.92, 0.88), (0.55, 0.55, 0.55)),
}


@pytest.mark.parametrize("name", COLOURS)
@pytest.mark.parametrize("photographed", [False, True], ids=["drawn", "photographed"])
def test_ink_of_any_colour_is_ink(
    tmp_path: Path, recognizer: Recognizer, name: str, photographed: bool
) -> None:
    paper, ink = COLOURS[name]
    sheet = Sheet(3).on(*paper).written(*ink)
    if photographed:
        path = sheet.under(_vignette()).photographed(tmp_path / "colour.jpg")
    else:
        path = sheet.stored(tmp_path / "colour.png")
    sheet.assert_read(path, recognizer)


def _dirt(canvas: ImageDraw.ImageDraw) -> None:
    for x, y, radius in ((90, 120, 4), (300, 800, 3), (1100, 500, 5), (1000, 150, 2)):
        canvas.ellipse((x - radius, y - radius, x + radius, y + radius), fill=255)


def _holes(canvas: ImageDraw.ImageDraw) -> None:
    for y in (280, 680):
        canvas.ellipse((60, y - 22, 104, y + 22), fill=255)


def _cut_hole(canvas: ImageDraw.ImageDraw) -> None:
    canvas.ellipse((-25, 400, 35, 460), fill=255)


def _table(canvas: ImageDraw.ImageDraw) -> None:
    canvas.polygon([(0, 870), (WIDTH, 905), (WIDTH, HEIGHT), (0, HEIGHT)], fill=255)


def _table_all_around(canvas: ImageDraw.ImageDraw) -> None:
    canvas.rectangle((0, 0, WIDTH, HEIGHT), fill=255)
    canvas.polygon([(110, 70), (1190, 90), (1150, 880), (90, 850)], fill=0)


def _pen(canvas: ImageDraw.ImageDraw) -> None:
    canvas.line([(1000, 100), (1279, 60)], fill=255, width=26)


@pytest.mark.parametrize("other", [_dirt, _holes, _cut_hole, _table, _table_all_around, _pen])
@pytest.mark.parametrize("photographed", [False, True], ids=["drawn", "photographed"])
@pytest.mark.parametrize("digit", [4, 5])
def test_what_else_lies_there_is_no_ink_but_every_stroke_is(
    tmp_path: Path,
    recognizer: Recognizer,
    other: Callable[[ImageDraw.ImageDraw], None],
    photographed: bool,
    digit: int,
) -> None:
    sheet = Sheet(digit).written(0.1, 0.1, 0.1).with_shapes(other)
    if photographed:
        path = sheet.under(_gradient()).photographed(tmp_path / "things.jpg")
    else:
        path = sheet.stored(tmp_path / "things.png")
    sheet.assert_read(path, recognizer)
    ink = open_picture(path)
    covered = np.asarray(
        Image.fromarray(sheet.coverage).resize(ink.shape[::-1], Image.Resampling.BOX)
    )
    assert ink[covered > 0.95].mean() > 0.9


@pytest.mark.parametrize("noise", [0.0, 0.08])
@pytest.mark.parametrize("quality", [30, 95])
def test_grain_and_compression_are_no_ink(
    tmp_path: Path, recognizer: Recognizer, noise: float, quality: int
) -> None:
    sheet = Sheet(2, pen=8).on(0.9, 0.88, 0.8).written(0.2, 0.2, 0.25).under(_vignette())
    sheet.assert_read(sheet.photographed(tmp_path / "grain.jpg", noise, quality), recognizer)


def test_a_small_digit_in_a_corner_of_a_photograph_is_read(
    tmp_path: Path, recognizer: Recognizer
) -> None:
    sheet = Sheet(5, size=110, pen=6, left=1040).on(0.9, 0.9, 0.9).written(0.1, 0.1, 0.1)
    path = sheet.under(_gradient()).photographed(tmp_path / "small.jpg")
    sheet.assert_read(path, recognizer)


@pytest.mark.parametrize("light", ["even", "from-one-side", "vignette"])
@pytest.mark.parametrize("ruling", ["none", "ruled", "squared", "skew"])
def test_a_blank_page_has_no_ink(tmp_path: Path, light: str, ruling: str) -> None:
    sheet = Sheet(None).on(0.95, 0.95, 0.92)
    if ruling != "none":
        sheet.ruled(50, squared=ruling == "squared", skew=1.5 if ruling == "skew" else 0)
    path = sheet.under(LIGHTS[light]).photographed(tmp_path / "blank.jpg")
    assert not open_picture(path).any()


def test_lines_drawn_on_a_blank_page_have_no_ink(tmp_path: Path) -> None:
    assert not open_picture(Sheet(None).ruled(60).stored(tmp_path / "blank.png")).any()


def test_one_line_alone_across_a_picture_may_be_a_one(tmp_path: Path) -> None:
    pixels = np.full((400, 300), 255, np.uint8)
    pixels[:, 140:144] = 0
    Image.fromarray(pixels).save(tmp_path / "one.png")
    np.testing.assert_allclose(open_picture(tmp_path / "one.png"), 1 - pixels / 255, atol=1e-6)


@pytest.mark.parametrize("inverse", [False, True], ids=["dark", "light"])
def test_soft_edges_of_a_drawn_picture_stay_as_soft(tmp_path: Path, inverse: bool) -> None:
    coverage = _drawn(DIGITS[5], 20, 20, 2, 16)[:260, :230]
    levels = _bytes(coverage if inverse else 1 - coverage)
    Image.fromarray(levels).save(tmp_path / "soft.png")
    expected = np.clip((coverage - 0.1) / 0.9, 0, 1)
    np.testing.assert_allclose(open_picture(tmp_path / "soft.png"), expected, atol=0.005)


def test_a_digit_cut_out_along_its_edges_is_whole(tmp_path: Path) -> None:
    coverage = _drawn(DIGITS[4], 0, 0, 1, 10)
    rows, columns = np.nonzero(coverage > 0.5)
    cut = coverage[rows.min() : rows.max() + 1, columns.min() : columns.max() + 1]
    Image.fromarray(_bytes(1 - cut)).save(tmp_path / "cut.png")
    expected = np.clip((cut - 0.1) / 0.9, 0, 1)
    np.testing.assert_allclose(open_picture(tmp_path / "cut.png"), expected, atol=0.005)


def test_a_card_with_transparent_corners_is_paper(tmp_path: Path, recognizer: Recognizer) -> None:
    sheet = Sheet(3).on(0.95, 0.95, 0.95).written(0.1, 0.1, 0.5)
    picture = Image.fromarray(_bytes(sheet.colours))
    shape = Image.new("L", picture.size)
    ImageDraw.Draw(shape).rounded_rectangle((60, 40, 1220, 920), 80, fill=255)
    picture.putalpha(shape)
    picture.save(tmp_path / "card.png")
    sheet.assert_read(tmp_path / "card.png", recognizer)


@pytest.mark.parametrize("shape", [(1, 1), (1, 40), (2, 3), (9, 9), (31, 300), (300, 7)])
@pytest.mark.parametrize("colours", [1, 3])
def test_a_picture_of_any_shape_and_content_gives_ink_from_0_to_1(
    shape: tuple[int, int], colours: int
) -> None:
    levels = np.random.default_rng(0).random((*shape, colours), np.float32)
    ink = ink_on_paper(levels)
    assert ink.shape == shape
    assert ink.min() >= 0
    assert ink.max() <= 1

"""Pictures: a file becomes ink, whatever its colours."""

import warnings
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps, UnidentifiedImageError

from lenet_gui.errors import QT_TRANSLATE_NOOP, PictureError
from lenet_gui.recognition.paper import ink_on_paper

MAX_PIXELS = 64_000_000
"""A picture of more pixels than this is refused before it is decoded."""

_FORMATS = ("PNG", "JPEG", "BMP")
_LARGEST_SIDE = 1024


def open_picture(path: Path) -> NDArray[np.float32]:
    """The ink of a picture file (PNG, JPEG or BMP).

    Returns:
        float32 (H, W), paper 0, ink 1, at most 1024 on its longer side.

    Raises:
        PictureError: the file is missing, no picture, or of more than 64 megapixels.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # our limit is below
            with Image.open(path, formats=_FORMATS) as picture:
                _check_size(path, picture)
                return _ink_of(picture)
    except UnidentifiedImageError as error:
        raise PictureError(
            QT_TRANSLATE_NOOP("errors", "{path} is no PNG, JPEG or BMP picture."), path=path
        ) from error
    except Image.DecompressionBombError as error:
        raise _too_large(path) from error
    except (OSError, SyntaxError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise PictureError(
            QT_TRANSLATE_NOOP("errors", "The picture {path} cannot be read: {reason}."),
            path=path,
            reason=reason,
        ) from error


def ink_of_pixels(pixels: NDArray[np.uint8]) -> NDArray[np.float32]:
    """The ink of a picture that is in no file.

    Args:
        pixels: (H, W, 4): red, green, blue and opacity.

    Returns:
        As `open_picture` does.
    """
    return _ink_of(Image.fromarray(pixels))


def _ink_of(picture: Image.Image) -> NDArray[np.float32]:
    """Ink of a picture; where it is transparent there is paper."""
    if picture.has_transparency_data:
        picture = picture.convert("RGBA")
    elif picture.mode == "P":
        picture = picture.convert("RGB")  # these two can only be scaled to the nearest pixel
    elif picture.mode == "1":
        picture = picture.convert("L")
    picture.thumbnail((_LARGEST_SIDE, _LARGEST_SIDE))
    picture = ImageOps.exif_transpose(picture)
    if picture.mode == "RGBA":
        return ink_on_paper(_on_paper(picture))
    if picture.mode.startswith("I"):
        return ink_on_paper(np.asarray(picture, np.float32)[..., None] / np.float32(65535))
    if picture.mode == "L":
        return ink_on_paper(_levels(picture)[..., None])
    return ink_on_paper(_levels(picture.convert("RGB")))


def _on_paper(picture: Image.Image) -> NDArray[np.float32]:
    """The colours (H, W, 3) of a picture with an alpha channel.

    Transparent paper has no shade of its own: it gets one that the opaque ink stands out from.
    """
    alpha = _levels(picture.getchannel("A"))[..., None]
    colours = _levels(picture.convert("RGB"))
    visible = alpha[..., 0] > 0
    if not visible.any():
        return np.zeros_like(colours)
    backdrop = np.where(colours[visible].mean(axis=0) < 0.5, 1, 0).astype(np.float32)
    return backdrop + (colours - backdrop) * alpha


def _levels(picture: Image.Image) -> NDArray[np.float32]:
    """The levels of a picture of 8-bit bands, from 0 to 1: (H, W) or (H, W, bands)."""
    return np.asarray(picture, np.float32) / np.float32(255)


def _check_size(path: Path, picture: Image.Image) -> None:
    if picture.width * picture.height > MAX_PIXELS:
        raise _too_large(path)


def _too_large(path: Path) -> PictureError:
    return PictureError(
        QT_TRANSLATE_NOOP(
            "errors", "The picture {path} is too large: at most {limit} megapixels can be opened."
        ),
        path=path,
        limit=MAX_PIXELS // 1_000_000,
    )

"""Pictures: a file becomes ink, whatever its colours."""

import warnings
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps, UnidentifiedImageError

from lenet_gui.errors import QT_TRANSLATE_NOOP, PictureError

MAX_PIXELS = 64_000_000
"""A picture of more pixels than this is refused before it is decoded."""

_FORMATS = ("PNG", "JPEG", "BMP")
_LARGEST_SIDE = 1024

_LEAST_CONTRAST = 0.05
"""A picture whose shades differ by less than this is blank paper."""

_GRAIN = 0.1
"""What is fainter than this share of the strongest ink belongs to the paper."""


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


def ink_from_grey(grey: NDArray[np.float32]) -> NDArray[np.float32]:
    """Ink (H, W) from grey levels (H, W) of 0 to 1: the border's shade is the paper.

    Dark on light and light on dark are told apart by the border, where drawings seldom reach.
    The paper's own grain, or a JPEG's, is no ink.
    """
    border = np.concatenate([grey[0], grey[-1], grey[:, 0], grey[:, -1]])
    ink = grey - np.median(border)
    if ink.max() < -ink.min():
        ink = -ink
    strongest = ink.max()
    if strongest < _LEAST_CONTRAST:
        return np.zeros_like(ink)
    return np.clip((ink / strongest - _GRAIN) / (1 - _GRAIN), 0.0, 1.0)  # type: ignore[no-any-return]


def _ink_of(picture: Image.Image) -> NDArray[np.float32]:
    """Ink of a picture file just opened; where it is transparent there is paper."""
    if picture.has_transparency_data:
        picture = picture.convert("RGBA")
    elif picture.mode in ("1", "P"):
        picture = picture.convert("L")  # these two can only be scaled to the nearest pixel
    picture.thumbnail((_LARGEST_SIDE, _LARGEST_SIDE))
    picture = ImageOps.exif_transpose(picture)
    if picture.mode == "RGBA":
        return _ink_of_transparent(picture)
    if picture.mode.startswith("I"):
        return ink_from_grey(np.asarray(picture, np.float32) / np.float32(65535))
    return ink_from_grey(_levels(picture.convert("L")))


def _ink_of_transparent(picture: Image.Image) -> NDArray[np.float32]:
    """Ink of a picture with an alpha channel.

    Transparent paper has no shade of its own: it gets one that the opaque ink stands out from.
    """
    alpha = _levels(picture.getchannel("A"))
    grey = _levels(picture.convert("L"))
    visible = alpha > 0
    if not visible.any():
        return np.zeros_like(grey)
    backdrop = np.float32(1.0 if grey[visible].mean() < 0.5 else 0.0)
    return ink_from_grey(backdrop + (grey - backdrop) * alpha)


def _levels(picture: Image.Image) -> NDArray[np.float32]:
    """The levels of a picture of one 8-bit band, from 0 to 1."""
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

"""Pictures: a file becomes ink, whatever its colours."""

import warnings
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, UnidentifiedImageError

from lenet_gui.errors import QT_TRANSLATE_NOOP, PictureError

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


def ink_from_grey(grey: NDArray[np.float32]) -> NDArray[np.float32]:
    """Ink (H, W) from grey levels (H, W) of any range: the border's shade is the paper.

    Dark on light and light on dark are told apart by the border, where drawings seldom reach.
    """
    border = np.concatenate([grey[0], grey[-1], grey[:, 0], grey[:, -1]])
    paper = np.median(border)
    ink = grey - paper
    if ink.max() < -ink.min():
        ink = -ink
    strongest = ink.max()
    if strongest <= 0:
        return np.zeros_like(ink)
    return np.clip(ink / strongest, 0.0, 1.0)  # type: ignore[no-any-return]


def _ink_of(picture: Image.Image) -> NDArray[np.float32]:
    """Ink of a decoded picture; where it is transparent there is paper."""
    picture.thumbnail((_LARGEST_SIDE, _LARGEST_SIDE))
    if "A" not in picture.getbands() and "transparency" not in picture.info:
        return ink_from_grey(np.asarray(picture.convert("L"), np.float32))
    rgba = picture.convert("RGBA")
    alpha = np.asarray(rgba.getchannel("A"), np.float32) / 255
    grey = np.asarray(rgba.convert("L"), np.float32)
    visible = alpha > 0
    if not visible.any():
        return np.zeros_like(grey)
    if visible.all():
        return ink_from_grey(grey)
    # Transparent paper has no shade of its own: give it one that the opaque ink stands out from.
    backdrop = 255.0 if grey[visible].mean() < 128 else 0.0
    return ink_from_grey(grey * alpha + backdrop * (1 - alpha))


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

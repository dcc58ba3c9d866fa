"""Blobs: which connected pieces of ink are the digit, and which are dirt, holes or the table."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Mask = NDArray[np.bool_]
Labels = NDArray[np.intp]

_SPECK = 0.12
"""A blob shorter than this share of the main one is a speck."""

_NEAR = 0.35
"""A lesser blob belongs to the digit up to this distance from it, in lengths of the digit."""

_NEAR_AN_EQUAL = 0.8
"""So does one of the digit's own size, which is no dirt, up to this distance."""

_EQUAL = 0.5
"""A blob is of the digit's own size from this share of its length."""

_FAINT = 0.6
"""A blob fainter than this share of the main one is a shadow or a stain."""

_LYING_ALONG = 0.6
"""A side of the picture covered by more than this is no stroke's end, it is some other thing."""


@dataclass(frozen=True)
class _Boxes:
    """The bounding boxes of K blobs, in pixels: intp (K,) each, `bottom` and `right` past them."""

    top: Labels
    bottom: Labels
    left: Labels
    right: Labels

    @property
    def lengths(self) -> Labels:
        """The longer side of each box."""
        return np.maximum(  # type: ignore[no-any-return]
            self.bottom - self.top, self.right - self.left
        )


def labelled(mask: Mask) -> tuple[Labels, int]:
    """The connected pieces (by sides and corners) of a mask (H, W).

    Pieces are joined from runs along the rows: each run takes the least name among the runs it
    touches in the next row and the one before, until nothing changes.

    Returns:
        labels (H, W), 0 outside of the mask and 1 to K in its pieces, and K.
    """
    height, width = mask.shape
    line = np.zeros((height, width + 2), np.int8)
    line[:, 1:-1] = mask
    edges = np.diff(line.ravel())  # the margin keeps runs of two rows apart
    starts, ends = np.flatnonzero(edges == 1), np.flatnonzero(edges == -1)
    if not len(starts):
        return np.zeros(mask.shape, np.intp), 0
    names = _joined(starts, ends, width + 2)
    _, names = np.unique(names, return_inverse=True)
    labels = np.zeros(mask.shape, np.intp)
    labels[mask] = np.repeat(names + 1, ends - starts)
    return labels, int(names.max()) + 1


def digit_among(strength: NDArray[np.float32], labels: Labels, count: int) -> Mask:
    """Which of `count` blobs are the digit: (K + 1,), by label.

    Args:
        strength: (H, W), of the ink; 0 where there is none.
        labels: (H, W), its blobs, which may reach a little over the ink to bridge gaps in it.
        count: how many blobs there are.
    """
    chosen = np.zeros(count + 1, bool)
    if not count:
        return chosen
    mask = strength > 0
    named = np.where(mask, labels, 0)
    boxes = _boxes(named, count)
    sums = np.bincount(named.ravel(), strength.ravel(), count + 1)[1:]
    strengths = sums / np.maximum(np.bincount(named.ravel(), minlength=count + 1)[1:], 1)
    inside = ~_at_border(mask, labels, count)
    lengths = boxes.lengths
    if inside.any() and lengths[inside].max() >= _SPECK * min(mask.shape):
        candidates = inside
    else:
        candidates = np.ones(count, bool)
    main = int(np.argmax(np.where(candidates, lengths * strengths, 0)))
    candidates = candidates & (strengths >= _FAINT * strengths[main])
    chosen[1:] = _gathered(boxes, candidates, main)
    return chosen


def _joined(starts: Labels, ends: Labels, width: int) -> Labels:
    """One name for all runs of a piece; `width` is the length of a row that the runs lie in."""
    # A run touches those of the next row that begin before its end and end after its beginning.
    first = np.searchsorted(ends, starts + width, side="left")
    last = np.searchsorted(starts, ends + width, side="right")
    counts = np.maximum(last - first, 0)
    above = np.repeat(np.arange(len(starts)), counts)
    below = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
    below += np.repeat(first, counts)
    names = np.arange(len(starts))
    while True:
        least = np.minimum(names[above], names[below])
        if np.array_equal(names[above], names[below]):
            return names
        # What the two were named after takes the new name, and all that are named after it do.
        np.minimum.at(names, names[above].copy(), least)
        np.minimum.at(names, names[below].copy(), least)
        while not np.array_equal(names, names[names]):
            names = names[names]


def _boxes(labels: Labels, count: int) -> _Boxes:
    """The bounding boxes of blobs; a blob with no pixel has an empty one."""
    rows, columns = np.nonzero(labels)
    names = labels[rows, columns] - 1
    sides = [np.full(count, limit) for limit in (labels.shape[0], 0, labels.shape[1], 0)]
    np.minimum.at(sides[0], names, rows)
    np.maximum.at(sides[1], names, rows + 1)
    np.minimum.at(sides[2], names, columns)
    np.maximum.at(sides[3], names, columns + 1)
    return _Boxes(*sides)


def _at_border(mask: Mask, labels: Labels, count: int) -> Mask:
    """Which blobs (K,) reach the picture's border, unless the picture is cut out that closely."""
    sides = (np.s_[0], np.s_[-1], np.s_[:, 0], np.s_[:, -1])
    touching = np.zeros(count + 1, bool)
    covered = []
    for side in sides:
        touching[labels[side][mask[side]]] = True
        covered.append(mask[side].mean())
    if min(covered) > 0 and max(covered) < _LYING_ALONG:
        touching[:] = False  # a digit cut out along its own edges
    return touching[1:]


def _gathered(boxes: _Boxes, candidates: Mask, main: int) -> Mask:
    """Which blobs (K,) belong to the main one: neither specks nor far away."""
    lengths = boxes.lengths
    chosen = np.zeros(len(lengths), bool)
    chosen[main] = True
    open_ones = candidates & (lengths >= _SPECK * lengths[main])
    reach = np.where(lengths >= _EQUAL * lengths[main], _NEAR_AN_EQUAL, _NEAR) * lengths[main]
    while True:
        top, bottom = boxes.top[chosen].min(), boxes.bottom[chosen].max()
        left, right = boxes.left[chosen].min(), boxes.right[chosen].max()
        down = np.maximum(np.maximum(boxes.top - bottom, top - boxes.bottom), 0)
        across = np.maximum(np.maximum(boxes.left - right, left - boxes.right), 0)
        more = open_ones & ~chosen & (np.hypot(down, across) <= reach)
        if not more.any():
            return chosen
        chosen |= more

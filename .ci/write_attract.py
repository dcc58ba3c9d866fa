"""Writes resources/samples/attract.json: the digits that a kiosk draws by itself, and their pace.

They are made here, of curves through a few points, and copied from nobody: each is slanted and
bent a little, and drawn at the pace of a hand, which slows where the line bends (its speed goes
with the cube root of the radius), at corners, and at both ends.

Run: .venv/bin/python .ci/write_attract.py
"""

import json
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

OUT = Path(__file__).parents[1] / "resources" / "samples" / "attract.json"
SEED = 1998
HANDS = 2
"""How many times each digit is drawn, a little otherwise."""

SPEED = 0.155
"""Of the pen where the line is straight, in hundredths of the digit's height a millisecond."""

BETWEEN_STROKES_MS = 260
SAMPLE_MS = 16
CORNER_MS = 70
"""How long the pen rests in a corner."""

Points = NDArray[np.float64]
Segment = list[tuple[float, float]]

# Strokes of smooth segments that meet in corners; 100 high, x to the right, y down.
DIGITS: dict[str, list[list[Segment]]] = {
    "0": [
        [[(40, 4), (22, 8), (8, 28), (4, 54), (12, 84), (32, 97), (52, 86), (62, 58), (60, 30),
          (50, 10), (36, 3)]],
    ],
    "1": [[[(36, 2), (35, 30), (33, 66), (31, 98)]]],
    "2": [
        [[(6, 24), (14, 8), (32, 2), (50, 10), (54, 28), (46, 48), (28, 72), (6, 95)],
         [(6, 95), (30, 93), (62, 95)]],
    ],
    "3": [
        [[(8, 12), (26, 2), (46, 8), (50, 24), (42, 38), (24, 46)],
         [(24, 46), (46, 52), (56, 70), (48, 90), (28, 98), (6, 90)]],
    ],
    "4": [
        [[(28, 2), (18, 30), (4, 62)], [(4, 62), (32, 61), (66, 59)]],
        [[(50, 30), (47, 62), (44, 98)]],
    ],
    "5": [
        [[(16, 5), (14, 24), (11, 44)],
         [(11, 44), (30, 37), (50, 46), (57, 68), (46, 90), (26, 97), (6, 89)]],
        [[(16, 5), (36, 4), (58, 3)]],
    ],
    "6": [
        [[(46, 2), (28, 16), (12, 42), (6, 70), (16, 92), (34, 97), (50, 86), (52, 68), (40, 55),
          (22, 59), (9, 74)]],
    ],
    "7": [[[(4, 6), (30, 5), (60, 4)], [(60, 4), (44, 40), (26, 98)]]],
    "8": [
        [[(52, 14), (34, 2), (14, 10), (12, 28), (30, 46), (50, 64), (54, 84), (36, 98),
          (14, 90), (10, 70), (28, 50), (46, 32), (52, 14)]],
    ],
    "9": [
        [[(52, 16), (34, 3), (14, 12), (8, 32), (20, 48), (38, 44), (52, 18)],
         [(52, 18), (51, 52), (46, 98)]],
    ],
}  # fmt: skip


def smooth(knots: Segment, steps: int = 60) -> Points:
    """A centripetal Catmull-Rom curve through the knots, (N, 2)."""
    points = np.array(knots, float)
    points = np.vstack([2 * points[0] - points[1], points, 2 * points[-1] - points[-2]])
    pieces = []
    for a, b, c, d in zip(points, points[1:], points[2:], points[3:], strict=False):
        t = np.cumsum([0, *np.sqrt(np.linalg.norm(np.diff([a, b, c, d], axis=0), axis=1))])
        at = np.linspace(t[1], t[2], steps, endpoint=False)[:, None]
        ab, bc, cd = (
            (p * (t[i + 1] - at) + q * (at - t[i])) / (t[i + 1] - t[i])
            for i, (p, q) in enumerate(((a, b), (b, c), (c, d)))
        )
        abc = (ab * (t[2] - at) + bc * (at - t[0])) / (t[2] - t[0])
        bcd = (bc * (t[3] - at) + cd * (at - t[1])) / (t[3] - t[1])
        pieces.append((abc * (t[2] - at) + bcd * (at - t[1])) / (t[2] - t[1]))
    return np.vstack([*pieces, points[-2:-1]])


def hand(chance: np.random.Generator) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """A hand's slant and stretch, a matrix (2, 2), and its slow bends: amplitudes (2, 3)."""
    slant, narrow = chance.normal(-0.06, 0.05), chance.normal(1.0, 0.05)
    return np.array([[narrow, slant], [0.0, 1.0]]), chance.normal(0, (1.6, 0.6, 0.25), (2, 3))


def irregular(points: Points, bends: NDArray[np.float64], phase: float) -> Points:
    """Bend a line slowly, as no hand follows a curve exactly."""
    way = np.array([1.0, 2.0, 3.0])[:, None] * (points.sum(axis=1) / 160 + phase)
    return points + (bends @ np.sin(2 * np.pi * way)).T


def paced(points: Points) -> tuple[Points, NDArray[np.float64]]:
    """The line sampled as a hand draws it, and when each point is reached, in milliseconds."""
    lengths = np.linalg.norm(np.diff(points, axis=0), axis=1)
    way = np.concatenate([[0.0], np.cumsum(lengths)])
    even = np.linspace(0, way[-1], max(8, round(way[-1])))
    x, y = np.interp(even, way, points[:, 0]), np.interp(even, way, points[:, 1])
    dx, dy = np.gradient(x), np.gradient(y)
    bend = (
        np.abs(dx * np.gradient(dy) - dy * np.gradient(dx)) / np.maximum(dx**2 + dy**2, 1e-9) ** 1.5
    )
    speed = SPEED / np.cbrt(1 + 18 * bend)
    from_ends = np.minimum(even, way[-1] - even)
    speed *= 0.35 + 0.65 * np.clip(from_ends / 14, 0, 1)
    step = even[1] - even[0]
    reached = np.concatenate([[0.0], np.cumsum(step / ((speed[1:] + speed[:-1]) / 2))])
    at = np.append(np.arange(0, reached[-1], SAMPLE_MS), reached[-1])
    return np.stack([np.interp(at, reached, x), np.interp(at, reached, y)], axis=1), at


def drawing(strokes: list[list[Segment]], chance: np.random.Generator) -> list[list[list[int]]]:
    """One digit by one hand: strokes of [ms, x, y], in thousandths of its height."""
    shape, bends = hand(chance)
    phase, now = chance.random(), 0.0
    drawn = []
    for segments in strokes:
        stroke: list[list[int]] = []
        for segment in segments:
            line = irregular(smooth(segment), bends, phase) @ shape.T
            points, at = paced(line)
            stroke += [
                [round(now + ms), round(10 * px), round(10 * py)]
                for ms, (px, py) in zip(at, points, strict=True)
            ]
            now += at[-1] + CORNER_MS
        drawn.append(stroke)
        now += BETWEEN_STROKES_MS
    return drawn


def main() -> None:
    """Write the file."""
    chance = np.random.default_rng(SEED)
    drawings = [
        {"digit": digit, "strokes": drawing(strokes, chance)}
        for _ in range(HANDS)
        for digit, strokes in DIGITS.items()
    ]
    head = {"unit": "milliseconds; thousandths of a digit's height, x to the right, y down"}
    lines = ",\n".join(json.dumps(one, separators=(",", ":")) for one in drawings)
    OUT.write_text(json.dumps(head)[:-1] + ', "drawings": [\n' + lines + "\n]}\n", "utf-8")


if __name__ == "__main__":
    main()

"""A report: one evaluation in words and tables, for a terminal."""

from collections.abc import Sequence

from lenet_gui.training.evaluate import Evaluation


def share(part: float | None, digits: int = 2) -> str:
    """A share from 0 to 1 as people read it: `99.62 %`; a dash where there is none."""
    return "–" if part is None else f"{100 * part:.{digits}f} %"


def as_values(evaluation: Evaluation) -> dict[str, object]:
    """The evaluation for programs, as it becomes JSON."""
    values: dict[str, object] = {
        "model": evaluation.model,
        "source": evaluation.source,
        "n": evaluation.n,
        "accuracy": evaluation.accuracy,
        "per_class": evaluation.per_class,
        "confusion": evaluation.confusion,
        "unsure": evaluation.unsure,
        "accuracy_when_sure": evaluation.accuracy_when_sure,
        "ece": evaluation.calibration_error,
    }
    if evaluation.nondigits:
        together = evaluation.nondigits[-1]
        values |= {
            "nondigits": together.n,
            "nondigits_unsure": together.unsure,
            "auroc": together.auroc,
        }
    return values


def as_text(evaluation: Evaluation) -> str:
    """The evaluation for people."""
    held_out = f" (held out: {', '.join(evaluation.held_out)})" if evaluation.held_out else ""
    parts = [
        [
            f"{evaluation.model} on {evaluation.source}{held_out}",
            in_words(evaluation),
        ],
        _aligned(
            ["drawn", "right", "read as", *evaluation.per_class],
            [[name, right, "", *counts] for name, right, *counts in confusion(evaluation)],
        ),
        _aligned(["probability", "samples", "mean", "right"], calibration(evaluation)),
    ]
    if evaluation.nondigits:
        parts.append(_aligned(["no digit", "drawings", "unsure", "AUROC"], rejections(evaluation)))
    return "\n\n".join("\n".join(part) for part in parts)


def in_words(evaluation: Evaluation) -> str:
    """The figures of an evaluation that are one number, in a sentence."""
    return (
        f"{share(evaluation.accuracy)} of {evaluation.n:,} read right, {evaluation.wrong:,} wrong;"
        f" {share(evaluation.unsure)} unsure, {share(evaluation.accuracy_when_sure)} of all others"
        f" right; expected calibration error {share(evaluation.calibration_error)}."
    )


def confusion(evaluation: Evaluation) -> list[list[str]]:
    """A row a class: its name, the share read right, then how often read as which."""
    return [
        [name, share(evaluation.per_class[name]), *(f"{n:,}" if n else "·" for n in row)]
        for name, row in zip(evaluation.per_class, evaluation.confusion, strict=True)
    ]


def calibration(evaluation: Evaluation) -> list[list[str]]:
    """A row for each range of probabilities that occurred: how often, their mean, share right."""
    return [
        [
            f"{share(part.low, 1)} to {share(part.high, 1)}",
            f"{part.n:,}",
            share(part.probability),
            share(part.accuracy),
        ]
        for part in evaluation.calibration
        if part.n
    ]


def rejections(evaluation: Evaluation) -> list[list[str]]:
    """A row for each set that is no digit: its name, how many, share unsure, AUROC."""
    return [
        [
            f"{other.name} ({', '.join(other.held_out)})" if other.held_out else other.name,
            f"{other.n:,}",
            share(other.unsure),
            f"{other.auroc:.4f}",
        ]
        for other in evaluation.nondigits
    ]


def _aligned(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """A table as lines, every column as wide as it must be, flush right."""
    widths = [max(map(len, column)) for column in zip(headings, *rows, strict=True)]
    return [
        "  ".join(cell.rjust(width) for cell, width in zip(row, widths, strict=True))
        for row in (headings, *rows)
    ]

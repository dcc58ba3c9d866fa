"""A report: one evaluation in words and tables, for a terminal."""

from lenet_gui.catalogue import translate
from lenet_gui.columns import aligned
from lenet_gui.errors import QT_TRANSLATE_NOOP
from lenet_gui.training.evaluate import Evaluation

SUMMARY = QT_TRANSLATE_NOOP(
    "cli",
    "{accuracy} of {count} read right, {wrong} wrong; {unsure} unsure, {when_sure} of all others"
    " right; expected calibration error {error}.",
)
"""What `in_words` says, in English."""

RANGE = QT_TRANSLATE_NOOP("cli", "{low} to {high}")
"""What `calibration` says, in English."""


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
    """The evaluation for people, in the language of the terminal."""
    told = translate("cli", "{model} on {source}")
    title = told.format(model=evaluation.model, source=evaluation.source)
    if evaluation.held_out:
        told = translate("cli", " (held out: {writers})")
        title += told.format(writers=", ".join(evaluation.held_out))
    right = translate("cli", "right")
    drawn = [translate("cli", "drawn"), right, translate("cli", "read as"), *evaluation.per_class]
    counts = [[name, part, "", *row] for name, part, *row in confusion(evaluation)]
    sureness = [
        translate("cli", "probability"),
        translate("cli", "samples"),
        translate("cli", "mean"),
        right,
    ]
    parts = [
        [title, in_words(evaluation, translate("cli", SUMMARY))],
        aligned([drawn, *counts]),
        aligned([sureness, *calibration(evaluation, translate("cli", RANGE))]),
    ]
    if evaluation.nondigits:
        headings = [
            translate("cli", "no digit"),
            translate("cli", "drawings"),
            translate("cli", "unsure"),
            "AUROC",
        ]
        parts.append(aligned([headings, *rejections(evaluation)]))
    return "\n\n".join("\n".join(part) for part in parts)


def in_words(evaluation: Evaluation, summary: str = SUMMARY) -> str:
    """The figures of an evaluation that are one number, in a sentence.

    Args:
        evaluation: whose.
        summary: the sentence, or a translation of it.
    """
    return summary.format(
        accuracy=share(evaluation.accuracy),
        count=f"{evaluation.n:,}",
        wrong=f"{evaluation.wrong:,}",
        unsure=share(evaluation.unsure),
        when_sure=share(evaluation.accuracy_when_sure),
        error=share(evaluation.calibration_error),
    )


def confusion(evaluation: Evaluation) -> list[list[str]]:
    """A row a class: its name, the share read right, then how often read as which."""
    return [
        [name, share(evaluation.per_class[name]), *(f"{n:,}" if n else "·" for n in row)]
        for name, row in zip(evaluation.per_class, evaluation.confusion, strict=True)
    ]


def calibration(evaluation: Evaluation, told: str = RANGE) -> list[list[str]]:
    """A row for each range of probabilities that occurred: how often, their mean, share right.

    Args:
        evaluation: whose.
        told: how a range is told, or a translation of it.
    """
    return [
        [
            told.format(low=share(part.low, 1), high=share(part.high, 1)),
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

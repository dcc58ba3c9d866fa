"""A reading in words for people, and in values for programs."""

from lenet_gui.catalogue import translate
from lenet_gui.recognition.reading import Reading, Verdict, percent


def in_words(verdict: Verdict) -> str:
    """What a verdict says, on a terminal: `4 (98.2 %)`, `4 or 9? (4: 51.0 %)`."""
    if not verdict.classes:
        return translate("cli", "doesn't look like a digit to me")
    probability = percent(verdict.probability)
    if verdict.doubted:
        return f"{verdict.classes[0]}? ({probability})"
    if verdict.digit is None:
        torn = translate("cli", " or ").join(verdict.classes)
        return f"{torn}? ({verdict.classes[0]}: {probability})"
    return f"{verdict.digit} ({probability})"


def as_values(reading: Reading) -> dict[str, object]:
    """The reading as it becomes JSON; `digit` is the likeliest one, sure or not."""
    probabilities = reading.probabilities.tolist()
    return {
        "model": reading.card.id,
        "digit": reading.likeliest,
        "probability": reading.verdict.probability,
        "probabilities": dict(zip(reading.card.classes, probabilities, strict=True)),
        "unsure": reading.verdict.digit is None,
        "looks_like": reading.verdict.classes,
        "no_digit": reading.rubbish,
    }

"""What each step of the tour says, in numbers of the reading."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from lenet_gui.network.fields import FeatureMap
from lenet_gui.recognition.explanation import Convolved, Pooled, Subsampled
from lenet_gui.recognition.reading import Reading, percent
from lenet_gui.ui.classroom.large_text import bold
from lenet_gui.ui.classroom.tour_places import Sight
from lenet_gui.ui.network.network_plan import Place
from lenet_gui.ui.network.network_stages import Stage


def titles() -> tuple[str, ...]:
    """What each step explains, in the language of the moment."""
    translate = QCoreApplication.translate
    return (
        translate("Tour", "A pixel"),
        translate("Tour", "A kernel"),
        translate("Tour", "A map"),
        translate("Tour", "Pooling"),
        translate("Tour", "The table"),
        translate("Tour", "The answer"),
    )


def say_pixel(sight: Sight, place: Place) -> str:
    """What a pixel is."""
    text = QCoreApplication.translate(
        "Tour",
        "The network sees your digit as {height} × {width} pixels. Each is one number: 0 is"
        " paper, 1 is ink. The framed pixel is {value}.",
    )
    height, width = sight.reading.input.shape
    value = number(float(sight.reading.input[place.unit or (0, 0)]))
    return text.format(height=height, width=width, value=value)


def say_kernel(sight: Sight, place: Place) -> str:
    """What a kernel is, and what the unit adds up."""
    translate = QCoreApplication.translate
    form = sight.form(place)
    layer = sight.card.layers[place.stage - 1]
    if not isinstance(form, Convolved):
        text = translate(
            "Tour", "A kernel is a grid of {kernel} × {kernel} weights, laid on a patch of pixels."
        )
        return text.format(kernel=layer.kernel)
    text = translate(
        "Tour",
        "A kernel is a grid of {kernel} × {kernel} weights, laid on a patch of pixels. This unit"
        " adds {count} products and a bias: {sum}.",
    )
    said = text.format(kernel=layer.kernel, count=form.products.size, sum=number(form.sum))
    if form.squashing == "relu":
        squashed = translate("Tour", "What is negative becomes 0: {value}.")
    elif form.squashing == "identity":
        return said
    else:
        squashed = translate("Tour", "Squashed, that is {value}.")
    return f"{said} {squashed.format(value=number(form.value))}"


def say_map(sight: Sight, place: Place) -> str:
    """What a map is."""
    text = QCoreApplication.translate(
        "Tour",
        "The same kernel slides over the whole digit: {height} × {width} places make one map. It"
        " is bright where its pattern is, at most {value}. {layer} has {maps} kernels, so {maps}"
        " maps.",
    )
    stage = sight.stages[place.stage]
    brightest = float(sight.reading.activations[stage.name][place.map].max())
    return text.format(
        height=stage.height,
        width=stage.width,
        value=number(brightest),
        layer=bold(stage.name),
        maps=stage.maps,
    )


def say_pooling(sight: Sight, place: Place) -> str:
    """What pooling, or subsampling, does."""
    translate = QCoreApplication.translate
    form, stage, before = sight.form(place), *_with_before(sight, place)
    kernel = sight.card.layers[place.stage - 1].kernel
    said = ""
    if isinstance(form, Pooled):
        text = translate(
            "Tour",
            "Pooling keeps the largest of {kernel} × {kernel} units: of {listed} it is {value}.",
        )
        listed = ", ".join(f"{one:.2f}".replace("-", "−") for one in form.patch.ravel().tolist())
        said = text.format(kernel=kernel, listed=listed, value=number(form.value))
    elif isinstance(form, Subsampled):
        text = translate(
            "Tour",
            "Subsampling adds up {kernel} × {kernel} units, here {sum}, then weighs and squashes"
            " that: {value}.",
        )
        said = text.format(kernel=kernel, sum=number(form.patch_sum), value=number(form.value))
    smaller = translate(
        "Tour",
        "The map shrinks from {before} × {before} to {after} × {after}, and it matters less where"
        " exactly a stroke lies.",
    )
    return f"{said} {smaller.format(before=before.height, after=stage.height)}".strip()


def say_table(sight: Sight, place: Place) -> str:
    """Who sees whom, by a table or all of them."""
    translate = QCoreApplication.translate
    stage, before = _with_before(sight, place)
    seen = stage.sees[place.map]
    if len(seen) < before.maps:
        text = translate(
            "Tour",
            "A table says which maps of {before} a map of {layer} sees. Map {map} sees {listed}"
            " alone.",
        )
        last = translate("Tour", "So every map has to find something of its own.")
    else:
        text = translate(
            "Tour", "In this network every map of {layer} sees all {count} maps of {before}."
        )
        last = translate(
            "Tour", "In 1998 a table left each only some of them, to find something of its own."
        )
    said = text.format(
        before=bold(before.name),
        layer=bold(stage.name),
        map=bold(str(place.map)),
        listed=bold(", ".join(str(map_) for map_ in seen)),
        count=before.maps,
    )
    if sight.explainer is not None:
        most = sight.explainer.feeding(sight.reading, FeatureMap(stage.name, place.map))[0]
        if most.amount >= 0:
            counts = translate("Tour", "To the framed one, map {map} adds most: {amount}.")
        else:
            counts = translate("Tour", "From the framed one, map {map} takes most: {amount}.")
        said += " " + counts.format(map=bold(str(most.map)), amount=number(most.amount))
    return f"{said} {last}"


def say_answer(sight: Sight, place: Place) -> str:
    """How the answer comes about."""
    translate = QCoreApplication.translate
    reading, card = sight.reading, sight.card
    order = reading.scores.argsort().tolist()
    if not card.probabilities.closest_wins:
        order.reverse()
        text = translate(
            "Tour",
            "{count} units, one for each digit, weigh all that was found. {first} gets {most},"
            " then comes {second} with {less}.",
        )
        most, less = (bold(percent(float(reading.probabilities[index]))) for index in order[:2])
    else:
        text = translate(
            "Tour",
            "Each of {count} units compares {before} with its own picture of a digit. {first} is"
            " nearest, at a distance of {most}, then comes {second} with {less}.",
        )
        most, less = (number(float(reading.scores[index])) for index in order[:2])
    said = text.format(
        count=len(card.classes),
        before=bold(sight.stages[place.stage - 1].name),
        first=bold(card.classes[order[0]]),
        second=bold(card.classes[order[1]]),
        most=most,
        less=less,
    )
    return f"{said} {_say_verdict(reading)}"


def _say_verdict(reading: Reading) -> str:
    translate = QCoreApplication.translate
    if reading.verdict.digit is not None:
        return translate("Tour", "So it reads {digit}.").format(digit=bold(reading.verdict.digit))
    if reading.verdict.classes:
        return translate("Tour", "That is too close: it is not sure.")
    return translate("Tour", "Yet it takes this for no digit at all.")


def number(value: float) -> str:
    """A value as the tour writes it: two decimals, a proper minus, and it stands out."""
    return bold(f"{value:.2f}".replace("-", "−"))


def _with_before(sight: Sight, place: Place) -> tuple[Stage, Stage]:
    return sight.stages[place.stage], sight.stages[place.stage - 1]

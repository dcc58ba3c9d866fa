"""Every unit of every network, explained: the sums come to what the network computed."""

import dataclasses
from collections.abc import Iterator

import numpy as np
import pytest

from lenet_gui.network import fields
from lenet_gui.network.architectures import TABLE_I
from lenet_gui.network.card import Layer, card_path
from lenet_gui.network.fields import FeatureMap, Unit
from lenet_gui.recognition.drawing import Drawing
from lenet_gui.recognition.explain import Explainer
from lenet_gui.recognition.explanation import (
    Contribution,
    Convolved,
    Explanation,
    Form,
    Full,
    Line,
    Pooled,
    RadialBasis,
    Subsampled,
)
from lenet_gui.recognition.reading import Reading
from lenet_gui.recognition.recognizer import Recognizer
from tests.handwritten_digits import BUNDLED, handwritten_digits

DIGITS = (0, 5, 8, 13, 19)
"""Which of the handwritten digits are read."""


@pytest.fixture(scope="module", params=BUNDLED)
def recognizer(request: pytest.FixtureRequest) -> Recognizer:
    return Recognizer.load(card_path(request.param))


@pytest.fixture(scope="module")
def of_1998() -> Recognizer:
    return Recognizer.load(card_path("lenet5-1998"))


@pytest.fixture(scope="module")
def pooling() -> Recognizer:
    return Recognizer.load(card_path("lenet5-relu"))


def explainer(recognizer: Recognizer) -> Explainer:
    assert recognizer.explainer is not None
    return recognizer.explainer


def read(recognizer: Recognizer, digit: int = 3) -> Reading:
    picture = handwritten_digits()[digit]
    return recognizer.read(Drawing(picture=picture, is_input=True))


def edges_and_others(layer: Layer) -> Iterator[Unit]:
    """All of the first and last rows and columns of two maps, and twenty units anywhere."""
    maps, height, width = layer.maps, layer.height, layer.width
    for map_ in {0, maps - 1}:
        for y, x in np.ndindex(height, width):
            if y in (0, height - 1) or x in (0, width - 1):
                yield Unit(layer.name, map_, y, x)
    chance = np.random.default_rng(7)
    for map_, y, x in chance.integers((maps, height, width), size=(20, 3)).tolist():
        yield Unit(layer.name, map_, y, x)


def equal(found: float, expected: float) -> bool:
    """Equal to 1e-5, of the number itself where it is more than 1."""
    return abs(found - expected) <= 1e-5 * max(1, abs(expected))


def numbers(line: Line) -> list[float]:
    return [part for part in line if not isinstance(part, str)]


def worked_out(line: Line) -> float:
    """What stands before the = of a line, computed from what is written there."""
    *written, _ = line
    text = "".join(part if isinstance(part, str) else f"({part!r})" for part in written)
    formula = text.removesuffix(" = ").partition("= ")[2] or text.removesuffix(" = ")
    formula = formula.replace("·", "*").replace("−", "-").replace("σ", "sigmoid")
    known = {"tanh": np.tanh, "max": max, "sigmoid": lambda a: 1 / (1 + np.exp(-a))}
    return float(eval(formula, known))


@pytest.mark.parametrize("digit", DIGITS)
def test_every_unit_comes_to_what_the_network_computed(recognizer: Recognizer, digit: int) -> None:
    reading = read(recognizer, digit)
    for layer in recognizer.card.layers:
        for unit in edges_and_others(layer):
            found = explainer(recognizer).explain(reading, unit)
            computed = float(reading.activations[layer.name][unit.map, unit.y, unit.x])
            assert found.activation == computed
            assert equal(found.form.value, computed), unit
            assert not found.is_silenced


def test_the_lines_of_the_formula_add_up(recognizer: Recognizer) -> None:
    reading = read(recognizer)
    for layer in recognizer.card.layers:
        for unit in list(edges_and_others(layer))[::5]:
            form = explainer(recognizer).explain(reading, unit).form
            lines = form.lines()
            assert numbers(lines[-1])[-1] == form.value
            assert any(form.sum in numbers(line) for line in lines)
            for line in lines:
                if len(numbers(line)) > 1:  # what is added up stands there, and not in pictures
                    assert worked_out(line) == pytest.approx(numbers(line)[-1], abs=1e-9)


def test_an_explanation_tells_fields_layer_and_source(of_1998: Recognizer) -> None:
    reading = read(of_1998)
    unit = Unit("C3", 3, 9, 0)
    found = explainer(of_1998).explain(reading, unit)
    assert (found.unit, found.layer, found.source) == (unit, of_1998.card.layers[2], "S2")
    assert found.receptive_fields == fields.receptive_fields(of_1998.card, unit)
    assert found.projective_fields == fields.projective_fields(of_1998.card, unit)
    assert explainer(of_1998).explain(reading, Unit("C1", 0, 0, 0)).source is None


def test_a_convolution_has_a_patch_a_kernel_and_their_product_for_each_source(
    of_1998: Recognizer,
) -> None:
    reading = read(of_1998)
    form = explainer(of_1998).explain(reading, Unit("C3", 7, 9, 2)).form
    assert isinstance(form, Convolved)
    assert form.maps == TABLE_I[7]
    patches = reading.activations["S2"][list(form.maps), 9:14, 2:7]
    np.testing.assert_array_equal(form.patches, patches)
    np.testing.assert_allclose(form.products, form.patches * form.kernels)
    np.testing.assert_allclose(form.partial_sums, form.products.sum(axis=(1, 2)))
    assert form.sum == pytest.approx(float(form.partial_sums.sum()) + form.bias)
    assert form.value == pytest.approx(1.7159 * np.tanh(form.sum * 2 / 3))


def test_the_first_layer_sees_the_input_as_the_network_scales_it(of_1998: Recognizer) -> None:
    reading = read(of_1998)
    form = explainer(of_1998).explain(reading, Unit("C1", 0, 12, 12)).form
    assert isinstance(form, Convolved)
    scaled = -0.1 + 1.275 * reading.input[12:17, 12:17]
    np.testing.assert_allclose(form.patches[0], scaled, atol=1e-6)


def test_subsampling_weighs_the_sum_of_four(of_1998: Recognizer) -> None:
    reading = read(of_1998)
    form = explainer(of_1998).explain(reading, Unit("S2", 4, 13, 6)).form
    assert isinstance(form, Subsampled)
    np.testing.assert_array_equal(form.patch, reading.activations["C1"][4, 26:28, 12:14])
    assert form.patch_sum == pytest.approx(float(form.patch.sum()))
    assert form.sum == pytest.approx(form.patch_sum * form.weight + form.bias)


def test_pooling_tells_which_of_the_four_won(pooling: Recognizer) -> None:
    reading = read(pooling)
    winners = set()
    for map_, y, x in np.ndindex(6, 14, 14):
        form = explainer(pooling).explain(reading, Unit("S2", map_, y, x)).form
        assert isinstance(form, Pooled)
        patch = reading.activations["C1"][map_, 2 * y : 2 * y + 2, 2 * x : 2 * x + 2]
        np.testing.assert_array_equal(form.patch, patch)
        assert form.patch[form.winner] == patch.max() == form.value
        winners.add(form.winner)
    assert winners == {(0, 0), (0, 1), (1, 0), (1, 1)}


def test_a_full_layer_lists_its_sources_strongest_first(recognizer: Recognizer) -> None:
    reading = read(recognizer)
    form = explainer(recognizer).explain(reading, Unit("F6", 83, 0, 0)).form
    assert isinstance(form, Full)
    assert (np.diff(np.abs(form.contributions)) <= 0).all()
    assert sorted(map(tuple, form.sources.tolist())) == [(map_, 0, 0) for map_ in range(120)]
    activations = reading.activations["C5"][tuple(form.sources.T)]
    np.testing.assert_array_equal(form.activations, activations)
    np.testing.assert_allclose(form.contributions, form.activations * form.weights)
    assert form.sum == pytest.approx(float(form.contributions.sum()) + form.bias)


def test_a_radial_basis_compares_pictures(of_1998: Recognizer) -> None:
    reading = read(of_1998)
    targets = of_1998.card.layers[-1].targets
    assert targets is not None
    form = explainer(of_1998).explain(reading, Unit("output", 8, 0, 0)).form
    assert isinstance(form, RadialBasis)
    assert form.picture.shape == (12, 7)
    np.testing.assert_array_equal(form.picture.ravel(), reading.activations["F6"].ravel())
    np.testing.assert_array_equal(form.target.ravel(), targets.values[8])
    np.testing.assert_allclose(form.difference, form.picture - form.target)
    np.testing.assert_allclose(form.squares, form.difference**2)
    assert form.value == pytest.approx(float(form.squares.sum()))


def test_an_explanation_cannot_be_changed(recognizer: Recognizer) -> None:
    reading = read(recognizer)
    for layer in recognizer.card.layers:
        found: Explanation = explainer(recognizer).explain(reading, Unit(layer.name, 0, 0, 0))
        form: Form = found.form
        for part in dataclasses.fields(form):
            value = getattr(form, part.name)
            assert not isinstance(value, np.ndarray) or not value.flags.writeable
        with pytest.raises(dataclasses.FrozenInstanceError):
            found.activation = 1.0  # type: ignore[misc]


def test_c3s_table_comes_out_of_who_feeds_whom(of_1998: Recognizer) -> None:
    reading = read(of_1998)
    for map_, row in enumerate(TABLE_I):
        for place in (FeatureMap("C3", map_), Unit("C3", map_, 4, 4)):
            feeding = explainer(of_1998).feeding(reading, place)
            assert sorted(one.map for one in feeding) == list(row)
    for before in range(6):
        fed = explainer(of_1998).fed(reading, FeatureMap("S2", before))
        assert sorted(one.map for one in fed) == [
            map_ for map_, row in enumerate(TABLE_I) if before in row
        ]


def test_contributions_come_strongest_first_whatever_their_sign(recognizer: Recognizer) -> None:
    reading = read(recognizer)
    signs = set()
    for layer in recognizer.card.layers[:-1]:
        place = FeatureMap(layer.name, layer.maps - 1)
        for found in (
            explainer(recognizer).feeding(reading, place),
            explainer(recognizer).fed(reading, place),
        ):
            sizes = [abs(one.amount) for one in found]
            assert sizes == sorted(sizes, reverse=True)
            signs |= {one.amount > 0 for one in found}
    assert signs == {True, False}


def amounts_of(explanation: Explanation) -> dict[int, float]:
    """What each source map adds, by the form."""
    form, unit = explanation.form, explanation.unit
    match form:
        case Convolved():
            return dict(zip(form.maps, form.partial_sums.tolist(), strict=True))
        case Full():
            return dict(zip(form.sources[:, 0].tolist(), form.contributions.tolist(), strict=True))
        case RadialBasis():
            return dict(enumerate(form.squares.ravel().tolist()))
        case Subsampled():
            return {unit.map: form.patch_sum * form.weight}
        case Pooled():
            return {unit.map: form.sum}


def test_what_feeds_a_unit_is_what_it_adds_up_and_a_map_is_all_its_units(
    recognizer: Recognizer,
) -> None:
    reading = read(recognizer)
    explain = explainer(recognizer)
    for layer in recognizer.card.layers:
        whole: dict[int, float] = {}
        for y, x in np.ndindex(layer.height, layer.width):
            unit = Unit(layer.name, layer.maps // 2, y, x)
            expected = amounts_of(explain.explain(reading, unit))
            if (y, x) == (layer.height - 1, 0):
                found = explain.feeding(reading, unit)
                assert {one.map: one.amount for one in found} == pytest.approx(expected)
            for map_, amount in expected.items():
                whole[map_] = whole.get(map_, 0) + amount
        found = explain.feeding(reading, FeatureMap(layer.name, layer.maps // 2))
        assert {one.map: one.amount for one in found} == pytest.approx(whole, abs=1e-7)


def test_what_a_unit_feeds_is_what_they_would_miss_without_it(recognizer: Recognizer) -> None:
    reading = read(recognizer)
    for name, following in (("C1", "S2"), ("S2", "C3"), ("S4", "C5"), ("C5", "F6")):
        active = np.argwhere(reading.activations[name])
        unit = Unit(name, *active[len(active) // 2].tolist())
        (reached, *_) = fields.projective_fields(recognizer.card, unit)
        area = reached.rectangle
        expected = dict.fromkeys(reached.maps, 0.0)
        for map_ in reached.maps:
            for y, x in np.ndindex(area.bottom - area.top, area.right - area.left):
                place = Unit(following, map_, area.top + y, area.left + x)
                expected[map_] += added_by(unit, explainer(recognizer).explain(reading, place))
        found = explainer(recognizer).fed(reading, unit)
        assert {one.map: one.amount for one in found} == pytest.approx(expected, abs=1e-9)


def added_by(unit: Unit, explanation: Explanation) -> float:
    """What one unit before adds to an explained one."""
    form, area = explanation.form, explanation.receptive_fields[-1].rectangle
    y, x = unit.y - area.top, unit.x - area.left
    match form:
        case Convolved():
            return float(form.products[form.maps.index(unit.map), y, x])
        case Subsampled():
            return float(form.patch[y, x] * form.weight)
        case Pooled():
            return form.value if form.winner == (y, x) else 0.0
        case Full():
            return float(form.contributions[form.sources[:, 0] == unit.map][0])
        case RadialBasis():
            return float(form.squares.ravel()[unit.map])


def test_pixels_feed_but_nothing_feeds_them(recognizer: Recognizer) -> None:
    reading = read(recognizer)
    y, x = np.unravel_index(reading.input.argmax(), reading.input.shape)
    for place in (FeatureMap(None, 0), Unit(None, 0, int(y), int(x))):
        fed = explainer(recognizer).fed(reading, place)
        assert sorted(one.map for one in fed) == list(range(6))
        assert all(one.amount for one in fed)
        with pytest.raises(ValueError, match="input"):
            explainer(recognizer).feeding(reading, place)


def test_the_last_layer_feeds_nothing(recognizer: Recognizer) -> None:
    reading = read(recognizer)
    nothing: tuple[Contribution, ...] = ()
    assert explainer(recognizer).fed(reading, FeatureMap("output", 3)) == nothing


@pytest.mark.parametrize("unit", [Unit("C1", 0, 28, 0), Unit("C9", 0, 0, 0), Unit(None, 0, 0, 0)])
def test_what_adds_up_nothing_is_refused(of_1998: Recognizer, unit: Unit) -> None:
    with pytest.raises(ValueError, match=r"has no|input"):
        explainer(of_1998).explain(read(of_1998), unit)


def test_kernels_and_biases_are_those_that_explanations_show(recognizer: Recognizer) -> None:
    reading = read(recognizer)
    explain = explainer(recognizer)
    for layer in recognizer.card.layers:
        kernels, biases = explain.kernels(layer.name), explain.biases(layer.name)
        form = explain.explain(reading, Unit(layer.name, 2, 0, 0)).form
        if isinstance(form, Pooled):
            assert kernels is None
            assert biases is None
            continue
        assert kernels is not None
        if isinstance(form, RadialBasis):
            assert biases is None
            assert np.array_equal(kernels[2].ravel(), form.target.ravel())
            continue
        assert biases is not None
        assert biases[2] == pytest.approx(form.bias)
        match form:
            case Convolved():
                assert np.array_equal(kernels[2, list(form.maps)], form.kernels)
                assert np.count_nonzero(kernels[2].any(axis=(1, 2))) == len(form.maps)
            case Full():
                assert np.array_equal(kernels[2, form.sources[:, 0], 0, 0], form.weights)
            case Subsampled():
                assert kernels[2].item() == form.weight

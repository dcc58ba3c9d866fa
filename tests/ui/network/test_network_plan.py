"""Where layers, maps and units lie in the network view, and how keys walk them."""

from functools import cache
from itertools import pairwise

import msgspec
import pytest
from PySide6.QtCore import QPointF, QRectF

from lenet_gui import paths
from lenet_gui.network.card import Card, find_cards, read_card
from lenet_gui.ui.network import network_walk
from lenet_gui.ui.network.network_plan import NetworkPlan, Place
from lenet_gui.ui.network.network_stages import stages
from lenet_gui.ui.network.view_transform import ViewTransform

CARDS = {path.stem: path for path in find_cards(paths.models())}
ROOMS = [(519, 440), (868, 616), (1370, 860), (400, 1200)]


@cache
def card_of(model: str) -> Card:
    return read_card(CARDS[model])


def plan_of(card: Card, width: float = 868, height: float = 616) -> NetworkPlan:
    return NetworkPlan.fit(stages(card), width, height, text=18, letter=8)


def every_unit(plan: NetworkPlan) -> set[Place]:
    return {
        Place(stage, index, (row, column))
        for stage, block in enumerate(plan.blocks)
        for index in range(block.maps)
        for row in range(block.height)
        for column in range(block.width)
    }


@pytest.mark.parametrize("room", ROOMS)
@pytest.mark.parametrize("model", CARDS)
def test_every_map_of_every_layer_has_a_place_of_its_own(
    model: str, room: tuple[float, float]
) -> None:
    plan = plan_of(card_of(model), *room)
    whole = QRectF(0, 0, *room).adjusted(-0.01, -0.01, 0.01, 0.01)
    blocks = [block.rect() for block in plan.blocks]
    assert all(whole.contains(rect) for rect in blocks)
    assert all(a.right() < b.left() for a, b in pairwise(blocks)), "from left to right"
    for block in plan.blocks:
        maps = [
            block.map_rect(index).adjusted(0.01, 0.01, -0.01, -0.01) for index in range(block.maps)
        ]
        assert not any(a.intersects(b) for a in maps for b in maps if a is not b)
        assert all(block.rect().contains(rect) for rect in maps)


def test_a_network_of_many_layers_and_maps_fits_too(card: Card) -> None:
    large = [
        msgspec.structs.replace(card.layers[i % 4], name=f"L{i}", maps=64 + i, table=None)
        for i in range(14)
    ]
    deep = msgspec.structs.replace(card, layers=(*large, *card.layers[-3:]))
    blocks = [block.rect() for block in plan_of(deep).blocks]
    assert len(blocks) == 18
    assert all(QRectF(0, 0, 868.1, 616.1).contains(rect) for rect in blocks)


@pytest.mark.parametrize("model", CARDS)
def test_maps_are_seen_in_the_smallest_window_with_the_inspector_open(model: str) -> None:
    plan = NetworkPlan.fit(stages(card_of(model)), 519, 200, text=15, letter=7)
    assert all(block.map_rect(0).height() >= 12 for block in plan.blocks[:5])


@pytest.mark.parametrize("model", CARDS)
def test_f6_is_the_picture_of_seven_by_twelve(model: str) -> None:
    f6 = next(b for b in plan_of(card_of(model)).blocks if b.maps == 84)
    assert (f6.columns, f6.rows) == (7, 12)


def test_the_unit_nearest_to_the_middle_of_a_unit_is_that_unit(card: Card) -> None:
    plan = plan_of(card)
    for place in every_unit(plan):
        assert plan.unit_near(plan.rect(place).center(), 0.0) == place


def test_off_every_layer_there_is_no_unit_but_for_a_finger(card: Card) -> None:
    plan = plan_of(card)
    beside = plan.blocks[1].rect().topLeft() - QPointF(0, 12)
    assert plan.unit_near(beside, 6.0) is None
    assert plan.unit_near(beside, 20.0) == Place(1, 0, (0, 0))


@pytest.mark.parametrize("model", CARDS)
def test_arrow_keys_reach_every_unit(model: str) -> None:
    plan = plan_of(card_of(model))
    start = network_walk.start(plan, None)
    reached, ahead = {start}, [start]
    while ahead:
        place = ahead.pop()
        for down, across in ((0, 1), (0, -1), (1, 0), (-1, 0)):
            found = network_walk.step(plan, place, down, across)
            if found not in reached:
                reached.add(found)
                ahead.append(found)
    assert reached == every_unit(plan)


def test_an_arrow_key_leads_to_the_unit_beside(card: Card) -> None:
    plan = plan_of(card)
    for place in (Place(1, 2, (5, 5)), Place(3, 4, (9, 0)), Place(5, 60, (0, 0))):
        here = plan.rect(place).center()
        for down, across in ((0, 1), (1, 0), (-1, 0)):
            there = plan.rect(network_walk.step(plan, place, down, across)).center()
            way = there - here
            assert (way.x() > 0) == (across > 0)
            assert (way.y() > 0) == (down > 0)


def test_maps_and_layers_are_walked_round(card: Card) -> None:
    plan = plan_of(card)
    place = Place(0, 0)
    seen = [place]
    while (place := network_walk.next_map(plan, place, 1)) != seen[0]:
        seen.append(place)
    assert len(seen) == 1 + sum(layer.maps for layer in card.layers)
    assert network_walk.next_map(plan, seen[0], -1) == seen[-1]
    layers = [Place(0, 0)]
    for _ in card.layers:
        layers.append(network_walk.next_stage(plan, layers[-1], 1))
    assert [place.stage for place in layers] == list(range(8))


def test_who_feeds_whom_is_read_off_the_card(card_1998: Card) -> None:
    found = stages(card_1998)
    table = card_1998.layers[2].table
    assert table is not None
    assert found[3].sees == table
    assert found[2].sees == tuple((index,) for index in range(6)), "S2 takes one map each"
    assert found[5].sees[0] == tuple(range(16)), "C5 takes all"
    feeds = found[2].feeds(0, found[3])
    assert feeds == tuple(i for i, seen in enumerate(table) if 0 in seen)


def test_only_layers_that_can_be_negative_have_signs() -> None:
    signs = {model: [s.has_signs for s in stages(card_of(model))] for model in CARDS}
    assert signs["lenet5-relu"] == [False] * 7 + [True]
    assert signs["lenet5-tanh"] == [False] + [True] * 7
    assert signs["lenet5-1998"] == [False] + [True] * 6 + [False]


def test_zooming_leaves_what_is_under_the_finger_where_it_is() -> None:
    transform = ViewTransform(800, 600, 8, 80)
    about = QPointF(300, 400)
    fixed = transform.to_plan(about)
    for factor in (1.3, 2.0, 5.0, 0.4):
        transform = transform.zoomed(factor, about)
        there = transform.to_view(QRectF(fixed, fixed)).topLeft()
        assert (there - about).manhattanLength() < 1e-6


def test_no_zoom_or_pan_leaves_the_plan() -> None:
    transform = ViewTransform(800, 600, 8, 80)
    assert transform.zoomed(0.1, QPointF(0, 0)) == transform
    assert transform.panned(50, -50) == transform
    far = transform.zoomed(1e6, QPointF(400, 300)).panned(1e9, -1e9)
    corner = far.to_plan(QPointF(8, 80 + 600))
    assert (corner.x(), corner.y()) == pytest.approx((0, 600))
    assert far.whole() == transform


def test_what_is_revealed_is_in_sight() -> None:
    transform = ViewTransform(800, 600, 8, 80).zoomed(10, QPointF(8, 80))
    for rect in (QRectF(700, 500, 10, 10), QRectF(0, 0, 5, 5), QRectF(400, 599, 1, 1)):
        transform = transform.revealing(rect)
        assert transform.room().contains(transform.to_view(rect))

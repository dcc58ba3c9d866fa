"""What visitors do with the whole network in good faith: they choose, zoom, sweep, pin and prod."""

from collections.abc import Generator

from benchmarks.soak import parts
from benchmarks.soak.hands import Pauses
from benchmarks.soak.pad_deeds import draw_digit
from benchmarks.soak.visitor import Visitor
from lenet_gui.ui.network.network_page import NetworkPage


def choose_units(visitor: Visitor) -> Pauses:
    """Choose maps and units in the network, and silence some."""
    network = yield from _see_network(visitor)
    for _ in range(8):
        place = visitor.hands.place_in(network.view)
        if visitor.chance.random() < 0.25:
            yield from visitor.hands.tap_twice(place)
        else:
            yield from visitor.hands.tap(place)


def zoom(visitor: Visitor) -> Pauses:
    """Zoom and move the network, with fingers, a wheel and the buttons."""
    network = yield from _see_network(visitor)
    hands, chance = visitor.hands, visitor.chance
    for _ in range(2):
        near, far = chance.uniform(15, 60), chance.uniform(100, 250)
        yield from hands.pinch(hands.place_in(network.view), near, far)
        yield from hands.tap(hands.place_in(network.view))
        yield from hands.drag([hands.place_in(network.view) for _ in range(6)])
    yield from hands.turn_wheel(hands.place_in(network.view), chance.randint(-6, 12))
    buttons = (network.zoom_in_button, network.zoom_out_button, network.all_button)
    for button in chance.choices(buttons, k=3):
        yield from hands.tap_part(button)


def sweep(visitor: Visitor) -> Pauses:
    """Let a kernel slide, and turn over how it does."""
    network = yield from _see_network(visitor)
    yield from choose_units(visitor)
    yield from visitor.hands.tap_part(network.choice_tools.sweep_button)
    for _ in range(5):
        yield visitor.moment()
        yield from visitor.press_one_of(parts.buttons(network))


def pin(visitor: Visitor) -> Pauses:
    """Keep some units in sight, and draw on."""
    network = yield from _see_network(visitor)
    for _ in range(visitor.chance.randint(1, 8)):
        yield from visitor.hands.tap(visitor.hands.place_in(network.view))
        yield from visitor.hands.tap_part(network.choice_tools.pin_button)
    yield from draw_digit(visitor)
    if network.pins.strip is not None and network.pins.strip.isVisible():
        yield from visitor.press_one_of(parts.buttons(network.pins.strip))


def see_kernels(visitor: Visitor) -> Pauses:
    """See all weights of a layer, and touch them."""
    network = yield from _see_network(visitor)
    yield from visitor.hands.tap(visitor.hands.place_in(network.view))
    yield from visitor.hands.tap_part(network.choice_tools.kernels_button)
    for _ in range(6):
        if network.kernels.page is not None and network.kernels.is_open:
            seen = parts.seen(network.kernels.page) or [network.kernels.page]
            yield from visitor.hands.tap_part(visitor.chance.choice(seen))
    yield from draw_digit(visitor)


def prod(visitor: Visitor) -> Pauses:
    """Prod the input at its sliders."""
    network = yield from _see_network(visitor)
    yield from draw_digit(visitor)
    if not network.prodder.is_open:
        yield from visitor.hands.tap_part(network.prodder.button)
    panel = network.prodder.panel
    if panel is None or not panel.isVisible():
        return  # a lesson keeps it closed
    for _ in range(4):
        slider = visitor.chance.choice(list(panel.sliders.values()))
        if slider.isVisible():
            way = [visitor.hands.place_in(slider) for _ in range(12)]
            yield from visitor.hands.drag(way)
    yield from visitor.press_one_of(parts.buttons(panel))
    yield 5 * visitor.moment()


def _see_network(visitor: Visitor) -> Generator[float, None, NetworkPage]:
    """Turn to the whole network."""
    beside = visitor.exhibit.window.beside
    if not beside.shows_network:
        yield from visitor.hands.tap_part(visitor.exhibit.choices.bar.view_button)
    network = visitor.exhibit.window.beside.network
    assert network is not None, "a session begins with it"
    return network

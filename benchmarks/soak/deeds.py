"""What visitors do to the kiosk in good faith."""

import math
from collections.abc import Generator, Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton

from benchmarks.soak import clean, parts
from benchmarks.soak.hands import Pauses
from benchmarks.soak.visitor import Visitor
from lenet_gui import paths
from lenet_gui.ui.kiosk.exhibit import State
from lenet_gui.ui.network.network_page import NetworkPage

_Points = NDArray[np.float64]

_KEYS = (
    *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Tab),
    *(Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Backspace),
    *(Qt.Key.Key_Delete, Qt.Key.Key_Home, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown),
    *(Qt.Key.Key_S, Qt.Key.Key_P, Qt.Key.Key_M, Qt.Key.Key_K, Qt.Key.Key_X, Qt.Key.Key_Plus),
    *(Qt.Key.Key_Minus, Qt.Key.Key_0, Qt.Key.Key_7),
)


def digits() -> list[list[_Points]]:
    """Digits that every network reads, each some strokes of points, in any unit."""
    samples = msgspec.json.decode((paths.resources() / "samples" / "self-test.json").read_bytes())
    return [[np.array(s, float) for s in strokes] for strokes in samples["digits"].values()]


_DIGITS = digits()


def draw_digit(visitor: Visitor) -> Pauses:
    """Draw a digit by one's own hand: turned, sized and placed as it comes, and trembling."""
    chance = visitor.chance
    number = chance.randrange(len(_DIGITS))
    visitor.note(f"digit {number}")
    turn, share = chance.gauss(0, 0.15), chance.uniform(0.3, 0.75)
    shape = np.array([[math.cos(turn), math.sin(turn)], [-math.sin(turn), math.cos(turn)]])
    shape[0] *= chance.uniform(0.8, 1.2)
    strokes = [stroke @ shape for stroke in _DIGITS[number]]
    points = np.concatenate(strokes)
    low, high = points.min(axis=0), points.max(axis=0)
    scale = share / float((high - low).max())
    place = np.array([chance.uniform(0.4, 0.6), chance.uniform(0.4, 0.6)])
    for stroke in strokes:
        own = (stroke - (low + high) / 2) * scale + place
        own += [[chance.gauss(0, 0.006), chance.gauss(0, 0.006)] for _ in own]
        yield from visitor.hands.drag(_on_pad(visitor, own))
        yield visitor.moment()


def scribble(visitor: Visitor) -> Pauses:
    """Scribble, over the sheet's edges too."""
    at = [visitor.chance.random(), visitor.chance.random()]
    points = []
    for _ in range(60):
        at = [min(1.2, max(-0.2, one + visitor.chance.gauss(0, 0.08))) for one in at]
        points.append(tuple(at))
    yield from visitor.hands.drag(_on_pad(visitor, np.array(points)))


def dot(visitor: Visitor) -> Pauses:
    """Touch the pad here and there."""
    for _ in range(visitor.chance.randint(1, 5)):
        yield from visitor.hands.tap_part(visitor.exhibit.window.pad)


def lay_hand_on_pad(visitor: Visitor) -> Pauses:
    """Draw with several fingers at once."""
    pad = visitor.exhibit.window.pad
    for _ in range(2):
        middle = visitor.hands.place_in(pad)
        far = visitor.chance.uniform(20, 120)
        yield from visitor.hands.pinch(middle, far, far * 1.5, visitor.chance.randint(2, 5))


def touch_anything(visitor: Visitor) -> Pauses:
    """Touch whatever is seen."""
    for _ in range(12):
        seen = parts.seen(visitor.stage)
        part = visitor.chance.choice(seen)
        visitor.note(parts.name(part))
        how = visitor.chance.random()
        place = visitor.hands.place_in(part)
        if how < 0.6:
            yield from visitor.hands.tap(place)
        elif how < 0.8:
            yield from visitor.hands.tap_twice(place)
        else:
            yield from visitor.hands.drag([place, *(visitor.hands.place_in(part) for _ in "1234")])


def press_buttons(visitor: Visitor) -> Pauses:
    """Press whatever buttons there are."""
    for _ in range(10):
        yield from _press_one_of(visitor, parts.buttons(visitor.stage))


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
        yield from _press_one_of(visitor, parts.buttons(network))


def pin(visitor: Visitor) -> Pauses:
    """Keep some units in sight, and draw on."""
    network = yield from _see_network(visitor)
    for _ in range(visitor.chance.randint(1, 8)):
        yield from visitor.hands.tap(visitor.hands.place_in(network.view))
        yield from visitor.hands.tap_part(network.choice_tools.pin_button)
    yield from draw_digit(visitor)
    if network.pins.strip is not None and network.pins.strip.isVisible():
        yield from _press_one_of(visitor, parts.buttons(network.pins.strip))


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
    yield from _press_one_of(visitor, parts.buttons(panel))
    yield 5 * visitor.moment()


def open_gallery(visitor: Visitor) -> Pauses:
    """Take digits from the gallery."""
    window = visitor.exhibit.window
    yield from _press_button_of(visitor, window.commands.gallery)
    for _ in range(5):
        if window.gallery is not None and window.gallery.isVisible():
            yield from visitor.hands.tap_part(window.gallery.thumbnails.viewport())


def learn(visitor: Visitor) -> Pauses:
    """Begin a lesson, and go through it."""
    window = visitor.exhibit.window
    yield from _press_button_of(visitor, window.commands.learn)
    for step in range(14):
        classroom = window.classroom.classroom
        if classroom is None or not classroom.panel.isVisible():
            return
        panel = classroom.panel
        forward = [panel.next_button] if panel.next_button.isVisible() and step % 2 else []
        yield from _press_one_of(visitor, forward or parts.buttons(panel))
        if step % 5 == 0:
            yield from draw_digit(visitor)


def change_language(visitor: Visitor) -> Pauses:
    """Try the languages."""
    for _ in range(2):
        for button in visitor.exhibit.bar.language_buttons.values():
            yield from visitor.hands.tap_part(button)


def change_text(visitor: Visitor) -> Pauses:
    """Try the sizes of the text."""
    for _ in range(visitor.chance.randint(1, 5)):
        yield from visitor.hands.tap_part(visitor.exhibit.bar.text_button)


def change_network(visitor: Visitor) -> Pauses:
    """Have all networks read, one after the other."""
    yield from draw_digit(visitor)
    sheet = visitor.exhibit.model_sheet
    count = 1
    for turn in range(8):
        yield from visitor.hands.tap_part(visitor.exhibit.bar.models_button)
        if not sheet.isVisible():
            continue
        count = len(sheet.buttons)
        yield from visitor.hands.tap_part(list(sheet.buttons.values())[turn % count])
        yield 3 * visitor.moment()
        if turn >= count:
            break


def turn_page(visitor: Visitor) -> Pauses:
    """See the network's reading, and touch what it shows."""
    yield from visitor.hands.tap_part(visitor.exhibit.bar.view_button)
    yield from draw_digit(visitor)
    for _ in range(6):
        seen = parts.seen(visitor.exhibit.window.beside)
        if seen:  # a lesson may have taken their place meanwhile
            yield from visitor.hands.tap_part(visitor.chance.choice(seen))


def begin_again(visitor: Visitor) -> Pauses:
    """Begin anew, and find nothing of what was."""
    yield from draw_digit(visitor)
    if visitor.exhibit.state is not State.VISIT or not visitor.exhibit.bar.isVisible():
        return
    visitor.hands.lift()
    yield from visitor.hands.tap_part(visitor.exhibit.bar.afresh_button)
    if not visitor.exhibit.desk.is_open:
        for found in clean.left_over(visitor.exhibit):
            visitor.complain(f"after a new beginning there is {found}")


def undo(visitor: Visitor) -> Pauses:
    """Take back strokes, and clear the pad."""
    commands = visitor.exhibit.window.commands
    yield from draw_digit(visitor)
    for action in visitor.chance.choices((commands.undo, commands.clear), k=5):
        yield from _press_button_of(visitor, action)


def use_keys(visitor: Visitor) -> Pauses:
    """Play with a keyboard that somebody left there."""
    for key in visitor.chance.choices(_KEYS, k=25):
        visitor.note(f"key {key.name}")
        visitor.hands.type(key, Qt.KeyboardModifier.NoModifier)
        yield 0.03


def hold_finger(visitor: Visitor) -> Pauses:
    """Keep a finger on the pad for longer than anybody is waited for."""
    if visitor.exhibit.state is not State.VISIT:
        return
    place, corner = QPoint(), visitor.exhibit.desk.corner.place
    while place.isNull() or corner.contains(place):  # there it is the staff's way in
        place = visitor.hands.place_in(visitor.exhibit.window.pad)
    visitor.hands.pointer.press(place)
    yield visitor.exhibit.config.attract_after_s + 1.0
    if visitor.exhibit.state is not State.VISIT:
        visitor.complain(f"in mid-stroke it is {visitor.exhibit.state}")
    visitor.hands.lift()
    yield visitor.moment()


def answer_question(visitor: Visitor) -> Pauses:
    """Stand still until it asks, and go on."""
    yield from dot(visitor)
    drawn = visitor.exhibit.window.pad.drawing
    for _ in range(round(visitor.exhibit.config.ask_after_s * 20)):
        yield 0.05
        if visitor.exhibit.state is State.ASK:
            break
    else:
        return
    yield 5 * visitor.moment()
    yield from visitor.hands.tap(visitor.anywhere())
    if visitor.exhibit.window.pad.drawing is not drawn:
        visitor.complain("who answered found another drawing")


def _see_network(visitor: Visitor) -> Generator[float, None, NetworkPage]:
    """Turn to the whole network."""
    beside = visitor.exhibit.window.beside
    if not beside.shows_network:
        yield from visitor.hands.tap_part(visitor.exhibit.bar.view_button)
    network = visitor.exhibit.window.beside.network
    assert network is not None, "a session begins with it"
    return network


def _press_one_of(visitor: Visitor, buttons: Sequence[QAbstractButton]) -> Pauses:
    if not buttons:
        return
    button = visitor.chance.choice(buttons)
    visitor.note(parts.name(button))
    yield from visitor.hands.tap_part(button)


def _press_button_of(visitor: Visitor, action: object) -> Pauses:
    """Press the button of an action, if it is seen."""
    for button in parts.buttons(visitor.stage):
        if getattr(button, "defaultAction", lambda: None)() is action:
            yield from visitor.hands.tap_part(button)
            return


def _on_pad(visitor: Visitor, points: _Points) -> list[QPoint]:
    """Places of the window, of points on a sheet with sides of 1."""
    pad = visitor.exhibit.window.pad
    sheet = pad.sheet
    return [
        pad.mapTo(visitor.stage, QPoint(round(x), round(y)))
        for x, y in (points * sheet.width() + (sheet.x(), sheet.y())).tolist()
    ]

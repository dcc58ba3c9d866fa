"""What else visitors do to the kiosk in good faith."""

from PySide6.QtCore import QPoint, Qt

from benchmarks.soak import clean, parts
from benchmarks.soak.hands import Pauses
from benchmarks.soak.pad_deeds import dot, draw_digit
from benchmarks.soak.visitor import Visitor
from lenet_gui.ui.kiosk.exhibit import State

_KEYS = (
    *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Tab),
    *(Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Backspace),
    *(Qt.Key.Key_Delete, Qt.Key.Key_Home, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown),
    *(Qt.Key.Key_S, Qt.Key.Key_P, Qt.Key.Key_M, Qt.Key.Key_K, Qt.Key.Key_X, Qt.Key.Key_Plus),
    *(Qt.Key.Key_Minus, Qt.Key.Key_0, Qt.Key.Key_7),
)


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
        yield from visitor.press_one_of(parts.buttons(visitor.stage))


def open_gallery(visitor: Visitor) -> Pauses:
    """Take digits from the gallery."""
    window = visitor.exhibit.window
    yield from visitor.press_button_of(window.commands.gallery)
    for _ in range(5):
        if window.gallery is not None and window.gallery.isVisible():
            yield from visitor.hands.tap_part(window.gallery.thumbnails.viewport())


def learn(visitor: Visitor) -> Pauses:
    """Begin a lesson, and go through it."""
    window = visitor.exhibit.window
    yield from visitor.press_button_of(window.commands.learn)
    for step in range(14):
        classroom = window.classroom.classroom
        if classroom is None or not classroom.panel.isVisible():
            return
        panel = classroom.panel
        forward = [panel.buttons.next] if panel.buttons.next.isVisible() and step % 2 else []
        yield from visitor.press_one_of(forward or parts.buttons(panel))
        if step % 5 == 0:
            yield from draw_digit(visitor)


def change_language(visitor: Visitor) -> Pauses:
    """Try the languages."""
    for _ in range(2):
        for button in visitor.exhibit.choices.bar.language_buttons.values():
            yield from visitor.hands.tap_part(button)


def change_text(visitor: Visitor) -> Pauses:
    """Try the sizes of the text."""
    for _ in range(visitor.chance.randint(1, 5)):
        yield from visitor.hands.tap_part(visitor.exhibit.choices.bar.text_button)


def change_network(visitor: Visitor) -> Pauses:
    """Have all networks read, one after the other."""
    yield from draw_digit(visitor)
    sheet = visitor.exhibit.choices.model_sheet
    count = 1
    for turn in range(8):
        yield from visitor.hands.tap_part(visitor.exhibit.choices.bar.models_button)
        if not sheet.isVisible():
            continue
        count = len(sheet.buttons)
        yield from visitor.hands.tap_part(list(sheet.buttons.values())[turn % count])
        yield 3 * visitor.moment()
        if turn >= count:
            break


def turn_page(visitor: Visitor) -> Pauses:
    """See the network's reading, and touch what it shows."""
    yield from visitor.hands.tap_part(visitor.exhibit.choices.bar.view_button)
    yield from draw_digit(visitor)
    for _ in range(6):
        seen = parts.seen(visitor.exhibit.window.beside)
        if seen:  # a lesson may have taken their place meanwhile
            yield from visitor.hands.tap_part(visitor.chance.choice(seen))


def begin_again(visitor: Visitor) -> Pauses:
    """Begin anew, and find nothing of what was."""
    yield from draw_digit(visitor)
    if visitor.exhibit.state is not State.VISIT or not visitor.exhibit.choices.bar.isVisible():
        return
    visitor.hands.lift()
    yield from visitor.hands.tap_part(visitor.exhibit.choices.bar.afresh_button)
    if not visitor.exhibit.desk.is_open:
        for found in clean.left_over(visitor.exhibit):
            visitor.complain(f"after a new beginning there is {found}")


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

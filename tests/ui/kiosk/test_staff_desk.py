"""The staff comes by the hidden corner, changes things, and goes, or ends the program."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lenet_gui import paths
from lenet_gui.errors import SettingsError
from lenet_gui.kiosk import config_file, ends, pin
from lenet_gui.kiosk.config import Kiosk, KioskConfig
from lenet_gui.kiosk.counts import Counts
from lenet_gui.ui.kiosk.exhibit import Exhibit, State
from lenet_gui.ui.kiosk.staff_controls import Segments, Stepper
from lenet_gui.ui.kiosk.staff_page import StaffPage
from tests.ui.kiosk.conftest import LEFT, NEVER, OpenKiosk, draw, visit

PRESS_S = 0.2


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "kiosk.toml"
    path.write_text('# ours\nlanguage = "en"\n', "utf-8")
    return path


@pytest.fixture
def exhibit(open_kiosk: OpenKiosk, file: Path) -> Exhibit:
    config = KioskConfig(staff_press_s=PRESS_S, motion="none", ask_after_s=NEVER)
    return open_kiosk(Kiosk(config, file))


def page_of(exhibit: Exhibit) -> StaffPage:
    assert exhibit.desk.page is not None
    return exhibit.desk.page


def press_corner(qtbot: QtBot, exhibit: Exhibit, place: QPoint | None = None) -> None:
    """Press the corner for as long as it takes, and let go."""
    stage = exhibit.stages.stage
    place = place or exhibit.desk.corner.place.center()
    QTest.mousePress(stage, LEFT, pos=place)
    qtbot.waitUntil(lambda: exhibit.state is State.STAFF)
    QTest.mouseRelease(stage, LEFT, pos=place)


def segments(exhibit: Exhibit, name: str) -> Segments:
    control = page_of(exhibit).form.controls[name]
    assert isinstance(control, Segments)
    return control


def stepper(exhibit: Exhibit, name: str) -> Stepper:
    control = page_of(exhibit).form.controls[name]
    assert isinstance(control, Stepper)
    return control


def test_a_long_press_of_the_corner_opens_the_page_where_no_pin_is_set(
    qtbot: QtBot, exhibit: Exhibit
) -> None:
    press_corner(qtbot, exhibit)
    assert page_of(exhibit).isVisible()
    assert QApplication.overrideCursor() is None


def test_a_finger_opens_it_too_from_the_attract_screen(
    qtbot: QtBot, exhibit: Exhibit, finger: QPointingDevice
) -> None:
    stage, place = exhibit.stages.stage, exhibit.desk.corner.place.center()
    QTest.touchEvent(stage, finger).press(0, place, stage).commit()
    qtbot.waitUntil(lambda: exhibit.state is State.STAFF)
    QTest.touchEvent(stage, finger).release(0, place, stage).commit()
    assert page_of(exhibit).isVisible()


def test_a_short_press_and_one_that_slides_away_open_nothing(
    qtbot: QtBot, exhibit: Exhibit
) -> None:
    stage, corner = exhibit.stages.stage, exhibit.desk.corner.place
    QTest.mouseClick(stage, LEFT, pos=corner.center())
    qtbot.wait(round(2000 * PRESS_S))
    QTest.mousePress(stage, LEFT, pos=corner.center())
    QTest.mouseMove(stage, corner.bottomRight() + QPoint(30, 30))
    qtbot.wait(round(2000 * PRESS_S))
    QTest.mouseRelease(stage, LEFT, pos=corner.bottomRight() + QPoint(30, 30))
    press_elsewhere = stage.rect().center()
    QTest.mousePress(stage, LEFT, pos=press_elsewhere)
    qtbot.wait(round(2000 * PRESS_S))
    QTest.mouseRelease(stage, LEFT, pos=press_elsewhere)
    assert exhibit.state is State.VISIT
    assert exhibit.desk.page is None


@pytest.mark.parametrize("corner", ["top-left", "top-right", "bottom-left", "bottom-right"])
def test_the_corner_is_where_the_file_says(
    qtbot: QtBot, open_kiosk: OpenKiosk, corner: str
) -> None:
    exhibit = open_kiosk(staff_corner=corner, staff_press_s=PRESS_S)
    stage = exhibit.stages.stage
    x = 3 if "left" in corner else stage.width() - 4
    y = 3 if "top" in corner else stage.height() - 4
    press_corner(qtbot, exhibit, QPoint(x, y))
    assert page_of(exhibit).isVisible()


def test_a_pin_stands_before_the_page(qtbot: QtBot, open_kiosk: OpenKiosk) -> None:
    exhibit = open_kiosk(pin=pin.hashed("1234"), staff_press_s=PRESS_S)
    press_corner(qtbot, exhibit)
    pad = exhibit.desk.pin_pad
    assert pad is not None
    assert pad.isVisible()
    assert exhibit.desk.page is None
    QTest.keyClicks(pad, "1234")
    with qtbot.waitSignal(pad.admitted):
        QTest.mouseClick(pad.enter_key, LEFT)
    assert page_of(exhibit).isVisible()


def test_whoever_gives_up_at_the_pin_leaves_a_fresh_screen(
    qtbot: QtBot, open_kiosk: OpenKiosk
) -> None:
    exhibit = open_kiosk(pin=pin.hashed("1234"), staff_press_s=PRESS_S)
    press_corner(qtbot, exhibit)
    assert exhibit.desk.pin_pad is not None
    QTest.mouseClick(exhibit.desk.pin_pad.cancel_button, LEFT)
    assert exhibit.state is State.ATTRACT
    assert exhibit.desk.page is None


def test_an_unusable_pin_lets_nobody_in(qtbot: QtBot, open_kiosk: OpenKiosk) -> None:
    exhibit = open_kiosk(pin=pin.UNUSABLE, staff_press_s=PRESS_S)
    press_corner(qtbot, exhibit)
    pad = exhibit.desk.pin_pad
    assert pad is not None
    QTest.keyClicks(pad, "0000")
    with qtbot.waitSignal(pad._tried):
        QTest.mouseClick(pad.enter_key, LEFT)
    assert exhibit.desk.page is None


def test_what_the_staff_changes_is_in_the_file_and_holds_for_the_next_visitor(
    qtbot: QtBot, exhibit: Exhibit, file: Path
) -> None:
    press_corner(qtbot, exhibit)
    segments(exhibit, "language").buttons["zh_CN"].click()
    segments(exhibit, "view").buttons["compact"].click()
    segments(exhibit, "motion").buttons["gentle"].click()
    stepper(exhibit, "attract_after_s").more.click()
    stepper(exhibit, "countdown_s").less.click()
    kept = config_file.load(file)
    assert kept.problems == ()
    assert (kept.config.language, kept.config.view, kept.config.motion) == (
        "zh_CN",
        "compact",
        "gentle",
    )
    assert (kept.config.attract_after_s, kept.config.countdown_s) == (90.0, 10.0)
    assert "# ours" in file.read_text("utf-8")
    assert str(file) in page_of(exhibit).place
    QTest.mouseClick(page_of(exhibit).back_button, LEFT)
    assert exhibit.state is State.ATTRACT
    assert exhibit.window.settings.language == "zh_CN"
    assert exhibit.window.settings.view == "compact"


def test_another_network_is_the_one_that_reads_from_then_on(qtbot: QtBot, exhibit: Exhibit) -> None:
    press_corner(qtbot, exhibit)
    stepper(exhibit, "model").more.click()
    page_of(exhibit).leave()
    assert exhibit.window.settings.model == "other"


def test_where_the_file_cannot_be_written_the_page_says_that_changes_do_not_last(
    qtbot: QtBot, open_kiosk: OpenKiosk, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("in the way")
    config = KioskConfig(staff_press_s=PRESS_S, motion="none")
    exhibit = open_kiosk(Kiosk(config, tmp_path / "file" / "kiosk.toml"))
    press_corner(qtbot, exhibit)
    segments(exhibit, "view").buttons["compact"].click()
    assert "until the program ends" in page_of(exhibit).place
    assert "kiosk.toml" in page_of(exhibit).wrong
    page_of(exhibit).leave()
    assert exhibit.window.settings.view == "compact"


def test_what_is_wrong_with_the_file_is_on_the_page(
    qtbot: QtBot, open_kiosk: OpenKiosk, file: Path
) -> None:
    sentence = "{path}, line {line}: there is no setting {name}."
    problem = SettingsError(sentence, path=file, line=3, name="langage")
    config = KioskConfig(staff_press_s=PRESS_S, motion="none")
    exhibit = open_kiosk(Kiosk(config, file, (problem,)))
    press_corner(qtbot, exhibit)
    assert "line 3: there is no setting langage" in page_of(exhibit).wrong


def test_what_was_counted_is_on_the_page(qtbot: QtBot, exhibit: Exhibit) -> None:
    counts = Counts(paths.counts())
    counts.session_began()
    for answer in ("7", "7", "unsure", "none"):
        counts.drawing_read(answer)
    visit(exhibit)
    draw(qtbot, exhibit)
    press_corner(qtbot, exhibit)
    table = page_of(exhibit).counts
    qtbot.waitUntil(lambda: table.told[1][1:] == ["2", "4", "1", "1"])
    assert table.told[1][0] == "Today"
    assert table.told[3][1:] == ["2", "4", "1", "1"]


@pytest.mark.parametrize(("button", "code"), [("quit", ends.QUIT), ("restart", ends.RESTART)])
def test_quit_and_restart_end_the_program_with_their_codes(
    qtbot: QtBot, exhibit: Exhibit, button: str, code: int
) -> None:
    press_corner(qtbot, exhibit)
    wanted = getattr(page_of(exhibit), f"{button}_button")
    with qtbot.waitSignal(exhibit.ended) as ended:
        QTest.mouseClick(wanted, LEFT)
    assert ended.args == [code]


def test_forgotten_the_page_goes_back_to_the_visitors(qtbot: QtBot, exhibit: Exhibit) -> None:
    press_corner(qtbot, exhibit)
    page_of(exhibit)._gives_up.setInterval(200)
    QTest.mouseClick(page_of(exhibit), LEFT, pos=QPoint(5, 5))
    qtbot.waitUntil(lambda: exhibit.state is State.ATTRACT)
    assert not page_of(exhibit).isVisible()


def test_keys_on_the_page_stay_there(qtbot: QtBot, exhibit: Exhibit) -> None:
    visit(exhibit)
    draw(qtbot, exhibit)
    press_corner(qtbot, exhibit)
    drawing = exhibit.window.pad.drawing
    page = page_of(exhibit)
    for _ in range(60):
        QTest.keyClick(QApplication.focusWidget() or page, Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is None or page.isAncestorOf(focused) or focused is page
    assert exhibit.window.pad.drawing is drawing


def test_every_look_can_be_chosen(qtbot: QtBot, exhibit: Exhibit, file: Path) -> None:
    press_corner(qtbot, exhibit)
    look = stepper(exhibit, "theme")
    seen = {look.told}
    while look.more.isEnabled():
        look.more.click()
        seen.add(look.told)
    assert len(seen) == 5
    assert config_file.load(file).config.theme == "system"


@pytest.mark.parametrize(("pin", "warns"), [("", True), ("kept", False)])
def test_that_there_is_no_pin_is_told_to_the_staff_alone(
    qtbot: QtBot, open_kiosk: OpenKiosk, pin: str, warns: bool
) -> None:
    exhibit = open_kiosk(pin=pin, staff_press_s=PRESS_S)
    exhibit.desk.opened.emit()
    exhibit.desk._show_page()
    assert ("There is no PIN" in page_of(exhibit).wrong) is warns
    page_of(exhibit).leave()
    assert exhibit.window.messages.is_quiet
    assert not exhibit.window.messages.isVisible()

"""The guided tour in the real window: what it says is what the network computed."""

import re

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lenet_gui.network.fields import FeatureMap, Unit
from lenet_gui.recognition.explanation import Convolved, Pooled, Subsampled
from lenet_gui.recognition.reading import percent
from lenet_gui.ui.classroom.tour import Tour
from lenet_gui.ui.classroom.tour_steps import STEPS, TABLE
from lenet_gui.ui.main_window import MainWindow
from lenet_gui.ui.network.network_plan import Place
from lenet_gui.ui.network.network_view import NetworkView
from tests.handwritten_digits import BUNDLED
from tests.ui.classroom.conftest import OpenWindow, draw, panel_of, wait_for_reading

every_step = range(len(STEPS))


def tour_of(window: MainWindow) -> Tour:
    classroom = window.classroom.classroom
    assert classroom is not None
    assert isinstance(classroom.lesson, Tour)
    return classroom.lesson


def view_of(window: MainWindow) -> NetworkView:
    assert window.beside.network is not None
    return window.beside.network.view


def written(value: float) -> str:
    return f"{value:.2f}".replace("-", "−")


def claims(window: MainWindow, step: int) -> list[str]:
    """What the step has to say, computed anew from the reading and the network's weights."""
    reading, page, place = window.reading, window.beside.network, tour_of(window).place
    assert reading is not None
    assert page is not None
    assert page.explainer is not None
    assert place is not None
    stage = page.view.stages[place.stage]
    if step == 0:
        assert place.unit is not None
        return ["32 × 32", written(float(reading.input[place.unit]))]
    values = reading.activations[stage.name]
    if step == 2:
        assert place.unit is None
        return [written(float(values[place.map].max())), f"{stage.maps} maps"]
    if step == TABLE:
        most = page.explainer.feeding(reading, FeatureMap(stage.name, place.map))[0]
        return [written(most.amount), f"map {most.map} "]
    if step == 5:
        if reading.card.probabilities.closest_wins:
            first, second = (written(float(one)) for one in np.sort(reading.scores)[:2])
        else:
            second, first = (percent(float(one)) for one in np.sort(reading.probabilities)[-2:])
        return [first, second, f"reads {reading.verdict.digit}"]
    assert place.unit is not None
    form = page.explainer.explain(reading, Unit(stage.name, place.map, *place.unit)).form
    value = written(float(values[place.map][place.unit]))
    if step == 1:
        assert isinstance(form, Convolved)
        assert form.products.size == 25
        total = float((form.patches * form.kernels).sum()) + form.bias
        return ["5 × 5", "25 products", written(total), value]
    assert isinstance(form, Pooled | Subsampled)
    if isinstance(form, Pooled):
        return ["largest", *(written(one) for one in form.patch.ravel().tolist()), value]
    return ["adds up", written(float(form.patch.sum())), value]


@pytest.mark.parametrize("model", BUNDLED)
def test_every_step_says_what_the_network_computed_and_shows_it(
    qtbot: QtBot, open_window: OpenWindow, model: str
) -> None:
    window = open_window(model)
    draw(qtbot, window, "3")
    QTest.keyClick(window, Qt.Key.Key_F5)
    panel, view = panel_of(window), view_of(window)
    layers = ("input", "C1", "C1", "S2", "C3", "output")
    for step in every_step:
        assert tour_of(window).step == step
        said = panel.text.text
        for claim in claims(window, step):
            assert claim in said, f"{step + 1}: {claim} is not in: {said}"
        assert len(said.split()) <= 40
        assert panel.text.fits
        assert panel.title.fits
        chosen = view.chosen
        assert chosen is not None
        assert view.stages[chosen.stage].name == layers[step]
        QApplication.processEvents()
        assert view.rect().contains(view.place_of(chosen).center().toPoint())
        assert panel.steps.buttons[step].isChecked()
        QTest.keyClick(panel, Qt.Key.Key_Right)
    assert tour_of(window).step == len(STEPS) - 1  # at the end it stays


def test_a_clickers_keys_turn_wherever_the_focus_is_and_arrows_within_the_panel(
    qtbot: QtBot, open_window: OpenWindow
) -> None:
    window = open_window()
    draw(qtbot, window, "5")
    QTest.keyClick(window, Qt.Key.Key_F5)
    panel, view = panel_of(window), view_of(window)
    assert panel.hasFocus()
    forward = (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Space)
    for step, key in enumerate(forward, start=1):
        QTest.keyClick(panel, key)
        assert tour_of(window).step == step
    for step, key in ((2, Qt.Key.Key_Left), (1, Qt.Key.Key_Up)):
        QTest.keyClick(panel, key)
        assert tour_of(window).step == step
    for widget in (view, window.pad):
        widget.setFocus()
        QTest.keyClick(widget, Qt.Key.Key_PageDown)
        assert tour_of(window).step == 2
        QTest.keyClick(widget, Qt.Key.Key_PageUp)
        assert tour_of(window).step == 1


def test_a_teacher_jumps_to_any_step_by_touch_and_by_its_number(
    qtbot: QtBot, open_window: OpenWindow
) -> None:
    window = open_window()
    draw(qtbot, window, "5")
    QTest.keyClick(window, Qt.Key.Key_F5)
    panel = panel_of(window)
    for step in (4, 0, 5):
        QTest.mouseClick(panel.steps.buttons[step], Qt.MouseButton.LeftButton)
        assert tour_of(window).step == step
        assert panel.title.text == panel.steps.buttons[step].accessibleName()
    QTest.keyClick(panel, Qt.Key.Key_3)
    assert tour_of(window).step == 2
    QTest.mouseClick(panel.buttons.next, Qt.MouseButton.LeftButton)
    assert tour_of(window).step == 3
    QTest.mouseClick(panel.buttons.back, Qt.MouseButton.LeftButton)
    assert tour_of(window).step == 2


@pytest.mark.parametrize("way", ["escape", "button"])
def test_leaving_brings_back_choice_zoom_and_tools(
    qtbot: QtBot, open_window: OpenWindow, way: str
) -> None:
    window = open_window()
    draw(qtbot, window, "4")
    view = view_of(window)
    view.zoom_in()
    view.choose(Place(3, 7, (4, 5)))
    QApplication.processEvents()
    view.zoom_in()
    before = view.chosen, view.transform
    view.setFocus()
    QTest.keyClick(window, Qt.Key.Key_F5)
    assert not window.tools.isVisible()
    assert not window.verdict.isVisible()
    for _ in every_step:
        QTest.keyClick(panel_of(window), Qt.Key.Key_PageDown)
        QApplication.processEvents()
    assert view.chosen != before[0]
    if way == "escape":
        QTest.keyClick(window, Qt.Key.Key_Escape)
    else:
        QTest.mouseClick(panel_of(window).buttons.leave, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert not panel_of(window).isVisible()
    assert window.tools.isVisible()
    assert window.verdict.isVisible()
    assert (view.chosen, view.transform) == before
    assert view.hasFocus()
    assert not window.pad.drawing.is_empty


@pytest.mark.parametrize("page", ["compact", "compare", "results"])
def test_leaving_goes_back_to_the_page_that_was_seen(
    qtbot: QtBot, open_window: OpenWindow, page: str
) -> None:
    window = open_window(view="compact" if page == "compact" else "network")
    if page != "compact":
        getattr(window.commands, page).setChecked(True)
    draw(qtbot, window, "2")
    seen = window.beside.currentWidget()
    QTest.keyClick(window, Qt.Key.Key_F5)
    wait_for_reading(qtbot, window)
    assert window.beside.shows_network
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert window.beside.currentWidget() is seen
    assert not window.verdict.isVisible()
    assert window.tools.isVisible()


def test_turning_to_another_page_ends_the_tour(qtbot: QtBot, open_window: OpenWindow) -> None:
    window = open_window()
    QTest.keyClick(window, Qt.Key.Key_F5)
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert not panel_of(window).isVisible()
    assert window.compare.isVisible()
    assert window.tools.isVisible()
    assert not window.classroom.leave()


def test_with_an_empty_pad_it_asks_for_a_digit_and_takes_one_of_the_gallery(
    qtbot: QtBot, open_window: OpenWindow
) -> None:
    window = open_window()
    QTest.keyClick(window, Qt.Key.Key_F5)
    QApplication.processEvents()
    panel, first = panel_of(window), tour_of(window).first_digit
    assert first is not None
    assert first.isVisible()
    assert view_of(window).chosen is None
    assert len(first.row.buttons) == 10
    for button in first.row.buttons:
        assert panel.rect().contains(button.mapTo(panel, button.rect().center()))
        assert min(button.width(), button.height()) >= 32
    QTest.mouseClick(first.row.buttons[7], Qt.MouseButton.LeftButton)
    wait_for_reading(qtbot, window)
    assert window.reading is not None
    assert window.reading.likeliest == "7"
    assert not first.isVisible()
    assert panel.title.text == "A pixel"
    assert view_of(window).chosen is not None
    QTest.mouseClick(panel.buttons.clear, Qt.MouseButton.LeftButton)
    assert window.pad.drawing.is_empty
    assert first.isVisible()


def test_the_numbers_follow_what_is_drawn(qtbot: QtBot, open_window: OpenWindow) -> None:
    window = open_window()
    draw(qtbot, window, "1")
    QTest.keyClick(window, Qt.Key.Key_F5)
    QTest.keyClick(panel_of(window), Qt.Key.Key_6)
    assert "reads 1" in panel_of(window).text.text
    QTest.mouseClick(panel_of(window).buttons.clear, Qt.MouseButton.LeftButton)
    draw(qtbot, window, "8")
    assert tour_of(window).step == 5
    for claim in claims(window, 5):
        assert claim in panel_of(window).text.text


def test_a_network_without_a_table_leads_to_the_one_of_1998_and_back(
    qtbot: QtBot, open_window: OpenWindow
) -> None:
    window = open_window("lenet5-tanh")
    draw(qtbot, window, "3")
    QTest.keyClick(window, Qt.Key.Key_F5)
    QTest.keyClick(panel_of(window), Qt.Key.Key_5)
    assert "all 6 maps" in panel_of(window).text.text
    button = tour_of(window).table_button
    assert button.isVisible()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.reading is not None and window.reading.card.id == "lenet5-1998")
    qtbot.waitUntil(lambda: "A table says" in panel_of(window).text.text)
    view, place = view_of(window), tour_of(window).place
    assert place is not None
    seen = view.stages[place.stage].sees[place.map]
    assert 3 <= len(seen) < 6
    assert ", ".join(map(str, seen)) in panel_of(window).text.text
    assert not button.isVisible()
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert view.card is not None
    assert view.card.id == "lenet5-tanh"


def test_each_step_is_announced_and_described_once(
    qtbot: QtBot, open_window: OpenWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(
        "lenet_gui.ui.classroom.lesson_panel.announce", lambda _, words: said.append(words)
    )
    window = open_window()
    draw(qtbot, window, "3")
    QTest.keyClick(window, Qt.Key.Key_F5)
    for _ in every_step:
        QTest.keyClick(panel_of(window), Qt.Key.Key_Right)
    assert [words.partition(".")[0] for words in said] == [
        "A pixel",
        "A kernel",
        "A map",
        "Pooling",
        "The table",
        "The answer",
    ]
    panel = panel_of(window)
    assert panel.accessibleName() == "The answer"
    assert panel.accessibleDescription() == panel.text.text
    assert not re.search("[<>]", said[2])


def test_the_view_glides_with_motion_and_arrives_at_the_same(
    qtbot: QtBot, open_window: OpenWindow
) -> None:
    window = open_window()
    draw(qtbot, window, "3")
    view = view_of(window)
    QTest.keyClick(window, Qt.Key.Key_F5)
    jumped = view.transform
    QTest.keyClick(window, Qt.Key.Key_Escape)
    window.commands.motion.trigger()
    seen = []
    view.zoom_changed.connect(lambda: seen.append(view.transform.scale))
    QTest.keyClick(window, Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: view.transform == jumped)
    assert len(set(seen)) > 3
    assert seen == sorted(seen)


def test_where_things_may_move_the_kernel_sweeps_over_the_map(
    qtbot: QtBot, open_window: OpenWindow
) -> None:
    window = open_window(motion=True)
    draw(qtbot, window, "3")
    page = window.beside.network
    assert page is not None
    sweep = page.leader.sweep
    rate = sweep.rate
    QTest.keyClick(window, Qt.Key.Key_F5)
    assert not sweep.goes
    QTest.keyClick(panel_of(window), Qt.Key.Key_3)
    assert sweep.goes
    qtbot.waitUntil(lambda: sweep.swept is not None and sweep.swept.index > 3)
    place = tour_of(window).place
    assert place is not None
    assert page.view.chosen is not None
    assert (page.view.chosen.stage, page.view.chosen.map) == (place.stage, place.map)
    QTest.keyClick(panel_of(window), Qt.Key.Key_Right)
    assert sweep.swept is None
    QTest.keyClick(panel_of(window), Qt.Key.Key_Left)
    assert sweep.goes
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert sweep.swept is None
    assert sweep.rate == rate
    assert page.view.chosen is None

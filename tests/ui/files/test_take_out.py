"""Taking views and activations out of the real window, by key: real files, a real clipboard."""

import csv
import errno
import os
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from lenet_gui.network.card import Card
from lenet_gui.recognition import gallery
from lenet_gui.settings import Settings
from lenet_gui.ui.main_window import MainWindow
from lenet_gui.ui.network.network_plan import Place
from lenet_gui.ui.network.network_view import NetworkView
from tests.ui.opened_window import window_with

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(qtbot: QtBot, card: Card) -> Iterator[MainWindow]:
    """A window in which a bundled network reads, with the whole of it in sight."""
    QGuiApplication.clipboard().clear()
    settings = Settings(model=card.id, motion=False, view="network")
    with window_with(qtbot, {card.id: card}, settings, (1000, 700)) as (made, worker):
        worker.start()
        yield made
    QGuiApplication.clipboard().clear()


def read_a_four(qtbot: QtBot, window: MainWindow) -> None:
    window.pad.set_picture(gallery.read()[24].ink, is_input=True)
    qtbot.waitUntil(lambda: window.reading is not None, timeout=60_000)
    QApplication.processEvents()


def save_to(monkeypatch: pytest.MonkeyPatch, path: Path, kind: str = "") -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), kind))


def test_the_view_copied_is_what_is_seen_twice_as_fine(qtbot: QtBot, window: MainWindow) -> None:
    read_a_four(qtbot, window)
    QTest.keyClick(window, Qt.Key.Key_C, CTRL)
    copied = QGuiApplication.clipboard().image()
    view = window.beside.view
    assert copied.size() == view.size() * 2
    seen = view.grab().toImage()
    scale = Qt.TransformationMode.SmoothTransformation
    small = copied.scaled(seen.size(), mode=scale)
    assert np.abs(levels(small) - levels(seen)).mean() < 4
    assert levels(seen).std() > 10  # there is something to be seen


def levels(image: QImage) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(grey.constBits(), np.uint8).reshape(grey.height(), grey.bytesPerLine())
    return rows[:, : grey.width()].astype(np.float32)


def test_the_view_saved_as_png_is_the_one_copied(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_a_four(qtbot, window)
    save_to(monkeypatch, tmp_path / "four")
    QTest.keyClick(window, Qt.Key.Key_S, CTRL | SHIFT)
    QTest.keyClick(window, Qt.Key.Key_C, CTRL)
    saved = QImage(str(tmp_path / "four.png"))
    assert np.array_equal(levels(saved), levels(QGuiApplication.clipboard().image()))


def test_another_page_is_taken_out_where_that_is_seen(qtbot: QtBot, window: MainWindow) -> None:
    window.commands.whole_network.trigger()
    QTest.keyClick(window, Qt.Key.Key_C, CTRL)
    assert window.beside.view is window.page
    assert QGuiApplication.clipboard().image().size() == window.page.size() * 2


def test_activations_of_the_reading_shown_are_saved(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_a_four(qtbot, window)
    reading = window.reading
    assert reading is not None
    save_to(monkeypatch, tmp_path / "four")
    QTest.keyClick(window, Qt.Key.Key_A, CTRL | SHIFT)
    with np.load(tmp_path / "four.npz") as saved:
        assert list(saved) == ["input", *reading.activations]
        assert np.array_equal(saved["C3"], reading.activations["C3"])
    save_to(monkeypatch, tmp_path / "four", "Table (*.csv)")
    QTest.keyClick(window, Qt.Key.Key_A, CTRL | SHIFT)
    rows = list(csv.reader((tmp_path / "four.csv").read_text().splitlines()))
    assert rows[0] == ["layer", "shape", "map", "y", "x", "activation"]
    assert len(rows) == 1 + 1024 + sum(a.size for a in reading.activations.values())


def test_without_a_reading_it_is_told_that_there_is_nothing_to_save(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_to(monkeypatch, tmp_path / "none")
    QTest.keyClick(window, Qt.Key.Key_A, CTRL | SHIFT)
    assert window.messages.isVisible()
    assert "draw a digit first" in window.messages.text
    assert not list(tmp_path.iterdir())


def names_offered(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the dialog for saving offers from here on; nothing is saved."""
    offered: list[str] = []

    def refuse(_parent: object, _title: str, name: str, *_: object) -> tuple[str, str]:
        offered.append(name)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", refuse)
    return offered


def choose(window: MainWindow, place: Place) -> NetworkView:
    """Click a unit, or a map, in the middle of what is seen of it."""
    network = window.beside.network
    assert network is not None
    at = network.view.place_of(place).center().toPoint()
    QTest.mouseClick(network.view, Qt.MouseButton.LeftButton, pos=at)
    assert network.view.chosen == place
    return network.view


def test_the_map_chosen_is_saved_with_every_unit_as_a_square_of_its_colour(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_a_four(qtbot, window)
    view = choose(window, Place(3, 5))
    shown = view.map_picture
    assert shown is not None
    assert window.reading is not None
    assert np.array_equal(shown.values, window.reading.activations["C3"][5])
    units = shown.colours.image(shown.values, shown.limit)
    offered = names_offered(monkeypatch)
    QTest.keyClick(window, Qt.Key.Key_M, CTRL)
    assert offered == [f"{window.reading.card.id}-C3-map5.png"]
    save_to(monkeypatch, tmp_path / "map")
    QTest.keyClick(window, Qt.Key.Key_M, CTRL)
    saved = QImage(str(tmp_path / "map.png"))
    assert saved.size() == shown.size()
    for row in range(10):
        for column in range(10):
            corner = shown.square().topLeft() + QPoint(column, row) * shown.unit
            for inside in (QPoint(0, 0), QPoint(shown.unit - 1, shown.unit - 1)):
                assert saved.pixelColor(corner + inside) == units.pixelColor(column, row)
    below = saved.copy(0, shown.square().bottom() + 1, saved.width(), saved.height())
    assert levels(below).std() > 10  # a legend


def test_a_map_as_svg_has_a_rectangle_for_every_unit_and_the_same_colours(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_a_four(qtbot, window)
    choose(window, Place(2, 1))
    save_to(monkeypatch, tmp_path / "map.svg", "SVG picture (*.svg)")
    QTest.keyClick(window, Qt.Key.Key_M, CTRL)
    save_to(monkeypatch, tmp_path / "map.png")
    QTest.keyClick(window, Qt.Key.Key_M, CTRL)
    root = ElementTree.parse(tmp_path / "map.svg").getroot()
    assert len(root.findall(".//{*}rect")) == 14 * 14 + 1  # and the paper
    assert "S2" in (root.findtext("{*}title") or "")
    assert same_picture(tmp_path / "map.svg", tmp_path / "map.png") < 3


def test_units_without_a_map_around_them_are_taken_out_as_their_layer(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_a_four(qtbot, window)
    offered = names_offered(monkeypatch)
    shown = choose(window, Place(6, 40, (0, 0))).map_picture
    QTest.keyClick(window, Qt.Key.Key_M, CTRL)
    assert shown is not None
    assert shown.values.shape == (12, 7)
    assert window.reading is not None
    assert np.array_equal(shown.values.ravel(), window.reading.activations["F6"].ravel())
    assert offered == [f"{window.reading.card.id}-F6.png"]


def test_a_map_copied_can_be_pasted_as_pixels_and_as_svg(qtbot: QtBot, window: MainWindow) -> None:
    read_a_four(qtbot, window)
    shown = choose(window, Place(1, 0)).map_picture
    assert shown is not None
    QTest.keyClick(window, Qt.Key.Key_C, CTRL | SHIFT)
    copied = QGuiApplication.clipboard().mimeData()
    assert QGuiApplication.clipboard().image().size() == shown.size()
    assert QSvgRenderer(copied.data("image/svg+xml")).isValid()


def test_the_map_enlarged_in_the_compact_view_is_taken_out(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.commands.whole_network.trigger()
    read_a_four(qtbot, window)
    offered = names_offered(monkeypatch)
    QTest.keyClick(window, Qt.Key.Key_M, CTRL)
    assert not offered
    assert "touch one of its maps" in window.messages.text
    maps = window.page.feature_maps[1]
    QTest.mouseClick(maps, Qt.MouseButton.LeftButton, pos=maps.cell(3).center())
    QTest.keyClick(window, Qt.Key.Key_M, CTRL)
    assert window.reading is not None
    assert offered == [f"{window.reading.card.id}-C3-map3.png"]


def test_the_view_as_svg_looks_like_the_view_and_is_made_of_shapes(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_a_four(qtbot, window)
    choose(window, Place(3, 5))
    offered = names_offered(monkeypatch)
    QTest.keyClick(window, Qt.Key.Key_S, CTRL | SHIFT)
    assert window.reading is not None
    assert offered == [f"{window.reading.card.id}-network.png"]
    for path in (tmp_path / "view.svg", tmp_path / "view.png"):
        save_to(monkeypatch, path)
        QTest.keyClick(window, Qt.Key.Key_S, CTRL | SHIFT)
    root = ElementTree.parse(tmp_path / "view.svg").getroot()
    texts = {text.text.strip() for text in root.findall(".//{*}text") if text.text}
    assert {"C1", "S2", "16@10×10", "120"} <= texts
    curves = [path.get("d", "") for path in root.findall(".//{*}path")]
    assert any("C" in curve for curve in curves)  # links are lines, not pixels
    assert same_picture(tmp_path / "view.svg", tmp_path / "view.png") < 4


def same_picture(svg: Path, png: Path) -> float:
    """By how many levels the two differ on average, at a size where letters hardly count."""
    pixels = QImage(str(png))
    small = pixels.size() / 4
    drawn = QImage(pixels.size(), QImage.Format.Format_RGB32)
    with QPainter(drawn) as painter:
        QSvgRenderer(str(svg)).render(painter)
    smooth = Qt.TransformationMode.SmoothTransformation
    pair = [levels(image.scaled(small, mode=smooth)) for image in (drawn, pixels)]
    assert pair[1].std() > 5
    return float(np.abs(pair[0] - pair[1]).mean())


def test_the_explanation_of_the_unit_chosen_is_saved_and_tells_whose_it_is(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_a_four(qtbot, window)
    reading = window.reading
    assert reading is not None
    QTest.keyClick(window, Qt.Key.Key_E, CTRL)
    assert "choose a unit" in window.messages.text
    view = choose(window, Place(3, 5))
    view.choose(Place(3, 5, (9, 0)))
    qtbot.waitUntil(lambda: window.beside.explanation is not None, timeout=20_000)
    offered = names_offered(monkeypatch)
    QTest.keyClick(window, Qt.Key.Key_E, CTRL)
    assert offered == [f"{reading.card.id}-C3-map5-y9-x0.npz"]
    for ending in ("npz", "csv"):
        save_to(monkeypatch, tmp_path / f"unit.{ending}")
        QTest.keyClick(window, Qt.Key.Key_E, CTRL)
    with np.load(tmp_path / "unit.npz") as saved:
        assert (saved["network"], saved["layer"]) == (reading.card.id, "C3")
        assert saved["shape"].tolist() == [16, 10, 10]
        assert saved["unit"].tolist() == [5, 9, 0]
        total = saved["products"].sum() + saved["bias"]
        assert total == pytest.approx(float(saved["sum"]))
        assert saved["value"] == pytest.approx(reading.activations["C3"][5, 9, 0], abs=1e-5)
    with (tmp_path / "unit.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert {(row["network"], row["layer"], row["shape"]) for row in rows} == {
        (reading.card.id, "C3", "16x10x10")
    }


# A menu asks the offscreen screen for what only a real one has.
@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_right_click_chooses_the_map_and_offers_it(qtbot: QtBot, window: MainWindow) -> None:
    read_a_four(qtbot, window)
    assert window.beside.network is not None
    view = window.beside.network.view
    at = view.place_of(Place(2, 4)).center().toPoint()
    mouse = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(view, QContextMenuEvent(mouse, at, view.mapToGlobal(at)))
    assert view.chosen == Place(2, 4)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert menu.actions()[0] is window.commands.copy_map
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert b"S2" in bytes(QGuiApplication.clipboard().mimeData().data("image/svg+xml").data())


@pytest.mark.parametrize("ending", [".png", ".svg"])
def test_a_full_disk_is_told_and_what_was_there_stays(
    qtbot: QtBot,
    window: MainWindow,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    ending: str,
) -> None:
    read_a_four(qtbot, window)
    choose(window, Place(3, 5))
    path = tmp_path / f"map{ending}"
    path.write_text("before")
    save_to(monkeypatch, path)

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    QTest.keyClick(window, Qt.Key.Key_M, CTRL)
    assert "could not be written: No space left on device" in window.messages.text
    assert path.read_text() == "before"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("key", [Qt.Key.Key_A, Qt.Key.Key_S])
def test_what_cannot_be_written_is_told(
    qtbot: QtBot,
    window: MainWindow,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    key: Qt.Key,
) -> None:
    read_a_four(qtbot, window)
    (tmp_path / "file").write_text("no folder")
    save_to(monkeypatch, tmp_path / "file" / "four")
    QTest.keyClick(window, key, CTRL | SHIFT)
    assert window.messages.isVisible()
    assert "could not be written" in window.messages.text


def test_nothing_is_written_where_nobody_says_where(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_a_four(qtbot, window)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    for key in (Qt.Key.Key_A, Qt.Key.Key_S):
        QTest.keyClick(window, key, CTRL | SHIFT)
    QTest.keyClick(window, Qt.Key.Key_S, CTRL)
    assert not list(tmp_path.iterdir())
    assert not window.messages.isVisible()

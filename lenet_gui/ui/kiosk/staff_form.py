"""The settings on the staff's page that can be changed, each with what may be chosen."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QLabel, QWidget

from lenet_gui.kiosk.config import KioskConfig
from lenet_gui.ui.kiosk.staff_controls import Segments, Stepper, steps

_TO_ATTRACT = (0.0, 30.0, 60.0, 90.0, 120.0, 180.0, 300.0)
_TO_ASK = (0.0, 20.0, 30.0, 45.0, 60.0, 90.0, 120.0)
_COUNTDOWN = (10.0, 15.0, 20.0, 30.0, 60.0)


class StaffForm(QWidget):
    """A row for each setting.

    Attributes:
        controls: of each setting of `KioskConfig`, by its name.

    Signals:
        chosen(str, object): a setting by its name, and its new value.
    """

    chosen = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._labels: dict[str, QLabel] = {}
        self.controls: dict[str, Segments | Stepper] = {}
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(8)
        form.setHorizontalSpacing(24)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for name, control in self._make_controls().items():
            self._labels[name] = QLabel(self)
            self._labels[name].setMinimumHeight(40)
            control.chosen.connect(lambda value, name=name: self.chosen.emit(name, value))
            self.controls[name] = control
            form.addRow(self._labels[name], control)

    def offer(
        self, config: KioskConfig, languages: Mapping[str, str], models: Mapping[str, str]
    ) -> None:
        """Offer what may be chosen, in the language of the moment.

        Args:
            config: what holds.
            languages: names by code.
            models: titles by id.
        """
        self._name()
        self._offer_few(config, languages)
        self._offer_times(config)
        self._offer_looks(config, models)

    def _offer_few(self, config: KioskConfig, names_of: Mapping[str, str]) -> None:
        languages: dict[object, str] = {"": self.tr("System")}
        languages.update(names_of.items())
        named: dict[str, dict[object, str]] = {
            "language": languages,
            "view": {"network": self.tr("Whole network"), "compact": self.tr("Compact")},
            "motion": {
                "full": self.tr("Full"),
                "gentle": self.tr("Gentle"),
                "none": self.tr("None"),
            },
            "text_size": {size: f"{size} %" for size in (100, 125, 150, 200)},
            "screens": {"one": self.tr("One"), "two": self.tr("Two: pad and network")},
        }
        for name, names in named.items():
            segments = self.controls[name]
            assert isinstance(segments, Segments), "as made"
            segments.offer(names, getattr(config, name))

    def _offer_times(self, config: KioskConfig) -> None:
        for name, values in (
            ("attract_after_s", _TO_ATTRACT),
            ("ask_after_s", _TO_ASK),
            ("countdown_s", _COUNTDOWN),
        ):
            self._stepper(name).offer(
                steps(values, getattr(config, name)), getattr(config, name), self._seconds
            )

    def _offer_looks(self, config: KioskConfig, models: Mapping[str, str]) -> None:
        themes: dict[object, str] = {
            "dark": self.tr("Dark"),
            "light": self.tr("Light"),
            "dark-contrast": self.tr("Dark, more contrast"),
            "light-contrast": self.tr("Light, more contrast"),
            "system": self.tr("Like the system"),
        }
        self._stepper("theme").offer(list(themes), config.theme, themes.__getitem__)
        models = models or {config.model: config.model}
        ids = list(dict.fromkeys([*models, config.model]))
        self._stepper("model").offer(ids, config.model, lambda id_: models.get(str(id_), str(id_)))

    def _stepper(self, name: str) -> Stepper:
        stepper = self.controls[name]
        assert isinstance(stepper, Stepper), "as made"
        return stepper

    def _seconds(self, seconds: object) -> str:
        assert isinstance(seconds, float), "as offered"
        return (
            self.tr("{seconds} s").format(seconds=f"{seconds:g}") if seconds else self.tr("never")
        )

    def _make_controls(self) -> dict[str, Segments | Stepper]:
        segments = ("language", "view", "motion", "screens", "text_size")
        times = ("attract_after_s", "ask_after_s", "countdown_s")
        looks = ("theme", "model", "view", "motion", "text_size")
        order = ("language", *looks, *times, "screens")
        return {name: Segments(self) if name in segments else Stepper(self) for name in order}

    def _name(self) -> None:
        """Say in the language of the moment what each is."""
        texts: dict[str, str] = {
            "language": self.tr("Language"),
            "theme": self.tr("Theme"),
            "model": self.tr("Network"),
            "view": self.tr("View"),
            "motion": self.tr("Motion"),
            "text_size": self.tr("Size of the text"),
            "attract_after_s": self.tr("Draws by itself after"),
            "ask_after_s": self.tr("Asks whether somebody is there after"),
            "countdown_s": self.tr("Clears everything after another"),
            "screens": self.tr("Screens"),
        }
        for name, text in texts.items():
            self._labels[name].setText(text)
            self.controls[name].setAccessibleName(text)

"""What a screen reader takes the painted views for.

Qt knows the role of its own widgets. Of one that paints itself it knows nothing and calls it a
client, which readers pass over as they do a frame, however well it is named and described.
"""

import functools
from collections.abc import Mapping

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

_Role = QAccessible.Role

ROLES: Mapping[str, QAccessible.Role] = {
    "DrawingPad": _Role.Canvas,
    "InputView": _Role.Graphic,
    "VerdictView": _Role.StaticText,
    "PredictionChart": _Role.Chart,
    "FeatureMaps": _Role.Graphic,
    "LargeMap": _Role.Graphic,
    "ConnectionTable": _Role.Graphic,
    "TargetView": _Role.Graphic,
    "AnatomyPanel": _Role.Grouping,
    "NetworkView": _Role.Graphic,
    "KernelMatrix": _Role.Graphic,
    "KernelSheet": _Role.Graphic,
    "KernelsPage": _Role.Grouping,
    "Inspector": _Role.Grouping,
    "InspectorPaper": _Role.StaticText,
    "ProdPanel": _Role.Grouping,
    "ProddedMark": _Role.StaticText,
    "SweepBar": _Role.Grouping,
    "NetworkRow": _Role.StaticText,
    "ResultsPage": _Role.Grouping,
    "ScrolledPage": _Role.Grouping,
    "ConfusionMatrix": _Role.Graphic,
    "ReliabilityDiagram": _Role.Chart,
    "LessonPanel": _Role.Grouping,
    "LargeText": _Role.StaticText,
    "ScoreRow": _Role.StaticText,
    "Invitation": _Role.StaticText,
    "PinPad": _Role.Grouping,
}
"""The role of each of our widgets that has more to say than its children, by its class."""


@functools.cache
def install() -> None:
    """Have Qt ask here first what a widget is. Once for the whole program: Qt keeps every factory.

    It asks only where somebody listens, with a screen reader or through `QAccessible`.
    """
    QAccessible.installFactory(_interface)


def _interface(name: str, widget: QObject) -> QAccessibleInterface | None:
    """What Qt shows of a widget of the class of this name; None: let it find out by itself."""
    role = ROLES.get(name)
    if role is None or not isinstance(widget, QWidget):
        return None
    return QAccessibleWidget(widget, role)

"""What of a window can be touched."""

from PySide6.QtWidgets import QAbstractButton, QWidget


def seen(stage: QWidget) -> list[QWidget]:
    """All parts that are seen and have no parts of their own, always in the same order."""
    return [
        part
        for part in stage.findChildren(QWidget)
        if part.isVisible() and _is_leaf(part) and _is_on_top(part, stage)
    ]


def buttons(stage: QWidget) -> list[QAbstractButton]:
    """The buttons that are seen and can be pressed, always in the same order."""
    return [
        button
        for button in stage.findChildren(QAbstractButton)
        if button.isVisible() and button.isEnabled() and _is_on_top(button, stage)
    ]


def name(part: QWidget) -> str:
    """What a part is called in a report."""
    text = part.accessibleName()
    if isinstance(part, QAbstractButton):
        text = part.text() or text
    return f"{type(part).__name__} {text}".strip()


def _is_leaf(part: QWidget) -> bool:
    return not any(
        child.isVisible()
        for child in part.children()
        if isinstance(child, QWidget) and not child.isWindow()
    )


def _is_on_top(part: QWidget, stage: QWidget) -> bool:
    """Whether nothing lies over a part's middle."""
    return stage.childAt(part.mapTo(stage, part.rect().center())) is part

"""An empty window, which says when it is painted: the least a program with Qt can do."""

import sys
import time

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget


class Window(QWidget):
    """Ends the program when it is painted for the first time."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - as Qt has it
        """Say when."""
        print("painted", time.time(), flush=True)
        app.quit()


app = QApplication([])
window = Window()
window.resize(1280, 800)
window.show()
sys.exit(app.exec())

"""An empty window beside a network that has read: the least a program with both can hold."""

import sys

import torch
from PySide6.QtWidgets import QApplication, QWidget

app = QApplication([])
window = QWidget()
window.resize(1280, 800)
window.show()
network = torch.jit.load(sys.argv[1])  # type: ignore[no-untyped-call]
with torch.inference_mode():
    network(torch.zeros(1, 1, 32, 32))
print("ready", flush=True)
sys.exit(app.exec())

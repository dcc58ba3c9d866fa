"""PyInstaller: nothing beside the module itself; its styles are in hook-PySide6.QtGui."""

"""PyInstaller: the picture formats that Pillow itself imports, not all that it has plugins for."""

"""PyInstaller: the renderer alone, without the plugins for pictures and icons in files."""

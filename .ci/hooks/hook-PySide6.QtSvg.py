"""PyInstaller: what paints SVG and writes it, without the plugins for pictures in files."""

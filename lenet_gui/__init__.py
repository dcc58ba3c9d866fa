"""LeNet GUI: draw a digit and see LeNet-5 read it."""

__version__ = "0.1.0"

"""The sheet that people draw on, and the tools beside it."""

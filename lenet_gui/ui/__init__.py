"""The window: pad, chart, maps and the worker behind them. Qt, never torch."""

"""How the program of a kiosk ends on purpose: its exit codes, which the supervisor understands.

Anything else, 0 too, is an accident, and the program is started anew.
"""

QUIT = 80
"""The staff wants the program to end and to stay so."""

RESTART = 81
"""The staff wants it to start anew, at once."""

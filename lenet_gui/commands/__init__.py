"""The commands: a file for each family, with what it is given and what it does.

Light at import, as `cli` is: each command imports what it needs when it runs.
"""

UNWELL = 1
"""Exit code of a check that found something wrong."""

FAILED = 2
"""Exit code of a command that could not do what it was asked."""

INTERRUPTED = 130
"""Exit code of a command that somebody stopped."""

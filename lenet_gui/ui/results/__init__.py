"""How well a network reads: what it confuses, how well it knows itself, what it misread."""

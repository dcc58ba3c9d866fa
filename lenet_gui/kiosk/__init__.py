"""The kiosk without its window: its file, PIN, counts, and who keeps it running. Never Qt."""

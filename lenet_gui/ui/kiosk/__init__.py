"""The kiosk's window."""

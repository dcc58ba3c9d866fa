"""`make soak`: synthetic visitors at ten times human speed, at the real kiosk."""

"""The whole network in one view, and any unit of it explained."""

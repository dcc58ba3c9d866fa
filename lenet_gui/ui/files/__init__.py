"""What goes into the window and out of it: pictures, models, the log, what is saved and copied."""

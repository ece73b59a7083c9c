"""The main window: it only assembles."""

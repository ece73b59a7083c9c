"""The program's state in QtCore: document, undo, training thread, jobs, settings."""

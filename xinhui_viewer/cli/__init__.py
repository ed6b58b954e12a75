"""The command line: the window's jobs through the same functions, for scripts and for machines without a display."""

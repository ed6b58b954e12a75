"""A desktop archive of official bulletins: read, find by full text, print."""

__version__ = "0.1.0"

"""The app around the scorer: writing against the clock, storing, reviewing."""

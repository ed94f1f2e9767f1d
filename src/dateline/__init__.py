"""Dateline: a world-news desk for one machine."""

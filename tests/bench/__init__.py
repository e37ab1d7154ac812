"""Measurements: how long things take, and how much they weigh."""

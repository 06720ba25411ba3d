"""Tests of the import preview."""

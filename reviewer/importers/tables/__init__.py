"""Rows and columns: CSV, TSV and spreadsheets."""

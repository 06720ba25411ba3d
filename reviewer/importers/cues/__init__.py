"""Subtitles: WebVTT, SubRip and SubViewer, with or without speakers."""

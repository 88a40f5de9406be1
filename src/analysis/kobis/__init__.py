"""Newer figures from the open API of KOFIC's ticketing system KOBIS."""

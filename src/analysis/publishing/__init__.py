"""Run notebooks, write them in one canonical form, and render the site."""

"""Helper package of Korean Cinema by the Numbers.

One way through: ``data/*.csv`` -> :func:`analysis.datasets.load` -> a subject
module (frame in, frame out) -> ``analysis.charts.<subject>`` (frame in, chart
out) -> notebook -> site.
"""

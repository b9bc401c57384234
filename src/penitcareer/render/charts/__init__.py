"""Charts, in signs and in SVG."""

"""One short module a layout: what it is called, how it is recognised, and what it says."""

"""What is measured of the library over many draws, run by hand: too slow for every test run."""

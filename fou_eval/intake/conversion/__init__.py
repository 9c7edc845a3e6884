"""Files that hold the right data in another shape: exports of other tools, one column per wave."""

"""What `make bench` measures: two things in one run, since machines differ more than ratios."""

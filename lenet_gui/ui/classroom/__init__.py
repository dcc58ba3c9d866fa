"""For classes: a guided tour, a spotlight on one layer, and two games with the network."""

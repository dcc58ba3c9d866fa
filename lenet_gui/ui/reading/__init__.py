"""What one network, or several, read: the bars, the maps, the anatomy of a layer."""

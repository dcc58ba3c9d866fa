"""The networks: their layers, their anatomy and the bundles in which they travel. Never Qt."""

"""From ink to answer: drawing, input, reading. numpy and the bundles; never Qt."""

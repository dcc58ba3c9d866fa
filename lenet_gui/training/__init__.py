"""How models/ is made: data, distortion, the loop, evaluation. torch, never Qt."""

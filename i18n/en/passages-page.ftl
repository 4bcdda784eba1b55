# Passages and matrices.

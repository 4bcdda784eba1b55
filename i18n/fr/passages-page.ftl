# Passages et matrices.

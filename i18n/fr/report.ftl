# Textes du rapport.

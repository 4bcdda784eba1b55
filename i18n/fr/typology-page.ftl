# Page de la typologie.

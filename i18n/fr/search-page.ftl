# Page de recherche.

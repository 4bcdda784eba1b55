# Page d’un entretien : lire et coder.

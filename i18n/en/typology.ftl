# Steps of the typology.
progress-typology-null = Samples without groups
progress-typology-coders = Draws between coders
progress-typology-weights = Draws of weights

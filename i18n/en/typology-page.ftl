# Page of the typology.

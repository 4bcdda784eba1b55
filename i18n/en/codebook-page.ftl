# Page of the codebook.

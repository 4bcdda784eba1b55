# Page of the search.

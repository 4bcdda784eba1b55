# Page of an interview: reading and coding.

# Page du livre de codes.

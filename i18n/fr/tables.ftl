# Messages de la pièce « tables ».

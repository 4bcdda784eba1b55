# Messages de la pièce « search ».

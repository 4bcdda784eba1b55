# Messages de la pièce « coding ».

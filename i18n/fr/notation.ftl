# Messages de la pièce « notation ».

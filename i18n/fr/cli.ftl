# Messages de la ligne de commande.

# Pages des méthodes dans l’atelier, et ce que disent les tableaux de leurs tirages.
methods-title = Méthodes
methods-lead = Ce que chaque chiffre mesure, comment, à quelles conditions, et ce que douze cas lui font. Chaque figure mène à ses méthodes.
methods-all = Toutes les méthodes
methods-back = Retour à la figure
methods-ways = Chemins
figure-drawn = n = { $n }, B = { $draws } tirages, graine { $seed }
figure-exact = n = { $n }, sans tirage
figure-own-draws = n = { $n }, graine { $seed } ; chaque épreuve dit ses tirages (B)

# Échelles, redressement, et pourquoi un chiffre n’a pas de valeur.

figure-undefined = indéfini ({ $reason })
figure-sign = { $sign } : { $reason }
figure-because-circular = a servi à former les groupes
figure-because-constant = rien ne varie
figure-because-single = une seule catégorie
figure-because-none = aucune observation
figure-because-group = un seul groupe
figure-because-few = trop peu d’observations ou d’items
figure-because-not-reached = la courbe ne descend pas si bas
figure-because-not-settled = l’estimation n’aboutit pas
figure-because-large = trop de possibilités pour les énumérer
figure-because-bound = l’estimation est à sa borne, son erreur ne se calcule pas
figure-because-same = tous les tirages donnent la même valeur, l’erreur reste inconnue
figure-because-replicates = indéfini dans chaque tirage
figure-because-invalid = une valeur n’est pas admise
figure-because-denominator = dénominateur nul
figure-because-flat = la courbe est à 1 ou à 0
figure-because-unpaired = aucune unité n’est jugée par deux personnes
figure-because-two-coders = le coefficient est fait pour deux personnes
figure-because-separation = les groupes ne se recouvrent pas
figure-because-overlap = deux codes se recouvrent
figure-because-never = ne se trouve nulle part
figure-because-always = se trouve partout

scale-mean = moyenne
scale-sum = somme
scale-scoring = { $items } items de { $least } à { $most } ; { $combination } ; au moins { $needed } items remplis, les autres comptent pour la moyenne de ceux-là
scale-key = Clé { $key } : { $source }
scale-key-checked = Clé comparée à une seconde source : { $source }
scale-key-unchecked = Aucune seconde source n’a été trouvée pour cette clé : comparez-la au manuel de la forme distribuée.
scale-scored = { $scored } scores sur { $respondents } répondants, dont { $completed } complétés ; { $few } ont rempli trop peu d’items, { $none } aucun
scale-feldt = { $bounds } (Feldt, 95 %)
scale-reliability = α = { $alpha } ; α standardisé = { $standardised } ; ω = { $omega } ; n = { $n } réponses complètes
scale-item = Item
scale-reversed = Inversé
scale-yes = oui
scale-n = n
scale-missing = Sans réponse
scale-item-not-asked = Non posée
scale-not-asked = Question non posée : { $none } répondants n’ont été interrogés sur aucun item, { $part } sur une partie seulement ; la règle compte sur les items posés.
scale-average = Moyenne
scale-sd = Écart-type
scale-rest = r item-reste
scale-without = α sans l’item
scale-band = { $title } : { $count } ({ $share })
scale-negative-alpha = α est négatif : un item devrait sans doute être inversé (reversed).
scale-negative-item = Un item va à l’encontre des autres : vérifiez s’il doit être inversé (reversed).
scale-two-items = Avec deux items, l’α standardisé est le coefficient de Spearman et Brown.
scale-few = Moins de 30 réponses complètes : l’intervalle est plus large que toute conclusion.

weights-title = { $n } répondants sur { $respondents } ramenés aux marges { $base } ({ $population })
weights-families = des familles qui ont pris une offre
weights-population = de la population de référence
weights-left-out = { $count ->
    [1] Un répondant n’a pas de poids : une de ses caractéristiques manque.
   *[other] { $count } répondants n’ont pas de poids : une de leurs caractéristiques manque.
 }
weights-effect = Effet de plan de Kish : { $deff }, soit { $effective } répondants de même poids ; poids de { $least } à { $most } fois la moyenne
weights-trimmed = { $count ->
    [0] Aucun poids rogné (bornes : { $least } à { $most } fois la moyenne).
    [one] Un poids rogné (bornes : { $least } à { $most } fois la moyenne).
   *[other] { $count } poids rognés (bornes : { $least } à { $most } fois la moyenne).
 }
weights-beyond = { $count ->
    [1] Un poids reste hors des bornes : les marges l’exigent.
   *[other] { $count } poids restent hors des bornes : les marges l’exigent.
 }
weights-margins = Marges, en %
weights-category = Caractéristique
weights-target = Cible
weights-before = Avant
weights-after = Après
weights-n = n
weights-known = { $name } : connu de { $known } familles seulement ; leurs parts valent pour toutes.
weights-place = Profil
weights-unweighted = Brut
weights-weighted = Redressé
weights-near = Répondants rapprochés d’un profil, en % ± erreur type ; une description, pas une prévalence mesurée
weights-scores = Scores moyens, 0 à 100, ± erreur type
weights-crossed = Profil ×
weights-chi2 = χ² brut
weights-f = F redressé
weights-crosstabs = Croisements : χ² brut, et test de Rao et Scott redressé
weights-caution = Le redressement rend aux répondants les marges connues, et rien d’autre : il ne corrige pas le fait d’avoir choisi de répondre.

error-weights-empty = aucun répondant n’est dans la catégorie « { $category } » de « { $variable } », que la population contient.
error-weights-population = la population n’a personne à compter dans « { $variable } » : aucune famille n’a pris d’offre, ou la caractéristique n’est dite d’aucune.
error-weights-unknown = la population n’a pas la catégorie « { $category } » de « { $variable } ».
error-weights-invalid = l’effectif de « { $category } » (« { $variable } ») dans la population n’est pas un effectif.
error-weights-totals = les marges de « { $variable } » et de « { $category } » ne totalisent pas la même population.
error-weights-settled = aucun jeu de poids ne satisfait toutes les marges à la fois.
error-weights-nobody = aucun répondant n’a toutes les caractéristiques demandées.
error-weights-margin = aucune caractéristique n’est connue à la fois des répondants et de la population.
hint-weights = Réunissez des catégories (groups, bands) ou demandez moins de marges ([weights] de study.toml).
kind-margin = Marge
hint-unknown-margin = Les marges sont les caractéristiques que déclarent à la fois questionnaire.toml et administrative.toml, plus event et offer.
kind-scale = Échelle
hint-unknown-scale = propos scale liste les échelles.

link-kind-own-scores = Lien : mêmes personnes. Seules les réponses des personnes interrogées sont mises en regard de leur profil.
link-kind-assignment = Lien : mêmes personnes, puis rapprochement par règle. Chaque répondant est rapproché du profil le plus proche ; ce n’est pas une appartenance constatée.
link-kind-groups = Lien : comparaison de groupes seulement. Personne n’est relié ; des groupes de répondants sont comparés, en regard des profils des personnes interrogées des mêmes groupes.
link-no-assignment = Aucun répondant ne peut être rapproché : { $reason }
link-interviewees = Personnes interrogées
link-doubt = Marge médiane { $margin } (seuil { $least }) ; entropie moyenne de l’appartenance { $entropy } (0 certaine, 1 aucune idée)
link-over-draws = p brut sur tirages
link-draws = { $median } [{ $least } ; { $most }]
link-drawn = Tirages : p médian [plus petit ; plus grand] de { $draws } tirages du profil de { $respondents } répondants selon leur probabilité, indéterminés compris.
link-practices = Avant et après, mêmes personnes ; McNemar
link-practice = Pratique
link-pairs = n
link-starts = Commencent
link-stops = Cessent
link-exact = p exact
link-chi2 = p du χ²
link-means = Scores moyens par profil, intervalles BCa à 95 % (B = { $draws }, graine { $seed })
link-mean = – moyenne, BCa à 95 %
link-not-asked = { $title } : question non posée à { $count } répondants, comptés ni dans n ni parmi les non-réponses.
link-change = { $title } : avant en lignes, après en colonnes, mêmes personnes
link-stuart = Stuart-Maxwell : χ² = { $chi2 }, ddl = { $df }, { $p } ; { $changed } ont changé sur { $n }, { $missing } sans l’une des deux réponses

indicators-counted-period = Unité : { $unit }, chaque famille une fois (première ligne) ; contacts du { $first } au { $last }, période déclarée ; extraction du { $extraction }.
indicators-counted-all = Unité : { $unit }, chaque famille une fois (première ligne) ; toutes les lignes, contacts du { $first } au { $last } ; extraction du { $extraction }.
indicators-counted-undated = Unité : { $unit }, chaque famille une fois (première ligne) ; toutes les lignes, sans jour de contact ; extraction du { $extraction }.
indicators-observed = observé { $observed } ; { $objective } ({ $source }) : { $verdict ->
    [under] l’intervalle est en dessous
    [over] l’intervalle est au-dessus
    [within] l’intervalle contient l’objectif
   *[none] rien à comparer
 }
indicators-between = { $offer } : durées par évènement, en jours, jusqu’à { $horizon } jours
indicators-median-days = Médiane
indicators-restricted = Moyenne restreinte
indicators-difference = Écart aux autres, 95 %
indicators-log-rank = Log-rank entre évènements : { $test }
indicators-by-family = Chaque ligne comptée : { $interventions } interventions de { $families } familles, dont { $several } en ont plusieurs
indicators-offer = Offre
indicators-share = % des lignes, 95 %
indicators-by-family-drawn = Intervalles par tirage de familles entières (B = { $draws }, graine { $seed }) : BCa pour la part, percentiles pour la médiane. Plus haut, une famille compte une fois.
indicators-census = Les familles concernées sont comparées aux autres familles du fichier, qui est complet : écarts standardisés (au-delà de 0,1 en valeur absolue, on les signale d’ordinaire), sans p.

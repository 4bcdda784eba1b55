# Étapes du calcul de la typologie.
progress-typology-null = Échantillons sans groupes
progress-typology-coders = Tirages entre codeurs
progress-typology-weights = Tirages des poids

progress-typology-bootstrap = Cas tirés à nouveau
progress-typology-jitter = Bruit sur les places
progress-typology-uniform = Échantillons uniformes
progress-typology-association = Axes permutés

# Les méthodes que la commande compare, et pourquoi il n’y a pas de profils.
typology-method-exact = Optimum exact
typology-method-kmeans = k-moyennes
typology-method-ward = Ward
typology-method-quadrants = Quadrants
typology-method-coder = Codeur { $coder } seul
typology-method-presence = Présence seule
typology-method-segments = Nombre d’extraits
typology-method-rate = Extraits pour 1 000 mots
typology-method-coverage = Part du texte
typology-method-mean-intensity = Intensité moyenne
typology-method-intensity = Intensité la plus haute
typology-method-z = Axes centrés et réduits
typology-method-robust = Axes réduits par la médiane
typology-method-ranks = Rangs
typology-method-components = Composantes de tous les codes
typology-method-consolidated-components = Composantes, consolidées
typology-method-correspondence = Correspondances de la présence
typology-method-jaccard = Jaccard et lien moyen
typology-method-quadrants-zero = Quadrants coupés à zéro
typology-method-mixture-spherical = Mélange sphérique
typology-method-mixture-diagonal = Mélange diagonal
typology-method-researcher = Placement de l’équipe
typology-error-too-few = { $cases ->
        [0] aucun entretien n’a de place sur les axes
        [1] un seul entretien a une place sur les axes
       *[other] { $cases } entretiens seulement ont une place sur les axes
    }, pour { $groups } profils demandés
typology-error-empty-axis = aucun code du livre n’a de poids sur l’axe « { $axis } »
typology-error-no-axis = aucun axe ne distingue les entretiens
typology-error-coincident = trop d’entretiens ont la même place pour { $groups } profils

# Ce que l’on peut dire des groupes : la commande et le rapport disent de même, des mêmes chiffres.
typology-verdict-separated = Ces { $groups } profils sont des groupes séparés : { $people } points tirés sans groupes donnent une partition aussi nette dans { $share } des tirages seulement ({ $p }, B = { $draws }){ $known ->
        [yes] , et une seule partition atteint l’optimum
       *[no] {""}
    }.
typology-verdict-continuum = Ces { $groups } profils sont un découpage utile d’un continuum, pas des groupes séparés : { $people } points tirés sans groupes donnent une partition au moins aussi nette dans { $share } des tirages ({ $p }, B = { $draws }).
typology-verdict-not-unique = Ces { $groups } profils sont un découpage utile d’un continuum, pas des groupes séparés : la partition n’est pas unique, { $solutions } se valent, même si des points tirés sans groupes n’en donnent une aussi nette que dans { $share } des tirages ({ $p }, B = { $draws }).
typology-verdict-no-draws = Aucun échantillon sans groupes n’a été tiré : on ne peut pas dire si les profils sont séparés.
typology-verdict-too-few-draws = Seulement { $draws } échantillons sans groupes ont été tirés : on ne peut pas dire si les profils sont séparés.

# propos typology, au-delà des tableaux.
typology-axis-dropped = L’axe « { $axis } » ne compte pas : tous les entretiens y ont la même valeur.
typology-unplaced = { $n ->
        [1] Laissé de côté, codé par personne ou sans valeur sur un axe
       *[other] Laissés de côté, codés par personne ou sans valeur sur un axe
    } : { $cases }
typology-read-once = lu par une seule personne, les tirages entre codeurs n’en disent rien
typology-everybody = Tous les entretiens
typology-single = { $profile } est un cas isolé, pas un profil : { $case }

# propos typology --stability.
stability-title = Stabilité (n = { $n }, graine { $seed })
stability-coders = Codeurs
stability-weights = Poids
stability-jitter-column = Bruit
stability-left-out-column = Retraits
stability-methods-column = Méthodes
stability-cases-note = Part des tirages qui gardent le profil : entre codeurs (B = { $coders }), de poids (Dirichlet, B = { $weights }), avec du bruit ; retraits d’un autre cas, puis méthodes, qui le laissent en place.
stability-misplaced = Plus près d’un autre profil que du leur (silhouette négative) : { $cases }
stability-left-out = Retrait d’un cas
stability-left-out-line = Retrait d’un cas : { $same } retraits sur { $removals } ne changent rien d’autre ; ARI { $mean } en moyenne, { $least } au moins.
stability-jitter = Bruit
stability-jitter-line = Bruit de la taille du désaccord des codeurs (écart-type : { $noise } ; B = { $draws }) : la même partition dans { $whole } des tirages, ARI { $ari } en moyenne.
stability-bootstrap = Bootstrap
stability-bootstrap-title = Cas tirés à nouveau avec remise (B = { $draws }, { $used } classés ; k-moyennes, doublons gardés)
stability-jaccard = Jaccard moyen
stability-found = Plus de 0,75
stability-dissolved = Au plus 0,5
stability-reading = Lecture
stability-reading-stable = stable
stability-reading-pattern = tendance
stability-reading-doubtful = douteux
stability-reading-dissolved = dissous
stability-bootstrap-note = Avec { $n } cas, un tirage en contient { $distinct } différents en moyenne, et les petits profils en disparaissent : un Jaccard bas est attendu. Le retrait d’un cas et le bruit en disent davantage.
stability-consensus = Combien de fois deux cas vont ensemble, parmi les tirages qui contiennent les deux
stability-without-code = Un code retiré de son axe
stability-without-code-note = { $quiet } codes sur { $codes } peuvent être retirés sans qu’un cas change de profil.
stability-code = Code
stability-ari = ARI
stability-structure = Y a-t-il des groupes ?
stability-indices = Silhouette moyenne { $silhouette }, Caliński–Harabasz { $ch }, Davies–Bouldin { $db }, corrélation cophénétique de l’arbre de Ward { $cophenetic }.
stability-gaussian = Hypothèse gaussienne
stability-uniform = Hypothèse uniforme
stability-association = Association des axes
stability-null-gaussian = Un seul nuage gaussien de même covariance : { $p } (B = { $draws } ; part des carrés restant dans les groupes { $observed }).
stability-null-uniform = Pavé autour des cas, seconde hypothèse : { $p } (B = { $draws }).
stability-null-association = Axes permutés : { $p } (B = { $draws }). Il s’agit de l’association des axes, pas de groupes.
stability-numbers = Nombre de groupes (gap sur les partitions de Ward, références uniformes, B = { $draws })
stability-groups = k
stability-within = Intra
stability-gap = Gap
stability-error = s
stability-gap-note = La règle de Tibshirani s’arrête à { $chosen ->
        [one] 1 groupe
       *[other] { $chosen } groupes
    } ; { $groups } est le choix de l’équipe. Avec peu de cas, la règle n’en trouve guère.
stability-checks = Autres façons de classer
stability-presence = Analyse des correspondances : { $variables } codes qui varient, { $constant } constants laissés de côté ; { $axes ->
        [one] 1 axe gardé
       *[other] { $axes } axes gardés
    }, { $share } des taux de Benzécri ; Ward, consolidé.
stability-shape-spherical = sphérique
stability-shape-diagonal = diagonal
stability-mixture-one = { $shape } ({ $parameters } paramètres, BIC { $bic })
stability-mixtures = Les mélanges gaussiens sont exploratoires : { $mixtures }. Des covariances entières demanderaient { $parameters } paramètres pour { $numbers } nombres.
stability-pairs = Méthodes deux à deux (indice de Rand ajusté)
stability-undefined = { $trial } : indéfini, { $reason }.
stability-why-single-coder = aucun cas n’a été lu par deux codeurs
stability-why-no-draws = aucun tirage n’a pu être classé
stability-never-drawn = aucun tirage ne les réunit
stability-why-few = il y a trop peu de cas différents

# propos profile.
profile-title = { $title } : { $n } cas sur { $all }
profile-cases = Cas, du plus central au moins central (marge jusqu’au profil suivant) : { $cases }
profile-paragon = { $n ->
        [one] Cas le plus central (parangon)
       *[other] Cas également centraux
    } : { $cases }
profile-boundary = Cas frontière, gardés dans moins de { $share } des { $draws } tirages entre codeurs : { $cases }
profile-no-boundary = Cas frontière : indéfini, les tirages entre codeurs ne disent rien de ces cas.
profile-undrawn = Les tirages entre codeurs ne disent rien de : { $cases }
profile-border = Le plus près d’un autre profil : { $case }
profile-specific = Le plus loin des autres profils : { $case }
profile-code = Code
profile-intensity = Intensité, ici / tous
profile-v = v.test
profile-present = Présent
profile-v-presence = v.test, présence
profile-p = p
profile-active = actif
profile-no-code = Aucun code ne ressort (valeur-test d’au moins { $v }).
profile-attribute = Caractéristique
profile-here = Ici
profile-overall = Tous
profile-n = n
profile-quote = { $kind ->
        [counter] À l’encontre : « { $text } » ({ $case }, tour { $turn }, { $code })
       *[quote] « { $text } » ({ $case }, tour { $turn }, { $code })
    }
profile-no-attribute = Aucune caractéristique secondaire des personnes n’est connue.
profile-secondary = Caractéristiques secondaires, tous profils
profile-test = Test
profile-test-kruskal = Kruskal–Wallis
profile-test-fisher = Freeman–Halton
profile-missing = Manquants
profile-q = q
profile-way = Calcul
profile-exact = exact
profile-drawn = { $draws } tirages
profile-secondary-note = n = { $n }, graine { $seed }. p : permutation, des deux côtés ; q : Benjamini–Hochberg sur ces caractéristiques. Un code marqué « actif » a construit les profils : sa valeur-test classe, et un p serait circulaire. Les p d’un profil face aux autres ne sont pas ajustés.

# Textes du rapport. Balises : **gras**, [texte](#ancre), [fig:nom], [tab:nom].

# Mots du cadre
report-contents = Sommaire
report-figure-label = Figure { $number }
report-table-label = Tableau { $number }
report-figure-reference = figure
report-table-reference = tableau
report-figure-table = Tableau de la figure { $number }
report-slide-hint = Faire glisser la figure vers la gauche pour la lire en entier.
report-slide-table-hint = Faire glisser le tableau vers la gauche pour le lire en entier.
report-method = Méthode :
report-note = Note :
report-reading = Lecture :
report-scope = Champ :
report-source = Source :
report-sign-suppressed = s
    .meaning = secret statistique
report-sign-not-available = nd
    .meaning = non disponible
report-sign-not-applicable = so
    .meaning = sans objet
report-to-write = à rédiger
report-all = Ensemble
report-none = aucun

# Tête
report-banner = Étude inventée : personnes et chiffres fictifs
report-foot-invented = { $title } – étude inventée
report-kicker-internal = Dossier d’étude – édition interne
report-kicker-public = Dossier d’étude – édition publique
report-kicker-part = { $kicker } – extrait, { $shown } { $shown ->
    [one] partie
   *[other] parties
 } sur { $total }
report-count-interviews = { $n ->
    [one] entretien, { $words } mots de la personne interrogée
   *[other] entretiens, { $words } mots des personnes interrogées
}
report-count-extracts = { $n ->
    [one] extrait
   *[other] extraits
}, { $codings } { $codings ->
    [one] codage
   *[other] codages
} { $coderscount ->
    [1] d’un codeur
   *[other] de { $coders }
}, { $codes } { $codes ->
    [one] code
   *[other] codes
}
report-coders = { $n ->
    [1] un codeur
   *[other] { $words } codeurs
}
report-count-questionnaires = { $n ->
    [one] questionnaire
   *[other] questionnaires
}, { $interviewed ->
    [0] aucun d’une personne interrogée
    [1] dont celui d’une personne interrogée
   *[other] dont les { $interviewed } des personnes interrogées
}
report-count-families = { $families ->
    [one] famille contactée
   *[other] familles contactées
}, { $interventions } { $interventions ->
    [one] intervention
   *[other] interventions
}

# Sources et champs
report-source-invented = étude inventée, { $source }
report-source-interviews = { $n } { $n ->
    [one] entretien
   *[other] entretiens
} ({ $dates }), { $coders }
report-source-questionnaire = questionnaire ({ $dates })
report-source-casework = fichier des interventions { $year }, extraction du { $date }
report-source-both = { $first } ; { $second }, calculs de propos.
report-source-computed = { $source }, calculs de propos.
report-undated = sans date
report-scope-people = { $n } { $n ->
    [one] personne interrogée
   *[other] personnes interrogées
}.
report-scope-turns = { $turns } { $turns ->
    [one] tour
   *[other] tours
} de parole { $n ->
    [1] de la personne interrogée
   *[other] des { $people } personnes
}.
report-scope-respondents = { $n } { $n ->
    [one] répondant
   *[other] répondants
} au questionnaire.

# 1. L’essentiel
report-chapter-essentials = L’essentiel
report-essential-groups = Placées sur deux axes, { $first } et { $second }, les { $people } personnes se rangent en { $groups } profils de { $sizes } cas ([fig:plane]).
report-essential-apart = { $names } { $n ->
    [one] n’a pas de place sur les axes et n’est
   *[other] n’ont pas de place sur les axes et ne sont
} dans aucun profil.
report-essential-alone = **{ $names } { $n ->
    [1] est seul·e dans son profil : un cas isolé n’est
   *[other] sont chacun·e seul·e dans leur profil : un cas isolé n’est
} pas un profil.**
report-essential-readings = { $readings } de la même grille ({ $names }) { $count ->
    [one] { $some ->
        [yes] laisse
       *[no] ne laisse
    }
   *[other] { $some ->
        [yes] laissent
       *[no] ne laissent
    }
} { $some ->
    [yes] { $stable } { $stablecount ->
        [one] personne
       *[other] personnes
    }
   *[no] aucune personne
} sur { $people } dans le même profil{ $rows ->
    [0] {""}
   *[other]  ; sur les { $rows } autres classements comparés, { $always ->
        [0] aucune ne garde toujours le sien
        [1] une seule garde toujours le sien
       *[other] { $alwayswords } gardent toujours le leur
    }
} ([fig:moves]).
report-readings = { $n ->
    [1] Une autre lecture
   *[other] { $words } autres lectures
}
report-essential-boundary = **{ $names } { $n ->
    [1] est un cas frontière
   *[other] sont des cas frontière
}.**
report-essential-no-boundary = Aucun cas n’est à la frontière de deux profils.
report-essential-boundary-unknown = Aucun entretien n’a été codé par deux personnes : on ne sait pas quels cas sont à la frontière de deux profils.
report-essential-boundary-undrawn = Aucun tirage entre codeurs ne dit quels cas sont à la frontière de deux profils.
report-essential-read-once = { $names }, { $n ->
    [1] que le codage d’une seule personne place, n’a
   *[other] que le codage d’une seule personne place, n’ont
} pas pu être mis à cette épreuve.
report-essential-serve = Ils servent à lire et à comparer, **ils ne mesurent pas une fréquence**.
report-essential-low = { $part } personnes { $n ->
    [one] est
   *[other] sont
} en [{ $profile }](#{ $anchor }), { $title } ; codes plus intenses qu’ailleurs : { $codes }.
report-essential-low-bare = { $part } personnes { $n ->
    [one] est
   *[other] sont
} en [{ $profile }](#{ $anchor }), { $title }.
report-essential-scores-all = Les scores des { $people } au questionnaire diffèrent selon le profil sur les { $scales } échelles comparées ([fig:scores]).
report-essential-scores = Les scores des { $people } au questionnaire diffèrent selon le profil sur { $count } des { $scales } échelles comparées ([fig:scores]).
report-essential-scores-none = Aucune des { $scales } échelles comparées ne montre, entre profils, d’écart déclaré significatif à 5 % pour les { $people } personnes ([fig:scores]).
report-essential-rates = Sur { $families } familles contactées, { $offers } ([fig:rates]).
report-essential-offer = { $count } ont reçu l’offre « { $offer } » ({ $share })
report-essential-duration = La durée médiane de l’offre « { $offer } » est de { $days } jours une fois comptées les interventions en cours ([fig:durations]).

# 2. Matériaux et méthode
report-chapter-material = Matériaux et méthode
report-material-lead = L’étude { $count ->
    [1] repose sur
   *[other] croise
} { $materials }. Chaque chiffre porte son effectif. À l’écran, les comptes des codes et les citations mènent à leurs extraits, chaque figure à son tableau ; registres et tableaux sont aussi dans le classeur des tableaux.
report-material-interviews = les entretiens, qui disent { $casework ->
    [yes] comment l’intervention a été vécue
   *[no] ce que des personnes ont vécu
}
report-material-interviews-alone = { $n ->
    [1] un entretien
   *[other] { $n } entretiens
}
report-material-questionnaire = le questionnaire, qui situe ces récits parmi { $n } { $n ->
    [one] réponse
   *[other] réponses
}
report-material-questionnaire-alone = le questionnaire, { $n } { $n ->
    [one] réponse
   *[other] réponses
}
report-material-casework = le fichier des interventions, qui décrit l’activité
report-method-title = { $n ->
    [1] Méthode
   *[other] Méthode en { $words } lignes
}
report-method-coding = { $coders }, { $codings } { $total ->
    [one] codage
   *[other] codages
} ; un **extrait** est la réunion des passages qui se recouvrent pour un même code : { $extracts } { $extracts ->
    [one] extrait
   *[other] extraits
}{ $coderscount ->
    [1] . Sans second codage, l’accord ne se mesure pas.
    [2] , dont { $shared } { $shared ->
        [one] vu
       *[other] vus
    } par les deux codeurs.
   *[other] , dont { $shared } { $shared ->
        [one] vu
       *[other] vus
    } par tous les codeurs.
}
report-method-axes = Deux axes : { $first } ({ $firstcodes } codes) et { $second } ({ $secondcodes } codes), moyenne des intensités les plus hautes, signées.
report-method-groups = { $groups } profils : nombre fixé par l’équipe ; parmi les { $partitions } partitions possibles, celle de moindre inertie, la suivante étant { $gap } moins bonne.
report-method-groups-bare = { $groups } profils : nombre fixé par l’équipe.
report-method-stability = Stabilité : un cas retiré à la fois, puis { $draws } tirages entre les codeurs ; sous { $firm } des tirages dans le même profil, un cas est dit frontière.
report-method-scales = Questionnaire : moyenne des items répondus (au moins la moitié), ramenée de 0 à 100.
report-method-intervals = Intervalles à 95 % : { $values }.
report-interval-rates = Wilson pour les taux
report-interval-agreement = rééchantillonnage des entretiens pour l’accord
report-interval-durations = log-log pour les durées
report-people-title = { $n ->
    [1] La personne interrogée
   *[other] Les { $people } personnes interrogées
}
report-people-unit = { $ages ->
    [yes] Tranches d’âge{ $similar ->
        [yes]  ; les familles semblables partagent sexe, tranche d’âge, évènement et offre
       *[no] {""}
    }
   *[no] { $similar ->
        [yes] Les familles semblables partagent les caractéristiques affichées
       *[no] {""}
    }
}
report-column-interview = Entretien
report-column-person = Personne
report-column-event = Évènement
report-column-offer = Offre
report-column-profile = Profil
report-column-words = Mots
report-column-extracts = Extraits
report-column-similar = Familles semblables
report-people-note = lignes rangées par profil, puis par place croissante sur le premier axe.
report-people-reading = { $person } partage ses caractéristiques affichées avec { $n } des { $families } familles ayant reçu une intervention. Sous { $threshold }, une caractéristique serait retirée.
report-people-small = { $names } : moins de { $threshold } familles semblables ; une caractéristique est à regrouper avant de publier.
report-sample-title = Répondants et familles suivies
report-sample-unit = En % des { $respondents } répondants et des { $families } familles ayant reçu une intervention
report-sample-axis = Part, en %
report-sample-respondents = répondants
report-sample-families = familles suivies
report-sample-difference = écart, points
report-sample-dissimilarity = dissemblance { $points } points
report-sample-dissimilarity-short = dissemblance { $points }
report-sample-note = réponses non pondérées ; une ressemblance sur { $count ->
    [one] cette caractéristique
   *[other] ces { $words } caractéristiques
} ne corrige pas le choix de répondre. Dissemblance : demi-somme des écarts, en points.
report-sample-reading = « { $modality } » ({ $variable }) réunit { $first } des répondants et { $second } des familles suivies, soit { $difference } points.
report-sample-scope = familles ayant reçu une intervention en { $year }.
report-desc-table = Toutes les valeurs sont dans le tableau de la figure.
report-sample-desc = Plus grand écart : { $modality }, { $difference } points. Toutes les valeurs sont dans le tableau de la figure.
report-column-variable = Variable
report-column-modality = Modalité
report-column-respondents = Répondants
report-column-families = Familles
report-column-share = %
report-column-difference = Écart

# 3. Ce que disent les entretiens
report-chapter-interviews = Ce que disent les entretiens
report-interviews-lead = Le livre de codes compte { $codes } { $codes ->
    [one] code
   *[other] codes
} et { $themes } { $themescount ->
    [one] thème
   *[other] thèmes
}. Deux comptes sont toujours donnés ensemble : les extraits, qui dépendent de la longueur des propos, et les entretiens concernés{ $n ->
    [1] , ici un seul
   *[other] , sur { $people }
}.
report-codebook-title = Extrait du livre de codes
report-codebook-unit = { $n } { $n ->
    [one] code
   *[other] codes
} sur { $total } : { $profiles ->
    [yes] les plus typiques de chaque profil, puis les plus présents
   *[no] les plus présents
}
report-codebook-whole = { $n ->
    [1] Son seul code
   *[other] Ses { $n } codes
}
report-codebook-full = Livre de codes
report-column-code = Code
report-column-definition = Définition, limites
report-column-axis = Axe
report-column-interviews = Entretiens
report-code-include = Inclure : { $text }
report-code-exclude = Exclure : { $text }
report-codebook-reading = « { $code } » est codé dans { $interviews } { $interviews ->
    [one] entretien
   *[other] entretiens
} sur { $people }, en { $extracts } { $extracts ->
    [one] extrait
   *[other] extraits
} ; la liste complète est [en annexe](#livre-de-codes).
report-heatmap-title = Codes et entretiens
report-heatmap-unit = Teinte : intensité la plus haute donnée par l’un des codeurs ; chiffre : nombre d’extraits
report-heatmap-note = codes rangés par thème, puis par nombre d’entretiens et d’extraits{ $profiles ->
    [yes]  ; entretiens par profil, puis par place sur le premier axe
   *[no] {""}
}.
report-heatmap-reading = dans { $person }, « { $code } » compte { $count ->
    [one] { $count } extrait
   *[other] { $count } extraits
} et atteint l’intensité { $intensity }. Le code est présent dans { $interviews } { $interviews ->
    [one] entretien
   *[other] entretiens
} sur { $people }, en { $extracts } { $extracts ->
    [one] extrait
   *[other] extraits
}.
report-heatmap-desc = { $codes } { $codes ->
    [one] code en ligne
   *[other] codes en lignes
}, { $people } { $people ->
    [one] entretien en colonne
   *[other] entretiens en colonnes
}. Code le plus présent : { $code }, { $interviews } { $interviews ->
    [one] entretien
   *[other] entretiens
}, { $extracts } { $extracts ->
    [one] extrait
   *[other] extraits
}. Toutes les valeurs sont dans le tableau de la figure.
report-heatmap-cell = { $person }, { $code } : { $count ->
    [one] { $count } extrait
   *[other] { $count } extraits
}, intensité { $intensity }
report-heatmap-shade = Intensité la plus haute
report-shade-absent = absent
report-shade-1 = 1 évoqué
report-shade-2 = 2 net
report-shade-3 = 3 central
report-heatmap-key = ▲{ $firstletter }, ▼{ $firstletter } : pèse en plus ou en moins sur l’axe « { $first } » ; ▲{ $secondletter }, ▼{ $secondletter } : sur l’axe « { $second } » ; sans signe : hors des axes
report-cooccurrence-title = Codes présents dans le même tour de parole
report-cooccurrence-unit = Nombre de tours de parole portant les deux codes ; codes d’au moins une paire de { $turns } tours et { $interviews } entretiens
report-cooccurrence-ties = { $n ->
    [0] Aucune paire au-dessus du hasard (q < 0,10)
    [one] La paire au-dessus du hasard (q < 0,10)
   *[other] Les { $words } paires les plus fréquentes au-dessus du hasard (q < 0,10)
}
report-cooccurrence-none = aucune
report-cooccurrence-above = plus souvent qu’au hasard (q < 0,10)
report-cooccurrence-other = autres paires (nombre dès { $least } tours)
report-cooccurrence-diagonal = devant chaque nom : tours de parole portant le code
report-cooccurrence-cell = une case croise le nom à sa droite et le nom au-dessus d’elle
report-cooccurrence-arcs-key = tours partagés (entretiens concernés)
report-cooccurrence-note = hasard : { $draws } décalages circulaires à l’intérieur de chaque entretien, correction de Benjamini et Hochberg sur { $pairs } paires ; { $significant ->
    [0] aucune paire n’est déclarée significative à 5 %
    [1] une paire est déclarée significative à 5 %
   *[other] { $significant } paires sont déclarées significatives à 5 %
}.
report-cooccurrence-floor = À ce nombre de tirages, q ne peut descendre sous { $q }.
report-cooccurrence-reading = { $first } et { $second } partagent { $turns } { $turns ->
    [one] tour
   *[other] tours
} de parole, dans { $interviews } { $interviews ->
    [one] entretien
   *[other] entretiens
}.
report-cooccurrence-desc = Paire la plus fréquente : { $first } et { $second }, { $turns } { $turns ->
    [one] tour de parole partagé
   *[other] tours de parole partagés
}, dans { $interviews } { $interviews ->
    [one] entretien
   *[other] entretiens
}. Les paires les plus fortes sont dans le tableau de la figure.
report-column-pair = Paire
report-column-shared-turns = Tours partagés
report-column-jaccard = Jaccard
report-column-q = q
report-heading-coding = Le codage est-il partagé, et complet ?
report-agreement-none = L’accord entre codeurs ne se mesure pas : { $coders ->
    [1] une seule personne a codé.
   *[other] aucun entretien n’a été codé par deux personnes, ou aucun code ne varie.
}
report-agreement-title = Accord entre codeurs, par code
report-agreement-unit = α de Krippendorff par code, unité : le tour de parole de la personne interrogée
report-agreement-note = seuils d’usage à 0,667 et 0,80 ; { $firm } { $firm ->
    [one] code
   *[other] codes
} sur { $total } { $firm ->
    [one] a
   *[other] ont
} un α d’au moins 0,80, { $low } une borne basse sous 0,667. Intervalles : rééchantillonnage des entretiens.
report-agreement-reading = pour « { $code } », α vaut { $alpha }, intervalle de { $lower } à { $upper }.
report-agreement-scope = { $turns } { $turns ->
    [one] tour
   *[other] tours
} de parole, { $codes } { $codes ->
    [one] code
   *[other] codes
}, { $coders }.
report-agreement-desc = α le plus faible : { $low }, { $lowalpha } ; le plus fort : { $high }, { $highalpha }. Toutes les valeurs sont dans le tableau de la figure.
report-agreement-axis = α de Krippendorff
report-agreement-firm = α ≥ 0,80
report-agreement-weak = α < 0,80
report-column-alpha = α
report-column-lower = Borne basse
report-column-upper = Borne haute
report-column-both = { $n ->
    [2] Les deux
   *[other] Tous
}
report-column-alone = Codeur { $n } seul
report-accumulation-title = Codes rencontrés au fil des entretiens
report-accumulation-unit = Nombre de codes différents, dans l’ordre des entretiens
report-accumulation-note = le livre de codes, écrit avant le codage, borne la courbe : elle ne montre pas que tout a été dit, seulement quand chaque code a servi.
report-accumulation-undated = { $all ->
    [yes] aucun entretien n’est daté : ils se suivent dans l’ordre de leurs identifiants.
   *[no] { $n ->
        [1] un entretien n’est pas daté et vient
       *[other] { $n } entretiens ne sont pas datés et viennent
    } après les autres.
}
report-accumulation-reading = le premier entretien porte { $first } { $first ->
    [one] code
   *[other] codes
} ; un entretien tiré au hasard en porterait { $mean } en moyenne.
report-accumulation-desc = De { $first } { $first ->
    [one] code
   *[other] codes
} au premier entretien à { $last } au dernier. Toutes les valeurs sont dans le tableau de la figure.
report-accumulation-axis = Codes rencontrés
report-accumulation-x = Entretiens, dans l’ordre des dates
report-accumulation-ceiling = { $n ->
    [1] le seul code du livre
   *[other] les { $n } codes du livre
}
report-accumulation-expected = tous les ordres possibles (moyenne ± 2 écarts-types)
report-accumulation-new = codes nouveaux
report-column-order = Rang
report-column-new = Nouveaux
report-column-met = Rencontrés
report-column-mean = Moyenne
report-column-deviation = Écart-type

# 4. Les profils
report-profiles-none = Pas de profils : { $reason }.
report-chapter-profiles = { $n ->
    [0] Les profils
    [1] Un profil
   *[other] { $words } profils
}
report-axis-range = { $title } (de { $low } à { $high })
report-profiles-lead = Premier axe : { $first } ; second axe : { $second }. Les noms des profils décrivent leur place sur ces deux axes, par rapport à la moyenne des { $people } ; « faible » n’y est pas un jugement sur l’intervention.
report-plane-name = Plan des deux axes
report-plane-title = { $groups } profils sur deux axes
report-plane-unit = Indices ; fond : région la plus proche du centre de chaque profil
report-plane-note = le placement retenu prend, pour chaque code, la plus haute des intensités des codeurs : il peut dépasser les placements séparés.
report-plane-reading = { $person } a pour { $first } { $x } et pour { $second } { $y } ; les petits cercles donnent sa place selon chaque codeur seul.
report-plane-desc = { $people } points. { $boundary }
report-plane-doubt = { $person } passe en { $profile } dans { $share } des tirages
report-plane-ring = placement par un seul codeur
report-plane-boundary = cas frontière (appartenance < { $firm })
report-plane-mean = moyenne des { $people }
report-plane-mean-value = moyenne { $value }
report-plane-zero = 0 : autant de favorable que de défavorable
report-axis-name = { $title } (indice, { $low } à { $high })
report-profile-title = { $first } { $firsthigh ->
    [yes] au-dessus de la moyenne
   *[no] sous la moyenne
}, { $second } { $secondhigh ->
    [yes] au-dessus de la moyenne
   *[no] sous la moyenne
}
report-card-title = { $name } – { $title }
report-card-members = { $n ->
    [one] { $n } personne sur { $people } : { $names }
   *[other] { $n } personnes sur { $people } : { $names }
}
report-card-centre = Centre du profil
report-card-centre-value = { $first } { $x }, { $second } { $y } (moyenne des { $people } : { $meanx } et { $meany })
report-card-more = Codes plus intenses
report-card-less = Codes moins intenses
report-card-words = Vocabulaire distinctif
report-card-word = { $word } ({ $count } fois, { $interviews } entretiens, { $specificity })
report-card-words-more = et { $n ->
    [one] un autre mot
   *[other] { $n } autres mots
}
report-card-words-alone = aucun : le vocabulaire d’un seul entretien serait celui d’une personne
report-words-rule = Vocabulaire distinctif : mots que les enquêté·es du profil disent plus souvent que les autres, d’une spécificité de Lafon d’au moins { $score } (dernier nombre), dits au moins { $occurrences } fois et dans au moins { $interviews } entretiens du profil. { $alone ->
    [0] Aucun mot n’a été écarté parce qu’un seul entretien le dit
    [one] Un mot a été écarté parce qu’un seul entretien le dit
   *[other] { $alone } mots ont été écartés parce qu’un seul entretien les dit
}. La loi suppose des mots indépendants, ce qu’une conversation n’est pas : ces valeurs rangent, elles ne prouvent pas.
report-words-method = Méthode :
report-trials-title = Ce que deviennent les profils quand les cas sont tirés à nouveau
report-trials-unit = Tirages avec remise de tous les cas (B = { $draws }, dont { $used } classés ; graine { $seed })
report-card-paragon = Cas le plus central
report-card-boundary = Cas frontière
report-card-boundary-unknown = indéfini, codés par une seule personne
report-card-boundary-some = aucun parmi ceux que deux personnes ont codés
report-counterexample = Contre-exemple
report-quote-attribution = ({ $person }, { $event }, { $offer } ; [{ $case }, tour { $turn }](#{ $anchor }) ; code « { $code } », intensité { $intensity })
report-quote-rule = Choix des citations : codées par tous les codeurs, de { $least } à { $most } mots, codes typiques d’abord, cas central d’abord, au plus { $each } par entretien ; un contre-exemple par profil. Citations par entretien : { $counts }. Codes d’une valeur-test d’au moins { $notable }, entre parenthèses : à si peu de personnes par profil elle sert à ranger, non à prouver.
report-heading-firm = Ces groupes tiennent-ils ?
report-dendrogram-title = Classification ascendante des { $people } cas
report-dendrogram-unit = Méthode de Ward sur les deux axes standardisés ; symboles : profil retenu ; branches : groupes de Ward
report-dendrogram-axis = hauteur de la fusion
report-dendrogram-cut = coupe en { $n } groupes
report-dendrogram-note = corrélation cophénétique : { $value }. { $n ->
    [0] Ward range tous les cas dans le même profil.
    [one] Ward range { $names } dans un autre profil.
   *[other] Ward range { $names } dans un autre profil.
}
report-dendrogram-reading = { $first } et { $second } fusionnent les premiers.
report-dendrogram-desc = { $first } et { $second } fusionnent les premiers. Les hauteurs sont dans le tableau de la figure.
report-column-merge = Fusion
report-column-height = Hauteur
report-silhouette-title = Silhouette de chaque cas
report-silhouette-unit = Comparaison de la distance à son profil et au profil voisin
report-silhouette-note = { $n ->
    [0] aucune silhouette n’est négative ; la moyenne est de { $mean }.
    [one] la silhouette de { $names } est négative ; la moyenne est de { $mean }.
   *[other] les silhouettes de { $names } sont négatives ; la moyenne est de { $mean }.
}
report-silhouette-reading = { $person } a une silhouette de { $value } et { $profile } pour profil voisin.
report-silhouette-bar = { $value } ({ $profile })
report-silhouette-axis = Silhouette
report-silhouette-desc = Silhouettes : { $values }.
report-column-silhouette = Silhouette
report-column-neighbour = Profil voisin
report-moves-title = Qui change de profil selon la méthode
report-moves-unit = Profil de chaque cas ; carré entouré : le cas quitte son profil ; ARI : accord avec la partition retenue
report-moves-note = les profils d’une autre méthode sont appariés aux profils retenus par le plus grand nombre de cas communs.
report-moves-reading = { $method } : { $n ->
    [0] aucun cas ne change de profil.
    [one] { $names } change de profil.
   *[other] { $names } changent de profil.
}
report-moves-desc = { $lines }
report-moves-moved = le cas quitte son profil retenu
report-moves-agreeing = méthodes d’accord
report-moves-left-out = cas retiré
report-moves-draws = tirages, %
report-column-ari = ARI
report-column-method = Méthode
report-method-retained = Partition retenue
report-method-ward = Ward
report-method-kmeans = k-moyennes
report-method-quadrants = Quadrants
report-method-coder = Codeur { $number } seul
report-method-presence = Présence seule
report-method-share = Part du texte
report-method-rate = Extraits pour 1 000 mots
report-method-scaling = Autre mise à l’échelle
report-method-components = Composantes de tous les codes
report-method-researcher = Placement de l’équipe
report-method-volume = Nombre d’extraits
report-method-mean-intensity = Intensité moyenne
report-method-intensity = Intensité la plus haute

# 5. Des profils aux questionnaires
report-chapter-questionnaire = Des profils aux questionnaires
report-questionnaire-empty = Le questionnaire n’a aucune réponse : il n’y a ni score ni rapprochement.
report-questionnaire-nobody = { $count ->
    [1] La personne interrogée n’est pas reliée
   *[other] Aucune des { $people } personnes n’est reliée
} à ses réponses : il n’y a ni scores par profil, ni rapprochement.
report-questionnaire-lead = { $all ->
    [yes] { $n ->
        [1] La personne interrogée a aussi répondu
       *[other] Les { $people } personnes ont aussi répondu
    }
   *[no] { $interviewed } des { $people } personnes { $n ->
        [one] a aussi répondu
       *[other] ont aussi répondu
    }
} au questionnaire. { $profiles ->
    [yes] { $n ->
        [1] Ses scores, qui n’ont pas servi à construire les profils, peuvent donc leur être comparés.
       *[other] Leurs scores, qui n’ont pas servi à construire les profils, peuvent donc leur être comparés.
    }
   *[no] {""}
}
report-questionnaire-lead-assigned = Le rapprochement des { $n } répondants avec les profils est d’une autre nature : il passe par { $served }.
report-scores-title = Scores des { $people } et des { $n } répondants
report-scores-unit = Scores de 0 à 100 ; trait pointillé : médiane des { $n } répondants
report-scores-note = Kruskal-Wallis exact par permutation ({ $arrangements } répartitions), p corrigés par Holm sur { $tests } échelles : { $values }.
report-scores-public = Édition publique : ni le score d’une personne interrogée ni les extrêmes d’un profil ne sont imprimés ; la médiane d’un profil l’est à partir de { $threshold } personnes.
report-scores-bars = Barres fines : quartiles et médiane des répondants rapprochés du profil ; elles viennent de la règle de rapprochement.
report-scores-hidden = Barres en tirets : moins de { $threshold } répondants, ou un effectif qui les ferait retrouver ; toutes à la même hauteur.
report-scores-key = Symboles numérotés : une personne interrogée (1 pour { $first }), à son score
report-scores-reading = en « { $scale } », les personnes de { $profile } vont de { $low } à { $high } sur 100 ; la médiane des { $n } répondants est { $median }.
report-scores-reading-public = en « { $scale } », la médiane des personnes de { $profile } est de { $own } sur 100 ; celle des { $n } répondants est de { $median }.
report-scores-scope = { $n } répondants, { $interviewed ->
    [0] aucune personne interrogée
    [1] dont une personne interrogée
   *[other] dont les { $interviewed } personnes interrogées
} ; { $undetermined } répondants indéterminés ne sont rapprochés d’aucun profil.
report-scores-scope-bare = { $n } répondants, { $interviewed ->
    [0] aucune personne interrogée
    [1] dont une personne interrogée
   *[other] dont les { $interviewed } personnes interrogées
}.
report-scores-desc = { $scales } échelles en colonnes, un couloir par profil. Les valeurs sont dans le tableau de la figure.
report-scores-base = { $n } { $n ->
    [one] réponse
   *[other] réponses
}
report-scores-everyone = Les { $n }
report-scores-respondents = répondants
report-lane-persons = { $n ->
    [one] { $n } personne
   *[other] { $n } personnes
}
report-lane-respondents = { $n } répond.
report-joint-title = { $scores ->
    [yes] Profils, paroles et scores
   *[no] Profils et paroles
}
report-joint-unit = { $edition ->
    [public] Médiane des personnes interrogées, de 0 à 100 ; s : moins de { $threshold } personnes
    [bare] Scores des personnes interrogées non imprimés : moins de { $threshold } personnes par profil
   *[internal] Médiane des personnes interrogées [minimum ; maximum], de 0 à 100
}
report-joint-n = n = { $n }
report-joint-note = la dernière colonne est écrite par l’équipe, après relecture des extraits ; l’outil la laisse à rédiger.
report-verdict-confirms = Confirme.
report-verdict-extends = Étend.
report-verdict-contradicts = Discorde.
report-column-typical = Codes typiques
report-column-reading = Lecture de l’équipe
report-assignment-title = Répondants rapprochés d’un profil, par évènement
report-assignment-unit = Effectifs ; s : secret statistique
report-column-near = Proche de { $profile }
report-column-undetermined = Indéterminé
report-assignment-hidden = { $hidden ->
    [one] une case est masquée
   *[other] { $hidden } cases sont masquées
} : moins de { $threshold } répondants, ou un effectif qui les ferait retrouver par différence.
report-assignment-whole = aucune case n’est sous { $threshold }.
report-assignment-merged = Évènements regroupés : { $names }.
report-assignment-rule = Rapprochement au centre le plus proche, écarté si la marge est sous { $margin }.
report-assignment-cramer = V de Cramér corrigé : { $v } (n = { $n }, hors indéterminés).
report-assignment-cramer-interval = V de Cramér corrigé : { $v } [{ $low } ; { $high }] (n = { $n }, hors indéterminés ; intervalle à { $level } par { $draws } tirages, graine { $seed }).
report-assignment-cramer-hidden = Le V de Cramér n’est pas donné : il aiderait à retrouver les cases masquées.
report-assignment-reading = { $count } répondants (« { $event } ») sont rapprochés de { $profile } par { $served }.
report-served-default = deux indicateurs communs
report-box-title = Ce que ce rapprochement ne dit pas
report-box-share = Il ne dit pas « { $share } des personnes aidées sont du profil { $profile } ».
report-box-centres = Les centres reposent sur { $least } à { $most } personnes.
report-box-centres-equal = Les centres reposent sur { $least } personnes chacun.
report-box-recovered = Ils retrouvent le profil des personnes interrogées dans { $found } cas sur { $tried } (intervalle : { $low } à { $high }).
report-box-kept = Retirer ou répéter des cas laisse { $low } à { $high } des répondants à leur place.
report-box-served = Ce qui a servi au rapprochement ({ $served }) n’est pas comparé entre profils.
report-items-title = Réponses aux items
report-items-unit = En % des réponses exprimées ; items dans l’ordre décroissant des avis favorables, par échelle
report-items-note = item inversé retourné.
report-alpha-undefined = indéfini
report-items-alpha = Alpha de Cronbach : { $values }.
report-items-reading = à l’item « { $item } », { $share } des { $n } réponses sont favorables (4 ou 5).
report-not-asked = question non posée, comptée ni comme une réponse ni comme son absence : { $list }.
report-weighted-title = Scores bruts et redressés
report-weighted-unit = Scores moyens de 0 à 100, ± erreur type
report-column-unweighted = Brut
report-column-weighted = Redressé
report-weighted-note = { $n } répondants ramenés aux marges { $base } ({ $margins }). Effet de plan de Kish : { $deff }, soit { $effective } répondants de même poids ; poids bornés de { $least } à { $most } fois la moyenne, { $trimmed ->
    [0] aucun n’a été rogné.
    [one] un a été rogné.
   *[other] { $trimmed } ont été rognés.
}
report-weighted-served = { $scales } : a servi au rapprochement, seul l’ensemble est donné.
report-weighted-reading = { $scale }, ensemble : { $plain } en moyenne, { $weighted } une fois redressé.
report-weighted-refused = Les scores ne sont pas ramenés aux marges { $base } : { $reason }
report-items-scope = { $n } répondants, hors non-réponses et « Ne se prononce pas » ({ $least } à { $most } par item).
report-items-desc = Part d’avis favorables la plus haute : { $item }, { $share }. Toutes les valeurs sont dans le tableau de la figure.
report-items-hidden = s : moins de { $threshold } réponses, ou un effectif qui les ferait retrouver ; les parts cachées d’un item ont la même longueur.
report-items-reversed = { $item } (inversé)
report-items-low = défavorable
report-items-high = favorable
report-items-first = 1 pas du tout
report-items-last = 5 tout à fait
report-column-favourable = 4 et 5, %
report-column-n = n
report-column-item = Item
report-column-scale = Échelle
report-practices-title = Pratiques avant et après l’intervention
report-practices-unit = Nombre de répondants, pratiques déclarées avant et après
report-practices-note = avant et après sont déclarés le même jour, sans groupe de comparaison : ces écarts ne mesurent pas l’effet de l’intervention.
report-practices-tests = McNemar exact, Holm sur { $tests } : { $values }.
report-practices-tests-alone = McNemar exact, chaque p multiplié par le nombre de tests, { $tests } (celui de Holm dépendrait d’un test tu) : { $values }.
report-practices-reading = { $practice } : { $started } répondants commencent, { $stopped } arrêtent ; solde de { $net } points.
report-practices-desc = Solde le plus grand : { $practice }, { $net } points. Toutes les valeurs sont dans le tableau de la figure.
report-practices-hidden = s : moins de { $threshold } répondants, ou un effectif qui les ferait retrouver ; les parts cachées d’une pratique ont la même longueur, leur solde et leur test sont tus.
report-practices-both = avant et après
report-practices-stopped = arrêtent
report-practices-started = commencent
report-practices-neither = ni avant ni après
report-practices-net = solde, points
report-practices-axis = Part des répondants, en %
report-column-practice = Pratique
report-column-p = p

# 6. Indicateurs d’activité
report-chapter-activity = Indicateurs d’activité
report-activity-nobody = Le fichier des interventions ne compte aucune famille : il n’y a pas d’indicateur.
report-activity-lead = Le fichier compte { $lines } lignes et { $families } familles. { $refused } familles ont refusé, { $silent } n’ont pas répondu.
report-activity-duplicates = { $n ->
    [one] { $n } famille y figure deux fois, sa première ligne est gardée.
   *[other] { $n } familles y figurent deux fois, leur première ligne est gardée.
}
report-rates-title = Part des familles ayant reçu chaque offre, par évènement
report-rates-unit = En % des familles contactées en { $year }, intervalle de Wilson à 95 %
report-rates-note = évènements rangés par nombre de familles. Le fichier est exhaustif : l’intervalle dit ce qu’une autre année semblable aurait pu donner.
report-rates-reading = « { $event } » : { $share } des { $families } familles contactées ont reçu l’offre « { $offer } », intervalle de { $low } à { $high }.
report-rates-scope = { $n } familles contactées.
report-rates-desc = Ensemble : { $values }. Toutes les valeurs sont dans le tableau de la figure.
report-rates-axis = Part des familles contactées
report-rates-base = { $n } { $n ->
    [one] famille
   *[other] familles
}
report-column-rate-count = { $offer }
report-column-rate = %
report-column-interval = Intervalle
report-durations-title = Durée des interventions, celles en cours comptées
report-durations-unit = En % des interventions encore ouvertes, selon le temps depuis l’ouverture
report-durations-note = Kaplan-Meier, intervalle log-log ; { $open } interventions encore ouvertes à l’extraction (petits traits, éclaircis). La courbe s’arrête quand moins de { $threshold } interventions restent suivies.
report-durations-note-hidden = Kaplan-Meier, intervalle log-log ; interventions encore ouvertes à l’extraction en petits traits, éclaircis. s : moins de { $threshold } interventions, ou un effectif qui les ferait retrouver ; les petits traits de l’offre ne sont alors pas tracés. La courbe s’arrête quand moins de { $threshold } interventions restent suivies.
report-durations-aside = { $n ->
    [one] { $n } intervention ouverte après l’extraction est écartée.
   *[other] { $n } interventions ouvertes après l’extraction sont écartées.
}
report-durations-reading = offre « { $offer } » : médiane de { $days } jours une fois comptées les interventions en cours, { $closed } parmi les seules interventions closes.
report-durations-scope = { $values } ouvertures jusqu’au { $date }.
report-durations-scope-one = { $offer } : { $n }
report-durations-desc = { $values }. Les médianes sont dans le tableau de la figure.
report-durations-summary = médiane { $days } jours { $interval }
report-durations-no-median = médiane non atteinte
report-durations-nobody = aucune intervention dont la durée soit connue
report-durations-none = Aucune intervention n’a de durée connue : il n’y a ni médiane ni courbe.
report-durations-hidden-median = médiane non publiée
report-durations-x = Jours depuis l’ouverture
report-durations-y = Interventions encore ouvertes, %
report-durations-at-risk = Encore suivies
report-durations-closed-mark = { $days } jours : médiane des seules closes
report-column-total = Interventions
report-column-closed = Closes
report-column-median = Médiane, jours
report-column-closed-median = Médiane des closes, jours

# 7. Limites
report-chapter-limits = Limites
report-limits-title = À garder en tête en citant ce dossier
report-limit-n = **n = { $n }.** Les profils décrivent { $people } personnes. « { $part } personnes sur { $people } » se dit ; un pourcentage d’allocataires ne se dit pas.
report-limit-choice = **{ $groups } est un choix.** Le nombre de profils a été fixé, il n’a pas été découvert. Face à des données sans groupes, p vaut { $p }.
report-limit-choice-continuum = **{ $groups } est un choix.** Le nombre de profils a été fixé, il n’a pas été découvert. Face à des données sans groupes, p vaut { $p } : les groupes ne sont pas séparés par un vide.
report-limit-boundary = **Cas frontière.** { $values }. Toute phrase qui dépend { $n ->
    [1] de ce cas doit être relue sans lui
   *[other] de ces cas doit être relue sans eux
}.
report-limit-boundary-one = { $person } garde son profil dans { $share } des tirages entre codeurs
report-limit-boundary-unknown = **Cas frontière.** Aucun tirage entre codeurs ne dit quels cas sont à la frontière : toute phrase sur un cas dépend d’un seul codage.
report-limit-no-boundary = **Cas frontière.** Chaque personne{ $all ->
    [yes] {""}
   *[no] {" "}lue par deux codeurs
} garde son profil dans au moins { $share } des tirages entre codeurs ; le cas le moins ferme est { $person }.
report-limit-effect = **{ $axis }.** L’indice vient de ce que les personnes disent après coup en entretien, non d’une mesure. Il n’y a pas de groupe de comparaison.
report-limit-volunteers = **Volontariat.** { $n ->
    [1] La personne qui a répondu
   *[other] Les { $n } répondants
} { $count ->
    [0] ont choisi de répondre
    [1] et la personne interrogée ont choisi de répondre
   *[other] et les { $people } ont choisi de répondre
}. Une ressemblance sur quelques caractéristiques n’y remédie pas.
report-limit-same-day = **Même questionnaire.** Effet perçu et scores sont donnés par la même personne le même jour : une part de leur accord vient de là.

# 8. Annexes
report-chapter-annexes = Annexes
report-annex-turns = Les citations dans leur tour de parole
report-annex-turns-lead = { $spoken ->
        [en] Tours entiers, en anglais, passage cité surligné.
       *[other] Tours entiers, passage cité surligné.
    }
report-turn-label = { $case }, tour { $turn }
report-annex-registers = Registres des codes
report-annex-registers-lead = À l’écran, chaque compte d’extraits mène ici ; ailleurs, le registre de chaque code est dans le classeur des tableaux. Un codeur entre parenthèses est seul à avoir vu l’extrait.
report-register-summary = { $code } : { $extracts ->
    [one] { $extracts } extrait
   *[other] { $extracts } extraits
}, { $interviews ->
    [one] { $interviews } entretien
   *[other] { $interviews } entretiens
}
report-column-turn = Tour
report-column-extract = Extrait
report-column-coders = Codeurs
report-column-intensity = Intensité
report-annex-methods = Méthodes
report-annex-methods-lead = Chaque méthode de ce rapport a sa page : la question, ce qu’elle suppose, ses sources. Ces pages sont dans le rapport à l’écran et dans ses documents à modifier (docx, odt) ; le PDF et l’impression ne les ont pas. Les formules sont dans la documentation de propos.
report-annex-signs = Signes et arrondis
report-sign-line = { $sign } : { $meaning }
report-sign-zero = zéro véritable
report-rounding = Arrondis : écarts, parts et moyennes sont calculés sur les valeurs exactes, puis arrondis ; la différence de deux nombres imprimés peut s’écarter d’une unité du dernier chiffre de la différence imprimée, et une somme de pourcentages de 100.
report-annex-settings = Réglages et empreintes
report-settings-version = propos { $version } ; graine { $seed } ; secret statistique sous { $threshold }.
report-settings-rounded = Effectifs de répondants et de familles arrondis au multiple de { $base } le plus proche, leurs parts calculées sur ces effectifs : les sommes peuvent différer des totaux.
report-settings-line = Réglages : { $values }.
report-fingerprint-settings = fichier de l’étude
report-fingerprint-transcript = entretiens
report-fingerprint-codebook = livre de codes
report-fingerprint-codings = codages
report-fingerprint-questionnaire = questionnaire
report-fingerprint-administrative = fichier administratif
report-fingerprints-line = Empreintes (SHA-256, douze premiers signes) : { $values }.
report-settings-invented = Étude inventée : personnes, paroles et chiffres sont fictifs.

# Tableaux des objectifs, des familles concernées et des questions seules.
report-objectives-title = Objectifs que l’étude se donne, et ce qui est observé
report-objectives-unit = Taux en % des familles contactées ; durées médianes en jours, interventions en cours comptées
report-objectives-rate = taux
report-objectives-days = durée médiane (au plus)
report-objectives-note = { $sources }.
report-column-indicator = Indicateur
report-column-objective = Objectif
report-column-observed = Observé
report-concerned-title = Familles ayant reçu une intervention, et autres familles contactées
report-concerned-unit = Effectifs et % ; écart en points
report-concerned-note = les autres familles sont celles qui ont refusé ou n’ont pas répondu. Le fichier est exhaustif : l’écart n’a pas de marge d’échantillonnage.
report-column-concerned = Avec intervention
report-column-others = Autres
report-ratings-title = Effet perçu et satisfaction
report-ratings-unit = Réponses des répondants, non pondérées
report-column-favourable-share = Favorables, %
report-ratings-note = favorables : réponses aux deux valeurs les plus hautes.
report-column-range = Étendue
report-column-first-quartile = 1er quartile
report-column-third-quartile = 3e quartile
report-column-median-value = Médiane
report-card-computed-name = Place calculée
report-card-name-reason = Nom choisi par l’équipe
report-card-placed = Placement de l’équipe
report-card-placed-value = { $case } en { $profile } : { $reason }

workbook-contents = Sommaire
workbook-back = ← { $contents }
workbook-standard-error = { $column }, erreur type
workbook-rounding = Du fait des arrondis, la somme des pourcentages peut différer de 100.

word-values = Valeurs des figures
word-values-lead = Les valeurs exactes de chaque figure, dans l’ordre des figures.
word-register = { $summary } – { $sheet } du classeur des tableaux
word-counts = Le matériau en chiffres
word-style-kicker = Surtitre
word-style-unit = Unité
word-style-notes = Notes de tableau
word-style-figure = Image de figure
word-style-figure-part = Partie de figure
word-style-quote-source = Source de citation
word-style-quote-heading = Titre de citation
word-style-box-title = Encadré, titre
word-style-box-text = Encadré, texte
word-style-box-list = Encadré, liste
word-style-members = Membres du profil
word-style-fact = Trait du profil
word-style-turn = Tour de parole
word-style-colophon = Réglages
word-style-cell-head = Cellule, tête
word-style-cell-text = Cellule, texte
word-style-cell-number = Cellule, nombre
word-style-table-end = Fin de tableau
word-style-count-number = Chiffre clé
word-style-count-text = Légende de chiffre clé
word-style-table = Tableau du rapport
word-style-counts = Chiffres clés
word-style-box = Encadré
word-style-quiet-link = Lien discret
word-style-chapter-number = Numéro de partie

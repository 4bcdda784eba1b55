# L’accord entre codeurs, en ligne de commande.

help-agreement = Dit à quel point les codeurs s’accordent, code par code, thème par thème, et dans l’ensemble
    .more = Par défaut, l’unité est le tour de parole d’un·e enquêté·e, codé dès qu’un passage le touche. Le choix de l’unité change plus les valeurs que celui du coefficient : il est à dire avec elles.
help-agreement-unit = Unité : turn (tour), sentence (phrase), token (mot) ou codepoint (caractère)
help-agreement-rule = Une unité est codée si un passage la touche (any) ou en couvre la moitié (half)
help-agreement-code = Ce code seulement, par son identifiant ou son titre ; peut se répéter
help-agreement-by = Ces personnes seulement, séparées par des virgules ; sinon toutes celles qui ont codé
help-agreement-continuum = Ajoute la famille u-α, sur les passages eux-mêmes
help-agreement-gamma = Ajoute γ, qui aligne les passages ; facultatif et lent : les textes tirés au hasard sont alignés aussi
help-agreement-draws = Textes tirés au hasard par entretien, pour γ (100, au moins 30)
help-agreement-seed = Graine de ce qui est tiré au hasard ; sinon celle de l’étude
help-agreement-disagreements = Liste les désaccords, avec les deux lectures

agreement-single = { $coders ->
    [0] Personne n’a codé parmi les personnes demandées : il n’y a rien à comparer.
    [1] Une seule personne a codé : il n’y a rien à comparer.
   *[other] Aucun entretien n’est codé par deux des personnes comparées : il n’y a rien à comparer.
 }
agreement-basis = { $coders } : { $interviews ->
    [1] un entretien
   *[other] { $interviews } entretiens
 } en commun, { $turns ->
    [1] un tour d’enquêté·e
   *[other] { $turns } tours d’enquêté·es
 }, { $units ->
    [1] une unité.
   *[other] { $units } unités.
 }
agreement-unit = Unité : { $unit ->
    [sentence] la phrase
    [token] le mot
    [codepoint] le caractère
   *[turn] le tour d’enquêté·e
 }, { $rule ->
    [half] codée si la moitié au moins en est dans un passage.
   *[any] codée dès qu’un passage la touche.
 }
agreement-code = Code
agreement-n = n
agreement-prevalence = prév.
agreement-alpha = α
agreement-interval = 95 %
agreement-kappa = κ
agreement-positive = acc. pos.
agreement-percent = égales
agreement-overall = Ensemble
agreement-reading = n : unités jugées par deux personnes au moins (par code, pour un thème et l’ensemble). prév. : part des jugements « codé ». α : Krippendorff. κ : { $coders ->
    [2] Cohen
   *[other] Fleiss, sur les unités jugées par tout le monde
 }. AC1 : Gwet. acc. pos. : accord positif, 2a / (2a + b + c). égales : part des paires égales, non corrigée du hasard.
agreement-drawn = { $resampled ->
    [turns] Intervalle à { $level } : { $draws } tirages d’entretiens, puis de tours dans chaque entretien tiré, parce qu’il y a moins de huit entretiens
   *[interviews] Intervalle à { $level } : { $draws } tirages d’entretiens entiers
 }, graine { $seed } ; { $undefined ->
    [0] aucun tirage indéfini.
   *[other] tirages indéfinis, écartés : jusqu’à { $undefined } selon le code.
 }
agreement-not-drawn = Pas d’intervalle pour l’ensemble : { $reason }.
agreement-thresholds = Seuils d’usage, non lois : α de 0,80 et plus, ferme ; de 0,667 à 0,80, avec réserve.
agreement-line = Sur les passages (famille u-α, Krippendorff et al. 2016)
agreement-line-reading = u-α : où et quoi. |u-α : où seulement. cu-α : quoi seulement, là où deux personnes codent (couv. : part du texte). (k)u-α : ce code contre les autres de son thème.
agreement-cover = couv.
agreement-gamma = Sur les passages alignés (γ, Mathet, Widlöcher et Métivier 2015), tous codes ensemble
agreement-interview = Entretien
agreement-passages = passages
agreement-observed = désordre
agreement-expected = attendu
agreement-gamma-pooled = Ensemble : γ = { $gamma }{ $known ->
    [yes] { " " }{ $interval }
   *[no] { "" }
 } sur { $interviews ->
    [one] un entretien
   *[other] { $interviews } entretiens
 }, chacun au poids de ses passages{ $left ->
    [0] .
    [one] ; un entretien est laissé de côté.
   *[other] ; { $left } entretiens sont laissés de côté.
 }{ $known ->
    [yes] { " " }Intervalle à 95 % par tirage d’entretiens entiers.
   *[no] { " " }Pas d’intervalle : il faut au moins huit entretiens.
 }
agreement-gamma-reading = γ = 1 − désordre / désordre attendu. Réglages : α = { $alpha } (positions), β = { $beta } (codes), Δ∅ = { $empty } (passage seul). Attendu : { $draws } textes codés au hasard par entretien, graine { $seed } ; ± : demi-largeur à 95 % de ce qui vient de ces tirages.
agreement-blind = Vague à l’aveugle en cours : aucun entretien ne peut être comparé avant sa fin.
agreement-differ = { $coders } sur { $transcript } : { $count ->
    [1] un désaccord
   *[other] { $count } désaccords
 }
agreement-turn = tour { $turn }
agreement-difference = { $kind ->
    [boundaries] autres bornes
    [code] autre code
    [first] { $first } seulement
   *[second] { $second } seulement
 }
agreement-settled = (réglé)
agreement-nothing = rien
agreement-none = Aucun désaccord.
agreement-reason-single = tout le monde a fait de même partout
agreement-reason-never = le code n’est donné nulle part
agreement-reason-overlap = une personne a donné deux de ces codes aux mêmes mots
agreement-reason-eight = huit entretiens au moins sont nécessaires
agreement-reason-one = un seul entretien ne dit rien de la variation entre entretiens

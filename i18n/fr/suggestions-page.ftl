# La page des propositions : demandées, attendues, jugées.
suggestions-title = Propositions de codes
suggestions-lead = propos apprend de vos codages quels mots vont avec un code, et propose ce code pour des phrases que personne n’a codées. Une proposition n’écrit rien : vous l’acceptez ou non.
suggestions-local = Tout se calcule sur cette machine ; rien n’en sort.
suggestions-precision = Précision demandée
suggestions-precision-help = Un code dont les propositions sont justes moins souvent que cela, dans les entretiens tenus à l’écart, se tait. Plus haut : moins de propositions, plus sûres.
suggestions-bad-precision = La précision demandée va de 1 à 100 %.
suggestions-ask = Chercher des propositions
suggestions-ask-again = Chercher de nouveau
suggestions-under-way = Calcul en cours
suggestions-how-far = { $done ->
    [one] { $done } code sur { $total }
   *[other] { $done } codes sur { $total }
 }
suggestions-stop = Arrêter
suggestions-away = propos ne répond pas. Rien n’a été changé.
suggestions-stopped = Recherche arrêtée.
suggestions-found = { $count ->
    [0] Aucune proposition.
    [one] Une proposition montrée.
   *[other] { $count } propositions montrées.
 }
suggestions-summary = { $count ->
    [0] Aucune proposition ouverte.
    [one] Une proposition ouverte.
   *[other] { $count } propositions ouvertes.
 } { $speaking ->
    [0] Aucun code ne parle
    [one] Un code parle
   *[other] { $speaking } codes parlent
 }, { $silent ->
    [0] aucun ne se tait
    [one] un se tait
   *[other] { $silent } se taisent
 }. Mesuré sur { $interviews ->
    [0] aucun entretien codé.
    [one] un entretien codé ({ $sentences } phrases).
   *[other] { $interviews } entretiens codés ({ $sentences } phrases), tenus à l’écart en { $folds } fois.
 }
suggestions-pooled = Pour les codes qui parlent : précision { $precision }, rappel { $recall }. Ils ont été retenus pour leur précision, qui en est un peu flattée ; avec ceux qui se taisent faute de l’atteindre : { $all }.
suggestions-at = Calculé :
suggestions-stale = L’étude a changé depuis : cherchez de nouveau pour en tenir compte.
suggestions-blind = Vague « { $round } » à l’aveugle : les propositions n’apprennent que de vos codages, et seules vos réponses sont comptées.
suggestions-where = Entretiens
suggestions-all-interviews = Tous ({ $count })
suggestions-my-interviews = Ceux que vous codez ({ $count })
suggestions-of-interview = { $name } ({ $count })
suggestions-nothing = Rien à proposer : aucun code n’atteint la précision demandée sur les entretiens tenus à l’écart. D’autres entretiens codés, ou une précision plus basse, peuvent changer cela. Le tableau dit pourquoi chaque code se tait.
suggestions-nothing-left = Plus aucune proposition ouverte.
suggestions-nothing-here = Aucune proposition dans ces entretiens.
suggestions-read-warning = Dans un entretien déjà codé, l’équipe a lu ces phrases et n’y a rien codé : la précision mesurée n’y vaut pas, et une proposition n’est qu’une invitation à relire.
suggestions-group-precision = Précision { $share }
suggestions-group-recall = Rappel { $share }
suggestions-count = { $count ->
    [one] Une proposition ouverte
   *[other] { $count } propositions ouvertes
 }{ $rest ->
    [0] .
   *[other] , { $shown } montrées.
 }
suggestions-answers = Jugées jusqu’ici : { $accepted ->
    [0] aucune acceptée
    [one] une acceptée
   *[other] { $accepted } acceptées
 }, { $rejected ->
    [0] aucune écartée
    [one] une écartée
   *[other] { $rejected } écartées
 }, { $ignored ->
    [0] aucune laissée.
    [one] une laissée.
   *[other] { $ignored } laissées.
 }
suggestions-place = { $transcript }, tour { $turn }
suggestions-place-of = { $transcript }, { $speaker }, tour { $turn }
suggestions-accept = Accepter
suggestions-reject = Écarter
suggestions-ignore = Laisser
suggestions-undo = Annuler
suggestions-keys-move = d’une phrase à l’autre
suggestions-key-delete = Suppr
suggestions-key-undo = Ctrl Z
suggestions-accepted-one = Acceptée : la phrase est codée « { $code } ».
suggestions-rejected-one = Écartée : « { $code } » n’a rien à faire là.
suggestions-ignored-one = Laissée : cette phrase ne sera plus proposée pour « { $code } ».
suggestions-undone = Annulé.
suggestions-by-code = Code par code
suggestions-by-code-about = Mesuré sur des phrases d’entretiens tenus à l’écart, un à un : nombre, part et intervalle à 95 %. La précision est la part des phrases proposées que l’équipe avait codées ainsi ; le rappel, la part des phrases codées ainsi qui sont proposées.
suggestions-open = Ouvertes
suggestions-accepted = Acceptées
suggestions-rejected = Écartées
suggestions-ignored = Laissées

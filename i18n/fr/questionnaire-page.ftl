# Page du questionnaire, et celle des indicateurs.
survey-none = Aucun questionnaire dans l’étude. Ajoutez un dossier « questionnaire », puis importez.
survey-contents = Échelles et parties
survey-scales = Échelles
survey-parts = Parties
survey-items = Réponses par item
survey-scores = Profils et scores
survey-joint = Paroles et scores
survey-assignment = Répondants rapprochés des profils
survey-practices = Avant et après
survey-sample = Qui a répondu
survey-reliability = Cohérence des échelles
survey-reliability-lead = Sur les personnes qui ont répondu à tous les items de l’échelle ; les items inversés sont retournés. Un coefficient indéfini dit pourquoi.
survey-complete = { $n ->
        [one] { $n } réponse complète
       *[other] { $n } réponses complètes
    }
survey-few = Trop peu de réponses complètes : rien n’est montré.
survey-alpha = α de Cronbach [95 %]
survey-alpha-standardised = α sur corrélations
survey-omega = ω total
survey-mean-correlation = Corrélation moyenne
survey-item-table = Item par item
survey-item = Item
survey-mean = Moyenne
survey-deviation = Écart-type
survey-item-rest = Lien avec le reste
survey-alpha-without = α sans lui
survey-reversed = (inversé)
survey-joint-lead = La dernière colonne est la vôtre : ce que l’équipe conclut, profil par profil, après relecture des extraits.
survey-verdict-none = À rédiger
survey-verdict-confirms = Confirme
survey-verdict-extends = Étend
survey-verdict-contradicts = Discorde
survey-verdict-of = Conclusion sur { $profile }
survey-text-of = Texte de la conclusion sur { $profile }
survey-text-hint = En une phrase ou deux
survey-concluded = Conclusion enregistrée.
survey-signs = s : masqué, moins de { $threshold } personnes, ou un nombre qui le ferait retrouver ; – : aucun ; nd : non disponible ; so : sans objet.
survey-indicators = Indicateurs d’activité
survey-no-records = Aucun fichier administratif dans l’étude. Ajoutez un dossier « administrative », puis importez.
survey-weighted = Redressé, à côté du brut
survey-no-weights = Pas de redressement : { $reason }
survey-no-margin = « { $name } » n’est pas connu à la fois des répondants et de la population.
survey-margins = Marges satisfaites : { $margins } ; les écarts d’avant le redressement sont à la [fig:sample].
survey-weights-unit = n = { $n } répondants, sans tirage ; ± : erreur type, celle du redressé tient compte du calage

# Ce que toutes les pièces disent : gravité et forme des remarques.
severity-note = note
severity-warning = attention
severity-error = erreur
# Le lieu garde la forme des compilateurs : un éditeur peut l’ouvrir.
diagnostic-line = { $place }: { $severity } : { $message }

# Questionnaire, lien, indicateurs.

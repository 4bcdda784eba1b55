# Questionnaire, link, indicators.

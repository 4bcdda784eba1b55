# Page of the questionnaire, and that of the indicators.
survey-none = There is no questionnaire in the study. Add a folder ‘questionnaire’, then import.
survey-contents = Scales and parts
survey-scales = Scales
survey-parts = Parts
survey-items = Answers by item
survey-scores = Profiles and scores
survey-joint = Words and scores
survey-assignment = Respondents brought near to profiles
survey-practices = Before and after
survey-sample = Who answered
survey-reliability = Consistency of the scales
survey-reliability-lead = Over the persons who answered every item of the scale; reversed items are turned. A coefficient without a value says why.
survey-complete = { $n ->
        [one] { $n } complete answer
       *[other] { $n } complete answers
    }
survey-few = Too few complete answers: nothing is shown.
survey-alpha = Cronbach’s α [95%]
survey-alpha-standardised = α on correlations
survey-omega = ω total
survey-mean-correlation = Mean correlation
survey-item-table = Item by item
survey-item = Item
survey-mean = Mean
survey-deviation = Standard deviation
survey-item-rest = Link with the rest
survey-alpha-without = α without it
survey-reversed = (reversed)
survey-joint-lead = The last column is yours: what the team concludes, profile by profile, after reading the extracts again.
survey-verdict-none = To be written
survey-verdict-confirms = Confirms
survey-verdict-extends = Extends
survey-verdict-contradicts = Contradicts
survey-verdict-of = Conclusion on { $profile }
survey-text-of = Text of the conclusion on { $profile }
survey-text-hint = In a sentence or two
survey-concluded = Conclusion saved.
survey-signs = s: hidden, fewer than { $threshold } persons, or a number that would give it back; –: none; ..: not available; n/a: does not apply.
survey-indicators = Activity indicators
survey-no-records = There is no administrative file in the study. Add a folder ‘administrative’, then import.
survey-weighted = Weighted, beside unweighted
survey-no-weights = No weights: { $reason }
survey-no-margin = “{ $name }” is not known of both the respondents and the population.
survey-margins = Margins met: { $margins }; the gaps before weighting are in [fig:sample].
survey-weights-unit = n = { $n } respondents, nothing drawn; ±: standard error, the weighted one knowing of the calibration

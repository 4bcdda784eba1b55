# Agreement of coders, on the command line.

help-agreement = Says how far the coders agree, code by code, theme by theme, and over all
    .more = The unit is a respondent’s speech turn, coded as soon as a passage touches it, unless asked otherwise. The choice of the unit changes the values more than that of the coefficient: tell it with them.
help-agreement-unit = Unit: turn, sentence, token (word) or codepoint (character)
help-agreement-rule = A unit is coded when a passage touches it (any) or covers half of it (half)
help-agreement-code = This code only, by its id or title; may be repeated
help-agreement-by = These persons only, separated by commas; else all who coded
help-agreement-continuum = Adds the u-α family, on the passages themselves
help-agreement-gamma = Adds γ, which aligns passages; optional and slow: the texts drawn at random are aligned too
help-agreement-draws = Texts drawn at random for each interview, for γ (100, at least 30)
help-agreement-seed = Seed of what is drawn at random; else the study’s
help-agreement-disagreements = Lists the disagreements, with both readings

agreement-single = { $coders ->
    [0] None of the persons named has coded: there is nothing to compare.
    [one] One person has coded: there is nothing to compare.
   *[other] No interview is coded by two of the persons compared: there is nothing to compare.
 }
agreement-basis = { $coders }: { $interviews ->
    [one] one interview
   *[other] { $interviews } interviews
 } in common, { $turns ->
    [one] one respondent’s turn
   *[other] { $turns } respondents’ turns
 }, { $units ->
    [one] one unit.
   *[other] { $units } units.
 }
agreement-unit = Unit: { $unit ->
    [sentence] the sentence
    [token] the word
    [codepoint] the character
   *[turn] the respondent’s turn
 }, { $rule ->
    [half] coded when at least half of it lies in a passage.
   *[any] coded as soon as a passage touches it.
 }
agreement-code = Code
agreement-n = n
agreement-prevalence = prev.
agreement-alpha = α
agreement-interval = 95%
agreement-kappa = κ
agreement-positive = pos. agr.
agreement-percent = equal
agreement-overall = Overall
agreement-reading = n: units judged by two persons or more (times codes, for a theme and overall). prev.: share of judgements “coded”. α: Krippendorff. κ: { $coders ->
    [2] Cohen
   *[other] Fleiss, on the units that everybody judged
 }. AC1: Gwet. pos. agr.: positive agreement, 2a / (2a + b + c). equal: share of equal pairs, not corrected for chance.
agreement-drawn = { $resampled ->
    [turns] { $level } interval: { $draws } draws of interviews, then of turns inside each interview drawn, since there are fewer than eight interviews
   *[interviews] { $level } interval: { $draws } draws of whole interviews
 }, seed { $seed }; { $undefined ->
    [0] no undefined draw.
   *[other] undefined draws, left out: up to { $undefined } by code.
 }
agreement-not-drawn = No interval over all: { $reason }.
agreement-thresholds = Customary thresholds, not laws: α of 0.80 and more, firm; from 0.667 to 0.80, tentative.
agreement-line = On passages (u-α family, Krippendorff et al. 2016)
agreement-line-reading = u-α: where and what. |u-α: where only. cu-α: what only, where two persons code (cover: share of the text). (k)u-α: this code against the others of its theme.
agreement-cover = cover
agreement-gamma = On aligned passages (γ, Mathet, Widlöcher and Métivier 2015), all codes together
agreement-interview = Interview
agreement-passages = passages
agreement-observed = disorder
agreement-expected = expected
agreement-gamma-pooled = Overall: γ = { $gamma }{ $known ->
    [yes] { " " }{ $interval }
   *[no] { "" }
 } over { $interviews ->
    [one] one interview
   *[other] { $interviews } interviews
 }, each with the weight of its passages{ $left ->
    [0] .
    [one] ; one interview is left out.
   *[other] ; { $left } interviews are left out.
 }{ $known ->
    [yes] { " " }95% interval from draws of whole interviews.
   *[no] { " " }No interval: at least eight interviews are needed.
 }
agreement-gamma-reading = γ = 1 − disorder / expected disorder. Settings: α = { $alpha } (places), β = { $beta } (codes), Δ∅ = { $empty } (a passage alone). Expected: { $draws } texts coded at random for each interview, seed { $seed }; ±: 95% half-width of what comes from these draws.
agreement-blind = A blind round is under way: no interview can be compared before it ends.
agreement-differ = { $coders } on { $transcript }: { $count ->
    [one] one disagreement
   *[other] { $count } disagreements
 }
agreement-turn = turn { $turn }
agreement-difference = { $kind ->
    [boundaries] other borders
    [code] another code
    [first] { $first } only
   *[second] { $second } only
 }
agreement-settled = (settled)
agreement-nothing = nothing
agreement-none = No disagreement.
agreement-reason-single = everybody did the same everywhere
agreement-reason-never = the code is given nowhere
agreement-reason-overlap = a person gave two of these codes to the same words
agreement-reason-eight = at least eight interviews are needed
agreement-reason-one = one interview says nothing of how interviews vary

# Scales, weights, and why a figure has no value.

figure-undefined = undefined ({ $reason })
figure-sign = { $sign }: { $reason }
figure-because-circular = served to make the groups
figure-because-constant = nothing varies
figure-because-single = a single category
figure-because-none = no observation
figure-because-group = a single group
figure-because-few = too few observations or items
figure-because-not-reached = the curve does not come down so far
figure-because-not-settled = the estimation does not settle
figure-because-large = too many possibilities to list
figure-because-bound = the estimate is at its bound, its error cannot be told
figure-because-same = all draws give the same value, the error is not known
figure-because-replicates = undefined in every draw
figure-because-invalid = a value is not accepted
figure-because-denominator = the denominator is zero
figure-because-flat = the curve is at 1 or 0
figure-because-unpaired = no unit is judged by two persons
figure-because-two-coders = the coefficient is made for two persons
figure-because-separation = the groups do not overlap
figure-because-overlap = two codes overlap
figure-because-never = is found nowhere
figure-because-always = is found everywhere

scale-mean = mean
scale-sum = sum
scale-scoring = { $items } items from { $least } to { $most }; { $combination }; at least { $needed } items answered, the others count for the mean of those
scale-key = Key { $key }: { $source }
scale-key-checked = Key compared with a second source: { $source }
scale-key-unchecked = No second source was found for this key: compare it with the manual of the form handed out.
scale-scored = { $scored } scores of { $respondents } respondents, { $completed } of them completed; { $few } answered too few items, { $none } none
scale-feldt = { $bounds } (Feldt, 95%)
scale-reliability = α = { $alpha }; standardised α = { $standardised }; ω = { $omega }; n = { $n } complete answers
scale-item = Item
scale-reversed = Reversed
scale-yes = yes
scale-n = n
scale-missing = No answer
scale-item-not-asked = Not asked
scale-not-asked = Not asked: { $none } respondents were asked no item, { $part } a part of them only; the rule counts over the items asked.
scale-average = Mean
scale-sd = SD
scale-rest = Item-rest r
scale-without = α without
scale-band = { $title }: { $count } ({ $share })
scale-negative-alpha = α is negative: an item should probably be reversed.
scale-negative-item = An item goes against the others: check whether it should be reversed.
scale-two-items = With two items, the standardised α is the Spearman-Brown coefficient.
scale-few = Fewer than 30 complete answers: the interval is wider than any conclusion.

weights-title = { $n } of { $respondents } respondents brought to the margins { $base } ({ $population })
weights-families = of the families that took an offer
weights-population = of the reference population
weights-left-out = { $count ->
    [one] One respondent has no weight: a characteristic is missing.
   *[other] { $count } respondents have no weight: a characteristic is missing.
 }
weights-effect = Kish’s design effect: { $deff }, worth { $effective } respondents of equal weight; weights from { $least } to { $most } times the mean
weights-trimmed = { $count ->
    [0] No weight trimmed (bounds: { $least } to { $most } times the mean).
    [one] One weight trimmed (bounds: { $least } to { $most } times the mean).
   *[other] { $count } weights trimmed (bounds: { $least } to { $most } times the mean).
 }
weights-beyond = { $count ->
    [one] One weight stays beyond the bounds: the margins ask for it.
   *[other] { $count } weights stay beyond the bounds: the margins ask for it.
 }
weights-margins = Margins, in %
weights-category = Characteristic
weights-target = Target
weights-before = Before
weights-after = After
weights-n = n
weights-known = { $name }: known of { $known } families only; their shares stand for all.
weights-place = Profile
weights-unweighted = As they are
weights-weighted = Weighted
weights-near = Respondents near a profile, in % ± standard error; a description, no measured prevalence
weights-scores = Mean scores, 0 to 100, ± standard error
weights-crossed = Profile ×
weights-chi2 = χ² as is
weights-f = Weighted F
weights-crosstabs = Crosstabs: χ² as they are, and weighted test of Rao and Scott
weights-caution = Weights give the respondents the known margins, and nothing else: they do not cure self-selection.

error-weights-empty = no respondent is in the category “{ $category }” of “{ $variable }”, which the population has.
error-weights-population = the population has nobody to count in “{ $variable }”: no family took an offer, or the characteristic is told of none.
error-weights-unknown = the population has no category “{ $category }” of “{ $variable }”.
error-weights-invalid = the population’s count of “{ $category }” (“{ $variable }”) is no count.
error-weights-totals = the margins of “{ $variable }” and “{ $category }” do not add up to the same population.
error-weights-settled = no weights satisfy all margins at once.
error-weights-nobody = no respondent has all the characteristics asked for.
error-weights-margin = no characteristic is known of both respondents and population.
hint-weights = Join categories (groups, bands) or ask for fewer margins ([weights] in study.toml).
kind-margin = Margin
hint-unknown-margin = Margins are the characteristics that both questionnaire.toml and administrative.toml declare, and event and offer.
kind-scale = Scale
hint-unknown-scale = propos scale lists the scales.

link-kind-own-scores = Link: same persons. Only the interviewees’ own answers are set beside their profile.
link-kind-assignment = Link: same persons, then assignment by rule. Each respondent is brought near to the nearest profile; it is no membership observed.
link-kind-groups = Link: comparison of groups only. Nobody is linked; groups of respondents are compared, beside the profiles of the interviewees of the same groups.
link-no-assignment = No respondent can be brought near to a profile: { $reason }
link-interviewees = Interviewees
link-doubt = Median margin { $margin } (threshold { $least }); mean entropy of the membership { $entropy } (0 certain, 1 no idea)
link-over-draws = plain p over draws
link-draws = { $median } [{ $least }; { $most }]
link-drawn = Draws: median p [smallest; largest] of { $draws } draws of the profile of { $respondents } respondents by their probability, the indeterminate included.
link-practices = Before and after, same persons; McNemar
link-practice = Practice
link-pairs = n
link-starts = Start
link-stops = Stop
link-exact = Exact p
link-chi2 = p of χ²
link-means = Mean scores by profile, 95% BCa intervals (B = { $draws }, seed { $seed })
link-mean = – mean, 95% BCa
link-not-asked = { $title }: not asked of { $count } respondents, who count neither in n nor among those without an answer.
link-change = { $title }: before in rows, after in columns, same persons
link-stuart = Stuart-Maxwell: χ² = { $chi2 }, df = { $df }, { $p }; { $changed } of { $n } changed, { $missing } without one of the two answers

indicators-counted-period = Unit: { $unit }, each family once (first row); contacts from { $first } to { $last }, period declared; extracted on { $extraction }.
indicators-counted-all = Unit: { $unit }, each family once (first row); all rows, contacts from { $first } to { $last }; extracted on { $extraction }.
indicators-counted-undated = Unit: { $unit }, each family once (first row); all rows, without a day of contact; extracted on { $extraction }.
indicators-observed = observed { $observed }; { $objective } ({ $source }): { $verdict ->
    [under] the interval lies under it
    [over] the interval lies over it
    [within] the interval holds the objective
   *[none] nothing to compare
 }
indicators-between = { $offer }: durations by event, in days, up to { $horizon } days
indicators-median-days = Median
indicators-restricted = Restricted mean
indicators-difference = Less the others, 95%
indicators-log-rank = Log-rank between events: { $test }
indicators-by-family = Every row counted: { $interventions } interventions of { $families } families, { $several } of which have several
indicators-offer = Offer
indicators-share = % of rows, 95%
indicators-by-family-drawn = Intervals from draws of whole families (B = { $draws }, seed { $seed }): BCa for the share, percentiles for the median. Above, a family counts once.
indicators-census = The families concerned are compared with the other families of the file, which is complete: standardised differences (usually flagged beyond 0.1 in absolute value), without p.

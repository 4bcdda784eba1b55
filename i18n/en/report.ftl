# Texts of the report. Markup: **bold**, [text](#anchor), [fig:name], [tab:name].

# Words of the frame
report-contents = Contents
report-figure-label = Figure { $number }
report-table-label = Table { $number }
report-figure-reference = figure
report-table-reference = table
report-figure-table = Table of figure { $number }
report-slide-hint = Slide the figure to the left to read it whole.
report-slide-table-hint = Slide the table to the left to read it whole.
report-method = Method:
report-note = Note:
report-reading = Reading:
report-scope = Scope:
report-source = Source:
report-sign-suppressed = s
    .meaning = suppressed, small number
report-sign-not-available = ..
    .meaning = not available
report-sign-not-applicable = n/a
    .meaning = not applicable
report-to-write = to be written
report-all = All
report-none = none

# Head
report-banner = Invented study: persons and numbers are fictitious
report-foot-invented = { $title } – invented study
report-kicker-internal = Study report – internal edition
report-kicker-public = Study report – public edition
report-kicker-part = { $kicker } – extract, { $shown } { $shown ->
    [one] part
   *[other] parts
 } of { $total }
report-count-interviews = { $n ->
    [one] interview, { $words } words spoken by the interviewee
   *[other] interviews, { $words } words spoken by the interviewees
}
report-count-extracts = { $n ->
    [one] extract
   *[other] extracts
}, { $codings } { $codings ->
    [one] coding
   *[other] codings
} by { $coderscount ->
    [one] one coder
   *[other] { $coders }
}, { $codes } { $codes ->
    [one] code
   *[other] codes
}
report-coders = { $n ->
    [one] one coder
   *[other] { $words } coders
}
report-count-questionnaires = { $n ->
    [one] questionnaire
   *[other] questionnaires
}, { $interviewed ->
    [0] none from an interviewee
    [one] one from an interviewee
   *[other] those of the { $interviewed } interviewees included
}
report-count-families = { $families ->
    [one] family contacted
   *[other] families contacted
}, { $interventions } { $interventions ->
    [one] intervention
   *[other] interventions
}

# Sources and scopes
report-source-invented = invented study, { $source }
report-source-interviews = { $n } { $n ->
    [one] interview
   *[other] interviews
} ({ $dates }), { $coders }
report-source-questionnaire = questionnaire ({ $dates })
report-source-casework = file of interventions { $year }, extracted on { $date }
report-source-both = { $first }; { $second }, computed by propos.
report-source-computed = { $source }, computed by propos.
report-undated = undated
report-scope-people = { $n } { $n ->
    [one] interviewee
   *[other] interviewees
}.
report-scope-turns = { $turns } speaker { $turns ->
    [one] turn
   *[other] turns
} of the { $n ->
    [one] interviewee
   *[other] { $people } interviewees
}.
report-scope-respondents = { $n } { $n ->
    [one] respondent
   *[other] respondents
} to the questionnaire.

# 1. Essentials
report-chapter-essentials = Essentials
report-essential-groups = Placed on two axes, { $first } and { $second }, the { $people } interviewees fall into { $groups } profiles of { $sizes } cases ([fig:plane]).
report-essential-apart = { $names } { $n ->
    [one] has
   *[other] have
} no place on the axes, and so no profile.
report-essential-alone = **{ $names } { $n ->
    [one] is alone in a profile: a single case
   *[other] are each alone in a profile: a single case
} is not a profile.**
report-essential-readings = { $readings } of the same grid ({ $names }) { $count ->
    [one] leaves
   *[other] leave
} { $some ->
    [yes] { $stablecount ->
        [one] one
       *[other] { $stable }
    }
   *[no] none
} of { $people } persons in the same profile{ $rows ->
    [0] {""}
   *[other] ; over all { $rows } other groupings compared, { $always ->
        [0] none always keeps the same one
        [one] one alone always keeps the same one
       *[other] { $alwayswords } always keep the same one
    }
} ([fig:moves]).
report-readings = { $n ->
    [one] One other reading
   *[other] { $words } other readings
}
report-essential-boundary = **{ $names } { $n ->
    [one] is a boundary case
   *[other] are boundary cases
}.**
report-essential-no-boundary = No case is at the boundary of two profiles.
report-essential-boundary-unknown = No interview was coded by two persons: nobody knows which cases are at the boundary of two profiles.
report-essential-boundary-undrawn = No draw between coders tells which cases are at the boundary of two profiles.
report-essential-read-once = { $names }, { $n ->
    [one] coded by one person only, was
   *[other] coded by one person only, were
} not put to this trial.
report-essential-serve = They serve to read and compare, **they do not measure a frequency**.
report-essential-low = { $part } interviewees { $n ->
    [one] is
   *[other] are
} in [{ $profile }](#{ $anchor }), { $title }; codes more intense than elsewhere: { $codes }.
report-essential-low-bare = { $part } interviewees { $n ->
    [one] is
   *[other] are
} in [{ $profile }](#{ $anchor }), { $title }.
report-essential-scores-all = The questionnaire scores of the { $people } differ by profile on the { $scales } scales compared ([fig:scores]).
report-essential-scores = The questionnaire scores of the { $people } differ by profile on { $count } of the { $scales } scales compared ([fig:scores]).
report-essential-scores-none = None of the { $scales } scales compared shows a difference between profiles declared significant at 5% for the { $people } interviewees ([fig:scores]).
report-essential-rates = Of { $families } families contacted, { $offers } ([fig:rates]).
report-essential-offer = { $count } received the offer “{ $offer }” ({ $share })
report-essential-duration = The median duration of the offer “{ $offer }” is { $days } days once open interventions are counted ([fig:durations]).

# 2. Material and method
report-chapter-material = Material and method
report-material-lead = The study { $count ->
    [one] rests on
   *[other] crosses
} { $materials }. Every number carries its base. On a screen, counts of codes and quotations lead to their extracts, each figure to its table; registers and tables are also in the workbook of tables.
report-material-interviews = the interviews, which tell { $casework ->
    [yes] how the intervention was lived
   *[no] what people have lived
}
report-material-interviews-alone = { $n ->
    [one] one interview
   *[other] { $n } interviews
}
report-material-questionnaire = the questionnaire, which sets these accounts among { $n } { $n ->
    [one] response
   *[other] responses
}
report-material-questionnaire-alone = the questionnaire, { $n } { $n ->
    [one] response
   *[other] responses
}
report-material-casework = the file of interventions, which describes the activity
report-method-title = { $n ->
    [one] Method
   *[other] Method in { $words } lines
}
report-method-coding = { $coders }, { $codings } { $total ->
    [one] coding
   *[other] codings
}; an **extract** is the union of overlapping passages given the same code: { $extracts } { $extracts ->
    [one] extract
   *[other] extracts
}{ $coderscount ->
    [1] . Without a second coding, agreement cannot be measured.
    [2] , { $shared } of them coded by both coders.
   *[other] , { $shared } of them coded by all the coders.
}
report-method-axes = Two axes: { $first } ({ $firstcodes } codes) and { $second } ({ $secondcodes } codes), mean of the highest intensities, signed.
report-method-groups = { $groups } profiles: a number set by the team; among the { $partitions } possible partitions, the one of least inertia, the next being { $gap } worse.
report-method-groups-bare = { $groups } profiles: a number set by the team.
report-method-stability = Stability: one case left out at a time, then { $draws } draws between the coders; under { $firm } of draws in the same profile, a case is called a boundary case.
report-method-scales = Questionnaire: mean of the items answered (at least half), brought to 0 to 100.
report-method-intervals = 95% intervals: { $values }.
report-interval-rates = Wilson for rates
report-interval-agreement = resampling of interviews for agreement
report-interval-durations = log-log for durations
report-people-title = { $n ->
    [one] The interviewee
   *[other] The { $people } interviewees
}
report-people-unit = { $ages ->
    [yes] Age bands{ $similar ->
        [yes] ; similar families share sex, age band, event and offer
       *[no] {""}
    }
   *[no] { $similar ->
        [yes] Similar families share the attributes shown
       *[no] {""}
    }
}
report-column-interview = Interview
report-column-person = Person
report-column-event = Event
report-column-offer = Offer
report-column-profile = Profile
report-column-words = Words
report-column-extracts = Extracts
report-column-similar = Similar families
report-people-note = rows by profile, then by rising place on the first axis.
report-people-reading = { $person } shares the attributes shown with { $n } of the { $families } families that received an intervention. Under { $threshold }, an attribute would be taken out.
report-people-small = { $names }: fewer than { $threshold } similar families; an attribute is to be merged before publishing.
report-sample-title = Respondents and families followed
report-sample-unit = In % of the { $respondents } respondents and of the { $families } families that received an intervention
report-sample-axis = Share, in %
report-sample-respondents = respondents
report-sample-families = families followed
report-sample-difference = difference, points
report-sample-dissimilarity = dissimilarity { $points } points
report-sample-dissimilarity-short = dissimilarity { $points }
report-sample-note = unweighted responses; a likeness on { $count ->
    [one] this characteristic
   *[other] these { $words } characteristics
} does not correct for the choice to respond. Dissimilarity: half the sum of the differences, in points.
report-sample-reading = “{ $modality }” ({ $variable }) gathers { $first } of respondents and { $second } of families followed, that is { $difference } points.
report-sample-scope = families that received an intervention in { $year }.
report-desc-table = All values are in the table of the figure.
report-sample-desc = Largest difference: { $modality }, { $difference } points. All values are in the table of the figure.
report-column-variable = Variable
report-column-modality = Category
report-column-respondents = Respondents
report-column-families = Families
report-column-share = %
report-column-difference = Difference

# 3. What the interviews say
report-chapter-interviews = What the interviews say
report-interviews-lead = The codebook holds { $codes } { $codes ->
    [one] code
   *[other] codes
} and { $themes } { $themescount ->
    [one] theme
   *[other] themes
}. Two counts always stand together: extracts, which depend on how long people speak, and the interviews concerned{ $n ->
    [one] , here a single one
   *[other] , out of { $people }
}.
report-codebook-title = Extract of the codebook
report-codebook-unit = { $n } { $n ->
    [one] code
   *[other] codes
} of { $total }: { $profiles ->
    [yes] the most typical of each profile, then the most present
   *[no] the most present
}
report-codebook-whole = { $n ->
    [one] Its only code
   *[other] Its { $n } codes
}
report-codebook-full = Codebook
report-column-code = Code
report-column-definition = Definition, limits
report-column-axis = Axis
report-column-interviews = Interviews
report-code-include = Include: { $text }
report-code-exclude = Exclude: { $text }
report-codebook-reading = “{ $code }” is coded in { $interviews } of { $people } { $people ->
    [one] interview
   *[other] interviews
}, in { $extracts } { $extracts ->
    [one] extract
   *[other] extracts
}; the complete list is [in the annex](#livre-de-codes).
report-heatmap-title = Codes and interviews
report-heatmap-unit = Shade: highest intensity given by any coder; figure: number of extracts
report-heatmap-note = codes by theme, then by number of interviews and extracts{ $profiles ->
    [yes] ; interviews by profile, then by place on the first axis
   *[no] {""}
}.
report-heatmap-reading = in { $person }, “{ $code }” counts { $count ->
    [one] { $count } extract
   *[other] { $count } extracts
} and reaches intensity { $intensity }. The code is present in { $interviews } of { $people } { $people ->
    [one] interview
   *[other] interviews
}, in { $extracts } { $extracts ->
    [one] extract
   *[other] extracts
}.
report-heatmap-desc = { $codes } { $codes ->
    [one] code in one row
   *[other] codes in rows
}, { $people } { $people ->
    [one] interview in one column
   *[other] interviews in columns
}. Most present code: { $code }, { $interviews } { $interviews ->
    [one] interview
   *[other] interviews
}, { $extracts } { $extracts ->
    [one] extract
   *[other] extracts
}. All values are in the table of the figure.
report-heatmap-cell = { $person }, { $code }: { $count ->
    [one] { $count } extract
   *[other] { $count } extracts
}, intensity { $intensity }
report-heatmap-shade = Highest intensity
report-shade-absent = absent
report-shade-1 = 1 mentioned
report-shade-2 = 2 clear
report-shade-3 = 3 central
report-heatmap-key = ▲{ $firstletter }, ▼{ $firstletter }: adds to or takes from the axis “{ $first }”; ▲{ $secondletter }, ▼{ $secondletter }: the axis “{ $second }”; no sign: on neither axis
report-cooccurrence-title = Codes present in the same speaker turn
report-cooccurrence-unit = Number of turns that hold both codes; codes of at least one pair of { $turns } turns and { $interviews } interviews
report-cooccurrence-ties = { $n ->
    [0] No pair above chance (q < 0.10)
    [one] The pair above chance (q < 0.10)
   *[other] The { $words } most frequent pairs above chance (q < 0.10)
}
report-cooccurrence-none = none
report-cooccurrence-above = more often than by chance (q < 0.10)
report-cooccurrence-other = other pairs (number from { $least } turns)
report-cooccurrence-diagonal = before each name: turns that hold the code
report-cooccurrence-cell = a cell crosses the name to its right and the name above it
report-cooccurrence-arcs-key = shared turns (interviews concerned)
report-cooccurrence-note = chance: { $draws } circular shifts inside each interview, correction of Benjamini and Hochberg over { $pairs } pairs; { $significant ->
    [0] no pair is declared significant at 5%
    [one] one pair is declared significant at 5%
   *[other] { $significant } pairs are declared significant at 5%
}.
report-cooccurrence-floor = With this number of draws, q cannot go under { $q }.
report-cooccurrence-reading = { $first } and { $second } share { $turns } speaker { $turns ->
    [one] turn
   *[other] turns
}, in { $interviews } { $interviews ->
    [one] interview
   *[other] interviews
}.
report-cooccurrence-desc = Most frequent pair: { $first } and { $second }, { $turns } shared { $turns ->
    [one] turn
   *[other] turns
}, in { $interviews } { $interviews ->
    [one] interview
   *[other] interviews
}. The strongest pairs are in the table of the figure.
report-column-pair = Pair
report-column-shared-turns = Shared turns
report-column-jaccard = Jaccard
report-column-q = q
report-heading-coding = Is the coding shared, and complete?
report-agreement-none = Agreement between coders cannot be measured: { $coders ->
    [1] one person alone coded.
   *[other] no interview was coded by two persons, or no code varies.
}
report-agreement-title = Agreement between coders, by code
report-agreement-unit = Krippendorff’s α by code, unit: the speaker turn of the interviewee
report-agreement-note = customary thresholds at 0.667 and 0.80; { $firm } { $firm ->
    [one] code
   *[other] codes
} of { $total } { $firm ->
    [one] has
   *[other] have
} an α of at least 0.80, { $low } a lower bound under 0.667. Intervals: resampling of interviews.
report-agreement-reading = for “{ $code }”, α is { $alpha }, interval from { $lower } to { $upper }.
report-agreement-scope = { $turns } speaker { $turns ->
    [one] turn
   *[other] turns
}, { $codes } { $codes ->
    [one] code
   *[other] codes
}, { $coders }.
report-agreement-desc = Weakest α: { $low }, { $lowalpha }; strongest: { $high }, { $highalpha }. All values are in the table of the figure.
report-agreement-axis = Krippendorff’s α
report-agreement-firm = α ≥ 0.80
report-agreement-weak = α < 0.80
report-column-alpha = α
report-column-lower = Lower bound
report-column-upper = Upper bound
report-column-both = { $n ->
    [2] Both
   *[other] All
}
report-column-alone = Coder { $n } alone
report-accumulation-title = Codes met as interviews are added
report-accumulation-unit = Number of different codes, in the order of interviews
report-accumulation-note = the codebook, written before the coding, bounds the curve: it does not show that everything was said, only when each code came into use.
report-accumulation-undated = { $all ->
    [yes] no interview is dated: they follow the order of their identifiers.
   *[no] { $n ->
        [one] one interview is undated and comes
       *[other] { $n } interviews are undated and come
    } after the others.
}
report-accumulation-reading = the first interview holds { $first } { $first ->
    [one] code
   *[other] codes
}; an interview drawn at random would hold { $mean } on average.
report-accumulation-desc = From { $first } { $first ->
    [one] code
   *[other] codes
} in the first interview to { $last } in the last. All values are in the table of the figure.
report-accumulation-axis = Codes met
report-accumulation-x = Interviews, by date
report-accumulation-ceiling = { $n ->
    [one] the only code of the codebook
   *[other] the { $n } codes of the codebook
}
report-accumulation-expected = all possible orders (mean ± 2 standard deviations)
report-accumulation-new = new codes
report-column-order = Rank
report-column-new = New
report-column-met = Met
report-column-mean = Mean
report-column-deviation = Standard deviation

# 4. The profiles
report-profiles-none = No profiles: { $reason }.
report-chapter-profiles = { $n ->
    [0] The profiles
    [one] One profile
   *[other] { $words } profiles
}
report-axis-range = { $title } (from { $low } to { $high })
report-profiles-lead = First axis: { $first }; second axis: { $second }. The names of the profiles describe their place on these two axes, relative to the mean of the { $people }; “weak” is no judgement on the intervention.
report-plane-name = Plane of the two axes
report-plane-title = { $groups } profiles on two axes
report-plane-unit = Indices; background: region nearest to the centre of each profile
report-plane-note = the retained place takes, for each code, the highest of the coders’ intensities: it can go beyond the separate places.
report-plane-reading = { $person } has { $x } for { $first } and { $y } for { $second }; the small rings give the place by each coder alone.
report-plane-desc = { $people } points. { $boundary }
report-plane-doubt = { $person } moves to { $profile } in { $share } of draws
report-plane-ring = place by one coder alone
report-plane-boundary = boundary case (membership < { $firm })
report-plane-mean = mean of the { $people }
report-plane-mean-value = mean { $value }
report-plane-zero = 0: as much favourable as unfavourable
report-axis-name = { $title } (index, { $low } to { $high })
report-profile-title = { $first } { $firsthigh ->
    [yes] above the mean
   *[no] below the mean
}, { $second } { $secondhigh ->
    [yes] above the mean
   *[no] below the mean
}
report-card-title = { $name } – { $title }
report-card-members = { $n ->
    [one] { $n } of { $people } persons: { $names }
   *[other] { $n } of { $people } persons: { $names }
}
report-card-centre = Centre of the profile
report-card-centre-value = { $first } { $x }, { $second } { $y } (mean of the { $people }: { $meanx } and { $meany })
report-card-more = More intense codes
report-card-less = Less intense codes
report-card-words = Distinctive vocabulary
report-card-word = { $word } ({ $count } times, { $interviews } interviews, { $specificity })
report-card-words-more = and { $n ->
    [one] one more word
   *[other] { $n } more words
}
report-card-words-alone = none: the vocabulary of a single interview would be that of a person
report-words-rule = Distinctive vocabulary: words that the interviewees of the profile say more often than the others, with a Lafon specificity of at least { $score } (last number), said at least { $occurrences } times and in at least { $interviews } interviews of the profile. { $alone ->
    [0] No word was left out because one interview alone says it
    [one] One word was left out because one interview alone says it
   *[other] { $alone } words were left out because one interview alone says them
}. The law supposes independent words, which a conversation is not: these values rank, they do not prove.
report-words-method = Method:
report-trials-title = What becomes of the profiles when cases are drawn again
report-trials-unit = Draws of all cases with replacement (B = { $draws }, { $used } of them grouped; seed { $seed })
report-card-paragon = Most central case
report-card-boundary = Boundary cases
report-card-boundary-unknown = undefined, coded by one person only
report-card-boundary-some = none among those that two persons coded
report-counterexample = Counter-example
report-quote-attribution = ({ $person }, { $event }, { $offer }; [{ $case }, turn { $turn }](#{ $anchor }); code “{ $code }”, intensity { $intensity })
report-quote-rule = Choice of quotations: coded by every coder, { $least } to { $most } words, typical codes first, central case first, at most { $each } per interview; one counter-example per profile. Quotations per interview: { $counts }. Codes with a test value of at least { $notable }, in parentheses: with so few persons per profile it serves to rank, not to prove.
report-heading-firm = Do these groups hold?
report-dendrogram-title = Hierarchical clustering of the { $people } cases
report-dendrogram-unit = Ward’s method on the two standardised axes; marks: retained profile; branches: Ward’s groups
report-dendrogram-axis = height of the merge
report-dendrogram-cut = cut into { $n } groups
report-dendrogram-note = cophenetic correlation: { $value }. { $n ->
    [0] Ward puts every case in the same profile.
    [one] Ward puts { $names } in another profile.
   *[other] Ward puts { $names } in another profile.
}
report-dendrogram-reading = { $first } and { $second } merge first.
report-dendrogram-desc = { $first } and { $second } merge first. The heights are in the table of the figure.
report-column-merge = Merge
report-column-height = Height
report-silhouette-title = Silhouette of each case
report-silhouette-unit = Distance to its own profile against the neighbouring profile
report-silhouette-note = { $n ->
    [0] no silhouette is negative; the mean is { $mean }.
    [one] the silhouette of { $names } is negative; the mean is { $mean }.
   *[other] the silhouettes of { $names } are negative; the mean is { $mean }.
}
report-silhouette-reading = { $person } has a silhouette of { $value } and { $profile } for neighbouring profile.
report-silhouette-bar = { $value } ({ $profile })
report-silhouette-axis = Silhouette
report-silhouette-desc = Silhouettes: { $values }.
report-column-silhouette = Silhouette
report-column-neighbour = Neighbouring profile
report-moves-title = Who changes profile with the method
report-moves-unit = Profile of each case; boxed mark: the case leaves its profile; ARI: agreement with the retained partition
report-moves-note = profiles of another method are matched with the retained ones by the largest number of common cases.
report-moves-reading = { $method }: { $n ->
    [0] no case changes profile.
    [one] { $names } changes profile.
   *[other] { $names } change profile.
}
report-moves-desc = { $lines }
report-moves-moved = the case leaves its retained profile
report-moves-agreeing = methods that agree
report-moves-left-out = case left out
report-moves-draws = draws, %
report-column-ari = ARI
report-column-method = Method
report-method-retained = Retained partition
report-method-ward = Ward
report-method-kmeans = k-means
report-method-quadrants = Quadrants
report-method-coder = Coder { $number } alone
report-method-presence = Presence only
report-method-share = Share of text
report-method-rate = Extracts per 1,000 words
report-method-scaling = Other scaling
report-method-components = Components of all codes
report-method-researcher = Placing by the team
report-method-volume = Number of extracts
report-method-mean-intensity = Mean intensity
report-method-intensity = Highest intensity

# 5. From profiles to questionnaires
report-chapter-questionnaire = From profiles to questionnaires
report-questionnaire-empty = The questionnaire has no answer: there is neither a score nor a link.
report-questionnaire-nobody = { $count ->
    [one] The interviewee is not linked
   *[other] None of the { $people } interviewees is linked
} to answers: there are no scores by profile, and nobody is brought near one.
report-questionnaire-lead = { $all ->
    [yes] { $n ->
        [one] The interviewee
       *[other] The { $people } interviewees
    }
   *[no] { $n ->
        [one] One alone
       *[other] { $interviewed }
    } of the { $people } interviewees
} also answered the questionnaire. { $profiles ->
    [yes] { $n ->
        [one] Those scores did not serve to build the profiles, and can therefore be compared with them.
       *[other] Their scores did not serve to build the profiles, and can therefore be compared with them.
    }
   *[no] {""}
}
report-questionnaire-lead-assigned = The assignment of the { $n } respondents to the profiles is of another kind: it goes through { $served }.
report-scores-title = Scores of the { $people } and of the { $n } respondents
report-scores-unit = Scores from 0 to 100; dotted line: median of the { $n } respondents
report-scores-note = Kruskal-Wallis, exact by permutation ({ $arrangements } arrangements), p corrected by Holm over { $tests } scales: { $values }.
report-scores-public = Public edition: neither the score of an interviewee nor the extremes of a profile are printed; the median of a profile is, from { $threshold } persons.
report-scores-bars = Thin bars: quartiles and median of the respondents near the profile; they come from the assignment rule.
report-scores-hidden = Dashed bars: fewer than { $threshold } respondents, or a count that would give them back; all of one height.
report-scores-key = Numbered marks: one interviewee (1 for { $first }), at their score
report-scores-reading = on “{ $scale }”, the persons of { $profile } go from { $low } to { $high } out of 100; the median of the { $n } respondents is { $median }.
report-scores-reading-public = on “{ $scale }”, the median of the persons of { $profile } is { $own } out of 100; that of the { $n } respondents is { $median }.
report-scores-scope = { $n } respondents, { $interviewed ->
    [0] no interviewee among them
    [one] one interviewee among them
   *[other] the { $interviewed } interviewees included
}; { $undetermined } undetermined respondents are near no profile.
report-scores-scope-bare = { $n } respondents, { $interviewed ->
    [0] no interviewee among them
    [one] one interviewee among them
   *[other] the { $interviewed } interviewees included
}.
report-scores-desc = { $scales } scales in columns, one lane a profile. The values are in the table of the figure.
report-scores-base = { $n } { $n ->
    [one] response
   *[other] responses
}
report-scores-everyone = All { $n }
report-scores-respondents = respondents
report-lane-persons = { $n ->
    [one] { $n } person
   *[other] { $n } persons
}
report-lane-respondents = { $n } respond.
report-joint-title = { $scores ->
    [yes] Profiles, words and scores
   *[no] Profiles and words
}
report-joint-unit = { $edition ->
    [public] Median of the interviewees, from 0 to 100; s: fewer than { $threshold } persons
    [bare] Scores of the interviewees not printed: fewer than { $threshold } persons a profile
   *[internal] Median of the interviewees [minimum, maximum], from 0 to 100
}
report-joint-n = n = { $n }
report-joint-note = the last column is written by the team, after reading the extracts again; the tool leaves it to be written.
report-verdict-confirms = Confirms.
report-verdict-extends = Extends.
report-verdict-contradicts = Disagrees.
report-column-typical = Typical codes
report-column-reading = Reading of the team
report-assignment-title = Respondents near a profile, by event
report-assignment-unit = Counts; s: suppressed
report-column-near = Near { $profile }
report-column-undetermined = Undetermined
report-assignment-hidden = { $hidden ->
    [one] one cell is hidden
   *[other] { $hidden } cells are hidden
}: under { $threshold } respondents, or a count that would give them back by difference.
report-assignment-whole = no cell is under { $threshold }.
report-assignment-merged = Events merged: { $names }.
report-assignment-rule = Nearest centre, set aside when the margin is under { $margin }.
report-assignment-cramer = Corrected V of Cramér: { $v } (n = { $n }, without the undetermined).
report-assignment-cramer-interval = Corrected V of Cramér: { $v } [{ $low }; { $high }] (n = { $n }, without the undetermined; { $level } interval from { $draws } draws, seed { $seed }).
report-assignment-cramer-hidden = Cramér’s V is not given: it would help to find the hidden cells again.
report-assignment-reading = { $count } respondents (“{ $event }”) are near { $profile } by { $served }.
report-served-default = two common indicators
report-box-title = What this assignment does not say
report-box-share = It does not say “{ $share } of the persons helped are of profile { $profile }”.
report-box-centres = The centres rest on { $least } to { $most } persons.
report-box-centres-equal = The centres rest on { $least } persons each.
report-box-recovered = They find the interviewees’ profile again in { $found } of { $tried } cases (interval: { $low } to { $high }).
report-box-kept = Leaving out or repeating cases leaves { $low } to { $high } of respondents in place.
report-box-served = What served the assignment ({ $served }) is not compared between profiles.
report-items-title = Responses to the items
report-items-unit = In % of responses given; items by falling share of favourable answers, by scale
report-items-note = reversed item turned.
report-alpha-undefined = undefined
report-items-alpha = Cronbach’s alpha: { $values }.
report-items-reading = to the item “{ $item }”, { $share } of the { $n } responses are favourable (4 or 5).
report-not-asked = not asked, which counts neither as an answer nor as a missing one: { $list }.
report-weighted-title = Scores as they are and weighted
report-weighted-unit = Mean scores from 0 to 100, ± standard error
report-column-unweighted = As they are
report-column-weighted = Weighted
report-weighted-note = { $n } respondents brought to the margins { $base } ({ $margins }). Kish’s design effect: { $deff }, worth { $effective } respondents of equal weight; weights kept within { $least } and { $most } times the mean, { $trimmed ->
    [0] none was trimmed.
    [one] one was trimmed.
   *[other] { $trimmed } were trimmed.
}
report-weighted-served = { $scales }: served the assignment, only all respondents are given.
report-weighted-reading = { $scale }, all: { $plain } on average, { $weighted } once weighted.
report-weighted-refused = Scores are not brought to the margins { $base }: { $reason }
report-items-scope = { $n } respondents, without missing answers and “no opinion” ({ $least } to { $most } per item).
report-items-desc = Highest share of favourable answers: { $item }, { $share }. All values are in the table of the figure.
report-items-hidden = s: fewer than { $threshold } responses, or a count that would give them back; the hidden parts of an item have the same length.
report-items-reversed = { $item } (reversed)
report-items-low = unfavourable
report-items-high = favourable
report-items-first = 1 not at all
report-items-last = 5 entirely
report-column-favourable = 4 and 5, %
report-column-n = n
report-column-item = Item
report-column-scale = Scale
report-practices-title = Practices before and after the intervention
report-practices-unit = Number of respondents, practices stated before and after
report-practices-note = before and after are stated on the same day, without a comparison group: these differences do not measure the effect of the intervention.
report-practices-tests = Exact McNemar, Holm over { $tests }: { $values }.
report-practices-tests-alone = Exact McNemar, each p multiplied by the number of tests, { $tests } (Holm’s would depend on a test that is not told): { $values }.
report-practices-reading = { $practice }: { $started } respondents start, { $stopped } stop; net { $net } points.
report-practices-desc = Largest net change: { $practice }, { $net } points. All values are in the table of the figure.
report-practices-hidden = s: fewer than { $threshold } respondents, or a count that would give them back; the hidden parts of a practice have the same length, its net change and its test are not told.
report-practices-both = before and after
report-practices-stopped = stop
report-practices-started = start
report-practices-neither = neither
report-practices-net = net, points
report-practices-axis = Share of respondents, in %
report-column-practice = Practice
report-column-p = p

# 6. Activity
report-chapter-activity = Activity indicators
report-activity-nobody = The file of interventions counts no family: there is no indicator.
report-activity-lead = The file holds { $lines } lines and { $families } families. { $refused } families refused, { $silent } did not answer.
report-activity-duplicates = { $n ->
    [one] { $n } family is listed twice; its first line is kept.
   *[other] { $n } families are listed twice; the first line of each is kept.
}
report-rates-title = Share of families that received each offer, by event
report-rates-unit = In % of families contacted in { $year }, Wilson’s 95% interval
report-rates-note = events by number of families. The file is complete: the interval says what another such year could have given.
report-rates-reading = “{ $event }”: { $share } of the { $families } families contacted received the offer “{ $offer }”, interval from { $low } to { $high }.
report-rates-scope = { $n } families contacted.
report-rates-desc = All: { $values }. All values are in the table of the figure.
report-rates-axis = Share of families contacted
report-rates-base = { $n } { $n ->
    [one] family
   *[other] families
}
report-column-rate-count = { $offer }
report-column-rate = %
report-column-interval = Interval
report-durations-title = Duration of interventions, open ones counted
report-durations-unit = In % of interventions still open, by time since opening
report-durations-note = Kaplan-Meier, log-log interval; { $open } interventions still open at extraction (small ticks, thinned). The curve stops when fewer than { $threshold } interventions remain followed.
report-durations-note-hidden = Kaplan-Meier, log-log interval; interventions still open at extraction as small ticks, thinned. s: fewer than { $threshold } interventions, or a count that would give them back; the small ticks of that offer are then not drawn. The curve stops when fewer than { $threshold } interventions remain followed.
report-durations-aside = { $n ->
    [one] { $n } intervention opened after the extraction is set aside.
   *[other] { $n } interventions opened after the extraction are set aside.
}
report-durations-reading = offer “{ $offer }”: median of { $days } days once open interventions are counted, { $closed } among closed interventions alone.
report-durations-scope = { $values } openings up to { $date }.
report-durations-scope-one = { $offer }: { $n }
report-durations-desc = { $values }. The medians are in the table of the figure.
report-durations-summary = median { $days } days { $interval }
report-durations-no-median = median not reached
report-durations-nobody = no intervention whose duration is known
report-durations-none = No intervention has a known duration: there is neither a median nor a curve.
report-durations-hidden-median = median not published
report-durations-x = Days since opening
report-durations-y = Interventions still open, %
report-durations-at-risk = Still followed
report-durations-closed-mark = { $days } days: median of closed ones alone
report-column-total = Interventions
report-column-closed = Closed
report-column-median = Median, days
report-column-closed-median = Median of closed, days

# 7. Limits
report-chapter-limits = Limits
report-limits-title = To keep in mind when quoting this report
report-limit-n = **n = { $n }.** The profiles describe { $people } persons. “{ $part } of the { $people } interviewees” may be said; a percentage of recipients may not.
report-limit-choice = **{ $groups } is a choice.** The number of profiles was set, it was not discovered. Against data without groups, p is { $p }.
report-limit-choice-continuum = **{ $groups } is a choice.** The number of profiles was set, it was not discovered. Against data without groups, p is { $p }: no gap separates the groups.
report-limit-boundary = **Boundary cases.** { $values }. Any sentence that depends on { $n ->
    [one] this case must be read again without it
   *[other] these cases must be read again without them
}.
report-limit-boundary-one = { $person } keeps its profile in { $share } of the draws between coders
report-limit-boundary-unknown = **Boundary cases.** No draw between coders tells which cases are at a boundary: every sentence about a case rests on one coding.
report-limit-no-boundary = **Boundary cases.** Every person{ $all ->
    [yes] {""}
   *[no] {" "}read by two coders
} keeps the same profile in at least { $share } of the draws between coders; the least firm case is { $person }.
report-limit-effect = **{ $axis }.** The index comes from what people tell afterwards in an interview, not from a measurement. There is no comparison group.
report-limit-volunteers = **Volunteers.** { $n ->
    [one] The respondent
   *[other] The { $n } respondents
} { $count ->
    [0] chose to answer
    [one] and the interviewee chose to answer
   *[other] and the { $people } interviewees chose to answer
}. A likeness on a few characteristics does not mend that.
report-limit-same-day = **Same questionnaire.** Perceived effect and scores are given by the same person on the same day: part of their agreement comes from that.

# 8. Annexes
report-chapter-annexes = Annexes
report-annex-turns = The quotations in their turns
report-annex-turns-lead = { $spoken ->
        [fr] Whole turns, in French, quoted passage marked.
       *[other] Whole turns, quoted passage marked.
    }
report-turn-label = { $case }, turn { $turn }
report-annex-registers = Registers of the codes
report-annex-registers-lead = On a screen, every count of extracts leads here; elsewhere, the register of each code is in the workbook of tables. A coder in parentheses is alone in having seen the extract.
report-register-summary = { $code }: { $extracts ->
    [one] { $extracts } extract
   *[other] { $extracts } extracts
}, { $interviews ->
    [one] { $interviews } interview
   *[other] { $interviews } interviews
}
report-column-turn = Turn
report-column-extract = Extract
report-column-coders = Coders
report-column-intensity = Intensity
report-annex-methods = Methods
report-annex-methods-lead = Each method of this report has its page: the question, what it supposes, its sources. These pages are in the report on a screen and in its documents to edit (docx, odt); the PDF and the printed page leave them out. Formulas stand in the documentation of propos.
report-annex-signs = Signs and rounding
report-sign-line = { $sign }: { $meaning }
report-sign-zero = true zero
report-rounding = Rounding: differences, shares and means are computed from the exact values, then rounded; the difference of two printed numbers may be one unit of the last digit away from the difference printed, and percentages may not add up to 100.
report-annex-settings = Settings and fingerprints
report-settings-version = propos { $version }; seed { $seed }; numbers under { $threshold } suppressed.
report-settings-rounded = Counts of respondents and families are rounded to the nearest multiple of { $base }, and their shares are of these counts: sums may differ from totals.
report-settings-line = Settings: { $values }.
report-fingerprint-settings = study file
report-fingerprint-transcript = interviews
report-fingerprint-codebook = codebook
report-fingerprint-codings = codings
report-fingerprint-questionnaire = questionnaire
report-fingerprint-administrative = administrative file
report-fingerprints-line = Fingerprints (SHA-256, first twelve signs): { $values }.
report-settings-invented = Invented study: persons, words and numbers are fictitious.

# Tables of objectives, families concerned and single questions.
report-objectives-title = Objectives that the study set itself, and what is observed
report-objectives-unit = Rates in % of the families contacted; median durations in days, open interventions counted
report-objectives-rate = rate
report-objectives-days = median duration (at most)
report-objectives-note = { $sources }.
report-column-indicator = Indicator
report-column-objective = Objective
report-column-observed = Observed
report-concerned-title = Families with an intervention, and the other families contacted
report-concerned-unit = Counts and %; difference in points
report-concerned-note = the other families are those that refused or did not answer. The file is a full count: the difference has no sampling margin.
report-column-concerned = With an intervention
report-column-others = Others
report-ratings-title = Perceived effect and satisfaction
report-ratings-unit = Answers of the respondents, unweighted
report-column-favourable-share = Favourable, %
report-ratings-note = favourable: answers at the two highest values.
report-column-range = Range
report-column-first-quartile = 1st quartile
report-column-third-quartile = 3rd quartile
report-column-median-value = Median
report-card-computed-name = Computed place
report-card-name-reason = Name chosen by the team
report-card-placed = Placed by the team
report-card-placed-value = { $case } in { $profile }: { $reason }

workbook-contents = Contents
workbook-back = ← { $contents }
workbook-standard-error = { $column }, standard error
workbook-rounding = Because of rounding, percentages may not add up to 100.

word-values = Values of the figures
word-values-lead = The exact values of each figure, in the order of the figures.
word-register = { $summary } – { $sheet } of the workbook of tables
word-counts = The material in figures
word-style-kicker = Kicker
word-style-unit = Unit
word-style-notes = Table notes
word-style-figure = Figure picture
word-style-figure-part = Figure part
word-style-quote-source = Quote source
word-style-quote-heading = Quote heading
word-style-box-title = Box title
word-style-box-text = Box text
word-style-box-list = Box list
word-style-members = Profile members
word-style-fact = Profile fact
word-style-turn = Speech turn
word-style-colophon = Settings
word-style-cell-head = Cell head
word-style-cell-text = Cell text
word-style-cell-number = Cell number
word-style-table-end = Table end
word-style-count-number = Key number
word-style-count-text = Key number legend
word-style-table = Report table
word-style-counts = Key numbers
word-style-box = Box
word-style-quiet-link = Quiet link
word-style-chapter-number = Chapter number

# Coders, agreement, disagreements.
coders-title = Coders
coders-one = One person has coded: there is nothing to compare yet.
coders-one-here = One person has coded this interview.
coders-basis = { $first } and { $second } have { $interviews ->
        [0] no interview in common.
        [one] one interview in common, { $turns } turns of respondents.
       *[other] { $interviews } interviews in common, { $turns } turns of respondents.
    }
coders-first = On the left
coders-second = On the right
coders-compare = Compare
coders-alpha = Krippendorff’s α
coders-alpha-here = α, this interview
coders-alpha-all = α, all interviews
coders-kappa = Cohen’s κ
coders-positive = Positive agreement
coders-positive-short = Pos. agr.
coders-percent = Equal pairs
coders-percent-short = Equal
coders-settled = Settled
coders-settled-of = { $settled } of { $total }
coders-unit = Unit: a code in a respondent’s turn, given or not. 95% interval by resampling whole interviews (below eight, their turns too). The consensus is not counted as a person.
coders-by-interview = Interview by interview
coders-by-code = Code by code
coders-by-code-alpha = α by code
coders-code = Code
coders-axis = α on an axis from 0 to 1
coders-interval = 95%
coders-interval-of = interval over all interviews { $interval }
coders-low = From the weakest to the strongest. Line at 0.667, the least that Krippendorff accepts for tentative conclusions.
coders-undefined = und.
coders-undefined-same = Undefined: both did the same in every turn.
coders-undefined-few = Undefined: no interview is coded by both.
coders-reading = { $id }, two readings
coders-reading-about = Unit: the respondent’s turn ({ $turns } here). Dot and number: this interview. Bar: 95% interval over { $interviews } interviews; a single one gives none. Line at 0.667.
coders-duo = Side-by-side reading
coders-open = Open the interview
coders-questions = Disagreements
coders-shown = Disagreements shown
coders-show-all = All
coders-show-open = Open
coders-show-boundaries = Boundaries
coders-show-code = Codes
coders-all-settled = Everything is settled on { $id }.
coders-next = Go to { $id }
coders-question-boundaries = Boundaries, turn { $turn }
coders-question-code = Another code, turn { $turn }
coders-question-alone = { $name } only, turn { $turn }
coders-is-settled = , settled
coders-nothing = nothing
coders-choose = Choose
coders-union = Unite
coders-none = Neither
coders-reason = Reason, kept in the history
coders-reason-optional = Optional
coders-answered = Settled by { $name }: { $choice }.
coders-chosen = Settled: { $choice }. { $progress }.
coders-undo = Undo
coders-blind = Blind round “{ $round }”: disagreements will open when it is closed.
coders-blind-until = Blind round “{ $round }”: disagreements will open after { $until }.
coders-rounds = Coding rounds
coders-rounds-about = A round says who codes which interviews. In a blind one, nobody sees what the others do before it ends.
coders-rounds-none = No round yet.
coders-round-about = { $coders }, { $interviews ->
        [one] one interview
       *[other] { $interviews } interviews
    }{ $blind ->
        [yes] , blind
       *[no] { "" }
    }
coders-round-open = open
coders-round-until = open until { $until }
coders-round-closed = closed
coders-round-close = Close the round
coders-round-new = New round
coders-round-name = Name
coders-round-coders = People
coders-round-transcripts = Interviews
coders-round-blind = Blind: the others’ codings are absent from the pages
coders-round-last = Last day (optional)
coders-round-do = Open the round

# The study and its files, at import and in the report.

diagnostic-file-gone = This file is no longer in the folder; what it held stays in the study.
diagnostic-transcript-duplicate-id = The id “{ $id }” is already that of { $other }: give each interview its own (key id of the front matter).
diagnostic-coding-not-found-at-all = The passage “{ $quote }” is not in { $transcript }, nor anything near; the row is kept without a place.
diagnostic-coding-empty-passage = The row quotes no passage of { $transcript }; it is kept without a place.
diagnostic-casework-duplicate = This family already stands on line { $first }, which is kept; this one is not counted.
diagnostic-casework-negative = The intervention ends before it begins: it counts in rates, not in durations.
diagnostic-casework-after-extraction = The intervention begins after the extraction of the file: it counts in rates, not in durations.
diagnostic-casework-no-opening = The intervention has no opening day: it counts in rates, not in durations.

findings-band-age-under = under { $high }
findings-band-age-between = { $low }–{ $high } years
findings-band-age-over = { $low } and over
findings-band-number-under = under { $high }
findings-band-number-between = { $low }–{ $high }
findings-band-number-over = { $low } and over
findings-merged = { $first } or { $second }

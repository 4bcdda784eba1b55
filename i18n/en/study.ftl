# The study and its files, at import and in the report.

diagnostic-file-gone = This file is no longer in the folder; what it held stays in the study.
diagnostic-file-unreachable = { $reason ->
        [gone] This file does not exist: check its name and its folder.
        [denied] This file may not be read: give yourself the right to read it.
        [is-folder] This is a folder, not a file: rename it, or put the file in its place.
        [is-file] A file stands in the place of a folder: rename it.
        [large] This file is larger than two gigabytes: it is probably not the right one.
       *[other] This file does not read ({ $reason }).
    }
diagnostic-transcript-correction-replaced = This file has changed, and its text replaces the one that was corrected in the study: the codings have followed. To keep the corrections, undo this import, export the study and change the exported file.
diagnostic-transcript-duplicate-id = The id “{ $id }” is already that of { $other }: give each interview its own (key id of the front matter).
diagnostic-coding-not-found-at-all = The passage “{ $quote }” is not in { $transcript }, nor anything near; the row is kept without a place.
diagnostic-coding-empty-passage = The row quotes no passage of { $transcript }; it is kept without a place.
diagnostic-casework-duplicate = This family already stands on line { $first }, which is kept; this one is not counted.
diagnostic-casework-more-duplicates = { $count ->
        [one] One more family stands in this file already; its first line is kept.
       *[other] { $count } more lines repeat a family; the first of each is kept.
    }
diagnostic-casework-margin-twice = Row { $row }, column “{ $column }”: “{ $value }” already stands on line { $first } for the same variable. Keep one of the two lines, or correct the category.
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

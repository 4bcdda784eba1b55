# What pages say when something is wrong: what, what is safe, what to do.
web-error-title = This page does not open
web-error-home = Back to the first page
web-error-closed = This window is not open on the study. Open the address that “propos serve” wrote in the terminal.
web-error-foreign = This request does not come from a page of propos. Nothing was changed. Reload the page and try again.
web-error-no-page = There is nothing at { $path }.
web-error-internal = propos could not answer: { $reason }. Nothing was changed.
web-error-unknown = The study has no “{ $name }”.
web-error-empty = The study has nothing yet to fill this page with. Import its files first with “propos import”.
web-error-nothing-to-undo = There is nothing to undo.
web-error-bad-coder = A coder’s name has at most 60 characters, on one line.
web-error-bad-language = Pages read in French or English.
web-error-unreadable = This request cannot be read. Nothing was changed. Reload the page and try again.
web-error-bad-attribute = “{ $attribute }” cannot be read: an attribute is written name=value.
web-error-bad-unit = A cell does not count “{ $unit }”: segments, interviews or words.
web-error-bad-measure = “{ $measure }” is no measure: presence, segments, rate, coverage or intensity.
web-error-stale-version = This text was corrected since the page was opened: it shows version { $given }, the present one is { $present }. Nothing was saved; reload the page, then try again.
web-error-no-operation = This request has no identifier. Nothing was changed. Reload the page, then try again.
web-error-correction-unknown-turn = The interview has no turn { $turn }: it has { $turns }. Nothing was saved.
web-error-correction-nothing-before = The first turn has no turn before it. Nothing was saved.
web-error-correction-heading-between = A heading stands between these two turns: they cannot be joined. Nothing was saved.
web-error-correction-split-outside = There must be words on both sides of the cut. Nothing was saved.
web-error-correction-no-label = Say who speaks. Nothing was saved.
web-error-correction-no-words = This turn has no speaker of its own: it needs at least one word. Nothing was saved.
web-error-correction-unreadable = Written so, these words or this name would not read back the same from the exported file. Nothing was saved; write them otherwise.

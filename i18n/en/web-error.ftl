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
web-error-bad-choice = “{ $value }” is not a choice for “{ $name }”. Open the page from the top bar.
web-error-unreadable = This request cannot be read. Nothing was changed. Reload the page and try again.
web-error-too-many-places = At most { $most } passages are coded at once. Tick fewer of them.
web-error-bad-condition = “{ $value }” is not a condition on a passage. Choose it from the list.
web-error-query-name = A query’s name has 1 to { $most } characters.
web-error-bad-attribute = “{ $attribute }” cannot be read: an attribute is written name=value.
web-error-bad-unit = A cell does not count “{ $unit }”: segments, interviews or words.
web-error-bad-measure = “{ $measure }” is no measure: presence, segments, rate, coverage or intensity.

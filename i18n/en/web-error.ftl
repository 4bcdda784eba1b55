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
web-error-no-reason = Nothing was saved: the reason is missing, in one sentence. Readers are owed it.
web-error-no-words = Nothing was saved: the text is empty, or longer than 4,000 characters.
web-error-bad-weight = A weight is a number from −10 to 10. Nothing was changed.
web-error-empty-axis = No code would be left on this axis. Nothing was changed.
web-error-nothing-to-redo = There is nothing to redo.
web-error-undo-conflict = What would be undone was changed since by { $coder }. Nothing was changed. That change has to be undone first.
web-error-unknown-code = { $became ->
    [merged] The code “{ $title }” was merged into “{ $into }” by { $coder }. Nothing was saved. Code with “{ $into }”?
    [removed] The code “{ $title }” was taken out of the codebook by { $coder }. Nothing was saved.
   *[other] The codebook has no code “{ $code }”. Nothing was saved.
}
web-error-unknown-theme = The codebook has no theme “{ $theme }”. Nothing was saved.
web-error-unknown-transcript = The study has no interview “{ $transcript }”.
web-error-unknown-version = This interview has no version { $version }. Nothing was saved. Reload the page, then try again.
web-error-span-out-of-range = This passage is not in version { $version } of the text. Nothing was saved; please select again.
web-error-span-without-words = This passage has no words. Nothing was saved.
web-error-passage-gone = The text was corrected and this passage is no longer in it: “{ $exact }”. Nothing was saved; please select again.
web-error-coding-gone = This coding is no longer there. Nothing was changed.
web-error-not-yours = This coding is { $coder }’s, who alone may change it. Nothing was changed.
web-error-bad-intensity = An intensity is 1 to 3. Nothing was saved.
web-error-nothing-to-code = A passage and a code are needed. Nothing was saved.
web-error-bad-identifiers = This request is numbered wrongly. Nothing was saved. Reload the page, then try again.
web-error-code-without-title = A code needs a name. Nothing was saved.
web-error-code-exists = The codebook already has the code “{ $title }”. Nothing was saved.
web-error-request-reused = This request bears the number of another. Nothing was changed. Reload the page, then try again.
web-error-unknown-subject = The study does not have what this memo is about: “{ $subject }”. Nothing was saved.
web-error-memo-empty = This memo says nothing. Nothing was saved.
web-error-memo-gone = This memo is no longer there. Nothing was changed.
web-error-not-your-memo = This memo is { $coder }’s, who alone may change it. Nothing was changed.
web-error-preference-too-long = This preference is too long to be kept.
web-error-one-coder = One person has coded: there is nothing to compare.
web-error-reason-too-long = A reason holds at most 2,000 characters. Nothing was saved.

# Codings: coding tables, passages without a place, anchoring.

diagnostic-coding-missing-column = The column “{ $column }” is missing: add it to the first row. Expected columns: coder, code, exact, and where needed transcript, prefix, suffix, intensity, memo.
diagnostic-coding-unknown-column = The column “{ $column }” is not read.{ $nearest ->
        [empty] {""}
       *[other] {" "}Did you mean “{ $nearest }”?
    }
diagnostic-coding-column-twice = The column “{ $column }” stands twice: only the first is read. Rename or remove the other.
diagnostic-coding-short-row = This row has only { $found } of { $expected } columns: the coding is incomplete. Complete it or remove it.
diagnostic-coding-cut = The file ends inside this row ({ $found } columns of { $expected }): it was probably copied in part, and codings are missing after it. Take the whole file again, or complete the row.
diagnostic-coding-long-row = This row has { $found } columns instead of { $expected }: a delimiter probably stands in the text. Put the text between straight quotation marks.
diagnostic-coding-empty-cell = The column “{ $column }” is empty in this row: fill it, or remove the row.
diagnostic-coding-empty-quote = The quote is empty: copy the words of the passage there, or remove the row.
diagnostic-coding-intensity = The intensity “{ $value }” is not 1, 2 or 3: correct it, or leave it empty.
diagnostic-coding-table-unreadable = The table cannot be read any further ({ $detail }): save it again as tab-separated text.
diagnostic-coding-no-row = The table holds no coding.
diagnostic-coding-more-faults = { $count ->
        [one] One more row is faulty.
       *[other] { $count } more rows are faulty.
    } Check that this is a coding table.
diagnostic-coding-bad-json = This line is not a coding in JSON ({ $detail }). Expected: document, start, end, code, coder.
diagnostic-coding-bad-span = The position { $start }–{ $end } is empty or backwards: the end must come after the start.

diagnostic-coding-not-found = The quote “{ $quote }” does not stand in the interview.{ $nearest ->
        [empty] {" "}Check that it comes from this interview.
       *[other] {" "}The most similar passage is “{ $nearest }”: correct the quote if that is the one.
    } The coding is kept for repair.
diagnostic-coding-ambiguous = The quote “{ $quote }” stands in { $count } places: fill prefix or suffix with the words before or after it. The coding is kept for repair.
diagnostic-coding-unknown-code = The code “{ $code }” is not in the codebook.{ $nearest ->
        [empty] {" "}Add it to the codebook, or correct the table.
       *[other] {" "}Did you mean “{ $nearest }”? Correct the table, or add this code.
    } The coding is kept, and takes its place once this is done.
diagnostic-coding-unknown-transcript = The interview “{ $transcript }” is not in the study.{ $nearest ->
        [empty] {" "}Import it, or correct the name in the table.
       *[other] {" "}Import it, or correct the name in the table if it is “{ $nearest }”.
    } The coding is kept, and takes its place once this is done.
diagnostic-coding-outside-text = This passage stands in a heading, a speaker's label or the file's front matter, not in what is said: choose words of a turn. The coding is kept for repair.
diagnostic-coding-other-file = This passage is given by its place in a file that the interview no longer has ({ $quote }): quote its words (column exact). The coding is kept for repair.
diagnostic-notebook-bad-line = This line is not a record of the notebook ({ $detail }). Expected: a JSON object with id and the fields of its file.

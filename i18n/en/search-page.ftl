# Search page.
search-label = Search the interviews
search-view = Layout
search-view-aligned = Aligned
search-view-context = In context
search-width = Context
search-width-short = short
search-width-long = long
search-width-turn = whole turn
search-start = Type a word: passages appear as you type.
search-hint = Try ‘“fill in the form”’, ‘“fear office”~10’ (at most ten words between them), “letter OR mail”, “step*”, “code:isolement”, “letter -registered”.
search-no-hit = No occurrence of “{ $query }”.
search-instead = Search for
search-unfilter = Remove the filters
search-filters = Filters
search-facet-role = Who speaks
search-facet-code = Already coded
search-facet-transcript = Interview
search-role-respondent = Respondent
search-role-interviewer = Interviewer
search-more-codes = Show the { $count } codes
search-summary-places = { $count ->
        [one] One occurrence
       *[other] { $count } occurrences
    } in { $transcripts ->
        [one] one interview
       *[other] { $transcripts } interviews
    }, singular and plural forms included.
search-summary-turns = { $count ->
        [one] One turn
       *[other] { $count } turns
    } in { $transcripts ->
        [one] one interview
       *[other] { $transcripts } interviews
    }.
search-count-places = { $count ->
        [one] 1 occurrence
       *[other] { $count } occurrences
    }
search-count-turns = { $count ->
        [one] 1 turn
       *[other] { $count } turns
    }
search-table = Occurrences by interview. Arrows: go from one to the next; Space: tick; Shift and arrow: tick a run; Enter: open the interview.
search-column-tick = Tick
search-column-before = Before
search-column-hit = Occurrence and what follows
search-column-turn = Codes and turn
search-line = Tick the occurrence, { $interview }, turn { $turn }: “{ $words }”
search-next = Show more
search-bulk = Code the selection
search-scope = What is coded
search-scope-hit = the occurrence
search-scope-sentence = the sentence
search-scope-turn = the turn
search-code = Code to give
search-enter = Enter
search-tick-all = Tick all
search-tick-none = Clear
search-ticked = { $count ->
        [one] 1 occurrence ticked
       *[other] { $count } occurrences ticked
    }
search-do-hit = { $count ->
        [one] Code 1 occurrence
       *[other] Code { $count } occurrences
    }
search-do-sentence = { $count ->
        [one] Code 1 sentence
       *[other] Code { $count } sentences
    }
search-do-turn = { $count ->
        [one] Code 1 turn
       *[other] Code { $count } turns
    }
search-coded = { $count ->
        [0] Nothing new to code.
        [one] “{ $code }” given to 1 passage.
       *[other] “{ $code }” given to { $count } passages.
    }{ $already ->
        [0] {""}
        [one] {" "}One passage had it already.
       *[other] {" "}{ $already } passages had it already.
    }
search-undo = Undo
search-undone = Undone: the passages are no longer coded.
search-too-many = Only the first { $count } occurrences are ticked.
search-away = The server does not answer. What is ticked stays ticked; try again when it is back.

# Code field: the same on every page.
code-field-placeholder = A few letters of a code
code-field-none = No code of that name
code-field-last = last code
code-field-found = { $count ->
        [one] 1 code
       *[other] { $count } codes
    }
